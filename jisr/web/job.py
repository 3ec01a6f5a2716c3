"""One article being read: a thread that works, and events about what is done."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import AsyncIterator, Callable
from contextlib import aclosing
from dataclasses import dataclass, replace

from article.model import Article
from base.languages import LANGUAGES, Language, other
from engine.shared import CancelledError
from jisr import __version__
from jisr.pipeline import Pipeline
from jisr.reading import Reading
from jisr.web.errors import PageLimitError
from jisr.web.service import Desk, Service
from summarize.model import AlignedText, Length, Route, Summarizer, Summary
from translate.glossary import Glossary
from translate.model import Segment, Translation
from translate.translator import assemble


@dataclass(frozen=True, slots=True)
class Request:
    """What is wanted of an article. `languages` are those of the summaries; `seconds` bounds the work."""

    article: Article
    model: str = "auto"
    length: Length = "paragraph"
    languages: tuple[Language, ...] = LANGUAGES
    glossary: Glossary | None = None
    seconds: float = 180.0

    @property
    def target(self) -> Language:
        """The language of the translation."""
        return other(self.article.language)


@dataclass(frozen=True, slots=True)
class Started:
    """The article is there; the reading has its sentences and no translation yet."""

    reading: Reading


@dataclass(frozen=True, slots=True)
class Translated:
    """A sentence is translated."""

    segment: Segment


@dataclass(frozen=True, slots=True)
class Summarized:
    """A summary is written."""

    summary: Summary


@dataclass(frozen=True, slots=True)
class Finished:
    """The reading is complete."""

    reading: Reading


@dataclass(frozen=True, slots=True)
class Failed:
    """The work ended early. `reading` is what there is when all sentences are translated."""

    error: BaseException
    reading: Reading | None = None


Event = Started | Translated | Summarized | Finished | Failed
Emit = Callable[[Event], None]


@dataclass(frozen=True, slots=True)
class _Announcing:
    """A summarizer that tells of each summary."""

    summarizer: Summarizer
    emit: Emit

    @property
    def name(self) -> str:
        return self.summarizer.name

    def summarize(
        self,
        article: Article,
        language: Language,
        length: Length = "paragraph",
        route: Route | None = None,
        aligned: AlignedText | None = None,
    ) -> Summary:
        summary = self.summarizer.summarize(article, language, length, route, aligned)
        self.emit(Summarized(summary))
        return summary


class Job:
    """Reads one article in a thread of its own."""

    def __init__(self, service: Service, request: Request) -> None:
        self._service = service
        self._request = request
        self._lock = threading.Lock()
        self._desk: Desk | None = None
        self._cancelled = False

    def cancel(self) -> None:
        """Stop the work: sources that wait are dropped, the batch in progress ends, nothing more is emitted."""
        with self._lock:
            self._cancelled = True
            if self._desk is not None:
                self._desk.cancel()

    def run(self, emit: Emit) -> None:
        """Do the work, telling `emit`; the last event is `Finished` or `Failed`. Raises nothing."""
        done: Reading | None = None
        try:
            pipeline = self._take_desk()
            started, article = time.perf_counter(), self._request.article
            emit(Started(draft(article)))
            translation = self._translate(pipeline, emit)
            done = _reading(article, translation)
            announcing = replace(pipeline, summarizer=_Announcing(pipeline.summarizer, emit))
            reading = announcing.finish(
                article,
                translation,
                started=started,
                languages=self._request.languages,
                length=self._request.length,
            )
            emit(Finished(reading))
        except BaseException as error:
            emit(Failed(error, done))

    def _take_desk(self) -> Pipeline:
        desk = self._service.desk(self._request.model)
        with self._lock:
            self._desk = desk
            if self._cancelled:
                desk.cancel()
        return desk.pipeline

    def _translate(self, pipeline: Pipeline, emit: Emit) -> Translation:
        article, found = self._request.article, list[Segment]()
        for segment in pipeline.translator.stream(article, self._request.target, glossary=self._request.glossary):
            found.append(segment)
            emit(Translated(segment))
        found.sort(key=lambda segment: segment.id)
        return assemble(article, found, other(article.language), pipeline.translator.model.signature)


async def events(service: Service, request: Request) -> AsyncIterator[tuple[Event, ...]]:
    """Yield what has happened since the last time, until the article is read; closing the iterator stops the work.

    The last event of the last tuple is `Finished` or `Failed`; a request beyond its time ends with
    `Failed(PageLimitError)`.
    """
    loop, arrived = asyncio.get_running_loop(), asyncio.Queue[Event]()
    job, deadline = Job(service, request), time.monotonic() + request.seconds

    def emit(event: Event) -> None:
        # The loop is closed when the server goes down while a batch is in progress.
        if not loop.is_closed():
            loop.call_soon_threadsafe(arrived.put_nowait, event)

    threading.Thread(target=job.run, args=(emit,), name="jisr-job", daemon=True).start()
    try:
        while True:
            try:
                found = [await asyncio.wait_for(arrived.get(), deadline - time.monotonic())]
            except TimeoutError:
                yield (Failed(PageLimitError("seconds", request.seconds)),)
                return
            while not arrived.empty():
                found.append(arrived.get_nowait())
            yield tuple(found)
            if isinstance(found[-1], Finished | Failed):
                return
    finally:
        job.cancel()


async def read(service: Service, request: Request) -> Reading:
    """Return the whole reading; raises what went wrong."""
    async with aclosing(events(service, request)) as stream:  # type: ignore[type-var]
        async for found in stream:
            if isinstance(found[-1], Finished):
                return found[-1].reading
            if isinstance(found[-1], Failed):
                raise found[-1].error
    raise CancelledError("The work ended without a result. Start it again.")


def draft(article: Article) -> Reading:
    """Return a reading whose targets are empty."""
    segments = [Segment(identifier, paragraph, s.text, "", 0.0) for identifier, paragraph, s in article.located()]
    return _reading(article, assemble(article, segments, other(article.language), ""))


def _reading(article: Article, translation: Translation) -> Reading:
    signature = f"jisr {__version__} | translate {translation.signature}"
    return Reading(article, translation, {}, (), {}, signature)
