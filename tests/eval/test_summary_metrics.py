from __future__ import annotations

import pytest

from eval.extractiveness import extractiveness_metrics, fragments, novel_share
from eval.faithfulness import agreement_metric, support_metrics
from eval.statistics import Statistics

ARTICLE = "The port of Tyre reopened on Monday after 14 months. Karim Mansour, its director, thanked 300 workers."


def named(statistics: tuple[Statistics, ...]) -> dict[str, float]:
    return {metric.name: metric.value for metric in statistics}


def test_fragments_by_hand() -> None:
    article, summary = list("abcdef"), list("bcxefa")
    assert fragments(article, summary) == [2, 2, 1]
    assert fragments(article, article) == [6]
    assert fragments(article, ["z"]) == []
    # The longest run counts, not the first one found.
    assert fragments(list("ababc"), list("abc")) == [3]


def test_grusky_s_measures_by_hand() -> None:
    found = named(extractiveness_metrics(["one two three four five six"], ["two three seven five six one"]))
    assert found["extractive coverage"] == pytest.approx(100 * 5 / 6)
    assert found["density"] == pytest.approx((4 + 4 + 1) / 6)
    assert found["compression"] == pytest.approx(1.0)
    assert found["novel 1-grams"] == pytest.approx(100 / 6)
    assert found["novel 2-grams"] == pytest.approx(100 * 3 / 5)


def test_novelty_sees_through_arabic_spelling() -> None:
    found = named(extractiveness_metrics(["زار الوزيرُ مدرسةً في القاهرة"], ["زار الوزير مدرسه"]))
    assert found["novel 1-grams"] == 0.0
    assert found["density"] == 3.0
    assert novel_share([], ["x"], 1) == (1, 1)


def test_numbers_and_names_that_the_article_does_not_have() -> None:
    good = named(support_metrics([ARTICLE], ["Karim Mansour said 300 people worked for 14 months."], "en", "en"))
    bad = named(support_metrics([ARTICLE], ["Samir Haddad said 500 people worked for 14 months."], "en", "en"))
    assert good["numbers supported"] == 100.0
    assert good["names supported"] == 100.0
    assert bad["numbers supported"] == 50.0
    assert bad["names supported"] < 100.0


def test_support_across_languages() -> None:
    good = named(support_metrics([ARTICLE], ["شكر كريم منصور 300 عامل."], "en", "ar"))
    bad = named(support_metrics([ARTICLE], ["شكر كريم منصور 900 عامل."], "en", "ar"))
    assert (good["numbers supported"], bad["numbers supported"]) == (100.0, 0.0)


def test_agreement_of_two_summaries() -> None:
    english = "The port reopened after 14 months, and 300 workers were thanked."
    same = agreement_metric(["أعيد افتتاح الميناء بعد 14 شهراً وشُكر 300 عامل."], [english])
    other = agreement_metric(["أعيد افتتاح الميناء بعد 15 شهراً وشُكر 700 عامل."], [english])
    assert same.value == 100.0
    assert other.value < same.value
    assert agreement_metric([""], [""]).n == 0
