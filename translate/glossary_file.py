"""Reading glossaries: two columns as csv or tsv, or a basic TBX file (ISO 30042)."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from xml.etree import ElementTree

from base.errors import EncodingError, FormatError, InputError
from translate.glossary import Entry

_ARABIC: Final = re.compile(r"[\u0621-\u064a]")
_HEADERS: Final = {"ar", "arabic", "en", "english", "source", "target", "العربية", "الإنجليزية"}
_XML_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"


def read_entries(path: Path) -> tuple[Entry, ...]:
    """Return the entries of a glossary file, in its order; see `read_glossary` for formats and errors."""
    text = _read(path)
    found = tuple(_tbx(text, path)) if path.suffix.lower() in (".tbx", ".xml") else tuple(_table(text, path))
    if not found:
        raise FormatError(f"{path} holds no entry. Expected two columns, an Arabic and an English one, or TBX.")
    return found


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise EncodingError(f"{path} is not UTF-8 (byte {error.start}). Save the glossary as UTF-8.") from error
    except OSError as error:
        raise InputError(f"Cannot read the glossary {path}: {error.strerror}. Check the path.") from error


def _table(text: str, path: Path) -> Iterator[Entry]:
    delimiter = "\t" if "\t" in text.split("\n", 1)[0] or path.suffix.lower() == ".tsv" else ","
    if delimiter == "," and ";" in text.split("\n", 1)[0] and "," not in text.split("\n", 1)[0]:
        delimiter = ";"
    for number, row in enumerate(csv.reader(text.splitlines(), delimiter=delimiter), start=1):
        cells = [cell.strip() for cell in row]
        if not any(cells) or cells[0].startswith("#"):
            continue
        if number == 1 and {cell.casefold() for cell in cells[:2]} <= _HEADERS:
            continue
        yield _entry(cells, f"{path}, line {number}")


def _entry(cells: list[str], where: str) -> Entry:
    if len(cells) < 2 or not cells[0] or not cells[1]:
        raise FormatError(f"{where}: found {len([c for c in cells if c])} column(s), expected two: Arabic and English.")
    first, second = (bool(_ARABIC.search(cell)) for cell in cells[:2])
    if first == second:
        raise FormatError(f"{where}: {cells[0]!r} and {cells[1]!r}: expected one Arabic and one English term.")
    return Entry(cells[0], cells[1]) if first else Entry(cells[1], cells[0])


def _tbx(text: str, path: Path) -> Iterator[Entry]:
    if "<!ENTITY" in text:
        raise FormatError(f"{path} declares XML entities, which are not read. Remove the <!ENTITY ...> lines.")
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        raise FormatError(f"{path} is no well-formed XML: {error}. Export it again as TBX, csv or tsv.") from error
    for element in root.iter():
        if _name(element) in ("termEntry", "conceptEntry"):
            terms = {language: list(_terms(element, language)) for language in ("ar", "en")}
            yield from (Entry(arabic, english) for arabic in terms["ar"] for english in terms["en"])


def _terms(concept: ElementTree.Element, language: str) -> Iterator[str]:
    for section in concept:
        if _name(section) in ("langSet", "langSec") and section.get(_XML_LANG, "").lower()[:2] == language:
            yield from ((e.text or "").strip() for e in section.iter() if _name(e) == "term" and e.text)


def _name(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2]
