"""Sizes of the model and of its training, by name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from base.errors import InputError


@dataclass(frozen=True, slots=True)
class Preset:
    """One size. Lengths are in pieces; `tokens` is the padded size of a batch, source plus target."""

    name: str
    pieces: int
    width: int
    encoder_layers: int
    decoder_layers: int
    heads: int
    feed_forward: int
    dropout: float
    tokens: int
    longest: int
    longest_summary_source: int
    rate: float
    warmup: int
    positions: int = 1024
    label_smoothing: float = 0.1
    average_decay: float = 0.998


PRESETS: Final[dict[str, Preset]] = {
    "toy": Preset("toy", 480, 32, 2, 1, 2, 64, 0.0, 600, 64, 96, 4e-3, 20, 128, 0.1, 0.9),
    "small": Preset("small", 8191, 256, 5, 2, 4, 1024, 0.0, 2400, 110, 256, 1.6e-3, 300),
    "base": Preset("base", 24063, 512, 6, 3, 8, 2048, 0.2, 25000, 200, 900, 8e-4, 4000),
}


def preset(name: str) -> Preset:
    """Return the preset of that name; `InputError` names the known ones."""
    if name not in PRESETS:
        raise InputError(f"Unknown preset {name!r}. Expected one of: {', '.join(PRESETS)}.")
    return PRESETS[name]
