"""A Marian checkpoint of the dimensions of opus-mt-ar-en with random weights, in the real file formats.

It stands for the real one where that cannot be fetched: what a step costs does not depend on what the weights say. Its
pieces are those of the embedded model's tokenizer. Both SentencePiece models are filled up to 32,000 pieces, most of
them different, so that the shared vocabulary has its true size of 62,834, and the target its true share of it. Since
random weights never end a sentence, all systems decode a fixed number of pieces.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from engine.types import Decoding, Hypothesis, Model, Task

VOCABULARY: Final = 62_834
SENTENCEPIECE_PIECES: Final = 32_000
_LAYERS: Final = 6


def build(folder: Path) -> Path:
    """Write the checkpoint into a folder that is not there yet, and return it."""
    import torch
    from transformers import MarianConfig, MarianMTModel

    from engine import embedded_path

    source = embedded_path()
    folder.mkdir(parents=True)
    own = json.loads((source / "vocab.json").read_text(encoding="utf-8"))
    known = [piece for piece, _ in sorted(own.items(), key=lambda entry: entry[1]) if piece != "<pad>"]
    fillers = [f"\u2581filler{number}" for number in range(VOCABULARY - 1 - len(known))]
    missing = SENTENCEPIECE_PIECES - len(known)
    _fill(source / "source.spm", folder / "source.spm", fillers[:missing])
    _fill(source / "target.spm", folder / "target.spm", fillers[-missing:])
    pieces = [*known, *fillers]
    vocabulary = {piece: number for number, piece in enumerate([*pieces, "<pad>"])}
    _write(folder / "vocab.json", vocabulary)
    _write(
        folder / "tokenizer_config.json",
        {"tokenizer_class": "MarianTokenizer", "source_lang": "ar", "target_lang": "en", "model_max_length": 512},
    )
    torch.manual_seed(1)
    pad = VOCABULARY - 1
    config = MarianConfig(
        vocab_size=VOCABULARY,
        d_model=512,
        encoder_layers=_LAYERS,
        decoder_layers=_LAYERS,
        encoder_attention_heads=8,
        decoder_attention_heads=8,
        encoder_ffn_dim=2048,
        decoder_ffn_dim=2048,
        max_position_embeddings=512,
        activation_function="swish",
        scale_embedding=True,
        static_position_embeddings=True,
        pad_token_id=pad,
        decoder_start_token_id=pad,
        eos_token_id=own["</s>"],
        bos_token_id=own["</s>"],
        forced_eos_token_id=own["</s>"],
    )
    MarianMTModel(config).eval().save_pretrained(folder)
    return folder


def _fill(model: Path, out: Path, fillers: Sequence[str]) -> None:
    """Write the SentencePiece `model` with further pieces that no text is ever cut into."""
    from sentencepiece import sentencepiece_model_pb2

    proto = sentencepiece_model_pb2.ModelProto()
    proto.ParseFromString(model.read_bytes())
    for filler in fillers:
        proto.pieces.add(piece=filler, score=-99.0)
    out.write_bytes(proto.SerializeToString())


@dataclass(frozen=True, slots=True)
class FixedLength:
    """A `Model` that gives targets of exactly `length` pieces, whatever it is asked for."""

    model: Model
    length: int

    @property
    def name(self) -> str:
        """The model's name."""
        return self.model.name

    @property
    def signature(self) -> str:
        """The model's signature, and the length."""
        return f"{self.model.signature} fixed-{self.length}"

    @property
    def max_source_pieces(self) -> int:
        """The model's limit."""
        return self.model.max_source_pieces

    def supports(self, task: Task) -> bool:
        """Say what the model says."""
        return self.model.supports(task)

    def count_pieces(self, texts: Sequence[str], task: Task) -> list[int]:
        """Count as the model does."""
        return self.model.count_pieces(texts, task)

    def generate(
        self, sources: Sequence[str], task: Task, decoding: Decoding = Decoding()
    ) -> list[tuple[Hypothesis, ...]]:
        """Return hypotheses of the fixed length."""
        return self.model.generate(sources, task, self._fixed(decoding))

    def stream(
        self, sources: Sequence[str], task: Task, decoding: Decoding = Decoding()
    ) -> Iterator[tuple[int, tuple[Hypothesis, ...]]]:
        """Yield hypotheses of the fixed length."""
        return self.model.stream(sources, task, self._fixed(decoding))

    def _fixed(self, decoding: Decoding) -> Decoding:
        return replace(decoding, min_length=self.length, max_length=self.length)


def _write(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
