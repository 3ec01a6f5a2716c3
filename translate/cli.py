"""The command line `python -m translate`: files or standard input to standard output."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO, Final, cast

import click

from base import offline as offline_mode
from base.bar import progress_bar
from base.errors import JisrError
from base.languages import Language, other
from engine.types import Model, Task
from translate.glossary import read_glossary
from translate.job import STDIN, Job, MakeTranslator, Options
from translate.settings import DigitStyle, Settings
from translate.sink import Sink
from translate.translator import Translator

_INTERRUPTED: Final = 130  # 128 + SIGINT
_BROKEN_PIPE: Final = 141  # 128 + SIGPIPE
_EPILOG: Final = """\b
Examples:
  python -m translate article.txt
  python -m translate --to ar --output out.txt report.docx
  python -m translate --to en --lines < sentences.ar > sentences.en
  python -m translate batch news/ --out translated --to en

\b
Exit codes: 0 all done, 2 an input cannot be read, 3 the model cannot be used,
4 an optional package is missing, 5 the network was needed in offline mode,
6 the output cannot be written. With several failures, the highest.
"""


@click.command("translate", epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--to", "target", type=click.Choice(["ar", "en"]), help="Target language. Default: the other one.")
@click.option("--lines", is_flag=True, help="One line in, one line out. Empty lines stay empty.")
@click.option("--model", "name", default="auto", show_default=True, metavar="ALIAS", help="Alias, folder or hub id.")
@click.option("--offline", is_flag=True, help="Forbid every network connection.")
@click.option("--accept-licence", is_flag=True, help="Accept the licence of a non-commercial model.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object per document or line, with segments and flags.")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write to this file.")
@click.option(
    "--glossary",
    "glossary_path",
    type=click.Path(path_type=Path),
    help="Terms to be kept to: csv or tsv with an Arabic and an English column, or TBX.",
)
@click.option(
    "--digits",
    type=click.Choice(["western", "arabic-indic"]),
    default="western",
    show_default=True,
    help="Digits in Arabic output: 123 or ١٢٣.",
)
@click.argument("files", nargs=-1, metavar="[FILE]...")
def translate_command(
    target: Language | None,
    lines: bool,
    name: str,
    offline: bool,
    accept_licence: bool,
    as_json: bool,
    output: Path | None,
    glossary_path: Path | None,
    digits: DigitStyle,
    files: tuple[str, ...],
) -> int:
    """Translate articles between Arabic and English, every sentence checked.

    Reads each FILE (text, Markdown, HTML, docx, ...), or standard input without one or for `-`, and writes
    the translation to standard output, with the white space of the original between its sentences. What
    went wrong, and how many sentences are flagged, is told on standard error.
    """
    glossary = read_glossary(glossary_path) if glossary_path else None
    options = Options(target, lines, as_json, glossary)
    try:
        loader = _loader(name, offline, accept_licence, Settings(digits=digits))
        return _run(options, loader, files or (STDIN,), output, offline)
    except BrokenPipeError:
        # Whoever read our output has gone; the interpreter must not try to flush into the closed pipe again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _BROKEN_PIPE


def _run(
    options: Options, translator: MakeTranslator, inputs: tuple[str, ...], output: Path | None, offline: bool
) -> int:
    """Translate the inputs, tell on standard error how it went, and return the exit code."""
    with (
        offline_mode.offline(offline),
        progress_bar("lines" if options.lines else "sentences") as progress,
        Sink(_binary(sys.stdout), output) as sink,
    ):
        job = Job(options, translator, sink, _binary(sys.stdin), progress)
        job.run(inputs)
    if job.summary:
        click.echo(job.summary, err=True)
    for failure in job.failures:
        click.echo(f"error: {failure}", err=True)
    if len(inputs) > 1 and job.failures:
        click.echo(f"{len(job.failures)} of {len(inputs)} inputs failed.", err=True)
    return max((failure.exit_code for failure in job.failures), default=0)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code; `batch` as the first argument is a command of its own."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:1] == ["batch"]:
        from translate.batch.cli import main as batch

        return batch(given[1:])
    try:
        return int(translate_command.main(given, "python -m translate", standalone_mode=False) or 0)
    except click.exceptions.Abort:
        return _INTERRUPTED
    except KeyboardInterrupt:
        return _INTERRUPTED
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except JisrError as error:
        click.echo(f"error: {error}", err=True)
        return error.exit_code


def _loader(name: str, offline: bool, accept_licence: bool, settings: Settings) -> MakeTranslator:
    """Return a function that loads the model for a direction on first use; one that can do both, once."""
    loaded: list[Model] = []

    def translator(target: Language) -> Translator:
        task = Task("translate", other(target), target)
        model = next((model for model in loaded if model.supports(task)), None)
        if model is None:
            import engine

            model = engine.load(name, offline=offline, accept_licence=accept_licence, task=task)
            loaded.append(model)
        return Translator(model, settings)

    return translator


def _binary(stream: object) -> BinaryIO:
    """Return the bytes beneath a text stream: UTF-8 goes in and out whatever the locale."""
    return cast(BinaryIO, getattr(stream, "buffer", stream))
