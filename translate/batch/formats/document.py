"""Documents of one file: taken apart into an article of blocks, put together again around the translation."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from article.language import detect_language
from article.model import Article, Paragraph, Sentence
from article.split import split_sentences
from base.errors import EmptyInputError, LanguageError
from base.languages import LANGUAGES, Language
from translate.batch.model import Request, Result
from translate.model import Segment

_GAP: Final = "\n\n"


@dataclass(frozen=True, slots=True)
class Document:
    """What to translate of a file, and the bytes of the file with the translation in it."""

    request: Request
    render: Callable[[Result], bytes]


def block_article(blocks: Sequence[str], origin: str, language: Language | None = None) -> Article:
    """Return blocks of text (paragraphs, cells, cues) as one article, each block exactly one paragraph of it.

    Line ends inside of a block end a sentence. Raises `EmptyInputError` for blocks without words and `LanguageError`
    for those of a third language. A block of white space is a paragraph without sentences.
    """
    text = _GAP.join(blocks)
    found = language or _language(text, origin)
    paragraphs: list[Paragraph] = []
    start = 0
    for block in blocks:
        moved = tuple(Sentence(each.text, each.start + start, each.end + start) for each in split_sentences(block))
        paragraphs.append(Paragraph(moved, start, start + len(block)))
        start += len(block) + len(_GAP)
    return Article(text, tuple(paragraphs), found, origin=origin)


def block_targets(article: Article, segments: Sequence[Segment]) -> list[str]:
    """Return the translation of each block, the white space between its sentences kept."""
    texts: list[str] = []
    position = 0
    for paragraph in article.paragraphs:
        parts, end = [], paragraph.start
        for sentence in paragraph.sentences:
            parts += [article.text[end : sentence.start], segments[position].target]
            end, position = sentence.end, position + 1
        texts.append("".join([*parts, article.text[end : paragraph.end]]))
    return texts


def _language(text: str, origin: str) -> Language:
    detection = detect_language(text)
    if not any(map(str.isalpha, text)):
        raise EmptyInputError(f"{origin}: no words in it, expected an article in Arabic or English.")
    for language in LANGUAGES:
        if detection.language == language:
            return language
    raise LanguageError(
        f"{origin}: the text is in {detection.name}, expected Arabic or English. Leave the file out, or name the "
        "target language with --to."
    )
