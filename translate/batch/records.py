"""Files of many documents (jsonl, csv, tsv): read record by record, written with the translation as a further field.

What a record has stays: the columns of a table byte for byte, the fields of a JSON object in their order.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice, repeat
from typing import Any, Final

from article import extraction, records
from article.encoding import detect_encoding
from article.formats.extracted import BadRow, Columns, Format, Row
from article.formats.table import _delimiter as delimiter_of
from article.source import open_source
from base.errors import EmptyInputError, FormatError, InputError, JisrError
from translate.batch.identity import digest
from translate.batch.model import Item, Options, Request, Result, Source
from translate.batch.request import checked
from translate.report import segment_record

_SAMPLE: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class Slice:
    """A part of a file of records: `count` records from byte `offset` on, which is after `lines` and `records`."""

    offset: int
    lines: int
    records: int
    count: int


@dataclass(frozen=True, slots=True)
class RecordFile:
    """An opened file of records: `head` is what its output begins with, `items` come one by one."""

    head: bytes
    items: Iterator[Item]
    stream: io.IOBase

    def close(self) -> None:
        """Close the file, wherever its items are."""
        self.stream.close()


@dataclass(frozen=True, slots=True)
class _Table:
    """The header of a csv or tsv file as written and as names, and its delimiter; empty for jsonl."""

    head: str = ""
    names: tuple[str, ...] = ()
    delimiter: str = ","


class _Tee:
    """Lines that are remembered as they are taken; `bytes` counts those of UTF-8 text."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)
        self._taken: list[str] = []
        self.count = 0
        self.bytes = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self._taken.append(line)
        return line

    def take(self) -> str:
        """Return what was taken since the last call."""
        self.count += len(self._taken)
        text = "".join(self._taken)
        self._taken.clear()
        return text


def is_records(source: Source) -> bool:
    """Say whether a file holds many documents; raises `InputError` or one of its kinds where it cannot be read."""
    with open_source(source.path) as stream:
        return records.record_format(stream, str(source.path)) is not None


def open_records(source: Source, options: Options, part: Slice | None = None) -> RecordFile | None:
    """Open a file of records, or return None for a file of another format.

    Raises `InputError` or one of its kinds for a file that cannot be read as a whole, or lacks the wanted columns;
    records that cannot be read are items with an error.
    """
    stream = open_source(source.path)
    try:
        kind = records.record_format(stream, str(source.path))
        if kind is None:
            stream.close()
            return None
        opened: io.IOBase = stream
        tee = _lines(stream, kind, source)
        table = _table(tee, options, kind, source) if kind != "jsonl" else _Table()
        if part is not None:
            stream.close()
            stream = open_source(source.path)
            encoding = detect_encoding(stream.peek(_SAMPLE), origin=str(source.path))
            stream.seek(part.offset)
            blanks = repeat("\n", part.lines - tee.count)
            text = io.TextIOWrapper(stream, encoding, "surrogateescape", newline="\n" if kind == "jsonl" else "")
            opened, tee = text, _Tee(chain(blanks, text))
    except BaseException:
        stream.close()
        raise
    items = _items(tee, table, kind, source, options, part.records if part else 0)
    return RecordFile(_head(table, options), islice(items, part.count) if part else items, opened)


def slices(source: Source, options: Options, size: int) -> Iterator[Slice]:
    """Yield the slices of a file of records, `size` records each; one that is no UTF-8 is a slice of its own."""
    with open_source(source.path) as stream:
        kind = records.record_format(stream, str(source.path))
        utf8 = detect_encoding(stream.peek(_SAMPLE), origin=str(source.path)) == "utf-8"
        if kind is None or not utf8:
            yield Slice(0, 0, 0, 1 << 62)
            return
        tee = _lines(stream, kind, source)
        table = _table(tee, options, kind, source) if kind != "jsonl" else _Table()
        offset, done, lines = len(_encoded(table.head)), 0, tee.count
        begun = (offset, lines)
        for done, raw in enumerate(_raw_records(tee, table, kind, source, options), start=1):
            offset += len(_encoded(raw))
            if done % size == 0:
                yield Slice(*begun, done - size, size)
                begun = (offset, tee.count)
        if done % size:
            yield Slice(*begun, done - done % size, done % size)


def _raw_records(tee: _Tee, table: _Table, kind: Format, source: Source, options: Options) -> Iterator[str]:
    for _ in _rows(tee, table, kind, source, options):
        yield tee.take()


def _lines(stream: io.BufferedReader, kind: Format, source: Source) -> _Tee:
    encoding = detect_encoding(stream.peek(_SAMPLE), origin=str(source.path))
    return _Tee(records._lines(stream, encoding, kind, str(source.path)))


