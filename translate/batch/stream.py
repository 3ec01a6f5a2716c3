"""One continuous stream through the model: documents are gathered in windows, two of which are always on their way.

A window is a bounded look-ahead: its sentences are sorted by length and batched together whatever documents they come
from, and while one window runs out the next one keeps the cores busy. Results leave in the order of the documents.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event as Flag
from typing import Final

from base.errors import InputError, JisrError, ModelError, OfflineError, OutputError
from base.languages import Language
from translate.batch.model import Event, Item, Outcome, Request, Result, Work

_SMALLEST: Final = 64
_LARGEST: Final = 2048
_SECONDS: Final = 4.0
"""About how long a window should take: what an interruption waits for, and what a crash costs."""
_MOST_EVENTS: Final = 4096
_FATAL: Final = (ModelError, OfflineError, OutputError, MemoryError)


class Stream:
    """Runs the work over events. `stop` ends it after the windows that are on their way."""

    def __init__(self, work: Work, target: Language | None, stop: Flag, *, largest: int = _LARGEST) -> None:
        """Use `work` on windows of at most `largest` sentences (more where a single document has more)."""
        self._work = work
        self._target = target
        self._stop = stop
        self._largest = largest
        self._size = min(_SMALLEST, largest)

    def run(self, events: Iterable[Event]) -> Iterator[Outcome]:
        """Yield the outcome of every event, in order; raises what makes going on pointless."""
        pending: deque[Future[list[Outcome]]] = deque()
        pool = ThreadPoolExecutor(2, thread_name_prefix="jisr-window")
        try:
            for window in self._windows(events):
                pending.append(pool.submit(self._translate, window))
                if len(pending) > 1 or self._stop.is_set():
                    yield from pending.popleft().result()
            while pending:
                yield from pending.popleft().result()
        finally:
            pool.shutdown(cancel_futures=True)

    def _windows(self, events: Iterable[Event]) -> Iterator[list[Event]]:
        window: list[Event] = []
        sentences = 0
        for event in events:
            if self._stop.is_set():
                break
            window.append(event)
            sentences += sentences_of(event)
            if sentences >= self._size or len(window) >= _MOST_EVENTS:
                yield window
                window, sentences = [], 0
        if window and not self._stop.is_set():
            yield window

    def _translate(self, window: list[Event]) -> list[Outcome]:
        items = [event for event in window if isinstance(event, Item) and event.request is not None]
        began = time.monotonic()
        found = iter(self._results([item.request for item in items if item.request is not None]))
        self._adapt(time.monotonic() - began)
        return [
            _outcome(event, next(found)) if isinstance(event, Item) and event.request is not None else _untried(event)
            for event in window
        ]

    def _results(self, requests: Sequence[Request]) -> list[Result | JisrError]:
        """Return the results; where the window fails as a whole, its documents are tried one by one."""
        try:
            return list(self._work.run(requests, self._target)) if requests else []
        except _FATAL:
            raise
        except Exception as error:
            if len(requests) == 1:
                return [error if isinstance(error, JisrError) else _unexpected(requests[0], error)]
            half = len(requests) // 2
            return self._results(requests[:half]) + self._results(requests[half:])

    def _adapt(self, seconds: float) -> None:
        """Grow or shrink the windows to come; results do not depend on their size."""
        if seconds < _SECONDS / 2:
            self._size = min(self._largest, self._size * 2)
        elif seconds > 2 * _SECONDS:
            self._size = max(min(_SMALLEST, self._largest), self._size // 2)


def sentences_of(event: Event) -> int:
    """Return the number of sentences that an event brings to the model."""
    if not isinstance(event, Item) or event.request is None:
        return 0
    phrases = len(event.request.phrases.paragraphs) if event.request.phrases else 0
    return len(event.request.article.sentences) + phrases


def _outcome(event: Event, found: Result | JisrError) -> Outcome:
    return Outcome(event, found) if isinstance(found, Result) else Outcome(event, error=found)


def _untried(event: Event) -> Outcome:
    return Outcome(event, error=event.error if isinstance(event, Item) else None)


def _unexpected(request: Request, error: Exception) -> InputError:
    return InputError(
        f"{request.article.origin}: {type(error).__name__} while translating ({error}). This is a fault "
        "of Jisr: please report it with the document."
    )
