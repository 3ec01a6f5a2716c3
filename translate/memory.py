"""Translation memory: a sentence that was translated once is not translated again.

What counts as the same sentence is its spelling as written, not as normalised: quotation marks and digits of the
target follow those of the source, and a flag names a number as the source spells it. (The engine, which sees the
normalised spelling, decodes sentences that differ in that only once per call anyway.)
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import threading
from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from base.errors import OutputError
from base.files import output_error
from base.flags import Flag

_MOST: Final = 20_000
_BUSY_SECONDS: Final = 30
_SCHEMA: Final = "create table if not exists memory (key blob primary key, value text not null) without rowid"
_AT_ONCE: Final = 500


@dataclass(frozen=True, slots=True)
class Remembered:
    """A finished target (head and tail of the unit not included), its score and its flags."""

    text: str
    score: float
    flags: tuple[Flag, ...] = ()


class Memory(Protocol):
    """Keeps translations by key. Safe to use from several threads."""

    def get(self, keys: Iterable[bytes]) -> dict[bytes, Remembered]:
        """Return what is remembered of `keys`."""
        ...

    def put(self, entries: Mapping[bytes, Remembered]) -> None:
        """Remember translations."""
        ...


def memory_key(context: str, text: str) -> bytes:
    """Return sixteen bytes for a sentence; `context` is everything else that decides its translation."""
    return hashlib.blake2b(f"{context}\0{text}".encode("utf-8", "surrogatepass"), digest_size=16).digest()


class RecentMemory:
    """The last `most` translations, in memory; the one not asked for longest goes first."""

    def __init__(self, most: int = _MOST) -> None:
        """Keep at most `most` translations (20,000 take about 15 MB)."""
        self._most = most
        self._entries: OrderedDict[bytes, Remembered] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, keys: Iterable[bytes]) -> dict[bytes, Remembered]:
        """Return what is remembered of `keys`."""
        with self._lock:
            found = {key: self._entries[key] for key in keys if key in self._entries}
            for key in found:
                self._entries.move_to_end(key)
        return found

    def put(self, entries: Mapping[bytes, Remembered]) -> None:
        """Remember translations and forget the oldest ones beyond the limit."""
        with self._lock:
            self._entries.update(entries)
            while len(self._entries) > self._most:
                self._entries.popitem(last=False)


class StoredMemory:
    """Translations in an SQLite file that outlives the run, with the recent ones in memory before it."""

    def __init__(self, path: Path) -> None:
        """Open or create the file; raises `OutputError` when it is no database or cannot be written."""
        self._path = path
        self._recent = RecentMemory()
        self._lock = threading.Lock()
        try:
            self._database = sqlite3.connect(path, check_same_thread=False, timeout=_BUSY_SECONDS)
            self._database.execute("pragma journal_mode=wal")
            self._database.execute("pragma synchronous=normal")
            self._database.execute(_SCHEMA)
        except sqlite3.Error as error:
            raise self._error(error) from error

    def get(self, keys: Iterable[bytes]) -> dict[bytes, Remembered]:
        """Return what is remembered of `keys`, in this run or an earlier one."""
        wanted = list(keys)
        found = self._recent.get(wanted)
        missing = [key for key in wanted if key not in found]
        for start in range(0, len(missing), _AT_ONCE):
            found |= self._stored(missing[start : start + _AT_ONCE])
        return found

    def put(self, entries: Mapping[bytes, Remembered]) -> None:
        """Remember translations in memory and in the file, all of them or, after an error, none."""
        self._recent.put(entries)
        rows = [(key, _dump(value)) for key, value in entries.items()]
        try:
            with self._lock, self._database:
                self._database.executemany("insert or replace into memory values (?, ?)", rows)
        except sqlite3.Error as error:
            raise self._error(error) from error

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def _stored(self, keys: list[bytes]) -> dict[bytes, Remembered]:
        marks = ",".join("?" * len(keys))
        try:
            with self._lock:
                rows = self._database.execute(f"select key, value from memory where key in ({marks})", keys).fetchall()
        except sqlite3.Error as error:
            raise self._error(error) from error
        return {key: _load(value) for key, value in rows}

    def _error(self, error: sqlite3.Error) -> OutputError:
        if isinstance(error, sqlite3.DatabaseError) and "not a database" in str(error):
            return OutputError(f"{self._path} is no SQLite file ({error}). Name another file for the memory.")
        return output_error(self._path, OSError(0, str(error)))


def _dump(value: Remembered) -> str:
    flags = [[flag.code, flag.detail] for flag in value.flags]
    return json.dumps([value.text, value.score, flags], ensure_ascii=False, separators=(",", ":"))


def _load(value: str) -> Remembered:
    text, score, flags = json.loads(value)
    return Remembered(text, score, tuple(Flag(code, detail) for code, detail in flags))
