"""`python -m train STEP`: make the embedded weights again, step by step or all at once."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import click

from base.errors import InputError, JisrError
from train import gate, parts, pipeline, tune
from train.export import AVERAGE, write_average
from train.fit import Budget
from train.pipeline import Settings
from train.presets import PRESETS, preset
from train.score import Score

EMBEDDED: Final = Path(__file__).parent.parent / "engine" / "embedded" / "compact"
Option = Callable[[Any], Any]
_FOLDER: Final = click.Path(path_type=Path)

CORPUS: Final = (click.option("--corpus", type=_FOLDER, required=True, help="The corpus folder."),)
WORK: Final = (
    click.option("--work", type=_FOLDER, required=True, help="Folder for all that is made."),
    click.option("--preset", "size", type=click.Choice(list(PRESETS)), default="small", show_default=True),
    click.option("--threads", type=int, default=2, show_default=True),
    click.option("--device", default="cpu", show_default=True, help="cpu or cuda."),
    click.option("--decoder", default="", help="Device for translating, where CTranslate2 has no use of --device."),
)
BUDGET: Final = (
    click.option("--minutes", type=float, default=90.0, show_default=True, help="Training time over all runs."),
    click.option("--steps", type=int, default=0, help="Count the budget in steps, not in minutes."),
    click.option("--session", type=float, default=0.0, help="Spend at most so many minutes of the budget now."),
    click.option("--loaders", type=int, default=0, show_default=True, help="Processes that make batches."),
    click.option("--parts", "parts_folder", type=_FOLDER, help="Cut the checkpoint into parts of 16 MiB here."),
)
OUT: Final = (click.option("--out", type=_FOLDER, default=EMBEDDED, help="Folder of the export."),)
SETS: Final = (
    click.option("--data", "names", multiple=True, default=("flores200-dev", "news-dev"), show_default=True),
    click.option("--limit", type=int, default=0, help="Take at most about this many pairs of a set."),
)


def log(line: str) -> None:
    """Write progress to stderr; results go to stdout."""
    click.echo(line, err=True)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Make the embedded model: data, vocab, fit, export, tune, score and gate, or all of them in turn."""


def step(*options: Option) -> Callable[[Callable[..., None]], click.Command]:
    """Make a function a step of the command line.

    Its errors end in one line. With the options of `WORK` its first argument is `settings`, made of them, of the
    corpus and of the budget.
    """

    def decorate(function: Callable[..., None]) -> click.Command:
        name = function.__name__.removesuffix("_command")

        def run(**values: Any) -> None:
            log(f"step: {name}")
            try:
                function(**(_with_settings(values) if "work" in values else values))
            except JisrError as error:
                log(f"error: {error}")
                sys.exit(error.exit_code)

        decorated: Callable[..., None] = run
        for option in reversed(options):
            decorated = option(decorated)
        return main.command(name, help=function.__doc__)(decorated)

    return decorate


def _with_settings(values: dict[str, Any]) -> dict[str, Any]:
    budget = Budget(values.pop("steps", 0), values.pop("minutes", 0.0))
    settings = Settings(
        values.pop("corpus", Path()),
        values.pop("work"),
        preset(values.pop("size")),
        budget,
        values.pop("threads"),
        values.pop("device"),
        values.pop("loaders", 0),
        values.pop("session", 0.0),
        values.pop("decoder"),
    )
    return {"settings": settings, **values}


@step(*CORPUS, *WORK)
def data_command(settings: Settings) -> None:
    """Filter and normalise the corpus; after this step fit needs the work folder alone."""
    for name, count in sorted(pipeline.data_step(settings).items()):
        click.echo(f"{count:8d}  {name}")


@step(*CORPUS, *WORK)
def vocab_command(settings: Settings) -> None:
    """Train the vocabulary, count alignments and neighbours of its pieces, translate by dictionary."""
    pipeline.vocabulary_step(settings)


@step(*WORK, *BUDGET)
def fit_command(settings: Settings, parts_folder: Path | None) -> None:
    """Train through all stages, or go on training."""
    pipeline.fit_step(settings, log)
    if parts_folder:
        parts.split(settings.work / "checkpoint.pt", parts_folder)


@step(*WORK, click.option("--round", "number", type=click.IntRange(1, 2), default=1, show_default=True))
def back_command(settings: Settings, number: int) -> None:
    """Make a round of back-translation with the weights as they are; fit makes it by itself when it is due."""
    pipeline.back_step(settings, number, log)


@step(*WORK, *OUT)
def export_command(settings: Settings, out: Path) -> None:
    """Write the folder that ships."""
    pipeline.export_step(settings, out)


