"""The rules of `Decoding` for PyTorch's beam search. Import this module only when PyTorch is wanted."""

from __future__ import annotations

import torch
from transformers import LogitsProcessor, NoRepeatNGramLogitsProcessor


class SearchRules(LogitsProcessor):  # type: ignore[misc]
    """One processor for everything, so that the order and the counting are those of CTranslate2.

    What differs from the processors of transformers: the decoder's start is no part of the target (it is the
    end of sentence in BART, which a repetition penalty would then punish); the penalty works on logits
    (Keskar et al. 2019, https://arxiv.org/abs/1909.05858) and not, as in their beam search, on log
    probabilities; disabled pieces leave the softmax; and the prefix costs nothing.
    """

    def __init__(
        self,
        *,
        prefix: tuple[int, ...],
        end: int,
        banned: tuple[int, ...],
        min_length: int,
        no_repeat_ngram: int,
        repetition_penalty: float,
    ) -> None:
        """`min_length` counts target pieces without prefix and end of sentence; the others are ids."""
        self._prefix = prefix
        self._end = end
        self._banned = list(banned)
        self._min_length = min_length
        self._ngrams = NoRepeatNGramLogitsProcessor(no_repeat_ngram) if no_repeat_ngram else None
        self._penalty = repetition_penalty
        self._logits: torch.Tensor | None = None

    def see(self, logits: torch.Tensor) -> None:
        """Take the raw logits of the coming step, of shape (rows, vocabulary)."""
        self._logits = logits

    def __call__(self, input_ids: torch.Tensor, scores: torch.Tensor) -> torch.Tensor:
        """Return log probabilities of the next piece, of the shape of `scores` (rows, vocabulary)."""
        target = input_ids[:, 1:]
        step = target.shape[1]
        if step < len(self._prefix):
            return _only(self._prefix[step], scores)
        logits = scores if self._logits is None else self._logits.to(scores.dtype)
        logits = self._penalised(target, logits)
        if self._ngrams is not None:
            logits = self._ngrams(target, logits)
        logits = logits.index_fill(1, torch.tensor(self._disabled(step), device=logits.device), -torch.inf)
        return logits.log_softmax(dim=-1)

    def _disabled(self, step: int) -> list[int]:
        return [*self._banned, self._end] if step - len(self._prefix) < self._min_length else self._banned

    def _penalised(self, target: torch.Tensor, logits: torch.Tensor) -> torch.Tensor:
        if self._penalty == 1.0 or target.shape[1] == 0:
            return logits
        seen = logits.gather(1, target)
        seen = torch.where(seen < 0, seen * self._penalty, seen / self._penalty)
        return logits.scatter(1, target, seen)


def _only(piece: int, scores: torch.Tensor) -> torch.Tensor:
    forced = torch.full_like(scores, -torch.inf)
    forced[:, piece] = 0.0
    return forced
