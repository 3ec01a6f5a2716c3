"""Reading local files: lines, tables and JSON lines, with errors that name the line."""

from __future__ import annotations

import csv
import io
import json
import lzma
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from base.errors import EncodingError, FormatError, InputError
from base.languages import LANGUAGES, NAMES, Language
from eval.dataset import DataSet, Item, TaskName, checksum_of_file
from eval.validate import check_counts, check_ids

Row = Mapping[str, object]
_SUFFIXES: Final = (".tsv", ".csv", ".jsonl")
_TRANSLATIONS: Final = ("references", "reference", "target", "translation")
_SUMMARIES: Final = ("references", "summaries", "reference", "summary")


def read_text(path: Path) -> str:
    """Return the text of a UTF-8 file, `.xz` unpacked.

    Raises `InputError` when it cannot be opened, `EncodingError` when it is not UTF-8.
    """
    try:
        data = lzma.decompress(path.read_bytes()) if path.suffix == ".xz" else path.read_bytes()
    except (OSError, lzma.LZMAError) as error:
        raise InputError(f"Cannot read {path}: {error}. Give the path of an existing, readable file.") from error
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise EncodingError(f"{path}: line {line} is not UTF-8. Save the file as UTF-8.") from error


def read_lines(path: Path) -> list[str]:
    """Return the lines of a file, one text each; only a line feed ends a line, the last one may lack it."""
    lines = read_text(path).replace("\r\n", "\n").split("\n")
    return lines[:-1] if lines[-1] == "" else lines


def read_rows(path: Path) -> list[dict[str, object]]:
    """Return the rows of a tsv, csv or jsonl file (possibly `.xz`), each by column name.

    A tsv whose first line has no known column name is taken as source and reference, or Arabic and English, without a
    header: its columns are called `1`, `2`, ... Raises `FormatError`, naming the line, for a broken row.
    """
    suffix = Path(path.stem).suffix if path.suffix == ".xz" else path.suffix
    if suffix == ".jsonl":
        return _json_rows(path)
    if suffix in (".tsv", ".csv"):
        return _table_rows(path, "\t" if suffix == ".tsv" else ",")
    raise FormatError(f"{path}: unknown kind of file {suffix!r}; expected one of {', '.join(_SUFFIXES)}.")


def local_dataset(path: Path, task: TaskName, source: Language, target: Language) -> DataSet:
    """Return a file as a data set.

    Translations: columns `source` and `reference` (or `references`), or `ar` and `en`. Summaries: `text` and `summary`
    (or `summaries`), `title` where there is one. `id` and `domain` are optional. Raises `InputError` and its kin.
    """
    rows = read_rows(path)
    make = _translation if task == "translate" else _summary
    items = tuple(make(row, number, path, source, target) for number, row in enumerate(rows, 1))
    check_ids((item.id for item in items), str(path))
    return DataSet(
        path.name, task, source, target, items, "unknown (local file)", checksum_of_file(path), total=len(items)
    )


def parallel_files(
    task: TaskName, sources: Path, references: Sequence[Path], source: Language, target: Language
) -> DataSet:
    """Return line-aligned files as a data set; raises `InputError` when line counts differ."""
    lines = read_lines(sources)
    columns = [read_lines(path) for path in references]
    for path, column in zip(references, columns, strict=True):
        check_counts((str(sources), len(lines)), (str(path), len(column)))
    items = tuple(
        Item(str(number), text, tuple(wanted))
        for number, (text, wanted) in enumerate(zip(lines, zip(*columns, strict=True), strict=True), 1)
    )
    checksum = checksum_of_file(references[0])
    name = references[0].name
    return DataSet(name, task, source, target, items, "unknown (local file)", checksum, total=len(items))


def text_of(row: Row, column: str, where: str) -> str:
    """Return a column that has to be text; raises `FormatError` naming `where` it was looked for."""
    value = row.get(column)
    if not isinstance(value, str):
        raise FormatError(f"{where}: column {column!r} holds {type(value).__name__}, expected text.")
    return value


def texts_of(row: Row, columns: Sequence[str], where: str) -> tuple[str, ...]:
    """Return the first of `columns` that the row has, a text or a list of texts, as a tuple of texts."""
    for column in columns:
        value = row.get(column)
        if isinstance(value, list) and value and all(isinstance(text, str) for text in value):
            return tuple(value)
        if isinstance(value, str):
            return (value,)
    raise FormatError(
        f"{where}: none of the columns {', '.join(columns)} holds text; found {', '.join(row) or 'none'}."
    )


def _translation(row: Row, number: int, path: Path, source: Language, target: Language) -> Item:
    where = f"{path}, row {number}"
    if set(LANGUAGES) <= set(row):
        text, wanted = text_of(row, source, where), texts_of(row, (target,), where)
    elif "1" in row and "2" in row:
        text, wanted = text_of(row, "1", where), texts_of(row, ("2",), where)
    else:
        text, wanted = text_of(row, "source", where), texts_of(row, _TRANSLATIONS, where)
    return Item(_name(row, number), text, wanted, str(row.get("domain") or ""))


def _summary(row: Row, number: int, path: Path, source: Language, target: Language) -> Item:
    where = f"{path}, row {number}"
    columns = (f"summary_{target}", *_SUMMARIES) if source != target else (*_SUMMARIES, f"summary_{target}")
    text = texts_of(row, ("text", "source", "article"), where)[0]
    title = row.get("title")
    return Item(
        _name(row, number),
        text,
        texts_of(row, columns, where),
        str(row.get("domain") or ""),
        title if isinstance(title, str) else "",
    )


def _name(row: Row, number: int) -> str:
    return str(row.get("id") or number)


def _json_rows(path: Path) -> list[dict[str, object]]:
    rows = []
    for number, line in enumerate(read_lines(path), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise FormatError(
                f"{path}: line {number} is no JSON ({error.msg} at character {error.pos + 1}). "
                "Every line has to be one whole JSON object."
            ) from error
        if not isinstance(row, dict):
            raise FormatError(f"{path}: line {number} holds a {type(row).__name__}, expected a JSON object.")
        rows.append(row)
    return rows


def _table_rows(path: Path, delimiter: str) -> list[dict[str, object]]:
    """Return the rows of a table; in a tsv quotation marks are text, as test sets are written."""
    text = io.StringIO(read_text(path), newline="")
    reader = csv.reader(text) if delimiter == "," else csv.reader(text, delimiter=delimiter, quoting=csv.QUOTE_NONE)
    table = [row for row in reader if row]
    if not table:
        return []
    known = {"source", "reference", "text", "summary", "id", "target", *LANGUAGES}
    names = [name.strip().lower() for name in table[0]]
    if known & set(names):
        table = table[1:]
    elif delimiter == ",":
        raise FormatError(
            f"{path}: no known column in its first line ({', '.join(names)}); expected source, reference."
        )
    else:
        names = [str(place) for place in range(1, len(names) + 1)]
    for number, row in enumerate(table, 1):
        if len(row) != len(names):
            raise FormatError(f"{path}: row {number} has {len(row)} columns, expected {len(names)}.")
    return [dict(zip(names, row, strict=True)) for row in table]


def wrong_direction(name: str, source: Language, target: Language) -> InputError:
    """Return the error for a direction that a data set does not have."""
    return InputError(f"{name} has no {NAMES[source]} texts with {NAMES[target]} references. Name another direction.")
