"""Word documents: a copy of the file in which the text of every paragraph is translated.

Styles, tables, pictures, headers, footers and notes stay; runs keep their formatting as far as its place in the
translation can be told (see `inline`). Paragraphs, runs, tables and sections are turned to the direction of the target
language (ISO/IEC 29500-1, 17.3.1.6, 17.3.2.30, 17.4.1).
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any, Final

from article.formats import word
from base.errors import EmptyInputError
from base.languages import Language
from translate.batch.formats.blocks import request_for, restyle
from translate.batch.formats.direction import turn_paragraph, turn_table
from translate.batch.formats.document import Document
from translate.batch.formats.inline import Run, anchor, split_at
from translate.batch.model import Request, Result

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TEXT: Final = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_IGNORED: Final = frozenset((f"{_W}rPr", f"{_W}lastRenderedPageBreak"))
_DATE: Final = (1980, 1, 1, 0, 0, 0)
_NOTES: Final = ("/word/footnotes.xml", "/word/endnotes.xml")
_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_CONTAINERS: Final = frozenset((f"{_W}ins", f"{_W}smartTag", f"{_W}hyperlink"))


@dataclass(frozen=True, slots=True)
class _Style:
    """The formatting of a run (its `w:rPr` as XML) and the index of the link it is in, -1 for none."""

    properties: str
    link: int = -1


@dataclass(slots=True)
class _Block:
    """The text runs of a paragraph, and what stands between them, by its offset in the text."""

    paragraph: Any
    runs: list[Run[_Style]] = field(default_factory=list)
    elements: list[Any] = field(default_factory=list)
    links: list[Any] = field(default_factory=list)
    between: list[tuple[int, Any]] = field(default_factory=list)


def read(data: bytes, origin: str, language: Language | None) -> Document:
    """Return a document; raises what `article.formats.word.extract` raises, `EmptyInputError` and `LanguageError`."""
    import docx

    if not word.extract(data, origin).text:
        raise EmptyInputError(f"{origin}: there is no text in the document.")
    document = docx.Document(io.BytesIO(data))
    roots = _roots(document)
    blocks = [block for root, _ in roots for block in _blocks(root)]
    request = request_for([block.runs for block in blocks], origin, language)
    return Document(request, lambda result: _render(document, roots, blocks, request, result))


def _roots(document: Any) -> list[tuple[Any, Any | None]]:
    """Return the XML of body, headers, footers and notes; with the part where it has to be written back."""
    from lxml import etree  # type: ignore[import-untyped, unused-ignore]

    roots: list[tuple[Any, Any | None]] = [(document.element.body, None)]
    for part in sorted(document.part.package.iter_parts(), key=lambda part: str(part.partname)):
        name = str(part.partname)
        if name.startswith(("/word/header", "/word/footer")) and hasattr(part, "element"):
            roots.append((part.element, None))
        elif name in _NOTES:
            roots.append((etree.fromstring(part.blob), part))
    return roots


def _blocks(root: Any) -> Iterator[_Block]:
    for paragraph in root.iter(f"{_W}p"):
        block = _Block(paragraph)
        _collect(paragraph, block, -1, _Fields())
        if any(run.text.strip() for run in block.runs):
            yield block


@dataclass(slots=True)
class _Fields:
    """Where a walk is in complex fields: what they show is computed by Word, except for links."""

    depth: int = 0
    instruction: str = ""

    @property
    def computed(self) -> bool:
        return self.depth > 0 and "HYPERLINK" not in self.instruction

    def see(self, run: Any) -> None:
        for mark in run.iter(f"{_W}fldChar"):
            kind = mark.get(f"{_W}fldCharType")
            self.depth += {"begin": 1, "end": -1}.get(kind, 0)
            self.instruction = "" if kind == "begin" else self.instruction
        self.instruction += "".join(text.text or "" for text in run.iter(f"{_W}instrText"))


def _collect(parent: Any, block: _Block, link: int, fields: _Fields) -> None:
    """Gather the runs of a paragraph, those in links, insertions and smart tags included."""
    for child in list(parent):
        if child.tag == f"{_W}r":
            for run in _split_mixed(child):
                fields.see(run)
                _add_run(run, block, link, fields)
        elif child.tag in _CONTAINERS:
            inner = link
            if child.tag == f"{_W}hyperlink":
                inner = len(block.links)
                block.links.append(child)
            _collect(child, block, inner, fields)
        elif child.tag == f"{_W}sdt":
            for content in child.findall(f"{_W}sdtContent"):
                _collect(content, block, link, fields)
        elif child.tag != f"{_W}pPr" and parent is block.paragraph:
            block.between.append((_length(block), child))


def _add_run(run: Any, block: _Block, link: int, fields: _Fields) -> None:
    pieces = [child for child in run if child.tag not in _IGNORED]
    text = "".join(child.text or "" if child.tag == f"{_W}t" else _TEXT.get(child.tag, "") for child in pieces)
    is_text = pieces and all(child.tag == f"{_W}t" or _is_break(child) for child in pieces)
    if is_text and not fields.computed:
        block.runs.append(Run(text, _Style(_properties(run), link)))
        block.elements.append(run)
    elif run.getparent() is block.paragraph:
        block.between.append((_length(block), run))


def _is_break(child: Any) -> bool:
    """Whether an element stands for a character; page and column breaks do not."""
    return child.tag in _TEXT and child.get(f"{_W}type") in (None, "textWrapping")


def _split_mixed(run: Any) -> list[Any]:
    """Give text its own runs where a run holds other things as well; return the runs in order."""
    pieces = [child for child in run if child.tag not in _IGNORED]
    kinds = [child.tag == f"{_W}t" or _is_break(child) for child in pieces]
    if len(set(kinds)) < 2:
        return [run]
    runs = [run]
    for piece, kind, previous in zip(pieces[1:], kinds[1:], kinds, strict=False):
        if kind != previous:
            fresh = run.makeelement(run.tag, dict(run.attrib))
            properties = run.find(f"{_W}rPr")
            if properties is not None:
                fresh.append(deepcopy(properties))
            runs[-1].addnext(fresh)
            runs.append(fresh)
        if len(runs) > 1:
            runs[-1].append(piece)
    return runs


def _properties(run: Any) -> str:
    from lxml import etree

    properties = run.find(f"{_W}rPr")
    return "" if properties is None else etree.tostring(properties, encoding="unicode")


def _length(block: _Block) -> int:
    return sum(len(run.text) for run in block.runs)


def _render(
    document: Any, roots: list[tuple[Any, Any | None]], blocks: list[_Block], request: Request, result: Result
) -> bytes:
    from lxml import etree

    target = result.translation.target_language
    styled = restyle([block.runs for block in blocks], request, result, lambda style: style.link >= 0)
    segments, position = result.translation.segments, 0
    for block, paragraph, runs in zip(blocks, request.article.paragraphs, styled, strict=True):
        number = len(paragraph.sentences)
        targets = [segment.target for segment in segments[position : position + number]]
        position += number
        places = [(anchor(paragraph, targets, offset), element) for offset, element in block.between]
        _write(block, runs, places)
    for root, part in roots:
        for paragraph in root.iter(f"{_W}p"):
            turn_paragraph(paragraph, target)
        for table in root.iter(f"{_W}tbl"):
            turn_table(table, target)
        if part is not None:
            part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    buffer = io.BytesIO()
    document.save(buffer)
    return _dated(buffer.getvalue())


def _dated(package: bytes) -> bytes:
    """Return a zip archive with one date on everything in it, so that the same document is the same file."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            new.writestr(zipfile.ZipInfo(member.filename, _DATE), old.read(member), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _write(block: _Block, runs: list[Run[_Style]], places: list[tuple[int, Any]]) -> None:
    """Take the old runs out and put the translated ones in, what stood between them at its new place."""
    for element in block.elements:
        element.getparent().remove(element)
    content: list[Any] = []
    position, rest = 0, list(runs)
    for offset, element in places:
        before, rest = split_at(rest, offset - position)
        content += [*_made(before, block), element]
        position = offset
    content += _made(rest, block)
    for element in [*block.links, *block.paragraph.findall(f"{_W}ins"), *block.paragraph.findall(f"{_W}smartTag")]:
        if not len(element) and element.getparent() is not None:
            element.getparent().remove(element)
    block.paragraph.extend(content)


def _made(runs: list[Run[_Style]], block: _Block) -> list[Any]:
    from docx.oxml import parse_xml

    made: list[Any] = []
    for run in runs:
        element = block.paragraph.makeelement(f"{_W}r", {})
        if run.style.properties:
            element.append(parse_xml(run.style.properties))
        _fill(element, run.text)
        if run.style.link >= 0:
            link = block.links[run.style.link]
            shell = link.makeelement(link.tag, dict(link.attrib))
            shell.append(element)
            element = shell
        made.append(element)
    return made


def _fill(run: Any, text: str) -> None:
    """Write text into a run, tabs and line ends as Word writes them; what XML forbids is left out."""
    for piece in _pieces(text):
        if piece in ("\t", "\n"):
            run.append(run.makeelement(f"{_W}{'tab' if piece == chr(9) else 'br'}", {}))
            continue
        element = run.makeelement(f"{_W}t", {"{http://www.w3.org/XML/1998/namespace}space": "preserve"})
        element.text = piece
        run.append(element)


def _pieces(text: str) -> Iterator[str]:
    valid = _FORBIDDEN.sub("", text)
    yield from (piece for piece in re.split(r"([\t\n])", valid) if piece)
