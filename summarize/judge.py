"""The verdict on a summary sentence: its evidence, and what in it the article does not say."""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final

from article.comparison import atoms
from article.quantities import Quantity, missing
from base.flags import Flag, FlagCode
from base.languages import Language, other
from summarize.attribution import misattributed
from summarize.clean import is_loop
from summarize.figures import cached_quantities, number_flags
from summarize.guard import check, lost_negation, meaning_flags
from summarize.lexicon import fold
from summarize.model import SentenceTranslator, SummarySentence
from summarize.names import NamePool
from summarize.overlap import is_content, spelled_words, words
from summarize.source import Source
from summarize.statement import Statement, statement
from summarize.support import Evidence, Ground

LEAST_SUPPORT: Final = 0.45
"""Below it a sentence is unsupported. Of true sentences of news summaries 1 % fall below, of sentences about other
articles more than 99 % (881 sentences of 200 articles)."""
LONGEST_GAP: Final = 3
"""More content words in a row that no evidence has are a made-up clause in an otherwise true sentence: so have 2 % of
true sentences, and 9 in 10 that a clause of another article was put into (the same 881)."""
WELL_SUPPORTED: Final = 0.65
"""From here on one more word may be missing in a row: more of the sentence is known."""
_LEFT: Final[dict[Language, re.Pattern[str]]] = {
    "ar": re.compile("^[a-z]{3,}$|[A-Za-z][\u0621-\u064a]|[\u0621-\u064a][A-Za-z]"),
    "en": re.compile("[\u0621-\u064a]"),
}
_GARBLED: Final = 0.34
_FURTHER: Final = 2
_WEIGHTS: Final[dict[FlagCode, int]] = {"low-confidence": 1, "coverage": 3, "loop": 7, "negation": 4, "untranslated": 4}


@dataclass(frozen=True, slots=True)
class Verdict:
    """A sentence with its evidence and what is wrong with it.

    `pivot` is the same in the article's language, where it was translated; `copied` marks the article's own sentences.
    """

    text: str
    evidence: Evidence
    flags: tuple[Flag, ...]
    pivot: str | None = None
    copied: bool = False

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong."""
        return not self.flags

    @property
    def support(self) -> float:
        """Share of the sentence's content that the evidence holds, in [0, 1]; halved when a rule fired."""
        return round(self.evidence.support * (1.0 if self.ok else 0.5), 3)

    @property
    def sentence(self) -> SummarySentence:
        """The same as a sentence of a summary; a copy has the flag `replaced`."""
        replaced = (Flag("replaced"),) if self.copied else ()
        return SummarySentence(self.text, self.evidence.ids, self.support, (*replaced, *self.flags))


