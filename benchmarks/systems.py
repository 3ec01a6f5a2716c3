"""What a user would run instead of Jisr: the plain loop, Transformers in batches, CTranslate2, paragraph by paragraph.

All take the same weights, a beam of four, and Arabic sentences into English. `length` fixes the number of target
pieces; None lets the model end.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from benchmarks.measure import cores

BEAM: Final = 4
_TASK_PIECE: Final = ">>eng<<"
_LONGEST: Final = 128


@dataclass(frozen=True, slots=True)
class Pieces:
    """The tokenizer of a checkpoint folder, without anything around it."""

    source: Any
    target: Any

    @classmethod
    def load(cls, folder: Path) -> Pieces:
        """Load both SentencePiece models."""
        import sentencepiece

        return cls(
            *(sentencepiece.SentencePieceProcessor(str(folder / f"{side}.spm")) for side in ("source", "target"))
        )

    def encode(self, text: str) -> list[str]:
        """Return the source pieces with the special ones."""
        return [_TASK_PIECE, *self.source.encode(text, out_type=str), "</s>"]


class Transformers:
    """The checkpoint in Transformers at float32, as its model card shows it."""

    def __init__(self, folder: Path, length: int | None) -> None:
        """Load model and tokenizer on all cores."""
        import torch
        from transformers import AutoModelForSeq2SeqLM
        from transformers.utils import logging

        logging.set_verbosity_error()
        torch.set_num_threads(cores())
        self._torch = torch
        self._model = AutoModelForSeq2SeqLM.from_pretrained(folder, dtype=torch.float32).eval()
        self._pieces = Pieces.load(folder)
        self._vocabulary = json.loads((folder / "vocab.json").read_text(encoding="utf-8"))
        self._names = {number: piece for piece, number in self._vocabulary.items()}
        self._length = length

    def loop(self, texts: Sequence[str]) -> list[str]:
        """Translate sentence by sentence."""
        return [self._generate([text])[0] for text in texts]

    def batched(self, texts: Sequence[str], size: int = 16) -> list[str]:
        """Translate in batches of `size`, as most scripts do, in the order of the texts."""
        found: list[str] = []
        for start in range(0, len(texts), size):
            found += self._generate(texts[start : start + size])
        return found

    def _generate(self, texts: Sequence[str]) -> list[str]:
        rows = [self._ids(text) for text in texts]
        longest, pad = max(map(len, rows)), self._vocabulary["<pad>"]
        ids = self._torch.tensor([row + [pad] * (longest - len(row)) for row in rows])
        mask = (ids != pad).long()
        limits: dict[str, int] = (
            {"min_new_tokens": self._length, "max_new_tokens": self._length}
            if self._length
            else {"max_new_tokens": _LONGEST}
        )
        with self._torch.inference_mode():
            found = self._model.generate(input_ids=ids, attention_mask=mask, num_beams=BEAM, do_sample=False, **limits)
        return [self._text(row) for row in found.tolist()]

    def _ids(self, text: str) -> list[int]:
        unknown = self._vocabulary["<unk>"]
        return [self._vocabulary.get(piece, unknown) for piece in self._pieces.encode(text)]

    def _text(self, row: list[int]) -> str:
        pieces = [self._names[number] for number in row]
        found: str = self._pieces.target.decode([piece for piece in pieces if piece not in ("<pad>", "</s>")])
        return found


class BareCTranslate2:
    """CTranslate2 alone, fed perfectly: pieces are ready, batches sorted and cut by itself, ids thrown away."""

    def __init__(self, folder: Path, length: int | None, *, suppress: Sequence[str] = ()) -> None:
        """Load the int8 model; as many batches as there are cores run side by side, which is the faster way."""
        import ctranslate2

        self._translator = ctranslate2.Translator(
            str(folder), compute_type="int8", inter_threads=cores(), intra_threads=1
        )
        self._length = length
        self._suppress = [[piece] for piece in suppress] or None

    def translate(self, pieces: Sequence[Sequence[str]], tokens: int) -> list[list[str]]:
        """Translate pieces in batches of at most that many tokens."""
        limits: dict[str, int] = (
            {"min_decoding_length": self._length, "max_decoding_length": self._length}
            if self._length
            else {"max_decoding_length": _LONGEST}
        )
        results = self._translator.translate_batch(
            pieces,
            beam_size=BEAM,
            max_batch_size=tokens,
            batch_type="tokens",
            suppress_sequences=self._suppress,
            **limits,
        )
        return [result.hypotheses[0] for result in results]


class ParagraphByParagraph:
    """The way of Argos Translate 1.9: one paragraph after the other, its sentences in one call of CTranslate2.

    As there, one batch runs on all cores, and all four hypotheses are returned. Sentences are split by Jisr, so that
    the splitter makes no difference.
    """

    def __init__(self, folder: Path, checkpoint: Path, length: int | None, *, threads: int = 0) -> None:
        """Load the int8 model in `folder` and the tokenizer of the checkpoint; `threads` of 0 is its default, all."""
        import ctranslate2

        self._translator = ctranslate2.Translator(
            str(folder), compute_type="int8", inter_threads=1, intra_threads=threads
        )
        self._pieces = Pieces.load(checkpoint)
        self._length = length

    def translate(self, paragraphs: Sequence[str]) -> list[str]:
        """Translate paragraphs."""
        from article.split import split_sentences

        limits: dict[str, int] = (
            {"min_decoding_length": self._length, "max_decoding_length": self._length} if self._length else {}
        )
        found: list[str] = []
        for paragraph in paragraphs:
            pieces = [self._pieces.encode(sentence.text) for sentence in split_sentences(paragraph)]
            results = self._translator.translate_batch(
                pieces,
                beam_size=BEAM,
                num_hypotheses=BEAM,
                length_penalty=0.2,
                max_batch_size=32,
                return_scores=True,
                replace_unknowns=True,
                **limits,
            )
            found.append(" ".join(self._pieces.target.decode(result.hypotheses[0]) for result in results))
        return found
