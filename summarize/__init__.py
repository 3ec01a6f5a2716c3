"""Summaries of whole articles in Arabic and English, every sentence with its evidence.

    from article.document import build_article
    from engine import load
    from summarize import Abstractive

    summary = Abstractive(load("compact")).summarize(build_article(text), "en", "bullets")

Importing this package loads no model and no third-party package.
"""

from summarize.abstractive import Abstractive
from summarize.consistency import consistency
from summarize.extract import Extract
from summarize.extractive import Extractive, Lead
from summarize.length import parse_length
from summarize.make import METHODS, make
from summarize.model import (
    AlignedText,
    Length,
    NamedLength,
    Route,
    SentenceTranslator,
    Summarizer,
    Summary,
    SummarySentence,
    TranslatedSentence,
)
from summarize.routes import ROUTES, ModelTranslator

__all__ = [
    "METHODS",
    "ROUTES",
    "Abstractive",
    "AlignedText",
    "Extract",
    "Extractive",
    "Lead",
    "Length",
    "ModelTranslator",
    "NamedLength",
    "Route",
    "SentenceTranslator",
    "Summarizer",
    "Summary",
    "SummarySentence",
    "TranslatedSentence",
    "consistency",
    "make",
    "parse_length",
]
