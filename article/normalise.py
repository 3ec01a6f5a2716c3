"""What a model sees of a text: one spelling for things that differ only in encoding.

The original is never changed and never replaced on display: `normalise` keeps, for every character it gives out,
the span of the original it came from. Code points are named after the Unicode Standard, version 15.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

_TATWEEL: Final = "\u0640"
_BIDI_CONTROLS: Final = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_ZERO_WIDTH: Final = "\u00ad\u200b-\u200d\u2060\ufeff"
_CONTROLS: Final = "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff"
_DIACRITICS: Final = "\u064b-\u0652\u0656-\u065f\u0670\u06d6-\u06ed"
_COMPOSING: Final = "\u0300-\u036f\u0653-\u0655"
_PRESENTATION_FORMS: Final = (range(0xFB50, 0xFDD0), range(0xFDF0, 0xFDFD), range(0xFE70, 0xFEFD))

_DROPPED: Final = f"{_TATWEEL}{_BIDI_CONTROLS}{_ZERO_WIDTH}{_CONTROLS}"
_SPACES: Final = re.compile(r"\s+")
_COMPOSABLE: Final = re.compile(rf"\S[{_COMPOSING}]+")
_UNIT: Final = re.compile(rf"\s|\S[{_DROPPED}{_DIACRITICS}{_COMPOSING}]*")


def _characters(ranges: str) -> set[int]:
    """Return the code points of a regular expression's character class, such as `\u064b-\u0652\u0670`."""
    codes: set[int] = set()
    for match in re.finditer(r"(.)(?:-(.))?", ranges, re.DOTALL):
        codes.update(range(ord(match[1]), ord(match[2] or match[1]) + 1))
    return codes


def _presentation_forms() -> dict[int, str]:
    """Map Arabic ligatures and positional letter forms to the plain letters (compatibility decomposition)."""
    codes = (code for block in _PRESENTATION_FORMS for code in block)
    plain = {code: unicodedata.normalize("NFKC", chr(code)).lstrip(" ") for code in codes}
    return {code: text for code, text in plain.items() if text != chr(code)}


def _table(keep_diacritics: bool) -> dict[int, str | int | None]:
    table: dict[int, str | int | None] = {}
    for zero in (0x0660, 0x06F0):
        table.update({zero + digit: str(digit) for digit in range(10)})
    table.update(str.maketrans("٫٬٪؍", ".,%/"))
    table.update(str.maketrans("کیٱ", "كيا"))
    table.update(str.maketrans("“”„‟«»″", '"' * 7))
    table.update(str.maketrans("‘’‚‛′", "'" * 5))
    table.update(str.maketrans("‐‑‒–—―−", "-" * 7))
    table[0x2026] = "..."
    table.update(dict.fromkeys(_characters(_DROPPED)))
    if not keep_diacritics:
        table.update(dict.fromkeys(_characters(_DIACRITICS)))
    forms = {code: plain.translate(table) for code, plain in _presentation_forms().items()}
    return table | forms


_TABLES: Final = {keep: _table(keep) for keep in (False, True)}


@dataclass(frozen=True, slots=True)
class Normalised:
    """A normalised text and, for each of its characters, the original's span it stands for (code points)."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def original_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the original behind `text[start:end]`; raises `ValueError` for an empty span."""
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"span {start}:{end} is empty or outside of the text (0:{len(self.text)})")
        return self.starts[start], self.ends[end - 1]


def normalise(text: str, *, keep_diacritics: bool = False) -> Normalised:
    """Return the model-side spelling of `text` with the way back to the original.

    Dropped: tatweel, bidi controls, zero-width and control characters, lone surrogates, and diacritics unless
    `keep_diacritics`. Replaced: presentation forms by letters, Arabic-Indic and Persian digits by 0-9, Arabic
    separators and percent sign, Persian kaf and yeh, quotation marks, dashes, ellipsis. White space becomes
    single spaces, none at the ends.
    """
    table = _TABLES[keep_diacritics]
    characters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _UNIT.finditer(text):
        unit = match.group()
        plain = " " if unit.isspace() else _compose(unit.translate(table))
        if plain == " " and (not characters or characters[-1] == " "):
            continue
        characters.extend(plain)
        starts.extend([match.start()] * len(plain))
        ends.extend([match.end()] * len(plain))
    if characters and characters[-1] == " ":
        del characters[-1], starts[-1], ends[-1]
    return Normalised("".join(characters), tuple(starts), tuple(ends))


def normalise_for_model(text: str, *, keep_diacritics: bool = False) -> str:
    """Return `normalise(text).text`, several times faster."""
    return _SPACES.sub(" ", _compose(text.translate(_TABLES[keep_diacritics]))).strip(" ")


def _compose(text: str) -> str:
    return _COMPOSABLE.sub(lambda match: unicodedata.normalize("NFC", match.group()), text)
