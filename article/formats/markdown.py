"""Markdown (CommonMark with tables and strikethrough): what a reader of the rendered page would read.

Headings, paragraphs, list items and table cells become paragraphs. Code blocks, images and front matter are no
prose and are left out; inline code stays, being part of its sentence. Indented text is prose, not code: an
article pasted with indents must not vanish.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from article.formats.extracted import ExtractedText, tidy
from article.formats.markup import strip_markup

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markdown_it.token import Token

_FRONT_MATTER: Final = re.compile(r"\A---[ \t]*\r?\n(.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_TITLE_FIELD: Final = re.compile(r"^title[ \t]*:[ \t]*(.+)$", re.MULTILINE)
_OPENING: Final = re.compile(r"\s*#{1,3} +\S[^\n]*\n[ \t]*\r?\n")


def extract(text: str) -> ExtractedText:
    """Return the prose of a Markdown text; the title is that of the front matter, or the heading it begins with."""
    front, body = _split_front_matter(text)
    tokens = _parse(body)
    paragraphs = [_prose(token) for token in tokens if token.type in ("inline", "html_block")]
    heading = _first_heading(tokens)
    title = front or heading
    if title is not None and title != heading:
        paragraphs.insert(0, title)
    return ExtractedText(tidy(paragraphs), title, "markdown")


def looks_like(text: str) -> bool:
    """Say whether a text of unknown name is Markdown: it opens with a heading on a line of its own."""
    return _OPENING.match(text) is not None


def _split_front_matter(text: str) -> tuple[str | None, str]:
    match = _FRONT_MATTER.match(text)
    if match is None:
        return None, text
    field = _TITLE_FIELD.search(match[1])
    return (field[1].strip(" \t\r\"'") or None) if field else None, text[match.end() :]


def _parse(text: str) -> list[Token]:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable("code")
    return parser.parse(text)


def _prose(token: Token) -> str:
    if token.type == "html_block":
        return strip_markup(token.content)
    return _inline(token.children or ())


def _inline(children: Iterable[Token]) -> str:
    parts: list[str] = []
    for child in children:
        if child.type in ("text", "code_inline", "text_special"):
            parts.append(child.content)
        elif child.type == "softbreak":
            parts.append(" ")
        elif child.type == "hardbreak" or (child.type == "html_inline" and child.content.lower().startswith("<br")):
            parts.append("\n")
    return "".join(parts)


def _first_heading(tokens: list[Token]) -> str | None:
    if len(tokens) > 1 and tokens[0].type == "heading_open":
        return _prose(tokens[1]).strip() or None
    return None
