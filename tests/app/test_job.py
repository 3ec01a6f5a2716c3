from __future__ import annotations

import asyncio
import threading
from contextlib import aclosing

import pytest

from article.document import build_article
from engine.types import Decoding, Task
from jisr.web.errors import PageLimitError
from jisr.web.job import Event, Failed, Finished, Request, Started, Summarized, Translated, events, read
from jisr.web.service import Service
from tests.app.conftest import collect, make_pipeline
from tests.app.fake import ARABIC_ARTICLE, ENGLISH_ARTICLE, DictionaryModel
from tests.app.test_shared import wait_until

ARTICLE = build_article(ARABIC_ARTICLE)


def happened(service: Service, request: Request) -> list[Event]:
    return [event for found in collect(events(service, request)) for event in found]


def test_events_tell_the_whole_story_in_order(service: Service) -> None:
    found = happened(service, Request(ARTICLE))
    kinds = [type(event) for event in found]
    assert kinds[0] is Started
    assert kinds[-1] is Finished
    assert kinds.count(Translated) == len(ARTICLE.sentences)
    assert [e.summary.language for e in found if isinstance(e, Summarized)] == ["ar", "en"]
    assert kinds.index(Summarized) > max(i for i, kind in enumerate(kinds) if kind is Translated)
    last = found[-1]
    assert isinstance(last, Finished)
    expected = make_pipeline(DictionaryModel(wrong=service._source.translator.model.wrong)).read(ARTICLE)  # type: ignore[union-attr]
    assert last.reading.translation == expected.translation
    assert last.reading.summaries == expected.summaries
    assert last.reading.flags == expected.flags


def test_closing_stops_the_work() -> None:
    model = DictionaryModel(batch=1, gate=threading.Event())
    service = Service(make_pipeline(model))

    async def look_and_leave() -> None:
        async with aclosing(events(service, Request(ARTICLE))) as stream:  # type: ignore[type-var]
            async for found in stream:
                if isinstance(found[-1], Started):
                    await asyncio.sleep(0.1)
                    break

    asyncio.run(look_and_leave())
    assert model.gate is not None
    model.gate.set()
    shared = next(iter(service._shared.values()), None)
    wait_until(lambda: shared is None or not shared._running)
    wait_until(lambda: not any(t.name == "jisr-job" for t in threading.enumerate()))
    assert not [task for _, task in model.calls if task.kind == "summarize"]


def test_a_request_beyond_its_time_ends_with_a_message() -> None:
    model = DictionaryModel(gate=threading.Event())
    found = happened(Service(make_pipeline(model)), Request(ARTICLE, seconds=0.3))
    assert model.gate is not None
    model.gate.set()
    assert isinstance(found[-1], Failed)
    assert isinstance(found[-1].error, PageLimitError)
    assert "0.3" in str(found[-1].error)


class WithoutSummaries(DictionaryModel):
    def _hypotheses(self, source: str, task: Task, decoding: Decoding) -> tuple[object, ...]:  # type: ignore[override]
        if task.kind == "summarize":
            raise RuntimeError("out of memory")
        return super()._hypotheses(source, task, decoding)


def test_the_translation_stays_when_the_summaries_fail() -> None:
    last = happened(Service(make_pipeline(WithoutSummaries())), Request(ARTICLE))[-1]
    assert isinstance(last, Failed)
    assert last.reading is not None
    assert all(segment.target for segment in last.reading.translation.segments)
    assert last.reading.to_json()


def test_read_raises_what_went_wrong() -> None:
    with pytest.raises(RuntimeError, match="out of memory"):
        asyncio.run(read(Service(make_pipeline(WithoutSummaries())), Request(ARTICLE)))


def test_readers_at_the_same_time_share_batches() -> None:
    model = DictionaryModel(batch=100, gate=threading.Event())
    service = Service(make_pipeline(model))
    request = Request(build_article(ENGLISH_ARTICLE), languages=())

    async def many() -> list[object]:
        work = [asyncio.ensure_future(read(service, request)) for _ in range(12)]
        shared = None
        while shared is None or len(shared._calls) < 11:
            await asyncio.sleep(0.01)
            shared = next(iter(service._shared.values()), None)
        assert model.gate is not None
        model.gate.set()
        return list(await asyncio.gather(*work))

    assert len(asyncio.run(many())) == 12
    assert len(model.calls) < 12


def test_the_factory_is_asked_once_and_old_models_are_let_go() -> None:
    asked: list[str] = []

    def factory(name: str):  # type: ignore[no-untyped-def]
        asked.append(name)
        return make_pipeline(DictionaryModel(name))

    service = Service(factory, most=2)
    for name in ("a", "b", "a", "c", "a", "b"):
        service.desk(name)
    assert asked == ["a", "b", "c", "b"]
    assert len(service._shared) == 2
