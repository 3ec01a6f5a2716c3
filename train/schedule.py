"""The stages of training: what is seen, and up to which share of the budget."""

from __future__ import annotations

from dataclasses import dataclass

from train.corpus import FINAL_REPEATS
from train.mix import Mix
from train.presets import Preset


@dataclass(frozen=True, slots=True)
class Stage:
    """One mix, held until the share `until` of the budget is spent; `back` is the round of back-translation it sees.

    A stage with a round is preceded by making that round, with the weights of the stage before.
    """

    name: str
    until: float
    mix: Mix
    back: int = 0


def schedule(preset: Preset) -> tuple[Stage, ...]:
    """Return the stages: running text, pairs, two rounds of back-translation, and an end on real news."""
    start, summaries = preset.pretraining, preset.summary_share
    rest = 1 - summaries
    left = 1 - start
    # What denoising taught is kept in mind by some more of it.
    denoise = 0.1 if start else 0.0
    return (
        Stage("pre-training", start, Mix({"denoise": 0.55, "dictionary": 0.35, "gaps": 0.1})),
        Stage(
            "supervised",
            start + 0.45 * left,
            Mix(
                {
                    "pairs": (0.8 - denoise) * rest,
                    "dictionary": 0.2 * rest,
                    "denoise": denoise * rest,
                    "summaries": summaries,
                }
            ),
        ),
        Stage(
            "back-translation 1",
            start + 0.65 * left,
            Mix({"pairs": 0.55 * rest, "back": 0.4 * rest, "dictionary": 0.05 * rest, "summaries": summaries}),
            back=1,
        ),
        Stage(
            "back-translation 2",
            start + 0.85 * left,
            Mix({"pairs": 0.55 * rest, "back": 0.45 * rest, "summaries": summaries}),
            back=2,
        ),
        Stage(
            "news",
            1.0,
            Mix({"pairs": 0.9 * rest, "back": 0.1 * rest, "summaries": summaries}, FINAL_REPEATS),
            back=2,
        ),
    )
