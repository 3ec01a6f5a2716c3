"""Evidence: which sentences of the article support a summary sentence, and how well."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final

from base.languages import Language
from summarize.overlap import is_content, is_light, keys, senses, words

MOST_EVIDENCE: Final = 4
_LEAST_GAIN: Final = 0.08
_LEAST_AGREED: Final = 3
_PLAIN: Final = 0.7
_HALF: Final = 0.4
"""A sentence with that much support, half of it from one place, needs no third word in common: some are short."""
_LOOSE: Final = 0.8
"""What a match by skeleton or prefix is worth, beside 1 for a match by stem."""
_NEXT_TO: Final = 2
_LIGHT: Final = 0.3
"""What a reporting verb or general noun weighs, beside other words as rare."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Ids of supporting sentences, best first, and the share of the sentence's content they hold, in [0, 1].

    `primary` is the share that the first of them holds alone, `gap` the longest run of content words that none has,
    and `lacking` how many content words the first of them would need more to say the same thing at all (three, or all).
    """

    ids: tuple[int, ...]
    support: float
    primary: float
    gap: int = 0
    lacking: int = 0


@dataclass(frozen=True)
class Ground:
    """The sentences a summary is judged by, all in one language, indexed by matching key.

    `texts[i]` is sentence i of the article in `language`, its own or its translation; "" where there is none.
    Memory grows with the number of distinct words of the article, not with the number of questions asked.
    """

    language: Language
    texts: tuple[str, ...]
    _postings: dict[str, dict[int, float]] = field(repr=False)

    @classmethod
    def of(cls, texts: Sequence[str], language: Language) -> Ground:
        """Index `texts`, one entry per sentence of the article."""
        postings: dict[str, dict[int, float]] = {}
        for index, text in enumerate(texts):
            for word in set(words(text)):
                if is_content(word, language):
                    _post(postings, word, index)
        return cls(language, tuple(texts), postings)

    def weight(self, word: str) -> float:
        """Return how much a content word says: rare words of the article more than frequent ones."""
        total = max(1, len(self.texts))
        frequency = max((len(self._postings.get(key, ())) for key in keys(word)[:1]), default=0)
        full = math.log(1 + total / max(1, frequency)) + 0.5
        return _LIGHT * full if is_light(word, self.language) else full

    def matches(self, word: str) -> dict[int, float]:
        """Return, for each sentence that has `word` in some form, how close the form is, in (0, 1]."""
        found: dict[int, float] = {}
        for rank, key in enumerate(_all_keys(word)):
            closeness = 1.0 if rank == 0 else _LOOSE
            for index, level in self._postings.get(key, {}).items():
                found[index] = max(found.get(index, 0.0), min(closeness, level))
        return found

    def has(self, word: str) -> bool:
        """Say whether any sentence has `word` in some form."""
        return any(key in self._postings for key in _all_keys(word))

    def evidence(self, sentence: str) -> Evidence:
        """Return the sentences that together hold most of the content of `sentence`.

        Greedy cover: the sentence that adds most comes first, until another one adds less than 8 %.
        """
        content = list(dict.fromkeys(word for word in words(sentence) if is_content(word, self.language)))
        if not content:
            return Evidence((), 0.0, 0.0)
        weights = [self.weight(word) for word in content]
        found = [self.matches(word) for word in content]
        held = [0.0] * len(content)
        total = sum(weights)
        ids: list[int] = []
        primary = 0.0
        while len(ids) < MOST_EVIDENCE:
            best, gain = _best_addition(found, held, weights)
            if best < 0 or gain / total < _LEAST_GAIN:
                break
            ids.append(best)
            held = [max(value, match.get(best, 0.0)) for value, match in zip(held, found, strict=True)]
            primary = primary or gain / total
        support = sum(value * weight for value, weight in zip(held, weights, strict=True)) / total
        agreed = sum(ids[0] in match for match in found) if ids else 0
        lacking = 0 if support >= _PLAIN and primary >= _HALF else max(0, min(_LEAST_AGREED, len(content)) - agreed)
        return Evidence(tuple(ids), min(1.0, support), min(1.0, primary), self._gap(content, found, ids), lacking)

    def _gap(self, content: Sequence[str], found: Sequence[dict[int, float]], ids: Sequence[int]) -> int:
        """Return the longest run of words that neither the evidence nor its neighbours have, light ones left out."""
        near = {index + step for index in ids for step in range(-_NEXT_TO, _NEXT_TO + 1)}
        told = [
            bool(near & match.keys())
            for word, match in zip(content, found, strict=True)
            if not is_light(word, self.language)
        ]
        return max((len(list(run)) for known, run in groupby(told) if not known), default=0)


def _all_keys(word: str) -> tuple[str, ...]:
    """Return the matching keys of a word, then its senses."""
    return (*keys(word), *("=" + sense for sense in sorted(senses(word))))


def _post(postings: dict[str, dict[int, float]], word: str, index: int) -> None:
    for rank, key in enumerate(_all_keys(word)):
        level = 1.0 if rank == 0 else _LOOSE
        entry = postings.setdefault(key, {})
        entry[index] = max(entry.get(index, 0.0), level)


def _best_addition(
    found: Sequence[dict[int, float]], held: Sequence[float], weights: Sequence[float]
) -> tuple[int, float]:
    """Return the sentence that adds most weight to what is held, and how much; (-1, 0) when none adds any."""
    gains: dict[int, float] = {}
    for match, value, weight in zip(found, held, weights, strict=True):
        for index, closeness in match.items():
            if closeness > value:
                gains[index] = gains.get(index, 0.0) + (closeness - value) * weight
    if not gains:
        return -1, 0.0
    best = max(gains, key=lambda index: (gains[index], -index))
    return best, gains[best]
