"""A sentence on its way through the model: what is translated of it, and what is carried over."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from article.normalise import normalise_for_model
from base.flags import Flag
from base.languages import Language
from translate.inline import split_inline
from translate.scripts import URL, has_letters, is_written_in

_EMOJI: Final = "[\U0001f000-\U0001faff\u2190-\u21ff\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff\ufe0f\u200d\u20e3]"
_BULLET: Final = r"[•◦▪▫●○■□‣⁃∙·*>#]+(?=\s)|[-–—](?=\s)"
_NUMBER: Final = r"\(?[0-9٠-٩۰-۹]{1,3}(?:[.)]|[-–](?=\s))(?=\s)(?:[.)])?"
_HEAD: Final = re.compile(rf"\s*(?:(?:{_BULLET}|{_NUMBER}|{_EMOJI}+)\s*)+")
_TAIL: Final = re.compile(rf"(?:\s*(?:{_EMOJI}+|(?:{URL.pattern})))+\s*$")


@dataclass(frozen=True, slots=True)
class Unit:
    """One sentence, taken apart: `original` is `head + body + tail`.

    `head` is a list marker, `tail` are emoji and addresses; both are kept as they are. `prepared` is
    the model's spelling of the body, empty when nothing is to be translated. `flags` are known before
    any model has run. `parts` are units of their own where something inside the body is carried over.
    """

    original: str
    head: str
    body: str
    tail: str
    prepared: str
    flags: tuple[Flag, ...] = ()
    parts: tuple[Unit, ...] = ()

    @property
    def copied(self) -> bool:
        """Whether the sentence goes through unchanged."""
        return not self.prepared

    def dressed(self, target: str) -> str:
        """Return a translated body with head and tail put back."""
        return f"{self.head}{target}{self.tail}"


def make_unit(sentence: str, target: Language) -> Unit:
    """Take a sentence apart for translation into `target`.

    A sentence without letters goes through unchanged, and so does one that is in the target language
    already, with the flag `mixed-language`.
    """
    if not has_letters(sentence):
        return Unit(sentence, "", sentence, "", "")
    if is_written_in(sentence, target):
        return Unit(sentence, "", sentence, "", "", (Flag("mixed-language"),))
    head = match.group() if (match := _HEAD.match(sentence)) else ""
    tail = match.group() if (match := _TAIL.search(sentence, len(head))) else ""
    body = sentence[len(head) : len(sentence) - len(tail)]
    prepared = normalise_for_model(body)
    if not has_letters(prepared):
        return Unit(sentence, "", sentence, "", "")
    pieces = split_inline(body, target)
    if len(pieces) == 1 and pieces[0][1]:
        return Unit(sentence, head, body, tail, prepared)
    if not any(translated for _, translated in pieces):
        return Unit(sentence, "", sentence, "", "")
    parts = tuple(make_unit(text, target) if translated else _kept(text) for text, translated in pieces)
    return Unit(sentence, head, body, tail, prepared, (), parts)


def _kept(text: str) -> Unit:
    return Unit(text, "", text, "", "")
