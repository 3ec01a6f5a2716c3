"""The model as its users see it: order, batches, wrapping, threads, and the odd input."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from base.errors import UnsupportedTaskError
from engine.architecture import Architecture
from engine.backend import Backend, Output, TargetStart
from engine.ctranslate2_backend import CTranslate2Backend
from engine.seq2seq import Seq2SeqModel
from engine.tokenizers import load_tokenizer
from engine.types import Decoding, Hypothesis, Model, Task
from tests.engine import tiny

AR_EN = Task("translate", "ar", "en")
EN_AR = Task("translate", "en", "ar")
SUM_AR = Task("summarize", "ar", "ar")
SHORT = Decoding(beam_size=2, max_length=8)
Folder = Callable[[Architecture], Path]


@dataclass
class Spy:
    """A backend that keeps what it was asked."""

    inner: Backend
    batches: list[list[tuple[str, ...]]] = field(default_factory=list)
    signature: str = "spy"
    workers: int = 1
    most_tokens: int = 2048

    def generate(
        self, sources: Sequence[Sequence[str]], start: TargetStart, decoding: Decoding, max_length: int
    ) -> list[tuple[Output, ...]]:
        self.batches.append([tuple(source) for source in sources])
        return self.inner.generate(sources, start, decoding, max_length)


class Broken:
    """A backend in which something happens to the second batch."""

    signature = "broken"
    most_tokens = 2048

    def __init__(self, error: BaseException, workers: int) -> None:
        self.workers = workers
        self._error = error
        self._calls = 0
        self._lock = threading.Lock()

    def generate(
        self, sources: Sequence[Sequence[str]], start: TargetStart, decoding: Decoding, max_length: int
    ) -> list[tuple[Output, ...]]:
        with self._lock:
            self._calls += 1
            if self._calls == 2:
                raise self._error
        return [(Output(("▁a",), -1.0, True),) for _ in sources]


@pytest.fixture(scope="module")
def backend(conversion: Folder) -> Backend:
    return CTranslate2Backend(conversion("marian"), device="cpu", compute_type="float32", threads=2)


@pytest.fixture(scope="module")
def model(checkpoint: Folder, backend: Backend) -> Seq2SeqModel:
    return Seq2SeqModel(
        name="tiny",
        signature="tiny",
        architecture="marian",
        tokenizer=load_tokenizer(checkpoint("marian"), "marian"),
        backend=backend,
        tasks=None,
        max_source_pieces=200,
        max_target_pieces=400,
    )


def assert_same(found: list[tuple[Hypothesis, ...]], expected: list[tuple[Hypothesis, ...]]) -> None:
    """Everything is equal, but for the last digits of a score: matrix products round by their shape."""
    for one, other in zip(found, expected, strict=True):
        assert [replace(each, score=0.0) for each in one] == [replace(each, score=0.0) for each in other]
        assert [each.score for each in one] == pytest.approx([each.score for each in other], abs=1e-5)


def test_it_is_a_model(model: Seq2SeqModel) -> None:
    promised: Model = model
    assert promised.name == "tiny"
    assert promised.max_source_pieces == 200


def test_order_is_kept_and_a_batch_is_its_sources(model: Seq2SeqModel) -> None:
    together = model.generate(tiny.SENTENCES, AR_EN, SHORT)
    assert_same(together, [model.generate([text], AR_EN, SHORT)[0] for text in tiny.SENTENCES])


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    budget=st.integers(1, 600),
    texts=st.lists(st.sampled_from([*tiny.SENTENCES, "", "  ", "نعم"]), max_size=12),
    beam=st.sampled_from([1, 3]),
)
def test_results_do_not_depend_on_the_budget(model: Seq2SeqModel, budget: int, texts: list[str], beam: int) -> None:
    """Without a maximum each source has a limit of its own, whatever it is batched with."""
    rules = Decoding(beam_size=beam)
    narrow = replace(rules, batch_tokens=budget)
    assert_same(model.generate(texts, AR_EN, narrow), model.generate(texts, AR_EN, rules))


def test_each_source_has_its_own_length_limit(model: Seq2SeqModel) -> None:
    """A loop in a short sentence stops at its limit although its neighbour may be longer."""
    found = model.generate(tiny.SENTENCES, AR_EN, Decoding(beam_size=1))
    pieces = model.count_pieces(tiny.SENTENCES, AR_EN)
    looped = [not beam[0].finished for beam in found]
    assert any(looped), "the tiny model loops on some of the sentences"
    for length, beam in zip(pieces, found, strict=True):
        assert len(beam[0].tokens) <= 16 + 2 * length
        assert beam[0].finished or len(beam[0].tokens) == 16 + 2 * length


def test_equal_sources_are_computed_once(model: Seq2SeqModel, backend: Backend) -> None:
    spy = Spy(backend)
    texts = ["The road was not easy.", "نعم", " The road was not easy. ", "", "نعم"]
    found = replace(model, backend=spy).generate(texts, AR_EN, SHORT)
    assert sum(len(batch) for batch in spy.batches) == 2
    assert found[0] == found[2]
    assert found[1] == found[4]


@pytest.mark.parametrize("blank", ["", " ", "\n\t", "\u00a0"])
def test_a_blank_source_gives_an_empty_hypothesis(model: Seq2SeqModel, blank: str) -> None:
    empty, full = model.generate([blank, "نعم"], AR_EN, SHORT)
    assert len(empty) == 1
    assert (empty[0].text, empty[0].tokens, empty[0].finished, empty[0].parts) == ("", (), True, 1)
    assert full[0].tokens


def test_nothing_gives_nothing(model: Seq2SeqModel) -> None:
    assert model.generate([], AR_EN) == []
    assert list(model.stream([], AR_EN)) == []


def test_stream_gives_everything_once_and_the_beginning_first(model: Seq2SeqModel) -> None:
    texts = [*tiny.SENTENCES, tiny.SENTENCES[0], ""]
    rules = replace(SHORT, batch_tokens=120)
    found = list(model.stream(texts, AR_EN, rules))
    assert sorted(index for index, _ in found) == list(range(len(texts)))
    assert_same([dict(found)[index] for index in range(len(texts))], model.generate(texts, AR_EN, SHORT))
    filled = [index for index, _ in found if texts[index]]
    assert filled[0] == 0


def test_stream_begins_before_the_rest_is_done(model: Seq2SeqModel, backend: Backend) -> None:
    spy = Spy(backend)
    stream = replace(model, backend=spy).stream(tiny.SENTENCES, AR_EN, SHORT)
    next(stream)
    assert len(spy.batches) == 1
    assert len(spy.batches[0]) <= 4


def test_several_hypotheses_come_best_first(model: Seq2SeqModel) -> None:
    beam = model.generate(["The road was not easy."], AR_EN, Decoding(beam_size=4, num_hypotheses=3))[0]
    assert len(beam) == 3
    assert len({each.tokens for each in beam}) == 3
    assert [each.score for each in beam] == sorted((each.score for each in beam), reverse=True)
    best = model.generate(["The road was not easy."], AR_EN, Decoding(beam_size=4))[0]
    assert best == beam[:1]


def test_more_hypotheses_than_beams_are_refused(model: Seq2SeqModel) -> None:
    with pytest.raises(ValueError, match="beam_size to 5"):
        model.generate(["نعم"], AR_EN, Decoding(beam_size=4, num_hypotheses=5))


def test_a_task_it_was_not_trained_for_is_refused(model: Seq2SeqModel) -> None:
    narrow = replace(model, tasks=frozenset({AR_EN}))
    assert narrow.supports(AR_EN)
    assert not narrow.supports(EN_AR)
    for call in (narrow.generate, narrow.stream):
        with pytest.raises(UnsupportedTaskError, match="translate from 'en' to 'ar'"):
            call(["yes"], EN_AR)


def test_the_target_language_reaches_the_network(model: Seq2SeqModel, backend: Backend) -> None:
    spy = Spy(backend)
    watched = replace(model, backend=spy)
    for task in (AR_EN, EN_AR, SUM_AR):
        watched.generate(["نعم"], task, SHORT)
    assert [batch[0][0] for batch in spy.batches] == [">>eng<<", ">>ara<<", ">>sum_ara<<"]


def test_counts_leave_out_special_pieces(model: Seq2SeqModel) -> None:
    assert model.count_pieces(["", "a"], AR_EN) == [0, len(model.tokenizer.pieces("a"))]


LONG = "انتهى البناء في المدينة القديمة، وسيبدأ العمل في الجسر الجديد بعد شهر واحد؛ لكن الطريق طويلة جدا"


def test_a_long_source_is_wrapped_at_its_clauses(model: Seq2SeqModel, backend: Backend) -> None:
    spy = Spy(backend)
    limit = model.count_pieces([LONG], AR_EN)[0] // 2 + 4
    wrapped = replace(model, backend=spy, wrap_pieces=limit)
    found = wrapped.generate([LONG, "نعم"], AR_EN, SHORT)
    long, short = found[0][0], found[1][0]
    assert long.parts > 1
    assert short.parts == 1
    sent = [source for batch in spy.batches for source in batch]
    assert all(len(source) - 2 <= limit for source in sent)
    assert sum(len(source) - 2 for source in sent) == sum(model.count_pieces([LONG, "نعم"], AR_EN))


def test_wrapped_parts_are_joined(model: Seq2SeqModel) -> None:
    wrapped = replace(model, wrap_pieces=model.count_pieces([LONG], AR_EN)[0] // 2 + 4)
    rules = Decoding(beam_size=3, num_hypotheses=2)
    from engine.wrap import wrap

    parts = wrap(LONG, wrapped.wrap_pieces or 0, lambda texts: model.count_pieces(texts, AR_EN))
    alone = [beam[0] for beam in model.generate(parts, AR_EN, rules)]
    joined = wrapped.generate([LONG], AR_EN, rules)[0]
    assert len(joined) == 2
    assert joined[0].parts == len(parts)
    assert joined[0].text == " ".join(each.text for each in alone if each.text)
    assert joined[0].tokens == tuple(token for each in alone for token in each.tokens)
    assert joined[0].finished == all(each.finished for each in alone)
    assert min(each.score for each in alone) <= joined[0].score <= max(each.score for each in alone)


def test_an_over_long_source_of_a_summary_is_refused(model: Seq2SeqModel) -> None:
    with pytest.raises(ValueError, match="windows of at most 20 pieces"):
        replace(model, max_source_pieces=20).generate([LONG], SUM_AR, SHORT)
    wrapped = replace(model, wrap_pieces=20)
    assert wrapped.generate([LONG], SUM_AR, SHORT)[0][0].parts == 1, "a comfortable length is for translation"


def test_a_summary_has_the_checkpoint_s_length(model: Seq2SeqModel) -> None:
    found = replace(model, summary_pieces=5).generate(tiny.SENTENCES[:5], SUM_AR, Decoding(beam_size=1))
    assert all(len(beam[0].tokens) <= 5 for beam in found)
    assert any(len(beam[0].tokens) == 5 for beam in found)


def test_targets_stay_within_the_network(model: Seq2SeqModel) -> None:
    narrow = replace(model, max_target_pieces=6)
    for rules in (Decoding(beam_size=1), Decoding(beam_size=1, max_length=50), Decoding(beam_size=1, min_length=50)):
        assert all(len(beam[0].tokens) <= 6 for beam in narrow.generate(tiny.SENTENCES[:5], AR_EN, rules))


@pytest.mark.parametrize("name", ["ctranslate2", "transformers"])
def test_a_sentence_of_three_thousand_words(model: Seq2SeqModel, checkpoint: Folder, name: str) -> None:
    if name == "transformers":
        from engine.transformers_backend import TransformersBackend

        other = TransformersBackend(
            checkpoint("marian"), architecture="marian", device="cpu", dtype="float32", threads=1
        )
        model = replace(model, backend=other)
    sentence = " ".join(["الطريق", "والجسر", "في", "المدينة", "القديمة", "road"] * 500)
    found = replace(model, wrap_pieces=128).generate([sentence], AR_EN, Decoding(beam_size=1, max_length=4))
    assert found[0][0].parts > model.count_pieces([sentence], AR_EN)[0] // 128
    assert found[0][0].tokens


@pytest.mark.parametrize("name", ["ctranslate2", "transformers"])
def test_two_threads_at_once(model: Seq2SeqModel, checkpoint: Folder, name: str) -> None:
    if name == "transformers":
        from engine.transformers_backend import TransformersBackend

        other = TransformersBackend(
            checkpoint("marian"), architecture="marian", device="cpu", dtype="float32", threads=1
        )
        model = replace(model, backend=other)
    tasks = [AR_EN, EN_AR] * 3
    rules = replace(SHORT, repetition_penalty=1.2, batch_tokens=100)
    expected = {task: model.generate(tiny.SENTENCES[:6], task, rules) for task in (AR_EN, EN_AR)}
    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(lambda task: model.generate(tiny.SENTENCES[:6], task, rules), tasks))
    for one, task in zip(found, tasks, strict=True):
        assert_same(one, expected[task])


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("error", [KeyboardInterrupt(), RuntimeError("out of memory")], ids=["ctrl-c", "failure"])
def test_what_happens_in_a_batch_reaches_the_caller(model: Seq2SeqModel, workers: int, error: BaseException) -> None:
    broken = replace(model, backend=Broken(error, workers))
    rules = Decoding(beam_size=1, batch_tokens=40)
    with pytest.raises(type(error)):
        broken.generate(tiny.SENTENCES, AR_EN, rules)
    threads = [thread.name for thread in threading.enumerate()]
    assert not any(name.startswith("jisr-decode") for name in threads)


def test_a_reader_may_stop_reading(model: Seq2SeqModel) -> None:
    stream = model.stream(tiny.SENTENCES, AR_EN, replace(SHORT, batch_tokens=40))
    next(stream)
    stream.close()  # type: ignore[attr-defined]
    assert not any(thread.name.startswith("jisr-decode") for thread in threading.enumerate())


@pytest.mark.parametrize(
    "text", ["🙂🙂🙂", "12345", "<b>نعم</b>", "a\ud800b", "\u202eنعم\u202c", ">>ara<< نعم", "中文"]
)
def test_odd_input_gives_some_output(model: Seq2SeqModel, text: str) -> None:
    assert isinstance(model.generate([text], AR_EN, SHORT)[0][0].text, str)
