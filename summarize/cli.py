"""The command line `python -m summarize`, and what `jisr summarize` shares with it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final, cast

import click

from base import offline as offline_mode
from base.bar import progress_bar
from base.errors import InputError, JisrError
from base.languages import LANGUAGES, Language
from engine.types import Task
from summarize.job import STDIN, Job, MakeSummarizer, Request
from summarize.length import parse_length
from summarize.make import METHODS, make
from summarize.model import Route, Summarizer
from summarize.routes import ROUTES

_INTERRUPTED: Final = 130  # 128 + SIGINT
_BROKEN_PIPE: Final = 141  # 128 + SIGPIPE
EXIT_CODES: Final = """\b
Exit codes: 0 all done, 2 an input cannot be read, 3 the model cannot be used,
4 an optional package is missing, 5 the network was needed in offline mode.
With several failures, the highest.
"""
_EPILOG: Final = f"""\b
Examples:
  python -m summarize article.txt
  python -m summarize --languages en --length bullets --evidence article.html
  python -m summarize --json --method centroid articles.jsonl

Summaries in the other language are written by the model itself here (route direct, checked through the model's own
translation). `jisr summarize` has a translator and can take the other routes.

{EXIT_CODES}"""


@dataclass(frozen=True, slots=True)
class Settled:
    """The options of the command line that both commands have."""

    spelled: str | None
    length: str
    route: Route | None
    method: str
    model: str
    evidence: bool
    as_json: bool
    offline: bool
    accept_licence: bool
    files: tuple[str, ...]

    @property
    def writes(self) -> bool:
        """Whether a model writes the summaries; the other methods copy sentences."""
        return self.method in ("auto", "abstractive")


def summarize_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options of `Settled`."""
    options = (
        click.option("--languages", "spelled", metavar="ar,en", help="Languages. Default: both where possible."),
        click.option(
            "--length", default="paragraph", show_default=True, help="headline, line, bullets, paragraph, or words."
        ),
        click.option("--route", type=click.Choice(ROUTES), help="Way to a summary in the other language."),
        click.option(
            "--method",
            default="auto",
            show_default=True,
            metavar="NAME",
            help=f"{', '.join(METHODS)}, or lead-3. The model writes with abstractive; the others copy sentences.",
        ),
        click.option("--model", default="auto", show_default=True, metavar="ALIAS", help="Alias, folder or hub id."),
        click.option("--evidence", is_flag=True, help="Show the sentences of the article that support each sentence."),
        click.option("--json", "as_json", is_flag=True, help="One JSON object a line for each article."),
        click.option("--offline", is_flag=True, help="Forbid every network connection."),
        click.option("--accept-licence", is_flag=True, help="Accept the licence of a non-commercial model."),
        click.argument("files", nargs=-1, metavar="[FILE]..."),
    )
    for option in reversed(options):
        command = option(command)
    return command


def run_summarize(settled: Settled, summarizer: MakeSummarizer) -> int:
    """Summarize the files and return the exit code; the summarizer is made inside of offline mode.

    Raises `InputError` for languages or a length that make no sense, and the `ModelError`s of loading.
    """
    languages, length = _languages(settled.spelled), parse_length(settled.length)
    request = Request(languages, length, settled.route, settled.evidence, settled.as_json)
    with offline_mode.offline(settled.offline), progress_bar("articles") as progress:
        return Job(request, summarizer(), progress).run(settled.files or (STDIN,))


@click.command("summarize", epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@summarize_options
def summarize_command(**chosen: Any) -> int:
    """Summarize articles in Arabic and English, every sentence checked against the article.

    Reads each FILE (text, Markdown, HTML, docx, jsonl, csv, ...), or standard input without one or for `-`. A
    sentence that the model made up is replaced by one of the article's and marked.
    """
    settled = Settled(**chosen)
    return run_summarize(settled, lambda: _summarizer(settled))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    try:
        return int(summarize_command.main(arguments, "python -m summarize", standalone_mode=False) or 0)
    except (click.exceptions.Abort, KeyboardInterrupt):
        return _INTERRUPTED
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except JisrError as error:
        click.echo(f"error: {error}", err=True)
        return error.exit_code
    except BrokenPipeError:
        # Whoever read our output has gone; the interpreter must not try to flush into the closed pipe again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _BROKEN_PIPE


def _languages(spelled: str | None) -> tuple[Language, ...] | None:
    if spelled is None:
        return None
    found = tuple(part.strip() for part in spelled.split(",") if part.strip())
    if not found or any(language not in LANGUAGES for language in found):
        raise InputError(f"--languages is {spelled!r}: expected ar, en, or ar,en.")
    return cast("tuple[Language, ...]", tuple(dict.fromkeys(found)))


def _summarizer(settled: Settled) -> Summarizer:
    if not settled.writes:
        return make(settled.method)
    import engine

    model = engine.load(
        settled.model,
        offline=settled.offline,
        accept_licence=settled.accept_licence,
        task=Task("summarize", "ar", "en"),
    )
    return make(settled.method, model=model)
