"""Pegasus: SentencePiece with a piece `<n>` for the end of a line.

Zhang et al. 2020, https://arxiv.org/abs/1912.08777.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from engine.tokenizers.codecs import load_codec
from engine.tokenizers.family import PADDING, UNKNOWN, FamilyTokenizer
from engine.tokenizers.tokenizer import Codec

_NEWLINE = "<n>"


@dataclass(frozen=True)
class Lined:
    """A codec that keeps the ends of lines in its pieces."""

    inner: Codec

    def pieces(self, text: str) -> list[str]:
        """Cut text into pieces, `<n>` for each end of line."""
        return self.inner.pieces(text.replace("\n", _NEWLINE))

    def text(self, pieces: Iterable[str]) -> str:
        """Put pieces together again, an end of line for each `<n>`."""
        lines = self.inner.text(pieces).split(_NEWLINE)
        return "\n".join(line.strip() for line in lines).strip()


def load_pegasus(folder: Path) -> FamilyTokenizer:
    """Load `spiece.model` or `tokenizer.json`; the placeholders of pre-training are never produced."""
    codec = Lined(load_codec(folder, "spiece.model"))
    placeholders = ("<mask_1>", "<mask_2>", *(f"<unk_{number}>" for number in range(2, 103)))
    return FamilyTokenizer(codec, special=r"<(?:mask|unk)_\d+>", suppressed=(UNKNOWN, PADDING, "<s>", *placeholders))
