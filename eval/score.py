"""A number that can be quoted: what was measured, on how much, how surely, and with which settings."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Score:
    """The value of one metric on one set of texts.

    `value` is on the metric's own scale, 0 to 100 for most. `low` and `high` bound the 95 % interval of bootstrap
    resampling, where there is one. `n` counts the segments, or for a share the things counted (247 numbers).
    `signature` names every setting that decides the value, in sacrebleu's manner: two scores may be compared when
    their signatures are equal. `details` are further values of the same measurement, such as precision.
    """

    name: str
    value: float
    n: int
    signature: str
    low: float | None = None
    high: float | None = None
    details: tuple[tuple[str, float], ...] = ()

    @property
    def interval(self) -> str:
        """The interval as `[37.8, 40.1]`, empty when there is none."""
        return "" if self.low is None or self.high is None else f"[{self.low:.1f}, {self.high:.1f}]"

    def __str__(self) -> str:
        spread = f" {self.interval}" if self.interval else ""
        return f"{self.name}|{self.signature} = {self.value:.2f}{spread} (n = {self.n:,})"
