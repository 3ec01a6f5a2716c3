"""Turning Word paragraphs, runs and tables to the direction of a language (ISO/IEC 29500-1)."""

from __future__ import annotations

from typing import Any, Final

from base.languages import Language

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# What may follow the setting in its parent, as the schema orders it.
_AFTER_BIDI: Final = [
    "adjustRightInd",
    "snapToGrid",
    "spacing",
    "ind",
    "contextualSpacing",
    "mirrorIndents",
    "suppressOverlap",
    "jc",
    "textDirection",
    "textAlignment",
    "textboxTightWrap",
    "outlineLvl",
    "divId",
    "cnfStyle",
    "rPr",
    "sectPr",
    "pPrChange",
]
_AFTER_RTL: Final = ["cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath", "rPrChange"]
_AFTER_VISUAL: Final = [
    "tblStyleRowBandSize",
    "tblStyleColBandSize",
    "tblW",
    "jc",
    "tblCellSpacing",
    "tblInd",
    "tblBorders",
    "shd",
    "tblLayout",
    "tblCellMar",
    "tblLook",
    "tblCaption",
    "tblDescription",
    "tblPrChange",
]
_AFTER_LANG: Final = ["eastAsianLayout", "specVanish", "oMath", "rPrChange"]
_TAGS: Final = {"ar": ("bidi", "ar-SA"), "en": ("val", "en-US")}


def turn_paragraph(paragraph: Any, language: Language) -> None:
    """Make a paragraph and its runs right-to-left for Arabic, left-to-right for English."""
    properties = paragraph.find(f"{_W}pPr")
    if properties is None:
        properties = paragraph.makeelement(f"{_W}pPr", {})
        paragraph.insert(0, properties)
    _switch(properties, "bidi", language == "ar", _AFTER_BIDI)
    for run in paragraph.findall(f".//{_W}r"):
        if run.find(f"{_W}t") is not None:
            _turn_run(run, language)


def turn_table(table: Any, language: Language) -> None:
    """Order the columns of a table from right to left for Arabic, from left to right for English."""
    properties = table.find(f"{_W}tblPr")
    if properties is not None:
        _switch(properties, "bidiVisual", language == "ar", _AFTER_VISUAL)


def _turn_run(run: Any, language: Language) -> None:
    properties = run.find(f"{_W}rPr")
    if properties is None:
        properties = run.makeelement(f"{_W}rPr", {})
        run.insert(0, properties)
    text = "".join(piece.text or "" for piece in run.findall(f"{_W}t"))
    latin = any(character.isascii() and character.isalpha() for character in text)
    arabic = any("\u0600" <= character <= "\u06ff" for character in text)
    _switch(properties, "rtl", language == "ar" and (arabic or not latin), _AFTER_RTL)
    tag = properties.find(f"{_W}lang")
    if tag is None:
        tag = properties.makeelement(f"{_W}lang", {})
        _insert(properties, tag, _AFTER_LANG)
    name, value = _TAGS[language]
    tag.set(f"{_W}{name}", value)


def _switch(properties: Any, name: str, on: bool, after: list[str]) -> None:
    """Set or remove a setting that is on by being there."""
    for found in properties.findall(f"{_W}{name}"):
        properties.remove(found)
    if on:
        _insert(properties, properties.makeelement(f"{_W}{name}", {}), after)


def _insert(properties: Any, element: Any, after: list[str]) -> None:
    following = {f"{_W}{name}" for name in after}
    place = next((at for at, child in enumerate(properties) if child.tag in following), len(properties))
    properties.insert(place, element)
