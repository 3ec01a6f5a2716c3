"""Blocks of styled text: what html, docx and Markdown have in common."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

from base.languages import Language
from translate.batch.formats.document import block_article
from translate.batch.formats.inline import Run, joined, phrases, restyled
from translate.batch.model import Request, Result

Style = TypeVar("Style", bound=Hashable)


def request_for(blocks: Sequence[Sequence[Run[Style]]], origin: str, language: Language | None) -> Request:
    """Return what is to be translated of styled blocks; raises what `block_article` raises."""
    article = block_article([joined(runs) for runs in blocks], origin, language)
    wanted = list(dict.fromkeys(phrase for runs in blocks for phrase in phrases(runs)))
    return Request(article, block_article(wanted, origin, article.language) if wanted else None)


def restyle(
    blocks: Sequence[Sequence[Run[Style]]], request: Request, result: Result, must_stay: Callable[[Style], bool]
) -> list[list[Run[Style]]]:
    """Return the translation of each block as runs."""
    extra = request.phrases
    texts = [extra.text[each.start : each.end] for each in extra.paragraphs] if extra else []
    translations = dict(zip(texts, result.phrases, strict=True))
    segments, position = result.translation.segments, 0
    styled: list[list[Run[Style]]] = []
    for runs, paragraph in zip(blocks, request.article.paragraphs, strict=True):
        number = len(paragraph.sentences)
        targets = [segment.target for segment in segments[position : position + number]]
        styled.append(restyled(runs, paragraph, targets, translations, must_stay))
        position += number
    return styled
