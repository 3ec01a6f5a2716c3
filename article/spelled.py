"""Integers in words: English, and Arabic with the agreement of Modern Standard Arabic."""

from __future__ import annotations

from typing import Final, Literal

from article.numerals import listed
from article.numerals_en import SCALES, TENS, UNITS
from base.languages import Language

Gender = Literal["masculine", "feminine"]
Case = Literal["nominative", "oblique"]

LARGEST: Final = 10**15 - 1

_STEMS: Final = listed("_ _ _ ثلاث أربع خمس ست سبع ثماني تسع عشر")
_TENS: Final = listed("_ _ عشر ثلاث أربع خمس ست سبع ثمان تسع")
_HUNDREDS: Final = listed("_ مئة مئت ثلاثمئة أربعمئة خمسمئة ستمئة سبعمئة ثمانمئة تسعمئة")
_SCALES: Final = (
    (10**12, "تريليون", "تريليونات"),
    (10**9, "مليار", "مليارات"),
    (10**6, "مليون", "ملايين"),
    (1000, "ألف", "آلاف"),
)


def spelled(number: int, language: Language, *, gender: Gender = "masculine", case: Case = "oblique") -> str:
    """Return `number` in words, in the absolute state.

    `gender` is that of the Arabic noun that is counted: three to ten take the other one's form, one and two its own,
    and the scales are counted as masculine nouns. `case` chooses between عشرون and عشرين, مئتان and مئتين. English
    ignores both. Raises `ValueError` for numbers below zero or above `LARGEST`.
    """
    if not 0 <= number <= LARGEST:
        raise ValueError(f"{number} cannot be spelled: expected 0 to {LARGEST}")
    if language == "en":
        return _english(number)
    return _arabic(number, gender, case) if number else "صفر"


def _english(number: int) -> str:
    parts = []
    for word, scale in reversed(SCALES.items()):
        if number >= scale:
            parts.append(f"{_english_below_thousand(number // scale)} {word}")
            number %= scale
    if number or not parts:
        parts.append(_english_below_thousand(number))
    return " ".join(parts)


def _english_below_thousand(number: int) -> str:
    if number >= 100:
        rest = f" and {_english_below_thousand(number % 100)}" if number % 100 else ""
        return f"{UNITS[number // 100]} hundred{rest}"
    if number < 20:
        return UNITS[number]
    unit = f"-{UNITS[number % 10]}" if number % 10 else ""
    return f"{TENS[number // 10 - 2]}{unit}"


def _arabic(number: int, gender: Gender, case: Case) -> str:
    parts = []
    for scale, one, many in _SCALES:
        if number >= scale:
            parts.append(_arabic_scale(number // scale, one, many, case))
            number %= scale
    if number:
        parts.append(_arabic_below_thousand(number, gender, case))
    return " و".join(parts)


def _arabic_scale(count: int, one: str, many: str, case: Case) -> str:
    """Return `count` thousands (millions ...): singular, dual, plural of 3 to 10, accusative of 11 to 99, singular."""
    if count == 1:
        return one
    if count == 2:
        return one + _dual(case)
    noun = many if 3 <= count % 100 <= 10 else f"{one}ا" if count % 100 > 10 else one
    return f"{_arabic_below_thousand(count, 'masculine', case)} {noun}"


def _arabic_below_thousand(number: int, gender: Gender, case: Case) -> str:
    hundreds, rest = divmod(number, 100)
    parts = []
    if hundreds:
        parts.append(_HUNDREDS[hundreds] + (_dual(case) if hundreds == 2 else ""))
    if rest:
        parts.append(_arabic_below_hundred(rest, gender, case))
    return " و".join(parts)


def _arabic_below_hundred(number: int, gender: Gender, case: Case) -> str:
    tens, unit = divmod(number, 10)
    if number <= 10:
        return _arabic_unit(number, gender, case)
    if tens == 1:
        ten = "عشر" if gender == "masculine" else "عشرة"
        one = {"masculine": "أحد", "feminine": "إحدى"}[gender]
        two = ("اثن" if gender == "masculine" else "اثنت") + ("ا" if case == "nominative" else "ي")
        return f"{one if unit == 1 else two if unit == 2 else _arabic_unit(unit, gender, case)} {ten}"
    ending = "ون" if case == "nominative" else "ين"
    if not unit:
        return _TENS[tens] + ending
    first = "إحدى" if unit == 1 and gender == "feminine" else _arabic_unit(unit, gender, case)
    return f"{first} و{_TENS[tens]}{ending}"


def _arabic_unit(number: int, gender: Gender, case: Case) -> str:
    if number == 1:
        return "واحد" if gender == "masculine" else "واحدة"
    if number == 2:
        return ("اثن" if gender == "masculine" else "اثنت") + _dual(case)
    return _STEMS[number] + ("ة" if gender == "masculine" else "")


def _dual(case: Case) -> str:
    return "ان" if case == "nominative" else "ين"
