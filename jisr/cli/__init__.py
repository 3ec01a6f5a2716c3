"""The `jisr` command: results on standard output, progress and errors on standard error."""

from __future__ import annotations

import click

from jisr import __version__
from jisr.cli.lazy import LazyGroup

__all__ = ["main"]


@click.group(
    cls=LazyGroup,
    commands_in={
        "batch": "jisr.cli.batch:batch",
        "read": "jisr.cli.read:read",
        "models": "jisr.cli.models:models",
        "summarize": "jisr.cli.summarize:summarize",
    },
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, prog_name="jisr")
def main() -> None:
    """Read Arabic and English articles: translation and summaries, side by side, checked."""
