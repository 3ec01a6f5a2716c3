"""How alike an Arabic and a Latin spelling of one name are: weighted edit distance over sounds.

Arabic writes consonants and long vowels; Latin spellings write all vowels, and each consonant in several ways. Letters
are therefore compared by a table of sounds, vowels cost little, and the article is optional. After Freeman, Condon and
Ackerman (2006), *Cross linguistic name matching in English and Arabic*, with a table of our own.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Final, NamedTuple

from article.tokens import fold

# Arabic letter: Latin units that sound like it, each with its cost in hundredths; a unit without a cost is free.
_SOUNDS: Final = {
    "ب": "b p v40",
    "پ": "p b20",
    "ت": "t th30 d60",
    "ث": "th s20 t30 ç30",
    "ج": "j g zh10 ch30 gh40 y60 k60",
    "چ": "ch j30 sh20 ç20 k50",
    "ح": "h kh50",
    "خ": "kh h40 k40 j20 ch30 g60",
    "د": "d dh30 t60",
    "ذ": "dh th10 z20 d20",
    "ر": "r",
    "ز": "z s30 dh40 th50 ç40 zh40",
    "ژ": "zh j20 z30 g30",
    "س": "s ç z20 sh50 th40",
    "ش": "sh ch10 s40 j40 ç40 zh30",
    "ص": "s z40 ç20",
    "ض": "d dh10 z30",
    "ط": "t d60",
    "ظ": "z dh th20 d30",
    "غ": "gh g j40 r60 k60 h60",
    "گ": "g k40 j40",
    "ف": "f v p50 w50",
    "ڤ": "v w30 f20",
    "ق": "q k g20 gh40",
    "ك": "k q10 g30 ch40 ç30 kh40",
    "ل": "l",
    "م": "m n60",
    "ن": "n m60",
    "ه": "h A30 I40",
    "و": "w U v30 A45 I55 E40",
    "ي": "y I E10 A35 j30 U55",
    "ا": "A E10 I20 U20",
    "ة": "A t10 h10 E10",
    "ع": "A10 E10 I10 U10 h60",
    "ء": "A10 E10 I10 U10 y40",
}
_ARABIC_GAPS: Final = {"ا": 15, "و": 45, "ي": 35, "ه": 40, "ة": 10, "ع": 25, "ء": 20, "ت": 90}
_LATIN_GAPS: Final = {"A": 15, "E": 12, "I": 18, "U": 25, "h": 40, "w": 60, "y": 45, "gh": 60}
_SILENT_AT_END: Final = {"t": 50, "s": 55, "d": 60, "z": 60, "r": 70}
_FULL: Final = 100
_ARTICLE_GAP: Final = 10

_UNITS: Final = (
    *(
        ("tsch", "ch"),
        ("sch", "sh"),
        ("tch", "ch"),
        ("sh", "sh"),
        ("ch", "ch"),
        ("kh", "kh"),
        ("gh", "gh"),
        ("th", "th"),
    ),
    *(("dh", "dh"), ("ph", "f"), ("zh", "zh"), ("ck", "k"), ("dj", "j"), ("dg", "j"), ("cz", "ch"), ("cs", "ch")),
    *(("qu", "k w"), ("x", "k s"), ("ce", "ç E"), ("ci", "ç I"), ("cy", "ç I"), ("c", "k"), ("ç", "ç"), ("ß", "s")),
    *(
        ("ñ", "n I"),
        ("ğ", "gh"),
        ("ş", "sh"),
        ("č", "ch"),
        ("š", "sh"),
        ("ž", "zh"),
        ("ř", "r"),
        ("ć", "ch"),
        ("ł", "l"),
        ("đ", "d"),
        ("ø", "U"),
        ("æ", "A"),
        ("œ", "U"),
        ("ı", "I"),
        ("ð", "dh"),
        ("þ", "th"),
    ),
)
_UNIT_OF: Final = dict(_UNITS)
_LATIN_UNIT: Final = re.compile("|".join(sorted(_UNIT_OF, key=len, reverse=True)) + "|[aeiouy]+|[a-z]")
_VOWELS: Final = frozenset("aeiou")
_ARABIC_UNITS: Final = (("تش", "چ"), ("دج", "ج"), ("كس", "كس"), ("ئ", "ء"), ("ؤ", "ء"), ("ه$", "ه"))
_LETTERS: Final = re.compile("[^ء-يپچژڤگ]")


class _Sounds(NamedTuple):
    """The units of a spelling, what leaving out each costs, and what leaving out all costs."""

    units: tuple[str, ...]
    gaps: tuple[int, ...]
    weight: int


@cache
def _costs() -> dict[str, dict[str, int]]:
    return {
        letter: {sound.rstrip("0123456789"): int(re.sub(r"\D", "", sound) or 0) for sound in sounds.split()}
        for letter, sounds in _SOUNDS.items()
    }


@lru_cache(maxsize=8192)
def _arabic(word: str) -> _Sounds:
    """Return the sounds of one Arabic word or of several joined ones."""
    feminine = word.rstrip().endswith("ة")
    parts = [_LETTERS.sub("", fold(part)) for part in re.split(r"[\s\-]+", word) if part]
    units: list[str] = []
    gaps: list[int] = []
    for part in parts:
        article = part.startswith("ال") and len(part) > 3
        letters = part.replace("تش", "چ").replace("ئ", "ء").replace("ؤ", "ء").replace("دج", "ج")
        for place, letter in enumerate(letters):
            if units and units[-1] == letter and letter not in "اوي":
                continue
            units.append(letter)
            gaps.append(_ARTICLE_GAP if article and place < 2 else _ARABIC_GAPS.get(letter, _FULL))
    if units and feminine and units[-1] == "ه":
        units[-1], gaps[-1] = "ة", _ARABIC_GAPS["ة"]
    return _Sounds(tuple(units), tuple(gaps), sum(gaps))


@lru_cache(maxsize=8192)
def _latin(name: str) -> _Sounds:
    """Return the sounds of one Latin word or of several joined ones."""
    units: list[str] = []
    gaps: list[int] = []
    for part in re.split(r"[\s\-–]+", _plain(name)):
        article = re.match(r"(?:a|e)(?:l|[trsdzn]|sh|th|dh)$", part) is not None
        first = len(units)
        for unit in _latin_units(part):
            if not units or units[-1] != unit:
                units.append(unit)
                gaps.append(_ARTICLE_GAP if article else _LATIN_GAPS.get(unit, _FULL))
        if len(units) - first > 2 and units[-1] in _SILENT_AT_END:
            gaps[-1] = _SILENT_AT_END[units[-1]]
    return _Sounds(tuple(units), tuple(gaps), sum(gaps))


def _plain(name: str) -> str:
    """Return the lower-case letters of a Latin name; those in the table keep their marks."""
    kept = (letter if letter in _UNIT_OF else unicodedata.normalize("NFKD", letter) for letter in name.casefold())
    return "".join(letter for letter in "".join(kept) if letter.isalpha() or letter in " -–")


def _latin_units(part: str) -> list[str]:
    units: list[str] = []
    for match in _LATIN_UNIT.finditer(part):
        found = match.group()
        if found in _UNIT_OF:
            units.extend(_UNIT_OF[found].split())
        elif found[0] in _VOWELS or found[0] == "y":
            units.extend(_vowels(found, match.start() == 0))
        else:
            units.append(found)
    return units


def _vowels(run: str, first: bool) -> list[str]:
    """Return the units of a run of vowels: y is a consonant before another one."""
    units: list[str] = []
    for place, letter in enumerate(run):
        before_vowel = place + 1 < len(run) and run[place + 1] in _VOWELS
        if letter == "y" and (before_vowel or (first and place == 0)):
            units.append("y")
        else:
            unit = {"a": "A", "e": "E", "i": "I", "y": "I", "o": "U", "u": "U"}[letter]
            if not units or units[-1] != unit:
                units.append(unit)
    return units


def similarity(arabic: str, latin: str) -> float:
    """Return how alike two spellings sound, 1 for the same, 0 for nothing in common; word order counts."""
    left, right = _arabic(arabic), _latin(latin)
    heavy = max(left.weight, right.weight)
    if not heavy or min(left.weight, right.weight) * 2 < heavy:
        return 0.0
    return max(0.0, 1 - _distance(left, right) / heavy)


def _distance(left: _Sounds, right: _Sounds) -> int:
    """Return the least cost, in hundredths, of turning one into the other; cells: letters times units."""
    costs = _costs()
    row = [0]
    for gap in right.gaps:
        row.append(row[-1] + gap)
    columns = list(zip(right.units, right.gaps, range(1, len(row)), strict=False))
    for letter, gap in zip(left.units, left.gaps, strict=True):
        sounds = costs.get(letter, {})
        diagonal, best = row[0], row[0] + gap
        fresh = [best]
        for unit, skip, column in columns:
            above = row[column]
            best += skip
            if above + gap < best:
                best = above + gap
            change = diagonal + sounds.get(unit, 120)
            if change < best:
                best = change
            fresh.append(best)
            diagonal = above
        row = fresh
    return row[-1]
