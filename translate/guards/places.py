"""Places: a country, a city or a people in the target that the source does not speak of was made up.

Small models put a frequent place where they do not know a name. Only places of the table are seen, in either language.
"""

from __future__ import annotations

from functools import lru_cache

from article.homographs import other_words
from article.names import THRESHOLD, name_matches
from article.places import country_of, places_in, places_named
from base.languages import Language
from translate.guards.finding import Finding
from translate.scripts import arabic_words, latin_words


def check_places(source: str, target: str, target_language: Language) -> tuple[Finding, ...]:
    """Report each place of the target that the source neither names nor spells something like."""
    found = places_named(target, target_language)
    if not found:
        return ()
    known = places_in(source)
    words = _names(source, target_language)
    return tuple(
        Finding("name", word, cost=2)
        for word, place in found
        if not known & {place, country_of(place)} and not _is_spelled(word, words, target_language)
    )


@lru_cache(maxsize=256)
def _names(source: str, target_language: Language) -> tuple[str, ...]:
    """Return the words of the source that may be the place in a spelling that the table has not."""
    if target_language == "en":
        return tuple(word for word in arabic_words(source) if len(word) > 2 and word not in other_words(source))
    return tuple(word for word in latin_words(source) if word[:1].isupper())


def _is_spelled(word: str, names: tuple[str, ...], language: Language) -> bool:
    pairs = ((name, word) if language == "en" else (word, name) for name in names)
    return any(name_matches(arabic, english) >= THRESHOLD for arabic, english in pairs)
