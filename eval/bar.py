"""A progress bar on standard error, on terminals only."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from base.progress import Progress, ProgressCallback


def _silent(_: Progress) -> None:
    return


@contextmanager
def progress_bar(description: str) -> Iterator[ProgressCallback]:
    """Give a callback that moves a bar with counts and the time left; silent when stderr is no terminal."""
    if not sys.stderr.isatty():
        yield _silent
        return
    from rich import progress as rich_progress
    from rich.console import Console

    columns = (
        rich_progress.TextColumn("{task.description}", markup=False),
        rich_progress.BarColumn(),
        rich_progress.MofNCompleteColumn(),
        rich_progress.TimeElapsedColumn(),
        rich_progress.TimeRemainingColumn(),
    )
    with rich_progress.Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task(description, total=None)

        def moved(step: Progress) -> None:
            bar.update(task, completed=step.done, total=step.total or None)

        yield moved
