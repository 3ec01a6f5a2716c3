"""The reading end of a batch: files to events, what an earlier run has done left out."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

from base.errors import InputError, JisrError, OutputError
from translate.batch.identity import stamp_of
from translate.batch.inputs import output_of, size_of
from translate.batch.journal import FileState, Journal
from translate.batch.model import Begin, End, Entry, Event, Item, Options, Skip, Source
from translate.batch.records import RecordFile, Slice, open_records
from translate.batch.whole import read_whole


@dataclass(frozen=True, slots=True)
class Planned:
    """A file of one document, or a slice of one of many: records up to `skipped` and those in `finished` are done."""

    source: Source
    slice: Slice | None = None
    skipped: int = 0
    finished: Mapping[str, Entry] = field(default_factory=dict)


class Reader:
    """Turns files into events. With `retry_failed`, what failed before is tried again."""

    def __init__(
        self, options: Options, out: Path, journal: Journal, *, retry_failed: bool = False, fresh: bool = False
    ) -> None:
        """Read as `options` say; `journal` knows what is done of the outputs in `out`, none for a `fresh` batch."""
        self._fresh = fresh
        self._options = options
        self._out = out
        self._journal = journal
        self._retry_failed = retry_failed

    def events(self, sources: Iterable[Source]) -> Generator[Event, None, None]:
        """Yield the events of files one after the other; a file that cannot be read is an item with its error."""
        for source in sources:
            try:
                yield from self._file(source)
            except JisrError as error:
                yield _failed(source, error)
            except Exception as error:
                yield _failed(source, unexpected(source, error))

    def plan(self, sources: Iterable[Source], cut: Callable[[Source], Iterator[Slice]]) -> Iterator[Event | Planned]:
        """Yield the events of files with places in them instead of items, for other machines to read."""
        for source in sources:
            try:
                yield from self._planned(source, cut)
            except JisrError as error:
                yield _failed(source, error)

    def _file(self, source: Source) -> Iterator[Event]:
        state, current = self._states(source)
        if current is not None and self._is_finished(source, current):
            yield Skip(source, size_of(source.path), current.counts)
            return
        records = open_records(source, self._options)
        if records is None:
            yield read_whole(source, self._options)
            return
        resumed = current is not None and self._is_resumable(source, current)
        yield from self._records(source, records, state, resumed=resumed)

    def _planned(self, source: Source, cut: Callable[[Source], Iterator[Slice]]) -> Iterator[Event | Planned]:
        state, current = self._states(source)
        if current is not None and self._is_finished(source, current):
            yield Skip(source, size_of(source.path), current.counts)
            return
        records = open_records(source, self._options)
        if records is None:
            yield Planned(source)
            return
        records.close()
        resumed = current is not None and self._is_resumable(source, current)
        finished = self._finished(source, state)
        yield Begin(source, stamp_of(source.path), records.head, resumed)
        skipped = state.records if resumed and state is not None else 0
        for part in cut(source):
            if part.records + part.count > skipped:
                yield Planned(source, part, skipped, _within(finished, part))
        yield End(source)

    def _states(self, source: Source) -> tuple[FileState | None, FileState | None]:
        """Return what the journal knows of a file, and the same if the file is still as it was then."""
        if self._fresh:
            self._refuse_existing(source)
        state = self._journal.files.get(source.relative.as_posix())
        return state, state if state is not None and state.stamp == stamp_of(source.path) else None

    def _records(
        self, source: Source, records: RecordFile, state: FileState | None, *, resumed: bool
    ) -> Iterator[Event]:
        skipped = state.records if resumed and state is not None else 0
        size = 0
        try:
            finished = self._finished(source, state)
            yield Begin(source, stamp_of(source.path), records.head, resumed)
            for item in records.items:
                if item.number <= skipped:
                    size += item.size
                    continue
                if size and state is not None:
                    yield Skip(source, size, state.counts)
                    size = 0
                entry = finished.get(item.digest)
                yield item if entry is None else replace(item, request=None, error=None, reuse=entry)
        except JisrError as error:
            yield _broken_off(source, error)
        finally:
            records.close()
        if size and state is not None:
            yield Skip(source, size, state.counts)
        yield End(source)

    def _finished(self, source: Source, state: FileState | None) -> dict[str, Entry]:
        """Return by digest the records that a finished pass has translated, as far as its output is still there."""
        if state is None:
            return {}
        entries, _ = self._journal.entries(source.relative.as_posix())
        whole = bool(entries) and size_of(self._output(source, records=True)) == entries[-1].end
        return {entry.digest: entry for entry in entries if entry.ok} if whole else {}

    def _is_finished(self, source: Source, state: FileState) -> bool:
        if not state.done:
            return False
        if state.counts.failed and self._retry_failed:
            return False
        if state.counts.failed and not state.records:
            return True
        return size_of(self._output(source, records=state.records > 0)) == state.written

    def _is_resumable(self, source: Source, state: FileState) -> bool:
        """Whether the part file of an unfinished pass is there, or became the output just before the end."""
        if state.done:
            return False
        output = self._output(source, records=True)
        return size_of(part_of(output)) >= state.written or size_of(output) == state.written

    def _refuse_existing(self, source: Source) -> None:
        """Raise `OutputError` for an output that is there before the batch has written anything."""
        for records in (False, True):
            output = self._output(source, records=records)
            if output.exists():
                raise OutputError(
                    f"{output} is there already and not from this batch. Move it away, or name another --out."
                )

    def _output(self, source: Source, *, records: bool) -> Path:
        return output_of(source, self._out, self._options.format, records)


def _within(finished: dict[str, Entry], part: Slice) -> dict[str, Entry]:
    """Return the finished records of a slice, as far as the file is as it was."""
    return dict(islice(finished.items(), part.records, part.records + part.count))


def part_of(output: Path) -> Path:
    """Return where the records of a file are gathered until it is complete."""
    return output.with_name(f".{output.name}.part")


def _failed(source: Source, error: JisrError) -> Item:
    return Item(source, 0, "", "", size_of(source.path), None, error, lambda _: b"")


def _broken_off(source: Source, error: JisrError) -> Item:
    """Return a record for the rest of a file that cannot be read on."""
    return Item(source, -1, "from here on", "", 0, None, error, lambda _: b"")


def unexpected(source: Source, error: Exception) -> InputError:
    """Return the error for a fault that is not the document's, so that the batch goes on without it."""
    return InputError(
        f"{source.path}: {type(error).__name__} ({error}). If the file opens elsewhere, this is a fault "
        "of Jisr: please report it with the file."
    )
