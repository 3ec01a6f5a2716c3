"""Where the paragraphs of a plain text are: its lines, or its blocks when the lines were wrapped by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import Final

from article.characters import INVISIBLE, LINE_ENDS

Span = tuple[int, int]

_LINE: Final = re.compile(rf"[^{LINE_ENDS}]*(?:\r\n|[{LINE_ENDS}]|$)")
_ENDS_SENTENCE: Final = re.compile(rf"[.!?؟…:؛۔][\s{INVISIBLE}\"'“”„«»‘’)\]]*$")
_ITEM: Final = re.compile(r"\s*(?:[•\-–—*]\s|[\d٠-٩]{1,3}[.)\-–]\s|[A-Za-z\u0621-\u064a]\)\s)")
_NARROWEST: Final = 40
_WIDEST: Final = 120
_FEWEST: Final = 3
_SLACK: Final = 4


def paragraph_spans(text: str) -> Iterator[Span]:
    """Yield the span of each paragraph; what lies between is white space.

    Every line with something in it is a paragraph, unless the text is hard-wrapped: then blank lines and list items
    begin one.
    """
    lines = [found.span() for found in _LINE.finditer(text) if found.end() > found.start()]
    blocks = [
        list(block) for blank, block in groupby(lines, lambda line: not text[line[0] : line[1]].strip()) if not blank
    ]
    wrapped = _is_wrapped(text, blocks)
    for block in blocks:
        starts = [
            index for index, line in enumerate(block) if not index or not wrapped or _ITEM.match(text[slice(*line)])
        ]
        for first, behind in pairwise([*starts, len(block)]):
            yield block[first][0], block[behind - 1][1]


def _is_wrapped(text: str, blocks: list[list[Span]]) -> bool:
    """Tell whether the lines were broken at a right margin, as in e-mails and plain-text books.

    Then a line is as full as it can be, give or take a few characters: the first word of the next one would not have
    fitted. And most lines do not end where a sentence ends.
    """
    written = [[text[start:end].strip() for start, end in block] for block in blocks]
    width = max((len(line) for block in written for line in block), default=0)
    broken = [pair for block in written for pair in pairwise(block) if not _ITEM.match(pair[1])]
    if not _NARROWEST <= width <= _WIDEST or len(broken) < _FEWEST:
        return False
    full = sum(len(line) + 1 + len(following.split()[0]) > width - _SLACK for line, following in broken)
    open_ended = sum(not _ENDS_SENTENCE.search(line) for line, _ in broken)
    return full >= 0.9 * len(broken) and open_ended >= 0.6 * len(broken)
