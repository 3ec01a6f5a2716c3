"""What a batch has done, line by line in a file that only grows, so that nothing is lost and nothing is done twice.

Each line is a JSON object, written and synced after the output it tells of. A line that a crash cut off is dropped.
Lines about a file: `begin` (its records follow; what an earlier pass wrote of them no longer counts), one per record
with `end`, the size of the output behind it, and `done`. Files of one document have `done` alone.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from base.errors import OutputError
from base.files import output_error
from translate.batch.identity import Stamp
from translate.batch.model import Counts, Entry, Rendered

_NAME: Final = "journal.jsonl"


@dataclass(slots=True)
class FileState:
    """How far a file is. `written` is the size of its output, `records` how many of its records are in it."""

    stamp: Stamp
    done: bool = False
    written: int = 0
    records: int = 0
    counts: Counts = field(default_factory=Counts)


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that could not be translated: file, place in it, and reason."""

    file: str
    place: str
    reason: str
    exit_code: int


class Journal:
    """The journal of one output folder."""

    def __init__(self, folder: Path) -> None:
        """Use the journal in `folder`, which need not be there yet."""
        self.path = folder / _NAME
        self.files: dict[str, FileState] = {}
        self.job: dict[str, Any] = {}
        self._handle = -1
        self._size = 0

    def load(self) -> None:
        """Read what was done; a torn last line is no part of it. Raises `OutputError` for a damaged journal."""
        for line, size in self._lines():
            self._size = size
            if "job" in line:
                self.job = line["job"]
            else:
                self._apply(line)

    def open(self, job: dict[str, Any]) -> None:
        """Open for writing, drop a torn last line, and state the job in a new journal."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._handle = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o644)
            os.ftruncate(self._handle, self._size)
        except OSError as error:
            raise output_error(self.path, error) from error
        if not self.job:
            self.job = job
            self.write([{"job": job}])

    def write(self, lines: Sequence[dict[str, Any]]) -> None:
        """Append lines and wait until they are on the disk; raises `OutputError`."""
        data = "".join(json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n" for line in lines)
        payload = data.encode("utf-8", "replace")
        try:
            view = memoryview(payload)
            while view:
                view = view[os.write(self._handle, view) :]
            os.fsync(self._handle)
        except OSError as error:
            raise output_error(self.path, error) from error
        for line in lines:
            if "job" not in line:
                self._apply(line)

    def close(self) -> None:
        """Close the file."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1

    def entries(self, file: str) -> tuple[list[Entry], list[Entry]]:
        """Return the records of the last finished pass over a file, and those of the pass that is not finished."""
        finished: list[Entry] = []
        current: list[Entry] = []
        head = 0
        for line, _ in self._lines():
            if line.get("file") != file:
                continue
            if "begin" in line:
                current, head = [], line["head"]
            elif "n" in line:
                start = current[-1].end if current else head
                current.append(Entry(line["digest"], start, line["end"], line["ok"], _counts(line)))
            elif "done" in line:
                finished, current = current, []
        return finished, current

    def failures(self) -> Iterator[Failure]:
        """Yield the failures that are left, file by file."""
        found: dict[str, list[Failure]] = {}
        for line, _ in self._lines():
            if "job" in line:
                continue
            file = line["file"]
            if "begin" in line or ("done" in line and "ok" in line):
                found.pop(file, None)
            if line.get("ok") is False:
                failure = Failure(file, line.get("place", ""), line["reason"], line.get("code", 1))
                found.setdefault(file, []).append(failure)
        for failures in found.values():
            yield from failures

    def _lines(self) -> Iterator[tuple[dict[str, Any], int]]:
        """Yield each whole line with the size of the journal behind it."""
        size = 0
        try:
            with self.path.open("rb") as stream:
                for number, raw in enumerate(stream, start=1):
                    if not raw.endswith(b"\n"):
                        return
                    size += len(raw)
                    yield self._parsed(raw, number), size
        except FileNotFoundError:
            return
        except OSError as error:
            raise output_error(self.path, error) from error

    def _parsed(self, raw: bytes, number: int) -> dict[str, Any]:
        try:
            line: dict[str, Any] = json.loads(raw)
        except ValueError:
            raise OutputError(
                f"{self.path}, line {number} is damaged. Restore the file from a copy, or start again in a new --out."
            ) from None
        return line

    def _apply(self, line: dict[str, Any]) -> None:
        file = line["file"]
        if "begin" in line:
            self.files[file] = FileState(_stamp(line))
            self.files[file].written = line["head"]
        elif "n" in line:
            state = self.files[file]
            state.records, state.written = state.records + 1, line["end"]
            state.counts += _counts(line)
        elif "ok" in line:
            self.files[file] = FileState(_stamp(line), True, line["end"], 0, _counts(line))
        else:
            self.files[file].done = True


def record_line(
    file: str, number: int, digest: str, end: int, counts: Counts, failure: dict[str, Any]
) -> dict[str, Any]:
    """Return the line of a record."""
    return {"file": file, "n": number, "digest": digest, "end": end, **_outcome(counts), **failure}


def begin_line(file: str, stamp: Stamp, head: int) -> dict[str, Any]:
    """Return the line before the records of a file; `head` is the size of what its output begins with."""
    return {"file": file, "begin": True, "stamp": list(stamp), "head": head}


def done_line(file: str) -> dict[str, Any]:
    """Return the line behind the records of a file."""
    return {"file": file, "done": True}


def document_line(file: str, stamp: Stamp, end: int, counts: Counts, failure: dict[str, Any]) -> dict[str, Any]:
    """Return the line of a file of one document."""
    return {"file": file, "stamp": list(stamp), "done": True, "end": end, **_outcome(counts), **failure}


def failure_fields(place: str, made: Rendered) -> dict[str, Any]:
    """Return what a line says about a failure, nothing where there is none."""
    return {"place": place, "reason": made.reason, "code": made.exit_code} if made.counts.failed else {}


def _outcome(counts: Counts) -> dict[str, Any]:
    return {"ok": not counts.failed, "s": counts.sentences, "w": counts.words, "f": counts.flagged}


def _counts(line: dict[str, Any]) -> Counts:
    ok = bool(line["ok"])
    return Counts(int(ok), int(not ok), line["s"], line["w"], line["f"])


def _stamp(line: dict[str, Any]) -> Stamp:
    size, changed = line["stamp"]
    return size, changed
