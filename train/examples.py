"""Encoded training examples and the mix of them that one round of training sees."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from train.corpus import REPEATS
from train.prepare import read_prepared_pairs
from train.presets import Preset
from train.vocab import END, TASKS

if TYPE_CHECKING:
    from sentencepiece import SentencePieceProcessor

Ids = npt.NDArray[np.uint16]
ENG, ARA = 0, 1
SUMMARY_SHARE = 0.12


@dataclass(frozen=True, slots=True)
class Example:
    """Piece ids of one source line and its target, both with `</s>`; `group` names the file it came from."""

    source: Ids
    target: Ids
    group: str

    @property
    def is_translation(self) -> bool:
        """Whether the target says what the source says, so that word alignment makes sense."""
        return self.group != "summaries"


def task_ids(processor: SentencePieceProcessor) -> tuple[int, ...]:
    """Return the ids of the task tokens in the order of `TASKS`."""
    return tuple(processor.piece_to_id(token) for token in TASKS)


def encode_translations(processor: SentencePieceProcessor, work: Path, longest: int) -> Iterator[Example]:
    """Yield every prepared pair in both directions; pairs with a side beyond `longest` pieces are left out."""
    tokens = task_ids(processor)
    pairs = list(read_prepared_pairs(work))
    arabic = processor.encode([pair.arabic for pair in pairs], num_threads=2)
    english = processor.encode([pair.english for pair in pairs], num_threads=2)
    for pair, ar, en in zip(pairs, arabic, english, strict=True):
        if max(len(ar), len(en)) <= longest:
            yield _example(tokens[ENG], ar, en, pair.source)
            yield _example(tokens[ARA], en, ar, pair.source)


def encode_summaries(processor: SentencePieceProcessor, work: Path, preset: Preset) -> Iterator[Example]:
    """Yield the summary examples; the source is cut after `longest_summary_source` pieces."""
    tokens = dict(zip(TASKS, task_ids(processor), strict=True))
    with (work / "data" / "summaries.jsonl").open(encoding="utf-8") as rows:
        for line in rows:
            row = json.loads(line)
            source = processor.encode(row["source"])[: preset.longest_summary_source]
            target = processor.encode(row["target"])[: 2 * preset.longest]
            yield _example(tokens[row["task"]], source, target, "summaries")


def load_examples(processor: SentencePieceProcessor, work: Path, preset: Preset) -> list[Example]:
    """Return every training example of `work`."""
    translations = encode_translations(processor, work, preset.longest)
    return [*translations, *encode_summaries(processor, work, preset)]


def one_round(
    examples: list[Example], generator: np.random.Generator, repeats: dict[str, float] = REPEATS
) -> list[int]:
    """Return the indices of one round: each example as often as `repeats` says, fractions by chance.

    Summaries get `SUMMARY_SHARE` of the tokens of the round.
    """
    sizes = np.array([len(example.source) + len(example.target) for example in examples])
    rates = np.array([repeats.get(example.group, 0.0) for example in examples])
    is_summary = np.array([not example.is_translation for example in examples])
    if is_summary.any():
        wanted = SUMMARY_SHARE / (1 - SUMMARY_SHARE) * float((rates * sizes)[~is_summary].sum())
        rates[is_summary] = wanted / float(sizes[is_summary].sum())
    counts = np.floor(rates + generator.random(len(rates))).astype(int)
    return [int(index) for index in generator.permutation(np.repeat(np.arange(len(examples)), counts))]


def _example(task: int, source: Iterable[int], target: Iterable[int], group: str) -> Example:
    return Example(np.array([task, *source, END], dtype=np.uint16), np.array([*target, END], dtype=np.uint16), group)
