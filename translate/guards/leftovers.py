"""Things of the machinery that have no place in a text: entities, special tokens, language codes."""

from __future__ import annotations

import html
import re
from typing import Final

from translate.guards.finding import Finding

# Models trained on web text write entities, some with spaces in them ("& quot ;").
_ENTITY: Final = re.compile(r"& ?(#\d{2,5}|#x[0-9a-fA-F]{2,4}|quot|amp|apos|lt|gt|nbsp|ndash|mdash|hellip) ?;")
_SILENT: Final = re.compile(
    r"</?s>|<pad>|<bos>|<eos>|\[(?:CLS|SEP|PAD)\]|>>\w{2,8}<<|\b__(?:ar|en)__(?!\w)"
    r"|\b(?:ar_AR|en_XX|arb_Arab|eng_Latn)\b|<2(?:ar|en)>"
)
# These stand for something that the model could not write: without them a piece is missing.
_DAMAGING: Final = re.compile(r"<extra_id_\d+>|<unk>|<mask>|\[(?:UNK|MASK)\]|\u2047|\ufffd")
_WORD_START: Final = "\u2581"


def unescape_entities(source: str, target: str) -> str:
    """Return the target with the entities unescaped that the source does not have."""

    def plain(match: re.Match[str]) -> str:
        entity = match.group().replace(" ", "")
        return match.group() if entity in source else html.unescape(entity).replace("\u00a0", " ")

    return _ENTITY.sub(plain, target)


def remove_leftovers(source: str, target: str) -> tuple[str, tuple[Finding, ...]]:
    """Return the target without special tokens, and a finding for each that left a hole.

    Tokens that the source has too are part of the text and stay.
    """
    found: list[Finding] = []

    def drop(match: re.Match[str]) -> str:
        if match.group() in source:
            return match.group()
        if _DAMAGING.fullmatch(match.group()):
            found.append(Finding("leftover", match.group()))
        return " "

    text = target if _WORD_START in source else target.replace(_WORD_START, " ")
    text = _DAMAGING.sub(drop, _SILENT.sub(drop, text))
    return (text if text == target else " ".join(text.split())), tuple(found)
