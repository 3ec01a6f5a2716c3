"""The report of a batch: what is done, what failed where and why; the same whether it was interrupted or not."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from base.files import write_atomic
from translate.batch.inputs import Inputs
from translate.batch.journal import Failure, Journal
from translate.batch.model import Counts
from translate.batch.progress import Position, Progress

INTERRUPTED: Final = 130
_NAME: Final = "report.json"


@dataclass(frozen=True, slots=True)
class Report:
    """The result of a batch. `counts` are of all runs together, `position` of this one; `path` is the saved report."""

    counts: Counts
    failures: tuple[Failure, ...]
    skipped: dict[str, int]
    position: Position
    interrupted: bool
    path: Path

    @property
    def exit_code(self) -> int:
        """0 for a batch without failures, 130 for an interrupted one, otherwise the highest of the failures."""
        if self.interrupted:
            return INTERRUPTED
        return max((failure.exit_code for failure in self.failures), default=0)

    def to_dict(self) -> dict[str, object]:
        """Return the report as plain data; what differs between runs (time, speed) is left out."""
        return {
            "documents": self.counts.done + self.counts.failed,
            "translated": self.counts.done,
            "failed": self.counts.failed,
            "sentences": self.counts.sentences,
            "words": self.counts.words,
            "flagged": self.counts.flagged,
            "other_files": dict(sorted(self.skipped.items())),
            "failures": [
                {"file": failure.file, "place": failure.place, "reason": failure.reason} for failure in self.failures
            ],
        }


def make_report(journal: Journal, inputs: Inputs, progress: Progress, *, interrupted: bool) -> Report:
    """Return the report of what the journal says."""
    total = Counts()
    for state in journal.files.values():
        total += state.counts
    failures = tuple(sorted(journal.failures(), key=lambda failure: failure.file))
    path = journal.path.with_name(_NAME)
    return Report(total, failures, dict(inputs.skipped), progress.position(), interrupted, path)


def save_report(report: Report) -> None:
    """Write the report as JSON; raises `OutputError`."""
    write_atomic(report.path, json.dumps(report.to_dict(), ensure_ascii=False, indent=2) + "\n")
