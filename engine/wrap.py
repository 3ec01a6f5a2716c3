"""Cutting a source that is too long for a model into parts that read like clauses."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import ceil

CountPieces = Callable[[Sequence[str]], list[int]]

_CLOSING = "\"'»”’)]}"
_SENTENCE_END = (".", "!", "?", "؟", "…", "؛", ";")
_CLAUSE_END = ("،", ",", ":", "–", "—", "-")
_DASHES = ("–", "—", "-")
_CONJUNCTION_WORDS = (
    "ثم لكن ولكن لكنه لكنها بينما حيث إذ كما لأن بل أو and but which while or because that who where when "
    "although so then after before"
)
# Words whose first letter is a waw of their own and not "and": ministry, minister, time, one, agency, ...
_WAW_WORD_LIST = (
    "وزارة وزير وزراء وزارات وقت وقود واحد واحدة وكالة وكالات وكيل وطن وطني وطنية وضع وضعت وجه وجهة وجود وجدت وفق "
    "وفقا وسط وسائل وسيلة وسيط ولاية ولايات ولد وثيقة وثائق وفد وفود وفاة واشنطن واقع واضح واضحة وصل وصلت وصول وصف "
    "وصفت وحدة وحدات وحده وقع وقعت وقف وظيفة وظائف وراء ورقة ورشة وعد وعي وباء ودائع واجب والد والدة ورد وردت وافق "
    "وافقت واصل واصلت واجه واجهت"
)
_CONJUNCTIONS = frozenset(_CONJUNCTION_WORDS.split())
_WAW_WORDS = frozenset(_WAW_WORD_LIST.split())
# What a cut costs after a sentence, after a clause, before a conjunction, and at any other white space, as the
# share of the text by which a better place may be away from the middle.
_TIER_COST = (0.0, 0.05, 0.15, 0.35)
_EXTRA_PART_COST = 0.1
# No part should be shorter than this share of the limit, lest the model sees a word without its clause.
_SHORTEST = 0.25


def wrap(text: str, limit: int, count: CountPieces) -> list[str]:
    """Cut `text` into parts of at most `limit` pieces as `count` counts them.

    Cuts fall after the end of a sentence, else after `؛ ، : ,` or at a dash, else before a conjunction, else at
    any white space, and inside a word only when the word alone is too long. Parts are kept of similar length;
    joined by white space they give the text back. A single character of more than `limit` pieces stays whole.
    Takes O(n log n). Raises `ValueError` for a limit below 1.
    """
    if limit < 1:
        raise ValueError(f"Parts of {limit} pieces hold nothing; give a limit of 1 or more")
    if not text.strip() or count([text])[0] <= limit:
        return [text.strip()] if text.strip() else []
    words = [(match.start(), match.end()) for match in re.finditer(r"\S+", text)]
    return list(_Wrapping.of(text, words, limit, count).parts(0, len(words)))


@dataclass(frozen=True)
class _Wrapping:
    """`ends[i]` is the number of pieces in the first i words, `tiers[i]` the kind of cut before word i."""

    text: str
    words: list[tuple[int, int]]
    limit: int
    count: CountPieces
    ends: list[int]
    tiers: list[int]

    @classmethod
    def of(cls, text: str, words: list[tuple[int, int]], limit: int, count: CountPieces) -> _Wrapping:
        texts = [text[start:end] for start, end in words]
        tiers = [0, *(_tier(before, after) for before, after in pairwise(texts))]
        return cls(text, words, limit, count, [0, *accumulate(count(texts))], tiers)

    def parts(self, first: int, last: int) -> Iterator[str]:
        """Yield the parts of words `first` to `last` (exclusive) from left to right."""
        total = self.ends[last] - self.ends[first]
        text = self.text[self.words[first][0] : self.words[last - 1][1]]
        # Counts of words need not add up to the count of the text, so the whole has the last word.
        if total <= self.limit and self.count([text])[0] <= self.limit:
            yield text
        elif last - first == 1:
            yield from _cut_word(text, self.limit, self.count)
        else:
            cut = self._best_cut(first, last, max(2, ceil(total / self.limit)))
            yield from self.parts(first, cut)
            yield from self.parts(cut, last)

    def _best_cut(self, first: int, last: int, parts: int) -> int:
        start, total = self.ends[first], max(1, self.ends[last] - self.ends[first])
        shortest = min(self.limit * _SHORTEST, total / 4)
        low = max(first + 1, bisect_left(self.ends, start + shortest, first, last))
        high = min(last - 1, bisect_right(self.ends, start + total - shortest, first, last) - 1)
        middle = (parts // 2) / parts

        def cost(cut: int) -> tuple[float, int]:
            left = self.ends[cut] - start
            extra = ceil(left / self.limit) + ceil((total - left) / self.limit) > parts
            away = abs(left / total - middle)
            return _TIER_COST[self.tiers[cut]] + away + extra * _EXTRA_PART_COST, cut

        # One very long word may leave no cut between the bounds.
        return min(range(low, high + 1) if low <= high else range(first + 1, last), key=cost)


def _tier(before: str, after: str) -> int:
    """Rate a cut between two words, 0 the best."""
    bare = before.rstrip(_CLOSING)
    abbreviation = bare.endswith(".") and len(bare) <= 3
    if bare.endswith(_SENTENCE_END) and not abbreviation:
        return 0
    if bare.endswith(_CLAUSE_END) or after in _DASHES:
        return 1
    if after.lower() in _CONJUNCTIONS or _begins_with_and(after):
        return 2
    return 3


def _begins_with_and(word: str) -> bool:
    letters = "".join(letter for letter in word if letter.isalpha())
    return letters.startswith("و") and len(letters) > 3 and letters not in _WAW_WORDS


def _cut_word(word: str, limit: int, count: CountPieces) -> Iterator[str]:
    if len(word) == 1 or count([word])[0] <= limit:
        yield word
        return
    cut = _character_boundary(word, len(word) // 2)
    if cut == 0:
        yield word
        return
    yield from _cut_word(word[:cut], limit, count)
    yield from _cut_word(word[cut:], limit, count)


def _character_boundary(word: str, cut: int) -> int:
    """Move a cut to the left until it separates no mark from its letter; 0 when there is no such place."""
    while cut and (unicodedata.combining(word[cut]) or word[cut] in "\u200d\ufe0f" or word[cut - 1] == "\u200d"):
        cut -= 1
    return cut
