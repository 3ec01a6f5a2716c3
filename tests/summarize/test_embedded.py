"""The embedded model, whatever it writes: only what the article says, in the right language, within the length."""

from __future__ import annotations

import pytest

from article.model import Article
from base.languages import LANGUAGES, Language
from engine.types import Model
from summarize import Abstractive
from summarize.judge import is_garbled

KNOWN_FLAGS = {"replaced", "number", "number-added", "negation", "loop", "untranslated"}


@pytest.fixture(scope="module")
def compact() -> Model:
    import engine

    return engine.load("compact", offline=True, check=False, threads=1)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("length", ["headline", "bullets"])
def test_nothing_unsupported_is_unmarked(compact: Model, port_ar: Article, language: Language, length: str) -> None:
    from summarize import parse_length

    summary = Abstractive(compact).summarize(port_ar, language, parse_length(length))
    assert summary.language == language
    assert summary.sentences
    for sentence in summary.sentences:
        assert sentence.evidence
        assert all(0 <= index < len(port_ar.sentences) for index in sentence.evidence)
        assert 0 <= sentence.support <= 1
        assert sentence.support > 0.4 or sentence.flags
        assert {flag.code for flag in sentence.flags} <= KNOWN_FLAGS


def test_a_summary_in_the_articles_language_is_in_that_language(compact: Model, port_en: Article) -> None:
    summary = Abstractive(compact).summarize(port_en, "en")
    assert not is_garbled(summary.text, "en")


def test_the_same_article_gives_the_same_summary(compact: Model, port_ar: Article) -> None:
    first, second = (Abstractive(compact).summarize(port_ar, "ar") for _ in range(2))
    assert first == second
