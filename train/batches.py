"""Length-sorted batches under a budget of padded tokens."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import torch

from train.mix import Mix, one_round
from train.store import Example, Ids, Store

POOL = 24_000


class Place(NamedTuple):
    """Where in the data a run is: the stage of the schedule, the round in it, and the next batch of the round."""

    stage: int = 0
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
        """Return the batch on `device`; from pinned memory the copy does not wait."""
        return self._with(lambda tensor: tensor.to(device, non_blocking=True))

    def pin_memory(self) -> Batch:
        """Return the batch in page-locked memory, as a loader asks of it before a copy to a GPU."""
        return self._with(torch.Tensor.pin_memory)

    def _with(self, change: Callable[[torch.Tensor], torch.Tensor]) -> Batch:
        source, start, target = change(self.source), change(self.decoder_input), change(self.target)
        return Batch(source, start, target, change(self.is_translation), self.pad)

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


def split_batches(order: list[int], lengths: npt.NDArray[np.int64], tokens: int) -> list[list[int]]:
    """Cut `order` into batches of similar lengths, each at most `tokens` padded pieces (or one example).

    `lengths` (n, 2) are the pieces of source and target of every example.
    """
    batches: list[list[int]] = []
    for start in range(0, len(order), POOL):
        pool = np.array(order[start : start + POOL])
        sides = lengths[pool]
        pool = pool[np.lexsort((sides[:, 0], sides.sum(axis=1)))]
        batches.extend(_fill(pool.tolist(), lengths[pool].tolist(), tokens))
    return batches


def stream(store: Store, tokens: int, seed: int, mix: Mix, start: Place = Place()) -> Iterator[tuple[Place, list[int]]]:
    """Yield the next place and the indices of a batch, for ever, from `start` on.

    The same seed gives the same batches. `store` and `mix` belong to the stage of `start`, which never changes here.
    """
    number, skip = start.round, start.batch
    while True:
        generator = np.random.default_rng((seed, start.stage, number))
        batches = split_batches(one_round(store, generator, mix), store.lengths, tokens)
        order = generator.permutation(len(batches))
        for position in range(skip, len(batches)):
            yield Place(start.stage, number, position + 1), batches[int(order[position])]
        number, skip = number + 1, 0


def _fill(pool: list[int], lengths: list[list[int]], tokens: int) -> Iterator[list[int]]:
    batch: list[int] = []
    source = target = 0
    for index, (source_length, target_length) in zip(pool, lengths, strict=True):
        wider = max(source, source_length), max(target, target_length)
        if batch and sum(wider) * (len(batch) + 1) > tokens:
            yield batch
            batch, wider = [], (source_length, target_length)
        batch.append(index)
        source, target = wider
    if batch:
        yield batch


def _padded(rows: list[Ids], pad: int) -> torch.Tensor:
    out = np.full((len(rows), max(map(len, rows))), pad, dtype=np.int64)
    for number, row in enumerate(rows):
        out[number, : len(row)] = row
    return torch.from_numpy(out)
