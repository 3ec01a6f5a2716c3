"""Does a summary sentence say only what its evidence says? Names, days, negation, direction, roles, numbers.

A rule fires on what it can point at, never on low similarity (that is `support`). Each compares the claim with the
sentences that support it; `figures` does the same for numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property, lru_cache
from itertools import takewhile
from typing import Final

from article.normalise import normalise_for_model
from base.flags import Flag
from base.languages import Language
from summarize.figures import number_flags
from summarize.lexicon import LEXICAL_NEGATION, NEGATORS, OPPOSITES, PASSIVE, SENSES, WEEKDAYS, fold, wordset
from summarize.names import NamePool, names, runs
from summarize.overlap import is_content, keys, spelled_words

_REACH: Final = 3
_SWAP_WINDOW: Final = 3
_FRAME_REACH: Final = 4
_NAME_REACH: Final = 3
_JOIN_REACH: Final = 2
_AROUND: Final = 4
_SHARED_AROUND: Final = 2
_CLOSE: Final = 3
_NEAR_COPY: Final = 0.75
_MARKS: Final = ",.;:،؛()!?؟"
_RELATIVE_DAYS: Final = frozenset({"yesterday", "today", "tomorrow"})
_IDIOMS: Final = frozenset(
    {
        ("لا", "يزال"), ("لا", "تزال"), ("لا", "يزالون"), ("لا", "سيما"), ("ولا", "سيما"), ("لم", "يزل"), ("لا", "بد"),
        ("غير", "ان"), ("غير", "انه"), ("غير", "انها"), ("ليس", "فقط"), ("ليس", "فحسب"), ("لا", "شك"), ("دون", "سن"),
        ("not", "only"), ("no", "longer"), ("not", "least"), ("no", "less"), ("no", "doubt"),
    }
)  # fmt: skip
"""A negator and the next word that together deny nothing."""
_PLAIN_NEGATORS: Final[dict[Language, frozenset[str]]] = {
    "ar": wordset("لم لن ليس ليست ليسوا ولم ولن وليس وليست فلم فلن فليس"),
    "en": wordset("not no never cannot nobody nothing none neither"),
}
"""Negators that a translation hardly ever does without."""
_ONLY: Final = frozenset({"سوي", "الا"})
"""After a negator: only (`لم يسجل سوى`)."""


@dataclass(frozen=True)
class Statement:
    """A sentence as the rules read it: its words, as spelled and folded, with their matching keys."""

    text: str
    language: Language

    @cached_property
    def spelled(self) -> tuple[str, ...]:
        """The words with their capitals."""
        return spelled_words(self.text)

    @cached_property
    def folded(self) -> tuple[str, ...]:
        """The words in lower case, Arabic letter variants folded."""
        return tuple(fold(word.casefold()) for word in self.spelled)

    @cached_property
    def stems(self) -> tuple[str, ...]:
        """The first matching key of each word."""
        return tuple(keys(word.casefold())[0] for word in self.spelled)

    @cached_property
    def content(self) -> frozenset[str]:
        """The stems of the content words."""
        pairs = zip(self.spelled, self.stems, strict=True)
        return frozenset(stem for word, stem in pairs if is_content(word.casefold(), self.language))

    @cached_property
    def negators(self) -> tuple[int, ...]:
        """Positions of the words that negate, idioms such as `not only` left out."""
        following = (*self.folded[1:], "")
        return tuple(
            position
            for position, word in enumerate(self.folded)
            if (word in NEGATORS[self.language] or word.endswith("n't"))
            and (word, following[position]) not in _IDIOMS
            and not _ONLY & set(self.folded[position + 1 : position + 1 + _REACH])
        )

    @cached_property
    def breaks(self) -> frozenset[int]:
        """Positions of the words that a comma or another mark follows."""
        found, end = set(), 0
        text = normalise_for_model(self.text)
        for position, word in enumerate(self.spelled):
            end = text.index(word, end) + len(word)
            if text[end : end + 1] in _MARKS and end < len(text):
                found.add(position)
        return frozenset(found)

    @cached_property
    def governed(self) -> tuple[int, ...]:
        """Positions of the negated content words: of each negator the next one, within three words."""
        found = []
        for negator in self.negators:
            reach = range(negator + 1, min(negator + 1 + _REACH, len(self.spelled)))
            inside = takewhile(lambda at: at - 1 not in self.breaks, reach)
            found += [at for at in inside if is_content(self.folded[at], self.language)][:1]
        return tuple(found)

    @cached_property
    def negated(self) -> frozenset[str]:
        """The stems of the negated content words."""
        return frozenset(self.stems[position] for position in self.governed)

    @cached_property
    def denies(self) -> bool:
        """Whether anything is negated, by a negator or by a verb such as `denied`."""
        lexical = LEXICAL_NEGATION[self.language]
        return bool(self.negators) or any(word in lexical for word in self.folded)

    def denies_near(self, position: int) -> bool:
        """Say whether a negator, or a verb such as `denied`, stands within four words of a position."""
        near = range(max(0, position - _AROUND), min(len(self.folded), position + _AROUND + 1))
        return any(at in self.negators or self.folded[at] in LEXICAL_NEGATION[self.language] for at in near)

    @cached_property
    def senses(self) -> dict[str, int]:
        """The senses with an opposite that the sentence has, and the position of each, negated ones left out."""
        return {
            sense: position
            for position, (word, stem) in enumerate(zip(self.folded, self.stems, strict=True))
            if stem not in self.negated
            for sense in SENSES.get(word, SENSES.get(word.removeprefix("و"), ()))
        }

    @cached_property
    def forms(self) -> frozenset[str]:
        """All matching keys of the content words."""
        return frozenset(key for word in self.folded if is_content(word, self.language) for key in keys(word))

    @cached_property
    def pool(self) -> NamePool:
        """The sentence's words, to look names up in."""
        return NamePool.of([(self.text, self.language)])

    def around(self, position: int, reach: int = _AROUND) -> frozenset[str]:
        """Return the stems of the content words within `reach` words of a position, without its own."""
        near = range(max(0, position - reach), min(len(self.stems), position + reach + 1))
        return frozenset(self.stems[at] for at in near if self.stems[at] != self.stems[position]) & self.content

    @cached_property
    def days(self) -> dict[str, str]:
        """The days of the week that are named (and yesterday, today, tomorrow), with their spelling."""
        found = {}
        for word, spelled in zip(self.folded, self.spelled, strict=True):
            day = (
                WEEKDAYS.get(word) or WEEKDAYS.get(word.removeprefix("و")) or WEEKDAYS.get(word.replace("لل", "ال", 1))
            )
            if day:
                found[day] = spelled
        return found


