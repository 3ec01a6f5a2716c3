"""Plain text: taken as it is, with traces of HTML removed."""

from __future__ import annotations

from article.formats.extracted import ExtractedText
from article.formats.markup import strip_markup


def extract(text: str) -> ExtractedText:
    """Return `text` with its own line ends; without HTML tags or references it comes back unchanged."""
    return ExtractedText(strip_markup(text), None, "txt")
