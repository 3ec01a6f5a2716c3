"""csv and tsv (RFC 4180): a header with the names of the columns, then one article a row.

The delimiter is the one of comma, semicolon, tab and bar that gives the header most columns, among those with which the
wanted column is there. A row with more or fewer fields than the header is an error: an unquoted comma would cut a text.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Final

from article.encoding import check_surrogates
from article.formats.extracted import BadRow, Columns, Row
from article.formats.fields import optional_field, text_field
from base.errors import EmptyInputError, FormatError, InputError

if TYPE_CHECKING:
    from _csv import Reader

MAX_FIELD: Final = 64_000_000
_DELIMITERS: Final = ",;\t|"


@dataclass(frozen=True, slots=True)
class _Header:
    """Positions of the fields that matter, in a row of `width` fields."""

    width: int
    text: int
    title: int | None
    identifier: int | None


def rows(lines: Iterable[str], columns: Columns, origin: str, *, tabs: bool = False) -> Iterator[Row | BadRow]:
    """Yield the records of a table with a header; a broken one is a `BadRow` and the next row goes on.

    `lines` keep their line ends. Raises `EmptyInputError` without a header, `FormatError` listing the columns when the
    wanted ones are not there.
    """
    iterator = iter(lines)
    first = next((line for line in iterator if line.strip("\ufeff \r\n")), "").lstrip("\ufeff")
    if not first:
        raise EmptyInputError(
            f"{origin} is an empty table. Expected a header with column names, then one article a row."
        )
    csv.field_size_limit(max(MAX_FIELD, csv.field_size_limit()))
    try:
        reader = csv.reader(chain([first], iterator), delimiter=_delimiter(first, columns.text, tabs), strict=True)
        header = _header(next(reader), columns, origin)
        yield from _records(reader, header, origin)
    except csv.Error as error:
        raise FormatError(
            f"{origin}, line 1: broken header ({error}). Expected column names, quoted as in RFC 4180."
        ) from None


def _delimiter(line: str, wanted: str | None, tabs: bool) -> str:
    if tabs and "\t" in line:
        return "\t"
    headers = {mark: next(csv.reader([line], delimiter=mark), []) for mark in _DELIMITERS}
    fitting = [mark for mark, names in headers.items() if wanted in [name.strip() for name in names]]
    return max(fitting or _DELIMITERS, key=lambda mark: len(headers[mark]))


def _header(names: list[str], columns: Columns, origin: str) -> _Header:
    given = tuple(name.strip() for name in names)
    where = f"{origin}, header"
    wanted = None if columns.text is None and len(given) > 1 else columns.text or given[0]
    title = optional_field(given, "title", columns.title, where)
    identifier = optional_field(given, "id", columns.identifier, where)
    return _Header(
        len(given),
        given.index(text_field(given, wanted, where)),
        given.index(title) if title else None,
        given.index(identifier) if identifier else None,
    )


def _records(reader: Reader, header: _Header, origin: str) -> Iterator[Row | BadRow]:
    record = 0
    while True:
        line = reader.line_num + 1
        try:
            fields = next(reader, None)
            if fields is None:
                return
            if not fields:
                continue
            record += 1
            yield _row(fields, header, line, record, origin)
        except csv.Error as error:
            record += 1
            yield BadRow(str(record), _broken(origin, line, reader.line_num, error), line)
        except InputError as error:
            yield BadRow(str(record), error, line)


def _row(fields: list[str], header: _Header, line: int, record: int, origin: str) -> Row:
    if len(fields) != header.width:
        raise FormatError(
            f"{origin}, line {line}: {len(fields)} fields, and the header has {header.width}. Expected as many: "
            'put a text that holds the delimiter or a line end in quotes, "like this", and double the quotes inside it.'
        )
    for field in fields:
        check_surrogates(field, origin=origin, place=f"line {line}")
    identifier = fields[header.identifier].strip() if header.identifier is not None else ""
    title = fields[header.title].strip() if header.title is not None else ""
    return Row(identifier or str(record), fields[header.text], title or None, line)


def _broken(origin: str, first: int, last: int, error: csv.Error) -> FormatError:
    lines = f"line {first}" if first >= last else f"lines {first} to {last}"
    return FormatError(
        f"{origin}, {lines}: broken csv ({error}). Expected every quoted field to end with a quote, and "
        'quotes inside it doubled, "like ""this""". Correct the row, or export '
        "the table again from the program it came from."
    )