@dataclass(frozen=True)
class Judge:
    """Judges sentences in `language` about an article.

    `targets` are the article's sentences in `language` where that is not the article's own, `faults` what is wrong
    with some of them, by id; `translator` brings summary sentences back into the article's language where there are no
    targets. With neither, only numbers, names and negation can be compared, and every sentence counts as unsupported.
    """

    source: Source
    language: Language
    targets: tuple[str, ...] | None = None
    translator: SentenceTranslator | None = None
    faults: Mapping[int, tuple[Flag, ...]] = field(default_factory=dict)

    @cached_property
    def article(self) -> Ground:
        """The article in its own language; boilerplate and the title are no evidence."""
        return Ground.of(self._body_only(self.source.texts), self.source.language)

    @cached_property
    def translated(self) -> Ground | None:
        """The article in the language of the summary, or None."""
        if self.language == self.source.language:
            return self.article
        return None if self.targets is None else Ground.of(self._body_only(self.targets), self.language)

    @cached_property
    def pool(self) -> NamePool:
        """The names of the article, its title included, in both languages where both are known."""
        texts = [(text, self.source.language) for text in self.source.texts]
        texts += [(text, self.language) for text in self.targets or ()]
        return NamePool.of(texts)

    def verdicts(self, texts: Sequence[str], pivots: Sequence[str] | None = None) -> list[Verdict]:
        """Return a verdict for each text; `pivots` are the same sentences in the article's language, if known."""
        if self.translated is not None and pivots is None:
            return [self._in_one_language(text, self.translated) for text in texts]
        if pivots is None and self.translator is not None:
            back = self.translator.translate_segments(tuple(texts), self.language, self.source.language)
            pivots = [segment.target for segment in back]
        if pivots is None:
            return [self._by_names_and_numbers(text) for text in texts]
        return [self._through_pivot(text, pivot) for text, pivot in zip(texts, pivots, strict=True)]

    def copied(self, index: int, text: str, faults: Sequence[Flag] = ()) -> Verdict:
        """Return the verdict on sentence `index` of the article, or on `text`, its translation with its `faults`."""
        evidence = Evidence((index,), 1.0, 1.0)
        if self.language == self.source.language:
            return Verdict(text, evidence, (), copied=True)
        original = statement(self.source.texts[index], self.source.language)
        flags = check(statement(text, self.language), (), (original,), self.pool)
        kept = [flag for flag in flags if flag.code in ("number", "number-added", "negation")]
        kept += [Flag("loop")] if is_loop(text) else []
        kept += foreign_words(text, self.language)
        kept += [Flag("untranslated")] if is_garbled(text, self.language) else []
        kept += [*self.lost(original.text, text), *lost_negation(original, statement(text, self.language))]
        return Verdict(text, evidence, _once((*faults, *kept)), original.text, copied=True)

    def lost(self, original: str, text: str) -> list[Flag]:
        """Return a flag for each number of `original`, in the article's language, that its translation has not."""
        there = cached_quantities(text, self.language)
        absent = missing(cached_quantities(original, self.source.language), there)
        return [Flag("number", quantity.text) for quantity in absent]

    @cached_property
    def figures(self) -> tuple[tuple[Quantity, ...], ...]:
        """The numbers and dates of each sentence of the article."""
        return tuple(cached_quantities(text, self.source.language) for text in self.article.texts)

    @cached_property
    def places(self) -> Mapping[Hashable, tuple[int, ...]]:
        """The sentences in which each part of a number or date stands, under every key that it can be found by."""
        found: dict[Hashable, dict[int, None]] = {}
        for index, known in enumerate(self.figures):
            for key in {key for quantity in known for keys in atoms(quantity) for key in keys}:
                found.setdefault(key, {})[index] = None
        return {key: tuple(indices) for key, indices in found.items()}

    @cached_property
    def _spelled(self) -> frozenset[str]:
        return frozenset(word for own in self.source.texts for word in spelled_words(own))

    def _in_one_language(self, text: str, ground: Ground) -> Verdict:
        evidence = self._with_figures(text, ground, ground.evidence(text))
        claim = statement(text, self.language)
        same = [statement(ground.texts[index], self.language) for index in evidence.ids]
        originals = self._originals(evidence.ids)
        flags = check(claim, same, originals, self.pool, self._further(claim, ground, evidence.ids))
        flags = (*flags, *misattributed(claim, ground, self.pool))
        return self._decide(text, evidence, _once((*flags, *self._carried(claim, evidence, originals))), None)

    def _further(self, claim: Statement, ground: Ground, ids: Sequence[int]) -> list[Statement]:
        """Return the other sentences of the article that have a number of the claim, or a word that it negates."""
        negated = {at for position in claim.governed for at in claim.beside(position)}
        found = {index for at in negated for index in ground.matches(claim.folded[at])}
        for quantity in cached_quantities(claim.text, claim.language):
            found |= self._holding(quantity)
        return [statement(ground.texts[index], self.language) for index in sorted(found - set(ids))]

    def _holding(self, quantity: Quantity) -> set[int]:
        """Return the sentences that have a number; only those that share a key of it are compared."""
        if quantity.soft:
            return {index for index, known in enumerate(self.figures) if known}
        candidates = {index for key in atoms(quantity)[0] for index in self.places.get(key, ())}
        return {index for index in candidates if not missing((quantity,), self.figures[index])}

    def _carried(self, claim: Statement, evidence: Evidence, originals: Sequence[Statement]) -> list[Flag]:
        """Return what a sentence inherits from the translation that it was judged by.

        Its numbers must stand in the original, since the translation may have them wrong; other faults are those of
        the sentence that it chiefly rests on.
        """
        if not originals:
            return []
        flags = number_flags(claim.text, claim.language, (), [(proof.text, proof.language) for proof in originals])
        inherited = self.faults.get(evidence.ids[0], ())
        return flags + [flag for flag in inherited if flag.code not in ("number", "number-added")]

    def _with_figures(self, text: str, ground: Ground, evidence: Evidence) -> Evidence:
        """Return the evidence with the sentences that have its missing numbers and share a word with the claim.

        Summaries put a number from one sentence and the news from another one together.
        """
        known = tuple(quantity for index in evidence.ids for quantity in self.figures[index])
        absent = missing(cached_quantities(text, self.language), known)
        if not absent or not evidence.ids:
            return evidence
        shared = {index for word in words(text) if is_content(word, self.language) for index in ground.matches(word)}
        further = [
            index for quantity in absent for index in sorted((shared & self._holding(quantity)) - set(evidence.ids))
        ]
        return replace(evidence, ids=tuple(dict.fromkeys((*evidence.ids, *further[:_FURTHER]))))

    def _through_pivot(self, text: str, pivot: str) -> Verdict:
        evidence = self.article.evidence(pivot)
        if self.translated is not None:
            direct = self.translated.evidence(text)
            evidence = direct if direct.support > evidence.support else evidence
        originals = [statement(self.source.texts[index], self.source.language) for index in evidence.ids]
        flags = list(check(statement(text, self.language), (), originals, self.pool))
        if originals:
            flags += meaning_flags(statement(pivot, self.source.language), originals)
        return self._decide(text, evidence, tuple(dict.fromkeys(flags)), pivot)

    def _by_names_and_numbers(self, text: str) -> Verdict:
        """Without any translation: the sentences that share names, as far as there are names to share."""
        claim = statement(text, self.language)
        flags = check(claim, (), [statement(value, self.source.language) for value in self.source.texts], self.pool)
        return Verdict(text, Evidence((), 0.0, 0.0), (Flag("unsupported", "no translation to compare with"), *flags))

    def _decide(self, text: str, evidence: Evidence, flags: tuple[Flag, ...], pivot: str | None) -> Verdict:
        if is_garbled(text, self.language):
            return Verdict(text, evidence, (Flag("untranslated"), *flags), pivot)
        strange = [flag for flag in foreign_words(text, self.language) if flag.detail not in self._spelled]
        flags = (*strange, *flags)
        longest = LONGEST_GAP + (evidence.support >= WELL_SUPPORTED)
        if evidence.support < LEAST_SUPPORT or evidence.gap > longest or evidence.lacking:
            flags = (Flag("unsupported", self._unknown(pivot or text)), *flags)
        return Verdict(text, evidence, flags, pivot)

    def _unknown(self, text: str) -> str:
        """Return the content words of a sentence that the article has not, at most four."""
        ground = self.article if self.translated is None else self.translated
        unknown = [word for word in words(text) if is_content(word, ground.language) and not ground.has(word)]
        return " ".join(dict.fromkeys(unknown[:4]))

    def _originals(self, ids: Sequence[int]) -> list[Statement]:
        if self.language == self.source.language:
            return []
        return [statement(self.source.texts[index], self.source.language) for index in ids]

    def _body_only(self, texts: Sequence[str]) -> list[str]:
        body = set(self.source.body)
        return [text if index in body else "" for index, text in enumerate(texts)]


def doubt(verdict: Verdict) -> int:
    """Return how much is wrong with a translated sentence, by the weight of its flags."""
    return sum(_WEIGHTS.get(flag.code, 2) for flag in verdict.flags)


def _once(flags: Sequence[Flag]) -> tuple[Flag, ...]:
    return tuple(dict.fromkeys(flags))


def foreign_words(text: str, language: Language) -> list[Flag]:
    """Return a flag for each word that a translation into `language` left as it was, or wrote half in each script."""
    found = [word for word in spelled_words(text) if _LEFT[language].search(word)]
    return [Flag("untranslated", word) for word in found]


def is_garbled(text: str, language: Language) -> bool:
    """Say whether more than a third of the letters are of the other script."""
    letters = [character for character in fold(text) if character.isalpha()]
    arabic = sum("\u0600" <= character <= "\u06ff" for character in letters)
    foreign = arabic if other(language) == "ar" else len(letters) - arabic
    return foreign > _GARBLED * len(letters) if letters else True
