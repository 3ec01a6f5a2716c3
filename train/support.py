"""Whether an article supports a summary, so that no training pair asks for what its source does not say."""

from __future__ import annotations

from typing import Final

from article.names import THRESHOLD, find_name, names
from article.quantities import missing, quantities
from article.tokens import fold, tokenise
from base.languages import Language

# Standfirsts are rephrased, and inflection hides a part of what they share with the text: half is what a faithful
# one reaches with words compared by their first letters.
LEAST_SHARED: Final = 0.5
_STEM: Final = 5
_ARABIC_PREFIXES: Final = ("وال", "بال", "كال", "فال", "لل", "ال", "و", "ب", "ل", "ف", "ك")


def unsupported(summary: str, summary_language: Language, article: str, article_language: Language) -> str | None:
    """Return what of `summary` the article lacks, `number`, `name` or `words`, or None when nothing is.

    Numbers are compared by value, spelled in digits or words (`article.quantities`). Names are found by
    `article.names`; in Arabic, which has no capitals, only a part of them is. Words are compared in one language only:
    at least `LEAST_SHARED` of those of four letters or more must begin like a word of the article.
    """
    stated = quantities(summary, summary_language)
    if stated and missing(stated, quantities(article, article_language)):
        return "number"
    if not _names_found(summary, summary_language, article, article_language):
        return "name"
    if summary_language == article_language and shared_words(summary, article) < LEAST_SHARED:
        return "words"
    return None


def shared_words(summary: str, article: str) -> float:
    """Return the share of the content words of `summary` whose beginning is that of a word of `article`, 0 to 1."""
    there = {stem for word in _words(article) for stem in _stems(word)}
    wanted = [word for word in _words(summary) if len(word) > 3]
    return sum(any(stem in there for stem in _stems(word)) for word in wanted) / len(wanted) if wanted else 1.0


def _names_found(summary: str, summary_language: Language, article: str, article_language: Language) -> bool:
    keys = set(_words(article))
    for name in names(summary, summary_language):
        if summary_language == article_language and all(_bare(word) & keys for word in _words(name.text)):
            continue
        # Between languages a name that is translated rather than spelled can not be looked up reliably.
        if summary_language != article_language and not name.spelled:
            continue
        if find_name(name.text, summary_language, article, article_language) < THRESHOLD:
            return False
    return True


def _words(text: str) -> list[str]:
    return [token.key for token in tokenise(text) if token.kind == "word"]


def _bare(word: str) -> set[str]:
    return {word, *(fold(word.removeprefix(prefix)) for prefix in _ARABIC_PREFIXES if len(word) > len(prefix) + 2)}


def _stems(word: str) -> set[str]:
    return {form[:_STEM] for form in _bare(word)}
