"""What goes into a sequence-to-sequence model and what comes out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from base.languages import Language

TaskKind = Literal["translate", "summarize"]


@dataclass(frozen=True, slots=True)
class Task:
    """What the model is asked for. A summary with `source != target` is a cross-lingual one."""

    kind: TaskKind
    source: Language
    target: Language


@dataclass(frozen=True, slots=True)
class Decoding:
    """Settings of beam search; lengths are in target pieces.

    `length_penalty` divides the summed log probability by length ** length_penalty. `max_length` of None
    means 16 + twice the source length for translation and the model's own default for summaries.
    `suppress` are pieces that may not be produced. `batch_tokens` is the budget of padded source pieces
    in one batch; results do not depend on it.
    """

    beam_size: int = 4
    length_penalty: float = 1.0
    repetition_penalty: float = 1.0
    no_repeat_ngram: int = 0
    min_length: int = 1
    max_length: int | None = None
    num_hypotheses: int = 1
    suppress: tuple[str, ...] = ()
    batch_tokens: int = 2048


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One output. `score` is the mean natural-log probability of its pieces, end of sentence included.

    `finished` is False when decoding stopped at the length limit. `parts` is the number of pieces of text
    the source was wrapped into (1: not wrapped).
    """

    text: str
    score: float
    tokens: tuple[str, ...]
    finished: bool = True
    parts: int = 1


class Model(Protocol):
    """A loaded model: tokenizer and backend behind one door. Safe to call from several threads."""

    @property
    def name(self) -> str:
        """Alias, path or hub id, as the user knows it."""
        ...

    @property
    def signature(self) -> str:
        """Everything that decides the output: checkpoint, revision, backend, precision, version."""
        ...

    @property
    def max_source_pieces(self) -> int:
        """Longest source the encoder takes, in pieces, special tokens not counted."""
        ...

    def supports(self, task: Task) -> bool:
        """Say whether the model was trained for this task and direction."""
        ...

    def count_pieces(self, texts: Sequence[str], task: Task) -> list[int]:
        """Return the number of source pieces of each text, special tokens not counted."""
        ...

    def generate(
        self, sources: Sequence[str], task: Task, decoding: Decoding = Decoding()
    ) -> list[tuple[Hypothesis, ...]]:
        """Return, for each source in order, `num_hypotheses` hypotheses, best first.

        Sources are normalised already. An empty or blank source gives an empty hypothesis. For translation an
        over-long source is wrapped at clause boundaries and put together again; for summaries it raises `ValueError`
        (the caller makes windows). Raises `UnsupportedTaskError` for a task the model was not trained for.
        """
        ...

    def stream(
        self, sources: Sequence[str], task: Task, decoding: Decoding = Decoding()
    ) -> Iterator[tuple[int, tuple[Hypothesis, ...]]]:
        """Yield (index of the source, hypotheses) as batches finish; every index exactly once.

        The first batch is a small one with the first sources, so that a reader sees the beginning at once.
        """
        ...
