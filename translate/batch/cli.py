"""The command `python -m translate batch`, and what `jisr batch` shares with it."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal

import click

from base import offline as offline_mode
from base.errors import InputError, JisrError
from base.languages import Language
from translate.batch.bar import batch_bar, duration
from translate.batch.estimate import Estimate, estimate
from translate.batch.job import Job, Translate, run
from translate.batch.model import MakeWork, Options, OutputFormat
from translate.batch.report import Report
from translate.batch.work import LoadTranslation
from translate.settings import DigitStyle, Settings

_SHOWN: Final = 20
_EPILOG: Final = """\b
Examples:
  python -m translate batch news/ --out translated --to en
  python -m translate batch 'corpus/*.jsonl' --out out --column body --memory memory.sqlite
  python -m translate batch news/ --out translated --to en --resume

\b
Exit codes: 0 all done, 2 some documents failed or an input makes no sense,
3 the model cannot be used, 4 an optional package is missing, 6 the output cannot
be written, 130 interrupted. What failed, where and why is in OUT/_jisr/report.json.
"""


@dataclass(frozen=True, slots=True)
class Settled:
    """The options of the command line that both commands have."""

    inputs: tuple[str, ...]
    out: Path
    target: Language | None
    model: str
    resume: bool
    retry_failed: bool
    column: str | None
    title_column: str | None
    into: str
    segments: bool
    format: OutputFormat
    dry_run: bool
    memory: Path | None
    glossary: Path | None
    digits: DigitStyle
    engine: Literal["local", "ray"]
    address: str | None
    workers: int
    gpus: float
    offline: bool
    accept_licence: bool
    as_json: bool

    def job(self, summaries: tuple[Language, ...] = ()) -> Job:
        """Return what `translate.batch.job.run` needs."""
        options = Options(self.target, self.format, self.column, self.title_column, self.into, self.segments, summaries)
        return Job(self.inputs, self.out, options, self.resume, self.retry_failed)

    def load(self) -> LoadTranslation:
        """Return how to load the translator."""
        return LoadTranslation(
            self.model,
            self.offline,
            self.target,
            Settings(digits=self.digits),
            self.glossary,
            self.memory,
            self.accept_licence,
            # One actor is started for each processor or GPU.
            threads=1 if self.engine == "ray" else 0,
        )


def batch_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options that both batch commands have."""
    decorators = (
        click.argument("inputs", nargs=-1, required=True, metavar="IN..."),
        click.option("--out", type=click.Path(path_type=Path), required=True, help="Folder of the outputs."),
        click.option("--to", "target", type=click.Choice(["ar", "en"]), help="Target. Default: the other language."),
        click.option("--model", default="auto", show_default=True, metavar="ALIAS", help="Alias, folder or hub id."),
        click.option("--resume", is_flag=True, help="Go on with the batch in the output folder."),
        click.option("--retry-failed", is_flag=True, help="The same, and try failed documents again."),
        click.option("--column", metavar="NAME", help="Field of the text in jsonl, csv and tsv files."),
        click.option("--title-column", metavar="NAME", help="Field of the title."),
        click.option("--into", metavar="NAME", default="translation", show_default=True, help="New field."),
        click.option("--segments", is_flag=True, help="Add sentences with scores and flags to JSON outputs."),
        click.option(
            "--format",
            type=click.Choice(["keep", "jsonl", "txt"]),
            default="keep",
            show_default=True,
            help="Keep the format of each input, or write JSON Lines or plain text.",
        ),
        click.option("--dry-run", is_flag=True, help="Say what there is to do and how long it takes."),
        click.option("--memory", type=click.Path(path_type=Path, dir_okay=False), help="Translation memory (SQLite)."),
        click.option("--glossary", type=click.Path(path_type=Path), help="Terms to be kept to: csv, tsv or TBX."),
        click.option("--digits", type=click.Choice(["western", "arabic-indic"]), default="western", show_default=True),
        click.option("--engine", type=click.Choice(["local", "ray"]), default="local", show_default=True),
        click.option("--address", metavar="HOST:PORT", help="Ray cluster to join. Default: RAY_ADDRESS."),
        click.option("--workers", type=click.IntRange(min=0), default=0, help="Ray actors. Default: as many as fit."),
        click.option("--gpus", type=click.FloatRange(min=0), default=0.0, help="GPUs of each Ray actor."),
        click.option("--offline", is_flag=True, help="Forbid every network connection."),
        click.option("--accept-licence", is_flag=True, help="Accept the licence of a non-commercial model."),
        click.option("--json", "as_json", is_flag=True, help="Print the report as JSON."),
    )
    for decorator in reversed(decorators):
        function = decorator(function)
    return function


