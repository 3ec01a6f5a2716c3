"""A scripted model: says what a test wants it to say, and remembers what it was asked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from article.model import Article, Paragraph
from article.split import split_sentences
from base.errors import UnsupportedTaskError
from base.languages import Language
from engine.types import Decoding, Hypothesis, Task

Script = Callable[[str, Task, Decoding], Sequence[str | Hypothesis]]

_ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأإؤئةى"
_LATIN = "abtojhkdzrxsfpldzeghqklmnhwyeaaiweta"
TO_LATIN = str.maketrans(_ARABIC, _LATIN) | {ord("،"): ",", ord("؛"): ";", ord("؟"): "?"}
TO_ARABIC = str.maketrans("abcdefghijklmnopqrstuvwxyz", "ابكدهفغحيجكلمنوبقرستوفوكيز") | {ord("ـ"): None}

ARABIC_NEGATOR = re.compile(r"\b(?:لا|لم|لن|ليس)\b")
ENGLISH_NEGATOR = re.compile(r"\b(?:nobody|not|no|never)\b")


def echo(source: str, task: Task, decoding: Decoding) -> list[str]:
    """Spell the source in the letters of the target: nothing lost, nothing added, every guard content."""
    if task.target == "en":
        return [ARABIC_NEGATOR.sub("not", source).translate(TO_LATIN).capitalize()]
    return [ENGLISH_NEGATOR.sub("لا", source.lower()).translate(TO_ARABIC)]


@dataclass
class ScriptedModel:
    """A `Model` whose hypotheses come from a script; `calls` holds (sources, decoding) of every call."""

    script: Script = echo
    pairs: frozenset[tuple[Language, Language]] = frozenset({("ar", "en"), ("en", "ar")})
    batch: int = 3
    calls: list[tuple[tuple[str, ...], Decoding]] = field(default_factory=list)

    name: str = "scripted"
    signature: str = "scripted@1"
    max_source_pieces: int = 500

    def supports(self, task: Task) -> bool:
        return task.kind == "translate" and (task.source, task.target) in self.pairs

    def count_pieces(self, texts: Sequence[str], task: Task) -> list[int]:
        return [len(text.split()) for text in texts]

    def generate(
        self, sources: Sequence[str], task: Task, decoding: Decoding = Decoding()
    ) -> list[tuple[Hypothesis, ...]]:
        found = dict(self.stream(sources, task, decoding))
        return [found[index] for index in range(len(sources))]

    def stream(
        self, sources: Sequence[str], task: Task, decoding: Decoding = Decoding()
    ) -> Iterator[tuple[int, tuple[Hypothesis, ...]]]:
        if not self.supports(task):
            raise UnsupportedTaskError(f"scripted knows no {task.source}-{task.target}")
        self.calls.append((tuple(sources), decoding))
        head = list(range(min(2, len(sources))))
        rest = sorted(range(len(head), len(sources)), key=lambda index: len(sources[index]))
        for index in head + rest:
            yield index, self._hypotheses(sources[index], task, decoding)

    def _hypotheses(self, source: str, task: Task, decoding: Decoding) -> tuple[Hypothesis, ...]:
        said = self.script(source, task, decoding)[: decoding.num_hypotheses]
        return tuple(
            hypothesis(item, -0.3 - 0.1 * place) if isinstance(item, str) else item for place, item in enumerate(said)
        )


def hypothesis(text: str, score: float = -0.3, *, finished: bool = True, parts: int = 1) -> Hypothesis:
    return Hypothesis(text, score, tuple(text.split()), finished, parts)


def article_of(text: str, language: Language = "ar") -> Article:
    """Split a text into an article without detecting anything: paragraphs end at blank lines."""
    sentences = split_sentences(text)
    paragraphs: list[Paragraph] = []
    group = sentences[:1]
    for sentence in sentences[1:]:
        if text[group[-1].end : sentence.start].count("\n") > 1:
            paragraphs.append(Paragraph(tuple(group), group[0].start, group[-1].end))
            group = []
        group.append(sentence)
    if group:
        paragraphs.append(Paragraph(tuple(group), group[0].start, group[-1].end))
    return Article(text, tuple(paragraphs), language)