@lru_cache(maxsize=1 << 13)
def statement(text: str, language: Language) -> Statement:
    """Return the statement of a text, remembered with all that was found out about it."""
    return Statement(text, language)


def check(
    claim: Statement, evidence: Sequence[Statement], others: Sequence[Statement], pool: NamePool
) -> tuple[Flag, ...]:
    """Return what `claim` says and its evidence does not; empty when nothing was found.

    `evidence` are supporting sentences in the claim's language, the best first; `others` the same in the other
    language. Either may be empty. `pool` holds the names of the whole article.
    """
    flags = [*number_flags(claim.text, claim.language, _texts(evidence), _texts(others))]
    flags += _invented_names(claim, pool)
    if evidence:
        primary = evidence[0]
        flags += _swapped_names(claim, evidence, pool)
        flags += _swapped_roles(claim, primary, pool)
        flags += _days(claim, [*evidence, *others])
        flags += meaning_flags(claim, evidence)
    elif others:
        flags += _days(claim, others)
        if claim.denies and not any(other.denies for other in others):
            flags.append(Flag("negation", _first_negator(claim)))
    return tuple(dict.fromkeys(flags))


def meaning_flags(claim: Statement, evidence: Sequence[Statement]) -> list[Flag]:
    """Return flags for a negation that only one side has, and for opposites (rose, fell)."""
    return [*_negations(claim, evidence), *_opposites(claim, evidence)]


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
            if new and old and frame and not _said_of(new[0], frame, evidence):
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
            if a == b or c == d or (a < b) == (c < d) or _coordinated(claim, a, b) or _coordinated(primary, c, d):
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


def _coordinated(statement: Statement, first: int, second: int) -> bool:
    start, end = min(first, second), max(first, second)
    between = statement.folded[start + 1 : end + 1]
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


def _negations(claim: Statement, evidence: Sequence[Statement]) -> list[Flag]:
    """Return a flag when a word that both sides have is negated on one of them only."""
    if any(_denied_only_here(claim, position, evidence) for position in claim.governed):
        return [Flag("negation", _first_negator(claim))]
    if not claim.denies:
        for position in evidence[0].governed:
            known = claim.forms & set(keys(evidence[0].folded[position]))
            if known and len(evidence[0].around(position) & claim.content) >= _SHARED_AROUND:
                return [Flag("negation", _first_negator(evidence[0]))]
    return []


def _denied_only_here(claim: Statement, position: int, evidence: Sequence[Statement]) -> bool:
    """Say whether the evidence has the negated word without a negation near it, or is close and negates nothing."""
    mine = set(keys(claim.folded[position]))
    places = [
        (statement, at) for statement in evidence for at, word in enumerate(statement.folded) if mine & set(keys(word))
    ]
    if places:
        return not any(statement.denies_near(at) for statement, at in places)
    close = len(claim.content & evidence[0].content) >= _NEAR_COPY * len(claim.content)
    return close and not any(statement.denies for statement in evidence)


def _first_negator(statement: Statement) -> str:
    return statement.spelled[statement.negators[0]] if statement.negators else ""


def _opposites(claim: Statement, evidence: Sequence[Statement]) -> list[Flag]:
    """Return a flag when the claim has `rose` where its best evidence, next to the same words, has `fell`."""
    primary = evidence[0]
    known = {sense for statement in evidence[1:] for sense in statement.senses}
    for sense, position in claim.senses.items():
        same = primary.senses.get(sense)
        for against in OPPOSITES[sense] & primary.senses.keys():
            opposite = primary.senses[against]
            if against in claim.senses or (same is None and sense in known):
                continue
            if _shared(claim, position, primary, opposite) > (_shared(claim, position, primary, same) if same else 0):
                return [Flag("negation", f"{claim.spelled[position]} ({primary.spelled[opposite]})")]
    return []


def _shared(one: Statement, position: int, other: Statement, there: int) -> int:
    """Return how many content words stand near both positions."""
    return len(one.around(position, _CLOSE) & other.around(there, _CLOSE))
