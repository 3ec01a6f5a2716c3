"""MarianMT: two SentencePiece models, one vocabulary, and the target in front of the source.

Junczys-Dowmunt et al. 2018, https://aclanthology.org/P18-4020/; OPUS-MT, Tiedemann and Thottingal 2020.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from base.errors import CorruptModelError, ModelError
from engine.architecture import read_json
from engine.backend import TargetStart
from engine.tokenizers.codecs import SentencePieceCodec, join_pieces
from engine.tokenizers.family import END, PADDING, UNKNOWN, without
from engine.types import Task

# ISO 639-3, as in OPUS-MT; the other codes are what older checkpoints call the same target.
_SPECIAL = re.compile(r"<[^<>]*>|</s>|>>.*<<")
_TARGETS = {"ar": ("ara", "arb", "ar"), "en": ("eng", "en")}


@dataclass(frozen=True)
class MarianTokenizer:
    """`>>ara<<` or `>>sum_eng<<` before the source, when the vocabulary has such pieces."""

    codec: SentencePieceCodec
    codes: frozenset[str]

    @property
    def suppressed(self) -> tuple[str, ...]:
        """Padding, the unknown piece, and the target codes."""
        return (UNKNOWN, PADDING, *sorted(self.codes))

    def supports(self, task: Task) -> bool:
        """Say whether the vocabulary names the target; one without any code has a single, unknown target."""
        return self._code(task) is not None or (task.kind == "translate" and not self.codes)

    def pieces(self, text: str) -> list[str]:
        """Cut text into source pieces, without special ones."""
        return self.codec.pieces(text)

    def source(self, pieces: Sequence[str], task: Task) -> tuple[str, ...]:
        """Add the code of the target and the end of sentence."""
        code = self._code(task)
        return (*((code,) if code else ()), *pieces, END)

    def start(self, task: Task) -> TargetStart:  # noqa: ARG002
        """The decoder starts from the checkpoint's own padding piece."""
        return TargetStart()

    def text(self, tokens: Sequence[str]) -> str:
        """Turn target pieces into text; special ones are dropped."""
        return join_pieces(without(tokens, r">>[^<]+<<"))

    def _code(self, task: Task) -> str | None:
        kind = "sum_" if task.kind == "summarize" else ""
        names = (f">>{kind}{code}<<" for code in _TARGETS[task.target])
        return next((name for name in names if name in self.codes), None)


def source_only_pieces(folder: Path) -> tuple[str, ...]:
    """Return the pieces of `vocab.json` that no target can hold: those that `target.spm` does not have.

    The shared vocabulary of an OPUS-MT model is the union of two SentencePiece models, so about half of its output
    layer stands for words of the source language and was never a target in training.
    """
    written = SentencePieceCodec(folder / "target.spm").vocabulary()
    vocabulary = read_json(folder / "vocab.json")
    return tuple(sorted(piece for piece in vocabulary if piece not in written and not _SPECIAL.fullmatch(piece)))


def load_marian(folder: Path) -> MarianTokenizer:
    """Load `source.spm`, `target.spm` and `vocab.json`; raises `CorruptModelError` when one is missing."""
    for name in ("source.spm", "target.spm", "vocab.json"):
        if not (folder / name).is_file():
            raise CorruptModelError(
                f"{name} is missing in {folder}; expected source.spm, target.spm and vocab.json. "
                "Fetch it again with: jisr models pull"
            )
    if (folder / "target_vocab.json").is_file():
        raise ModelError(
            f"{folder} has separate source and target vocabularies; expected a shared vocab.json. "
            "Choose another checkpoint, see: jisr models list"
        )
    vocabulary = read_json(folder / "vocab.json")
    codes = frozenset(piece for piece in vocabulary if piece.startswith(">>") and piece.endswith("<<"))
    return MarianTokenizer(SentencePieceCodec(folder / "source.spm"), codes)
