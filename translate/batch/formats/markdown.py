"""Markdown: the text of paragraphs, headings, list items, quotes and table cells; all marks around it stay.

Code blocks, front matter (except its title), HTML blocks and link targets stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from article.encoding import decode
from base.errors import EmptyInputError
from base.languages import Language
from translate.batch.formats.blocks import request_for, restyle
from translate.batch.formats.document import Document
from translate.batch.formats.inline import Run
from translate.batch.model import Request, Result

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT_MATTER: Final = re.compile(r"\A---[ \t]*\r?\n.*?\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_MARKS: Final = {"strong": "**", "em": "*", "s": "~~"}
_TARGET: Final = re.compile(r"[()\s]")
_LINES: Final = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


@dataclass(frozen=True, slots=True)
class _Style:
    """What stands before and behind a styled text."""

    opening: str = ""
    closing: str = ""


@dataclass(frozen=True, slots=True)
class _Block:
    """An inline text: its first line, the line behind its last one, its characters there, and its runs."""

    first: int
    behind: int
    content: str
    runs: tuple[Run[_Style], ...]
    images: str


def read(data: bytes, origin: str, language: Language | None) -> Document:
    """Return a Markdown text; raises `EmptyInputError`, `EncodingError` and `LanguageError`."""
    text = decode(data, origin=origin).text
    front = match.group() if (match := _FRONT_MATTER.match(text)) else ""
    body = text[len(front) :]
    blocks = [block for block in _blocks(body) if any(run.text.strip() for run in block.runs)]
    if not blocks:
        raise EmptyInputError(f"{origin}: no prose in this Markdown. Expected paragraphs in Arabic or English.")
    request = request_for([block.runs for block in blocks], origin, language)
    return Document(request, lambda result: _render(front, body, blocks, request, result))


def _blocks(body: str) -> Iterator[_Block]:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    for token in parser.parse(body):
        if token.type == "inline" and token.map is not None and token.content.strip():
            yield _Block(token.map[0], token.map[1], token.content, tuple(_runs(token.children or [])), _images(token))


def _runs(children: list[Token]) -> Iterator[Run[_Style]]:
    """Yield the runs of an inline text; marks inside one another become one style."""
    stack: list[_Style] = []
    for child in children:
        style = _Style("".join(s.opening for s in stack), "".join(s.closing for s in reversed(stack)))
        if child.type in ("text", "text_special"):
            yield Run(child.content, style)
        elif child.type == "code_inline":
            yield Run(child.content, _Style(style.opening + child.markup, child.markup + style.closing))
        elif child.type in ("softbreak", "hardbreak"):
            yield Run(" " if child.type == "softbreak" else "\n", style)
        elif child.nesting == 1:
            stack.append(_opened(child))
        elif child.nesting == -1 and stack:
            stack.pop()


def _images(token: Token) -> str:
    """Return the images of an inline text as they are written; they go behind its translation."""
    found = [child for child in token.children or () if child.type == "image"]
    return "".join(f" ![{image.content}]({image.attrs.get('src', '')})" for image in found)


def _opened(token: Token) -> _Style:
    if token.type == "link_open":
        target = str(token.attrs.get("href", ""))
        title = f' "{token.attrs["title"]}"' if token.attrs.get("title") else ""
        return _Style("[", f"]({f'<{target}>' if _TARGET.search(target) else target}{title})")
    mark = _MARKS.get(token.type.removesuffix("_open"), "")
    return _Style(mark, mark)


def _render(front: str, body: str, blocks: list[_Block], request: Request, result: Result) -> bytes:
    lines = _LINES.findall(body)
    styled = restyle([block.runs for block in blocks], request, result, lambda style: "](" in style.closing)
    for block, runs in zip(blocks, styled, strict=True):
        _replace(lines, block, "".join(_marked(run) for run in runs).strip() + block.images)
    return (front + "".join(lines)).encode("utf-8", "replace")


def _marked(run: Run[_Style]) -> str:
    """Return a run with its marks, which have to touch the words."""
    bare = run.text.strip()
    if not run.style.opening or not bare:
        return run.text
    start = run.text.index(bare)
    return f"{run.text[:start]}{run.style.opening}{bare}{run.style.closing}{run.text[start + len(bare) :]}"


def _replace(lines: list[str], block: _Block, text: str) -> None:
    """Put a translated text into the lines its source has, on the first of them; cells have a part of one line."""
    sources = [line.strip() for line in block.content.split("\n")]
    first = lines[block.first]
    at = first.find(sources[0])
    if at < 0:
        return
    written = text.strip().split("\n")
    rest = first[at + len(sources[0]) :] if len(sources) == 1 else ""
    end = rest or _line_end(lines[min(block.behind, len(lines)) - 1])
    lines[block.first] = f"{first[:at]}{f'  {chr(10)}'.join(part.strip() for part in written)}{end}"
    for index in range(block.first + 1, block.first + len(sources)):
        lines[index] = ""


def _line_end(line: str) -> str:
    return line[len(line.rstrip("\r\n")) :]
