"""How much of a summary is the article's own words.

Coverage, density and compression are those of Grusky, Naaman and Artzi, "Newsroom" (NAACL 2018); novel n-grams those
of See, Liu and Manning (ACL 2017). Words are those of `eval.tokens.normalised_tokens`; article and summary have to be
in one language.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from eval.statistics import Statistics, average, share, table_of
from eval.tokens import normalised_tokens

VERSION: Final = "1"
_ORDERS: Final = (1, 2, 3, 4)


def fragments(article: Sequence[str], summary: Sequence[str]) -> list[int]:
    """Return the lengths of the extractive fragments of a summary, in order.

    Greedy, as in figure 3 of Grusky et al.: at each place the longest run that the article has too.
    """
    places: dict[str, list[int]] = defaultdict(list)
    for place, token in enumerate(article):
        places[token].append(place)
    lengths: list[int] = []
    at = 0
    while at < len(summary):
        best = max((_common(article, summary, place, at) for place in places.get(summary[at], ())), default=0)
        if best:
            lengths.append(best)
        at += max(best, 1)
    return lengths


def novel_share(article: Sequence[str], summary: Sequence[str], order: int) -> tuple[int, int]:
    """Return (n-grams of the summary that the article does not have, n-grams of the summary), with repetitions."""
    known = set(_ngrams(article, order))
    told = _ngrams(summary, order)
    return sum(ngram not in known for ngram in told), len(told)


def extractiveness_metrics(articles: Sequence[str], summaries: Sequence[str]) -> tuple[Statistics, ...]:
    """Return extractive coverage (%), density and compression, means over texts, and the shares of novel n-grams."""
    pairs = [
        (_article_tokens(article), normalised_tokens(summary))
        for article, summary in zip(articles, summaries, strict=True)
    ]
    cut = [(article, summary, fragments(article, summary)) for article, summary in pairs]
    coverage = [(sum(lengths) / max(1, len(summary)), 1) for _, summary, lengths in cut]
    density = [(sum(length**2 for length in lengths) / max(1, len(summary)), 1) for _, summary, lengths in cut]
    compression = [(len(article) / max(1, len(summary)), 1) for article, summary in pairs]
    novel = tuple(
        Statistics(
            f"novel {order}-grams",
            table_of([novel_share(article, summary, order) for article, summary in pairs], 2),
            share,
            _line(f"novel-{order}-grams"),
        )
        for order in _ORDERS
    )
    return (
        Statistics("extractive coverage", table_of(coverage, 2), share, _line("coverage")),
        Statistics("density", table_of(density, 2), average, _line("density")),
        Statistics("compression", table_of(compression, 2), average, _line("compression")),
        *novel,
    )


@lru_cache(maxsize=1 << 10)
def _article_tokens(article: str) -> tuple[str, ...]:
    # Every system is asked about the same articles.
    return tuple(normalised_tokens(article))


def _common(article: Sequence[str], summary: Sequence[str], place: int, at: int) -> int:
    length = 0
    while (
        place + length < len(article) and at + length < len(summary) and article[place + length] == summary[at + length]
    ):
        length += 1
    return length


def _ngrams(tokens: Sequence[str], order: int) -> list[tuple[str, ...]]:
    return list(zip(*(tokens[start:] for start in range(order)), strict=False))


def _line(measure: str) -> str:
    return f"nrefs:0|measure:{measure}|tok:normalised|version:jisr-extractiveness-{VERSION}"