@step(*CORPUS, *WORK, *OUT, *SETS)
def tune_command(settings: Settings, out: Path, names: tuple[str, ...], limit: int) -> None:
    """Measure beam sizes and length penalties on the development sets, and write tune.json into the work folder."""
    trials = pipeline.tune_step(settings, out, names, limit)
    for trial in trials:
        chosen = " <-" if trial == tune.best(trials, trial.direction) else ""
        setting = f"{trial.direction} beam {trial.beam_size} length penalty {trial.length_penalty}"
        click.echo(f"{setting}: chrF {trial.chrf} BLEU {trial.bleu}{chosen}")


@step(
    *CORPUS,
    *WORK,
    *OUT,
    *SETS,
    click.option("--float", "unquantised", is_flag=True, help="Score the float weights instead of int8."),
)
def score_command(settings: Settings, out: Path, names: tuple[str, ...], limit: int, unquantised: bool) -> None:
    """Score an exported folder on the development sets."""
    _show_scores(pipeline.score_step(settings, out, names, limit, not unquantised))


@step(
    *OUT,
    click.option("--write", is_flag=True, help="Write what is measured into the card, and seal the folder again."),
    click.option("--lower", is_flag=True, help="Accept values that are worse than those of the card."),
)
def gate_command(out: Path, write: bool, lower: bool) -> None:
    """Measure a few fixed sentences against what the card states."""
    found = gate.write_gate(out, _cards(out), lower=lower) if write else gate.measure(out)
    for name, measured in (("ar-en", found.ar_en), ("en-ar", found.en_ar)):
        click.echo(f"{name} {found.segments} segments: chrF {measured.chrf}, figures kept {measured.figures:.1%}")
    if worse := gate.shortfalls(gate.stated_gate(out / "README.md"), found):
        log("\n".join(worse))
        sys.exit(1)


@step(
    *WORK,
    click.option("--parts", "parts_folder", type=_FOLDER, required=True, help="Folder for the parts."),
    click.option("--average", is_flag=True, help="Only the averaged weights in half precision, enough to export."),
)
def split_command(settings: Settings, parts_folder: Path, average: bool) -> None:
    """Cut the checkpoint into parts of at most 16 MiB."""
    path = write_average(settings.work) if average else settings.work / "checkpoint.pt"
    for part in parts.split(path, parts_folder):
        click.echo(part)


@step(*WORK, click.option("--parts", "parts_folder", type=_FOLDER, required=True, help="Folder of the parts."))
def join_command(settings: Settings, parts_folder: Path) -> None:
    """Put the parts of split together again in the work folder."""
    if (parts_folder / f"{AVERAGE}.parts").exists() and (settings.work / "checkpoint.pt").exists():
        raise InputError(
            f"{settings.work} has a checkpoint.pt, which goes before averaged weights. Move it away first."
        )
    for path in parts.join(parts_folder, settings.work):
        click.echo(path)


@step(*CORPUS, *WORK, *BUDGET, *OUT, *SETS)
def all_command(settings: Settings, parts_folder: Path | None, out: Path, names: tuple[str, ...], limit: int) -> None:
    """Make everything, from the corpus to the scores; run again, it goes on where it stopped."""
    if pipeline.data_is_made(settings):
        log(f"data: there already; delete {settings.work} to begin anew")
    else:
        pipeline.data_step(settings)
    if not pipeline.vocabulary_is_made(settings):
        log("step: vocab")
        pipeline.vocabulary_step(settings)
    log("step: fit")
    spent = pipeline.fit_step(settings, log)
    if parts_folder:
        parts.split(settings.work / "checkpoint.pt", parts_folder)
    if spent < 1.0:
        log(f"{spent:.0%} of the budget is spent; run the same command again to go on")
        return
    log("step: export")
    pipeline.export_step(settings, out)
    log("step: tune")
    trials = pipeline.tune_step(settings, out, names, limit or 200)
    for direction in tune.TASKS:
        click.echo(f"chosen: {tune.best(trials, direction)}")
    log("step: score")
    _show_scores(pipeline.score_step(settings, out, names, limit))
    log("step: gate")
    gate.write_gate(out, _cards(out))


def _cards(out: Path) -> tuple[Path, ...]:
    """Return the cards that state the gate of a folder: its own, and for the folder that ships that of the recipe."""
    return (out / "README.md", *((gate.CARD,) if out.resolve() == EMBEDDED.resolve() else ()))


def _show_scores(scores: list[tuple[str, Score]]) -> None:
    for name, score in scores:
        click.echo(f"{name} {score.direction}, {score.segments} segments, figures kept {score.figures:.1%}")
        click.echo(f"  BLEU {score.bleu}")
        click.echo(f"  chrF {score.chrf}")


if __name__ == "__main__":
    main()
