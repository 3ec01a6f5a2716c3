"""From places in the data to batches: noise, segmentation and padding, in processes of their own where asked for.

All chance of a batch comes from its place, so it does not matter which process makes it, or when: a run with four
loaders sees what a run with none sees.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from torch.utils.data import DataLoader

from train.batches import Batch, Place, collate
from train.mix import kind_of
from train.store import Example
from train.workers import share

if TYPE_CHECKING:
    from train.fit import Recipe

Item = tuple[Place, list[int]]
_NOISE_STREAM = 7


class BatchMaker:
    """Makes the batch of a place; a map-style data set for `torch.utils.data.DataLoader`."""

    def __init__(self, recipe: Recipe) -> None:
        """Keep what a batch is made with: the store, the noise and the sampler of `recipe`."""
        self._recipe = recipe

    def __getitem__(self, item: Item) -> tuple[Place, Batch]:
        place, indices = item
        recipe = self._recipe
        generator = np.random.default_rng((recipe.seed, _NOISE_STREAM, recipe.rank, *place))
        mine = share(indices, recipe.rank, recipe.workers)
        examples = [self._varied(recipe.store[index], generator) for index in mine]
        return place, collate(examples, recipe.pad)

    def _varied(self, example: Example, generator: np.random.Generator) -> Example:
        """Return the example with a fresh noise, where it is running text, and a fresh segmentation."""
        recipe, source, target = self._recipe, example.source, example.target
        if recipe.noise and kind_of(example.group) == "denoise":
            source = np.concatenate([source[:1], recipe.noise.noisy(source[1:-1], generator), source[-1:]])
        if recipe.sampler:
            source = recipe.sampler.sampled(source, generator)
            target = recipe.sampler.sampled(target, generator) if recipe.preset.sample_targets else target
        return Example(source, target, example.group)


def load_batches(recipe: Recipe, places: Iterator[Item]) -> Iterator[tuple[Place, Batch]]:
    """Yield the batches of `places` in their order; with `recipe.loaders` other processes make them ahead of time.

    On a GPU they come in page-locked memory, so that the copy runs beside the computation.
    """
    loader: DataLoader[tuple[Place, Batch]] = DataLoader(
        BatchMaker(recipe),  # type: ignore[arg-type]
        batch_size=None,
        sampler=places,
        num_workers=recipe.loaders,
        pin_memory=recipe.device.type == "cuda",
        prefetch_factor=8 if recipe.loaders else None,
        collate_fn=_as_it_is,
        # Its own generator: one draw from the common one at each start would change what a resumed run drops out.
        generator=torch.Generator(),
    )
    yield from loader


def _as_it_is(made: Any) -> Any:
    return made
