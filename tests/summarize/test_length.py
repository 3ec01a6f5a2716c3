"""Budgets: whole sentences, never over by more than one of them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from base.errors import InputError
from summarize.length import Budget, budget, fit, parse_length


def test_named_lengths_grow() -> None:
    words = [budget(name, "en", 1000).words for name in ("headline", "line", "bullets", "paragraph")]
    assert words == sorted(words)
    assert budget("bullets", "en", 1000).fewest == 3


def test_arabic_says_the_same_in_fewer_words() -> None:
    assert budget("line", "ar", 1000).words < budget("line", "en", 1000).words


def test_a_paragraph_is_shorter_than_a_short_article() -> None:
    assert budget("paragraph", "en", 100).words <= 40


def test_a_number_is_a_budget_of_words() -> None:
    assert budget(60, "en", 1000).words == 60
    assert parse_length("60") == 60
    assert parse_length("bullets") == "bullets"


@pytest.mark.parametrize("wrong", [4, 0, -3])
def test_too_small_a_budget_is_refused(wrong: int) -> None:
    with pytest.raises(InputError, match="smallest budget is 5"):
        budget(wrong, "en", 100)


@pytest.mark.parametrize("wrong", ["long", "", "-5", "3.5"])
def test_an_unknown_length_names_the_known_ones(wrong: str) -> None:
    with pytest.raises(InputError, match="headline, line, bullets, paragraph"):
        parse_length(wrong)


sentences = st.lists(st.integers(1, 60).map(lambda count: " ".join(["word"] * count)), max_size=12)
limits = st.builds(
    Budget, words=st.integers(5, 120), sentences=st.integers(1, 6), sentence_words=st.just(40), fewest=st.integers(1, 3)
)


@settings(max_examples=120, deadline=None)
@given(sentences, limits)
def test_never_over_budget_by_more_than_one_sentence(texts: list[str], within: Budget) -> None:
    chosen = fit(texts, within)
    assert chosen == sorted(set(chosen))
    assert len(chosen) <= max(within.sentences, 0)
    counts = [len(texts[index].split()) for index in chosen]
    assert sum(counts) <= within.words or sum(counts) - max(counts) <= within.words
    assert bool(chosen) == bool(texts)
