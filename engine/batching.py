"""Which sources go through the network together."""

from __future__ import annotations

from collections.abc import Sequence

# A first batch of about two sentences comes back in a fraction of the time of a full one.
_HEAD_SOURCES = 4
_HEAD_TOKENS = 96
# Below this a batch on a CPU costs more per piece; from here to a few thousand it makes no difference.
_EFFICIENT_TOKENS = 256


def plan_batches(lengths: Sequence[int], budget: int, *, head: bool = False) -> list[list[int]]:
    """Group the indices of `lengths` (source pieces) into batches; every index is in exactly one.

    A batch holds sources of similar length: their number times the longest is at most `budget` pieces, and a
    single source longer than that makes a batch of its own. With `head` the first batch is a small one with
    the first sources, and the others follow in the order of their earliest source, so that a reader sees the
    beginning first; without it the longest come first, which keeps parallel workers busy to the end.
    Takes O(n log n).
    """
    if budget < 1:
        raise ValueError(f"A batch of {budget} source pieces holds nothing; give a budget of 1 or more")
    first = _head(lengths, budget) if head else []
    rest = sorted(range(len(first), len(lengths)), key=lambda index: (-lengths[index], index))
    batches = _fill(rest, lengths, budget)
    if not head:
        return batches
    return ([first] if first else []) + sorted(batches, key=min)


def shared_budget(lengths: Sequence[int], budget: int, workers: int) -> int:
    """Lower a budget so that the work of a short article still makes some batches for each worker."""
    if workers <= 1:
        return budget
    return min(budget, max(_EFFICIENT_TOKENS, sum(lengths) // (2 * workers)))


def _head(lengths: Sequence[int], budget: int) -> list[int]:
    limit, longest = min(budget, _HEAD_TOKENS), 0
    for count, length in enumerate(lengths[:_HEAD_SOURCES]):
        longest = max(longest, length)
        if count and (count + 1) * longest > limit:
            return list(range(count))
    return list(range(min(_HEAD_SOURCES, len(lengths))))


def _fill(ordered: Sequence[int], lengths: Sequence[int], budget: int) -> list[list[int]]:
    """Cut a list sorted from long to short: the first of a batch is its longest."""
    batches: list[list[int]] = []
    for index in ordered:
        if batches and (len(batches[-1]) + 1) * lengths[batches[-1][0]] <= budget:
            batches[-1].append(index)
        else:
            batches.append([index])
    return batches
