"""Step three: what counting alone knows of the two languages, for the model to start from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
import torch

from train import leakage
from train.alignment import save_table, symmetrised, translation_table
from train.embedding import apart, bilingual_embedding, window_counts
from train.examples import ENG, encode_translations, task_ids
from train.presets import Preset
from train.store import Example, Ids
from train.vocab import MONOLINGUAL_LINES, load, monolingual

if TYPE_CHECKING:
    from sentencepiece import SentencePieceProcessor

_FAR: Final = ("ui-", "rasaif", "lex-names")


def make_tables(corpus: Path, work: Path, preset: Preset) -> None:
    """Write `table.pt`, the symmetrised (Arabic, English) translation table, and `embedding.pt`."""
    processor = load(work)
    pieces = processor.get_piece_size()
    pairs = _arabic_to_english(encode_translations(processor, work, preset.longest), task_ids(processor)[ENG])
    near = [pair for pair in pairs if not pair.group.startswith(_FAR)]
    forward, counts = translation_table(near, pieces)
    backward, counts_back = translation_table([_turned(pair) for pair in near], pieces)
    save_table(symmetrised(forward, backward), work / "table.pt")
    del forward, backward
    windows = window_counts(_running_text(corpus, processor, pairs), pieces)
    rows = bilingual_embedding(windows, counts + counts_back.T, preset.width)
    torch.save(apart(rows, _digits(processor)).half(), work / "embedding.pt")


def _arabic_to_english(examples: Iterable[Example], english: int) -> list[Example]:
    wanted = (one for one in examples if one.source[0] == english)
    return [Example(one.source[1:-1], one.target[:-1], one.group) for one in wanted]


def _turned(pair: Example) -> Example:
    return Example(pair.target, pair.source, pair.group)


def _running_text(corpus: Path, processor: SentencePieceProcessor, pairs: list[Example]) -> Iterator[Ids]:
    for pair in pairs:
        if not pair.group.startswith("lex"):
            yield pair.source
            yield pair.target
    held_out = leakage.keys(leakage.held_out_texts(corpus))
    for name in ("news.ar", "news.en"):
        path = corpus / "mono" / f"{name}.jsonl.xz"
        if path.exists():
            for ids in processor.encode(list(monolingual(path, MONOLINGUAL_LINES, held_out)), num_threads=2):
                yield np.array(ids, dtype=np.uint16)


def _digits(processor: SentencePieceProcessor) -> list[int]:
    pieces = ((number, processor.id_to_piece(number)) for number in range(processor.get_piece_size()))
    return [number for number, piece in pieces if piece.strip("\N{LOWER ONE EIGHTH BLOCK}").isdigit()]
