"""Which place a single word names, in either language: the city or country itself, or its people."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final

from article.gazetteer import DEMONYMS
from article.place_table import PLACES
from article.tokens import fold

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
_COMMON: Final = ["المدينة", "المملكة", "الصحراء", "الضفة", "صور", "صيدا", "فارس", "كابل", "البندقية", "سيول", "سول"]
"""Names that are common words as well (city, kingdom, floods): alone they name nothing."""
_HAMZA: Final = str.maketrans("ؤئء", "ويا")


@lru_cache(maxsize=1 << 14)
def place_of(word: str) -> str | None:
    """Return the place that a word names, also with an Arabic prefix or nisba ending; None for other words.

    Places go by their English name in lower case; those that share a spelling in one of the languages by one name.
    """
    folded = _key(word)
    table = _table()
    for form in (*_bare(folded), folded.removesuffix("'s"), folded.removesuffix("s")):
        if form in table:
            return table[form]
    return None


def country_of(place: str) -> str:
    """Return the country whose government news calls by this capital (`cairo` for Egypt), else the place itself."""
    return _CAPITALS.get(place, place)


@cache
def _table() -> dict[str, str]:
    """Return folded words of either language -> the place's name."""
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
    return {form: place for form, place in names.items() if " " not in form and form not in common}


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
                forms.extend((form.removesuffix(suffix), form.removesuffix(suffix) + "ي"))
    return forms
