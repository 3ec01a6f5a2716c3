"""A first embedding of the pieces in which translations are neighbours.

Positive pointwise mutual information of pieces within a window of running text (Levy and Goldberg 2014) and of
pieces aligned across languages, factorised by a truncated singular value decomposition.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import torch
from torch.nn import functional

from train.store import Ids

WINDOW = 3
# Below 0.5, weaker dimensions count for more, and near-synonyms stay apart.
SPREAD = 0.3
NOISE = 0.3
RARE = 30.0


def window_counts(lines: Iterable[Ids], pieces: int) -> torch.Tensor:
    """Return how often two pieces stand within `WINDOW` of each other, (pieces, pieces), nearer counts more."""
    stream = np.concatenate([np.append(line, np.uint16(0)) for line in lines]).astype(np.int64)
    counts = torch.zeros(pieces * pieces)
    for distance in range(1, WINDOW + 1):
        cells = torch.from_numpy(stream[:-distance] * pieces + stream[distance:])
        counts.index_add_(0, cells, torch.full((len(cells),), 1.0 / distance))
    square = counts.view(pieces, pieces)
    return square + square.T


def positive_information(counts: torch.Tensor) -> torch.Tensor:
    """Return max(0, PMI) of every cell; context frequencies are smoothed with exponent 0.75."""
    rows = counts.sum(1, keepdim=True).clamp_min(1e-9)
    columns = counts.sum(0, keepdim=True).clamp_min(1e-9) ** 0.75
    scale = columns.sum()
    return (counts * scale / (rows * columns)).clamp_min(1e-9).log_().clamp_min_(0.0)


def apart(rows: torch.Tensor, ids: Iterable[int]) -> torch.Tensor:
    """Return `rows` with the pieces `ids` put at random: digits share all contexts and must not share a vector."""
    generator = torch.Generator().manual_seed(1)
    changed = rows.clone()
    for number in ids:
        changed[number] = functional.normalize(torch.randn(rows.shape[1], generator=generator), dim=0)
    return changed


def bilingual_embedding(windows: torch.Tensor, aligned: torch.Tensor, width: int) -> torch.Tensor:
    """Return (pieces, width) rows of length 1 from window counts and expected alignment counts."""
    matrix = positive_information(windows)
    matrix += positive_information(aligned + aligned.T)
    torch.manual_seed(0)
    left, values, _ = torch.svd_lowrank(matrix, q=width + 32, niter=3)
    rows = left[:, :width] * values[:width] ** SPREAD
    rows = functional.normalize(rows - rows.mean(0), dim=1)
    noise = functional.normalize(torch.randn_like(rows), dim=1)
    rows = functional.normalize(rows + NOISE * noise, dim=1)
    rare = (windows.sum(1) + aligned.sum(1) + aligned.sum(0)) < RARE
    return torch.where(rare[:, None], noise, rows)
