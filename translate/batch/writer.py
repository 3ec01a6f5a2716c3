"""The writing end of a batch: outputs, then the journal, in this order, so that the journal never promises too much."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from base.errors import JisrError
from base.files import output_error
from translate.batch.identity import stamp_of
from translate.batch.inputs import output_of
from translate.batch.journal import Journal, begin_line, document_line, done_line, failure_fields, record_line
from translate.batch.model import Begin, Counts, End, Item, Options, Outcome, Rendered, Skip, Source, count
from translate.batch.reader import part_of, unexpected
from translate.batch.whole import summary_file

Moved = Callable[[Counts, int, bool], None]
"""Told of what is safe: its counts, the size of its input, and whether it was translated in this run."""


@dataclass(slots=True)
class _Part:
    """The output of a file of records while it grows; `old` is a finished one that records are taken from."""

    source: Source
    output: Path
    handle: int
    written: int
    old: int = -1
    data: list[bytes] = field(default_factory=list)
    lines: list[dict[str, Any]] = field(default_factory=list)


class Writer:
    """Writes outcomes in their order. Not for several threads at once."""

    def __init__(self, options: Options, out: Path, journal: Journal, moved: Moved) -> None:
        """Write below `out`, note in `journal`, and tell `moved`."""
        self._options = options
        self._out = out
        self._journal = journal
        self._moved = moved
        self._part: _Part | None = None

    def write(self, outcomes: Sequence[Outcome]) -> None:
        """Write outcomes and wait until they are safe; raises `OutputError`."""
        told: list[tuple[Counts, int, bool]] = []
        lines: list[dict[str, Any]] = []
        for outcome in outcomes:
            event = outcome.event
            if isinstance(event, Begin):
                self._begin(event)
            elif isinstance(event, End):
                self._end()
            elif isinstance(event, Skip):
                told.append((event.counts, event.size, False))
            elif event.number:
                told.append((self._add(event, outcome), event.size, event.reuse is None))
            else:
                line, counts = self._document(event, outcome)
                lines.append(line)
                told.append((counts, event.size, True))
        self._flush()
        if lines:
            self._journal.write(lines)
        for moved in told:
            self._moved(*moved)

    def close(self) -> None:
        """Leave an unfinished file as it is: it is gone on with later."""
        if self._part is not None:
            os.close(self._part.handle)
            if self._part.old >= 0:
                os.close(self._part.old)
            self._part = None

    def _document(self, item: Item, outcome: Outcome) -> tuple[dict[str, Any], Counts]:
        made = outcome.rendered or rendered(item, outcome)
        output = output_of(item.source, self._out, self._options.format, records=False)
        if made.counts.done:
            _make_folder(output.parent)
            if made.summaries and self._options.format == "keep":
                _write_whole(output.with_name(f"{output.name}.summaries.json"), made.summaries)
            _write_whole(output, made.data)
        stamp, failure = stamp_of(item.source.path), failure_fields(item.place, made)
        return document_line(_name(item), stamp, len(made.data), made.counts, failure), made.counts

    def _begin(self, begin: Begin) -> None:
        output = output_of(begin.source, self._out, self._options.format, records=True)
        part = part_of(output)
        name = begin.source.relative.as_posix()
        _make_folder(output.parent)
        try:
            if begin.resumed and not part.exists():
                output.replace(part)
            handle = os.open(part, os.O_RDWR | os.O_CREAT, 0o644)
            written = self._journal.files[name].written if begin.resumed else 0
            os.ftruncate(handle, written)
            os.lseek(handle, 0, os.SEEK_END)
            old = os.open(output, os.O_RDONLY) if output.exists() else -1
        except OSError as error:
            raise output_error(part, error) from error
        self._part = _Part(begin.source, output, handle, written, old)
        if not begin.resumed:
            self._put(begin.head)
            self._flush()
            self._journal.write([begin_line(name, begin.stamp, len(begin.head))])

    def _add(self, item: Item, outcome: Outcome) -> Counts:
        part = self._open_part()
        entry = item.reuse
        if entry is not None:
            made = Rendered(os.pread(part.old, entry.end - entry.start, entry.start), counts=entry.counts)
        else:
            made = outcome.rendered or rendered(item, outcome)
        self._put(made.data)
        counts, failure = made.counts, failure_fields(item.place, made)
        part.lines.append(record_line(_name(item), item.number, item.digest, part.written, counts, failure))
        return counts

    def _end(self) -> None:
        self._flush()
        part = self._open_part()
        self.close()
        try:
            part_of(part.output).replace(part.output)
            _sync_folder(part.output.parent)
        except OSError as error:
            raise output_error(part.output, error) from error
        self._journal.write([done_line(part.source.relative.as_posix())])

    def _put(self, data: bytes) -> None:
        part = self._open_part()
        part.data.append(data)
        part.written += len(data)

    def _flush(self) -> None:
        """Bring what was gathered to the disk, and after it the lines that tell of it."""
        part = self._part
        if part is None:
            return
        try:
            view = memoryview(b"".join(part.data))
            while view:
                view = view[os.write(part.handle, view) :]
            os.fsync(part.handle)
        except OSError as error:
            raise output_error(part.output, error) from error
        if part.lines:
            self._journal.write(part.lines)
        part.data, part.lines = [], []

    def _open_part(self) -> _Part:
        if self._part is None:
            raise RuntimeError("a record came without the beginning of its file")
        return self._part


def rendered(item: Item, outcome: Outcome) -> Rendered:
    """Return the output of an item; a format that cannot take the translation makes it a failure."""
    error, result = outcome.error, outcome.result
    try:
        data = item.render(result)
    except JisrError as problem:
        data, error, result = item.render(None), problem, None
    except Exception as problem:
        data, error, result = item.render(None), unexpected(item.source, problem), None
    if error is not None or result is None:
        return Rendered(data, b"", count(None), str(error or "not translated"), error.exit_code if error else 1)
    return Rendered(data, summary_file(result) if result.summaries else b"", count(result))


def _write_whole(path: Path, data: bytes) -> None:
    """Write a file that is there whole or not at all; what a crash leaves of it is written over when going on."""
    part = part_of(path)
    try:
        with part.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise output_error(path, error) from error


def _name(item: Item) -> str:
    return item.source.relative.as_posix()


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise output_error(folder, error) from error


def _sync_folder(folder: Path) -> None:
    """Make a renamed file survive a power cut, where the system can."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
