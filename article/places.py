"""Which place a single word names, in either language: the city or country itself, or its people."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final, NamedTuple

from article.gazetteer import DEMONYMS
from article.homographs import is_doubtful, is_other_word
from article.place_table import PLACES
from article.tokens import Token, fold, tokenise
from base.languages import Language

_CAPITALS: Final = {
    "cairo": "egypt",
    "damascus": "syria",
    "beirut": "lebanon",
    "jerusalem": "israel",
    "baghdad": "iraq",
    "riyadh": "saudi arabia",
    "sanaa": "yemen",
    "doha": "qatar",
    "manama": "bahrain",
    "abu dhabi": "united arab emirates",
    "khartoum": "sudan",
    "rabat": "morocco",
    "tripoli": "libya",
    "ankara": "turkey",
    "tehran": "iran",
    "kabul": "afghanistan",
    "new delhi": "india",
    "beijing": "china",
    "tokyo": "japan",
    "moscow": "russia",
    "kyiv": "ukraine",
    "berlin": "germany",
    "paris": "france",
    "london": "britain",
    "rome": "italy",
    "madrid": "spain",
    "lisbon": "portugal",
    "athens": "greece",
    "brussels": "belgium",
    "washington": "united states",
    "england": "britain",
}
_PARTS: Final = {"dhabi": "abu dhabi", "ظبي": "abu dhabi", "arabia": "saudi arabia", "york": "new york"}
"""The word by which a name of two words is known."""
_COMMON: Final = frozenset(
    ("المدينة", "المملكة", "الصحراء", "الضفة", "صور", "صيدا", "فارس", "كابل", "البندقية", "سيول", "سول", "مالي")
)
"""Names that are common words as well (city, kingdom, floods): alone they name nothing, though they may mean it."""
_NEVER: Final = frozenset(("وجده", "اليمنى", "واليمنى", "باليمنى", "مجريات", "ومجريات"))
_SHORTEST: Final = 3
_HAMZA: Final = str.maketrans("ؤئء", "ويا")


@lru_cache(maxsize=1 << 14)
def place_of(word: str) -> str | None:
    """Return the place that a word names, also with an Arabic prefix or nisba ending; None for other words.

    Places go by their English name in lower case; those that share a spelling in one of the languages by one name.
    """
    if word in _NEVER:
        return None
    folded, table = _key(word), _table().words
    for form in (*_bare(folded), folded.removesuffix("'s"), folded.removesuffix("s")):
        if form in table:
            return table[form]
    return None


def country_of(place: str) -> str:
    """Return the country whose government news calls by this capital (`cairo` for Egypt), else the place itself."""
    return _CAPITALS.get(place, place)


@lru_cache(maxsize=256)
def places_in(text: str) -> frozenset[str]:
    """Return the places that a text in either language may speak of, by one word or several, and their countries.

    This is for saying that a text does not speak of a place: lower-case English words count, and so do Arabic words
    that are mostly other words, but not a قطر that is a diameter where it stands.
    """
    tokens = [token for token in tokenise(text.replace(".", "")) if token.kind != "mark"]
    running = " ".join(_key(token.text) for token in tokens)
    found = {place for index, place in _placed(tokens) if not is_other_word(tokens, index)}
    found |= {place for phrase, place in _table().phrases.items() if phrase in running}
    found |= {_table().common[key] for token in tokens for key in _bare(_key(token.text)) if key in _table().common}
    return frozenset(found) | frozenset(map(country_of, found))


def places_named(text: str, language: Language) -> tuple[tuple[str, str], ...]:
    """Return (word, place) for each word of a text that surely names a place, each word once, in order.

    An English name has a capital (`US` two). An Arabic word that is mostly another one is left out, and so is one that
    stands where it is not the name (`article.homographs`), and a name of three letters with a fourth attached.
    """
    tokens = [token for token in tokenise(text) if token.kind != "mark"]
    found = {
        tokens[index].text: place
        for index, place in _placed(tokens)
        if (_is_written_as_name(tokens[index].text) if language == "en" else _is_sure(tokens, index))
    }
    return tuple(found.items())


def _placed(tokens: Sequence[Token]) -> list[tuple[int, str]]:
    return [(index, place) for index, token in enumerate(tokens) if (place := place_of(token.text))]


def _is_written_as_name(word: str) -> bool:
    return word[0].isupper() and word not in ("Us", "Uk")


def _is_sure(tokens: Sequence[Token], index: int) -> bool:
    key = tokens[index].key
    attached = len(key) == _SHORTEST + 1 and key not in _table().words
    return not key.isascii() and not attached and not is_doubtful(key) and not is_other_word(tokens, index)


class _Table(NamedTuple):
    """Folded form -> the place's name: of one word, of several, and of one that is a common word as well."""

    words: dict[str, str]
    phrases: dict[str, str]
    common: dict[str, str]


@cache
def _table() -> _Table:
    names: dict[str, str] = {}
    for line in PLACES.strip().splitlines():
        english, arabic = ([_key(form) for form in part.split(",")] for part in line.split("|"))
        known = next((names[form] for form in (*english, *arabic) if form in names), english[0])
        names.update(dict.fromkeys((*english, *arabic), known))
    names |= {word: names.get(place, place) for word, place in _PARTS.items()}
    for line in DEMONYMS.strip().splitlines():
        english, stems = ([_key(form) for form in part.split(",")] for part in line.split("|"))
        if english[-1] in names:
            country = names[english[-1]]
            names.update(dict.fromkeys((*english, *(f"{stem}ي" for stem in stems)), country))
    common = {key: names[key] for key in map(_key, _COMMON) if key in names}
    words = {form: place for form, place in names.items() if " " not in form and form not in common}
    return _Table(words, {form.removeprefix("ال"): place for form, place in names.items() if " " in form}, common)


def _key(form: str) -> str:
    return fold(form.strip().casefold()).translate(_HAMZA).rstrip(".")


def _bare(word: str) -> list[str]:
    """Return the forms a place name can have without what Arabic writes onto it."""
    forms = [word]
    if len(word) > _SHORTEST and word[0] in "وبلكف":
        forms.append(word[1:])
    for form in tuple(forms):
        for prefix, replacement in (("ال", ""), ("لل", ""), ("لل", "ال")):
            if form.startswith(prefix) and len(form) - len(prefix) >= 3:
                forms.append(replacement + form[len(prefix) :])
    for form in tuple(forms):
        for suffix in ("يين", "يون", "يه", "يات", "ين", "ون"):
            if form.endswith(suffix) and len(form) - len(suffix) >= 3:
                bare = form.removesuffix(suffix)
                forms.append(bare if bare.endswith("ي") else f"{bare}ي")
    return forms
