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
def progress_bar(quiet: bool = False) -> Iterator[ProgressCallback | None]:
    """Give a callback that draws a bar per stage with its time left; None when `quiet` or not on a terminal."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TaskID, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bars

    console = Console(file=sys.stderr)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    tasks: dict[Stage, TaskID] = {}
    with Bars(*columns, console=console, transient=True) as bars:

        def update(progress: Progress) -> None:
            total = progress.total or None
            if progress.stage not in tasks:
                tasks[progress.stage] = bars.add_task(_LABELS[progress.stage], total=total)
            bars.update(tasks[progress.stage], completed=progress.done, total=total)

        yield update
