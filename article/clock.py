"""Times of day of both languages."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from article.numerals import Numeral, listed
from article.tokens import Token, adjacent, key_at

_HOURS: Final = listed("_ one two three four five six seven eight nine ten eleven twelve")
_DIGITS: Final = frozenset(str(hour) for hour in range(1, 13))


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A time of day, hours 0..23 as far as the text tells morning from afternoon."""

    hour: int
    minute: int = 0


def read_time(tokens: list[Token], index: int, numeral: Numeral) -> tuple[ClockTime, int] | None:
    """Return (time, end) of `10:30`, `7 p.m.`, or an Arabic hour with its half, third or quarter."""
    if key_at(tokens, numeral.end) in ("past", "to"):
        return _past_or_to(tokens, numeral)
    if numeral.value.denominator > 1 or numeral.value > 24 or numeral.scale > 1:
        return _four_digits(tokens, index)
    hour = int(numeral.value)
    if numeral.ordinal:
        return _spoken_time(tokens, hour, numeral.end)
    minute, end = _minutes(tokens, index)
    afternoon = _meridiem(tokens, end)
    if afternoon:
        hour = hour % 12 + 12 * (afternoon[0] == "p")
        return ClockTime(hour, minute), afternoon[1]
    return (ClockTime(hour % 24, minute), end) if end > index + 1 else None


def _past_or_to(tokens: list[Token], numeral: Numeral) -> tuple[ClockTime, int] | None:
    """Return the time of `half past six` or `quarter to nine`."""
    word = key_at(tokens, numeral.end + 1)
    hour = int(word) if word in _DIGITS else _HOURS.index(word) if word in _HOURS else 0
    if numeral.value not in (Fraction(1, 2), Fraction(1, 4)) or not 1 <= hour <= 12:
        return None
    minutes = int(numeral.value * 60)
    if key_at(tokens, numeral.end) == "past":
        return ClockTime(hour, minutes), numeral.end + 2
    return ClockTime(hour - 1, 60 - minutes), numeral.end + 2


def _four_digits(tokens: list[Token], index: int) -> tuple[ClockTime, int] | None:
    """Return the time of `0831` or `1645 GMT`."""
    key, hour_before = tokens[index].key, key_at(tokens, index - 1) == "الساعه"
    key = key.replace(".", "") if key[2:3] == "." else key
    if len(key) != 4 or not key.isascii() or not key.isdecimal() or int(key[:2]) > 23 or int(key[2:]) > 59:
        return None
    zone = key_at(tokens, index + 1) in listed("gmt utc بتوقيت جرينتش غرينتش تغ")
    if not (zone or hour_before or (tokens[index].key == key[:4] and key.startswith("0"))):
        return None
    return ClockTime(int(key[:2]), int(key[2:])), index + 1


def _minutes(tokens: list[Token], index: int) -> tuple[int, int]:
    key = key_at(tokens, index + 2)
    timed = key_at(tokens, index + 1) == ":" and adjacent(tokens, index + 1) and adjacent(tokens, index + 2)
    if timed and len(key) == 2 and key.isascii() and key.isdecimal() and int(key) < 60:
        return int(key), index + 3
    return 0, index + 1


def _meridiem(tokens: list[Token], index: int) -> tuple[str, int] | None:
    key = key_at(tokens, index)
    if key in ("am", "pm"):
        return key[0], index + 1
    if key in ("a", "p") and key_at(tokens, index + 1) == "." and key_at(tokens, index + 2) == "m":
        return key, index + 3 + (key_at(tokens, index + 3) == ".")
    return None


def _spoken_time(tokens: list[Token], hour: int, end: int) -> tuple[ClockTime, int] | None:
    parts = {"والنصف": 30, "ونصف": 30, "والربع": 15, "وربع": 15, "والثلث": 20, "وثلث": 20}
    key = key_at(tokens, end)
    if hour > 12 or hour < 1:
        return None
    if key in parts:
        return ClockTime(hour, parts[key]), end + 1
    before = {"ربعا": 45, "الربع": 45, "ربع": 45, "ثلثا": 40, "الثلث": 40, "ثلث": 40}.get(key_at(tokens, end + 1))
    return (ClockTime((hour - 1) % 24, before), end + 2) if key == "الا" and before else None
