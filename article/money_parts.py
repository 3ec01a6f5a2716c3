"""What can follow an amount and belongs to it: a fraction of its unit, or coins.

`ثلاثة دنانير ونصف الدينار`, `a dinar and a half`, `12 جنيها و50 قرشا`, `3 dollars and 99 cents`.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Final

from article.currency import family, read_after
from article.numerals import HALF, Numeral, listed
from article.tokens import Token, key_at
from base.languages import Language

Reader = Callable[[list[Token], int], Numeral | None]

_QUARTER: Final = Fraction(1, 4)
_ARABIC_FRACTIONS: Final = {
    "ونصف": HALF, "والنصف": HALF, "ونصفا": HALF, "وربع": _QUARTER, "والربع": _QUARTER, "وربعا": _QUARTER,
    "وثلث": Fraction(1, 3), "والثلث": Fraction(1, 3), "وثلثا": Fraction(1, 3),
}  # fmt: skip
_SCALES: Final = {"الالف": 10**3, "المليون": 10**6, "المليار": 10**9, "مليون": 10**6, "مليار": 10**9}
_ENGLISH_FRACTIONS: Final = {"half": HALF, "quarter": _QUARTER, "third": Fraction(1, 3)}
_COINS: Final = {
    **dict.fromkeys(listed("cent cents سنت سنتا سنتات"), (100, ("dollar", "EUR", "rupee"))),
    **dict.fromkeys(listed("centime centimes سنتيم سنتيما سنتيمات"), (100, ("franc", "dinar", "dirham"))),
    **dict.fromkeys(listed("pence penny بنس بنسا بنسات"), (100, ("pound",))),
    **dict.fromkeys(listed("piastre piastres piaster piasters قرش قرشا قروش"), (100, ("pound", "lira", "dinar"))),
    **dict.fromkeys(listed("halala halalas هلله هللات"), (100, ("riyal",))),
    **dict.fromkeys(listed("baisa بيسه"), (1000, ("riyal",))),
    **dict.fromkeys(listed("millime millimes مليم مليما مليمات"), (1000, ("dinar", "pound"))),
    **dict.fromkeys(listed("kopeck kopecks كوبيك"), (100, ("RUB",))),
}
"""Coin -> (how many make one, of which currencies)."""
_FILS: Final = frozenset(listed("fils فلس فلسا فلوس"))


def with_parts(
    tokens: list[Token], numeral: Numeral, end: int, unit: str, language: Language, read: Reader
) -> tuple[Fraction, int]:
    """Return (value, end) of an amount that ends before `end` with the fraction or the coins that follow it."""
    fraction = fraction_after(tokens, end, language)
    if fraction:
        scale, after = _fraction_of(tokens, fraction[1], unit) or (Fraction(0), end)
        return numeral.value + fraction[0] * (scale or numeral.scale) * (after > end), after
    return (unit != "%" and _with_coins(tokens, numeral.value, end, unit, read)) or (numeral.value, end)


def fraction_after(tokens: list[Token], index: int, language: Language) -> tuple[Fraction, int] | None:
    """Return (fraction, end) of `and a half` at token `index`; three quarters only in Arabic."""
    key = key_at(tokens, index)
    if language == "ar":
        if key in ("وثلاثه", "وثلاث") and key_at(tokens, index + 1) == "ارباع":
            return Fraction(3, 4), index + 2
        return (_ARABIC_FRACTIONS[key], index + 1) if key in _ARABIC_FRACTIONS else None
    fraction = _ENGLISH_FRACTIONS.get(key_at(tokens, index + 2))
    return (fraction, index + 3) if key == "and" and key_at(tokens, index + 1) == "a" and fraction else None


def coins(tokens: list[Token], index: int, unit: str = "") -> int:
    """Return how many of the coin at token `index` make one of its currency, 0 when it is none (of `unit`)."""
    key = key_at(tokens, index)
    if key in _FILS:
        return 0 if unit and family(unit) not in ("dinar", "dirham") else 100 if family(unit) == "dirham" else 1000
    count, units = _COINS.get(key, (0, ()))
    return count if not unit or family(unit) in units else 0


def _with_coins(tokens: list[Token], value: Fraction, end: int, unit: str, read: Reader) -> tuple[Fraction, int] | None:
    joined = key_at(tokens, end) in ("and", "و", ",")
    start = end + joined
    if start >= len(tokens) or not (joined or tokens[start].key.startswith("و")):
        return None
    numeral = read(tokens, start)
    count = coins(tokens, numeral.end, unit) if numeral else 0
    if numeral is None or not count or numeral.value >= count:
        return None
    return value + numeral.value / count, numeral.end + 1


def _fraction_of(tokens: list[Token], index: int, unit: str) -> tuple[Fraction, int] | None:
    """Return (scale, end) for what a fraction is of: المليون, the currency itself (0), or None for another thing."""
    key = key_at(tokens, index)
    if key in _SCALES:
        return Fraction(_SCALES[key]), index + 1
    if not key.startswith("ال") or key in ("الي", "الا"):
        return Fraction(0), index
    named = read_after([Token("word", key[2:], key[2:], 0, 0)], 0)
    return (Fraction(0), index + 1) if named and family(named[0]) == family(unit) else None
