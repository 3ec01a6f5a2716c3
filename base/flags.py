"""Warnings attached to a translated segment, a summary sentence or a whole reading."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

FlagCode = Literal[
    "number",  # a number, date, percentage or amount of the source is missing or different
    "number-added",  # a number that the source does not have
    "coverage",  # the target is too short: part of the source was dropped
    "overlong",  # the target is too long for its source
    "loop",  # the same words again and again
    "leftover",  # special tokens or entities that could not be removed
    "untranslated",  # the target is in the source's language, or a copy of it
    "unfinished",  # decoding stopped at the length limit
    "low-confidence",  # the model itself is unsure
    "term",  # a term of the glossary was not used
    "wrapped",  # an over-long sentence was translated in parts
    "unsupported",  # no source sentence supports this summary sentence
    "name",  # a name that the supporting sentences do not have
    "negation",  # negated on one side only
    "repeated",  # says what another summary sentence says
    "replaced",  # an unsupported sentence was replaced by one of the article
    "inconsistent",  # the two summaries differ in a number or name
    "mixed-language",  # part of the article is in another language
]


@dataclass(frozen=True, slots=True)
class Flag:
    """One warning.

    `code` is stable and meant for programs; `detail` names what is concerned, such as the number
    that was lost, in the spelling of the text. Sentences for people are made from both by `jisr`.
    """

    code: FlagCode
    detail: str = ""
