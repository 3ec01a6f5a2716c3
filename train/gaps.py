"""Gap sentences (PEGASUS, Zhang et al. 2020): the central sentence of an article is hidden and has to be written.

It is the nearest thing to a summary that text without summaries has, and teaches the `>>sum_*<<` tokens what they ask
for. The place of the sentence is marked by the mask piece, which no text can hold, so it is kept as a pair of texts.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from article.tokens import fold

FEWEST: Final = 5


def gap_path(work: Path, language: str) -> Path:
    """Return where the gap sentences of `language` lie in the work folder."""
    return work / "data" / f"gaps.{language}.jsonl.xz"


def gap_rows(language: str, documents: Iterator[list[str]], most_words: int) -> Iterator[dict[str, Any]]:
    """Yield a row `task, before, after, target` for each document of five sentences or more.

    A document is cut after the sentence that passes `most_words`.
    """
    for document in documents:
        shown = _opening(document, most_words)
        if len(shown) >= FEWEST:
            place = central(shown)
            yield {
                "task": f">>sum_{language}<<",
                "before": " ".join(shown[:place]),
                "after": " ".join(shown[place + 1 :]),
                "target": shown[place],
            }


def central(sentences: list[str]) -> int:
    """Return the index of the sentence that shares most with the others: F1 of its distinct words (ROUGE-1)."""
    words = [{fold(word) for word in sentence.split()} for sentence in sentences]
    return max(range(len(words)), key=lambda place: (_likeness(words, place), -place))


def _likeness(words: list[set[str]], place: int) -> float:
    others = set().union(*words[:place], *words[place + 1 :])
    common = len(words[place] & others)
    return 2 * common / max(len(words[place]) + len(others), 1)


def _opening(document: list[str], most_words: int) -> list[str]:
    shown, words = [], 0
    for sentence in document:
        words += len(sentence.split())
        if words > most_words:
            break
        shown.append(sentence)
    return shown
