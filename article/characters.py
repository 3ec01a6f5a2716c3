"""Classes of characters that sentence splitting and language detection share, as bodies of `[...]`."""

from __future__ import annotations

import re
from typing import Final

ARABIC_LETTERS: Final = (
    "\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff"
    "\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdfb\ufe70-\ufefc"
)
ARABIC_MARKS: Final = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
TATWEEL: Final = "\u0640"
INVISIBLE: Final = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe0e\ufe0f\ufeff"
LINE_ENDS: Final = "\n\r\v\f\x1c-\x1e\x85\u2028\u2029"
EMOJI: Final = "\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff\U0001f1e6-\U0001f1ff\u200d\ufe0f"


def expand(ranges: str) -> frozenset[str]:
    """Return the characters of a class body such as `a-z_`."""
    found: set[str] = set()
    for match in re.finditer(r"(.)(?:-(.))?", ranges, re.DOTALL):
        found.update(map(chr, range(ord(match[1]), ord(match[2] or match[1]) + 1)))
    return frozenset(found)


INVISIBLES: Final = expand(INVISIBLE)
_UNWRITTEN: Final = re.compile(f"[{ARABIC_MARKS}{TATWEEL}{INVISIBLE}]+")


def bare(word: str) -> str:
    """Return `word` without diacritics, tatweel and invisible characters, as word lists spell it."""
    return _UNWRITTEN.sub("", word)
