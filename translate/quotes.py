"""Quotation marks: told apart into opening and closing, and drawn as the source draws them."""

from __future__ import annotations

import re
from typing import Final

from base.languages import Language

_MARK: Final = re.compile(r" ?([\"“”„‟«»″]) ?")
_STYLES: Final = {"curly": ("“", "”"), "guillemets": ("«", "»"), "straight": ('"', '"')}
_STYLE_OF: Final = {"“": "curly", "”": "curly", "„": "curly", "«": "guillemets", "»": "guillemets", '"': "straight"}
_OPENERS: Final = "([{-–—/"
_CLOSERS: Final = ")]}.,;:!?،؛؟…"


def mirror_quotes(text: str, source: str, language: Language) -> str:
    """Return the text with paired quotation marks in the style of the source.

    Guillemets of an Arabic source become curly marks in English. Without any marks in the source the text
    keeps straight ones. A quotation may open or close in another sentence. An inch mark after a digit stays.
    """
    if not _MARK.search(text):
        return text
    style = next((_STYLE_OF[char] for char in source if char in _STYLE_OF), "straight")
    if language == "en" and style == "guillemets":
        style = "curly"
    marks = _STYLES[style]
    depth = 0

    def draw(match: re.Match[str]) -> str:
        nonlocal depth
        opening = _is_opening(text, match, depth)
        depth = depth + 1 if opening else max(0, depth - 1)
        if opening:
            before = match.group()[0] == " " or _touches(text, match.start(1) - 1, _CLOSERS)
            return (" " if before and match.start() > 0 else "") + marks[0]
        after = match.group()[-1] == " " and not _touches(text, match.end(), _CLOSERS)
        return marks[1] + (" " if after and match.end() < len(text) else "")

    return _MARK.sub(draw, text)


def _touches(text: str, at: int, characters: str) -> bool:
    return 0 <= at < len(text) and text[at] in characters


def _is_opening(text: str, match: re.Match[str], depth: int) -> bool:
    """Decide by the white space around the mark; by what is open where that does not tell."""
    at = match.start(1)
    free_before = at == 0 or text[at - 1].isspace() or text[at - 1] in _OPENERS
    free_after = at + 1 == len(text) or text[at + 1].isspace() or text[at + 1] in _CLOSERS
    return free_before if free_before != free_after else depth == 0
