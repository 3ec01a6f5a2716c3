"""What one round of training is made of: kinds of examples by their share, sources within a kind by their weight."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

import numpy as np
import numpy.typing as npt

from train.corpus import REPEATS
from train.store import Store

Kind = Literal["pairs", "summaries", "denoise", "gaps", "dictionary", "back"]
# The groups of a kind begin alike; whatever else there is comes from a file of sentence pairs.
PREFIXES: Final[dict[str, Kind]] = {
    "sum-": "summaries",
    "mono-": "denoise",
    "gap-": "gaps",
    "dict-": "dictionary",
    "back-": "back",
}
# Bilingual summaries of real news teach all four directions; the others are many and teach one.
SUMMARY_WEIGHTS: Final = {"sum-news": 4.0, "sum-cross": 1.0}
ROUND_TOKENS: Final = 8_000_000


def kind_of(group: str) -> Kind:
    """Return the kind of the examples of `group`."""
    return next((kind for prefix, kind in PREFIXES.items() if group.startswith(prefix)), "pairs")


@dataclass(frozen=True, slots=True)
class Mix:
    """`shares` of the tokens by kind (a kind that is absent gets none); `repeats` weigh the sources of pairs."""

    shares: Mapping[Kind, float]
    repeats: Mapping[str, float] = field(default_factory=lambda: REPEATS)

    def weight(self, group: str) -> float:
        """Return how often an example of `group` is seen in comparison with others of its kind."""
        if kind_of(group) == "pairs":
            return self.repeats.get(group, 0.0)
        return SUMMARY_WEIGHTS.get(group, 1.0)


def rates(store: Store, mix: Mix) -> npt.NDArray[np.float64]:
    """Return how often each example is seen in one round, (n,), fractions allowed.

    A round is as long as the kind that has most to say for its share wants, `ROUND_TOKENS` at most. The share of a kind
    of which `store` has nothing goes to the others.
    """
    weights = np.array([mix.weight(group) for group in store.groups], dtype=float)[store.codes]
    kinds = [kind_of(group) for group in store.groups]
    members = {kind: np.isin(store.codes, [n for n, name in enumerate(kinds) if name == kind]) for kind in mix.shares}
    natural = {kind: float((weights * store.sizes)[members[kind]].sum()) for kind in mix.shares}
    shares = {kind: share for kind, share in mix.shares.items() if share > 0 and natural[kind] > 0}
    total = sum(shares.values())
    length = min(ROUND_TOKENS, max((natural[kind] * total / share for kind, share in shares.items()), default=0.0))
    out = np.zeros(len(store))
    for kind, share in shares.items():
        out[members[kind]] = weights[members[kind]] * (share / total * length / natural[kind])
    return out


def one_round(store: Store, generator: np.random.Generator, mix: Mix) -> list[int]:
    """Return the indices of one round in random order: each example as often as `rates` says, fractions by chance."""
    counts = np.floor(rates(store, mix) + 1e-9 + generator.random(len(store))).astype(int)
    order: list[int] = generator.permutation(np.repeat(np.arange(len(store)), counts)).tolist()
    return order
