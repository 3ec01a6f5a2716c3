"""Word documents (docx, ISO/IEC 29500): the paragraphs of the body in document order, tables and text boxes included.

Text comes from the XML itself, since python-docx leaves out what stands in content controls and accepted insertions.
Deleted text of tracked changes is left out.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from article.formats.extracted import ExtractedText, tidy
from base.errors import FormatError, TooLargeError

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element as Element  # type: ignore[import-untyped, unused-ignore]

MAX_UNPACKED_BYTES: Final = 256_000_000
_MAX_TEXT_PART_BYTES: Final = 64_000_000
_MAIN_PART: Final = "word/document.xml"
_WORD: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_PIECES: Final = {f"{_WORD}tab": "\t", f"{_WORD}br": "\n", f"{_WORD}cr": "\n", f"{_WORD}noBreakHyphen": "-"}
_SKIPPED: Final = frozenset(
    (_FALLBACK, f"{_WORD}p", f"{_WORD}del", f"{_WORD}moveFrom", f"{_WORD}instrText", f"{_WORD}pPr")
)
_TITLE_STYLES: Final = ("Title", "Heading 1")
_OTHERS: Final = (
    ("xl/workbook.xml", "an Excel workbook", "Save the sheet as csv in UTF-8"),
    ("ppt/presentation.xml", "a PowerPoint file", "Save its outline as docx or txt"),
    ("content.xml", "an OpenDocument file", "Save it as docx in a word processor"),
    ("META-INF/container.xml", "an EPUB book", "Convert it: ebook-convert BOOK.epub BOOK.txt"),
)


def extract(data: bytes, origin: str) -> ExtractedText:
    """Return the text of a docx with the title its styles mark (Title, or a first Heading 1).

    Raises `FormatError` for a damaged file or another kind of zip archive, `TooLargeError` beyond `MAX_UNPACKED_BYTES`.
    """
    _check_package(data, origin)
    document = _open(data, origin)
    paragraphs: list[str] = []
    title: str | None = None
    for paragraph in document.element.body.iter(f"{_WORD}p"):
        if any(True for _ in paragraph.iterancestors(_FALLBACK)):
            continue
        text = "".join(_pieces(paragraph))
        if title is None and not paragraphs and text.strip() and _style(document, paragraph) in _TITLE_STYLES:
            title = " ".join(text.split())
        if text.strip():
            paragraphs.append(text)
    return ExtractedText(tidy(paragraphs), title, "docx")


def _check_package(data: bytes, origin: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            sizes = {member.filename: member.file_size for member in package.infolist()}
            encrypted = any(member.flag_bits & 1 for member in package.infolist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
        raise _damaged(origin, str(error)) from None
    if _MAIN_PART not in sizes:
        raise _other_archive(set(sizes), origin)
    if encrypted:
        raise FormatError(f"{origin} is protected by a password. Save it as docx without one.")
    if sum(sizes.values()) > MAX_UNPACKED_BYTES or sizes[_MAIN_PART] > _MAX_TEXT_PART_BYTES:
        raise TooLargeError(
            f"{origin} unpacks to {sum(sizes.values()):,} bytes (its text to {sizes[_MAIN_PART]:,}). Expected at most "
            f"{MAX_UNPACKED_BYTES:,} (text {_MAX_TEXT_PART_BYTES:,}). Save its text alone, or "
            "split it into several files."
        )


def _open(data: bytes, origin: str) -> Document:
    import zlib

    import docx
    from docx.opc.exceptions import OpcError
    from lxml import etree  # type: ignore[import-untyped, unused-ignore]

    try:
        return docx.Document(io.BytesIO(data))
    except (
        OpcError,
        etree.LxmlError,
        zipfile.BadZipFile,
        zlib.error,
        LookupError,
        ValueError,
        AttributeError,
    ) as error:
        raise _damaged(origin, str(error)) from None


def _style(document: Document, paragraph: Element) -> str | None:
    """Return the English name of a paragraph's style, whatever its id in the language of the word processor."""
    identifier = paragraph.xpath("string(./w:pPr/w:pStyle/@w:val)")
    names = {style.style_id: style.name for style in document.styles}
    return names.get(identifier)


def _damaged(origin: str, detail: str) -> FormatError:
    return FormatError(
        f"{origin} is a damaged docx ({detail}). Expected a whole file: copy or download it again, or open it in a "
        "word processor, let it repair the file, and save it."
    )


def _other_archive(names: set[str], origin: str) -> FormatError:
    for member, kind, remedy in _OTHERS:
        if member in names:
            return FormatError(f"{origin} is {kind}, which Jisr does not read. {remedy}.")
    shown = ", ".join(sorted(names)[:3]) or "nothing"
    return FormatError(
        f"{origin} is a zip archive (with {shown}), not an article. Unpack it and give the article inside."
    )


def _pieces(paragraph: Element) -> Iterator[str]:
    """Yield the text of a paragraph without that of paragraphs inside it (text boxes) and of deletions."""
    stack = list(reversed(paragraph))
    while stack:
        element = stack.pop()
        if element.tag == f"{_WORD}t":
            yield element.text or ""
        elif element.tag in _PIECES:
            yield _PIECES[element.tag]
        elif element.tag not in _SKIPPED:
            stack.extend(reversed(element))
