"""A reading as a Word document: facing columns, Arabic paragraphs and runs marked right-to-left.

Alignment alone does not turn a paragraph round: `w:bidi` on the paragraph and `w:rtl` on the run do (ISO/IEC 29500-1,
17.3.1.6 and 17.3.2.30).
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from base.languages import Language
from jisr.bidi import runs
from jisr.exports.layout import LABELS, rows, text_in, warnings
from jisr.messages import message
from jisr.reading import Reading
from summarize.model import Summary

if TYPE_CHECKING:
    from docx.document import Document

_LANGUAGE_TAGS = {"ar": "ar-SA", "en": "en-US"}


def document(reading: Reading) -> bytes:
    """Return the bytes of the .docx file. Characters that XML forbids are left out."""
    import docx

    word = docx.Document()
    for language, summary in reading.summaries.items():
        _add_summary(word, summary, language)
    _add_pages(word, reading)
    _add_warnings(word, reading)
    _fill(word.add_paragraph(), f"{LABELS['en']['made_by']} {reading.signature}", "en")
    buffer = io.BytesIO()
    word.save(buffer)
    return buffer.getvalue()


def _add_summary(word: Document, summary: Summary, language: Language) -> None:
    _fill(word.add_paragraph(style="Heading 1"), LABELS[language]["summary"], language)
    for sentence in summary.sentences:
        numbers = ", ".join(str(identifier + 1) for identifier in sentence.evidence)
        mark = "⚑ " if sentence.flags else ""
        tail = f" [{numbers}]" if numbers else ""
        _fill(word.add_paragraph(style="List Bullet"), f"{mark}{sentence.text}{tail}", language)


def _add_pages(word: Document, reading: Reading) -> None:
    table = word.add_table(rows=1, cols=2, style="Table Grid")
    columns: tuple[Language, Language] = ("en", "ar")
    for cell, language in zip(table.rows[0].cells, columns, strict=True):
        _fill(cell.paragraphs[0], LABELS[language][language], language, bold=True)
    for row in rows(reading):
        cells = table.add_row().cells
        for cell, language in zip(cells, columns, strict=True):
            text = " ".join(" ".join(text_in(segment, language, reading).split()) for segment in row.segments)
            _fill(cell.paragraphs[0], text, language, bold=row.is_title)


def _add_warnings(word: Document, reading: Reading) -> None:
    found = warnings(reading)
    if found:
        _fill(word.add_paragraph(style="Heading 1"), LABELS["en"]["check"], "en")
    for place, flag in found:
        _fill(
            word.add_paragraph(style="List Bullet"),
            f"{place}: {message(flag)}" if place else message(flag),
            "en",
        )


def _fill(paragraph: Any, text: str, language: Language, *, bold: bool = False) -> None:
    """Write `text` into a paragraph of `language`; runs of the other direction get their own `w:rtl` setting."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    if language == "ar":
        properties = paragraph._p.get_or_add_pPr()
        properties.insert_element_before(
            OxmlElement("w:bidi"), "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:jc", "w:rPr"
        )
    for piece, isolated in runs(_valid(text), language):
        run = paragraph.add_run(piece)
        run.bold = bold or None
        right_to_left = (language == "ar") != (isolated and not _is_number(piece))
        properties = run._r.get_or_add_rPr()
        if right_to_left:
            properties.append(OxmlElement("w:rtl"))
        tag = OxmlElement("w:lang")
        tag.set(qn("w:bidi" if right_to_left else "w:val"), _LANGUAGE_TAGS["ar" if right_to_left else "en"])
        properties.append(tag)


def _is_number(piece: str) -> bool:
    return not any(character.isalpha() for character in piece)


def _valid(text: str) -> str:
    return "".join(
        c for c in text if c in "\t\n" or (c >= " " and not "\ud800" <= c <= "\udfff" and c not in "\ufffe\uffff")
    )
