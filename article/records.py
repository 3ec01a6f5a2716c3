"""Files with many articles, read one by one: memory stays flat, and a bad record does not end the file."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from article import extraction
from article.document import build_article
from article.encoding import detect_encoding
from article.formats import detect
from article.formats.extracted import BadRow, Columns, Format, Row
from article.formats.json_lines import MAX_LINE
from article.record import Record
from base.errors import EncodingError, InputError, TooLargeError
from base.languages import Language

_SAMPLE: Final = 1 << 20


def record_format(stream: io.BufferedReader, name: str) -> Format | None:
    """Return the format of a stream of many records, or None for another one; nothing is taken from `stream`.

    Raises `FormatError` or `EncodingError` for what is no readable file.
    """
    sample = stream.peek(_SAMPLE)
    kind = detect.by_name(name)
    if not sample or kind not in (None, "txt", *extraction.RECORD_FORMATS) or detect.by_bytes(sample, name):
        return None
    kind = detect.by_text(sample.decode(detect_encoding(sample, origin=name), "replace"), name, name)
    return kind if kind in extraction.RECORD_FORMATS else None


def stream_rows(stream: io.BufferedReader, kind: Format, columns: Columns, name: str) -> Iterator[Row | BadRow]:
    """Yield the records of `stream` as they are read, and close it."""
    encoding = detect_encoding(stream.peek(_SAMPLE), origin=name)
    yield from extraction.rows(_lines(stream, encoding, kind, name), kind, columns, name)


def build_record(row: Row | BadRow, kind: Format, path: Path, language: Language | None) -> Record:
    """Return the record with its article built, or with the error that building it raised."""
    place = f"line {row.line}"
    if isinstance(row, BadRow):
        return Record(row.identifier, None, row.reason, place)
    try:
        found = extraction.from_field(row, kind, str(path))
        article = build_article(found.text, origin=f"{path}, {place}", title=found.title, language=language)
    except InputError as error:
        return Record(row.identifier, None, error, place)
    return Record(row.identifier, article, None, place)


def _lines(stream: io.BufferedReader, encoding: str, kind: Format, origin: str) -> Iterator[str]:
    """Yield lines with their ends; bytes that are no text come as surrogates DC80-DCFF, for the record to refuse."""
    errors = "strict" if encoding.startswith(("utf-16", "utf-32")) else "surrogateescape"
    # only LF ends a JSON line; a table keeps the line ends of its quoted fields
    newline = "\n" if kind == "jsonl" else ""
    with io.TextIOWrapper(stream, encoding=encoding, errors=errors, newline=newline) as text:
        number = 0
        while line := _next_line(text, origin, number):
            number += 1
            if len(line) > MAX_LINE:
                raise TooLargeError(
                    f"{origin}, line {number}: longer than {MAX_LINE:,} characters. Expected one article a line: "
                    "split it into several."
                )
            yield line


def _next_line(text: io.TextIOWrapper, origin: str, number: int) -> str:
    try:
        return text.readline(MAX_LINE + 1)
    except UnicodeDecodeError as error:
        raise EncodingError(
            f"{origin}, after line {number}: bytes {error.object[error.start : error.end].hex(' ')} are no "
            f"{error.encoding} text. Expected it throughout: write the file again as UTF-8."
        ) from None