@click.command("batch", epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@batch_options
def batch_command(**chosen: Any) -> int:
    """Translate files, folders and globs into a folder; interrupted, it goes on where it was.

    Reads txt, md, html, docx, srt, and jsonl, csv and tsv with many documents each. Outputs keep the format and the
    place of their inputs; records get a further field.
    """
    settled = Settled(**chosen)
    return run_batch(settled, settled.job(), settled.load())


def run_batch(settled: Settled, job: Job, make_work: MakeWork) -> int:
    """Run or estimate a batch, print what came of it, and return the exit code."""
    # Ray talks to itself over the network; there, --offline means that no model is fetched.
    with offline_mode.offline(settled.offline and settled.engine == "local"):
        if settled.dry_run:
            _print_estimate(estimate(job, make_work), as_json=settled.as_json)
            return 0
        translate = _on_cluster(settled, job, make_work) if settled.engine == "ray" else None
        with batch_bar() as told:
            report = run(job, make_work, told, translate)
    _print_report(report, as_json=settled.as_json)
    return report.exit_code


def _on_cluster(settled: Settled, job: Job, make_work: MakeWork) -> Translate:
    """Return the way to translate on a cluster; raises `InputError` for a memory that machines cannot share."""
    from translate.cluster import Cluster, on_ray

    if settled.memory is not None:
        raise InputError("--memory is a file of one machine, and --engine ray works on several. Leave out one of them.")
    return on_ray(job, make_work, Cluster(settled.address, settled.workers, settled.gpus))


def main(arguments: Sequence[str]) -> int:
    """Run `batch` with its arguments and return the exit code."""
    try:
        return int(batch_command.main(list(arguments), "python -m translate batch", standalone_mode=False) or 0)
    except (click.exceptions.Abort, KeyboardInterrupt):
        return 130
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except JisrError as error:
        click.echo(f"error: {error}", err=True)
        return error.exit_code


def _print_report(report: Report, *, as_json: bool) -> None:
    position = report.position
    if as_json:
        speed = {
            "seconds": round(position.seconds, 2),
            "sentences_per_second": round(position.sentences_per_second, 2),
            "words_per_second": round(position.words_per_second, 1),
            "interrupted": report.interrupted,
            "report": str(report.path),
        }
        click.echo(json.dumps({**report.to_dict(), **speed}, ensure_ascii=False, indent=2))
    for failure in report.failures[:_SHOWN]:
        place = f", {failure.place}" if failure.place else ""
        click.echo(f"failed: {failure.file}{place}: {failure.reason}", err=True)
    if len(report.failures) > _SHOWN:
        click.echo(f"... and {len(report.failures) - _SHOWN} more in {report.path}", err=True)
    counts = report.counts
    flagged = f", {counts.flagged:,} flagged" if counts.flagged else ""
    click.echo(
        f"{counts.done:,} of {counts.done + counts.failed:,} documents translated, {counts.sentences:,} sentences"
        f"{flagged}; this run: {duration(position.seconds)}, {position.sentences_per_second:,.1f} sentences/s, "
        f"{position.words_per_second:,.0f} words/s",
        err=True,
    )
    if report.interrupted:
        click.echo("Interrupted; nothing is lost. Go on with the same command and --resume.", err=True)
    elif report.failures:
        click.echo(f"Report: {report.path}. Try the failed ones again with --retry-failed.", err=True)


def _print_estimate(found: Estimate, *, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(found.to_dict(), ensure_ascii=False, indent=2))
        return
    kinds = ", ".join(f"{number:,} {suffix}" for suffix, number in found.files.items())
    click.echo(f"{sum(found.files.values()):,} files ({kinds}), {found.bytes / 1e6:,.1f} MB")
    others = ", ".join(f"{number:,} {suffix}" for suffix, number in found.other_files.items())
    if others:
        click.echo(f"left out, of formats Jisr does not read: {others}")
    click.echo(f"about {found.documents:,} documents, {found.sentences:,} sentences, {found.words:,} words")
    click.echo(f"about {duration(found.seconds)} on this machine" if found.seconds is not None else "no time to tell")
    for problem in found.problems[:_SHOWN]:
        click.echo(f"would fail: {problem}")
