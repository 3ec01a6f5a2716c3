"""mT5 and its summarizers (XL-Sum, CrossSum): SentencePiece and an end of sentence.

Xue et al. 2021, https://arxiv.org/abs/2010.11934; Hasan et al. 2021, https://aclanthology.org/2021.findings-acl.413/.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from engine.tokenizers.codecs import load_codec
from engine.tokenizers.family import PADDING, UNKNOWN, FamilyTokenizer
from engine.tokenizers.tokenizer import Codec

_SENTINELS = tuple(f"<extra_id_{number}>" for number in range(100))


@dataclass(frozen=True)
class SingleSpaced:
    """A codec that reads every run of white space, line ends too, as one space, as the XL-Sum cards ask."""

    inner: Codec

    def pieces(self, text: str) -> list[str]:
        """Cut text into pieces."""
        return self.inner.pieces(" ".join(text.split()))

    def text(self, pieces: Iterable[str]) -> str:
        """Put pieces together again."""
        return self.inner.text(pieces)


def load_mt5(folder: Path) -> FamilyTokenizer:
    """Load `spiece.model` or `tokenizer.json`; the sentinels of pre-training are never produced."""
    codec = SingleSpaced(load_codec(folder, "spiece.model"))
    return FamilyTokenizer(codec, special=r"<extra_id_\d+>", suppressed=(UNKNOWN, PADDING, *_SENTINELS))
