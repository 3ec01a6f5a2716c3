"""Word-by-word translation by dictionary: what ties two languages together before any sentence pair is seen.

The noisy source is a sentence whose words are replaced by their translations where a word list knows one (Lin et
al. 2020, mRASP), with Arabic's attached article, conjunction and prepositions taken off and put on; the target is
the sentence itself. Rare names and words are so learned in the middle of real news.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from random import Random
from typing import Final

from article.normalise import normalise_for_model
from train.corpus import Pair

_TOKEN: Final = re.compile(r"[^\W\d_]+(?:'[a-z]+)?|\d+(?:[.,]\d+)*|[^\w\s]", re.UNICODE)
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
    ("س", ("will",)),
)
_ATTACHED: Final = {"and": "و", "the": "ال", "to": "ل", "with": "ب", "for": "ل"}
_DROPPED: Final = frozenset({"a", "an", "is", "are", "was", "were", "been", "be", "it", "do", "does", "did"})
_MOST_CHOICES: Final = 4


@dataclass
class WordDictionary:
    """Translations of single words both ways, the commoner ones (in running text of their language) first."""

    to_english: dict[str, list[str]] = field(default_factory=dict)
    to_arabic: dict[str, list[str]] = field(default_factory=dict)

    def english_words(self, word: str, random: Random) -> list[str]:
        """Return English words for the Arabic `word`, [] when it is not known in any form."""
        if known := self.to_english.get(word):
            return [_pick(known, random)]
        for prefix, words in _PROCLITICS:
            rest = word.removeprefix(prefix)
            if len(rest) > 2 and rest != word and (known := self.to_english.get(rest)):
                return [*words, _pick(known, random)]
        return []

    def arabic_word(self, word: str, random: Random) -> str | None:
        """Return an Arabic word for the English `word`, None when it is not known in any form."""
        lower = word.casefold().removesuffix("'s")
        for form in (word, lower, lower.removesuffix("s"), lower.removesuffix("ed"), lower.removesuffix("ing")):
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
        target = target if is_name else target.casefold()
        english[source][target] = 1 + common[target.casefold()]
        arabic[target][source] = 1 + common[source]
        if is_name:
            arabic[target.casefold()].setdefault(source, 1)
    return WordDictionary(_ranked(english), _ranked(arabic))


def pseudo_english(sentence: str, words: WordDictionary, random: Random, rate: float = 0.9) -> str:
    """Return the Arabic `sentence` word by word in English, unknown words dropped (they cannot be copied)."""
    out: list[str] = []
    for token in _TOKEN.findall(sentence):
        if not _WORD.fullmatch(token):
            out.append(token)
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
            out.append(token)
            prefix = ""
        elif lower not in _DROPPED and random.random() < rate and (found := words.arabic_word(token, random)):
            out.append(found if prefix.endswith("ال") and found.startswith("ال") else prefix + found)
            prefix = ""
    return _spaced(_shuffled(out, random))


def _pick(known: list[str], random: Random) -> str:
    # The first is the commonest: take it more often than not.
    return known[min(int(random.expovariate(1.5)), len(known) - 1)]


def _ranked(table: dict[str, Counter[str]]) -> dict[str, list[str]]:
    return {word: [name for name, _ in found.most_common(_MOST_CHOICES)] for word, found in table.items()}


def _shuffled(tokens: list[str], random: Random, window: float = 2.5) -> list[str]:
    # The two languages order words differently; a word moves by less than `window` places (Lample et al. 2018).
    places = sorted(range(len(tokens)), key=lambda place: place + random.uniform(0, window))
    return [tokens[place] for place in places]


def _spaced(tokens: list[str]) -> str:
    return re.sub(r"\s+([.,!?؟،؛:)])", r"\1", " ".join(tokens))
