"""Numbers below zero: a minus sign where it can only be one, and the words for it in both languages."""

from __future__ import annotations

from typing import Final

from article.numerals import listed
from article.tokens import Token, adjacent, key_at

_BEFORE: Final = frozenset(listed("minus negative سالب بسالب السالب ناقص بناقص"))
_DEGREES: Final = frozenset(listed("° درجه درجات درجتين درجتان degree degrees c f celsius fahrenheit مئويه % percent"))
_BELOW: Final = frozenset(("below zero", "below freezing", "sub zero", "تحت الصفر", "دون الصفر", "تحت صفر"))
_REACH: Final = 4


def is_negative(tokens: list[Token], start: int, end: int) -> bool:
    """Whether the number of the tokens `start` to `end` (without) is below zero.

    A minus sign counts only in front of a temperature or a percentage, since it looks like a dash elsewhere
    (`COVID -19`, `3-1`, a list), and never right behind another number, where it means a range. Arabic texts also have
    it behind the number, where it ends up when the number is written from right to left.
    """
    return key_at(tokens, start - 1) in _BEFORE or _is_below_zero(tokens, end) or _has_sign(tokens, start, end)


def _has_sign(tokens: list[Token], start: int, end: int) -> bool:
    if not _is_degree(tokens, end + is_sign_behind(tokens, end)) and tokens[end - 1].key != "%":
        return False
    apart = not adjacent(tokens, start - 1) or key_at(tokens, start - 2) == "و"
    front = key_at(tokens, start - 1) == "-" and adjacent(tokens, start) and apart
    after_number = start > 1 and tokens[start - 2].kind == "number"
    return (front and not after_number) or is_sign_behind(tokens, end)


def is_sign_behind(tokens: list[Token], end: int) -> bool:
    """Whether a minus sign is written to the end of a number, with a space behind it."""
    return key_at(tokens, end) == "-" and adjacent(tokens, end) and not adjacent(tokens, end + 1)


def _is_degree(tokens: list[Token], index: int) -> bool:
    return key_at(tokens, index) in _DEGREES or key_at(tokens, index + 1) in ("المئه", "المائه")


def _is_below_zero(tokens: list[Token], end: int) -> bool:
    """Whether `below zero` follows, at most a few words of a unit between."""
    for index in range(end, min(end + _REACH, len(tokens))):
        if f"{tokens[index].key} {key_at(tokens, index + 1)}" in _BELOW:
            return index == end or key_at(tokens, end) in _DEGREES
        if tokens[index].kind != "word" and tokens[index].key != "°":
            return False
    return False
