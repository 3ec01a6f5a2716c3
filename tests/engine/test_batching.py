"""Batches: everything once, within the budget, the beginning of the text first."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.batching import plan_batches, shared_budget

LENGTHS = st.lists(st.integers(1, 300), max_size=80)


@settings(max_examples=100, deadline=None)
@given(lengths=LENGTHS, budget=st.integers(1, 3000), head=st.booleans())
def test_every_source_is_in_one_batch_and_no_batch_is_over_budget(lengths: list[int], budget: int, head: bool) -> None:
    batches = plan_batches(lengths, budget, head=head)
    assert sorted(index for batch in batches for index in batch) == list(range(len(lengths)))
    for batch in batches:
        padded = len(batch) * max(lengths[index] for index in batch)
        assert padded <= budget or len(batch) == 1


@settings(max_examples=100, deadline=None)
@given(lengths=LENGTHS, budget=st.integers(1, 3000))
def test_with_a_head_the_beginning_comes_first(lengths: list[int], budget: int) -> None:
    batches = plan_batches(lengths, budget, head=True)
    assert [min(batch) for batch in batches] == sorted(min(batch) for batch in batches)
    if batches:
        assert batches[0] == list(range(len(batches[0])))
        assert len(batches[0]) <= 4


def test_batches_hold_sources_of_similar_length() -> None:
    batches = plan_batches([5, 90, 6, 88, 4, 91], 300)
    assert sorted(sorted(batch) for batch in batches) == [[0, 2, 4], [1, 3, 5]]


def test_without_a_head_the_longest_come_first() -> None:
    assert plan_batches([5, 90, 50], 90)[0] == [1]


def test_an_over_long_source_is_alone() -> None:
    assert plan_batches([500, 3, 3], 100) == [[0], [1, 2]]


def test_nothing_makes_no_batch() -> None:
    assert plan_batches([], 100) == []
    assert plan_batches([], 100, head=True) == []


def test_a_budget_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="budget of 1"):
        plan_batches([1], 0)


def test_a_short_article_keeps_every_worker_busy() -> None:
    lengths = [30] * 60
    assert len(plan_batches(lengths, shared_budget(lengths, 2048, 2))) >= 4
    assert shared_budget(lengths, 2048, 1) == 2048
    assert shared_budget([10], 2048, 4) == 256, "batches of a few pieces would waste the machine"
    assert shared_budget(lengths, 100, 4) == 100, "never above what was asked"