def _table(tee: _Tee, options: Options, kind: Format, source: Source) -> _Table:
    """Read the header, and refuse one that has the new column already."""
    first = next((line for line in tee if line.strip("\ufeff \r\n")), None)
    if first is None:
        raise EmptyInputError(f"{source.path} is an empty table. Expected a header with column names, then the rows.")
    delimiter = delimiter_of(first.lstrip("\ufeff"), options.column, kind == "tsv")
    reader = csv.reader(chain([first.lstrip("\ufeff")], tee), delimiter=delimiter, strict=True)
    try:
        names = tuple(name.strip() for name in next(reader))
    except csv.Error as error:
        raise FormatError(f"{source.path}, line 1: broken header ({error}). Expected it as in RFC 4180.") from None
    for name in _new_columns(options):
        if name in names and options.format == "keep":
            raise FormatError(_taken(f"{source.path}, header", name))
    return _Table(tee.take(), names, delimiter)


def _rows(tee: _Tee, table: _Table, kind: Format, source: Source, options: Options) -> Iterator[Row | BadRow]:
    columns = Columns(options.column, options.title_column)
    lines = chain([table.head.lstrip("\ufeff\r\n")], tee) if table.head else tee
    return extraction.rows(lines, kind, columns, str(source.path))


def _items(tee: _Tee, table: _Table, kind: Format, source: Source, options: Options, before: int) -> Iterator[Item]:
    for number, row in enumerate(_rows(tee, table, kind, source, options), start=before + 1):
        # Blank lines before a record, which a slice has more of, are no part of it.
        raw = tee.take().lstrip("\r\n")
        request, error = _request(row, kind, source, options)
        make = _json_renderer if kind == "jsonl" else _table_renderer
        yield Item(
            source,
            number,
            f"line {row.line}",
            digest(table.head, raw),
            len(raw),
            request,
            error,
            make(raw, table, row.line, error, options),
        )


def _request(
    row: Row | BadRow, kind: Format, source: Source, options: Options
) -> tuple[Request | None, JisrError | None]:
    record = records.build_record(row, kind, source.path, None)
    if record.article is None:
        return None, record.error
    try:
        return checked(Request(record.article), options), None
    except InputError as error:
        return None, error


def _json_renderer(
    raw: str, table: _Table, line: int, error: JisrError | None, options: Options
) -> Callable[[Result | None], bytes]:
    del table

    def render(result: Result | None) -> bytes:
        if options.format == "txt":
            return _text_line(result)
        try:
            fields = json.loads(raw.strip("\ufeff \t\r\n"))
            fields = fields if isinstance(fields, dict) else {"line": line}
        except ValueError:
            fields = {"line": line}
        return _json_line(fields, result, error, options)

    return render


def _table_renderer(
    raw: str, table: _Table, line: int, error: JisrError | None, options: Options
) -> Callable[[Result | None], bytes]:
    def render(result: Result | None) -> bytes:
        if options.format == "txt":
            return _text_line(result)
        fields = next(csv.reader(io.StringIO(raw, newline=""), delimiter=table.delimiter), [])
        if len(fields) != len(table.names):
            return b"" if options.format == "keep" else _json_line({"line": line}, result, error, options)
        if options.format == "jsonl":
            return _json_line(dict(zip(table.names, fields, strict=True)), result, error, options)
        texts = result.summaries if result else {}
        added = [result.translation.text if result else "", *(texts.get(each, "") for each in options.summaries)]
        return _encoded(_with_columns(raw, added, table))

    return render


def _head(table: _Table, options: Options) -> bytes:
    if not table.head or options.format != "keep":
        return b""
    return _encoded(_with_columns(table.head, _new_columns(options), table))


def _new_columns(options: Options) -> list[str]:
    return [options.into, *(f"summary_{language}" for language in options.summaries)]


def _with_columns(raw: str, values: list[str], table: _Table) -> str:
    """Return a row as written with further fields, quoted where they need it."""
    bare = raw.rstrip("\r\n")
    end = raw[len(bare) :] or ("\r\n" if table.head.endswith("\r\n") else "\n")
    out = io.StringIO()
    csv.writer(out, delimiter=table.delimiter).writerow(["", *values])
    return f"{bare}{out.getvalue().removesuffix(chr(13) + chr(10)).removeprefix(chr(34) * 2)}{end}"


def _json_line(fields: dict[str, Any], result: Result | None, error: JisrError | None, options: Options) -> bytes:
    added: dict[str, Any] = {options.into: result.translation.text if result else None}
    if result is None:
        added["error"] = str(error) if error else "not translated, see the report of the batch"
    elif options.segments:
        added["segments"] = [_segment(segment_record(segment)) for segment in result.translation.segments]
    if options.summaries:
        added["summaries"] = dict(result.summaries) if result else {}
    return _encoded(json.dumps({**fields, **added}, ensure_ascii=False) + "\n")


def _segment(record: dict[str, object]) -> dict[str, object]:
    """Two decimals of a score are the same whatever shares a batch; more of them are not always."""
    score = record["score"]
    return {**record, "score": round(score, 2) if isinstance(score, float) else score}


def _text_line(result: Result | None) -> bytes:
    """Return a translation as one line; a failed record is an empty one."""
    return _encoded((" ".join(result.translation.text.split()) if result else "") + "\n")


def _taken(where: str, name: str) -> str:
    return f"{where}: there is a field {name!r} already. Name another one for the translation: --into NAME."


def _encoded(text: str) -> bytes:
    try:
        return text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace")
