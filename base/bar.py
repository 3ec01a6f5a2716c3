"""A progress bar on standard error, only where a person watches."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from base.progress import Progress, ProgressCallback, Stage

_LABELS: Final[dict[Stage, str]] = {
    "load": "Loading the model",
    "translate": "Translating",
    "summarize": "Summarizing",
    "convert": "Converting the model",
    "batch": "Files",
    "evaluate": "Evaluating",
}


@contextmanager
def progress_bar(unit: str = "", *, quiet: bool = False) -> Iterator[ProgressCallback]:
    """Give a callback that draws a bar for each stage, with its count of `unit` and the time left.

    It does nothing when `quiet`, or when standard error is no terminal. rich is imported only where it draws.
    """
    if quiet or not sys.stderr.isatty():
        yield _silent
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TaskID, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bars

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn(unit))
    tasks: dict[Stage, TaskID] = {}
    with Bars(*columns, TimeRemainingColumn(), console=Console(stderr=True), transient=True) as bars:

        def update(progress: Progress) -> None:
            total = progress.total or None
            if progress.stage not in tasks:
                tasks[progress.stage] = bars.add_task(_LABELS[progress.stage], total=total)
            bars.update(tasks[progress.stage], completed=progress.done, total=total)

        yield update


def _silent(_: Progress) -> None:
    return
