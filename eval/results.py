"""Scores as rows: one JSON object a line, each with everything that is needed to quote it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from base.languages import Language
from eval.dataset import TaskName
from eval.evaluation import Evaluation
from eval.rows import read_rows, write_rows
from eval.score import Score

COUNTED: Final = frozenset(
    {
        "numbers kept",
        "dates kept",
        "numbers added",
        "names kept",
        "quotations kept",
        "quotation marks paired",
        "numbers supported",
        "names supported",
        "summaries agree",
    }
)
"""Shares of things counted rather than of items."""


@dataclass(frozen=True, slots=True)
class Result:
    """One score of one system on one data set; `group` is `all`, or a part such as `domain medical`."""

    task: TaskName
    system: str
    data: str
    source: Language
    target: Language
    selection: str
    group: str
    metric: str
    value: float
    low: float | None
    high: float | None
    n: int
    signature: str
    system_signature: str
    data_signature: str
    licence: str
    checksum: str

    @property
    def label(self) -> str:
        """Data set and direction: `flores200-dev:ar-en`."""
        return f"{self.data}:{self.source}-{self.target}"

    @property
    def cell(self) -> str:
        """Value and interval as a table shows them, and for a share what it is one of: `98.2 [97, 99] of 247`."""
        spread = "" if self.low is None or self.high is None else f" [{self.low:.1f}, {self.high:.1f}]"
        counted = f" of {self.n:,}" if self.metric in COUNTED else ""
        return f"{self.value:.1f}{spread}{counted}"


def results_of(evaluation: Evaluation) -> list[Result]:
    """Return the rows of an evaluation, overall scores first."""
    groups = [("all", evaluation.scores), *((part.group, part.scores) for part in evaluation.parts)]
    return [_result(evaluation, group, score) for group, scores in groups for score in scores]


def _result(evaluation: Evaluation, group: str, score: Score) -> Result:
    header = evaluation.header
    return Result(
        task=header.task,
        system=header.system,
        data=header.data,
        source=header.source,
        target=header.target,
        selection=header.selection,
        group=group,
        metric=score.name,
        value=round(score.value, 4),
        low=None if score.low is None else round(score.low, 4),
        high=None if score.high is None else round(score.high, 4),
        n=score.n,
        signature=score.signature,
        system_signature=header.system_signature,
        data_signature=header.data_signature,
        licence=header.licence,
        checksum=header.checksum,
    )


def write_results(path: Path, results: Sequence[Result]) -> None:
    """Write rows as JSON lines; raises `OutputError`."""
    write_rows(path, results)


def read_results(path: Path) -> list[Result]:
    """Return the rows of a file; raises `InputError` when it cannot be read, `FormatError` naming a broken line."""
    return read_rows(path, Result, "result")
