"""Subword regularisation (Kudo 2018): a word is cut into pieces in another way each time it is seen.

It works on ids, without the text: pieces of a unigram vocabulary never cross a word, so the segmentations of a
sentence are the products of those of its words, and sampling each word from its best few by p ** ALPHA is sampling
the sentence by p ** ALPHA. All chance comes from the caller's generator, so a run repeats to the bit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

from train.store import WORD_START, Ids

if TYPE_CHECKING:
    from sentencepiece import SentencePieceProcessor

CANDIDATES: Final = 8
_MOST_WORDS: Final = 300_000
_Choice = tuple[list[Ids], npt.NDArray[np.float64]]


class SubwordSampler:
    """Cuts the words of encoded lines anew."""

    def __init__(self, processor: SentencePieceProcessor, alpha: float, longest: int) -> None:
        """Sample from `processor`'s segmentations by p ** `alpha`; lines that outgrow `longest` pieces stay."""
        self._processor = processor
        self._alpha = alpha
        self._longest = longest
        pieces = [processor.id_to_piece(number) for number in range(processor.get_piece_size())]
        self._pieces = pieces
        self._begins = np.array([piece.startswith(WORD_START) for piece in pieces])
        self._plain = [
            not (processor.is_control(n) or processor.is_byte(n) or processor.is_unknown(n)) for n in range(len(pieces))
        ]
        self._known: dict[bytes, _Choice | None] = {}

    def sampled(self, ids: Ids, generator: np.random.Generator) -> Ids:
        """Return `ids` with each word in one of its segmentations; control symbols stay where they are."""
        words = np.split(ids, np.flatnonzero(self._begins[ids]))
        chances = generator.random(len(words))
        out = [self._segmented(word, chance) for word, chance in zip(words, chances, strict=True) if len(word)]
        sampled = np.concatenate(out)
        return sampled if len(sampled) <= self._longest else ids

    def _segmented(self, word: Ids, chance: float) -> Ids:
        key = word.tobytes()
        if key not in self._known:
            if len(self._known) >= _MOST_WORDS:
                self._known.clear()
            self._known[key] = self._choices(word)
        choice = self._known[key]
        return word if choice is None else choice[0][int(np.searchsorted(choice[1], chance))]

    def _choices(self, word: Ids) -> _Choice | None:
        text: list[int] = word.tolist()
        # The last word of a line carries `</s>` behind it.
        tail: list[int] = []
        while text and not self._plain[text[-1]]:
            tail.insert(0, text.pop())
        if not text or not all(self._plain[number] for number in text) or not self._begins[text[0]]:
            return None
        surface = "".join(self._pieces[number] for number in text).replace(WORD_START, " ").strip()
        found: list[list[int]] = self._processor.nbest_encode(surface, nbest_size=CANDIDATES) if surface else []
        if len(found) < 2 or found[0] != text:
            return None
        scores = np.array([sum(self._processor.get_score(number) for number in one) for one in found])
        weights = np.exp(self._alpha * (scores - scores.max()))
        bounds = np.cumsum(weights / weights.sum())
        bounds[-1] = 1.0
        return [np.array([*one, *tail], dtype=np.uint16) for one in found], bounds
