"""Word matching for evidence: which words of two texts are the same word in another form.

The keys made here are for comparing only and are never shown. Arabic follows the light10 stemmer (Larkey,
Ballesteros and Connell, 2007) with the one-letter prepositions added; English drops inflections (after Harman, 1991).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from article.normalise import normalise_for_model
from base.languages import Language
from summarize.lexicon import LIGHT, SENSES, STOP_WORDS, fold

_WORD: Final = re.compile(r"[^\W_]+(?:(?:['\-/]|(?<=[0-9A-Za-z])[.,](?=[0-9A-Za-z]))[^\W_]+)*")
_ARABIC: Final = re.compile("[\u0621-\u064a]")
_PREFIXES: Final = ("وال", "فال", "بال", "كال", "ال", "ولل", "فلل", "لل")
_SUFFIXES: Final = (
    "هما",
    "كما",
    "ها",
    "هم",
    "هن",
    "نا",
    "ات",
    "ان",
    "ون",
    "ين",
    "يه",
    "وا",
    "ته",
    "ه",
    "ي",
    "ا",
)
_PRONOUNS: Final = frozenset({"هما", "كما", "ها", "هم", "هن", "نا", "ه"})
_WEAK: Final = str.maketrans("", "", "اوي")


def words(text: str) -> tuple[str, ...]:
    """Return the words of `text` in model-side spelling, lower case, numbers included."""
    return tuple(match.group().casefold() for match in _WORD.finditer(normalise_for_model(text)))


def spelled_words(text: str) -> tuple[str, ...]:
    """Return the words of `text` in model-side spelling with their capitals kept."""
    return tuple(_WORD.findall(normalise_for_model(text)))


def is_content(word: str, language: Language) -> bool:
    """Say whether `word` (lower case) carries content: not a function word, not a lone letter."""
    folded = fold(word)
    return len(word) > 1 and folded not in STOP_WORDS[language] and joined(folded) not in STOP_WORDS[language]


def is_light(word: str, language: Language) -> bool:
    """Say whether a content word (lower case) tells little of what is told: said, plan, new (`lexicon.LIGHT`)."""
    folded = fold(word)
    return folded in LIGHT[language] or joined(folded) in LIGHT[language]


def senses(word: str) -> frozenset[str]:
    """Return the senses of a lower-case word that `lexicon.SENSES` knows: words of one sense are synonyms."""
    folded = fold(word)
    forms = (folded, folded[1:]) if len(folded) >= 4 and folded[0] in "وفبلك" else (folded,)
    return next((SENSES[form] for form in forms if form in SENSES), frozenset())


def joined(folded: str) -> str:
    """Return an Arabic word without the conjunction written into it, where three letters stay."""
    return folded[1:] if len(folded) >= 4 and folded[0] in "وف" else folded


@lru_cache(maxsize=1 << 16)
def keys(word: str) -> tuple[str, ...]:
    """Return the matching keys of a lower-case word, closest to the written form first.

    Two words are taken as forms of one word when their key sets meet; the script decides the rules.
    """
    if _ARABIC.search(word):
        return _arabic_keys(word)
    if any(letter.isdigit() for letter in word):
        return (word,)
    key = _english_key(word)
    return (key, "^" + key[:5]) if len(key) >= 6 else (key,)


def _arabic_keys(word: str) -> tuple[str, ...]:
    folded = fold(word)
    stem = _strip_article(folded)
    found = [_strip_suffix(stem)]
    if stem == folded and folded[0] in "وبلكفس" and len(folded) >= 4:
        found.append(_strip_suffix(_strip_article(folded[1:])))
    found += ["~" + skeleton for skeleton in map(_skeleton, tuple(found)) if len(skeleton) >= 3]
    return tuple(dict.fromkeys(found))


def _strip_article(word: str) -> str:
    for prefix in _PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= 3:
            return word[len(prefix) :]
    return word


def _strip_suffix(word: str) -> str:
    for _ in range(2):
        for suffix in _SUFFIXES:
            if word.endswith(suffix) and len(word) - len(suffix) >= 3:
                word = word[: -len(suffix)]
                if suffix in _PRONOUNS and word.endswith("ت") and len(word) >= 4:
                    word = word[:-1]
                break
        else:
            return word
    return word


def _skeleton(stem: str) -> str:
    """Return the consonants of a stem without the letters that verb forms and broken plurals put in."""
    if len(stem) >= 4 and stem[0] in "يتنسم":
        stem = stem[1:]
    return stem.translate(_WEAK)


def _english_key(word: str) -> str:
    word = word.removesuffix("'s").removesuffix("'")
    if len(word) > 4 and word.endswith("ies"):
        word = word[:-3] + "y"
    elif len(word) > 4 and word.endswith(("sses", "shes", "ches", "xes")):
        word = word[:-2]
    elif len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for suffix in ("ing", "ed", "er", "ly", "ment", "ion"):
        if word.endswith(suffix) and len(word) - len(suffix) >= 4:
            word = word[: -len(suffix)]
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "sle":
        word = word[:-1]
    return word[:-1] if len(word) > 4 and word[-1] in "ey" else word
