"""The end of a sentence: its final punctuation follows the source."""

from __future__ import annotations

import re
from typing import Final

from base.languages import Language

_MARKS: Final = ".!?؟…;؛:،,"
_CLOSERS: Final = "\"'”’»)] "
_ARABIC: Final = str.maketrans("?;,", "؟؛،")
_ENGLISH: Final = str.maketrans("؟؛،", "?;,")
_ABBREVIATION: Final = re.compile(r"(?:\w\.\w|\b(?:Mr|Mrs|Ms|Dr|Inc|Ltd|Co|Corp|Jr|Sr|St|No|etc|vs|a\.m|p\.m))$")


def mirror_ending(text: str, source: str, language: Language) -> str:
    """Return the text with the final punctuation of its source, in the signs of `language`.

    A missing mark is added, a full stop where the source asks, exclaims, announces or trails off is
    replaced, and a full stop under a heading that has none is dropped. Other differences are the model's
    choice and stay.
    """
    wanted = _mark(source).translate(_ARABIC if language == "ar" else _ENGLISH)
    body, mark, closers = _taken_apart(text)
    if not body or _ends_with_abbreviation(source):
        return text
    if not wanted:
        dropped = mark == "." and not _ABBREVIATION.search(body)
        return f"{body}{closers}" if dropped else text
    if mark in ("", ",", "،"):
        return _placed(body, wanted, closers, source)
    if mark == "." and wanted != ".":
        return f"{body}{closers}" if _mark(body) == wanted else f"{body}{wanted}{closers}"
    return text


def _ends_with_abbreviation(source: str) -> bool:
    """Say whether the final point belongs to an abbreviation, and so tells nothing about the sentence."""
    return source.endswith(".") and _ABBREVIATION.search(source[:-1]) is not None


def _mark(text: str) -> str:
    """Return the run of punctuation at the end, before or behind the closing quotes."""
    return _taken_apart(text)[1]


def _taken_apart(text: str) -> tuple[str, str, str]:
    """Return (body, final punctuation, closing quotes and brackets behind it), white space dropped."""
    front = text.rstrip(_CLOSERS)
    body = front.rstrip(_MARKS + " ")
    return body, front[len(body) :].strip(), text[len(front) :].strip()


def _placed(body: str, mark: str, closers: str, source: str) -> str:
    """Put a mark before or behind the closing quotes, as the source does."""
    outside = source.rstrip()[-1:] in _MARKS
    return f"{body}{closers}{mark}" if outside else f"{body}{mark}{closers}"
