"""The bar of the guard on planted errors: at least 90 % caught, at most 5 % false alarms, in every setting."""

import pytest

from benchmarks.faithfulness import Item, Rate, caught, false_alarms, judged, judged_planted, report
from benchmarks.faithfulness_planted import ADDED, MADE_UP, SWAPS
from eval.own import read_own
from summarize.judge import Verdict


@pytest.fixture(scope="module")
def found() -> list[tuple[Item, Verdict]]:
    return judged()


def test_the_set_is_large_and_varied(found: list[tuple[Item, Verdict]]) -> None:
    assert sum(bool(item.kind) for item, _ in found) >= 200
    assert len({item.kind for item, _ in found if item.kind}) >= 8
    assert {item.setting for item, _ in found} == {"ar", "en", "ar>en", "en>ar"}


def test_the_bar_is_held_in_every_setting(found: list[tuple[Item, Verdict]]) -> None:
    for setting in ("ar", "en", "ar>en", "en>ar"):
        group = [pair for pair in found if pair[0].setting == setting]
        assert caught(group).value >= 0.9, setting
        assert false_alarms(group).value <= 0.05, setting


def test_the_bar_is_held_on_the_stories_that_were_not_looked_at(found: list[tuple[Item, Verdict]]) -> None:
    blind = [pair for pair in found if pair[0].blind]
    assert caught(blind).value >= 0.9
    assert false_alarms(blind).value <= 0.05


@pytest.fixture(scope="module")
def own() -> list[tuple[Item, Verdict]]:
    return judged_planted()


def test_abstractive_summaries_of_our_own_pass_and_errors_in_them_are_found(own: list[tuple[Item, Verdict]]) -> None:
    assert sum(bool(item.kind) for item, _ in own) >= 200
    assert len({item.kind for item, _ in own if item.kind}) >= 8
    assert caught(own).value >= 0.85
    assert false_alarms(own).value <= 0.05
    for kind in ("number", "date", "magnitude", "unit", "name invented", "place", "unsupported", "half invented"):
        assert caught([pair for pair in own if pair[0].kind == kind]).value >= 0.85, kind


def test_every_planted_error_changes_a_summary_in_both_languages() -> None:
    articles = {article["id"]: article for article in read_own()}
    for swap in SWAPS:
        for language, (old, new) in (("en", swap.en), ("ar", swap.ar)):
            texts = articles[swap.article]["summaries"][language]
            assert any(old in text for text in texts), (swap, language)
            assert old != new
    assert set(MADE_UP) == set(articles)
    assert len(ADDED) == len(set(ADDED))


def test_the_report_has_every_kind_and_an_interval(found: list[tuple[Item, Verdict]]) -> None:
    text = "\n".join(report(found))
    assert "role swap" in text
    assert "blind stories" in text


def test_wilson_interval_of_a_known_case() -> None:
    low, high = Rate(9, 10).interval
    assert (round(low, 3), round(high, 3)) == (0.596, 0.982)
    assert Rate(0, 0).interval == (0.0, 1.0)
