"""What runs the neural network: pieces in, pieces out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from base.errors import ModelError
from engine.types import Decoding

# A beam that a forced prefix or a short limit left without any candidate has a score of -1e9 or less.
_IMPOSSIBLE = -1e6
# Stands for the first piece of a source where the pieces that a target cannot hold do not depend on it.
ANY_START = ""


@dataclass(frozen=True, slots=True)
class TargetStart:
    """How every target of a batch begins.

    `piece` starts the decoder; None leaves it to the checkpoint. `prefix` are the pieces that follow it and
    that the model is not asked for, for example the target language.
    """

    piece: str | None = None
    prefix: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Output:
    """One decoded sequence.

    `tokens` are the target pieces without the target prefix and without the end of sentence. `score` is the
    sum of the natural-log probabilities of these pieces and of the end of sentence (the prefix is given, so
    it has none), divided by their number. `finished` is False when decoding stopped at the length limit.
    """

    tokens: tuple[str, ...]
    score: float
    finished: bool

    @property
    def length(self) -> int:
        """Number of pieces decoded, end of sentence included."""
        return len(self.tokens) + self.finished


class Backend(Protocol):
    """A network with its weights. Safe to call from several threads.

    Two backends given the same checkpoint at float32 give the same outputs. The rules of the search are
    those of CTranslate2: disabled pieces are taken out before the softmax, a hypothesis is ranked by its
    summed log probability / (pieces incl. prefix and end of sentence) ** length_penalty, and the search of
    a source ends as soon as `beam_size` hypotheses are finished.
    """

    @property
    def signature(self) -> str:
        """Library, its version, precision and device, for example "ctranslate2 4.8.5 int8 cpu"."""
        ...

    @property
    def workers(self) -> int:
        """How many batches run at the same time when as many threads call `generate`."""
        ...

    @property
    def most_tokens(self) -> int:
        """Padded source pieces in one batch beyond which a larger one is no faster."""
        ...

    def generate(
        self, sources: Sequence[Sequence[str]], start: TargetStart, decoding: Decoding, max_length: int
    ) -> list[tuple[Output, ...]]:
        """Decode one batch: for each source, at most `decoding.beam_size` outputs, best first.

        `sources` are pieces with the special ones already in place. `max_length` bounds the target pieces,
        end of sentence included and prefix not; `decoding.max_length`, `num_hypotheses` and `batch_tokens`
        are the caller's business. `decoding.suppress` are pieces that may not be produced.
        """
        ...


def possible(beam: Sequence[Output]) -> tuple[Output, ...]:
    """Drop the outputs that only fill up a beam; the best one always stays."""
    return (*beam[:1], *(output for output in beam[1:] if output.score > _IMPOSSIBLE))


def missing_piece(piece: str) -> ModelError:
    """Return the error for a special piece that the model's vocabulary lacks.

    Left alone it would become the unknown piece, and the model would answer in any language.
    """
    return ModelError(
        f"The vocabulary of the model has no {piece!r}, which its targets begin with; its tokenizer files do not "
        "belong to it. Fetch it again with: jisr models pull"
    )
