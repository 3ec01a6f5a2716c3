"""`jisr summarize`: as `python -m summarize`, with a translator, so that every route can be taken."""

from __future__ import annotations

import sys
from typing import Any, Final

import click

from summarize.cli import EXIT_CODES, Settled, run_summarize, summarize_options
from summarize.model import Summarizer

_EPILOG: Final = f"""\b
Examples:
  jisr summarize article.txt
  jisr summarize --languages en --length bullets --evidence article.html
  jisr summarize --route translate-then-summarize --json articles.jsonl

{EXIT_CODES}"""


@click.command(epilog=_EPILOG)
@summarize_options
@click.option(
    "--translator",
    default="auto",
    show_default=True,
    metavar="ALIAS",
    help="Model that translates, where the summary crosses the languages.",
)
def summarize(translator: str, **chosen: Any) -> None:
    """Summarize articles in Arabic and English, every sentence checked against the article.

    Reads each FILE (text, Markdown, HTML, docx, jsonl, csv, ...), or standard input without one or for `-`. A
    sentence that the model made up is replaced by one of the article's and marked.
    """
    settled = Settled(**chosen)
    sys.exit(run_summarize(settled, lambda: _summarizer(settled, translator)))


def _summarizer(settled: Settled, translator: str) -> Summarizer:
    from jisr.pipeline import load_pipeline
    from summarize import make

    if not settled.writes:
        make(settled.method)  # an unknown method is named as such, before any model is loaded
    pipeline = load_pipeline(
        translator,
        summary_model=settled.model if settled.writes else settled.method,
        summary_method=settled.method if settled.writes else "auto",
        offline=settled.offline,
        accept_licence=settled.accept_licence,
    )
    return pipeline.summarizer
