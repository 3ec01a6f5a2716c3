"""`python -m train STEP`: make the embedded weights again, step by step or all at once."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, ParamSpec

import click

from base.errors import JisrError
from train import gate, pipeline
from train.fit import Budget
from train.presets import PRESETS, preset
from train.score import Score

EMBEDDED = Path(__file__).parent.parent / "engine" / "embedded" / "compact"
P = ParamSpec("P")

corpus_option = click.option("--corpus", type=click.Path(path_type=Path), required=True, help="The corpus folder.")
out_option = click.option("--out", type=click.Path(path_type=Path), default=EMBEDDED, help="Folder of the export.")
data_option = click.option(
    "--data", "names", multiple=True, default=("flores200-dev", "news-dev"), show_default=True, help="Development sets."
)
limit_option = click.option("--limit", type=int, default=0, help="Take at most about this many pairs of a set.")
_WORK = (
    click.option("--work", type=click.Path(path_type=Path), required=True, help="Folder for all that is made."),
    click.option("--preset", "size", type=click.Choice(list(PRESETS)), default="small", show_default=True),
    click.option("--threads", type=int, default=2, show_default=True),
    click.option("--device", default="cpu", show_default=True, help="cpu or cuda."),
)
_BUDGET = (
    click.option("--minutes", type=float, default=90.0, show_default=True, help="Training time over all runs."),
    click.option("--steps", type=int, default=0, help="Count the budget in steps, not in minutes."),
)


def log(line: str) -> None:
    """Write progress to stderr; results go to stdout."""
    click.echo(line, err=True)


def step(*options: Callable[..., Any]) -> Callable[[Callable[P, None]], click.Command]:
    """Make a function a step of the command line: its options, and errors that end in one line."""

    def decorate(function: Callable[P, None]) -> click.Command:
        def run(*args: P.args, **kwargs: P.kwargs) -> None:
            log(f"step: {function.__name__.removesuffix('_command')}")
            try:
                function(*args, **kwargs)
            except JisrError as error:
                log(f"error: {error}")
                sys.exit(error.exit_code)

        for option in reversed(options):
            run = option(run)
        name = function.__name__.removesuffix("_command")
        return main.command(name, help=function.__doc__)(run)

    return decorate


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Make the embedded model: data, vocab, fit, export, score, or all of them in turn."""


@step(corpus_option, *_WORK)
def data_command(corpus: Path, work: Path, size: str, threads: int, device: str) -> None:
    """Filter and normalise the corpus."""
    _show_counts(pipeline.data_step(_settings(corpus, work, size, threads, device)))


@step(corpus_option, *_WORK)
def vocab_command(corpus: Path, work: Path, size: str, threads: int, device: str) -> None:
    """Train the vocabulary, and count alignments and neighbours of its pieces."""
    pipeline.vocabulary_step(_settings(corpus, work, size, threads, device))


@step(corpus_option, *_WORK, *_BUDGET)
def fit_command(corpus: Path, work: Path, size: str, threads: int, device: str, minutes: float, steps: int) -> None:
    """Train, or go on training."""
    pipeline.fit_step(_settings(corpus, work, size, threads, device, minutes, steps), log)


@step(corpus_option, *_WORK, out_option)
def export_command(corpus: Path, work: Path, size: str, threads: int, device: str, out: Path) -> None:
    """Write the folder that ships."""
    pipeline.export_step(_settings(corpus, work, size, threads, device), out)


@step(
    corpus_option,
    *_WORK,
    out_option,
    data_option,
    limit_option,
    click.option("--float", "unquantised", is_flag=True, help="Score the float weights instead of int8."),
)
def score_command(
    corpus: Path,
    work: Path,
    size: str,
    threads: int,
    device: str,
    out: Path,
    names: tuple[str, ...],
    limit: int,
    unquantised: bool,
) -> None:
    """Score an exported folder on the development sets."""
    settings = _settings(corpus, work, size, threads, device)
    _show_scores(pipeline.score_step(settings, out, names, limit, not unquantised))


@step(
    out_option,
    click.option("--write", is_flag=True, help="Write what is measured into the card, and seal the folder again."),
    click.option("--lower", is_flag=True, help="Accept values that are worse than those of the card."),
)
def gate_command(out: Path, write: bool, lower: bool) -> None:
    """Measure a few fixed sentences against what the card states."""
    cards = (out / "README.md", *((gate.CARD,) if out.resolve() == EMBEDDED.resolve() else ()))
    found = gate.write_gate(out, cards, lower=lower) if write else gate.measure(out)
    for name, measured in (("ar-en", found.ar_en), ("en-ar", found.en_ar)):
        click.echo(f"{name} {found.segments} segments: chrF {measured.chrf}, figures kept {measured.figures:.1%}")
    if worse := gate.shortfalls(gate.stated_gate(cards[0]), found):
        log("\n".join(worse))
        sys.exit(1)


@step(corpus_option, *_WORK, *_BUDGET, out_option, data_option, limit_option)
def all_command(
    corpus: Path,
    work: Path,
    size: str,
    threads: int,
    device: str,
    minutes: float,
    steps: int,
    out: Path,
    names: tuple[str, ...],
    limit: int,
) -> None:
    """Make everything, from the corpus to the scores; run again, it goes on where it stopped."""
    settings = _settings(corpus, work, size, threads, device, minutes, steps)
    _show_counts(pipeline.data_step(settings))
    pipeline.vocabulary_step(settings)
    pipeline.fit_step(settings, log)
    pipeline.export_step(settings, out)
    _show_scores(pipeline.score_step(settings, out, names, limit))


def _settings(
    corpus: Path, work: Path, size: str, threads: int, device: str, minutes: float = 0.0, steps: int = 0
) -> pipeline.Settings:
    return pipeline.Settings(corpus, work, preset(size), Budget(steps, minutes), threads, device)


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
