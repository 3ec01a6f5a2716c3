"""Files of one document: read by their format, one item each."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Final

from article.formats import detect
from article.formats.extracted import Format
from article.source import open_source, read_source
from base.errors import EmptyInputError, FormatError, JisrError
from base.languages import Language
from translate.batch.formats.document import Document
from translate.batch.identity import digest
from translate.batch.model import Item, Options, Result, Source
from translate.batch.request import checked
from translate.report import segment_record

_Reader = Callable[[bytes, str, Language | None], Document]


def read_whole(source: Source, options: Options) -> Item:
    """Return the one item of a file; what hinders reading it is its error, not an exception."""
    size = 0
    try:
        data = read_source(open_source(source.path), str(source.path))
        size = len(data)
        document = _reader(data, source, options)(data, str(source.path), None)
        request = checked(document.request, options)
    except JisrError as error:
        return Item(source, 0, "", "", size, None, error, _nothing)

    def render(result: Result | None) -> bytes:
        if result is None:
            return b""
        return _json(source, result, options) if options.format == "jsonl" else document.render(result)

    return Item(source, 0, "", digest(data), size, request, None, render)


def summary_file(result: Result) -> bytes:
    """Return the summaries of a document for the file beside its output."""
    return (json.dumps(dict(result.summaries), ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _reader(data: bytes, source: Source, options: Options) -> _Reader:
    from translate.batch.formats import text

    if options.format != "keep":
        return text.read
    return _readers(_format(data, source))


def _readers(kind: Format) -> _Reader:
    """Import the reader of a format, and the library behind it, when a file needs it."""
    from translate.batch.formats import docx, html, markdown, srt, text

    readers: Final[dict[str, _Reader]] = {
        "docx": docx.read,
        "html": html.read,
        "markdown": markdown.read,
        "srt": srt.read,
    }
    return readers.get(kind, text.read)


def _format(data: bytes, source: Source) -> Format:
    from article.encoding import decode
    from article.formats.declared import declared_encoding

    origin = str(source.path)
    if not data.strip():
        raise EmptyInputError(f"{origin} is empty. Expected an Arabic or English document.")
    if detect.by_bytes(data, origin) == "docx":
        return "docx"
    kind = detect.by_text(decode(data, origin=origin, declared=declared_encoding(data)).text, origin, origin)
    if kind in ("jsonl", "csv", "tsv"):
        raise FormatError(f"{origin} holds records but cannot be read as {kind}. Write it again as UTF-8.")
    return kind


def _nothing(_: Result | None) -> bytes:
    return b""


def _json(source: Source, result: Result, options: Options) -> bytes:
    translation = result.translation
    record: dict[str, object] = {
        "origin": source.relative.as_posix(),
        "source_language": translation.source_language,
        "target_language": translation.target_language,
        "signature": translation.signature,
        options.into: translation.text,
    }
    if options.segments:
        record["segments"] = [segment_record(segment) for segment in translation.segments]
    if options.summaries:
        record["summaries"] = dict(result.summaries)
    return (json.dumps(record, ensure_ascii=False) + "\n").encode("utf-8", "replace")
