"""Length-sorted batches under a budget of padded tokens."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import torch

from train.examples import Example, Ids, one_round

POOL = 24_000


class Place(NamedTuple):
    """Where in the data a run is: the phase of the mix, the round in it, and the next batch of the round."""

    phase: int = 0
    round: int = 0
    batch: int = 0


@dataclass(frozen=True, slots=True)
class Batch:
    """Padded ids: `source` (B, S), `decoder_input` and `target` (B, T); `is_translation` (B,)."""

    source: torch.Tensor
    decoder_input: torch.Tensor
    target: torch.Tensor
    is_translation: torch.Tensor
    pad: int

    def to(self, device: torch.device) -> Batch:
        """Return the batch on `device`."""
        source, start = self.source.to(device), self.decoder_input.to(device)
        return Batch(source, start, self.target.to(device), self.is_translation.to(device), self.pad)

    @property
    def tokens(self) -> int:
        """How many pieces the batch holds, padding left out."""
        return int((self.source != self.pad).sum() + (self.target != self.pad).sum())


def collate(examples: list[Example], pad: int) -> Batch:
    """Return `examples` as one padded batch; the decoder starts from `pad`, as Marian does."""
    target = _padded([example.target for example in examples], pad)
    shifted = torch.full_like(target, pad)
    shifted[:, 1:] = target[:, :-1]
    return Batch(
        _padded([example.source for example in examples], pad),
        shifted.masked_fill(shifted == 0, pad),
        target,
        torch.tensor([example.is_translation for example in examples]),
        pad,
    )


def split_batches(order: list[int], examples: list[Example], tokens: int) -> list[list[int]]:
    """Cut `order` into batches of similar lengths, each at most `tokens` padded pieces (or one example)."""
    batches: list[list[int]] = []
    for start in range(0, len(order), POOL):
        pool = sorted(order[start : start + POOL], key=lambda index: _lengths(examples[index]))
        batches.extend(_fill(pool, examples, tokens))
    return batches


def stream(
    examples: list[Example], tokens: int, seed: int, repeats: dict[str, float], start: Place = Place()
) -> Iterator[tuple[Place, list[int]]]:
    """Yield the next place and the indices of a batch, for ever, from `start` on.

    The same seed gives the same batches. `repeats` belongs to the phase of `start`, which never changes here.
    """
    number, skip = start.round, start.batch
    while True:
        generator = np.random.default_rng((seed, start.phase, number))
        batches = split_batches(one_round(examples, generator, repeats), examples, tokens)
        order = generator.permutation(len(batches))
        for position in range(skip, len(batches)):
            yield Place(start.phase, number, position + 1), batches[int(order[position])]
        number, skip = number + 1, 0


def _lengths(example: Example) -> tuple[int, int]:
    return len(example.target) + len(example.source), len(example.source)


def _fill(pool: list[int], examples: list[Example], tokens: int) -> Iterator[list[int]]:
    batch: list[int] = []
    source = target = 0
    for index in pool:
        wider = max(source, len(examples[index].source)), max(target, len(examples[index].target))
        if batch and sum(wider) * (len(batch) + 1) > tokens:
            yield batch
            batch, wider = [], (len(examples[index].source), len(examples[index].target))
        batch.append(index)
        source, target = wider
    if batch:
        yield batch


def _padded(rows: list[Ids], pad: int) -> torch.Tensor:
    out = np.full((len(rows), max(map(len, rows))), pad, dtype=np.int64)
    for number, row in enumerate(rows):
        out[number, : len(row)] = row
    return torch.from_numpy(out)
