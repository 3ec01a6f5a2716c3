"""How long a source a checkpoint takes, and how long a target it gives, read from its own files."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from engine.architecture import Architecture, max_positions, read_json, summary_length

_SPECIAL_PIECES: Final = 4
_MT5_SOURCE: Final = 512
"""mT5 has relative positions and so no limit of its own; its summarizers were trained on 512 pieces."""

_NO_LIMIT: Final = 1 << 20
"""Hugging Face writes a number of thirty digits where a tokenizer has no limit."""


@dataclass(frozen=True, slots=True)
class Limits:
    """All in pieces, special ones not counted.

    `source` and `target` are what the network takes and gives; `wrap` is the longest source of a translation
    that the model was trained on, None where nothing says so; `summary` is the longest summary by default.
    """

    source: int
    target: int
    wrap: int | None
    summary: int


def read_limits(folder: Path, architecture: Architecture) -> Limits:
    """Read the limits of the checkpoint in `folder`.

    The source is limited by the network's positions and by `model_max_length` of `tokenizer_config.json`. A model
    that was trained on shorter translations than that may state `max_translation_pieces` in `config.json`.
    Raises `CorruptModelError` for a file that is no JSON.
    """
    positions = max_positions(folder)
    tokenizer = folder / "tokenizer_config.json"
    stated = read_json(tokenizer).get("model_max_length") if tokenizer.is_file() else None
    limits = [positions, _MT5_SOURCE if architecture == "mt5" else positions]
    if isinstance(stated, int) and 0 < stated < _NO_LIMIT:
        limits.append(stated)
    wrap = read_json(folder / "config.json").get("max_translation_pieces")
    return Limits(
        source=max(1, min(limits) - _SPECIAL_PIECES),
        target=max(1, positions - _SPECIAL_PIECES),
        wrap=wrap if isinstance(wrap, int) and wrap > 0 else None,
        summary=summary_length(folder),
    )
