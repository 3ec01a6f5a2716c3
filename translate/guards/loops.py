"""The same words again and again: the best known way in which a decoder fails (Holtzman et al., ICLR 2020)."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from translate.guards.finding import Finding

_WORD: Final = re.compile(r"\w+(?:['’-]\w+)*")
_LONGEST: Final = 12
_ALLOWED: Final = {1: 2, 2: 2}
# Shorter runs are laughter or emphasis (hahaha, ههههه), which a translation may well add to.
_SHORTEST_RUN: Final = 10
_RUN: Final = re.compile(r"(\S{1,6}?)\1{4,}")
# In 3,604 sentences of news and of FLORES-200 no target has either that its source has not.
_DOUBLE: Final = re.compile(r"\b(\w{4,}(?:['’]s)?) \1\b", re.IGNORECASE)
_TRIPLE: Final = re.compile(r"\b[A-Za-z]*?([a-z])\1\1[a-z]*")
_NGRAM: Final = 4
_SHARE: Final = 0.25


def check_loops(source: str, target: str) -> tuple[Finding, ...]:
    """Report words repeated in a row, runs of characters, and four-grams that keep coming back.

    A word of four letters said twice, or an English letter three times, is a small fault; more is a loop. What the
    source repeats as well is none: each measure is compared with the source's own.
    """
    said, words = _words(source), _words(target)
    detail = _repeated_words(said, words) or _repeated_ngrams(said, words) or _repeated_characters(source, target)
    if detail:
        return (Finding("loop", detail, cost=3),)
    stutter = next(
        (found[0] for rule in (_DOUBLE, _TRIPLE) if not rule.search(source) and (found := rule.search(target))), ""
    )
    return (Finding("loop", stutter, cost=1),) if stutter else ()


def longest_repetition(words: list[str], size: int) -> tuple[int, int]:
    """Return (times, position) of the n-gram of `size` words most often repeated without a gap."""
    best, where, run = 0, 0, 0
    for at, (word, later) in enumerate(zip(words, words[size:], strict=False)):
        run = run + 1 if word == later else 0
        if run > best:
            best, where = run, at - run + 1
    return best // size + 1, where


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _repeated_words(said: list[str], words: list[str]) -> str:
    doubles = len(words) - len(set(words))
    for size in range(1, min(_LONGEST, doubles) + 1):
        times, at = longest_repetition(words, size)
        if times > _ALLOWED.get(size, 1) and times > longest_repetition(said, size)[0]:
            return " ".join(words[at : at + size])
    return ""


def _repeated_ngrams(said: list[str], words: list[str]) -> str:
    share, most = _repetition(words)
    return most if share > _SHARE and share > _SHARE + _repetition(said)[0] else ""


def _repetition(words: list[str]) -> tuple[float, str]:
    """Return the share of four-grams that were there before, and the most frequent one."""
    if len(words) - len(set(words)) < _NGRAM:
        return 0.0, ""
    ngrams = Counter(zip(words, words[1:], words[2:], words[3:], strict=False))
    return 1 - len(ngrams) / ngrams.total(), " ".join(ngrams.most_common(1)[0][0])


def _repeated_characters(source: str, target: str) -> str:
    found, unit = _longest_run(target, _SHORTEST_RUN)
    return unit if found and found > 2 * _longest_run(source, 0)[0] else ""


def _longest_run(text: str, least: int) -> tuple[int, str]:
    """Return (length, repeated unit) of the longest run of letters, at least `least` characters long."""
    words = [word for word in text.split() if len(word) >= least]
    runs = (match for word in words for match in _RUN.finditer(word) if any(map(str.isalpha, match[1])))
    return max(((len(m[0]), m[1]) for m in runs if len(m[0]) >= least), default=(0, ""))
