"""The progress of a batch on standard error, on terminals only: share, documents, speed, flags, time left."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from translate.batch.progress import Position


@contextmanager
def batch_bar() -> Iterator[Callable[[Position], None] | None]:
    """Give a callback that moves the bar; None when standard error is no terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich import progress as rich_progress
    from rich.console import Console

    columns = (
        rich_progress.BarColumn(),
        rich_progress.TaskProgressColumn(),
        rich_progress.TextColumn("{task.description}"),
    )
    with rich_progress.Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("starting", total=None)

        def moved(position: Position) -> None:
            bar.update(task, completed=position.done_size, total=position.size or None, description=line(position))

        yield moved


def line(position: Position) -> str:
    """Return a position as one line for people."""
    counts = position.counts
    parts = [f"{counts.done + counts.failed:,} documents"]
    if counts.failed:
        parts.append(f"{counts.failed:,} failed")
    parts.append(f"{position.sentences_per_second:,.1f} sentences/s, {position.words_per_second:,.0f} words/s")
    parts.append(f"{position.flagged_share:.1%} flagged")
    left = position.seconds_left
    if left is not None:
        parts.append(f"{duration(left)} left")
    return " · ".join(parts)


def duration(seconds: float) -> str:
    """Return a time as hours, minutes and seconds."""
    whole = round(seconds)
    hours, minutes = whole // 3600, whole // 60 % 60
    return f"{hours}:{minutes:02}:{whole % 60:02}" if hours else f"{minutes}:{whole % 60:02}"
