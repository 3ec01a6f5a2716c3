from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from eval.lcs import lcs_length, lcs_positions

TOKENS = st.lists(st.sampled_from("abcd"), max_size=12)


def table_length(first: list[str], second: list[str]) -> int:
    row = [0] * (len(second) + 1)
    for token in first:
        previous = row[:]
        for place, other in enumerate(second, 1):
            row[place] = previous[place - 1] + 1 if token == other else max(previous[place], row[place - 1])
    return row[-1]


@given(TOKENS, TOKENS)
@settings(max_examples=150, deadline=None)
def test_length_is_that_of_the_table(first: list[str], second: list[str]) -> None:
    assert lcs_length(first, second) == table_length(first, second)


@given(TOKENS, TOKENS)
@settings(max_examples=150, deadline=None)
def test_positions_spell_a_common_subsequence_of_that_length(first: list[str], second: list[str]) -> None:
    places = lcs_positions(first, second)
    assert places == sorted(set(places))
    assert len(places) == lcs_length(first, second)
    rest = iter(second)
    assert all(first[place] in rest for place in places)


def test_long_texts_need_no_table() -> None:
    words = [str(number % 97) for number in range(3000)]
    assert lcs_length(words, words[::2]) == 1500
