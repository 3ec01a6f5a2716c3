"""Names in a summary sentence, and whether the article has them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from article.first_names import is_first_name
from article.gazetteer import arabic_forms, english_forms
from article.names import name_matches
from article.places import country_of, place_of
from base.languages import Language
from summarize.geography import country_named, implied_countries
from summarize.lexicon import COMMON_OPENERS, SPEECH, STOP_WORDS, TITLES, WEEKDAYS, fold, wordset
from summarize.overlap import is_content, keys, spelled_words

_SAME_NAME: Final = 0.8
_MONTHS: Final = wordset(
    "january february march april may june july august september october november december"
    " jan feb mar apr jun jul aug sep sept oct nov dec"
)
_FORMAL: Final = wordset(
    """mr mrs ms dr sir prof col gen lt capt rev sheikh lord lady dame pope i gov sen rep amb adm maj sgt cmdr hon st
    no vs inc corp ltd co"""
)
_PARTICLES: Final = wordset("pro anti ex non post pre mid al el ul ad ar as born based led backed held style era wide")
_PHRASES: Final = {
    "الولايات المتحدة": "united states",
    "United States": "united states",
    "المملكة المتحدة": "britain",
    "United Kingdom": "britain",
}
_CAPITAL: Final = re.compile(r"(?:[ae]l-)?[A-Z][\w'-]*")
_PLURAL_ACRONYM: Final = re.compile(r"[A-Z\d-]{2,}s")
_COMMON_ENDING: Final = re.compile(r".*(?:ing|ed|ly|tion|ment|ness|ists|ers|s)$")
_ALSO_CALLED: Final = {
    "ceo": ("chief executive",), "cfo": ("chief financial",), "pentagon": ("defense department", "defence department",
    "department of defense"), "ngo": ("nongovernmental", "non governmental"), "id": ("identity", "identification"),
    "oscar": ("academy award",), "oscars": ("academy award",), "downing": ("prime minister",), "kremlin": ("russian",),
    "gdp": ("gross domestic",), "afp": ("france presse",), "tv": ("television",), "pm": ("prime minister",),
    "phd": ("doctorate",), "ai": ("artificial intelligence",), "gp": ("doctor",), "covid": ("coronavirus",),
}  # fmt: skip
"""Short names and what texts write in full."""
_SHORT: Final = 4
_ABBREVIATED: Final = 3
_ALSO_WORDS: Final = wordset(
    "حسن أسماء سعيد كريم جميل جميلة أمل نور سعاد رضا صلاح جهاد نضال وسام كامل فارس عادل ماجد شاكر مالك بدر"
)
"""First names that are common words too: alone, without a name beside them, they name nobody."""


@dataclass(frozen=True, slots=True)
class Name:
    """A word that names somebody or something, as spelled, with its position among the sentence's words."""

    text: str
    position: int


