"""The numbers, amounts, dates and times of a sentence in Arabic or English, as comparable values with spans."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Final

from article import numerals_ar, numerals_en
from article.calendar import PartialDate, Weekday, read_date, read_decade, weekdays
from article.clock import ClockTime, read_time
from article.comparison import added, extra, missing
from article.currency import implied, read_after, read_before
from article.money_parts import coins, fraction_after, with_parts
from article.numerals import Numeral, listed
from article.quantity import Kind, Quantity
from article.rendering import rendered
from article.signs import is_negative, is_sign_behind
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
    fractions, percentages, amounts of money, dates of the Gregorian and Hijri calendars, times and decades. A number is
    below zero where words or a temperature tell so (`article.signs`). Vague ones (thousands, several hundred) and
    weekdays are none.
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
    bare = _bare_currency(tokens, index, language)
    if bare:
        return bare
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
    quantity, end = _amount(tokens, start, numeral, unit, language)
    if is_negative(tokens, start, numeral.end) and isinstance(quantity.value, Fraction):
        quantity = replace(quantity, value=-quantity.value, also=tuple(-other for other in quantity.also))
    if tokens[start].kind == "number" and _is_code(tokens, start):
        quantity = replace(quantity, soft=True)
    return quantity, end, numeral.scale


def _unit_before(tokens: list[Token], index: int) -> str | None:
    """Return the percent sign or currency at `index` when a number follows it."""
    if index + 1 >= len(tokens) or tokens[index + 1].kind != "number":
        return None
    return "%" if tokens[index].key == "%" else read_before(tokens, index)


def _bare_currency(tokens: list[Token], index: int, language: Language) -> tuple[Quantity, int, Fraction] | None:
    """Return an amount without a number: دينارين, دينار ونصف, a dinar and a half."""
    found = implied(tokens, index, language)
    if found is None:
        return None
    count, unit, end = found
    value, after = with_parts(tokens, Numeral(Fraction(count), end), end, unit, language, _READERS[language])
    if after == end and count == 1:
        return None
    return Quantity("money", value, 0, 0, "", unit, soft=after == end), after, Fraction(1)


def _amount(
    tokens: list[Token], start: int, numeral: Numeral, unit: str | None, language: Language
) -> tuple[Quantity, int]:
    value, also, end = numeral.value, numeral.also, numeral.end
    if unit is None:
        unit, end = _unit_after(tokens, end)
    if not unit:
        kind: Kind = "ordinal" if numeral.ordinal else "number"
        count = coins(tokens, end)
        also += (value / count,) if count else _and_fraction(tokens, value, end, language)
        return Quantity(
            kind, value, 0, 0, "", soft=numeral.soft or not value, also=also + _second_year(tokens, start)
        ), end
    kind = "percent" if unit == "%" else "money"
    whole, after = with_parts(tokens, numeral, end, unit, language, _READERS[language])
    if after > end:
        return Quantity(kind, whole, 0, 0, "", unit), after
    return Quantity(kind, value, 0, 0, "", unit, numeral.soft and (value < 1 or numeral.scale > 1), also), end


def _and_fraction(tokens: list[Token], value: Fraction, end: int, language: Language) -> tuple[Fraction, ...]:
    """Return 4.5 for the 4 of `أربع سنوات ونصف`, where the half can be of something else as well."""
    found = fraction_after(tokens, end + 1, language) if value.denominator == 1 and value < 100 else None
    return (value + found[0],) if found else ()


def _unit_after(tokens: list[Token], end: int) -> tuple[str, int]:
    end += is_sign_behind(tokens, end)
    key = key_at(tokens, end)
    if key in _PERCENT:
        return "%", end + 1 + (key == "percentage" and key_at(tokens, end + 1) in ("point", "points"))
    if f"{key} {key_at(tokens, end + 1)}" in _PERCENT_PAIRS:
        return "%", end + 2
    hyphen = key == "-" and adjacent(tokens, end + 1)
    money = read_after(tokens, end + hyphen)
    return money or ("", end - is_sign_behind(tokens, end - 1))


def _second_year(tokens: list[Token], index: int) -> tuple[Fraction, ...]:
    """Return 2019 for the 19 of `2018-19`."""
    key, first = tokens[index].key, key_at(tokens, index - 2)
    linked = key_at(tokens, index - 1) in ("-", "/") and adjacent(tokens, index) and adjacent(tokens, index - 1)
    if linked and len(key) == 2 and len(first) == 4 and first.isdecimal() and key.isdecimal():
        return (Fraction(int(first[:2] + key)),)
    return ()


def _with_shared_scales(tokens: list[Token], found: list[tuple[Quantity, int, int, Fraction]]) -> list[Quantity]:
    """Let the 5 of `5 to 6 million` also be five million, and that of `5 to 6 degrees below zero` also -5."""
    result = [quantity for quantity, *_ in found]
    for place in range(len(found) - 2, -1, -1):
        quantity, _, end, scale = found[place]
        _, next_start, _, next_scale = found[place + 1]
        gap = next_start - end - (next_start > end + 1 and tokens[next_start - 1].key == "-")
        if not (gap == 0 or (gap == 1 and tokens[end].key in _RANGE_WORDS)) or not isinstance(quantity.value, Fraction):
            continue
        if scale == 1 and next_scale > 1:
            result[place] = replace(quantity, also=(*quantity.also, quantity.value * next_scale))
        elif quantity.value > 0 and _is_below_zero(result[place + 1]):
            result[place] = replace(quantity, also=(*quantity.also, -quantity.value))
    return result


def _is_below_zero(quantity: Quantity) -> bool:
    return isinstance(quantity.value, Fraction) and quantity.value < 0
