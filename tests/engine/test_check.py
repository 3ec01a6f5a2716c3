"""The known sentences: a weak model passes, garbage does not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

import engine
from base.errors import ModelCheckError
from engine import check
from engine.architecture import Architecture
from engine.registry import AR_EN, EN_AR, SUM_AR, SUM_EN
from engine.types import Decoding, Hypothesis, Task

# What a small model with a poor vocabulary might say: wrong in places, and yet at work.
WEAK_ENGLISH = (
    "The president came to Cairo Monday.",
    "The school opens its doors in month.",
    "The water is mission to the life.",
    "Prices have risen by ten in the hundred.",
    "My living brother is in London.",
    "Two were killed in the.",
)
WEAK_ARABIC = (
    "ووصل الرئيس في القاهرة.",
    "وتفتح المدرسة بابا في سبتمبر.",
    "المياه مهمة للعيش.",
    "وقد ارتفعت الأسعار.",
    "يعيش في لندن معه.",
    "وقتل من الناس في الهجمات.",
)


class Scripted:
    """A model that answers from a list, in a circle."""

    name = "scripted"
    max_source_pieces = 500

    def __init__(self, *answers: str, finished: bool = True) -> None:
        self.answers = answers
        self.finished = finished
        self.calls = 0
        self.signature = f"scripted {hash((answers, finished))}"

    def supports(self, task: Task) -> bool:
        return True

    def count_pieces(self, texts: Sequence[str], task: Task) -> list[int]:
        return [len(text) for text in texts]

    def generate(
        self, sources: Sequence[str], task: Task, decoding: Decoding = Decoding()
    ) -> list[tuple[Hypothesis, ...]]:
        self.calls += 1
        texts = [self.answers[index % len(self.answers)] for index in range(len(sources))]
        return [(Hypothesis(text, -1.0, tuple(text.split()), self.finished),) for text in texts]

    def stream(
        self, sources: Sequence[str], task: Task, decoding: Decoding = Decoding()
    ) -> Iterator[tuple[int, tuple[Hypothesis, ...]]]:
        yield from enumerate(self.generate(sources, task, decoding))


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("JISR_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.mark.parametrize(("task", "answers"), [(AR_EN, WEAK_ENGLISH), (EN_AR, WEAK_ARABIC)])
def test_a_weak_model_passes(task: Task, answers: tuple[str, ...]) -> None:
    check.check_model(Scripted(*answers), [task], "")


GARBAGE = {
    "empty": ("",),
    "one answer for everything": ("The president of the school is in London.",),
    "loops": ("the the the the the the the the the the", "of of of of of of of of of of", "a a a a a a a a a"),
    "longer loops": ("I am sorry but I am sorry but I am sorry but I am sorry", "no and no and no and no and no"),
    "letters without words": ("tttttttttttttttttttttt", "eeeeeeeeeeeeeeeeeeeeeeee", "aaaaaaaaaaaaaaaaaaaaaa"),
    "wrong script": WEAK_ARABIC,
    "a third script": ("Президент прибыл", "Школа открывается", "Вода важна", "Цены выросли", "Мой брат", "Двое"),
    "no letters": ("20 20", "1999 !", "... 7", "- 3", "( 5 )", "8 : 9"),
    "nothing to do with the source": (
        "Green carpets whistle.", "A violin sold nineteen tables.", "Purple is slower.", "Hats never swim.",
        "Chess or coffee, he asked.", "Look at these mountains.",
    ),
    "explosion": tuple(" ".join(f"president{n}{m}" for m in range(60)) for n in range(6)),
}  # fmt: skip


@pytest.mark.parametrize("answers", GARBAGE.values(), ids=GARBAGE.keys())
def test_garbage_is_refused(answers: tuple[str, ...]) -> None:
    with pytest.raises(ModelCheckError) as raised:
        check.check_model(Scripted(*answers), [AR_EN], "Use another model.")
    message = str(raised.value)
    assert "scripted" in message
    assert "translate Arabic into English" in message
    assert any(known.source in message for known in check.TRANSLATIONS["ar"])
    assert repr(answers[0])[1:20] in message
    assert message.endswith("Use another model.")


def test_copies_of_the_source_are_refused() -> None:
    copies = [known.source for known in check.TRANSLATIONS["en"]]
    with pytest.raises(ModelCheckError, match="a copy of the source"):
        check.check_model(Scripted(*copies), [EN_AR], "")


def test_output_cut_at_the_length_limit_is_refused() -> None:
    with pytest.raises(ModelCheckError, match="much longer than its source"):
        check.check_model(Scripted(*WEAK_ENGLISH, finished=False), [AR_EN], "")


def test_one_bad_direction_is_enough() -> None:
    with pytest.raises(ModelCheckError, match="translate English into Arabic"):
        check.check_model(Scripted(*WEAK_ENGLISH), [AR_EN, EN_AR], "")


def test_a_summary_may_copy_but_not_ramble() -> None:
    first = [known.source.split(". ")[0] + "." for known in check.SUMMARIES["en"]]
    check.check_model(Scripted(*first), [SUM_EN], "")
    with pytest.raises(ModelCheckError, match="summarize English"):
        check.check_model(Scripted("word " * 30, "other " * 30), [SUM_EN], "")


def test_a_pass_is_remembered_and_a_failure_is_not() -> None:
    good, bad = Scripted(*WEAK_ENGLISH), Scripted("")
    for _ in range(2):
        check.check_model(good, [AR_EN], "")
        with pytest.raises(ModelCheckError):
            check.check_model(bad, [AR_EN], "")
    assert (good.calls, bad.calls) == (1, 2)
    check.forget(good.signature)
    check.check_model(good, [AR_EN], "")
    assert good.calls == 2


def test_a_pass_without_a_writable_cache_still_counts(cache: Path) -> None:
    cache.write_text("a file where the folder should be", encoding="utf-8")
    model = Scripted(*WEAK_ENGLISH)
    check.check_model(model, [AR_EN], "")
    check.check_model(model, [AR_EN], "")
    assert model.calls == 2


@pytest.mark.parametrize("architecture", ["marian", "nllb", "mt5"])
def test_random_weights_are_refused(checkpoint: Callable[[Architecture], Path], architecture: Architecture) -> None:
    with pytest.raises(ModelCheckError, match="Or use another model"):
        engine.load(checkpoint(architecture), backend="transformers")


def test_known_sentences_have_what_they_ask_for() -> None:
    """Each known source, taken as a perfect output in its own language, is recognised and faultless."""
    for language, task in (("en", SUM_EN), ("ar", SUM_AR)):
        for known in (*check.TRANSLATIONS[language], *check.SUMMARIES[language]):  # type: ignore[index]
            finding = check._finding(task, known, Hypothesis(known.source, 0.0, ()))
            assert finding.recognised, known
            assert not finding.problem
            assert not check.is_loop(known.source)
            assert check.script_share(known.source, task.target) == 1.0
