"""From what a user names (a path, a URL, standard input or a text) to an article."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from article import build_article
from article.model import Article
from article.read import read_article, read_bytes
from base.languages import Language

_URL = re.compile(r"https?://\S+$", re.IGNORECASE)
_FILE_NAME = re.compile(r"[^\s<>|?*\"]*\.(txt|md|markdown|html?|docx|jsonl|csv|tsv|srt|pdf)$", re.IGNORECASE)
_LONGEST_PATH = 1024


def load_article(source: str | Path, *, language: Language | None = None) -> Article:
    """Return the article behind `source`: a path, a URL, `-` for standard input, or the text itself.

    A string is taken for a path when such a file exists or when it is one word that ends like one, for a
    URL when it starts like one, and for a text otherwise. Raises the errors of `article.read_article`.
    """
    if isinstance(source, Path):
        return read_article(source, language=language)
    if source == "-":
        return read_bytes(sys.stdin.buffer.read(), "<stdin>", language=language)
    if _URL.match(source.strip()):
        from article.fetch import fetch

        return read_bytes(fetch(source.strip()), source.strip(), language=language)
    if is_path(source):
        return read_article(Path(source), language=language)
    return build_article(source, language=language)


def is_path(text: str) -> bool:
    """Say whether a string names a file rather than being an article."""
    if not text or len(text) > _LONGEST_PATH or "\n" in text or "\0" in text:
        return False
    if _FILE_NAME.match(text.strip()):
        return True
    try:
        return Path(text).exists()
    except (OSError, ValueError):
        return False
