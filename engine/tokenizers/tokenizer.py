"""Text to pieces and back, with the conventions of one family of checkpoints."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from engine.backend import TargetStart
from engine.types import Task


class Codec(Protocol):
    """Text to pieces and back, nothing special added. Stateless, so any thread may use it."""

    def pieces(self, text: str) -> list[str]:
        """Cut text into pieces of the source vocabulary."""
        ...

    def text(self, pieces: Iterable[str]) -> str:
        """Put pieces together again."""
        ...


class Tokenizer(Protocol):
    """A codec and the special pieces that a family of checkpoints expects around text."""

    @property
    def suppressed(self) -> tuple[str, ...]:
        """Pieces that are never part of a translation or summary: padding, unknown, language codes."""
        ...

    def supports(self, task: Task) -> bool:
        """Say whether the vocabulary has the special pieces that the task needs."""
        ...

    def pieces(self, text: str) -> list[str]:
        """Cut text into source pieces, without special ones."""
        ...

    def source(self, pieces: Sequence[str], task: Task) -> tuple[str, ...]:
        """Add the special pieces that the encoder expects for the task."""
        ...

    def start(self, task: Task) -> TargetStart:
        """Return how the target begins for the task."""
        ...

    def text(self, tokens: Sequence[str]) -> str:
        """Turn target pieces into text; special ones are dropped."""
        ...
