"""Which format a file is of: by what is in it, then by its name."""

from __future__ import annotations

from pathlib import PurePath
from typing import Final

from article.formats import binary, json_lines, markdown, subtitles
from article.formats.extracted import Format
from article.formats.markup import is_page
from base.errors import FormatError

_SUFFIXES: Final[dict[str, Format]] = {
    ".txt": "txt",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "tsv",
    ".tab": "tsv",
    ".srt": "srt",
}
_RECORDS: Final = frozenset(("jsonl", "csv", "tsv"))


def by_bytes(data: bytes, origin: str) -> Format | None:
    """Return `docx` for a zip archive, None for what may be text; raises `FormatError` for other known kinds."""
    if data.startswith(binary.ZIP):
        return "docx"
    binary.refuse_binary(data, origin)
    return None


def by_text(text: str, name: str, origin: str) -> Format:
    """Return the format of a decoded text named `name` (a path, a URL or nothing).

    A page is a page and subtitles are subtitles whatever the file is called; a suffix decides the rest. Raises
    `FormatError` for text formats that Jisr does not read.
    """
    named = by_name(name)
    _refuse_text(text, name, origin)
    if named not in _RECORDS:
        if is_page(text):
            return "html"
        if subtitles.looks_like(text):
            return "srt"
    if named is not None and named != "txt":
        return named
    if json_lines.looks_like(text):
        return "jsonl"
    return "markdown" if named is None and markdown.looks_like(text) else "txt"


def by_name(name: str) -> Format | None:
    """Return the format a file name stands for, or None."""
    return _SUFFIXES.get(PurePath(name).suffix.lower())


def _refuse_text(text: str, name: str, origin: str) -> None:
    if text.startswith("WEBVTT"):
        raise FormatError(f"{origin} is WebVTT, which Jisr does not read. Convert it: ffmpeg -i FILE.vtt FILE.srt.")
    if PurePath(name).suffix.lower() == ".json" and not json_lines.looks_like(text):
        raise FormatError(
            f"{origin} is JSON that is not one object a line. Expected JSON Lines. Convert it: "
            "jq -c . FILE > FILE.jsonl, or for an array: jq -c '.[]' FILE > FILE.jsonl."
        )
