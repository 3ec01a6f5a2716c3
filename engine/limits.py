"""How long a source a checkpoint takes, and how long a target it gives, read from its own files."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from engine.architecture import read_json

_POSITIONS: Final = ("max_position_embeddings", "n_positions")
_SPECIAL_PIECES: Final = 4
_WITHOUT_POSITIONS: Final = 512
"""mT5 has relative positions and so no limit of its own; its summarizers were trained on 512 pieces."""

_UNSET: Final = 20
"""What Transformers assumes for `max_length` when a checkpoint does not say."""

_SUMMARY_PIECES: Final = 128


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


def read_limits(folder: Path) -> Limits:
    """Read the limits of the checkpoint in `folder`.

    From `config.json` (positions; `max_translation_pieces`, which embedded models state), `tokenizer_config.json`
    (`model_max_length`) and `generation_config.json` (`max_length`, where it belongs to a summarizer). Raises
    `CorruptModelError` for a file that is no JSON.
    """
    config = read_json(folder / "config.json")
    positions = _positive([config.get(key) for key in _POSITIONS])
    stated = _positive([_optional(folder / "tokenizer_config.json").get("model_max_length")])
    longest = _optional(folder / "generation_config.json").get("max_length", config.get("max_length"))
    limit = min(positions, default=_WITHOUT_POSITIONS)
    summary = min(_positive([longest]), default=_UNSET)
    wrap = _positive([config.get("max_translation_pieces")])
    return Limits(
        source=max(1, min([limit, *stated]) - _SPECIAL_PIECES),
        target=max(1, limit - _SPECIAL_PIECES),
        wrap=wrap[0] if wrap else None,
        summary=_SUMMARY_PIECES if summary == _UNSET else min(summary, limit),
    )


def _optional(path: Path) -> dict[str, Any]:
    return read_json(path) if path.is_file() else {}


def _positive(values: list[object]) -> list[int]:
    """Keep what is a usable limit; Hugging Face writes a number of thirty digits where there is none."""
    return [value for value in values if isinstance(value, int) and 0 < value < 1 << 20]
