"""Guided alignment (Chen et al. 2016): one head of cross-attention is told where a target piece comes from."""

from __future__ import annotations

from typing import Any

import torch
from torch.nn import functional

from train.alignment import soft_alignment
from train.batches import Batch


class GuidedHeads:
    """Watches the cross-attention of every decoder layer of a Marian model and scores its first head."""

    def __init__(self, model: Any, table: torch.Tensor, english: int) -> None:
        """Hook `model`; `table` is the (Arabic, English) table on its device, `english` the id of `>>eng<<`."""
        self._table = table
        self._english = english
        self._seen: list[tuple[Any, torch.Tensor, torch.Tensor]] = []
        for layer in model.model.decoder.layers:
            layer.encoder_attn.register_forward_hook(self._remember, with_kwargs=True)

    def _remember(self, module: Any, args: tuple[Any, ...], kwargs: dict[str, Any], _output: Any) -> None:
        if not module.training:
            return
        states = args[0] if args else kwargs["hidden_states"]
        memory = args[1] if len(args) > 1 else kwargs["key_value_states"]
        self._seen.append((module, states, memory))

    def loss(self, batch: Batch) -> torch.Tensor:
        """Return the cross-entropy between the alignment and the head, in nats per target piece."""
        wanted = self._wanted(batch)
        real = batch.source != batch.pad
        total = torch.zeros((), device=real.device)
        for module, states, memory in self._seen:
            scores = _first_head_scores(module, states, memory).masked_fill(~real[:, None, :], -1e4)
            total = total - (wanted * functional.log_softmax(scores.float(), dim=-1)).sum()
        layers = max(len(self._seen), 1)
        self._seen.clear()
        return total / layers / (batch.target != batch.pad).sum()

    def forget(self) -> None:
        """Drop what was seen, for a pass that is not scored."""
        self._seen.clear()

    def _wanted(self, batch: Batch) -> torch.Tensor:
        wanted = torch.zeros(*batch.target.shape, batch.source.shape[1], device=batch.source.device)
        source = batch.source.clamp_max(batch.pad - 1)
        target = batch.target.clamp_max(batch.pad - 1)
        to_english = batch.source[:, 0] == self._english
        for is_english, rows in ((True, to_english), (False, ~to_english)):
            rows = rows & batch.is_translation
            if rows.any():
                wanted[rows] = soft_alignment(self._table, source[rows], target[rows], to_english=is_english)
        real = (batch.target != batch.pad)[:, :, None] & (batch.source != batch.pad)[:, None, :]
        return wanted * real


def _first_head_scores(module: Any, states: torch.Tensor, memory: torch.Tensor) -> torch.Tensor:
    size = module.head_dim
    queries = functional.linear(states, module.q_proj.weight[:size], module.q_proj.bias[:size])
    keys = functional.linear(memory, module.k_proj.weight[:size], module.k_proj.bias[:size])
    scores: torch.Tensor = queries @ keys.transpose(1, 2) * size**-0.5
    return scores
