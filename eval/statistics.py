"""Sufficient statistics of segments: all that a corpus score needs, so that texts are read once only.

Resampling (Koehn 2004; Riezler and Maxwell 2005) then adds up rows of a table instead of scoring texts again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

Table = NDArray[np.float64]
Formula = Callable[[Table], Table]
"""From sums of statistics, shape (..., k), to scores, shape (...); NaN where there is nothing to score."""


@dataclass(frozen=True, slots=True, eq=False)
class Statistics:
    """One metric on n segments: `table` has shape (n, k), `formula` makes a score of the sum of any of its rows.

    `counted` is the column that holds what a share is taken of (numbers, sentences); without one, segments are
    counted. `detail` names columns whose mean over segments is worth telling, in percent.
    """

    name: str
    table: Table
    formula: Formula
    signature: str
    higher_is_better: bool = True
    counted: int | None = None
    detail: tuple[tuple[str, int], ...] = ()

    @property
    def n(self) -> int:
        """Number of segments, or of the things counted."""
        return len(self.table) if self.counted is None else round(float(self.table[:, self.counted].sum()))

    @property
    def value(self) -> float:
        """The score of all segments together."""
        return float(self.formula(self.table.sum(axis=0)))

    def each(self) -> Table:
        """Return the score of every segment alone, shape (n,)."""
        return self.formula(self.table)

    def subset(self, indices: Sequence[int]) -> Statistics:
        """Return the statistics of some of the segments."""
        return replace(self, table=self.table[np.asarray(indices, dtype=np.intp)])

    def details(self) -> tuple[tuple[str, float], ...]:
        """Return the means of the columns that `detail` names, in percent."""
        means = self.table.mean(axis=0) if self.detail else self.table
        return tuple((name, 100 * float(means[column])) for name, column in self.detail)


def table_of(rows: Sequence[Sequence[float]] | Any, columns: int) -> Table:
    """Return rows of numbers as a table with `columns` columns, also when there are no rows."""
    return np.asarray(rows, dtype=np.float64).reshape(-1, columns)


def mean(sums: Table) -> Table:
    """Formula of a mean in percent: column 0 over column 1, the number of segments."""
    return share(sums)


def share(sums: Table) -> Table:
    """Formula of a share in percent: column 0 over column 1; NaN of nothing."""
    with np.errstate(divide="ignore", invalid="ignore"):
        result: Table = 100 * np.divide(sums[..., 0], sums[..., 1])
    return result


def average(sums: Table) -> Table:
    """Formula of a plain average: column 0 over column 1; NaN of nothing."""
    return share(sums) / 100
