"""What negates in a sentence of either language: negators proper, and words that carry a negation within them.

Not a parse: closed lists of words, with the idioms in which a negator denies nothing (`not only`, `لا يزال`). Keys are
spelled as `article.tokens.fold` makes them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from article.negation_words import (
    CARRIER_PHRASES,
    CARRIERS,
    EXCEPTIONS,
    HOWEVER,
    IDIOMS,
    IDIOMS_BEFORE,
    LIMITING,
    LIMITING_PHRASES,
    LIMITS,
    NEGATIVE_FORM,
    NO_CLAUSE_AFTER_MA,
    NO_NEGATIVE_FORM,
    PLAIN,
)
from article.tokens import Token, key_at, tokenise
from base.languages import Language

_REACH: Final = 10
_END: Final = frozenset(".!?؟؛;:")
_PREFIXES: Final = ("و", "ف", "ب", "ل", "ال", "وال", "بال", "لل", "فال", "ا", "ك")
# The particle written together with its verb (لايخون), as it often is in haste; لات... would be all of ل + ات...
_GLUED: Final = re.compile("[وف]?لاي[^\\W\\d_]{3,}")
_MA: Final = frozenset(("ما", "وما", "فما"))
_PRONOUNS: Final = frozenset(("i", "you", "he", "she", "it", "we", "they"))


@dataclass(frozen=True, slots=True)
class Negations:
    """The negations of a sentence.

    `plain` are the negators that a translation can hardly do without, as they are spelled (`not`, `لم`). `carried`
    counts everything else that can stand for a negation of the other language: `without`, `غير`, `denied`, `unable`,
    idioms, exceptions (`not until`, `لا ... إلا`). `limits` are negators that set one (`no more than`, `لا يتجاوز`),
    and `limited` counts the words that do so without a negation (`at most`, `على الأكثر`).
    """

    plain: tuple[str, ...] = ()
    carried: int = 0
    limits: tuple[str, ...] = ()
    limited: int = 0


def negations(text: str, language: Language) -> Negations:
    """Return the negations of a sentence; raises nothing, linear time."""
    tokens = tokenise(text)
    plain: list[str] = []
    limits: list[str] = []
    carried = limited = 0
    for index, token in enumerate(tokens):
        if token.kind != "word":
            continue
        limited += token.key in LIMITING[language] or _pair(tokens, index) in LIMITING_PHRASES
        if not _is_plain(token, language):
            carried += _carries(tokens, index, language)
        elif _phrase(tokens, index) in LIMITS[language]:
            limits.append(token.text)
        elif _is_idiom(tokens, index, language):
            carried += 1
        else:
            plain.append(token.text)
    return Negations(tuple(plain), carried, tuple(limits), limited)


def unmatched(source: Negations, target: Negations) -> tuple[str, ...]:
    """Return the last negators of `source` that nothing in `target` can stand for, empty when all have a match.

    What carries a negation can match one too, as far as the target has more of it than the source; so can what sets a
    limit in the target, where the source sets none. A limit needs any negation of the target, or a word for it.
    """
    spare = max(0, target.carried - source.carried) + max(0, len(target.limits) - len(source.limits))
    lost = source.plain[len(target.plain) + spare :]
    if lost or target.plain or target.carried or target.limits or target.limited:
        return lost
    return source.limits


def _is_plain(token: Token, language: Language) -> bool:
    if language == "en":
        return token.key in PLAIN["en"] or token.key.endswith("n't")
    return token.key in PLAIN["ar"] or _is_alla(token)


def _is_alla(token: Token) -> bool:
    """Tell ألا (أن + لا, that not) from إلا (except), whose keys are the same."""
    return token.key in ("الا", "والا") and "أ" in token.text


def _is_idiom(tokens: list[Token], index: int, language: Language) -> bool:
    """Say whether a negator denies nothing where it stands, or no more than that something was otherwise."""
    key, following, before = tokens[index].key, key_at(tokens, index + 1), key_at(tokens, index - 1)
    if _phrase(tokens, index) in IDIOMS[language] or f"{before} {key}" in IDIOMS_BEFORE[language]:
        return True
    if key == "no" and (following in (".", "-") or following.isdecimal()):
        return True
    if key.endswith("n't") and following in _PRONOUNS and key_at(tokens, index + 2) == "?":
        return True
    return _has_exception(tokens, index + 1, language)


def _pair(tokens: list[Token], index: int) -> str:
    return f"{tokens[index].key} {key_at(tokens, index + 1)}"


def _phrase(tokens: list[Token], index: int) -> str:
    """Return a negator, without what is attached to it, and the word after it."""
    return f"{tokens[index].key.lstrip('وف')} {key_at(tokens, index + 1)}"


def _has_exception(tokens: list[Token], start: int, language: Language) -> bool:
    """Say whether an `only` or `until` comes soon, before the clause ends."""
    for index in range(start, min(start + _REACH, len(tokens))):
        token = tokens[index]
        if token.key in _END or _pair(tokens, index) in HOWEVER:
            return False
        if token.key in EXCEPTIONS[language] and not _is_alla(token):
            return True
    return False


def _carries(tokens: list[Token], index: int, language: Language) -> bool:
    key = tokens[index].key
    pair = _pair(tokens, index)
    if pair in HOWEVER:
        return False
    if key in CARRIERS[language] or pair in CARRIER_PHRASES[language]:
        return True
    if language == "en":
        return NEGATIVE_FORM.fullmatch(key) is not None and key not in NO_NEGATIVE_FORM
    if key in _MA:
        return _negates_as_ma(tokens, index)
    return key in _with_prefixes() or _GLUED.fullmatch(key) is not None


@cache
def _with_prefixes() -> frozenset[str]:
    return frozenset(prefix + word for prefix in _PREFIXES for word in CARRIERS["ar"])


def _negates_as_ma(tokens: list[Token], index: int) -> bool:
    """Say whether ما may negate: it opens a clause, and no pronoun or noun with the article is behind it."""
    following = key_at(tokens, index + 1)
    opens = index == 0 or tokens[index - 1].kind == "mark" or key_at(tokens, index - 1) in ("انه", "انها", "لكن", "ان")
    return opens and not following.startswith("ال") and following not in NO_CLAUSE_AFTER_MA
