"""Bytes of any readable format to plain text."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import Final

from article.encoding import decode
from article.formats import detect
from article.formats.declared import declared_encoding
from article.formats.extracted import BadRow, Columns, ExtractedText, Format, Row
from article.formats.markup import is_page, strip_markup
from article.source import check_size
from base.errors import EmptyInputError, FormatError

RECORD_FORMATS: Final[frozenset[Format]] = frozenset(("jsonl", "csv", "tsv"))


def plain_text(data: bytes, name: str = "", *, columns: Columns = Columns()) -> ExtractedText:
    """Return the text of one article in `data`, whatever its format; `name` is its path or URL, where it has one.

    Raises `EmptyInputError`, `EncodingError`, `FormatError` (unreadable or broken, or a table of several articles) or
    `TooLargeError` (beyond `article.source.MAX_BYTES`).
    """
    origin = name or "the input"
    check_size(data, origin)
    if not data.strip():
        raise _empty(origin)
    if detect.by_bytes(data, origin) == "docx":
        from article.formats import word

        return word.extract(data, origin)
    text = decode(data, origin=origin, declared=declared_encoding(data)).text
    if not text.strip():
        raise _empty(origin)
    kind = detect.by_text(text, name, origin)
    if kind in RECORD_FORMATS:
        # without newline translation, so that quoted line ends stay as they are
        return only_row(rows(io.StringIO(text, newline=""), kind, columns, origin), kind, origin)
    return _extract(text, kind, origin)


def rows(lines: Iterable[str], kind: Format, columns: Columns, origin: str) -> Iterator[Row | BadRow]:
    """Yield the records of a jsonl, csv or tsv file, given as lines with their ends."""
    if kind == "jsonl":
        from article.formats import json_lines

        return json_lines.rows(lines, columns, origin)
    from article.formats import table

    return table.rows(lines, columns, origin, tabs=kind == "tsv")


def only_row(found: Iterator[Row | BadRow], kind: Format, origin: str) -> ExtractedText:
    """Return the text of the only record; raises `FormatError` when there are several."""
    first = next(found, None)
    if first is None:
        raise EmptyInputError(f"{origin} has no records. Expected at least one article.")
    if next(found, None) is not None:
        raise FormatError(
            f"{origin} holds several articles. Expected one: translate them all with python -m translate batch, or "
            "read them in Python with article.read.read_articles(path)."
        )
    if isinstance(first, BadRow):
        raise first.reason
    return from_field(first, kind, origin)


def from_field(row: Row, kind: Format, origin: str) -> ExtractedText:
    """Return the text of a record, with the markup of a crawled page removed."""
    if is_page(row.text):
        from article.formats import page

        extracted = page.extract(row.text, f"{origin}, line {row.line}")
        return ExtractedText(extracted.text, row.title or extracted.title, kind)
    return ExtractedText(strip_markup(row.text), row.title, kind)


def _extract(text: str, kind: Format, origin: str) -> ExtractedText:
    """Return the text of a document; the module of its format, and the library behind, are loaded only now."""
    if kind == "html":
        from article.formats import page

        return page.extract(text, origin)
    if kind == "srt":
        from article.formats import subtitles

        return subtitles.extract(text, origin)
    if kind == "markdown":
        from article.formats import markdown

        return markdown.extract(text)
    return ExtractedText(strip_markup(text), None, "txt")


def _empty(origin: str) -> EmptyInputError:
    return EmptyInputError(f"{origin} is empty. Expected an Arabic or English article.")
