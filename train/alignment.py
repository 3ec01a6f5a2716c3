"""Word translation tables between pieces: IBM model 1 (Brown et al. 1993), both ways, symmetrised.

At this size of corpus a translation model spends much of its training on finding out which piece of the
source a piece of the target comes from. Counting finds it in two minutes, and the model is then told
(`guidance.py`, `embedding.py`).
"""

from __future__ import annotations

from collections.abc import Iterator

import torch

from train.batches import collate, split_batches
from train.examples import Example

FLAT = 1e-3


def translation_table(
    pairs: list[Example], pieces: int, rounds: int = 4, tokens: int = 60_000
) -> tuple[torch.Tensor, torch.Tensor]:
    """Return `(table, counts)`, both (pieces, pieces), source by target.

    `table[x, y]` is p(y | x); `counts` are the expected co-occurrences of the last round.
    """
    batches = split_batches(list(range(len(pairs))), pairs, tokens)
    table = torch.ones(1, 1).expand(pieces + 1, pieces + 1)
    counts = table
    for _ in range(rounds):
        counts = torch.zeros(pieces + 1, pieces + 1)
        for source, target in _batches(pairs, batches, pieces):
            _expect(table, counts, source, target)
        counts[pieces] = 0
        counts[:, pieces] = 0
        table = counts / counts.sum(1, keepdim=True).clamp_min(1e-9)
    return table[:pieces, :pieces], counts[:pieces, :pieces]


def symmetrised(forward: torch.Tensor, backward: torch.Tensor) -> torch.Tensor:
    """Return the geometric mean of p(y | x) and p(x | y), (pieces, pieces), in half precision."""
    return (forward * backward.T).sqrt_().half()


def soft_alignment(table: torch.Tensor, source: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
    """Return what share of each target piece comes from each source piece: (B, T, S), rows sum to at most 1.

    Nearness to the diagonal breaks ties between repeated pieces; rows without evidence sum to nearly 0.
    """
    weights = table[source[:, None, :], target[:, :, None]].float()
    across = torch.arange(source.shape[1], device=source.device) / source.shape[1]
    down = torch.arange(target.shape[1], device=source.device) / target.shape[1]
    weights = weights * torch.exp(-4.0 * (across[None, :] - down[:, None]).abs())
    return weights / (weights.sum(-1, keepdim=True) + 0.01)


def _batches(pairs: list[Example], batches: list[list[int]], pad: int) -> Iterator[tuple[torch.Tensor, torch.Tensor]]:
    for batch in batches:
        made = collate([pairs[index] for index in batch], pad)
        yield made.source, made.target


def _expect(table: torch.Tensor, counts: torch.Tensor, source: torch.Tensor, target: torch.Tensor) -> None:
    size = counts.shape[0]
    posterior = table[source[:, :, None], target[:, None, :]] * (source != size - 1)[:, :, None]
    posterior = posterior / (posterior.sum(1, keepdim=True) + FLAT / size)
    cells = source[:, :, None] * size + target[:, None, :]
    counts.view(-1).index_add_(0, cells.reshape(-1), posterior.reshape(-1))
