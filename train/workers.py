"""Several processes with one thread each that train one model together.

On a busy machine they beat one process with several threads: they wait for each other once a step, not at
every matrix product.
"""

from __future__ import annotations

import os
from datetime import timedelta
from typing import Any

import torch
from torch import distributed


def join() -> tuple[int, int]:
    """Join the group that `RANK` and `WORLD_SIZE` describe, and return both; (0, 1) when alone."""
    size = int(os.environ.get("WORLD_SIZE", "1"))
    if size > 1 and not distributed.is_initialized():
        # One of them makes a round of back-translation while the others wait.
        distributed.init_process_group("gloo", timeout=timedelta(hours=24))
    return int(os.environ.get("RANK", "0")), size


def wait_for_all() -> None:
    """Return when all workers have come here."""
    if distributed.is_initialized():
        distributed.barrier()


def share(indices: list[int], rank: int, size: int) -> list[int]:
    """Return the part of a batch that worker `rank` of `size` takes; never empty."""
    return indices[rank::size] or indices[:1]


def average_gradients(model: Any, seconds: float) -> float:
    """Replace every gradient by its mean over the workers; return the mean of `seconds`, the same for all."""
    if not distributed.is_initialized():
        return seconds
    gradients = [parameter.grad for parameter in model.parameters() if parameter.grad is not None]
    flat = torch.cat([*(gradient.flatten() for gradient in gradients), gradients[0].new_tensor([seconds])])
    distributed.all_reduce(flat)
    flat /= distributed.get_world_size()
    pieces = torch.split(flat[:-1], [gradient.numel() for gradient in gradients])
    for gradient, piece in zip(gradients, pieces, strict=True):
        gradient.copy_(piece.view_as(gradient))
    return float(flat[-1])
