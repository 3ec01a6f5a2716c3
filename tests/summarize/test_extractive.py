"""Copies of the article's sentences: the right ones, whole, in order, in the language asked for."""

from __future__ import annotations

import pytest

from article.document import build_article
from article.model import Article
from base.errors import UnsupportedTaskError
from summarize import Extractive, Lead, Summarizer, make
from summarize.extractive import ranked_ids
from summarize.model import Length
from summarize.source import read_source
from tests.summarize.aligned import Aligned

METHODS = ["lead", "centroid", "textrank", "lexrank"]


@pytest.mark.parametrize("name", METHODS)
@pytest.mark.parametrize("length", ["headline", "line", "bullets", "paragraph", 30])
def test_every_sentence_is_one_of_the_articles(port_ar: Article, name: str, length: Length) -> None:
    summary = make(name).summarize(port_ar, "ar", length)
    texts = [sentence.text for sentence in port_ar.sentences]
    assert summary.sentences
    assert all(sentence.text == texts[sentence.evidence[0]] for sentence in summary.sentences)
    positions = [sentence.evidence[0] for sentence in summary.sentences]
    assert positions == sorted(set(positions))
    assert port_ar.title not in [sentence.text for sentence in summary.sentences]


def test_lead_takes_the_first_sentences_and_not_the_title(port_en: Article) -> None:
    summary = Lead(3).summarize(port_en, "en")
    assert [sentence.evidence for sentence in summary.sentences] == [(1,), (2,), (3,)]
    assert Lead(3).name == "lead-3"


def test_bullets_are_three(port_en: Article) -> None:
    assert len(Extractive().summarize(port_en, "en", "bullets").sentences) == 3


def test_centroid_prefers_what_the_article_is_about() -> None:
    text = (
        "My aunt sends her regards.\n\nThe dam on the river broke.\n\nWater from the dam flooded the river valley. "
        "Engineers said the dam on the river was old.\n\nThe weather in the capital is fine."
    )
    summary = Extractive("centroid").summarize(build_article(text, language="en"), "en", "line")
    assert "dam" in summary.text


def test_a_repeated_sentence_is_taken_once() -> None:
    text = "The dam broke on Monday and the valley was flooded.\n\n" * 4 + "The river is falling again since noon."
    summary = Lead().summarize(build_article(text, language="en"), "en", 60)
    assert summary.text.count("The dam broke") == 1


def test_the_other_language_comes_from_the_aligned_translation(port_ar: Article, port_en: Article) -> None:
    aligned = Aligned.of(port_en)
    summary = Extractive().summarize(port_ar, "en", "bullets", aligned=aligned)
    assert {sentence.text for sentence in summary.sentences} <= set(aligned.targets)
    assert summary.route == "summarize-then-translate"


def test_the_other_language_without_a_translation_says_what_to_do(port_ar: Article) -> None:
    with pytest.raises(UnsupportedTaskError, match="jisr summarize"):
        Lead().summarize(port_ar, "en")


def test_signatures_differ_by_method_and_length(port_en: Article) -> None:
    methods: list[tuple[Summarizer, Length]] = [(Lead(), "line"), (Lead(), "bullets"), (Extractive(), "line")]
    assert len({method.summarize(port_en, "en", length).signature for method, length in methods}) == 3


@pytest.mark.parametrize("method", ["lead", "centroid", "textrank", "lexrank"])
def test_sentences_that_share_nothing_are_ranked_all_the_same(method: str) -> None:
    pytest.importorskip("sumy")
    article = build_article("Ships left early. Bakers slept late. Rain fell hard.", language="en")
    assert sorted(ranked_ids(method, read_source(article))) == [0, 1, 2]
