"""Which sentences of an article are taken, and in which order."""

from __future__ import annotations

import pytest

from article.document import build_article
from base.languages import Language
from summarize import Extract
from summarize.salience import in_order_of_gain, leans, news_scores
from summarize.source import read_source

TITLE = "Old bridge of Marsa Nour to be rebuilt by the autumn"
LONG = (
    "After months of argument in the council, two court cases, a petition signed by thousands of people from both "
    "banks and a long night of votes on every single amendment, the members present, most of whom had long gone "
    "home in their thoughts, agreed on Monday that the old bridge of Marsa Nour is to be rebuilt by the autumn."
)
REST = (
    "The work costs 3.2 million dinars.",
    "He said that nothing else had been decided.",
    "Divers found cracks in two of the seven pillars last winter.",
    "Traders in the market on the eastern bank lost a third of their customers while the bridge was closed.",
    "A ferry takes people across until then.",
)


def article_with_a_long_opening() -> str:
    return f"{TITLE}\n\n{LONG} {' '.join(REST)}"


def test_a_headline_is_the_title_where_no_sentence_is_short_enough() -> None:
    article = build_article(article_with_a_long_opening(), language="en")
    (sentence,) = Extract().summarize(article, "en", "headline").sentences
    assert sentence.text == TITLE
    assert sentence.evidence[0] == 1
    assert not sentence.flags


def test_a_title_that_the_text_does_not_bear_out_is_no_headline() -> None:
    article = build_article(article_with_a_long_opening(), title="Songs of the sea and stars", language="en")
    (sentence,) = Extract().summarize(article, "en", "headline").sentences
    assert "Songs" not in sentence.text


@pytest.mark.parametrize("words", [12, 20, 40])
def test_a_sentence_that_fits_is_preferred_to_one_that_is_far_too_long(words: int) -> None:
    article = build_article(article_with_a_long_opening(), language="en")
    assert len(Extract().summarize(article, "en", words).text.split()) <= words


def test_what_the_head_and_the_title_say_matters_most() -> None:
    scores = news_scores((LONG, *REST), "en", TITLE)
    assert scores[0] == max(scores)
    assert news_scores(REST, "en", "A ferry for the people")[4] > news_scores(REST, "en")[4]


def test_a_question_matters_less_than_the_same_as_a_statement() -> None:
    told = news_scores(("هل تكفي الأجهزة؟", "تكفي الأجهزة."), "ar")
    assert news_scores(("تكفي الأجهزة.", "تكفي الأجهزة."), "ar")[0] > told[0]


def test_what_has_been_said_and_what_leans_on_something_unsaid_comes_late() -> None:
    texts = ("The bridge opens in May.", "In May the bridge opens.", "Divers found cracks.", "But it is not so bad.")
    assert in_order_of_gain((1.0, 0.9, 0.8, 0.85), texts, "en")[:2] == [0, 2]
    assert in_order_of_gain((1.0, 0.2, 0.8, 0.85), texts, "en")[:3] == [0, 2, 3]
    assert sorted(in_order_of_gain((0.0,) * 200, ("x",) * 200, "en")) == list(range(200))


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("He said that nothing had been decided.", "en", True),
        ("Hedges were planted along the road.", "en", False),
        ("وأضاف أن العمل سينتهي في الخريف.", "ar", True),
        ("من جهته، رفض المدرب التعليق.", "ar", True),
        ("هو الذي قال ذلك.", "ar", True),
        ("وقال وزير النقل إن الجسر سيفتح.", "ar", False),
        ("هويات الضحايا لم تعرف بعد.", "ar", False),
    ],
)
def test_sentences_that_lean_on_the_one_before_are_known(text: str, language: Language, expected: bool) -> None:
    assert leans(text, language) is expected


def test_bullets_say_three_things_from_all_over_the_article() -> None:
    article = build_article(article_with_a_long_opening(), language="en")
    bullets = Extract().summarize(article, "en", "bullets").sentences
    originals = read_source(article).texts
    assert len(bullets) == 3
    taken = {sentence.evidence[0] for sentence in bullets}
    assert all(not leans(one.text, "en") or one.evidence[0] - 1 in taken for one in bullets)
    assert all(sentence.text.rstrip(".") in originals[sentence.evidence[0]] for sentence in bullets)
