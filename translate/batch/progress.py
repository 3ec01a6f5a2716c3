"""Where a batch is: counted by the writer, shown by whoever watches."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass

from translate.batch.model import Counts


@dataclass(frozen=True, slots=True)
class Position:
    """A moment of a batch. Sizes are of the inputs, in bytes (characters for records); `seconds` of this run.

    `skipped_size` is what earlier runs did; rates leave it out.
    """

    files: int
    size: int
    done_size: int
    skipped_size: int
    counts: Counts
    seconds: float
    sentences: int
    words: int

    @property
    def seconds_left(self) -> float | None:
        """Estimate of the time left, None while there is nothing to tell from."""
        fresh = self.done_size - self.skipped_size
        if fresh <= 0 or self.seconds <= 0:
            return None
        return max(0.0, self.size - self.done_size) * self.seconds / fresh

    @property
    def sentences_per_second(self) -> float:
        """Sentences a second of this run."""
        return self.sentences / self.seconds if self.seconds else 0.0

    @property
    def words_per_second(self) -> float:
        """Source words a second of this run."""
        return self.words / self.seconds if self.seconds else 0.0

    @property
    def flagged_share(self) -> float:
        """Share of flagged sentences, of all runs."""
        return self.counts.flagged / self.counts.sentences if self.counts.sentences else 0.0


class Progress:
    """Counts what is safe on the disk. Safe for threads."""

    def __init__(self, files: int, size: int) -> None:
        """Take the number of files and their size in bytes."""
        self._files = files
        self._size = size
        self._done = self._skipped = 0
        self._counts = self._fresh = Counts()
        self._began = time.monotonic()
        self._lock = threading.Lock()

    def move(self, counts: Counts, size: int, fresh: bool = True) -> None:
        """Count a document, or what an earlier run did."""
        with self._lock:
            self._done += size
            self._counts += counts
            if fresh:
                self._fresh += counts
            else:
                self._skipped += size

    def position(self) -> Position:
        """Return the position now."""
        with self._lock:
            return Position(
                self._files,
                max(self._size, self._done),
                self._done,
                self._skipped,
                self._counts,
                time.monotonic() - self._began,
                self._fresh.sentences,
                self._fresh.words,
            )
