"""What the tokenizers of all families share: a codec, and which pieces are special."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from base.languages import Language
from engine.backend import TargetStart
from engine.tokenizers.tokenizer import Codec
from engine.types import Task

END = "</s>"
UNKNOWN = "<unk>"
PADDING = "<pad>"

_FREE = TargetStart()
CONTROL = r"<s>|</s>|<unk>|<pad>|<mask>"


def without(tokens: Sequence[str], special: str) -> list[str]:
    """Drop the pieces that match the pattern `special` as a whole, and control symbols."""
    pattern = re.compile(f"{CONTROL}|{special}" if special else CONTROL)
    return [token for token in tokens if not pattern.fullmatch(token)]


@dataclass(frozen=True)
class FamilyTokenizer:
    """A `Tokenizer` whose source is framed by `before` and `after` the same way for every task.

    `special` is a pattern of further pieces that are no text.
    """

    codec: Codec
    special: str = ""
    suppressed: tuple[str, ...] = (UNKNOWN, PADDING)
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = (END,)
    target: TargetStart = _FREE

    def supports(self, task: Task) -> bool:  # noqa: ARG002
        """Nothing in the vocabulary tells tasks apart."""
        return True

    def pieces(self, text: str) -> list[str]:
        """Cut text into source pieces, without special ones."""
        return self.codec.pieces(text)

    def source(self, pieces: Sequence[str], task: Task) -> tuple[str, ...]:  # noqa: ARG002
        """Add the special pieces that the encoder expects."""
        return (*self.before, *pieces, *self.after)

    def start(self, task: Task) -> TargetStart:  # noqa: ARG002
        """Return how the target begins."""
        return self.target

    def text(self, tokens: Sequence[str]) -> str:
        """Turn target pieces into text; special ones are dropped."""
        return self.codec.text(without(tokens, self.special))


@dataclass(frozen=True)
class LanguageCodes:
    """The pieces by which a multilingual checkpoint names the two languages."""

    ar: str
    en: str

    def of(self, language: Language) -> str:
        """Return the piece of a language."""
        return self.ar if language == "ar" else self.en
