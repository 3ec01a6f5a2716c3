"""Which pairs are worth training on, decided by small pure rules."""

from __future__ import annotations

import re
from typing import Final

from train.corpus import Pair

_ARABIC: Final = re.compile(r"[\u0621-\u064A\u0671-\u06D3]")
_LATIN: Final = re.compile(r"[A-Za-z\u00C0-\u024F]")
_PLACEHOLDER: Final = re.compile(r"[{}<>$]|%\w|https?:|\\n")
LONGEST_WORDS: Final = 150


def script_shares(text: str) -> tuple[float, float]:
    """Return the shares of Arabic and of Latin letters among the letters of both scripts in `text`."""
    arabic, latin = len(_ARABIC.findall(text)), len(_LATIN.findall(text))
    total = arabic + latin
    return (arabic / total, latin / total) if total else (0.0, 0.0)


def rejection(pair: Pair) -> str | None:
    """Return why `pair` is left out of the training set, or None when it is kept."""
    arabic_words, english_words = len(pair.arabic.split()), len(pair.english.split())
    if not arabic_words or not english_words:
        return "empty"
    if max(arabic_words, english_words) > LONGEST_WORDS:
        return "long"
    if script_shares(pair.arabic)[0] < 0.5 or script_shares(pair.english)[1] < 0.7:
        return "script"
    if not are_plausible_lengths(arabic_words, english_words):
        return "length ratio"
    if pair.source.startswith("ui-") and not _is_sentence(pair, english_words):
        return "software string"
    return None


def are_plausible_lengths(arabic_words: int, english_words: int) -> bool:
    """Return whether so many words can say the same in both languages."""
    # English writes articles, pronouns and prepositions apart, so it runs longer.
    return english_words <= 3 * arabic_words + 3 and arabic_words <= 2 * english_words + 3


def _is_sentence(pair: Pair, english_words: int) -> bool:
    has_placeholder = _PLACEHOLDER.search(pair.english) or _PLACEHOLDER.search(pair.arabic)
    return english_words >= 5 and not has_placeholder
