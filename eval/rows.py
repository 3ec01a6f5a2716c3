"""Rows of scores in a file, one JSON object a line."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from base.errors import FormatError, InputError
from base.files import write_atomic

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    Row = TypeVar("Row", bound=DataclassInstance)


def write_rows(path: Path, rows: Sequence[Row]) -> None:
    """Write frozen dataclasses of plain fields as JSON lines; raises `OutputError`."""
    write_atomic(path, "".join(json.dumps(asdict(row), ensure_ascii=False) + "\n" for row in rows))


def read_rows(path: Path, kind: type[Row], what: str) -> list[Row]:
    """Return the rows of a file.

    Raises `InputError` when it cannot be read, and `FormatError` that names a line which is no `what`.
    """
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except OSError as error:
        raise InputError(f"Cannot read {path}: {error}. Run `python -m eval record` first.") from error
    found: list[Row] = []
    for number, line in enumerate(lines, 1):
        try:
            found += [kind(**json.loads(line))] if line else []
        except (json.JSONDecodeError, TypeError) as error:
            again = "Run `python -m eval record` again."
            raise FormatError(f"{path}: line {number} is no {what} ({error}). {again}") from error
    return found
