"""The threads beside the model: one reads ahead, one writes behind, both within bounds."""

from __future__ import annotations

import queue
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from types import TracebackType
from typing import Final, Generic, Self, TypeVar

T = TypeVar("T")
_WAIT: Final = 0.2
_AT_ONCE: Final = 512


class ReadAhead(Generic[T]):
    """Iterates in a thread of its own, ahead of the consumer by at most `most` entries of total weight `limit`."""

    def __init__(
        self,
        entries: Generator[T, None, None],
        weight: Callable[[T], int],
        stop: threading.Event,
        *,
        most: int = 1024,
        limit: int = 16_000_000,
    ) -> None:
        """Begin to read; one entry heavier than the limit is let through alone. Setting `stop` ends it."""
        self._entries = entries
        self._weight = weight
        self._stop = stop
        self._most = most
        self._limit = limit
        self._ready: deque[T] = deque()
        self._heavy = 0
        self._ended = False
        self._error: BaseException | None = None
        self._closed = False
        self._changed = threading.Condition()
        self._thread = threading.Thread(target=self._read, name="jisr-reader", daemon=True)
        self._thread.start()

    def __iter__(self) -> Iterator[T]:
        """Yield the entries in order; raises what iterating raised."""
        while True:
            with self._changed:
                while not self._ready and not self._ended and not self._stop.is_set():
                    self._changed.wait(_WAIT)
                if not self._ready:
                    if self._error is not None:
                        raise self._error
                    return
                entry = self._ready.popleft()
                self._heavy -= self._weight(entry)
                self._changed.notify_all()
            yield entry

    def close(self) -> None:
        """End the thread, and the iteration in it."""
        self._closed = True
        self._thread.join()

    def _read(self) -> None:
        try:
            with closing(self._entries):
                for entry in self._entries:
                    if not self._put(entry):
                        return
        except BaseException as error:
            self._error = error
        finally:
            with self._changed:
                self._ended = True
                self._changed.notify_all()

    def _put(self, entry: T) -> bool:
        weight = self._weight(entry)
        with self._changed:
            while self._ready and (len(self._ready) >= self._most or self._heavy + weight > self._limit):
                if self._is_over():
                    return False
                self._changed.wait(_WAIT)
            self._ready.append(entry)
            self._heavy += weight
            self._changed.notify_all()
        return not self._is_over()

    def _is_over(self) -> bool:
        return self._closed or self._stop.is_set()


class WriteBehind(Generic[T]):
    """Hands entries in order, as many as there are, to a function in a thread of its own."""

    def __init__(self, write: Callable[[Sequence[T]], None], *, most: int = 2048) -> None:
        """Let at most `most` entries wait."""
        self._write = write
        self._queue: queue.Queue[T | None] = queue.Queue(most)
        self._error: BaseException | None = None
        self._thread = threading.Thread(target=self._run, name="jisr-writer", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def put(self, entry: T) -> None:
        """Take an entry; raises what writing an earlier one raised."""
        if self._error is not None:
            raise self._error
        self._queue.put(entry)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Wait until everything is written; raises what that raised."""
        self._queue.put(None)
        self._thread.join()
        if self._error is not None and error is None:
            raise self._error

    def _run(self) -> None:
        while True:
            entries, ended = self._gather()
            try:
                if entries and self._error is None:
                    self._write(entries)
            except BaseException as error:
                self._error = error
            if ended:
                return

    def _gather(self) -> tuple[list[T], bool]:
        """Return what waits, and whether that was all."""
        entries: list[T] = []
        entry = self._queue.get()
        while entry is not None:
            entries.append(entry)
            if len(entries) >= _AT_ONCE:
                return entries, False
            try:
                entry = self._queue.get_nowait()
            except queue.Empty:
                return entries, False
        return entries, True