@dataclass(frozen=True, eq=False)
class NamePool:
    """The words of an article, to look names up in: own language, other language, and initials of runs."""

    own: frozenset[str]
    places: frozenset[str]
    capitals: tuple[str, ...]
    arabic: tuple[str, ...]
    initials: frozenset[str]
    running: str
    known: frozenset[str]
    implied: frozenset[str]
    acronyms: str

    @classmethod
    def of(cls, texts: Iterable[tuple[str, Language]]) -> NamePool:
        """Collect the words of texts in either language."""
        own: set[str] = set()
        places: set[str] = set()
        capitals: dict[str, None] = {}
        arabic: dict[str, None] = {}
        initials: set[str] = set()
        known: set[str] = set()
        implied: set[str] = set()
        running = []
        for text, language in texts:
            spelled = spelled_words(text)
            running.append(" ".join(fold(word.casefold()) for word in spelled))
            for word in spelled:
                own.update(keys(word.casefold()))
                if place := place_of(word) if word != "us" else None:
                    places.update((place, country_of(place)))
            implied.update(implied_countries(text, spelled))
            places.update(place for phrase, place in _PHRASES.items() if phrase in text)
            if language == "en":
                capitals.update(dict.fromkeys(word for word in spelled if _CAPITAL.match(word)))
                known.update(word for word in spelled[1:] if _CAPITAL.match(word))
                initials.update(_initials(spelled))
            else:
                arabic.update(dict.fromkeys(word for word in spelled if is_content(word, "ar")))
                known.update(keys(name.text)[0] for name in _arabic(spelled, None))
        folded = f" {' '.join(running)} "
        acronyms = "".join(word[0] for word in folded.split() if word not in STOP_WORDS["en"])
        sets = frozenset(own), frozenset(places), tuple(capitals), tuple(arabic), frozenset(initials)
        return cls(*sets, folded, frozenset(known), frozenset(implied), acronyms)

    def has_run(self, name: str, language: Language) -> bool:
        """Say whether the article has a name of several words as the other language's table has it: UN, White House."""
        if _PHRASES.get(name) in self.places:
            return True
        letters = "".join(word[0] for word in name.split() if word[:1].isupper()).casefold()
        if language == "en" and len(letters) > 1 and {letters, ".".join(letters)} & self.own:
            return True
        forms = arabic_forms(name) if language == "en" else english_forms(name)
        return any(" ".join(fold(word) for word in form).removeprefix("ال") in self.running for form in forms)

    def has(self, name: str, language: Language) -> bool:
        """Say whether the article has this name in any form or in the other script."""
        if any(key in self.own for key in keys(name.casefold()) if key[0] != "~"):
            return True
        place = country_named(name)
        if place is not None and (place in self.places or country_of(place) in self.places or place in self.implied):
            return True
        if language == "en":
            plain = name.removesuffix("'s").replace(".", "")
            plain = plain[:-1] if _PLURAL_ACRONYM.fullmatch(plain) else plain
            if any(f" {words}" in self.running for words in _ALSO_CALLED.get(plain.casefold(), ())):
                return True
            if plain.casefold() in self.own:
                return True
            if plain.isupper() and (plain in self.initials or self._spells(plain.casefold())):
                return True
            if _ABBREVIATED <= len(plain) <= _SHORT and any(_shortened(plain, word) for word in self.capitals):
                return True
            parts = [part for part in plain.split("-") if part.casefold() not in _PARTICLES]
            if "-" in plain and all(self.has(part, language) for part in parts):
                return True
            return any(_matches(word, plain) for word in self.arabic)
        return any(_matches(name, word) for word in self.capitals)

    def _spells(self, acronym: str) -> bool:
        """Say whether words of the article, one after the other, begin with these letters: GDP."""
        return len(acronym) >= _ABBREVIATED and acronym in self.acronyms

    def is_known_name(self, word: str) -> bool:
        """Say whether an Arabic word is a name elsewhere in the article, or spells a capital of its translation."""
        return keys(word)[0] in self.known or any(
            _matches(word, capital) for capital in self.capitals if len(capital) > 3
        )


@lru_cache(maxsize=1 << 12)
def names(text: str, language: Language, pool: NamePool) -> tuple[Name, ...]:
    """Return the words of `text` that are names; English by capitals, Arabic by lists, titles and the pool."""
    spelled = spelled_words(text)
    return _english(spelled, pool) if language == "en" else _arabic(spelled, pool)


def runs(found: Sequence[Name]) -> Iterator[tuple[Name, ...]]:
    """Yield names that stand side by side as one."""
    run: list[Name] = []
    for name in found:
        if run and name.position != run[-1].position + 1:
            yield tuple(run)
            run = []
        run.append(name)
    if run:
        yield tuple(run)


