"""The numbers, amounts, dates and times of a sentence in Arabic or English, as comparable values with spans."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Final

from article import numerals_ar, numerals_en
from article.calendar import PartialDate, Weekday, read_date, read_decade, weekdays
from article.clock import ClockTime, read_time
from article.comparison import added, extra, missing
from article.currency import read_after, read_before
from article.numerals import Numeral, listed
from article.quantity import Kind, Quantity
from article.rendering import rendered
from article.tokens import Token, adjacent, key_at, tokenise
from article.words_ar import is_prefixed
from base.languages import Language

__all__ = [
    "ClockTime",
    "Kind",
    "PartialDate",
    "Quantity",
    "Weekday",
    "added",
    "extra",
    "missing",
    "quantities",
    "rendered",
    "weekdays",
]

_READERS: Final = {"ar": numerals_ar.read_numeral, "en": numerals_en.read_numeral}
_PERCENT: Final = frozenset(listed("% percent pct percentage بالمئه بالمائه بالمايه بالميه"))
_PERCENT_PAIRS: Final = frozenset(
    ("per cent", "في المئه", "في المائه", "في المايه", "في الميه", "في مئه", "نقطه مئويه", "نقاط مئويه")
)
_RANGE_WORDS: Final = frozenset(listed("- to and or / إلى الي و او حتي ~"))


def quantities(text: str, language: Language) -> tuple[Quantity, ...]:
    """Return the quantities of `text` in order, their spans not overlapping; raises nothing, linear time.

    Digits of any script (0-9, Arabic-Indic, Persian) with their separators, numbers in words, scales, ordinals,
    fractions, percentages, amounts of money, dates of the Gregorian and Hijri calendars, times and decades. Numbers
    are read without their sign. Vague ones (thousands, several hundred) and weekdays are none.
    """
    tokens = tokenise(text)
    found: list[tuple[Quantity, int, int, Fraction]] = []
    index = 0
    while index < len(tokens):
        read = _read(tokens, index, language)
        if read is None:
            index += 1
            continue
        quantity, end, scale = read
        first, last = _first_letter(tokens[index]), tokens[end - 1].end
        found.append((replace(quantity, start=first, end=last, text=text[first:last]), index, end, scale))
        index = end
    return tuple(_with_shared_scales(tokens, found))


def _first_letter(token: Token) -> int:
    """Return where a quantity starts in the text, which is behind an attached Arabic conjunction or preposition."""
    if token.kind != "word" or not is_prefixed(token.key):
        return token.start
    letters = (place for place, letter in enumerate(token.text) if place and letter != "ـ" and letter.isalpha())
    return token.start + next(letters, 0)


def _is_code(tokens: list[Token], index: int) -> bool:
    """Whether the number at `index` is a part of a Latin name, such as `ACE2`, `3D`, or of a unit, such as `km2`."""
    word_before = adjacent(tokens, index) and tokens[index - 1].kind == "word"
    before = word_before and (tokens[index - 1].text[-1:].isascii() or tokens[index - 1].key in ("م", "كم", "سم"))
    after = adjacent(tokens, index + 1) and tokens[index + 1].text.isascii() and tokens[index + 1].text.isupper()
    return before or (after and tokens[index + 1].kind == "word" and tokens[index + 1].text not in ("M", "K", "B", "C"))


def _read(tokens: list[Token], index: int, language: Language) -> tuple[Quantity, int, Fraction] | None:
    """Return the quantity at token `index` (without span), the index after it, and its scale."""
    decade = read_decade(tokens, index, language)
    if decade:
        return Quantity("decade", decade[0], 0, 0, "", soft=decade[2]), decade[1], Fraction(1)
    unit = _unit_before(tokens, index)
    start = index + 1 if unit else index
    numeral = _READERS[language](tokens, start)
    if numeral is None and unit:
        return None
    date = None if unit else read_date(tokens, start, numeral, language)
    if date:
        return Quantity("date", date[0], 0, 0, "", soft=date[2]), date[1], Fraction(1)
    if numeral is None:
        return None
    time = None if unit else read_time(tokens, start, numeral)
    if time:
        return Quantity("time", time[0], 0, 0, ""), time[1], Fraction(1)
    quantity, end = _amount(tokens, start, numeral, unit)
    if tokens[start].kind == "number" and _is_code(tokens, start):
        quantity = replace(quantity, soft=True)
    return quantity, end, numeral.scale


def _unit_before(tokens: list[Token], index: int) -> str | None:
    """Return the percent sign or currency at `index` when a number follows it."""
    if index + 1 >= len(tokens) or tokens[index + 1].kind != "number":
        return None
    return "%" if tokens[index].key == "%" else read_before(tokens, index)


def _amount(tokens: list[Token], start: int, numeral: Numeral, unit: str | None) -> tuple[Quantity, int]:
    value, also, end = numeral.value, numeral.also, numeral.end
    if unit is None:
        unit, end = _unit_after(tokens, end)
    if not unit:
        kind: Kind = "ordinal" if numeral.ordinal else "number"
        return Quantity(
            kind, value, 0, 0, "", soft=numeral.soft or not value, also=also + _second_year(tokens, start)
        ), end
    kind = "percent" if unit == "%" else "money"
    return Quantity(kind, value, 0, 0, "", unit, numeral.soft and (value < 1 or numeral.scale > 1), also), end


def _unit_after(tokens: list[Token], end: int) -> tuple[str, int]:
    key = key_at(tokens, end)
    if key in _PERCENT:
        return "%", end + 1 + (key == "percentage" and key_at(tokens, end + 1) in ("point", "points"))
    if f"{key} {key_at(tokens, end + 1)}" in _PERCENT_PAIRS:
        return "%", end + 2
    hyphen = key == "-" and adjacent(tokens, end + 1)
    money = read_after(tokens, end + hyphen)
    return money or ("", end)


def _second_year(tokens: list[Token], index: int) -> tuple[Fraction, ...]:
    """Return 2019 for the 19 of `2018-19`."""
    key, first = tokens[index].key, key_at(tokens, index - 2)
    linked = key_at(tokens, index - 1) in ("-", "/") and adjacent(tokens, index) and adjacent(tokens, index - 1)
    if linked and len(key) == 2 and len(first) == 4 and first.isdecimal() and key.isdecimal():
        return (Fraction(int(first[:2] + key)),)
    return ()


def _with_shared_scales(tokens: list[Token], found: list[tuple[Quantity, int, int, Fraction]]) -> list[Quantity]:
    """Let the 5 of `5 to 6 million` also be five million."""
    result = [quantity for quantity, *_ in found]
    for place in range(len(found) - 2, -1, -1):
        quantity, _, end, scale = found[place]
        _, next_start, _, next_scale = found[place + 1]
        near = next_start == end or (next_start == end + 1 and tokens[end].key in _RANGE_WORDS)
        if near and scale == 1 and next_scale > 1 and isinstance(quantity.value, Fraction):
            result[place] = replace(quantity, also=(*quantity.also, quantity.value * next_scale))
    return result
