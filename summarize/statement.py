"""A sentence as the rules of the guard read it: its words, what is negated, days and opposites it has."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import takewhile
from typing import Final

from article.normalise import normalise_for_model
from base.languages import Language
from summarize.lexicon import LEXICAL_NEGATION, NEGATORS, WEEKDAYS, fold, wordset
from summarize.names import NamePool
from summarize.overlap import is_content, is_light, joined, keys, senses, spelled_words

_REACH: Final = 3
_AROUND: Final = 4
_DENIED_WITHIN: Final = 5
_DENIED_AFTER: Final = 9
"""How far the denial of a verb reaches: `denying that there was any intention of issuing new shares`."""
_TIMED_WITHIN: Final = 8
_NAMED_TOO: Final = 2
_MARKS: Final = ",.;:،؛()!?؟"
_IDIOMS: Final = frozenset(
    {
        ("لا", "يزال"), ("لا", "تزال"), ("لا", "يزالون"), ("لا", "سيما"), ("ولا", "سيما"), ("لم", "يزل"), ("لا", "بد"),
        ("غير", "ان"), ("غير", "انه"), ("غير", "انها"), ("ليس", "فقط"), ("ليس", "فحسب"), ("لا", "شك"), ("دون", "سن"),
        ("not", "only"), ("no", "longer"), ("not", "least"), ("no", "less"), ("no", "doubt"),
    }
)  # fmt: skip
"""A negator and the next word that together deny nothing."""
_ONLY: Final = frozenset({"سوي", "الا"})
"""After a negator: only (`لم يسجل سوى`)."""
_BOUNDS: Final = wordset(
    """less fewer more exceed exceeds exceeded exceeding يقل تقل اقل اكثر يزيد تزيد يتجاوز تتجاوز يتعدى تتعدى تجاوز"""
)
"""After a negator: a bound, at most or at least (`no more than 58`, `لا يقل عن`)."""
_TIMED: Final = frozenset({"until", "before", "for", "قبل", "حتي"})
"""After a negator and before a time: not until Monday, `لا تثمر قبل ست سنوات`; that says when, not that it is not."""
_AND: Final = frozenset({"and", "but", "و"})
_TIMES: Final = wordset(
    """year years month months week weeks day days hour hours minutes sunday monday tuesday wednesday thursday
    friday saturday سنوات سنه سنتين سنين اعوام عام عامين شهر اشهر شهور شهرين اسبوع اسابيع يوم ايام يومين ساعة ساعات"""
)


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
            and (word.lstrip("وف"), following[position]) not in _IDIOMS
            and not (word == "لم" and self.folded[max(0, position - 1)] == "ما")
            and not _ONLY & set(self.folded[position + 1 : position + 1 + _REACH])
            and not _BOUNDS & set(self.folded[position + 1 : position + 1 + _REACH])
            and not self._is_timed(position)
        )

    def _is_timed(self, negator: int) -> bool:
        """Say whether a negator, with `until`, `before` or `for` and a time, says when: not for six years."""
        rest = self.folded[negator + 1 : negator + 1 + _TIMED_WITHIN]
        until = next((place for place, word in enumerate(rest) if word in _TIMED), len(rest))
        return bool(_TIMES & set(rest[until + 1 : until + 4]))

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

    def beside(self, position: int) -> tuple[int, ...]:
        """Return a negated position and those of the next two content words, up to a comma."""
        reach = takewhile(lambda at: at - 1 not in self.breaks, range(position + 1, len(self.spelled)))
        following = [at for at in reach if is_content(self.folded[at], self.language)]
        return (position, *following[:_NAMED_TOO])

    @cached_property
    def negated(self) -> frozenset[str]:
        """The stems of the negated content words."""
        return frozenset(self.stems[position] for position in self.governed)

    @cached_property
    def denies(self) -> bool:
        """Whether anything is negated, by a negator or by a verb such as `denied`."""
        return bool(self.negators) or any(map(self._denies, self.folded))

    def _denies(self, word: str) -> bool:
        lexical = LEXICAL_NEGATION[self.language]
        return word in lexical or joined(word) in lexical

    def _tells(self, word: str) -> bool:
        return is_content(word, self.language) and not is_light(word, self.language)

    def denies_near(self, position: int) -> bool:
        """Say whether a negator, or a verb such as `denied`, stands near in the same clause: before, or just behind."""
        near = range(max(0, position - _DENIED_AFTER), min(len(self.folded), position + _DENIED_WITHIN + 1))
        return any(
            not self.breaks & set(range(min(at, position), max(at, position))) and not self._joins(at, position)
            for at in near
            if at in self.negators or self._denies(self.folded[at])
        )

    def _joins(self, first: int, second: int) -> bool:
        """Say whether an `and` stands between two positions that are some way apart."""
        between = self.folded[first + 1 : second]
        return second - first > _REACH and any(word in _AND or joined(word) != word for word in between)

    @cached_property
    def senses(self) -> tuple[tuple[str, int], ...]:
        """The senses with an opposite that the sentence has, each with its position, negated ones left out."""
        return tuple(
            (sense, position)
            for position, (word, stem) in enumerate(zip(self.folded, self.stems, strict=True))
            if stem not in self.negated
            and not NEGATORS[self.language] & set(self.folded[max(0, position - 2) : position])
            for sense in senses(word)
        )

    @cached_property
    def denied_clauses(self) -> tuple[tuple[int, ...], ...]:
        """Positions of the content words behind each negator, up to a comma: what is said not to be so."""
        found = []
        for negator in self.negators:
            inside = takewhile(lambda at: at - 1 not in self.breaks, range(negator + 1, len(self.spelled)))
            found.append(tuple(at for at in inside if self._tells(self.folded[at])))
        return tuple(found)

    @cached_property
    def forms(self) -> frozenset[str]:
        """All matching keys of the content words."""
        return frozenset(key for word in self.folded if is_content(word, self.language) for key in keys(word))

    def clause(self, position: int) -> range:
        """Return the positions between the marks around a position."""
        first = max((at + 1 for at in self.breaks if at < position), default=0)
        last = min((at for at in self.breaks if at >= position), default=len(self.spelled) - 1)
        return range(first, last + 1)

    def places(self, word: str) -> tuple[int, ...]:
        """Return the positions of a folded word in any of its forms."""
        mine = set(keys(word))
        return tuple(at for at, own in enumerate(self.folded) if mine & set(keys(own)))

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
