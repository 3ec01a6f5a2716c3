"""Whether a summary says what its article says, and the two summaries of an article say the same."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from article.quantities import Quantity, added, quantities
from base.languages import Language
from eval.statistics import Statistics, share, table_of
from summarize.consistency import consistency
from summarize.model import Summary, SummarySentence
from summarize.names import NamePool, names
from translate.guards.loops import check_loops

VERSION: Final = "2"
_ARTICLES: Final = 1 << 10
"""Articles remembered: every system is asked about the same ones."""


def support_metrics(
    articles: Sequence[str], summaries: Sequence[str], source: Language, target: Language
) -> tuple[Statistics, ...]:
    """Return the shares of the summaries' numbers and names that the article has, across languages too."""
    numbers, named, loops = [], [], []
    for article, summary in zip(articles, summaries, strict=True):
        told = [one for one in quantities(summary, target) if not one.soft]
        new = added(_quantities(article, source), tuple(told))
        numbers.append((len(told) - len(new), len(told)))
        named.append(_names_supported(article, summary, source, target))
        loops.append((bool(check_loops(article, summary)), 1))
    return (
        _share("numbers supported", numbers, counted=True),
        _share("names supported", named, counted=True),
        _share("looping", loops, higher=False),
    )


def agreement_metric(arabic: Sequence[str], english: Sequence[str]) -> Statistics:
    """Return the share of the facts (numbers, names) of each pair of summaries that both of them tell.

    A summary may leave out what the other one tells; the value says how close the two are, not how right.
    """
    rows = []
    for first, second in zip(arabic, english, strict=True):
        facts = _facts(first, "ar") + _facts(second, "en")
        apart = len(consistency(_as_summary(first, "ar"), _as_summary(second, "en")))
        rows.append((max(0, facts - apart), facts))
    return _share("summaries agree", rows, counted=True)


def _names_supported(article: str, summary: str, source: Language, target: Language) -> tuple[int, int]:
    pool = _pool(article, source)
    told = names(summary, target, pool)
    return sum(pool.has(name.text, target) for name in told), len(told)


@lru_cache(maxsize=_ARTICLES)
def _pool(article: str, language: Language) -> NamePool:
    return NamePool.of([(article, language)])


@lru_cache(maxsize=_ARTICLES)
def _quantities(article: str, language: Language) -> tuple[Quantity, ...]:
    return quantities(article, language)


def _facts(text: str, language: Language) -> int:
    figures = {one.text for one in quantities(text, language) if not one.soft}
    return len(figures | {name.text for name in names(text, language, NamePool.of([(text, language)]))})


def _as_summary(text: str, language: Language) -> Summary:
    # One sentence on the same evidence in both languages: the summaries are compared as wholes.
    sentences = (SummarySentence(text, (0,), 1.0),) if text.strip() else ()
    return Summary(language, sentences, "direct", 1.0, "")


def _share(name: str, rows: Sequence[Sequence[float]], *, higher: bool = True, counted: bool = False) -> Statistics:
    line = f"nrefs:0|measure:{name.replace(' ', '-')}|version:jisr-faithfulness-{VERSION}"
    return Statistics(name, table_of(rows, 2), share, line, higher_is_better=higher, counted=1 if counted else None)
