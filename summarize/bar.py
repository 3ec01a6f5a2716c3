"""A progress bar over articles, on standard error, on terminals only."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def article_bar() -> Iterator[Callable[[], None]]:
    """Give a function to be called after each article; silent when stderr is no terminal."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich import progress as rich_progress
    from rich.console import Console

    columns = (
        rich_progress.TextColumn("summarizing"),
        rich_progress.SpinnerColumn(),
        rich_progress.TextColumn("{task.completed} articles"),
        rich_progress.TimeElapsedColumn(),
    )
    with rich_progress.Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda: bar.advance(task)
