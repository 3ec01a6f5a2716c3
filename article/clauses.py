"""Does a new sentence begin with this word? What a rule can know without a parser, for Arabic and English.

Arabic has no capital letters, so behind `؛`, `…` and abbreviations the first word decides: a verb, or a word that
opens a clause of its own. Every list is spelled without hamza and diacritics (`folded`).
"""

from __future__ import annotations

import re
from typing import Final

from article import lexicon
from article.characters import bare

_HAMZA: Final = str.maketrans("أإآٱىئؤ", "ااااييو")

_ENDINGS: Final = ("", "ت", "ا", "وا", "تا", "نا", "ن")
_OBJECTS: Final = re.compile("(?:ه|ها|هم|هما|هن|ني|نا|ك)$")
_FORMS: Final = frozenset(verb + ending for verb in lexicon.PERFECT for ending in _ENDINGS)
_REPORTING_FORMS: Final = frozenset(verb + ending for verb in lexicon.REPORTING for ending in _ENDINGS)

_OPENERS_AFTER_CONJUNCTION: Final = lexicon.OPENERS | lexicon.listed("ان انه انها انهم لكن لكنه لكنها")
_IMPERFECT: Final = re.compile("(?:سي|ي|ست|سن|تست)[\u0621-\u064a]{2,}|ت[\u0621-\u064a]{2,}ون")
_PERFECT_FEMININE: Final = re.compile("(?!ال|.*ات$)[\u0621-\u064a]{3,}ت")

_WORD: Final = re.compile(r"[^\W\d_][\w'’\u064b-\u065f\u0670\u0640\u200c-\u200f]*")


def folded(word: str) -> str:
    """Return an Arabic word without diacritics, tatweel and hamza; `ى` as `ي`."""
    return bare(word).translate(_HAMZA)


def words_of(text: str) -> list[str]:
    """Return the words of `text` that begin with a letter."""
    return _WORD.findall(text)


def is_perfect(word: str) -> bool:
    """Tell whether a folded word is a listed verb in the perfect tense, an object pronoun allowed."""
    return word in _FORMS or _OBJECTS.sub("", word) in _FORMS


def is_reporting(word: str) -> bool:
    """Tell whether a folded word is a verb of saying: `قال`, `سأله`, `أضافت`."""
    return word in _REPORTING_FORMS or _OBJECTS.sub("", word) in _REPORTING_FORMS


def is_verb_like(word: str) -> bool:
    """Tell whether a folded word looks like a finite verb.

    Words in `ت-` are left out: nouns of action (`تطوير`) look the same, and open the items of enumerations.
    """
    if is_perfect(word):
        return True
    if (
        word in lexicon.NOUNS_IN_YEH
        or word in lexicon.NOUNS_IN_TEH
        or (word[:1] in {"ب", "ل", "ك"} and word[1:] in lexicon.NOUNS_IN_TEH)
    ):
        return False
    return bool(_IMPERFECT.fullmatch(word) or _PERFECT_FEMININE.fullmatch(word))


def without_conjunction(word: str) -> str | None:
    """Return a folded word without its prefix `و` or `ف`, or None when it has none."""
    if len(word) > 2 and word[0] in "وف" and word not in lexicon.NOT_CONJUNCTIONS:
        return word[1:]
    return None


def joins_clause(word: str) -> bool:
    """Tell whether a folded word is `و` or `ف` with a verb or a clause opener: `وقالت`, `فلم`."""
    rest = without_conjunction(word)
    return rest is not None and (is_verb_like(rest) or rest in _OPENERS_AFTER_CONJUNCTION)


def joins_perfect(word: str) -> bool:
    """Tell whether a folded word is `و` or `ف` with a listed perfect verb."""
    rest = without_conjunction(word)
    return rest is not None and is_perfect(rest)


def opens_clause(word: str) -> bool:
    """Tell whether a folded word can open a sentence, with a conjunction or without."""
    if word in lexicon.DEPENDENT:
        return False
    return joins_clause(word) or word in lexicon.OPENERS or is_verb_like(word)


def is_independent(word: str) -> bool:
    """Tell whether a folded word opens a sentence whatever went before: demonstratives and pronouns."""
    return word in lexicon.INDEPENDENT


def stands_alone(words: list[str]) -> bool:
    """Tell whether the Arabic words behind `؛` are a clause that does not depend on what went before."""
    first = folded(words[0])
    second = folded(words[1]) if len(words) > 1 else ""
    if first in lexicon.DEPENDENT or (second in lexicon.DEPENDENT and first in {"ولا", "لا", "ذلك"}):
        return False
    rest = without_conjunction(first)
    if first.startswith("ف") and rest is not None and rest.startswith("ال"):
        return True
    return opens_clause(first) or first in _OPENERS_AFTER_CONJUNCTION


def continues_quotation(word: str) -> bool:
    """Tell whether a folded word behind a closed quotation goes on with the sentence around it."""
    return is_reporting(word) or word in lexicon.CONTINUERS


def english_stands_alone(words: list[str]) -> bool:
    """Tell whether the English words behind `;` begin with a subject pronoun or a linking adverb."""
    return words[0].lower() in lexicon.ENGLISH_INDEPENDENT


def english_reports(words: list[str]) -> bool:
    """Tell whether English words begin with a name and a verb of saying: `Captain Reed shouted`."""
    if not words or not words[0][0].isupper() or (words[0] in lexicon.ENGLISH_STARTERS and words[0] != "I"):
        return False
    return any(word in lexicon.ENGLISH_SAYING for word in words[1:5])
