"""`python -m train STEP`: make the embedded weights again, step by step or all at once."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from base.errors import JisrError
from train import pipeline
from train.fit import Budget
from train.presets import PRESETS, preset
from train.score import Score

EMBEDDED = Path(__file__).parent.parent / "engine" / "embedded" / "compact"
STEPS = ("data", "vocab", "fit", "export", "score", "all")


def log(line: str) -> None:
    """Write progress to stderr; results go to stdout."""
    click.echo(line, err=True)


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("step", type=click.Choice(STEPS))
@click.option("--corpus", type=click.Path(path_type=Path), required=True, help="The corpus folder.")
@click.option("--work", type=click.Path(path_type=Path), required=True, help="Folder for all that is made.")
@click.option("--preset", "size", type=click.Choice(list(PRESETS)), default="small", show_default=True)
@click.option("--minutes", type=float, default=90.0, show_default=True, help="Training time over all runs.")
@click.option("--steps", type=int, default=0, help="Count the budget in steps, not in minutes.")
@click.option("--out", type=click.Path(path_type=Path), default=EMBEDDED, help="Folder of the export.")
@click.option("--threads", type=int, default=2, show_default=True)
@click.option("--device", default="cpu", show_default=True, help="cpu or cuda.")
@click.option("--data", "names", multiple=True, default=("flores200-dev", "news-dev"), show_default=True)
@click.option("--limit", type=int, default=0, help="Score at most about this many pairs of a set.")
@click.option("--float", "unquantised", is_flag=True, help="Score the float weights instead of int8.")
def main(step: str, out: Path, names: tuple[str, ...], limit: int, unquantised: bool, **options: Any) -> None:
    """Make the embedded model: data, vocab, fit, export, score, or all of them in turn."""
    settings = pipeline.Settings(
        options["corpus"],
        options["work"],
        preset(options["size"]),
        Budget(options["steps"], options["minutes"]),
        options["threads"],
        options["device"],
    )
    actions: dict[str, Callable[[], None]] = {
        "data": lambda: _show_counts(pipeline.data_step(settings)),
        "vocab": lambda: pipeline.vocabulary_step(settings),
        "fit": lambda: pipeline.fit_step(settings, log),
        "export": lambda: pipeline.export_step(settings, out),
        "score": lambda: _show_scores(pipeline.score_step(settings, out, names, limit, not unquantised)),
    }
    try:
        for name in actions if step == "all" else (step,):
            log(f"step: {name}")
            actions[name]()
    except JisrError as error:
        log(f"error: {error}")
        sys.exit(error.exit_code)


def _show_counts(counts: dict[str, int]) -> None:
    for name, count in sorted(counts.items()):
        click.echo(f"{count:8d}  {name}")


def _show_scores(scores: list[tuple[str, Score]]) -> None:
    for name, score in scores:
        click.echo(f"{name} {score.direction}, {score.segments} segments, figures kept {score.figures:.1%}")
        click.echo(f"  BLEU {score.bleu}")
        click.echo(f"  chrF {score.chrf}")


if __name__ == "__main__":
    main()
