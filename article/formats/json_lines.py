"""JSON Lines: one JSON object a line, one article an object."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, Final, Literal

from article.encoding import check_surrogates
from article.formats.extracted import BadRow, Columns, Row
from article.formats.fields import optional_field, text_field
from base.errors import FormatError, InputError

MAX_LINE: Final = 64_000_000


def looks_like(text: str) -> bool:
    """Say whether the first line of `text` that is not blank is a JSON object."""
    first = text.lstrip("\ufeff \t\r\n").partition("\n")[0].strip()
    if not (first.startswith("{") and first.endswith("}")):
        return False
    try:
        return isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return False


def rows(lines: Iterable[str], columns: Columns, origin: str) -> Iterator[Row | BadRow]:
    """Yield the record of each line that is not blank; a broken one is a `BadRow` and the next line goes on."""
    record = number = 0
    iterator = iter(lines)
    while True:
        number += 1
        try:
            line = next(iterator, None)
            if line is None:
                return
            if line.strip("\ufeff \t\r\n"):
                record += 1
                yield _row(line.lstrip("\ufeff"), columns, number, record, origin)
        except InputError as error:
            yield BadRow(str(record), error, number)


def _row(line: str, columns: Columns, number: int, record: int, origin: str) -> Row:
    place = f"line {number}"
    check_surrogates(line, origin=origin, place=place)
    fields = _object(line, number, origin)
    found = text_field(tuple(fields), columns.text, f"{origin}, {place}")
    text = _text(fields[found], found, f"{origin}, {place}")
    check_surrogates(text, origin=origin, place=f"{place}, field {found!r}")
    title = _optional(fields, "title", columns.title, origin, place)
    identifier = _optional(fields, "id", columns.identifier, origin, place)
    return Row(identifier or str(record), text, title, number)


def _object(line: str, number: int, origin: str) -> dict[str, Any]:
    try:
        value = json.loads(line.rstrip("\r\n"))
    except json.JSONDecodeError as error:
        raise FormatError(
            f"{origin}, line {number}, column {error.colno}: broken JSON ({error.msg}) "
            f"at {line[error.pos :][:30].strip()!r}. "
            f"Expected one whole JSON object on each line. See it with: sed -n {number}p FILE | python -m json.tool. "
            "If an object runs over several lines: jq -c . FILE > FILE.jsonl."
        ) from None
    except (RecursionError, ValueError) as error:
        raise FormatError(
            f"{origin}, line {number}: JSON beyond what can be read ({error}). Expected an object with a text."
        ) from None
    if not isinstance(value, dict):
        raise FormatError(
            f"{origin}, line {number}: found a JSON {_kind(value)}. Expected an object such as "
            '{"text": "..."}. For a file with one array: jq -c \'.[]\' FILE > FILE.jsonl.'
        )
    return value


def _text(value: object, name: str, where: str) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return "\n\n".join(value)
    raise FormatError(
        f"{where}: the field {name!r} is a JSON {_kind(value)}. Expected a string, or an array of strings (paragraphs)."
    )


def _optional(
    fields: dict[str, Any], purpose: Literal["title", "id"], name: str | None, origin: str, place: str
) -> str | None:
    found = optional_field(tuple(fields), purpose, name, f"{origin}, {place}")
    value = fields.get(found) if found else None
    if value is None or isinstance(value, (dict, list)):
        return None
    text = str(value)
    check_surrogates(text, origin=origin, place=f"{place}, field {found!r}")
    return text.strip() or None


def _kind(value: object) -> str:
    names = {dict: "object", list: "array", str: "string", bool: "boolean", type(None): "null"}
    return names.get(type(value), "number")
