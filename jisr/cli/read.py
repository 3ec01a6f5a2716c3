"""`jisr read`: one article in, the whole reading out."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

import click

from base.bar import progress_bar
from base.files import output_error, write_atomic
from base.languages import LANGUAGES, Language
from base.offline import offline as offline_mode
from summarize.make import METHODS
from summarize.make import make as make_summarizer
from summarize.model import Length, Route

if TYPE_CHECKING:
    from jisr.reading import Reading
    from translate.glossary import Glossary

_NAMED_LENGTHS: Final = ("headline", "line", "bullets", "paragraph")
_ROUTES: Final = ("direct", "translate-then-summarize", "summarize-then-translate")
_WITH_A_MODEL: Final = ("auto", "abstractive", "extract")
_DEFAULT_WIDTH: Final = 100
_WIDEST: Final = 160


class LengthType(click.ParamType[Length]):
    """A named length, or a number of words."""

    name = "length"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Length:
        """Return the length, or fail with the possible values."""
        text = str(value)
        if text in _NAMED_LENGTHS:
            return text  # type: ignore[return-value]
        if text.isdecimal() and int(text) > 0:
            return int(text)
        return self.fail(f"{text!r} is neither a number of words nor one of {', '.join(_NAMED_LENGTHS)}", param, ctx)


class LanguagesType(click.ParamType[tuple[Language, ...]]):
    """One or both languages, separated by commas."""

    name = "languages"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[Language, ...]:
        """Return the languages in the given order."""
        if isinstance(value, tuple):
            return value
        names = [name.strip() for name in str(value).split(",") if name.strip()]
        if not names or any(name not in LANGUAGES for name in names):
            self.fail(f"{value!r} must be ar, en or ar,en", param, ctx)
        return tuple(dict.fromkeys(names))  # type: ignore[arg-type]


@click.command()
@click.argument("source", metavar="FILE|URL|-")
@click.option("--to", type=click.Choice(LANGUAGES), help="Language of the translation (default: the other one).")
@click.option("--from", "language", type=click.Choice(LANGUAGES), help="Overrule the detected language.")
@click.option(
    "--length",
    type=LengthType(),
    default="paragraph",
    show_default=True,
    help="headline, line, bullets, paragraph, or a number of words.",
)
@click.option("--languages", type=LanguagesType(), default=LANGUAGES, help="Summaries wanted: ar, en or ar,en.")
@click.option("--route", type=click.Choice(_ROUTES), help="How the summary crosses the languages.")
@click.option("--model", default="auto", show_default=True, help="Alias, folder or hub id (jisr models list).")
@click.option(
    "--method",
    default="auto",
    show_default=True,
    metavar="NAME",
    help=f"Of the summaries: {', '.join(METHODS)}, or lead-3. The model writes with abstractive; the others copy.",
)
@click.option("--summary-model", default="auto", show_default=True, help="Model of the summaries, as --model.")
@click.option("--glossary", type=click.Path(path_type=Path), help="Terms to keep: csv or tsv, source and target.")
@click.option("--backend", type=click.Choice(["auto", "ctranslate2", "transformers"]), default="auto")
@click.option("--device", type=click.Choice(["auto", "cpu", "cuda"]), default="auto")
@click.option("--offline", is_flag=True, help="Open no network connection at all.")
@click.option("--accept-licence", is_flag=True, help="Accept the licence of a non-commercial model.")
@click.option("--json", "as_json", is_flag=True, help="Print the reading as JSON.")
@click.option(
    "--html",
    type=click.Path(path_type=Path, allow_dash=True),
    help="Write a self-contained page (- prints it).",
)
@click.option("--markdown", type=click.Path(path_type=Path, allow_dash=True), help="Write Markdown (- prints it).")
@click.option("--docx", type=click.Path(path_type=Path), help="Write a Word document.")
@click.option(
    "--bidi",
    type=click.Choice(["auto", "logical", "visual"]),
    default="auto",
    help="visual: for terminals that do not order right-to-left text.",
)
@click.option("--width", type=click.IntRange(min=50), help="Columns of the terminal output.")
@click.option("--quiet", "-q", is_flag=True, help="No progress bar.")
def read(
    source: str,
    to: Language | None,
    language: Language | None,
    length: Length,
    languages: tuple[Language, ...],
    route: Route | None,
    model: str,
    method: str,
    summary_model: str,
    glossary: Path | None,
    backend: Literal["auto", "ctranslate2", "transformers"],
    device: Literal["auto", "cpu", "cuda"],
    offline: bool,
    accept_licence: bool,
    as_json: bool,
    html: Path | None,
    markdown: Path | None,
    docx: Path | None,
    bidi: Literal["auto", "logical", "visual"],
    width: int | None,
    quiet: bool,
) -> None:
    """Translate and summarize one article, side by side.

    Without an output option the reading is printed for the terminal; --html, --markdown and --docx write files.
    """
    from jisr.pipeline import load_pipeline
    from jisr.source import load_article

    name: str | Path = source if source == "-" or "://" in source else Path(source)
    with progress_bar(quiet=quiet) as progress, offline_mode(offline):
        chosen, how = _summarizer(method, summary_model)
        article = load_article(name, language=language)
        pipeline = load_pipeline(
            model,
            summary_model=chosen,
            summary_method=how,
            offline=offline,
            backend=backend,
            device=device,
            accept_licence=accept_licence,
            progress=progress,
        )
        reading = pipeline.read(
            article,
            to=to,
            languages=languages,
            length=length,
            route=route,
            glossary=_glossary(glossary),
            progress=progress,
        )
    written = _write(reading, html, markdown, docx)
    if as_json:
        click.echo(reading.to_json())
    elif not written:
        click.echo(_terminal(reading, bidi, width), nl=False)


def _summarizer(method: str, model: str) -> tuple[str, str]:
    """Return the model and the method of `load_pipeline` for what was asked for.

    Raises `UnknownModelError` for an unknown method, before any model is loaded, and a usage error for a model beside
    a method that needs none.
    """
    if method in _WITH_A_MODEL:
        return model, method
    make_summarizer(method)
    if model not in ("auto", method):
        raise click.UsageError(f"--method {method} copies sentences and takes no --summary-model. Leave one out.")
    return method, "auto"


def _glossary(path: Path | None) -> Glossary | None:
    if path is None:
        return None
    from translate.glossary import read_glossary

    return read_glossary(path)


def _write(reading: Reading, html: Path | None, markdown: Path | None, docx: Path | None) -> bool:
    """Write the files that were asked for, `-` to standard output; say whether there was any."""
    for path, make in ((html, reading.to_html), (markdown, reading.to_markdown)):
        if path is not None and str(path) == "-":
            click.echo(make())
        elif path is not None:
            _save(path, make())
    if docx is not None:
        _save(docx, reading.to_docx())
    return any(path is not None for path in (html, markdown, docx))


def _save(path: Path, content: str | bytes) -> None:
    if path.is_dir():
        raise output_error(path, IsADirectoryError(21, "it is a folder"))
    write_atomic(path, content)


def _terminal(reading: Reading, bidi: Literal["auto", "logical", "visual"], width: int | None) -> str:
    from jisr.bidi import terminal_mode
    from jisr.exports.terminal import render

    on_terminal = sys.stdout.isatty()
    columns = width or min(
        shutil.get_terminal_size((_DEFAULT_WIDTH, 24)).columns if on_terminal else _DEFAULT_WIDTH, _WIDEST
    )
    if bidi == "auto":
        bidi = terminal_mode(os.environ) if on_terminal else "logical"
    color = on_terminal and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    return render(reading, width=columns, mode=bidi, color=color)
