"""The command line `python -m summarize`: articles in, summaries on standard output."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final, cast

import click

from article.model import Article
from base import offline as offline_mode
from base.errors import InputError, JisrError
from base.languages import LANGUAGES, Language
from engine.types import Task
from summarize.abstractive import Abstractive
from summarize.bar import article_bar
from summarize.consistency import consistency
from summarize.length import parse_length
from summarize.make import METHODS, make
from summarize.model import Length, Route, Summarizer, Summary
from summarize.render import article_dict, heading, summary_text
from summarize.routes import ROUTES

STDIN: Final = "-"
_INTERRUPTED: Final = 130  # 128 + SIGINT
_BROKEN_PIPE: Final = 141  # 128 + SIGPIPE
_EPILOG: Final = """\b
Examples:
  python -m summarize article.txt
  python -m summarize --languages en --length bullets --evidence article.html
  python -m summarize --json --method centroid articles.jsonl

Summaries in the other language are written by the model itself here (route direct, checked through the model's own
translation). `jisr summarize` has a translator and can take the other routes.

\b
Exit codes: 0 all done, 2 an input cannot be read, 3 the model cannot be used,
4 an optional package is missing, 5 the network was needed in offline mode.
With several failures, the highest.
"""


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked for on the command line; `languages` of None are the method's own default."""

    languages: tuple[Language, ...] | None
    length: Length
    route: Route | None
    evidence: bool
    as_json: bool


@click.command("summarize", epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--languages", "spelled", metavar="ar,en", help="Languages. Default: both where possible.")
@click.option("--length", default="paragraph", show_default=True, help="headline, line, bullets, paragraph, or words.")
@click.option("--route", type=click.Choice(ROUTES), help="Way to a summary in the other language.")
@click.option(
    "--method",
    default="auto",
    show_default=True,
    metavar="NAME",
    help=f"{', '.join(METHODS)}, or lead-3. The model writes with abstractive; the others copy sentences.",
)
@click.option("--model", "name", default="auto", show_default=True, metavar="ALIAS", help="Alias, folder or hub id.")
@click.option("--evidence", is_flag=True, help="Show the sentences of the article that support each sentence.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line for each article.")
@click.option("--offline", is_flag=True, help="Forbid every network connection.")
@click.argument("files", nargs=-1, metavar="[FILE]...")
def summarize_command(
    spelled: str | None,
    length: str,
    route: Route | None,
    method: str,
    name: str,
    evidence: bool,
    as_json: bool,
    offline: bool,
    files: tuple[str, ...],
) -> int:
    """Summarize articles in Arabic and English, every sentence checked against the article.

    Reads each FILE (text, Markdown, HTML, docx, jsonl, csv, ...), or standard input without one or for `-`. A
    sentence that the model made up is replaced by one of the article's and marked.
    """
    request = Request(_languages(spelled), parse_length(length), route, evidence, as_json)
    failures: list[JisrError] = []
    with offline_mode.offline(offline), article_bar() as advance:
        summarizer = _summarizer(method, name, offline)
        for number, article in enumerate(_articles(files or (STDIN,), failures)):
            try:
                click.echo(_report(summarizer, article, request, first=number == 0))
            except JisrError as error:
                failures.append(type(error)(f"{article.origin}: {error}"))
            advance()
    for failure in failures:
        click.echo(f"error: {failure}", err=True)
    return max((failure.exit_code for failure in failures), default=0)


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


def _summarizer(method: str, name: str, offline: bool) -> Summarizer:
    if method not in ("auto", "abstractive"):
        return make(method)
    import engine

    return make("abstractive", model=engine.load(name, offline=offline, task=Task("summarize", "ar", "en")))


def _articles(files: Sequence[str], failures: list[JisrError]) -> Iterator[Article]:
    """Yield the articles of all files; what cannot be read is added to `failures`, and the next one goes on."""
    from article.read import read_articles

    for name in files:
        try:
            with tempfile.TemporaryDirectory() as folder:
                path = _spooled(Path(folder)) if name == STDIN else Path(name)
                for record in read_articles(path):
                    if record.article is not None:
                        yield record.article
                    elif record.error is not None:
                        failures.append(record.error)
        except JisrError as error:
            failures.append(error)


def _spooled(folder: Path) -> Path:
    """Return a file that holds standard input: the readers need to look ahead."""
    path = folder / "stdin"
    path.write_bytes(cast(BinaryIO, getattr(sys.stdin, "buffer", sys.stdin)).read())
    return path


def _report(summarizer: Summarizer, article: Article, request: Request, *, first: bool) -> str:
    """Return what is printed for one article."""
    languages = request.languages or (LANGUAGES if isinstance(summarizer, Abstractive) else (article.language,))
    summaries = {
        language: summarizer.summarize(article, language, request.length, request.route) for language in languages
    }
    differences = consistency(*summaries.values()) if len(summaries) == len(LANGUAGES) else ()
    if request.as_json:
        return json.dumps(article_dict(article, summaries, differences), ensure_ascii=False)
    return _readable(article, summaries, request, first=first)


def _readable(article: Article, summaries: dict[Language, Summary], request: Request, *, first: bool) -> str:
    bullets = request.length == "bullets"
    blocks = []
    for language, summary in summaries.items():
        text = summary_text(summary, article, bullets=bullets, evidence=request.evidence)
        blocks.append(f"{heading(language)}\n{text}" if len(summaries) > 1 else text)
    return ("" if first else "\n") + "\n\n".join(blocks)
