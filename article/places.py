"""Which place a single word names, in either language: the city or country itself, or its people."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final

from article.gazetteer import DEMONYMS
from article.place_table import PLACES
from article.tokens import fold, tokenise

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
"""Names that are common words as well (city, kingdom, floods): alone they name nothing."""
_NEVER: Final = frozenset(("اليمنى", "واليمنى", "باليمنى", "مجريات", "ومجريات"))
_HAMZA: Final = str.maketrans("ؤئء", "ويا")


@lru_cache(maxsize=1 << 14)
def place_of(word: str) -> str | None:
    """Return the place that a word names, also with an Arabic prefix or nisba ending; None for other words.

    Places go by their English name in lower case; those that share a spelling in one of the languages by one name.
    """
    if word in _NEVER:
        return None
    folded, table = _key(word), _table()[0]
    for form in (*_bare(folded), folded.removesuffix("'s"), folded.removesuffix("s")):
        if form in table:
            return table[form]
    return None


def country_of(place: str) -> str:
    """Return the country whose government news calls by this capital (`cairo` for Egypt), else the place itself."""
    return _CAPITALS.get(place, place)


@lru_cache(maxsize=256)
def places_in(text: str) -> frozenset[str]:
    """Return the places that a text in either language speaks of by names of one word or several, and their countries.

    Lower-case English words count as well: this is for saying that a text does not speak of a place.
    """
    tokens = [token for token in tokenise(text.replace(".", "")) if token.kind == "word"]
    running = " ".join(_key(token.text) for token in tokens)
    found = {place for token in tokens if (place := place_of(token.text))}
    found |= {place for phrase, place in _table()[1].items() if phrase in running}
    return frozenset(found) | frozenset(map(country_of, found))


@cache
def _table() -> tuple[dict[str, str], dict[str, str]]:
    """Return folded words of either language -> the place's name, and the same for names of several words."""
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
    common = {_key(word) for word in _COMMON}
    words = {form: place for form, place in names.items() if " " not in form and form not in common}
    return words, {form.removeprefix("ال"): place for form, place in names.items() if " " in form}


def _key(form: str) -> str:
    return fold(form.strip().casefold()).translate(_HAMZA).rstrip(".")


def _bare(word: str) -> list[str]:
    """Return the forms a place name can have without what Arabic writes onto it."""
    forms = [word]
    if len(word) > 4 and word[0] in "وبلكف":
        forms.append(word[1:])
    for form in tuple(forms):
        for prefix, replacement in (("ال", ""), ("لل", ""), ("لل", "ال")):
            if form.startswith(prefix) and len(form) - len(prefix) >= 3:
                forms.append(replacement + form[len(prefix) :])
    for form in tuple(forms):
        for suffix in ("يين", "يون", "يه", "يات", "ين", "ون", "ه"):
            if form.endswith(suffix) and len(form) - len(suffix) >= 3:
                bare = form.removesuffix(suffix)
                forms.append(bare if bare.endswith("ي") else f"{bare}ي")
    return forms
