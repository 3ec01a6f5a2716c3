"""The document: text in Arabic or English, its paragraphs and sentences, and what they are made of.

Names are loaded on first use, so that importing the package costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from article.document import LanguageShares as LanguageShares
    from article.document import build_article as build_article
    from article.document import language_shares as language_shares
    from article.fetch import fetch as fetch
    from article.language import Detection as Detection
    from article.language import ScriptShares as ScriptShares
    from article.language import detect_language as detect_language
    from article.language import script_shares as script_shares
    from article.model import Article as Article
    from article.model import Paragraph as Paragraph
    from article.model import Sentence as Sentence
    from article.normalise import Normalised as Normalised
    from article.normalise import normalise as normalise
    from article.normalise import normalise_for_model as normalise_for_model
    from article.read import ExtractedText as ExtractedText
    from article.read import Record as Record
    from article.read import plain_text as plain_text
    from article.read import read_article as read_article
    from article.read import read_articles as read_articles
    from article.read import read_bytes as read_bytes
    from article.split import split_sentences as split_sentences

_HOMES: Final = {
    "Article": "model",
    "Detection": "language",
    "LanguageShares": "document",
    "Normalised": "normalise",
    "Paragraph": "model",
    "ScriptShares": "language",
    "Sentence": "model",
    "build_article": "document",
    "detect_language": "language",
    "language_shares": "document",
    "normalise": "normalise",
    "normalise_for_model": "normalise",
    "script_shares": "language",
    "ExtractedText": "read",
    "Record": "read",
    "plain_text": "read",
    "read_article": "read",
    "read_articles": "read",
    "read_bytes": "read",
    "fetch": "fetch",
    "split_sentences": "split",
}
__all__ = sorted(_HOMES)  # noqa: PLE0605


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'article' has no attribute {name!r}")
    value: object = getattr(import_module(f"article.{_HOMES[name]}"), name)
    globals()[name] = value
    return value
