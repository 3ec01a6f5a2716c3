"""Pairs of brackets and quotation marks, told apart by their surroundings rather than by their code points.

Wire copy turns curly quotation marks around (`”...“`) and mixes `"` with `«»`, so the neighbours decide first.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from article.characters import INVISIBLES

DOUBLE: Final = '"“”„‟«»″'
SINGLE: Final = "'‘’‚‛‹›"
QUOTES: Final = DOUBLE + SINGLE
OPENING_BRACKETS: Final = "([{"
CLOSING_BRACKETS: Final = ")]}"
_OPENING_QUOTES: Final = "“„«‘‚‹"
_CLOSING_QUOTES: Final = "”»’›"
_MARK: Final = re.compile(f"[{re.escape(QUOTES + OPENING_BRACKETS + CLOSING_BRACKETS)}]")
_BEFORE_OPENING: Final = frozenset(":؛;،,-–—/" + OPENING_BRACKETS)
_AFTER_CLOSING: Final = frozenset(".!?؟…،,:;؛-–—/" + CLOSING_BRACKETS)
_LONGEST_BRACKET: Final = 400


@dataclass(frozen=True, slots=True)
class Pairs:
    """Disjoint pairs of one kind in reading order: positions of the opening and the closing characters."""

    opens: tuple[int, ...]
    closes: tuple[int, ...]

    def around(self, position: int) -> tuple[int, int] | None:
        """Return the pair that encloses `position`, its own characters included, or None; O(log n)."""
        index = bisect_right(self.opens, position) - 1
        if index < 0 or self.closes[index] < position:
            return None
        return self.opens[index], self.closes[index]


def _disjoint(found: Iterable[tuple[int, int]]) -> Pairs:
    opens: list[int] = []
    closes: list[int] = []
    for opening, closing in sorted(found):
        if not closes or opening > closes[-1]:
            opens.append(opening)
            closes.append(closing)
    return Pairs(tuple(opens), tuple(closes))


def _neighbour(text: str, position: int, step: int) -> str:
    """Return the visible character before (-1) or behind (1) a position, a space at the ends of the text."""
    for distance in range(1, 4):
        index = position + step * distance
        if not 0 <= index < len(text):
            return " "
        if text[index] not in INVISIBLES:
            return text[index]
    return " "


def is_opening(text: str, position: int, is_open: bool) -> bool | None:
    """Tell whether the quotation mark at `position` opens a quotation; None for an apostrophe."""
    before, after = _neighbour(text, position, -1), _neighbour(text, position, 1)
    mark = text[position]
    free_before = before.isspace() or before in _BEFORE_OPENING or before in QUOTES
    free_after = after.isspace() or after in _AFTER_CLOSING or after in QUOTES
    if free_before != free_after:
        return free_before
    if mark in SINGLE and before.isalnum() and after.isalnum():
        return None
    if mark in _OPENING_QUOTES:
        return True
    return False if mark in _CLOSING_QUOTES else not is_open


def enclosures(text: str, start: int, end: int) -> tuple[Pairs, Pairs]:
    """Return the pairs of brackets and of quotation marks in `text[start:end]`; linear in its length."""
    stacks: dict[str, list[int]] = {"bracket": [], "double": [], "single": []}
    brackets: list[tuple[int, int]] = []
    quotes: list[tuple[int, int]] = []
    for match in _MARK.finditer(text, start, end):
        mark, position = match.group(), match.start()
        if mark in OPENING_BRACKETS:
            stacks["bracket"].append(position)
        elif mark in CLOSING_BRACKETS:
            if stacks["bracket"] and position - (opening := stacks["bracket"].pop()) <= _LONGEST_BRACKET:
                brackets.append((opening, position))
        else:
            stack = stacks["double" if mark in DOUBLE else "single"]
            opens = is_opening(text, position, bool(stack))
            if opens:
                stack.append(position)
            elif opens is False and stack:
                quotes.append((stack.pop(), position))
    return _disjoint(brackets), _disjoint(quotes)
