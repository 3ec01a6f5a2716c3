"""Extractive baselines that are exactly as long as another system's summaries: `lead=compact`, `textrank=compact`.

ROUGE rewards length, so that a comparison says something only where both sides have the same number of words.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from base.languages import Language
from eval.code import SUMMARIZING, code_digest
from eval.dataset import DataSet, Item
from eval.output import Output
from eval.run import run
from eval.system import Models, System, item_article, output_of
from jisr import __version__
from summarize.extractive import METHODS, ranked_ids, target_texts
from summarize.model import SentenceTranslator
from summarize.source import Source, read_source

_AT_ONCE: Final = 4
"""Sentences translated together, for a summary in the other language."""


@dataclass(frozen=True, slots=True)
class EqualLength:
    """An extractive method, cut after as many words as `other` has on the same item.

    Sentences come in the method's own order (`lead`: that of the article) until there are enough words; the last one
    is cut there, and what was taken is put into the article's order. The other system's outputs are those in `folder`,
    made first where there are none yet. For a summary in the other language the sentences are translated.
    """

    method: str
    other: System
    models: Models
    folder: Path
    translating: str = "compact"

    @property
    def name(self) -> str:
        """`lead=compact`: the method, and the system whose lengths it has."""
        return f"{self.method}={self.other.name}"

    def signature(self, data: DataSet) -> str:
        """Return the version of Jisr, the method, and the other system's signature."""
        line = f"jisr:{__version__}|code:{code_digest(SUMMARIZING)}|summarize:{self.method}|cut:words"
        return f"{line}|as:({self.other.signature(data)})"

    def run(self, data: DataSet, items: Sequence[Item]) -> Iterator[Output]:
        """Yield the baseline's summaries of items."""
        words = {one.id: len(one.hypothesis.split()) for one in run(self.other, data, self.folder).outputs}
        translator = self._translator(data)
        for item in items:
            began = time.perf_counter()
            source = read_source(item_article(item, data.source))
            texts = _in_rank_order(source, ranked_ids(self.method, source), data.target, translator)
            taken = first_words(texts, words[item.id])
            yield output_of(item, "\n".join(taken), time.perf_counter() - began, ())

    def _translator(self, data: DataSet) -> SentenceTranslator | None:
        if data.source == data.target:
            return None
        return self.models.remembering(self.translating, data.source, data.target)


def is_equal_length(name: str) -> bool:
    """Say whether a name is that of a baseline at another system's length."""
    method, equals, other = name.partition("=")
    return bool(equals and other) and method in METHODS


def first_words(ranked: Iterable[tuple[int, str]], most: int) -> list[str]:
    """Return texts in the order of their ids: the first of the ranked ones up to `most` words, the last one cut."""
    taken: list[tuple[int, str]] = []
    left = most
    for index, text in ranked:
        if left <= 0:
            break
        words = text.split()
        taken.append((index, " ".join(words[:left])))
        left -= len(words)
    return [text for _, text in sorted(taken)]


def _in_rank_order(
    source: Source, ids: Sequence[int], language: Language, translator: SentenceTranslator | None
) -> Iterator[tuple[int, str]]:
    """Yield sentences with their ids, translated a few at a time as they are asked for."""
    for start in range(0, len(ids), _AT_ONCE):
        chunk = ids[start : start + _AT_ONCE]
        texts = target_texts(source, chunk, language, None, translator)
        yield from ((index, text) for index, (text, _) in zip(chunk, texts, strict=True))
