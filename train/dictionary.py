"""Word-by-word translation by dictionary: what ties two languages together before any sentence pair is seen.

The noisy source is a sentence whose words are replaced by their translations where a word list knows one (Lin et
al. 2020, mRASP), with Arabic's attached article, conjunction, prepositions and pronouns taken off and put on; the
target is the sentence itself. Rare names and words are so learned in the middle of real news.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Final

import torch

from article.normalise import normalise_for_model
from article.tokens import fold
from train.corpus import Pair
from train.filters import script_shares
from train.monolingual import FILES, some_sentences
from train.oneway import dictionary_path, write_one_way
from train.store import WORD_START

_TOKEN: Final = re.compile(r"[^\W\d_]+(?:'[a-z]+)?|[$€£]?\d+(?:[.,:/]\d+)*%?|[^\w\s]", re.UNICODE)
_MARKS_TO_ARABIC: Final = {",": "،", ";": "؛", "?": "؟"}
_MARKS_TO_ENGLISH: Final = {arabic: latin for latin, arabic in _MARKS_TO_ARABIC.items()}
_WORD: Final = re.compile(r"[^\W\d_]+(?:'[a-z]+)?", re.UNICODE)
_PROCLITICS: Final = (
    ("وال", ("and", "the")),
    ("بال", ("in", "the")),
    ("كال", ("like", "the")),
    ("فال", ("so", "the")),
    ("لل", ("to", "the")),
    ("ال", ("the",)),
    ("و", ("and",)),
    ("ب", ("with",)),
    ("ل", ("to",)),
    ("ف", ("so",)),
    ("سي", ("will",)),
    ("ست", ("will",)),
    ("س", ("will",)),
    ("ي", ()),
    ("ت", ()),
)
# What an ending says before the English noun, and what the noun has in place of the ending.
_SUFFIXES: Final[tuple[Ending, ...]] = (
    ("هما", ("their",), ("",)),
    ("هم", ("their",), ("",)),
    ("هن", ("their",), ("",)),
    ("ها", ("its",), ("",)),
    ("نا", ("our",), ("",)),
    ("كم", ("your",), ("",)),
    ("ه", ("his",), ("",)),
    ("ات", (), ("ه", "")),
    ("ين", (), ("",)),
    ("ون", (), ("",)),
    ("ان", ("two",), ("",)),
    ("وا", (), ("",)),
    ("ت", (), ("",)),
    ("ا", (), ("",)),
)
Ending = tuple[str, tuple[str, ...], tuple[str, ...]]
_PLURAL_ENDINGS: Final = frozenset(("ات", "ين", "ون", "ان"))
_SHORTEST_STEM: Final = 3
# A word pair that was counted in sentence pairs goes before what word lists say.
COUNTED: Final = "counted"
_ATTACHED: Final = {"and": "و", "the": "ال", "to": "ل", "with": "ب", "for": "ل"}
_DROPPED: Final = frozenset({"a", "an", "is", "are", "was", "were", "been", "be", "it", "do", "does", "did"})
_MOST_CHOICES: Final = 4
_FIRST: Final = 10**9
_ENGLISH_ENDINGS: Final = (
    ("ies", "y"),
    ("ied", "y"),
    ("es", ""),
    ("s", ""),
    ("ed", "e"),
    ("ed", ""),
    ("ing", "e"),
    ("ing", ""),
)


@dataclass
class WordDictionary:
    """Translations of single words both ways, the commoner ones (in running text of their language) first."""

    to_english: dict[str, list[str]] = field(default_factory=dict)
    to_arabic: dict[str, list[str]] = field(default_factory=dict)

    def english_words(self, word: str, random: Random) -> list[str]:
        """Return English words for the Arabic `word`, [] when it is not known in any form.

        Looked up as it is, then without attached conjunctions, prepositions and article, then without an attached
        pronoun or the ending of a plural, before which a teh marbuta is written as teh.
        """
        key = fold(word)
        if known := self.to_english.get(key):
            return [_pick(known, random)]
        # Folding writes teh marbuta as heh, and only the other heh is a pronoun.
        if word.endswith("ة"):
            return self._without_prefix(key, random) or self._without_prefix(key[:-1], random)
        return self._without_prefix(key, random, endings=_SUFFIXES)

    def _without_prefix(self, key: str, random: Random, endings: tuple[Ending, ...] = ()) -> list[str]:
        for prefix, words in (("", ()), *_PROCLITICS):
            rest = key.removeprefix(prefix)
            if len(rest) < _SHORTEST_STEM or (prefix and rest == key):
                continue
            if known := self.to_english.get(rest):
                return [*words, _pick(known, random)]
            if found := self._without_ending(rest, random, endings):
                return [*words, *found]
        return []

    def _without_ending(self, word: str, random: Random, endings: tuple[Ending, ...]) -> list[str]:
        for suffix, words, restored in endings:
            stem = word.removesuffix(suffix)
            if stem == word or len(stem) < _SHORTEST_STEM:
                continue
            # The teh of a feminine noun before a pronoun.
            stems = [stem + ending for ending in restored] + ([f"{stem[:-1]}ه"] if stem.endswith("ت") else [])
            for form in stems:
                if known := self.to_english.get(form):
                    english = _pick(known, random)
                    return [*words, _plural(english) if suffix in _PLURAL_ENDINGS else english]
        return []

    def arabic_word(self, word: str, random: Random, *, first: bool = False) -> str | None:
        """Return an Arabic word for the English `word`, None when it is not known in any form.

        A capital makes it a name where names are known by it, unless the word is the `first` of its sentence.
        """
        forms = _english_forms(word)
        for form in [*forms[1:], word] if first else forms:
            if known := self.to_arabic.get(form):
                return _pick(known, random)
        return None


def make_dictionary(pairs: Iterable[Pair], running: Iterable[str]) -> WordDictionary:
    """Return the dictionary of the one-word `pairs`; `running` text of both languages tells how common words are."""
    common: Counter[str] = Counter()
    for text in running:
        common.update(word if word[0] > "z" else word.casefold() for word in _WORD.findall(text))
    english: dict[str, Counter[str]] = defaultdict(Counter)
    arabic: dict[str, Counter[str]] = defaultdict(Counter)
    for pair in pairs:
        source, target = normalise_for_model(pair.arabic), normalise_for_model(pair.english)
        if " " in source or " " in target or not source or not target:
            continue
        is_name = pair.source.startswith(("lex-names", "lex-countries"))
        is_counted = pair.source == COUNTED
        known = common[target.casefold()]
        # Many a spelling of a name is an everyday word of the other language; the rare ones are mostly that.
        if known or not (is_name or is_counted):
            written = target if is_name or is_counted else target.casefold()
            english[fold(source)][written] = max(english[fold(source)][written], is_counted * _FIRST + 1 + known)
        key = target if is_name else target.casefold()
        arabic[key][source] = max(arabic[key][source], is_counted * _FIRST + 1 + common[source])
    return WordDictionary(_ranked(english), _ranked(arabic))


def pseudo_english(sentence: str, words: WordDictionary, random: Random, rate: float = 0.9) -> str:
    """Return the Arabic `sentence` word by word in English, unknown words dropped (they cannot be copied)."""
    out: list[str] = []
    for token in _TOKEN.findall(sentence):
        if not _WORD.fullmatch(token):
            out.append(_MARKS_TO_ENGLISH.get(token, token))
        elif random.random() < rate:
            out.extend(words.english_words(token, random))
    return _spaced(_shuffled(out, random))


def pseudo_arabic(sentence: str, words: WordDictionary, random: Random, rate: float = 0.9) -> str:
    """Return the English `sentence` word by word in Arabic, unknown words dropped."""
    out: list[str] = []
    prefix = ""
    for token in _TOKEN.findall(sentence):
        lower = token.casefold()
        if lower in _ATTACHED:
            prefix = (prefix + _ATTACHED[lower]).replace("لال", "لل")
        elif not _WORD.fullmatch(token):
            out.append(_MARKS_TO_ARABIC.get(token, token))
            prefix = ""
        elif lower in _DROPPED or random.random() >= rate:
            continue
        elif found := words.arabic_word(token, random, first=not out):
            out.append(prefix + (found.removeprefix("ال") if prefix.endswith(("ال", "لل")) else found))
            prefix = ""
    return _spaced(_shuffled(out, random))


def mixed(sentence: str, words: WordDictionary, random: Random, arabic: bool, rate: float = 0.35) -> str:
    """Return `sentence` with `rate` of its words replaced in their places, and unknown words kept (mRASP).

    `arabic` says that the sentence is Arabic.
    """
    out: list[str] = []
    for token in _TOKEN.findall(sentence):
        found: list[str] = []
        if _WORD.fullmatch(token) and random.random() < rate:
            one = None if arabic else words.arabic_word(token, random, first=not out)
            found = words.english_words(token, random) if arabic else [one] if one else []
        out.extend(found or [token])
    return _spaced(out)


def counted_pairs(table: torch.Tensor, pieces: list[str], least: float = 0.3) -> Iterator[Pair]:
    """Yield the whole-word pieces that a translation table, (Arabic, English), is sure of.

    Frequent words are one piece each, and sentence pairs know them better than a dictionary does.
    """
    values, best = table.float().max(dim=1)
    for number in torch.nonzero(values > least).flatten().tolist():
        source, target = pieces[number], pieces[int(best[number])]
        arabic, english = source.removeprefix(WORD_START), target.removeprefix(WORD_START)
        whole = len(source) - len(arabic) == len(target) - len(english) == 1 and min(len(arabic), len(english)) > 1
        scripts = script_shares(arabic)[0] == script_shares(english)[1] == 1
        if whole and scripts and arabic not in dict(_PROCLITICS):
            yield Pair(COUNTED, arabic, english)


def write_dictionary_pairs(work: Path, words: WordDictionary, most: int) -> None:
    """Write up to `most` sentences of each language, each with a source made by dictionary.

    Three in four are word by word in the other language, the rest have some words replaced.
    """
    for language in FILES:
        random = Random(f"dictionary {language}")
        sentences = some_sentences(work, language, 0, most)
        write_one_way(
            dictionary_path(work, language), ((_made(one, words, random, language), one) for one in sentences)
        )


def _made(sentence: str, words: WordDictionary, random: Random, language: str) -> str:
    if random.random() < 0.25:
        return mixed(sentence, words, random, language == "ara")
    return pseudo_english(sentence, words, random) if language == "ara" else pseudo_arabic(sentence, words, random)


def _english_forms(word: str) -> list[str]:
    lower = word.casefold().removesuffix("'s")
    stems = [
        lower.removesuffix(end) + put
        for end, put in _ENGLISH_ENDINGS
        if lower.endswith(end) and len(lower) > len(end) + 2
    ]
    return [word, lower, *stems]


def _plural(english: str) -> str:
    if english.endswith(("s", "x", "ch", "sh")):
        return english if english.endswith("s") else f"{english}es"
    if english.endswith("y") and english[-2:-1] not in "aeiou":
        return f"{english[:-1]}ies"
    return f"{english}s"


def _pick(known: list[str], random: Random) -> str:
    # The first is the commonest: take it more often than not.
    return known[min(int(random.expovariate(1.5)), len(known) - 1)]


def _ranked(table: dict[str, Counter[str]]) -> dict[str, list[str]]:
    return {word: [name for name, _ in found.most_common(_MOST_CHOICES)] for word, found in table.items()}


def _shuffled(tokens: list[str], random: Random, window: float = 2.5) -> list[str]:
    # The two languages order words differently; a word moves by less than `window` places (Lample et al. 2018), and
    # not past a mark.
    out: list[str] = []
    words: list[str] = []
    for token in [*tokens, ""]:
        if token and token[0].isalnum():
            words.append(token)
            continue
        keys = [place + random.uniform(0, window) for place in range(len(words))]
        out += [words[place] for place in sorted(range(len(words)), key=keys.__getitem__)]
        out.append(token)
        words = []
    return out[:-1]


def _spaced(tokens: list[str]) -> str:
    return re.sub(r"\s+([.,!?؟،؛:)])", r"\1", " ".join(tokens))
