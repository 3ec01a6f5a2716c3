"""Who said it: a summary sentence must not give one person's words to another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from article.first_names import is_first_name
from base.flags import Flag
from summarize.geography import is_place
from summarize.lexicon import fold, wordset
from summarize.names import NamePool, names, runs
from summarize.overlap import is_content, is_light
from summarize.statement import Statement, statement
from summarize.support import Ground

Person = tuple[int, ...]
"""Positions of the words of a person's name."""

_FEWEST_WORDS: Final = 3
_PLAINLY: Final = 0.45
_BEFORE: Final = 1
_LONGEST_NAME: Final = 4
_SPOKEN_WITHIN: Final = 2
_TITLES_BETWEEN: Final = 8
_BODIES: Final = wordset(
    """university ministry party agency council union authority presidency stadium alliance court trophy cup league
    security east bank institute assembly department society association club group federation general states""",
)
"""Words of names that are no person's."""
_OF: Final = frozenset({"بن", "بنت", "ابن", "ولد", "ال", "ابو", "عبد"})


def misattributed(claim: Statement, ground: Ground, pool: NamePool) -> list[Flag]:
    """Return a flag for each person who says something in `claim` that in the article plainly somebody else says.

    That is where the sentence that holds most of the clause names another person, whom the claim does not name, and
    neither it nor the one before, to which pronouns refer, names the claimed one.
    """
    flags = []
    for person in persons(claim, pool):
        if not _speaks(claim, person):
            continue
        told = _told_of(claim, person)
        found = ground.evidence(" ".join(told))
        if len(told) < _FEWEST_WORDS or not found.ids or found.primary < _PLAINLY:
            continue
        top = found.ids[0]
        near = [statement(text, ground.language) for text in ground.texts[max(0, top - _BEFORE) : top + 1]]
        own = [claim.spelled[at] for at in person if len(claim.spelled[at]) > 2]
        if any(sentence.pool.has(word, claim.language) for sentence in near for word in own):
            continue
        if other := _another(near[-1], claim, ground, pool):
            flags.append(Flag("name", f"{own[-1]} ({other})"))
    return flags


def persons(sentence: Statement, pool: NamePool) -> Iterator[Person]:
    """Yield the names of persons with two words or more: two capitals in English, a first name and more in Arabic."""
    found = names(sentence.text, sentence.language, pool)
    if sentence.language == "en":
        for run in runs(found):
            if len(run) > 1 and not any(is_place(name.text) or name.text.casefold() in _BODIES for name in run):
                yield tuple(name.position for name in run)
        return
    end = 0
    for name in found:
        if name.position >= end and (is_first_name(name.text) or not is_place(name.text)):
            end = _end_of_name(sentence, name.position)
            if end - name.position > 1:
                yield tuple(range(name.position, end))


def _speaks(claim: Statement, person: Person, reach: int = _SPOKEN_WITHIN) -> bool:
    """Say whether a reporting verb stands just behind the name, or in Arabic just before it or its title."""
    behind = claim.folded[person[-1] + 1 : person[-1] + 1 + reach]
    before = claim.folded[max(0, person[0] - reach - 1) : person[0]]
    return any(is_light(word, claim.language) for word in (before if claim.language == "ar" else behind))


def _end_of_name(sentence: Statement, start: int) -> int:
    """Return where an Arabic name ends: it goes on with `بن` and the like, another first name, or one in `ال`."""
    end = start + 1
    while end < min(len(sentence.folded), start + _LONGEST_NAME):
        word, before = sentence.folded[end], sentence.folded[end - 1]
        if word in _OF or before in _OF or is_first_name(sentence.spelled[end]):
            end += 1
        elif word.startswith("ال") and end == start + 1:
            return end + 1
        else:
            break
    return end


def _told_of(claim: Statement, person: Person) -> list[str]:
    """Return the content words of the clause a person stands in, and of the next where a comma follows the name."""
    clause = claim.clause(person[0])
    places = [*clause, *(claim.clause(clause.stop) if clause.stop - 1 == person[-1] < len(claim.spelled) - 1 else ())]
    return [claim.folded[at] for at in places if at not in person and is_content(claim.folded[at], claim.language)]


def _another(sentence: Statement, claim: Statement, ground: Ground, pool: NamePool) -> str:
    """Return a person of the sentence whom the claim does not name, "" where there is none.

    One word is enough where the article has it as somebody's last name elsewhere.
    """
    for person in persons(sentence, pool):
        known = any(claim.pool.has(sentence.spelled[at], claim.language) for at in person)
        if not known and _speaks(sentence, person, _TITLES_BETWEEN):
            return " ".join(sentence.spelled[at] for at in person)
    for name in names(sentence.text, sentence.language, pool):
        last = fold(name.text.casefold())
        known = last not in _last_names(ground, pool) or claim.pool.has(name.text, claim.language)
        if not known and _speaks(sentence, (name.position,), _TITLES_BETWEEN):
            return name.text
    return ""


def _last_names(ground: Ground, pool: NamePool) -> frozenset[str]:
    sentences = [statement(text, ground.language) for text in ground.texts]
    return frozenset(sentence.folded[person[-1]] for sentence in sentences for person in persons(sentence, pool))
