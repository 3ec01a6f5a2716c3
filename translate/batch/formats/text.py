"""Plain text: every character between the sentences stays, line ends and blank lines included."""

from __future__ import annotations

from article.read import read_bytes
from base.languages import Language
from translate.batch.formats.document import Document
from translate.batch.model import Request, Result


def read(data: bytes, origin: str, language: Language | None) -> Document:
    """Return a plain text, or a document of any format of which only the text is wanted.

    Raises what `article.read.read_bytes` raises.
    """
    article = read_bytes(data, origin, language=language)
    return Document(Request(article), render)


def render(result: Result) -> bytes:
    """Return the translated text as UTF-8."""
    return result.translation.text.encode("utf-8", "replace")
