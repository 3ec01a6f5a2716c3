"""The words, numbers and marks of a sentence in either language, with their spans, as number readers see them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

TokenKind = Literal["word", "number", "mark"]

_ZEROS: Final = (0x0660, 0x06F0, 0xFF10)
_SAME_LENGTH: Final = {zero + digit: str(digit) for zero in _ZEROS for digit in range(10)} | str.maketrans(
    "٪％﹪‐‑‒–—−⁄∕", "%%%------//"
)
_DIACRITICS: Final = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0300-\u036f"
_JOINERS: Final = "\u200c\u200d\u00ad"
_SKIPPED: Final = r"\s\u200b\u200e\u200f\u061c\u202a-\u202e\u2060\u2066-\u2069\ufeff"
_TOKEN: Final = re.compile(
    r"(?P<number>[0-9]{1,3}(?:[ \u00a0\u2009\u202f][0-9]{3})+(?![0-9])(?:[.,٫][0-9]+)?"
    r"|[0-9]+(?:[.,٫٬،'’][0-9]+)*)"
    rf"|(?P<word>[^\W\d_](?:[^\W\d_]|[{_DIACRITICS}{_JOINERS}])*(?:['’][a-zA-Z]+)?)"
    rf"|(?P<mark>[^{_SKIPPED}])"
)
_PLAIN_NUMBER: Final = re.compile("[0-9]+")
_GROUPED: Final = {
    separator: re.compile(rf"[1-9][0-9]{{0,2}}(?:{re.escape(separator)}[0-9]{{3}})+") for separator in ".,"
}
_SEPARATORS: Final = {
    ord(key): value for key, value in (*zip("٬'’ \u00a0\u2009\u202f", "," * 7, strict=True), ("،", ","))
}
_FOLDED: Final = str.maketrans("أإآٱىةکی’", "ااااىهكي'") | {0x0649: "ي"}
_DROPPED: Final = re.compile(rf"[{_DIACRITICS}{_JOINERS}\u0640]")
_FIRST_PRESENTATION_FORM: Final = "\ufb50"


class Token(NamedTuple):
    """A token: `key` is what tables are looked up with; `text` is as written, at `start:end` of the sentence.

    The key of a word is in lower case, without diacritics and tatweel, and with one spelling of alef, teh marbuta
    and yeh. The key of a number has ASCII digits, `,` between groups and `.` before decimals.
    """

    kind: TokenKind
    key: str
    text: str
    start: int
    end: int


def fold(word: str) -> str:
    """Return the key of a word: see `Token`."""
    if word.isascii():
        return word.lower().removesuffix("'s")
    if max(word) >= _FIRST_PRESENTATION_FORM:
        word = unicodedata.normalize("NFKC", word)
    return _DROPPED.sub("", word).translate(_FOLDED).lower().removesuffix("'s")


def tokenise(text: str) -> list[Token]:
    """Return the tokens of `text` in order; white space and bidi controls are in none of them. Linear time."""
    same_length = text.translate(_SAME_LENGTH)
    tokens: list[Token] = []
    for match in _TOKEN.finditer(same_length):
        start, end = match.span()
        if match.lastgroup == "number":
            tokens.extend(_numbers(match.group(), text, start))
        elif match.lastgroup == "word":
            tokens.append(Token("word", fold(match.group()), text[start:end], start, end))
        else:
            tokens.append(Token("mark", match.group(), text[start:end], start, end))
    return tokens


def _numbers(digits: str, text: str, start: int) -> Iterator[Token]:
    """Yield one number, or its parts and the marks between them when it is no number (`10.9.2023`, `1,2,3`)."""
    key = _canonical(digits)
    if key:
        yield Token("number", key, text[start : start + len(digits)], start, start + len(digits))
        return
    for match in re.finditer("[0-9]+|[^0-9]", digits):
        first, last = start + match.start(), start + match.end()
        kind: TokenKind = "number" if match.group().isdigit() else "mark"
        yield Token(kind, match.group(), text[first:last], first, last)


def _canonical(digits: str) -> str | None:
    """Return `digits` with `,` between groups of three and `.` before decimals, or None when it is no number."""
    if _PLAIN_NUMBER.fullmatch(digits):
        return digits
    whole, point, decimals = digits.translate(_SEPARATORS).partition("٫")
    if point:
        return f"{whole}.{decimals}" if _is_whole(whole) and decimals.isdigit() else None
    if _is_whole(whole):
        return whole
    separator = max(".,", key=whole.rfind)
    front, _, back = whole.rpartition(separator)
    if separator in front or not back.isdigit():
        return whole.replace(".", ",") if _GROUPED["."].fullmatch(whole) else None
    front = front.replace(".", ",")
    return f"{front}.{back}" if _is_whole(front) else None


def _is_whole(digits: str) -> bool:
    return bool(_PLAIN_NUMBER.fullmatch(digits) or _GROUPED[","].fullmatch(digits))


def adjacent(tokens: list[Token], index: int) -> bool:
    """Whether token `index` exists and nothing, not even a space, stands between it and the one before."""
    return 0 < index < len(tokens) and tokens[index - 1].end == tokens[index].start


def key_at(tokens: list[Token], index: int) -> str:
    """Return the key of token `index`, empty when there is none."""
    return tokens[index].key if 0 <= index < len(tokens) else ""
