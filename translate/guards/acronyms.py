"""An acronym that the model tried to copy and spelled wrong (`RVOVO` for `ROV`) is put right if it is clear which."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from article.numerals import listed
from translate.guards.latin import LatinToken, is_spoken_of, latin_tokens
from translate.scripts import without_addresses

_SHAPE: Final = re.compile(r"(?=(?:[^A-Z]*[A-Z]){2})[A-Za-z0-9]+(?:[-+.][0-9A-Z]+)*")
_ROMAN: Final = re.compile(r"[IVXLC]+")
_TRANSLATED: Final = frozenset(listed("US UK UN EU UAE USA"))
_GAP: Final = re.compile(r"[ -]?")
_ALIKE: Final = 0.5


def repair_acronym(source: str, target: str) -> str:
    """Return the Arabic target with its one garbled Latin stretch replaced by the acronym of the source it stands for.

    That is when half of the letters of just one acronym that the target lacks are in the stretch. Roman numerals and
    acronyms that Arabic has words for are none.
    """
    tokens = latin_tokens(without_addresses(target))
    strange = [token for token in tokens if not is_spoken_of(token, source)]
    if not strange or not _adjacent(strange, target):
        return target
    written = target[strange[0].start : strange[-1].end]
    there = {token.text for token in tokens}
    meant = [acronym for acronym in _acronyms(source) if acronym not in there and _alike(acronym, written)]
    if len(meant) != 1:
        return target
    return f"{target[: strange[0].start]}{meant[0]}{target[strange[-1].end :]}"


def _adjacent(tokens: Sequence[LatinToken], text: str) -> bool:
    return all(_GAP.fullmatch(text[one.end : other.start]) for one, other in pairwise(tokens))


def _acronyms(source: str) -> list[str]:
    tokens = latin_tokens(without_addresses(source))
    words = (token.text.removesuffix("'s").removesuffix("’s") for token in tokens)
    return list(dict.fromkeys(word for word in words if _is_acronym(word)))


def _is_acronym(word: str) -> bool:
    bare = word.replace(".", "")
    capitals, letters = sum(map(str.isupper, bare)), sum(map(str.isalpha, bare))
    shaped = _SHAPE.fullmatch(word) is not None and 2 * capitals > letters
    return shaped and not _ROMAN.fullmatch(bare) and bare not in _TRANSLATED


def _alike(acronym: str, written: str) -> bool:
    letters = {letter for letter in acronym.casefold() if letter.isalpha()}
    return len(letters & set(written.casefold())) >= _ALIKE * len(letters)
