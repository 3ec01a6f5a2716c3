"""Denoising: a passage with holes and its sentences out of order, to be written as it was.

Span infilling and sentence permutation of BART (Lewis et al. 2020), as mBART (Liu et al. 2020) uses them. No task
token of their own: the source begins with the translation token of the language to write, `>>ara<<` or `>>eng<<`. So
that token has meant "write this language" long before the first sentence pair, and what pre-training taught the
decoder is there when translation asks for it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

from train.store import WORD_START, Ids
from train.vocab import MASK, control_id

if TYPE_CHECKING:
    from sentencepiece import SentencePieceProcessor

MASKED: Final = 0.3
MEAN_SPAN: Final = 3.0
SHUFFLED: Final = 0.5
_SENTENCE_END: Final = re.compile(r"[.!?؟]$")


class Noise:
    """Makes noisy copies of passages; the same generator state makes the same copy."""

    def __init__(self, processor: SentencePieceProcessor) -> None:
        """Look up which pieces begin a word and which end a sentence."""
        pieces = [processor.id_to_piece(number) for number in range(processor.get_piece_size())]
        self._mask = control_id(processor, MASK)
        self._begins = np.array([piece.startswith(WORD_START) for piece in pieces])
        self._ends = np.array([bool(_SENTENCE_END.search(piece)) for piece in pieces])

    def noisy(self, ids: Ids, generator: np.random.Generator) -> Ids:
        """Return `ids` (no task token, no `</s>`) with sentences permuted at times, and `MASKED` of the words hidden.

        Each hidden run of words, its length Poisson distributed, leaves one mask.
        """
        sentences = self._split(ids, self._ends[np.concatenate([[0], ids[:-1]])] & self._begins[ids])
        if len(sentences) > 1 and generator.random() < SHUFFLED:
            ids = np.concatenate([sentences[number] for number in generator.permutation(len(sentences))])
        return self._infilled(self._split(ids, self._begins[ids]), generator)

    def _infilled(self, words: list[Ids], generator: np.random.Generator) -> Ids:
        left = round(MASKED * len(words))
        hidden = np.zeros(len(words), dtype=bool)
        while left > 0:
            length = min(left, max(1, int(generator.poisson(MEAN_SPAN))))
            start = int(generator.integers(len(words) - length + 1))
            hidden[start : start + length] = True
            left -= length
        mask = np.array([self._mask], dtype=np.uint16)
        out = [mask if hidden[n] else word for n, word in enumerate(words) if not hidden[n] or _first(hidden, n)]
        return np.concatenate(out) if out else mask

    @staticmethod
    def _split(ids: Ids, begins: npt.NDArray[np.bool_]) -> list[Ids]:
        places = np.flatnonzero(begins)
        return [part for part in np.split(ids, places) if len(part)]


def _first(hidden: npt.NDArray[np.bool_], place: int) -> bool:
    return place == 0 or not hidden[place - 1]
