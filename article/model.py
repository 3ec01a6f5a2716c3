"""The document as Jisr sees it: an untouched text, and spans of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from base.languages import Language


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: `text` is exactly `article.text[start:end]`, in code points, never empty."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of sentences without a paragraph break; the white space between them is not covered."""

    sentences: tuple[Sentence, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """An article: `text` is the decoded original, never normalised; everything else are spans of it.

    Paragraphs and sentences are in reading order and do not overlap. What they do not cover is white
    space, so `text` can be put together again byte for byte. When there is a title, it is `paragraphs[0]`.
    `origin` says where the article came from: a path, a URL, or `<text>`.
    """

    text: str
    paragraphs: tuple[Paragraph, ...]
    language: Language
    has_title: bool = False
    origin: str = "<text>"

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences in reading order, the title's included; the index is the segment id."""
        return tuple(sentence for paragraph in self.paragraphs for sentence in paragraph.sentences)

    @property
    def title(self) -> str | None:
        """The title, or None."""
        if not self.has_title:
            return None
        first = self.paragraphs[0]
        return self.text[first.start : first.end]

    @property
    def words(self) -> int:
        """Number of white-space separated words."""
        return len(self.text.split())

    def located(self) -> Iterator[tuple[int, int, Sentence]]:
        """Yield (segment id, paragraph index, sentence) in reading order."""
        identifier = 0
        for index, paragraph in enumerate(self.paragraphs):
            for sentence in paragraph.sentences:
                yield identifier, index, sentence
                identifier += 1
