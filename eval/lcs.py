"""Longest common subsequences, a row of the table at a time in the bits of an integer.

Bit-parallel recurrence of Hyyrö, "Bit-parallel LCS-length computation revisited" (AWOCA 2004): what takes len(first)
times len(second) steps in a table takes len(first) steps here.
"""

from __future__ import annotations

from collections.abc import Sequence


def lcs_length(first: Sequence[str], second: Sequence[str]) -> int:
    """Return the length of the longest common subsequence of two sequences of tokens."""
    rows = _rows(first, second)
    return rows[-1].bit_count()


def lcs_positions(first: Sequence[str], second: Sequence[str]) -> list[int]:
    """Return the positions in `first` of one longest common subsequence, ascending.

    Where there are several, it is the one that the usual backtracking from the end finds when it prefers, on a tie,
    to leave out a token of `first`: the choice matters for summary-level ROUGE, and is that of `rouge_score`.
    """
    rows = _rows(first, second)
    found: list[int] = []
    i, j = len(first), len(second)
    while i and j:
        if first[i - 1] == second[j - 1]:
            found.append(i - 1)
            i, j = i - 1, j - 1
        elif _length(rows[i], j - 1) > _length(rows[i - 1], j):
            j -= 1
        else:
            i -= 1
    found.reverse()
    return found


def _rows(first: Sequence[str], second: Sequence[str]) -> list[int]:
    """Return, for each prefix of `first`, an integer: bit j is set where the table grows between columns j and j+1."""
    masks: dict[str, int] = {}
    for place, token in enumerate(second):
        masks[token] = masks.get(token, 0) | 1 << place
    full = (1 << len(second)) - 1
    state, rows = full, [0]
    for token in first:
        matches = state & masks.get(token, 0)
        state = ((state + matches) | (state - matches)) & full
        rows.append(full & ~state)
    return rows


def _length(row: int, columns: int) -> int:
    return (row & ((1 << columns) - 1)).bit_count()
