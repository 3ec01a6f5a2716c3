"""Adam with one schedule, counted in steps or in minutes."""

from __future__ import annotations

import math
from typing import Any

import torch


class Optimiser:
    """AdamW (Loshchilov and Hutter 2019) without decay, its rate set anew at every step."""

    def __init__(self, model: Any, rate: float) -> None:
        """Take the parameters of `model`; `rate` is the peak."""
        self._rate = rate
        self._adam = torch.optim.AdamW(
            model.parameters(), lr=rate, betas=(0.9, 0.98), eps=1e-9, weight_decay=0.0, fused=True
        )

    def step(self, scale: float) -> None:
        """Update the weights with `scale` times the peak rate, then clear the gradients."""
        for group in self._adam.param_groups:
            group["lr"] = self._rate * scale
        self._adam.step()
        self._adam.zero_grad(set_to_none=True)

    def state_dict(self) -> dict[str, Any]:
        """Return what a checkpoint needs."""
        return self._adam.state_dict()

    def load_state_dict(self, state: dict[str, Any]) -> None:
        """Take up a state made by `state_dict`."""
        self._adam.load_state_dict(state)


def rate_scale(step: int, warmup: int, progress: float) -> float:
    """Return the share of the peak rate: linear warm-up over steps, then down to 0 with a half cosine.

    `progress` is the share of the budget (steps or minutes) that is spent, 0 to 1.
    """
    rise = min(1.0, (step + 1) / warmup)
    return rise * 0.5 * (1.0 + math.cos(math.pi * min(max(progress, 0.0), 1.0)))
