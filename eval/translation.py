"""BLEU, chrF, chrF++ and TER through sacrebleu, as sufficient statistics.

Counting n-grams and edits is sacrebleu's; only the last step, from summed counts to a score, is written again here,
for thousands of resamples at once. Tests hold every formula against sacrebleu's own result.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from base.extras import require
from eval.statistics import Statistics, Table, share, table_of

if TYPE_CHECKING:
    from sacrebleu.metrics.base import Metric

References = Sequence[Sequence[str]]
"""For each segment its references: one or more, the same number for all of them."""

_ORDERS: Final = 4
_CHARACTERS: Final = 6
_BETA: Final = 2


def bleu(hypotheses: Sequence[str], references: References) -> Statistics:
    """BLEU (Papineni et al. 2002) with the tokenizer 13a and exponential smoothing, as Post (2018) defines it.

    The standard of published tables, for Arabic too. Columns: lengths of hypothesis and reference, matches and
    totals of 1- to 4-grams.
    """
    metric = _metrics().BLEU()
    table = _count(metric, hypotheses, references, 2 + 2 * _ORDERS)
    return Statistics("BLEU", table, bleu_formula, str(metric.get_signature()))


def chrf(hypotheses: Sequence[str], references: References, *, word_order: int = 0) -> Statistics:
    """Return chrF (Popović 2015), F2 of character 1- to 6-grams, or chrF++ (2017) with `word_order` 2.

    Columns: for each order the n-grams of the hypothesis, of the reference, and matches.
    """
    metric = _metrics().CHRF(word_order=word_order)
    table = _count(metric, hypotheses, references, 3 * (_CHARACTERS + word_order))
    return Statistics("chrF" + "+" * word_order, table, chrf_formula, str(metric.get_signature()))


def chrf_and_plus(hypotheses: Sequence[str], references: References) -> tuple[Statistics, Statistics]:
    """Return chrF and chrF++, reading single references once: chrF's counts are the first ones of chrF++."""
    plus = chrf(hypotheses, references, word_order=2)
    if any(len(wanted) != 1 for wanted in references):
        return chrf(hypotheses, references), plus
    characters = _metrics().CHRF()
    characters.num_refs = 1
    table = plus.table[:, : 3 * _CHARACTERS]
    return Statistics("chrF", table, chrf_formula, str(characters.get_signature())), plus


def ter(hypotheses: Sequence[str], references: References) -> Statistics:
    """Translation edit rate (Snover et al. 2006), in percent, lower is better. Columns: edits, reference length."""
    metric = _metrics().TER()
    table = _count(metric, hypotheses, references, 2)
    return Statistics("TER", table, share, str(metric.get_signature()), higher_is_better=False)


def bleu_formula(sums: Table) -> Table:
    """Return corpus BLEU of summed counts, shape (..., 10)."""
    hypothesis, reference = sums[..., 0], sums[..., 1]
    correct, total = sums[..., 2 : 2 + _ORDERS], sums[..., 2 + _ORDERS :]
    nothing = correct == 0
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        # Method 3 of Chen and Cherry (2014): each order without a match counts half as much as the one before.
        halvings = 2.0 ** np.cumsum(nothing, axis=-1)
        precisions = np.where(nothing, 100 / (halvings * total), 100 * correct / total)
        brevity = np.where(hypothesis < reference, np.exp(1 - reference / hypothesis), 1.0)
        score = brevity * np.exp(np.log(precisions).mean(axis=-1))
    undefined = nothing.all(axis=-1) | (total == 0).any(axis=-1) | (hypothesis == 0)
    result: Table = np.where(undefined, 0.0, score)
    return result


def chrf_formula(sums: Table) -> Table:
    """Return corpus chrF or chrF++ of summed counts, shape (..., 3 * orders); orders that no side has are left out."""
    counts = sums.reshape(*sums.shape[:-1], -1, 3)
    hypothesis, reference, matches = counts[..., 0], counts[..., 1], counts[..., 2]
    known = (hypothesis > 0) & (reference > 0)
    with np.errstate(divide="ignore", invalid="ignore"):
        orders = known.sum(axis=-1)
        precision = np.where(known, matches / hypothesis, 0.0).sum(axis=-1) / orders
        recall = np.where(known, matches / reference, 0.0).sum(axis=-1) / orders
        score = (1 + _BETA**2) * precision * recall / (_BETA**2 * precision + recall)
    result: Table = np.where(np.isfinite(score), 100 * score, 0.0)
    return result


def _count(metric: Metric, hypotheses: Sequence[str], references: References, columns: int) -> Table:
    """Return sacrebleu's statistics of each segment; `significance.py` of sacrebleu takes them the same way."""
    streams = [list(stream) for stream in zip(*references, strict=True)]
    if not hypotheses:
        return table_of([], columns)
    return table_of(metric._extract_corpus_statistics(list(hypotheses), streams), columns)


def _metrics() -> Any:
    return require("sacrebleu.metrics", "eval", "score translations")
