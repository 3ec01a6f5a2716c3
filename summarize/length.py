"""How long a summary may be, and how sentences are chosen to fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, get_args

from base.errors import InputError
from base.languages import Language
from summarize.model import Length, NamedLength

_SMALLEST_BUDGET: Final = 5
_ARABIC_SHARE: Final = 0.8
"""Arabic writes articles, prepositions and pronouns into the word, so the same text has fewer words."""


@dataclass(frozen=True, slots=True)
class Budget:
    """Limits of a summary: words in all, number of sentences, and words a sentence should not exceed."""

    words: int
    sentences: int
    sentence_words: int
    fewest: int = 1


_NAMED: Final[dict[NamedLength, Budget]] = {
    "headline": Budget(words=12, sentences=1, sentence_words=12),
    "line": Budget(words=30, sentences=1, sentence_words=30),
    "bullets": Budget(words=75, sentences=3, sentence_words=25, fewest=3),
    "paragraph": Budget(words=80, sentences=5, sentence_words=40, fewest=2),
}
_PARAGRAPH_SHARE: Final = 0.4
"""A paragraph summary of a short article stays below this share of it: longer would be a copy."""


def budget(length: Length, language: Language, source_words: int) -> Budget:
    """Return the limits for `length` in `language`, for an article of `source_words` words.

    Raises `InputError` for an unknown name or a budget below five words.
    """
    if isinstance(length, str):
        return _named(length, language, source_words)
    if length < _SMALLEST_BUDGET:
        raise InputError(
            f"A summary of {length} words was asked for; the smallest budget is {_SMALLEST_BUDGET} words. "
            "Use a larger number, or the length 'headline'."
        )
    return Budget(words=length, sentences=max(1, length // 6), sentence_words=min(length, 45))


def parse_length(text: str) -> Length:
    """Return the length named by `text`, or the word budget it spells; raises `InputError` for anything else."""
    if text in get_args(NamedLength):
        name: NamedLength = text  # type: ignore[assignment]
        return name
    if text.isdecimal():
        return int(text)
    raise InputError(
        f"Unknown length {text!r}: expected one of {', '.join(get_args(NamedLength))}, or a number of words such as 60."
    )


def fit(sentences: Sequence[str], limits: Budget) -> list[int]:
    """Return the indices of the sentences that fit, in the given order.

    Whole sentences only. The first always fits; a later one that is too long is passed over for a shorter one.
    """
    chosen: list[int] = []
    used = 0
    for index, sentence in enumerate(sentences):
        if len(chosen) == limits.sentences:
            break
        count = len(sentence.split())
        if not chosen or used + count <= limits.words or (len(chosen) < limits.fewest and used < limits.words):
            chosen.append(index)
            used += count
    return chosen


def _named(length: NamedLength, language: Language, source_words: int) -> Budget:
    if length not in _NAMED:
        raise InputError(f"Unknown length {length!r}: expected one of {', '.join(_NAMED)}, or a number of words.")
    limits = _NAMED[length]
    share = _ARABIC_SHARE if language == "ar" else 1.0
    total = limits.words * share
    if length == "paragraph":
        total = max(25.0, min(total, _PARAGRAPH_SHARE * source_words))
    return Budget(round(total), limits.sentences, round(limits.sentence_words * share), limits.fewest)
