"""Numbers as read from a sentence, in digits or in words."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from article.tokens import Token, adjacent, key_at


def listed(words: str) -> tuple[str, ...]:
    """Return the words of a table's line."""
    return tuple(words.split())


HALF: Final = Fraction(1, 2)
SOFT_LIMIT: Final = 2
_LONGEST: Final = 60


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number that ends before token `end`.

    `also` holds other values the same spelling can have (`1.500` is 1.5, or 1500 in much of the Arab press).
    `soft` marks words that other languages often do without (one, two, first, half). `scale` is the power of ten
    that was written as a word, 1 without.
    """

    value: Fraction
    end: int
    also: tuple[Fraction, ...] = ()
    soft: bool = False
    ordinal: bool = False
    scale: Fraction = Fraction(1)


def digits(token: Token) -> tuple[Fraction, tuple[Fraction, ...]]:
    """Return the value of a number token and its other possible values."""
    whole, _, decimals = token.key.replace(",", "")[:_LONGEST].partition(".")
    value = Fraction(int(whole + decimals), 10 ** len(decimals))
    if len(decimals) == 3 and len(whole) <= 3 and "," not in token.key and not whole.startswith("0"):
        return value, (value * 1000,)
    return value, ()


def slashed(tokens: list[Token], index: int) -> tuple[Fraction, int] | None:
    """Return (value, end) of the simple fractions 1/2 to 4/5 in digits."""
    if key_at(tokens, index + 1) != "/" or not (adjacent(tokens, index + 1) and adjacent(tokens, index + 2)):
        return None
    top, bottom = tokens[index].key, key_at(tokens, index + 2)
    if top in ("1", "2", "3", "4") and bottom in ("2", "3", "4", "5") and top < bottom:
        return Fraction(int(top), int(bottom)), index + 3
    return None
