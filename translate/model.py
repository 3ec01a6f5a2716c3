"""A translated article: one segment per sentence, aligned."""

from __future__ import annotations

from dataclasses import dataclass

from base.flags import Flag
from base.languages import Language


@dataclass(frozen=True, slots=True)
class Segment:
    """A source sentence and its translation.

    `id` is the sentence's index in the article, `paragraph` its paragraph's. `score` is the mean natural-log
    probability of a target piece (0 is certain). `flags` are what the guards could not repair.
    """

    id: int
    paragraph: int
    source: str
    target: str
    score: float
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True, slots=True)
class Translation:
    """The translation of an article.

    `segments` has one entry per sentence, in order. `text` is the source text with every sentence replaced by its
    translation, the white space between them kept byte for byte. `signature` is the model's.
    """

    segments: tuple[Segment, ...]
    text: str
    source_language: Language
    target_language: Language
    signature: str
