"""Terms that have to be translated in one given way.

A glossary is a list of pairs and works in both directions. Matching is by word, with what Arabic attaches
to a word (wa-, fa-, bi-, li-, ka-, al-, pronouns, endings) and English inflection tolerated. Light stemming
after Larkey, Ballesteros and Connell, "Light Stemming for Arabic Information Retrieval" (2007).
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Final

from article.normalise import normalise_for_model
from base.flags import FlagCode
from base.languages import Language
from engine.types import Task
from translate.guards.finding import Finding

TERM: Final[FlagCode] = "term"

_WORD: Final = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_ARABIC_LETTER: Final = re.compile(r"[\u0621-\u064a]")
_ALEFS: Final = str.maketrans("أإآىئؤ", "ااايءء")
_PREFIXES: Final = (
    *(c + p + a for c in ("", "و", "ف") for p in ("", "ب", "ك", "ل") for a in ("", "ال")),
    *("لل", "ولل", "فلل", "س", "وس"),
)
_SUFFIXES: Final = (
    "",
    "ة",
    "ه",
    "ات",
    "ان",
    "ين",
    "ون",
    "ا",
    "ي",
    "ية",
    "ت",
    "ها",
    "هم",
    "نا",
    "ته",
    "تها",
    "تين",
    "تان",
)
_LEAST_STEM: Final = 2
_ENGLISH_ENDINGS: Final = (
    ("ies", "y"),
    ("'s", ""),
    ("’s", ""),
    ("s'", ""),
    ("es", ""),
    ("s", ""),
    ("ed", ""),
    ("ing", ""),
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A term in both languages."""

    arabic: str
    english: str

    def side(self, language: Language) -> str:
        """Return the term in one of the two languages."""
        return self.arabic if language == "ar" else self.english


@dataclass(frozen=True)
class Glossary:
    """Entries; several with the same source are alternatives, and any of them will do."""

    entries: tuple[Entry, ...]

    def wanted(self, source: str, language: Language) -> list[tuple[Entry, ...]]:
        """Return the alternatives of each term that occurs in a source text, longest terms first.

        A term inside a longer one that was found ("bank" in "central bank") is not looked for.
        """
        words, taken = _words(source), set[int]()
        found: list[tuple[int, tuple[Entry, ...]]] = []
        for term, entries in self._candidates(words, language):
            for at in _occurrences(term, words, language):
                span = range(at, at + len(term))
                if taken.isdisjoint(span):
                    taken.update(span)
                    found.append((at, entries))
        return list(dict.fromkeys(entries for _, entries in sorted(found, key=_first)))

    def _candidates(self, words: list[str], language: Language) -> list[tuple[tuple[str, ...], tuple[Entry, ...]]]:
        index = self._by_stem[language]
        stems = {stem for word in words for stem in _stems(word, language)}
        terms = {term: entries for stem in stems for term, entries in index.get(stem, ())}
        return sorted(terms.items(), key=lambda item: (-len(item[0]), item[0]))

    @cached_property
    def _by_stem(self) -> dict[Language, dict[str, list[tuple[tuple[str, ...], tuple[Entry, ...]]]]]:
        """Terms by the stems of their first word, so that a sentence meets few of a large glossary."""
        tables: dict[Language, dict[str, list[tuple[tuple[str, ...], tuple[Entry, ...]]]]] = {}
        for language in ("ar", "en"):
            grouped: dict[tuple[str, ...], list[Entry]] = defaultdict(list)
            for entry in self.entries:
                grouped[tuple(_words(entry.side(language)))].append(entry)
            table: dict[str, list[tuple[tuple[str, ...], tuple[Entry, ...]]]] = defaultdict(list)
            for term, entries in grouped.items():
                for stem in _stems(term[0], language) if term else ():
                    table[stem].append((term, tuple(entries)))
            tables[language] = dict(table)
        return tables


def read_glossary(path: Path) -> Glossary:
    """Read a glossary: csv or tsv of two columns (in any order, with or without a header), or TBX.

    Raises `InputError` when the file is missing, `FormatError` when it is not such a file.
    """
    from translate.glossary_file import read_entries

    return Glossary(read_entries(path))


def check_terms(glossary: Glossary, source: str, target: str, task: Task) -> tuple[Finding, ...]:
    """Report each term of the source whose translation the target does not have."""
    missing = [
        entries
        for entries in glossary.wanted(source, task.source)
        if not any(contains_term(target, entry.side(task.target), task.target) for entry in entries)
    ]
    return tuple(
        Finding(TERM, f"{entries[0].side(task.source)} -> {entries[0].side(task.target)}") for entries in missing
    )


def contains_term(text: str, term: str, language: Language) -> bool:
    """Say whether a term occurs in a text, whole words, inflection and Arabic clitics tolerated."""
    return bool(_occurrences(tuple(_words(term)), _words(text), language))


def _first(item: tuple[int, tuple[Entry, ...]]) -> int:
    return item[0]


def _words(text: str) -> list[str]:
    return _WORD.findall(normalise_for_model(text).casefold())


def _occurrences(term: tuple[str, ...], words: list[str], language: Language) -> list[int]:
    """Return the positions at which the words of the term stand one after the other."""
    stems = [_stems(word, language) for word in term]
    return [
        at
        for at in range(len(words) - len(term) + 1)
        if term and all(stem & _stems(words[at + i], language) for i, stem in enumerate(stems))
    ]


@lru_cache(maxsize=50_000)
def _stems(word: str, language: Language) -> frozenset[str]:
    """Return what a word may be without its clitics and endings; two words match when they share a stem."""
    if language == "ar" and _ARABIC_LETTER.search(word):
        return _arabic_stems(word.translate(_ALEFS))
    return _english_stems(word)


def _arabic_stems(word: str) -> frozenset[str]:
    heads = {word[len(p) :] for p in _PREFIXES if word.startswith(p) and len(word) - len(p) >= _LEAST_STEM}
    stems = {h[: len(h) - len(s)] for h in heads for s in _SUFFIXES if h.endswith(s)}
    # Short stems match too much: they count only when that is all there is.
    long = {stem for stem in stems if len(stem) > _LEAST_STEM}
    return frozenset(long or {stem for stem in stems if len(stem) == _LEAST_STEM} or {word})


def _english_stems(word: str) -> frozenset[str]:
    stems = {word}
    for ending, instead in _ENGLISH_ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) > _LEAST_STEM:
            stems.add(word.removesuffix(ending) + instead)
    return frozenset(stems)
