"""Scores of text files, line by line, without a run."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from article.language import script_shares
from base.errors import EmptyInputError
from base.languages import NAMES, Language, other
from eval.faults import fault_metrics
from eval.local import read_lines
from eval.metrics import rouge_metrics, translation_metrics
from eval.preservation import Segments, name_metric, number_events, number_metrics, quotation_metrics
from eval.resampling import RESAMPLES, SEED, score
from eval.score import Score
from eval.statistics import Statistics
from eval.validate import check_counts, check_texts, language_warning


def score_files(
    hypotheses: Path,
    references: Sequence[Path],
    source: Path | None = None,
    language: Language | None = None,
    *,
    allow_blank: bool = False,
    edits: bool = True,
    resamples: int = RESAMPLES,
    seed: int = SEED,
) -> tuple[tuple[Score, ...], list[str]]:
    """Return the scores of a file of hypotheses, and warnings about texts in another language.

    BLEU, chrF, chrF++, ROUGE, and with `edits` TER; with `source`, also what is kept of it and how often guards object.
    Raises `InputError` for different line counts, naming both files, and the other errors of `eval.validate`.
    """
    lines = read_lines(hypotheses)
    columns = [read_lines(path) for path in references]
    for path, column in zip(references, columns, strict=True):
        check_counts((str(hypotheses), len(lines)), (str(path), len(column)))
    wanted = list(zip(*columns, strict=True))
    check_texts(lines, wanted, names=(str(hypotheses), str(references[0])), allow_blank=allow_blank)
    language = language or language_of(columns[0], references[0])
    statistics: list[Statistics] = [*translation_metrics(lines, wanted, edits=edits)]
    statistics += rouge_metrics(lines, wanted, language)
    checked = [(str(hypotheses), lines, language), *_named(references, columns, language)]
    if source is not None:
        sources = read_lines(source)
        check_counts((str(hypotheses), len(lines)), (str(source), len(sources)))
        checked.append((str(source), sources, other(language)))
        segments = Segments(sources, lines, wanted, other(language), language)
        statistics += [*number_metrics(segments, number_events(segments)), name_metric(segments)]
        statistics += [*quotation_metrics(segments), *fault_metrics(segments)]
    warnings = [language_warning(texts, expected, name) for name, texts, expected in checked]
    return score(statistics, resamples=resamples, seed=seed), [warning for warning in warnings if warning]


def language_of(texts: Sequence[str], path: Path) -> Language:
    """Return the language that most of the letters of `texts` are in; raises `EmptyInputError` without letters."""
    shares = script_shares("\n".join(texts))
    if not shares.scripts:
        raise EmptyInputError(f"{path}: no letters found, expected {NAMES['ar']} or {NAMES['en']}. Name it with --to.")
    return "ar" if shares.arabic >= shares.latin else "en"


def _named(
    paths: Sequence[Path], columns: Sequence[list[str]], language: Language
) -> list[tuple[str, list[str], Language]]:
    return [(str(path), column, language) for path, column in zip(paths, columns, strict=True)]
