"""Articles from files: txt, Markdown, HTML, docx, JSON Lines, csv, tsv and SubRip, told apart by their content.

Importing this module loads none of the libraries that read a format, nor the rules of sentences and languages; each is
loaded when a file needs it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from article.formats.extracted import Columns, ExtractedText
from article.model import Article
from article.record import Record
from article.source import MAX_BYTES, open_source, read_source
from base.errors import InputError
from base.languages import Language

__all__ = ["MAX_BYTES", "ExtractedText", "Record", "plain_text", "read_article", "read_articles", "read_bytes"]


def read_article(path: str | Path, *, column: str | None = None, language: Language | None = None) -> Article:
    """Return the one article in the file `path`.

    `column` names the field of the text in a jsonl, csv or tsv file with one record; `language` skips its detection.
    Raises `InputError` or one of its kinds: `EmptyInputError`, `EncodingError`, `FormatError` (several records, too),
    `LanguageError`, `TooLargeError`.
    """
    from article import extraction, records

    name, columns = str(path), Columns(text=column)
    with open_source(Path(path)) as stream:
        kind = records.record_format(stream, name)
        if kind is not None:
            rows = records.stream_rows(stream, kind, columns, name)
            return _build(extraction.only_row(rows, kind, name), name, language)
        return _build(plain_text(read_source(stream, name), name), name, language)


def plain_text(data: bytes, name: str = "") -> ExtractedText:
    """Return the text and the title of the one article in `data`, before sentences and language are looked at.

    Raises what `read_article` raises, `LanguageError` excepted.
    """
    from article import extraction

    return extraction.plain_text(data, name)


def read_bytes(data: bytes, name: str = "", *, language: Language | None = None) -> Article:
    """Return the one article in `data`; `name` is its path, URL or file name, where it has one.

    Raises what `read_article` raises.
    """
    return _build(plain_text(data, name), name or "<bytes>", language)


def read_articles(
    path: str | Path,
    *,
    column: str | None = None,
    title_column: str | None = None,
    id_column: str | None = None,
    language: Language | None = None,
    on_error: Callable[[Record], None] | None = None,
) -> Iterator[Record]:
    """Yield the records of a jsonl, csv or tsv file as they are read; a file of another format is one record.

    A record that is no article comes with its error instead, and the next one goes on; with `on_error` it goes there
    and not into the stream. A file that cannot be read at all, or without the wanted columns, raises as `read_article`.
    """
    path, columns = Path(path), Columns(column, title_column, id_column)
    for record in _records(path, columns, language):
        if record.error is not None and on_error is not None:
            on_error(record)
        else:
            yield record


def _records(path: Path, columns: Columns, language: Language | None) -> Iterator[Record]:
    from article import records

    with open_source(path) as stream:
        kind = records.record_format(stream, str(path))
        if kind is not None:
            for row in records.stream_rows(stream, kind, columns, str(path)):
                yield records.build_record(row, kind, path, language)
            return
        extracted = plain_text(read_source(stream, str(path)), str(path))
    try:
        yield Record(path.stem, _build(extracted, str(path), language), None, "line 1")
    except InputError as error:
        yield Record(path.stem, None, error, "line 1")


def _build(extracted: ExtractedText, origin: str, language: Language | None) -> Article:
    from article.document import build_article

    return build_article(extracted.text, origin=origin, title=extracted.title, language=language)
