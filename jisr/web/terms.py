"""The glossary as the page edits it: rows of an Arabic and an English term."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from base.errors import FormatError
from translate.glossary import Entry, Glossary, read_glossary

Rows = list[list[str]]


def to_glossary(rows: Iterable[Sequence[object]]) -> Glossary | None:
    """Return the glossary of the rows with both terms; None when there is none."""
    pairs = [[str(cell or "").strip() for cell in row[:2]] for row in rows]
    entries = tuple(Entry(pair[0], pair[1]) for pair in pairs if len(pair) == 2 and all(pair))
    return Glossary(entries) if entries else None


def from_upload(path: Path, rows: Iterable[Sequence[object]], most: int = 2000) -> Rows:
    """Return `rows` with the entries of an uploaded csv, tsv or TBX file added, and delete the upload.

    Raises the errors of `read_glossary`, and `FormatError` beyond `most` entries.
    """
    try:
        glossary = read_glossary(path)
    finally:
        path.unlink(missing_ok=True)
    known = to_glossary(rows)
    entries = dict.fromkeys((*(known.entries if known else ()), *glossary.entries))
    if len(entries) > most:
        raise FormatError(f"The glossary has {len(entries):,} entries; this page takes {most:,}. Give a shorter one.")
    return [[entry.arabic, entry.english] for entry in entries]
