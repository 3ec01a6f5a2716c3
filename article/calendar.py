"""Dates, decades and weekdays of both languages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Final, NamedTuple

from article.months import MONTH_WORDS, WORDS_AFTER_MONTHS, Calendar, read_month
from article.numerals import Numeral, listed
from article.tokens import Token, adjacent, key_at, tokenise
from base.languages import Language

_WEEKDAYS: Final[dict[Language, tuple[str, ...]]] = {
    "en": tuple(
        f"{day} {day[:3]} {day}s" for day in listed("monday tuesday wednesday thursday friday saturday sunday")
    ),
    "ar": ("الاثنين", "الثلاثاء الثلاثا", "الاربعاء الاربعا", "الخميس", "الجمعه", "السبت", "الاحد"),
}
_DECADES: Final = dict(
    zip(
        listed("twenties thirties forties fifties sixties seventies eighties nineties"),
        range(20, 100, 10),
        strict=True,
    )
)
_ARABIC_DECADES: Final = dict(zip(listed("عشر ثلاث اربع خمس ست سبع ثمان تسع"), range(20, 100, 10), strict=True))
_DECADE: Final = re.compile("[وفبلك]?(?:ال|ل)?(عشر|ثلاث|اربع|خمس|ست|سبع|ثمان|تسع)يني?(ات|ي|يه)")
_CENTURY_NAMES: Final[dict[int, str]] = {
    13: "thirteenth 13th 13 الثالث_عشر",
    14: "fourteenth 14th 14 الرابع_عشر",
    15: "fifteenth 15th 15 الخامس_عشر",
    16: "sixteenth 16th 16 السادس_عشر",
    17: "seventeenth 17th 17 السابع_عشر",
    18: "eighteenth 18th 18 الثامن_عشر",
    19: "nineteenth 19th 19 التاسع_عشر",
    20: "twentieth 20th 20 العشرين last الماضي المنصرم",
    21: "twenty-first 21st 21 الحادي_والعشرين this current الحالي الجاري",
}
_CENTURIES: Final = {
    name.replace("_", " "): century for century, names in _CENTURY_NAMES.items() for name in names.split()
}
"""How the centuries that decades are named of are called; the last one is taken for the twentieth."""
_YEAR_LINKS: Final = frozenset(listed(", ، of in من عام سنه العام لعام لسنه"))
_PARTS_OF_MONTHS: Final = frozenset(listed("الاسبوع النصف الثلث الربع الجزء الشطر week half quarter part"))
_DAY_LINKS: Final = frozenset(listed("of the من شهر day يوم"))


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date, or the known part of one. `swapped` tells that day and month can be the other way around."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    calendar: Calendar = "gregorian"
    swapped: bool = False


class Weekday(NamedTuple):
    """A weekday of a text: Monday is 1 as in ISO 8601."""

    number: int
    start: int
    end: int


def read_date(
    tokens: list[Token], index: int, numeral: Numeral | None, language: Language
) -> tuple[PartialDate, int, bool] | None:
    """Return (date, end, soft) for the date at `index`; `numeral` is the number that starts there, if any."""
    if numeral is None:
        return _month_first(tokens, index, language)
    if tokens[index].kind == "number":
        date = _in_digits(tokens, index)
        if date:
            return date
    if numeral.value.denominator > 1 or not 1 <= numeral.value <= 31 or numeral.scale > 1:
        return None
    if key_at(tokens, index - 1) in _PARTS_OF_MONTHS:
        return None
    start = numeral.end
    while key_at(tokens, start) in _DAY_LINKS and start < numeral.end + 2:
        start += 1
    month = read_month(tokens, start, language)
    if month is None:
        return None
    year, end = _year(tokens, month.end)
    return PartialDate(year, month.number, int(numeral.value), month.calendar), end, False


def _month_first(tokens: list[Token], index: int, language: Language) -> tuple[PartialDate, int, bool] | None:
    month = read_month(tokens, index, language)
    if month is None:
        return None
    day, end = _day_after(tokens, month.end) if language == "en" else (None, month.end)
    year, end = _year(tokens, end)
    beside = key_at(tokens, index - 1) in MONTH_WORDS or key_at(tokens, month.end) in WORDS_AFTER_MONTHS
    firm = not month.ambiguous or day is not None or year is not None or beside
    return PartialDate(year, month.number, day, month.calendar), end, not firm


def _day_after(tokens: list[Token], index: int) -> tuple[int | None, int]:
    start = index + 1 if key_at(tokens, index) == "the" else index
    key = key_at(tokens, start)
    if not key.isdecimal() or not key.isascii() or len(key) > 2 or not 1 <= int(key) <= 31:
        return None, index
    if key_at(tokens, start + 1) == ":":
        return None, index
    suffix = key_at(tokens, start + 1) in ("st", "nd", "rd", "th") and adjacent(tokens, start + 1)
    return int(key), start + 1 + suffix


def _year(tokens: list[Token], index: int) -> tuple[int | None, int]:
    start = index
    while key_at(tokens, start) in _YEAR_LINKS and start < index + 2:
        start += 1
    key = key_at(tokens, start)
    if len(key) == 4 and key.isascii() and key.isdecimal() and 1000 <= int(key) < 3000:
        return int(key), start + 1
    return None, index


def _in_digits(tokens: list[Token], index: int) -> tuple[PartialDate, int, bool] | None:
    """Return the date of `10/9/2023`, `2023-09-10`, `10.9.2023` or `30/11`."""
    keys = [key_at(tokens, index + offset) for offset in range(5)]
    mark = keys[1]
    if mark not in ("/", "-", ".") or not (mark == "/" or all(adjacent(tokens, index + n) for n in (1, 2, 3, 4))):
        return None
    if mark != keys[3]:
        return _day_and_month(tokens, index) if mark == "/" else None
    numbers = [int(key) for key in keys[::2] if key.isascii() and key.isdecimal() and len(key) <= 4]
    if len(numbers) < 3:
        return None
    year, month, day = numbers if numbers[0] > 31 else reversed(numbers)
    swapped = numbers[0] <= 12 and day != month
    if month > 12 >= day:
        month, day, swapped = day, month, False
    if not (1 <= month <= 12 and 1 <= day <= 31) or (year < 100 and mark == "-"):
        return None
    calendar: Calendar = "hijri" if 1300 <= year <= 1500 else "gregorian"
    return PartialDate(year, month, day, calendar, swapped), index + 5, False


def _day_and_month(tokens: list[Token], index: int) -> tuple[PartialDate, int, bool] | None:
    """Return the date of `30/11`; fractions and `24/7` are none. Day and month can always be the other way around."""
    keys = key_at(tokens, index), key_at(tokens, index + 2)
    if not all(key.isascii() and key.isdecimal() and len(key) <= 2 for key in keys):
        return None
    day, month = (int(key) for key in keys)
    if not (adjacent(tokens, index + 1) and adjacent(tokens, index + 2)) or (day, month) == (24, 7):
        return None
    if month > 12 >= day:
        day, month = month, day
    fraction = day < month <= 5
    return (
        (PartialDate(None, month, day, swapped=True), index + 3, False)
        if 0 < month <= 12 and 0 < day <= 31 and not fraction
        else None
    )


def read_decade(tokens: list[Token], index: int, language: Language) -> tuple[Fraction, int, bool] | None:
    """Return (decade, end, soft): 1990 for `1990s`, 90 for `nineties`; in Arabic, with the century that follows."""
    token = tokens[index]
    if language == "ar":
        match = _DECADE.fullmatch(token.key) if token.kind == "word" and "ين" in token.key else None
        if match is None:
            return None
        return *_in_century(tokens, _ARABIC_DECADES[match[1]], index + 1), match[2] != "ات"
    if token.kind == "number":
        decade = token.key.isdecimal() and len(token.key) <= 4 and token.key.endswith("0") and int(token.key) > 0
        start = index + 1 + (key_at(tokens, index + 1) in ("'", "’"))
        plural = key_at(tokens, start) == "s" and adjacent(tokens, index + 1) and adjacent(tokens, start)
        return (Fraction(int(token.key)), start + 1, False) if decade and plural else None
    value = _DECADES.get(token.key)
    return (*_in_century(tokens, value, index + 1), False) if value else None


def _in_century(tokens: list[Token], decade: int, index: int) -> tuple[Fraction, int]:
    """Return (decade, end): 1980 where `of the last century` or `القرن العشرين` follows the eighties, else 80."""
    century, end = _century(tokens, index)
    return Fraction(100 * (century - 1) + decade if century else decade), end


def _century(tokens: list[Token], index: int) -> tuple[int, int]:
    """Return (20, end) for `of the 20th century`, `القرن الماضي`; (0, index) when no such century follows."""
    if key_at(tokens, index) == "of":
        start = index + 1 + (key_at(tokens, index + 1) == "the")
        for size in (1, 2, 3):
            if key_at(tokens, start + size) == "century":
                name = "".join(token.key for token in tokens[start : start + size])
                return (_CENTURIES[name], start + size + 1) if name in _CENTURIES else (0, index)
    start = index + (key_at(tokens, index) == "من")
    if key_at(tokens, start) == "القرن":
        for size in (1, 2):
            name = " ".join(token.key for token in tokens[start + 1 : start + 1 + size]).removeprefix("ال ")
            if name in _CENTURIES:
                return _CENTURIES[name], start + 1 + size
    return 0, index


def weekdays(text: str, language: Language) -> tuple[Weekday, ...]:
    """Return the weekdays of `text` in order. English ones are capitalised; Arabic ones need the article."""
    names = _weekday_names(language)
    return tuple(
        Weekday(names[token.key], token.start, token.end)
        for token in tokenise(text)
        if token.key in names and (language == "ar" or token.text[0].isupper())
    )


@cache
def _weekday_names(language: Language) -> dict[str, int]:
    names = {name: n for n, line in enumerate(_WEEKDAYS[language], 1) for name in line.split()}
    if language == "ar":
        names |= {prefix + name: n for prefix in "وفبلك" for name, n in names.items() if prefix != "ل"}
        names |= {
            prefix + name[2:]: n for name, n in names.items() for prefix in ("لل", "ولل") if name.startswith("ال")
        }
    else:
        names = {name: n for name, n in names.items() if name not in listed("sat sun mon wed fri")}
    return names
