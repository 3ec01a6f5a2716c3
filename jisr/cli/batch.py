"""`jisr batch`: as `python -m translate batch`, and summaries on request."""

from __future__ import annotations

import sys
from typing import Any, Final

import click

from base.languages import LANGUAGES, Language
from jisr.cli.read import LanguagesType, LengthType
from summarize.model import Length
from translate.batch.cli import Settled, batch_options, run_batch

_EPILOG: Final = """\b
Examples:
  jisr batch news/ --out read --summaries
  jisr batch 'corpus/*.csv' --out out --to en --summaries --languages en --length line

\b
Summaries are fields of records (summaries, or summary_ar and summary_en in tables); beside other files they are in
NAME.summaries.json. Exit codes: 0 all done, 2 some documents failed or an input makes no sense, 3 the model cannot
be used, 4 an optional package is missing, 6 the output cannot be written, 130 interrupted.
"""


@click.command(epilog=_EPILOG)
@batch_options
@click.option("--summaries", is_flag=True, help="Summarize each document as well.")
@click.option("--languages", type=LanguagesType(), default="ar,en", show_default=True, help="Of the summaries.")
@click.option("--length", type=LengthType(), default="paragraph", show_default=True, help="As for jisr read.")
@click.option("--summary-model", default="auto", show_default=True, help="As for jisr read.")
def batch(summaries: bool, languages: tuple[Language, ...], length: Length, summary_model: str, **chosen: Any) -> None:
    """Translate, and summarize, files, folders and globs into a folder; interrupted, it goes on where it was.

    Reads txt, md, html, docx, srt, and jsonl, csv and tsv with many documents each. Outputs keep the format and the
    place of their inputs; records get a further field.
    """
    settled = Settled(**chosen)
    if not summaries:
        sys.exit(run_batch(settled, settled.job(), settled.load()))
    from jisr.batch.work import LoadReading

    wanted = tuple(language for language in LANGUAGES if language in languages)
    make_work = LoadReading(settled.load(), wanted, length, summary_model)
    sys.exit(run_batch(settled, settled.job(wanted), make_work))
