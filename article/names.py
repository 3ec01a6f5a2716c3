"""Names of people, places and organisations: where a text has one, and whether the other language's text has it too."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from article.gazetteer import arabic_forms, english_forms, is_demonym, is_prefixed_form, words
from article.name_spans import ARABIC_PARTICLES, LINKS, PREFIX_LETTERS, is_spelled, name_spans
from article.tokens import Token, tokenise
from article.transliteration import similarity
from base.languages import Language

THRESHOLD: Final = 0.7
"""From this score on, two names are taken for the same one."""

_LONGEST_WINDOW: Final = 6
_ENGLISH_DEMONYM: Final = re.compile("([A-Z][a-z]{2,})(?:ian|ean|an|ese)s?")
_NISBA: Final = ("ي", "ية", "يين", "يون", "يا")


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a text; `text` is exactly the text's `start:end`, in code points.

    `spelled` is False for abbreviations and for names with words that other languages translate (Ministry of Health),
    when the table of frequent names does not have them: `find_name` cannot tell much about those.
    """

    text: str
    start: int
    end: int
    spelled: bool = True


def name_matches(arabic: str, english: str) -> float:
    """Return how surely an Arabic and an English spelling are of one name: 1 for sure, 0 for surely not.

    Names that are translated rather than spelled (`مصر`, Egypt) come from a table of frequent ones; all others are
    compared by sound. `THRESHOLD` is a good limit.
    """
    if words(arabic) in arabic_forms(english) or is_demonym(english, " ".join(words(arabic))):
        return 1.0
    score = similarity(arabic, english)
    demonym = _ENGLISH_DEMONYM.fullmatch(english)
    return max(score, similarity(arabic, f"{demonym[1]}i") - 0.03) if demonym and arabic.endswith(_NISBA) else score


def names(text: str, language: Language) -> tuple[Name, ...]:
    """Return the names of `text` in order.

    In English these are capitalised runs; in Arabic, which has no capitals, known names, what follows a title, and what
    holds a particle of personal names (`بن`, `عبد`). Not complete in Arabic.
    """
    tokens = tokenise(text)
    found = []
    for first, last in name_spans(tokens, language):
        start, end = tokens[first].start, tokens[last - 1].end
        end -= 2 * text[start:end].endswith(("'s", "’s"))
        found.append(Name(text[start:end], start, end, is_spelled(tokens[first:last], language)))
    return tuple(found)


def find_name(name: str, name_language: Language, text: str, text_language: Language) -> float:
    """Return how surely `text` has `name`: the best score of any run of its words, in [0, 1].

    Between languages as `name_matches`, with Arabic conjunctions and prepositions allowed before the name. For a name
    of several words, the mean of its words' best scores counts too, since texts call people by a part of their names.
    """
    tokens = [token for token in tokenise(text) if token.kind != "mark"]
    parts = [token for token in tokenise(name) if token.kind != "mark"]
    if not tokens or not parts:
        return 0.0
    if name_language == text_language:
        return _find_in_same_language(parts, tokens)
    if _find_in_table(name, name_language, tokens):
        return 1.0
    whole = _best_window([part.text for part in parts], name_language, tokens)
    content = [part for part in parts if part.key not in LINKS and part.key not in ARABIC_PARTICLES]
    if len(content) < 2 or whole >= THRESHOLD:
        return whole
    return max(whole, sum(_best_window([part.text], name_language, tokens) for part in content) / len(content))


def _find_in_table(name: str, language: Language, tokens: list[Token]) -> bool:
    if language == "en":
        forms = arabic_forms(name)
        demonym = any(is_demonym(name, token.key) for token in tokens)
        return demonym or any(is_prefixed_form(tokens, start, form) for form in forms for start in range(len(tokens)))
    keys = tuple(token.key for token in tokens)
    forms = english_forms(name)
    return any(keys[start : start + len(form)] == form for form in forms for start in range(len(keys))) or any(
        is_demonym(key, " ".join(words(name))) for key in keys
    )


def _best_window(parts: list[str], language: Language, tokens: list[Token]) -> float:
    """Return the best score of a name against runs of about as many words."""
    joined, best = " ".join(parts), 0.0
    for length in range(max(1, len(parts) - 1), min(len(parts) + 1, _LONGEST_WINDOW) + 1):
        for start in range(len(tokens) - length + 1):
            window = " ".join(token.text for token in tokens[start : start + length])
            if language == "en":
                best = max(best, *(name_matches(form, joined) for form in _without_prefixes(window)))
            else:
                best = max(best, *(name_matches(form, window) for form in _without_prefixes(joined)))
            if best == 1:
                return best
    return best


def _without_prefixes(arabic: str) -> tuple[str, ...]:
    """Return an Arabic name as it is and without what may be an attached conjunction or preposition."""
    if len(arabic) < 4 or arabic[0] not in PREFIX_LETTERS:
        return (arabic,)
    return arabic, f"ال{arabic[2:]}" if arabic.startswith("لل") else arabic[1:]


def _find_in_same_language(parts: list[Token], tokens: list[Token]) -> float:
    """Return the mean over the name's words of the best spelling match among the text's words."""
    keys = {token.key for token in tokens}
    keys |= {key[1:] for key in keys if key[:1] in tuple(PREFIX_LETTERS) and len(key) > 3}
    return sum(1.0 if part.key in keys else _closest(part.key, keys) for part in parts) / len(parts)


def _closest(word: str, keys: set[str]) -> float:
    near = (key for key in keys if abs(len(key) - len(word)) <= 2 and (key[:1] == word[:1] or key[-1:] == word[-1:]))
    return max((SequenceMatcher(None, word, key, autojunk=False).ratio() for key in near), default=0.0)
