"""Sizes of the model and of its training, by name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from base.errors import InputError


@dataclass(frozen=True, slots=True)
class Preset:
    """One size. Lengths are in pieces; `tokens` is the padded size of a batch, source plus target.

    `pretraining` is the share of the budget that goes to monolingual text before the first sentence pair,
    `summary_share` that of the tokens that are summaries. `mono_share` is the part of the running text that is used;
    `gaps`, `dictionary` and `back` count examples in each language: gap sentences, sentences translated by
    dictionary, sentences translated in each round of back-translation. `cross` counts articles whose translation gets
    the summary of the original. `subword_alpha` sharpens the sampling of segmentations (0: the best one always);
    `sample_targets` has targets cut anew as well as sources.
    """

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
    guidance: float = 0.7
    pretraining: float = 0.0
    summary_share: float = 0.05
    mono_share: float = 0.4
    gaps: int = 0
    dictionary: int = 60_000
    back: int = 50_000
    cross: int = 0
    subword_alpha: float = 0.0
    sample_targets: bool = False

    @property
    def shown_words(self) -> int:
        """Words of an article that certainly fit into `longest_summary_source` pieces, about."""
        return int(self.longest_summary_source / 1.5)


PRESETS: Final[dict[str, Preset]] = {
    "toy": Preset(
        "toy", 480, 32, 2, 1, 2, 64, 0.05, 600, 64, 96, 4e-3, 20, 128, 0.1, 0.9,
        pretraining=0.2, mono_share=1.0, gaps=20, dictionary=40, back=20, cross=4, subword_alpha=0.5,
        sample_targets=True,
    ),
    "small": Preset("small", 8191, 256, 5, 2, 4, 1024, 0.0, 2400, 110, 256, 1.6e-3, 300),
    "base": Preset(
        "base", 24063, 512, 6, 3, 8, 2048, 0.2, 25000, 200, 900, 8e-4, 4000,
        pretraining=0.35, summary_share=0.12, mono_share=1.0, gaps=40_000, dictionary=150_000, back=150_000,
        cross=4_000, subword_alpha=0.5,
    ),
}  # fmt: skip


def preset(name: str) -> Preset:
    """Return the preset of that name; `InputError` names the known ones."""
    if name not in PRESETS:
        raise InputError(f"Unknown preset {name!r}. Expected one of: {', '.join(PRESETS)}.")
    return PRESETS[name]
