"""Word translation tables between pieces: IBM model 1 (Brown et al. 1993), both ways, symmetrised.

At this size of corpus a translation model spends much of its training on finding out which piece of the
source a piece of the target comes from. Counting finds it in two minutes, and the model is then told
(`guidance.py`, `embedding.py`).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch

from train.batches import collate, split_batches
from train.store import Example

FLAT = 1e-3
FAINT = 1e-3


def translation_table(
    pairs: list[Example], pieces: int, rounds: int = 4, tokens: int = 60_000
) -> tuple[torch.Tensor, torch.Tensor]:
    """Return `(table, counts)`, both (pieces, pieces), source by target.

    `table[x, y]` is p(y | x); `counts` are the expected co-occurrences of the last round.
    """
    lengths = np.array([(len(pair.source), len(pair.target)) for pair in pairs], dtype=np.int64)
    batches = split_batches(list(range(len(pairs))), lengths, tokens)
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


def save_table(table: torch.Tensor, path: Path) -> None:
    """Write a symmetrised table without its faint entries, which are nearly all of it."""
    rows, columns = torch.nonzero(table > FAINT, as_tuple=True)
    # 16 bits without a sign are kept as they are in the signed type, which old and new PyTorch can save.
    cells = [torch.from_numpy(side.numpy().astype(np.uint16).view(np.int16)) for side in (rows, columns)]
    torch.save({"cells": cells, "values": table[rows, columns].half(), "size": table.shape[0]}, path)


def load_table(path: Path, device: torch.device) -> torch.Tensor:
    """Return the (pieces, pieces) half precision table that `save_table` wrote, on `device`."""
    saved = torch.load(path, weights_only=True)
    rows, columns = (torch.from_numpy(side.numpy().view(np.uint16).astype(np.int64)) for side in saved["cells"])
    table = torch.zeros(saved["size"], saved["size"], dtype=torch.float16, device=device)
    table[rows.to(device), columns.to(device)] = saved["values"].to(device)
    return table


def soft_alignment(
    table: torch.Tensor, source: torch.Tensor, target: torch.Tensor, *, to_english: bool = True
) -> torch.Tensor:
    """Return what share of each target piece comes from each source piece: (B, T, S), rows sum to at most 1.

    `table` is (Arabic, English); `to_english` says which of the two the target is. Nearness to the
    diagonal breaks ties between repeated pieces; rows without evidence sum to nearly 0.
    """
    across, along = source[:, None, :], target[:, :, None]
    weights = (table[across, along] if to_english else table[along, across]).float()
    columns = torch.arange(source.shape[1], device=source.device) / source.shape[1]
    rows = torch.arange(target.shape[1], device=source.device) / target.shape[1]
    weights = weights * torch.exp(-4.0 * (columns[None, :] - rows[:, None]).abs())
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