def _english(spelled: Sequence[str], pool: NamePool) -> tuple[Name, ...]:
    found = []
    for position, word in enumerate(spelled):
        if not _CAPITAL.match(word) or _is_common(word):
            continue
        if position == 0 and word not in pool.known and not _opens_with_name(spelled, pool):
            continue
        found.append(Name(word.removesuffix("'s"), position))
    return tuple(found)


def _is_common(word: str) -> bool:
    lower = word.casefold().removesuffix("'s")
    return (
        lower in STOP_WORDS["en"]
        or lower in WEEKDAYS
        or lower in _MONTHS
        or lower in _FORMAL
        or lower in COMMON_OPENERS
    )


def _opens_with_name(spelled: Sequence[str], pool: NamePool) -> bool:
    """Say whether the capital of the first word is more than the sentence's.

    Before a name that the article has without it, the word says what somebody is: Director, Fellow, Seventeen.
    """
    first = spelled[0]
    if place_of(first) or first[1:] != first[1:].casefold():
        return True
    if len(spelled) < 2:
        return False
    if _CAPITAL.match(spelled[1]) and not _is_common(spelled[1]):
        pair = f" {fold(first.casefold())} {fold(spelled[1].casefold())} "
        return pair in pool.running or not pool.has(spelled[1], "en")
    return spelled[1].casefold() in SPEECH["en"] and not _COMMON_ENDING.match(first)


def _arabic(spelled: Sequence[str], pool: NamePool | None) -> tuple[Name, ...]:
    """Return the Arabic words that are names by a list, by the word before, or elsewhere in the pool's article."""
    found: list[Name] = []
    for position, word in enumerate(spelled):
        if not is_content(word, "ar") or fold(word) in WEEKDAYS or any(letter.isdigit() for letter in word):
            continue
        latin = word[0].isascii() and word[0].isupper()
        listed = place_of(word) is not None or (is_first_name(word) and not _is_word_here(spelled, position))
        if latin or listed or _introduced(spelled, position) or (pool is not None and pool.is_known_name(word)):
            found.append(Name(word, position))
    return tuple(found)


def _is_word_here(spelled: Sequence[str], position: int) -> bool:
    """Say whether a first name that is a common word too stands without a name beside it."""
    if fold(spelled[position]).removeprefix("و") not in _ALSO_WORDS:
        return False
    beside = (spelled[at] for at in (position - 1, position + 1) if 0 <= at < len(spelled))
    return not any(is_first_name(word) or fold(word) in TITLES for word in beside)


def _shortened(short: str, word: str) -> bool:
    """Say whether a name is the first letters of a longer one: Fed, Federal."""
    return len(word) >= len(short) + 3 and word.startswith(short)


def _introduced(spelled: Sequence[str], position: int) -> bool:
    """Say whether the word before makes this one a name: a title, or a given name."""
    word = fold(spelled[position])
    if position == 0 or word.startswith(("ال", "لل", "و", "بال")) or word in TITLES or len(word) < 3:
        return False
    before = spelled[position - 1]
    if fold(before) in TITLES:
        return not word.endswith(("يه", "ات", "ون", "ين"))
    is_word = word[0] in "بلكي" or word.endswith(("ا", "ه", "ات", "ون", "ين")) or word in SPEECH["ar"]
    return is_first_name(before) and not is_word


def _initials(spelled: Sequence[str]) -> set[str]:
    """Return the initials of every run of capitalised words: UN for United Nations."""
    found: set[str] = set()
    run = ""
    for word in (part for whole in (*spelled, "") for part in whole.split("-")):
        if _CAPITAL.match(word):
            run += word[0]
        elif word.casefold() not in ("of", "the", "and", "for", "al", "el"):
            found.update(run[start:end] for start in range(len(run)) for end in range(start + 2, len(run) + 1))
            run = ""
    return found


@lru_cache(maxsize=1 << 16)
def _matches(arabic: str, english: str) -> bool:
    return len(arabic) >= 3 and len(english) >= 3 and name_matches(arabic, english) >= _SAME_NAME
