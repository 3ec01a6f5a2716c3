"""What a format gives: the text an article is made of, and the title when the format knows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from base.errors import InputError

Format = Literal["txt", "markdown", "html", "docx", "jsonl", "csv", "tsv", "srt"]


@dataclass(frozen=True, slots=True)
class ExtractedText:
    """Plain text with paragraphs apart by blank lines (a txt keeps its own line ends).

    `title` is what the format itself names as the title; where the document shows it, `text` begins with it.
    """

    text: str
    title: str | None
    format: Format


@dataclass(frozen=True, slots=True)
class Columns:
    """Names of the fields of a record; None takes the usual names (`text`, `title`, `id` and the like)."""

    text: str | None = None
    title: str | None = None
    identifier: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One record of a file, before it becomes an article. `line` is where it begins, counted from 1."""

    identifier: str
    text: str
    title: str | None
    line: int


@dataclass(frozen=True, slots=True)
class BadRow:
    """A record that could not be read; `reason` says what was found, what was expected, and what helps."""

    identifier: str
    reason: InputError
    line: int


def tidy(paragraphs: list[str]) -> str:
    """Join paragraphs by blank lines, white space at their ends removed, empty ones dropped."""
    kept = ("\n".join(line.strip() for line in paragraph.splitlines()) for paragraph in paragraphs)
    return "\n\n".join(paragraph for paragraph in (text.strip() for text in kept) if paragraph)
