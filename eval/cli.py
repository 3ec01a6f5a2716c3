"""The command line `python -m eval`: run systems, score files, compare, and keep the record."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final, TypeVar

import click

from base import offline as offline_mode
from base.errors import JisrError
from base.languages import Language
from eval.dataset import TaskName
from eval.job import Job, Request, local_data
from eval.resampling import RESAMPLES, SEED

_INTERRUPTED: Final = 130  # 128 + SIGINT
_EPILOG: Final = """\b
Examples:
  python -m eval translate --system compact --data flores200-dev --corpus DIR
  python -m eval translate --source news.ar --reference news.en --hypotheses other=other.en --to en
  python -m eval summarize --system compact --system lead-3 --data easc --corpus DIR
  python -m eval compare compact opus
  python -m eval score --reference news.en --hypotheses other.en
  python -m eval record --corpus DIR

\b
Exit codes: 0 all done, 2 an input is wrong, 3 a model cannot be used, 4 an optional
package is missing, 5 the network was needed in offline mode, 6 a result cannot be
written. With several failures, the highest.
"""
_LANGUAGES: Final = click.Choice(["ar", "en"])
_FILE: Final = click.Path(path_type=Path, dir_okay=False)
_FOLDER: Final = click.Path(path_type=Path, file_okay=False)
F = TypeVar("F", bound=Callable[..., Any])


@click.group("eval", epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
def cli() -> None:
    """Evaluate translations and summaries between Arabic and English."""


def _run_options(function: F) -> F:
    """Add the options that all runs share."""
    options = (
        click.option("--system", "systems", multiple=True, metavar="NAME", help="Model, or method for summaries."),
        click.option("--data", multiple=True, metavar="NAME[:ar-en]", help="Data set, or a tsv, csv or jsonl file."),
        click.option("--corpus", type=_FOLDER, help="Folder of the development sets."),
        click.option("--source", type=_FILE, help="File of sources, one a line."),
        click.option("--reference", "references", type=_FILE, multiple=True, help="File of references, line by line."),
        click.option("--hypotheses", multiple=True, metavar="[NAME=]FILE", help="Outputs of another system."),
        click.option("--to", type=_LANGUAGES, help="Target language of local files."),
        click.option("--limit", type=int, metavar="N", help="At most N items of each set, drawn with a fixed seed."),
        click.option("--out", type=_FOLDER, default=Path("eval-runs"), show_default=True, help="Folder for results."),
        click.option("--resamples", default=RESAMPLES, show_default=True, help="Bootstrap resamples; 0 for none."),
        click.option("--seed", default=SEED, show_default=True, help="Seed of the resampling."),
        click.option("--no-ter", is_flag=True, help="Leave TER out, which is slow."),
        click.option("--comet", metavar="FILE", help="COMET checkpoint, needs the package unbabel-comet."),
        click.option("--bertscore", metavar="MODEL", help="Model of BERTScore, needs the package bert-score."),
        click.option("--json", "as_json", is_flag=True, help="Print results as JSON lines."),
        click.option("--offline", is_flag=True, help="Forbid every network connection."),
    )
    for option in reversed(options):
        function = option(function)
    return function


@cli.command()
@_run_options
def translate(**options: Any) -> int:
    """Translate data sets and score the translations."""
    return _run("translate", options)


@cli.command()
@_run_options
@click.option("--length", default="paragraph", show_default=True, help="headline, line, bullets, paragraph, or words.")
def summarize(**options: Any) -> int:
    """Summarize the articles of data sets and score the summaries.

    Systems are models, summarizing as `jisr summarize` does (compact:abstractive makes it write), or extract, lead,
    lead-3, centroid, textrank, lexrank; lead=compact and the like are as long as the other system on each article.
    """
    return _run("summarize", options)


@cli.command()
@_run_options
@click.option("--length", default="paragraph", show_default=True, help="headline, line, bullets, paragraph, or words.")
def read(**options: Any) -> int:
    """Read whole articles, translation and both summaries, and score everything."""
    return _run("read", options)


@cli.command()
@click.option("--reference", "references", type=_FILE, multiple=True, required=True, help="File of references.")
@click.option("--hypotheses", type=_FILE, required=True, help="File of hypotheses, line by line.")
@click.option("--source", type=_FILE, help="File of sources: adds numbers, names, coverage and loops.")
@click.option("--to", type=_LANGUAGES, help="Language of hypotheses and references. Default: detected.")
@click.option("--allow-blank", is_flag=True, help="Score blank hypotheses as they are.")
@click.option("--no-ter", is_flag=True, help="Leave TER out, which is slow.")
@click.option("--resamples", default=RESAMPLES, show_default=True, help="Bootstrap resamples; 0 for none.")
@click.option("--seed", default=SEED, show_default=True, help="Seed of the resampling.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
def score(
    references: tuple[Path, ...],
    hypotheses: Path,
    source: Path | None,
    to: Language | None,
    allow_blank: bool,
    no_ter: bool,
    resamples: int,
    seed: int,
    as_json: bool,
) -> int:
    """Score a file of hypotheses against files of references, line by line."""
    from eval.filescore import score_files

    scores, warnings = score_files(
        hypotheses,
        references,
        source,
        to,
        allow_blank=allow_blank,
        edits=not no_ter,
        resamples=resamples,
        seed=seed,
    )
    for warning in warnings:
        click.echo(f"warning: {warning}", err=True)
    for one in scores:
        click.echo(json.dumps(asdict(one), ensure_ascii=False) if as_json else str(one))
    return 0


@cli.command()
@click.argument("first", metavar="A")
@click.argument("second", metavar="B")
@click.option("--out", type=_FOLDER, default=Path("eval-runs"), show_default=True, help="Folder of the runs.")
@click.option("--resamples", default=RESAMPLES, show_default=True, help="Bootstrap resamples.")
@click.option("--trials", default=10_000, show_default=True, help="Trials of approximate randomisation.")
@click.option("--seed", default=SEED, show_default=True, help="Seed of the resampling.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
def compare(first: str, second: str, out: Path, resamples: int, trials: int, seed: int, as_json: bool) -> int:
    """Tell whether B is better than A: names of systems that were run, or their files of hypotheses."""
    from eval.comparison import compare_runs, pairs_of, runs_of, table

    for left, right in pairs_of(runs_of(first, out), runs_of(second, out)):
        found = compare_runs(left, right, resamples=resamples, trials=trials, seed=seed)
        if as_json:
            for one in found:
                click.echo(json.dumps({"data": left.header.label, **asdict(one), "verdict": one.verdict}))
        else:
            click.echo(table(left, right, found))
    return 0


@cli.command()
@click.option("--corpus", type=_FOLDER, required=True, help="Folder of the development sets.")
@click.option("--system", default="compact", show_default=True, metavar="NAME", help="Model to be recorded.")
@click.option("--out", type=_FOLDER, default=Path("eval-runs"), show_default=True, help="Folder for the outputs.")
@click.option(
    "--task", "tasks", multiple=True, type=click.Choice(["translate", "summarize", "read"]), help="Only that."
)
@click.option("--limit", type=int, metavar="N", help="A trial: at most N items of each set, nothing recorded.")
@click.option("--online", is_flag=True, help="Allow the network, for a model that has to be fetched.")
def record(corpus: Path, system: str, out: Path, tasks: tuple[TaskName, ...], limit: int | None, online: bool) -> int:
    """Evaluate a model on all development sets; fill eval/results and the tables of docs/evaluation.md."""
    from eval.job import record as make_record

    with offline_mode.offline(not online):
        return _finish(make_record(corpus, system, out, tasks, limit), as_json=False)


@cli.command("data")
def data_command() -> int:
    """List the data sets that are known by name."""
    from eval import corpus, hub, own

    click.echo(f"{own.NAME}\ttranslate, summarize, read\t{own.LICENCE}")
    for one in corpus.SETS:
        tasks = [task for task in ("translate", "summarize", "read") if _serves(one, task)]
        click.echo(f"{one.name}\t{', '.join(tasks)}\t{one.licence}\t--corpus")
    for public in hub.SETS:
        click.echo(f"{public.name}\t{public.task}\t{public.licence}\tdatasets: {public.repo}")
    return 0


def _serves(one: Any, task: str) -> bool:
    return bool(one.directions(task)) and not (task == "read" and one.rows != "articles")


def _run(task: TaskName, options: dict[str, Any]) -> int:
    """Carry out a run; options are click's, by the names declared above."""
    request = Request(
        task=task,
        systems=options["systems"],
        files=options["hypotheses"],
        out=options["out"],
        limit=options["limit"],
        length=options.get("length", "paragraph"),
        resamples=options["resamples"],
        seed=options["seed"],
        edits=not options["no_ter"],
        comet=options["comet"],
        bertscore=options["bertscore"],
        offline=options["offline"],
    )
    with offline_mode.offline(options["offline"]):
        data = local_data(
            task, options["data"], options["corpus"], options["source"], options["references"], options["to"]
        )
        job = Job(request)
        job.run(data)
        return _finish(job, as_json=options["as_json"])


def _finish(job: Job, *, as_json: bool) -> int:
    """Print what a job has found, tell where the reports are and what failed, and return the exit code."""
    for line in job.printed(as_json=as_json):
        click.echo(line)
    for note in job.notes:
        click.echo(note, err=True)
    for failure in job.failures:
        click.echo(f"error: {failure}", err=True)
    return max((failure.exit_code for failure in job.failures), default=0)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    try:
        return int(cli.main(arguments, "python -m eval", standalone_mode=False) or 0)
    except (click.exceptions.Abort, KeyboardInterrupt):
        click.echo("Interrupted. What is done is kept; the same command goes on from there.", err=True)
        return _INTERRUPTED
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except JisrError as error:
        click.echo(f"error: {error}", err=True)
        return error.exit_code
    except BrokenPipeError:
        sys.stderr.close()
        return 141  # 128 + SIGPIPE
