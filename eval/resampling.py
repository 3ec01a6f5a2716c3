"""How sure is a score, and is one system better than another: resampling of segments.

Bootstrap intervals and paired bootstrap resampling follow Koehn, "Statistical significance tests for machine
translation evaluation" (EMNLP 2004); approximate randomisation follows Riezler and Maxwell, "On some pitfalls in
automatic evaluation and significance testing for MT" (ACL workshop 2005). Both resample whole segments, and both
depend on the seed, which is part of the signature.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from base.errors import InputError
from eval.score import Score
from eval.statistics import Statistics, Table

RESAMPLES: Final = 1000
TRIALS: Final = 10_000
SEED: Final = 12345
_CHUNK: Final = 100
_BOUNDS: Final = (2.5, 97.5)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two systems on the same segments: `difference` is second minus first, with its 95 % interval.

    `p_bootstrap` is the share of resamples in which the better system is not better; `p_randomisation` the share of
    random exchanges of outputs that make a difference at least as large (two-sided). Both get 1 added above and below
    the line, so that no p-value is 0.
    """

    name: str
    first: float
    second: float
    difference: float
    low: float
    high: float
    p_bootstrap: float
    p_randomisation: float
    n: int
    signature: str
    higher_is_better: bool = True

    @property
    def verdict(self) -> str:
        """`second`, `first`, or `no difference` at p < 0.05 in both tests."""
        if max(self.p_bootstrap, self.p_randomisation) >= 0.05:
            return "no difference"
        return "second" if (self.difference > 0) == self.higher_is_better else "first"


def score(statistics: Sequence[Statistics], *, resamples: int = RESAMPLES, seed: int = SEED) -> tuple[Score, ...]:
    """Return the scores of metrics on the same segments, with 95 % percentile intervals from `resamples` resamples.

    A metric that has nothing to score (no number in any source) is left out. `resamples` of 0 gives no intervals.
    """
    # One item says nothing about how others would score.
    samples = list(_resampled(statistics, resamples, seed)) if resamples and len(statistics[0].table) > 1 else []
    scores: list[Score] = []
    for place, metric in enumerate(statistics):
        value = metric.value
        if np.isnan(value):
            continue
        low, high = (None, None) if not samples else _interval(np.concatenate([part[place] for part in samples]))
        line = with_resampling(metric.signature, resamples, seed) if samples else metric.signature
        scores.append(Score(metric.name, value, metric.n, line, low, high, metric.details()))
    return tuple(scores)


def compare(
    first: Statistics, second: Statistics, *, resamples: int = RESAMPLES, trials: int = TRIALS, seed: int = SEED
) -> Comparison:
    """Return how two systems differ on one metric; raises `InputError` when their segments cannot be the same."""
    if first.table.shape != second.table.shape or first.signature != second.signature:
        raise InputError(
            f"Two results for {first.name} cannot be compared: {len(first.table)} segments with {first.signature}, and "
            f"{len(second.table)} with {second.signature}. Score both systems on the same data with the same settings."
        )
    parts = list(_resampled((first, second), resamples, seed))
    left, right = (np.concatenate([part[place] for part in parts]) for place in (0, 1))
    differences = (right - left)[np.isfinite(right - left)]
    low, high = _interval(differences)
    observed = second.value - first.value
    against = np.sum(differences <= 0) if observed > 0 else np.sum(differences >= 0)
    return Comparison(
        name=first.name,
        first=first.value,
        second=second.value,
        difference=observed,
        low=low,
        high=high,
        p_bootstrap=float(against + 1) / (len(differences) + 1),
        p_randomisation=_randomise(first, second, abs(observed), trials, seed),
        n=first.n,
        signature=with_resampling(first.signature, resamples, seed, trials),
        higher_is_better=first.higher_is_better,
    )


def with_resampling(signature: str, resamples: int, seed: int, trials: int | None = None) -> str:
    """Return a signature with the resampling written where sacrebleu has it: after the number of references."""
    head, _, rest = signature.partition("|")
    exchanged = f"|ar:{trials}" if trials else ""
    return f"{head}|bs:{resamples}{exchanged}|seed:{seed}|{rest}"


def _resampled(statistics: Sequence[Statistics], resamples: int, seed: int) -> Iterator[list[Table]]:
    """Yield, for chunks of the resamples, the scores of each metric; all metrics see the same resamples."""
    size = len(statistics[0].table)
    joined = np.hstack([metric.table for metric in statistics])
    edges = np.cumsum([metric.table.shape[1] for metric in statistics])[:-1]
    draw = np.random.default_rng(seed)
    for start in range(0, resamples, _CHUNK):
        weights = np.stack(
            [
                np.bincount(draw.integers(0, size, size), minlength=size).astype(np.float64)
                for _ in range(min(_CHUNK, resamples - start))
            ]
        )
        sums = np.split(weights @ joined, edges, axis=-1)
        yield [metric.formula(part) for metric, part in zip(statistics, sums, strict=True)]


def _randomise(first: Statistics, second: Statistics, observed: float, trials: int, seed: int) -> float:
    draw = np.random.default_rng(seed)
    total, gap = first.table.sum(axis=0), second.table - first.table
    # Rounding must not make a difference out of an exchange of equal outputs.
    observed -= 1e-9
    extreme = 0
    for start in range(0, trials, _CHUNK):
        swap = draw.integers(0, 2, (min(_CHUNK, trials - start), len(gap))).astype(np.float64)
        moved = swap @ gap
        other = total + gap.sum(axis=0) - moved
        extreme += int(np.sum(np.abs(second.formula(other) - first.formula(total + moved)) >= observed))
    return (extreme + 1) / (trials + 1)


def _interval(samples: Table) -> tuple[float, float]:
    """Return the bounds of the 95 % interval; resamples in which there was nothing to score do not count."""
    low, high = np.nanpercentile(samples, _BOUNDS)
    return float(low), float(high)
