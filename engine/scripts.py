"""Pieces in the script of the wrong language, so that a small model does not copy words it cannot translate."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from base.languages import Language

_ARABIC: Final = re.compile(r"[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]")
# Acronyms and single letters stay possible in Arabic: GPU, COVID-19, vitamin D.
_LATIN_WORD: Final = re.compile(r"[A-Za-z\u00c0-\u024f][a-z\u00df-\u00ff]|[a-z\u00df-\u00ff][A-Za-z\u00c0-\u024f]")
_SPECIAL: Final = re.compile(r"<.*>|>>.*<<")


def foreign_pieces(vocabulary: Iterable[str]) -> Mapping[Language, tuple[str, ...]]:
    """Return, for each target language, the pieces that write the other language's words; special pieces stay."""
    plain = [piece for piece in vocabulary if not _SPECIAL.fullmatch(piece)]
    return {
        "en": tuple(piece for piece in plain if _ARABIC.search(piece)),
        "ar": tuple(piece for piece in plain if _LATIN_WORD.search(piece)),
    }
