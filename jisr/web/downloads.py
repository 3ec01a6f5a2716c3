"""Files to take away, made in memory when they are asked for."""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass
from typing import Final, Literal, get_args

from base.errors import InputError
from base.languages import Language
from jisr.reading import Reading
from jisr.web.subtitles import translated

FileKind = Literal["html", "markdown", "docx", "json", "srt"]
KINDS: Final[tuple[FileKind, ...]] = get_args(FileKind)
_TYPES: Final[dict[FileKind, tuple[str, str]]] = {
    "html": (".html", "text/html"),
    "markdown": (".md", "text/markdown"),
    "docx": (".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "json": (".json", "application/json"),
    "srt": (".srt", "application/x-subrip"),
}
_UNFIT: Final = re.compile(r"[^\w\- ]+")


@dataclass(frozen=True, slots=True)
class Download:
    """A file for the browser to save."""

    name: str
    media_type: str
    data: bytes

    def value(self) -> dict[str, str]:
        """Return it as plain data, the content in base 64."""
        return {"name": self.name, "type": self.media_type, "data": base64.b64encode(self.data).decode("ascii")}


def make(kind: FileKind, reading: Reading, language: Language, subtitles: bytes | None = None) -> Download:
    """Return the reading as a file; `language` is that of an HTML page's labels.

    Raises `InputError` for subtitles of an article that was none.
    """
    suffix, media_type = _TYPES[kind]
    return Download(file_name(reading) + suffix, media_type, _content(kind, reading, language, subtitles))


def file_name(reading: Reading) -> str:
    """Return a name after the title, of letters, digits, spaces and dashes, without a suffix."""
    words = _UNFIT.sub(" ", reading.article.title or "").split()
    return " ".join(words)[:60].strip() or "jisr"


def _content(kind: FileKind, reading: Reading, language: Language, subtitles: bytes | None) -> bytes:
    if kind == "docx":
        return reading.to_docx()
    if kind == "srt":
        if subtitles is None:
            raise InputError("This article was not read from subtitles. Give a .srt file to get one back.")
        return translated(subtitles, reading).encode("utf-8")
    text = {"html": lambda: reading.to_html(language=language), "markdown": reading.to_markdown}
    return text.get(kind, reading.to_json)().encode("utf-8")
