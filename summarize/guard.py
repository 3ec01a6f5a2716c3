"""Does a summary sentence say only what its evidence says? Names, days, negation, direction, roles, numbers.

A rule fires on what it can point at, never on low similarity (that is `support`). Each compares the claim with the
sentences that support it; `figures` does the same for numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final

from base.flags import Flag
from base.languages import Language
from summarize.figures import number_flags
from summarize.geography import is_place
from summarize.lexicon import NEGATORS, OPPOSITES, PASSIVE, wordset
from summarize.names import NamePool, names, runs
from summarize.overlap import keys, senses
from summarize.statement import Statement

_SWAP_WINDOW: Final = 3
_FRAME_REACH: Final = 4
_NAME_REACH: Final = 3
_JOIN_REACH: Final = 2
_SHARED_AROUND: Final = 2
_CLOSE: Final = 3
_TELLING: Final = 2
_SHORT_CLAUSE: Final = 5
_SPREAD: Final = 3
_NEAR_COPY: Final = 0.75
_RELATIVE_DAYS: Final = frozenset({"yesterday", "today", "tomorrow"})
_PLAIN_NEGATORS: Final[dict[Language, frozenset[str]]] = {
    "ar": wordset("لم لن ليس ليست ليسوا ولم ولن وليس وليست فلم فلن فليس"),
    "en": wordset("not no never cannot nobody nothing none neither"),
}
"""Negators that a translation hardly ever does without."""


def check(
    claim: Statement,
    evidence: Sequence[Statement],
    others: Sequence[Statement],
    pool: NamePool,
    further: Sequence[Statement] = (),
) -> tuple[Flag, ...]:
    """Return what `claim` says and its evidence does not; empty when nothing was found.

    `evidence` are supporting sentences in the claim's language, the best first; `others` the same in the other
    language. Either may be empty. `pool` holds the names of the whole article; `further` are its sentences that share
    a number or a negated word with the claim, which may say the same although they are no evidence of the rest.
    """
    flags = [*number_flags(claim.text, claim.language, _texts(evidence), _texts(others), _texts(further))]
    flags += _invented_names(claim, pool)
    if evidence:
        primary = evidence[0]
        flags += _swapped_names(claim, evidence, pool)
        flags += _swapped_roles(claim, primary, pool)
        flags += _days(claim, [*evidence, *others])
        flags += meaning_flags(claim, evidence, further)
    elif others:
        flags += _days(claim, others)
        if claim.denies and not any(other.denies for other in others):
            flags.append(Flag("negation", _first_negator(claim)))
    return tuple(dict.fromkeys(flags))


def meaning_flags(claim: Statement, evidence: Sequence[Statement], further: Sequence[Statement] = ()) -> list[Flag]:
    """Return flags for a negation that only one side has, and for opposites (rose, fell)."""
    return [*_negations(claim, evidence, further), *_opposites(claim, evidence)]


def lost_negation(original: Statement, translated: Statement) -> list[Flag]:
    """Return a flag when a sentence plainly denies something and its translation denies nothing.

    Of 1,802 news and FLORES-200 pairs in either direction, fewer than one in a hundred is flagged.
    """
    plain = _PLAIN_NEGATORS[original.language]
    found = [
        original.spelled[at]
        for at in original.negators
        if (original.folded[at] in plain or original.folded[at].endswith("n't"))
        and not "".join(original.folded[at + 1 : at + 2]).isdecimal()
    ]
    said = translated.denies or any(word in NEGATORS[translated.language] for word in translated.folded)
    return [Flag("negation", found[0])] if found and not said else []


def _texts(statements: Sequence[Statement]) -> list[tuple[str, Language]]:
    return [(statement.text, statement.language) for statement in statements]


def _invented_names(claim: Statement, pool: NamePool) -> list[Flag]:
    flags = []
    for run in runs(names(claim.text, claim.language, pool)):
        if not pool.has_run(" ".join(name.text for name in run), claim.language):
            flags += [Flag("name", name.text) for name in run if not pool.has(name.text, claim.language)]
    return flags


def _swapped_names(claim: Statement, evidence: Sequence[Statement], pool: NamePool) -> list[Flag]:
    """Return a flag for each name that stands, in the same surroundings, where the evidence has another one."""
    mine = {name.position: name.text for name in names(claim.text, claim.language, pool)}
    flags = []
    for proof in evidence:
        theirs = {name.position: name.text for name in names(proof.text, proof.language, pool)}
        matcher = SequenceMatcher(None, claim.stems, proof.stems, autojunk=False)
        for tag, a, b, c, d in matcher.get_opcodes():
            if tag != "replace" or b - a > _SWAP_WINDOW or d - c > _SWAP_WINDOW:
                continue
            new = [mine[i] for i in range(a, b) if i in mine and not proof.pool.has(mine[i], claim.language)]
            old = [theirs[i] for i in range(c, d) if i in theirs and not claim.pool.has(theirs[i], claim.language)]
            frame = _frame(claim, (a, b)) & _frame(proof, (c, d))
            same_kind = new and old and is_place(new[0]) == is_place(old[0])
            if same_kind and frame and not _said_of(new[0], frame, evidence):
                flags.append(Flag("name", f"{new[0]} ({old[0]})"))
    return flags


def _frame(statement: Statement, block: tuple[int, int]) -> frozenset[str]:
    """Return the stems of the content words next to a stretch of words."""
    start, end = block
    near = (*statement.stems[max(0, start - _FRAME_REACH) : start], *statement.stems[end : end + _FRAME_REACH])
    return frozenset(near) & statement.content


def _said_of(name: str, frame: frozenset[str], evidence: Sequence[Statement]) -> bool:
    """Say whether some evidence has the name together with the same words."""
    return any(frame <= statement.content and statement.pool.has(name, statement.language) for statement in evidence)


def _swapped_roles(claim: Statement, primary: Statement, pool: NamePool) -> list[Flag]:
    """Return a flag when two names changed places around the same word: A accused B, B accused A."""
    if _is_passive(claim) != _is_passive(primary):
        return []
    mine, theirs = _name_positions(claim, pool), _name_positions(primary, pool)
    shared = [stem for stem in mine if stem in theirs]
    for i, first in enumerate(shared):
        for second in shared[i + 1 :]:
            a, b, c, d = mine[first], mine[second], theirs[first], theirs[second]
            if a == b or c == d or (a < b) == (c < d) or _apart(claim, a, b) or _apart(primary, c, d):
                continue
            if _same_frame(claim, primary, (a, b), (c, d)):
                return [Flag("name", f"{claim.spelled[a]}, {claim.spelled[b]}")]
    return []


def _same_frame(claim: Statement, primary: Statement, mine: tuple[int, int], theirs: tuple[int, int]) -> bool:
    """Say whether a content word joins the two names in both sentences, between them or, in Arabic, just before."""
    for frame in (claim.content & primary.content) - {claim.stems[position] for position in mine}:
        here, there = claim.stems.index(frame), primary.stems.index(frame)
        slot = _slot(here, mine)
        if slot in (1, 0 if claim.language == "ar" else 1) and slot == _slot(there, theirs):
            return True
    return False


def _slot(position: int, pair: tuple[int, int]) -> int | None:
    """Return 1 for a word between two names and close to both, 0 for one just before both, else None."""
    first, second = min(pair), max(pair)
    if first < position < second:
        return 1 if position - first <= _NAME_REACH and second - position <= _JOIN_REACH else None
    return 0 if 0 < first - position <= _JOIN_REACH and second - first <= _NAME_REACH else None


def _name_positions(statement: Statement, pool: NamePool) -> dict[str, int]:
    """Return the stems of the names with their positions; those of an English name of several words share the first.

    Arabic names may stand side by side without a word between them, so each word has its own position.
    """
    found: dict[str, int] = {}
    for run in runs(names(statement.text, statement.language, pool)):
        for name in run:
            position = name.position if statement.language == "ar" else run[0].position
            found.setdefault(statement.stems[name.position], position)
    return found


def _apart(statement: Statement, first: int, second: int) -> bool:
    """Say whether two names play no roles towards each other: X and Y, X of Y, X, the Y."""
    start, end = min(first, second), max(first, second)
    between = statement.folded[start + 1 : end + 1]
    adjectives = end - start == 1 and is_place(statement.spelled[start]) and is_place(statement.spelled[end])
    if "of" in between or adjectives or statement.breaks & set(range(start, end)):
        return True
    return end - start <= _SWAP_WINDOW and any(word == "and" or word.startswith("و") for word in between)


def _is_passive(statement: Statement) -> bool:
    return any(word in PASSIVE[statement.language] for word in statement.folded)


def _days(claim: Statement, evidence: Sequence[Statement]) -> list[Flag]:
    known = {day for statement in evidence for day in statement.days}
    if not known:
        return []
    wrong = {day: word for day, word in claim.days.items() if day not in known}
    if not known - _RELATIVE_DAYS:
        wrong = {day: word for day, word in wrong.items() if day in _RELATIVE_DAYS}
    else:
        wrong = {day: word for day, word in wrong.items() if day not in _RELATIVE_DAYS}
    return [Flag("number", word) for word in wrong.values()]


def _negations(claim: Statement, evidence: Sequence[Statement], further: Sequence[Statement]) -> list[Flag]:
    """Return a flag when a word that both sides have is negated on one of them only."""
    if any(_denied_only_here(claim, position, evidence, further) for position in claim.governed):
        return [Flag("negation", _first_negator(claim))]
    if not claim.denies:
        for position in evidence[0].governed:
            known = claim.forms & set(keys(evidence[0].folded[position]))
            if known and len(evidence[0].around(position) & claim.content) >= _SHARED_AROUND:
                return [Flag("negation", _first_negator(evidence[0]))]
    for one in evidence:
        if any(_said_after_all(claim, one, clause) for clause in one.denied_clauses):
            return [Flag("negation", _first_negator(one))]
    return []


def _said_after_all(claim: Statement, proof: Statement, clause: Sequence[int]) -> bool:
    """Say whether the claim has all that a clause denies, two words or more, close together and without a denial."""
    if len(clause) < _SHARED_AROUND or len(clause) > _SHORT_CLAUSE:
        return False
    places = [claim.places(proof.folded[at]) for at in clause]
    if not all(places) or claim.denies_near(places[0][0]) or claim.denies_near(places[-1][-1]):
        return False
    found = [at for found in places for at in found]
    return max(found) - min(found) <= _SPREAD * len(clause)


def _denied_only_here(
    claim: Statement, position: int, evidence: Sequence[Statement], further: Sequence[Statement]
) -> bool:
    """Say whether the article has the negated word without a negation near it, or is close and negates nothing.

    It may negate one of the next words instead: no new shares, no intention of issuing new shares.
    """
    if _denied(claim, position, evidence[:1]):
        return False
    if any(_affirmed(claim, position, one) for one in evidence[:_TELLING]):
        return True
    if _denied(claim, position, (*evidence, *further)):
        return False
    if any(statement.places(claim.folded[position]) for statement in evidence):
        return True
    close = len(claim.content & evidence[0].content) >= _NEAR_COPY * len(claim.content)
    return close and not any(statement.denies for statement in evidence)


def _denied(claim: Statement, position: int, proofs: Sequence[Statement]) -> bool:
    """Say whether a sentence denies what the claim denies: the word at a position, or one of the next two."""
    words = [claim.folded[at] for at in claim.beside(position)]
    return any(proof.denies_near(at) for proof in proofs for word in words for at in proof.places(word))


def _affirmed(claim: Statement, position: int, primary: Statement) -> bool:
    """Say whether the best evidence says, about the same things, what the claim denies."""
    return any(
        not primary.denies_near(at) and len(primary.around(at) & claim.around(position)) >= _SHARED_AROUND
        for at in {*primary.places(claim.folded[position]), *_synonyms(claim, position, primary)}
    )


def _synonyms(claim: Statement, position: int, primary: Statement) -> Iterator[int]:
    """Yield the positions of words that have a sense of the claim's word at `position`: approved, agreed."""
    mine = senses(claim.folded[position])
    yield from (at for sense, at in primary.senses if sense in mine)


def _first_negator(statement: Statement) -> str:
    return statement.spelled[statement.negators[0]] if statement.negators else ""


def _opposites(claim: Statement, evidence: Sequence[Statement]) -> list[Flag]:
    """Return a flag when the claim has `rose` where its evidence, next to the same words, has `fell`."""
    both = {sense for sense, _ in claim.senses}
    for sense, position in claim.senses:
        known = [(_shared(claim, position, one, at), one, found, at) for one in evidence for found, at in one.senses]
        agreed = max((near for near, _, found, _ in known if found == sense), default=0)
        # Where either side tells of both, rise and fall, it takes more to say that they were exchanged.
        for near, one, found, at in known:
            mixed = OPPOSITES[sense] & both or sense in {other for other, _ in one.senses}
            least = agreed + (_SHARED_AROUND if mixed else 1)
            if found in OPPOSITES[sense] and near >= least and one in evidence[:_TELLING]:
                return [Flag("negation", f"{claim.spelled[position]} ({one.spelled[at]})")]
    return []


def _shared(one: Statement, position: int, other: Statement, there: int) -> int:
    """Return how many content words stand near both positions."""
    return len(one.around(position, _CLOSE) & other.around(there, _CLOSE))
