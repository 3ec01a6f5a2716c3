"""Cutting a sentence into clauses, for models that drop the second half of a long one."""

from __future__ import annotations

import re
from typing import Final

from base.languages import Language
from translate.ending import mirror_ending

_LEAST_WORDS: Final = 4
_MARKS: Final = re.compile(r"(?<=[،,;؛:])\s+|\s+(?=[-–—]\s)")
_CONJUNCTIONS: Final = re.compile(
    r"\s+(?=(?:ولكن|لكن|بينما|وبينما|حيث|فيما|كما|إذ|لأن|وقال|وأضاف|and|but|while|whereas|because|which|who)\s)"
)
_FUNCTION_WORDS: Final = (
    "a an the this that these those he she it they we his her its their our in on at by for from to of with "
    "and but or as while who which where when after before since because although if there some many most"
    " then also however according despite during under over about such what so not no all both each even other another"
)
_LOWERED: Final = frozenset(_FUNCTION_WORDS.split())
_FIRST: Final = re.compile(r"[A-Za-z]+")


def split_clauses(text: str) -> tuple[str, ...]:
    """Return the clauses of a sentence, each of four words or more; the whole text when there is one only.

    Cuts are made behind `، , ; ؛ :` and before a dash, and where there are none of these, before common
    conjunctions. Joined with single spaces the clauses give the text.
    """
    marked = _merged(_MARKS.split(text))
    return marked if len(marked) > 1 else _merged(_CONJUNCTIONS.split(text))


def _merged(parts: list[str]) -> tuple[str, ...]:
    """Join parts of less than four words with their neighbours."""
    clauses: list[str] = []
    for part in parts:
        if clauses and min(len(part.split()), len(clauses[-1].split())) < _LEAST_WORDS:
            clauses[-1] = f"{clauses[-1]} {part}"
        else:
            clauses.append(part)
    return tuple(clauses)


def join_clauses(targets: tuple[str, ...], sources: tuple[str, ...], language: Language) -> str:
    """Return translated clauses as one sentence in `language`.

    Models end every clause with a full stop and begin it with a capital: inside the sentence the mark of the
    source's clause takes the place of the stop, and function words lose the capital (other words may be names).
    """
    pairs = [(target.strip(), source) for target, source in zip(targets, sources, strict=True) if target.strip()]
    ended = [mirror_ending(target, source, language) for target, source in pairs]
    return " ".join([*ended[:1], *(lowered(part) for part in ended[1:])])


def lowered(text: str) -> str:
    """Return the text without the capital of its first word when that is a function word: it opens no sentence."""
    match = _FIRST.match(text)
    if match is None or match.group().lower() not in _LOWERED or match.group() == "I":
        return text
    return match.group().lower() + text[match.end() :]
