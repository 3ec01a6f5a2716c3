"""A summary under construction: sentences that fit, nothing twice."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from base.languages import Language
from summarize.clean import repeats
from summarize.judge import Verdict
from summarize.length import Budget
from summarize.model import SummarySentence

_ENOUGH: Final = 0.6
"""A summary is filled up until it has this share of its word budget."""


@dataclass
class Board:
    """Takes sentences as long as they fit the limits and say something new; `avoid` are texts not to repeat."""

    limits: Budget
    language: Language
    avoid: tuple[str, ...] = ()
    taken: list[SummarySentence] = field(default_factory=list)

    @property
    def words(self) -> int:
        """Words taken so far."""
        return sum(len(sentence.text.split()) for sentence in self.taken)

    @property
    def is_full(self) -> bool:
        """Whether no further sentence is wanted."""
        return len(self.taken) >= self.limits.sentences or self.words >= self.limits.words

    @property
    def is_short(self) -> bool:
        """Whether the summary should be filled up."""
        few = len(self.taken) < self.limits.fewest or self.words < _ENOUGH * self.limits.words
        return few and not self.is_full

    def add(self, verdict: Verdict) -> bool:
        """Take a sentence if it fits and says something new; say whether it was taken.

        A copy of the article's is new only if no other sentence rests on the same one.
        """
        if self.is_full or not self._fits(verdict.text) or self._is_known(verdict.text):
            return False
        if verdict.copied and verdict.evidence.ids[:1] in [sentence.evidence[:1] for sentence in self.taken]:
            return False
        self.taken.append(verdict.sentence)
        return True

    def _fits(self, text: str) -> bool:
        if not self.taken:
            return True
        needed = len(self.taken) < self.limits.fewest and self.words < self.limits.words
        return needed or self.words + len(text.split()) <= self.limits.words

    def _is_known(self, text: str) -> bool:
        return repeats(text, (*self.avoid, *(sentence.text for sentence in self.taken)), self.language)
