from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

import pytest

from base.errors import UnsupportedTaskError
from engine.shared import CancelledError, SharedModel
from engine.types import Decoding, Hypothesis, Task
from tests.app.fake import DictionaryModel

AR_EN = Task("translate", "ar", "en")
EN_AR = Task("translate", "en", "ar")


def texts(prefix: str, count: int) -> list[str]:
    return [f"{prefix} {number}" for number in range(count)]


def wait_until(condition: object, seconds: float = 5.0) -> None:
    event = threading.Event()
    for _ in range(int(seconds * 200)):
        if condition():  # type: ignore[operator]
            return
        event.wait(0.005)
    raise AssertionError("it did not happen")


def test_results_are_those_of_the_model_alone_whoever_else_asks() -> None:
    alone = DictionaryModel()
    shared = SharedModel(DictionaryModel(batch=100))
    asked = [(texts(f"كلمة{caller}", 3 + caller), AR_EN) for caller in range(4)]
    asked += [(texts(f"word {caller}", 5), EN_AR) for caller in range(3)]
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda request: shared.lane().generate(*request), asked))
    assert found == [alone.generate(*request) for request in asked]


def test_callers_at_the_same_time_share_batches() -> None:
    model = DictionaryModel(batch=100, gate=threading.Event())
    shared = SharedModel(model)
    with ThreadPoolExecutor(9) as pool:
        first = pool.submit(shared.lane().generate, ["أولا"], AR_EN)
        others = [pool.submit(shared.lane().generate, texts(f"نص{n}", 2), AR_EN) for n in range(8)]
        wait_until(lambda: len(shared._calls) == 9 or (len(shared._calls) == 8 and first.running()))
        assert model.gate is not None
        model.gate.set()
        for job in (first, *others):
            job.result(timeout=5)
    assert len(model.calls) <= 3
    assert sum(len(sources) for sources, _ in model.calls) == 17


def test_tasks_and_decodings_are_not_mixed() -> None:
    model = DictionaryModel(batch=100)
    shared = SharedModel(model, gather_seconds=0.1)
    requests = [(["نص"], AR_EN, Decoding()), (["نص"], AR_EN, Decoding(beam_size=8)), (["text"], EN_AR, Decoding())]
    with ThreadPoolExecutor(3) as pool:
        list(pool.map(lambda request: shared.lane().generate(*request), requests))
    assert len(model.calls) == 3


def test_a_sentence_does_not_wait_behind_a_long_document() -> None:
    model = DictionaryModel(batch=100, gate=threading.Event())
    shared = SharedModel(model, round_pieces=20)
    done: list[str] = []

    def ask(name: str, sources: list[str]) -> None:
        shared.lane().generate(sources, AR_EN)
        done.append(name)

    long = threading.Thread(target=ask, args=("document", texts("جملة طويلة", 300)))
    long.start()
    wait_until(lambda: shared._calls)
    short = threading.Thread(target=ask, args=("sentence", ["سؤال"]))
    short.start()
    wait_until(lambda: len(shared._calls) == 2)
    assert model.gate is not None
    model.gate.set()
    short.join(5)
    calls_before_answer = next(i for i, (sources, _) in enumerate(model.calls) if "سؤال" in sources)
    long.join(5)
    assert done == ["sentence", "document"]
    assert calls_before_answer <= 2


def test_cancelling_drops_what_waits_and_frees_the_caller() -> None:
    model = DictionaryModel(batch=100, gate=threading.Event())
    shared = SharedModel(model, round_pieces=20)
    lane = shared.lane()
    errors: list[BaseException] = []

    def ask() -> None:
        try:
            lane.generate(texts("جملة طويلة", 300), AR_EN)
        except CancelledError as error:
            errors.append(error)

    caller = threading.Thread(target=ask)
    caller.start()
    wait_until(lambda: shared._running and shared._calls and len(shared._calls[0].waiting) < 300)
    lane.cancel()
    caller.join(5)
    assert errors
    assert not caller.is_alive()
    assert model.gate is not None
    model.gate.set()
    wait_until(lambda: not shared._running)
    assert sum(len(sources) for sources, _ in model.calls) < 20
    with pytest.raises(CancelledError):
        lane.generate(["نص"], AR_EN)


def test_closing_a_stream_drops_the_rest() -> None:
    model = DictionaryModel(batch=100)
    shared = SharedModel(model, round_pieces=10)
    stream = shared.lane().stream(texts("جملة", 400), AR_EN)
    assert next(stream)[0] == 0
    stream.close()  # type: ignore[attr-defined]
    wait_until(lambda: not shared._running)
    assert sum(len(sources) for sources, _ in model.calls) < 400


def test_a_round_that_nobody_waits_for_ends_early() -> None:
    model = DictionaryModel(batch=1, seconds=0.02)
    shared = SharedModel(model)
    stream = shared.lane().stream(texts("جملة", 100), AR_EN)
    next(stream)
    stream.close()  # type: ignore[attr-defined]
    wait_until(lambda: not shared._running)
    assert len(model.calls) < 50


class Picky(DictionaryModel):
    """Refuses a whole batch for one bad source, as a real model does for a window that is too long."""

    def stream(
        self, sources: Sequence[str], task: Task, decoding: Decoding = Decoding()
    ) -> Iterator[tuple[int, tuple[Hypothesis, ...]]]:
        if any("سيئ" in source for source in sources):
            raise ValueError("too long")
        yield from super().stream(sources, task, decoding)


def test_an_error_reaches_only_the_caller_that_caused_it() -> None:
    shared = SharedModel(Picky(batch=100), gather_seconds=0.1)
    with ThreadPoolExecutor(3) as pool:
        good = [pool.submit(shared.lane().generate, ["نص جيد"], AR_EN) for _ in range(2)]
        bad = pool.submit(shared.lane().generate, ["نص سيئ"], AR_EN)
        with pytest.raises(ValueError, match="too long"):
            bad.result(timeout=5)
        assert all(job.result(timeout=5)[0][0].text for job in good)
    assert shared.lane().generate(["نص"], AR_EN)[0][0].text


def test_tasks_that_the_model_does_not_know_are_refused_before_the_queue() -> None:
    with pytest.raises(UnsupportedTaskError, match="compact"):
        SharedModel(DictionaryModel()).lane().generate(["x"], Task("translate", "en", "en"))


def test_no_source_is_no_work() -> None:
    model = DictionaryModel()
    assert SharedModel(model).lane().generate([], AR_EN) == []
    assert not model.calls
