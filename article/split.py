"""Sentences of Arabic and English text as spans of it; the rules are explained in `docs/sentence-splitting.md`.

One pass over the end marks, with bounded looks to both sides, so the time is linear whatever the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from article.candidate import MARKS, Candidate
from article.characters import EMOJI, INVISIBLE, LINE_ENDS
from article.enclosures import QUOTES, enclosures
from article.ends import is_end
from article.model import Sentence

_LINE: Final = re.compile(f"[^{LINE_ENDS}]+")
_GAP_AHEAD: Final = rf"(?=[\s{INVISIBLE}{re.escape(QUOTES)}\])}}.!?؟…،,:;؛]|$)"
_TAIL: Final = rf"(?:[{INVISIBLE}]|[”»’›)\]}}]|[\"'“«‘„‟‹″‚‛]{_GAP_AHEAD}|\[\d{{1,3}}\])*"
_END: Final = re.compile(rf"(?:[{MARKS}]+{_TAIL})+(?:[ \u00a0\u202f][»”)](?=\s|$))?(?:[ ]?[{EMOJI}]+(?=\s|$))?")
_VISIBLE: Final = re.compile(rf"[^\s{INVISIBLE}]")
_LETTER_OR_DIGIT: Final = re.compile(r"[^\W_]")
_UPPER: Final = re.compile("[A-Z]")


def split_sentences(text: str) -> list[Sentence]:
    """Return the sentences of `text` in order, as spans of it; a line end always ends a sentence.

    Raw text is expected: diacritics, tatweel, bidi controls and zero-width characters are seen through and kept.
    Sentences do not overlap, and `text[s.start:s.end] == s.text`. What they leave out is white space, and lines
    that hold nothing but invisible format characters. Linear in the length of `text`.
    """
    return [sentence for line in _LINE.finditer(text) for sentence in sentences_within(text, *line.span())]


def sentences_within(text: str, start: int, end: int) -> Iterator[Sentence]:
    """Yield the sentences of `text[start:end]`; line ends inside count as spaces (hard-wrapped text)."""
    cut = start
    for stop in [*_ends(text, start, end), end]:
        piece = text[cut:stop]
        begin = cut + len(piece) - len(piece.lstrip())
        finish = begin + len(piece.strip())
        if _VISIBLE.search(text, begin, finish):
            yield Sentence(text[begin:finish], begin, finish)
        cut = stop


def _ends(text: str, start: int, end: int) -> Iterator[int]:
    """Yield the ends of all sentences of `text[start:end]` but the last."""
    brackets, quotes = enclosures(text, start, end)
    lowercase = not _UPPER.search(text, start, end)
    first = _first_word(text, start, end)
    item = 0
    for found in _END.finditer(text, start, end):
        mark, after = found.span()
        if after >= end or mark <= first:
            continue
        written = found.group()
        candidate = Candidate(text, start, first, mark, after, end, written, lowercase, brackets, quotes)
        if number := _item_number(candidate, item):
            item = number
        elif _VISIBLE.search(text, after, end) and is_end(candidate):
            yield after
            start, first = after, _first_word(text, after, end)


def _first_word(text: str, start: int, end: int) -> int:
    found = _LETTER_OR_DIGIT.search(text, start, end)
    return found.start() if found else end


def _item_number(candidate: Candidate, previous: int) -> int:
    """Return the number of a list item that is marked inside a line (`: 1. ... 2. ...`), or 0."""
    token = candidate.token
    if candidate.marks != "." or not (token.isdecimal() and len(token) <= 2):
        return 0
    number = int(token)
    return number if number == previous + 1 and (previous or candidate.before_token.endswith(":")) else 0
