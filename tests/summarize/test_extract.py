"""The default without a model that writes well: the article's own sentences, translations chosen by their flags."""

from __future__ import annotations

from dataclasses import replace

import pytest

from article.model import Article
from base.errors import UnsupportedTaskError
from base.flags import Flag
from summarize import Abstractive, Extract, make
from summarize.model import Length
from tests.summarize.aligned import Aligned
from tests.summarize.scripted import SUMMARIES, TRANSLATIONS, always


@pytest.mark.parametrize("length", ["headline", "line", "bullets", "paragraph", 30])
def test_in_its_own_language_it_is_the_opening_of_the_article(port_ar: Article, length: Length) -> None:
    summary = Extract().summarize(port_ar, "ar", length)
    originals = [sentence.text for sentence in port_ar.sentences]
    assert [originals.index(sentence.text) for sentence in summary.sentences] == [*range(1, 1 + len(summary.sentences))]
    assert all(not sentence.flags and sentence.support == 1 for sentence in summary.sentences)


def test_good_translations_come_first_in_the_articles_order(port_ar: Article, port_en: Article) -> None:
    aligned = Aligned.of(port_en, flags={1: (Flag("loop"),), 3: (Flag("name", "Cairo"),)})
    summary = Extract().summarize(port_ar, "en", "bullets", aligned=aligned)
    assert [sentence.evidence for sentence in summary.sentences] == [(2,), (4,), (5,)]
    assert not any(sentence.flags for sentence in summary.sentences)


def test_the_news_is_not_given_up_for_a_small_doubt(port_ar: Article, port_en: Article) -> None:
    aligned = Aligned.of(port_en, flags={1: (Flag("low-confidence", "-1.40"),)})
    summary = Extract().summarize(port_ar, "en", "bullets", aligned=aligned)
    assert [sentence.evidence for sentence in summary.sentences] == [(1,), (2,), (3,)]
    assert [flag.code for flag in summary.sentences[0].flags] == ["low-confidence"]


def test_doubtful_ones_are_marked_when_there_are_no_others(port_ar: Article, port_en: Article) -> None:
    flags = dict.fromkeys(range(7), (Flag("loop", "x"),)) | {4: (Flag("low-confidence", "-2.00"),)}
    aligned = Aligned.of(port_en, {4: "Repairs to the pier will take long."}, flags)
    summary = Extract().summarize(port_ar, "en", "line", aligned=aligned)
    (sentence,) = summary.sentences
    assert {flag.code for flag in sentence.flags} in ({"loop"}, {"low-confidence", "number"})
    assert sentence.support < 1


def test_without_a_translation_it_says_what_to_do(port_ar: Article) -> None:
    with pytest.raises(UnsupportedTaskError, match="jisr summarize"):
        Extract().summarize(port_ar, "en")


def test_the_embedded_model_copies_others_write() -> None:
    model = always("Text.", tasks=SUMMARIES | TRANSLATIONS)
    assert isinstance(make("auto", model=model), Abstractive)
    compact = replace(model, name="compact")
    found = make("auto", model=compact)
    assert isinstance(found, Extract)
    assert found.translator is not None
    assert isinstance(make("abstractive", model=compact), Abstractive)
    assert isinstance(make("auto"), Extract)


def test_a_route_asked_for_by_name_is_taken(port_ar: Article, port_en: Article) -> None:
    written = port_en.sentences[1].text
    compact = replace(always(written, tasks=SUMMARIES | TRANSLATIONS), name="compact")
    aligned = Aligned.of(port_en)
    summary = make("auto", model=compact).summarize(port_ar, "en", "line", "direct", aligned)
    assert (summary.route, summary.text) == ("direct", written)
    assert make("auto", model=compact).summarize(port_ar, "en", "line", None, aligned).route == (
        "summarize-then-translate"
    )
