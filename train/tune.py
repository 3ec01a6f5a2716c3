"""Beam size and length penalty, chosen on development sets for each direction."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from article.normalise import normalise_for_model
from base.extras import require
from base.files import write_atomic
from engine.types import Decoding, Task
from train.decode import open_model
from train.score import Direction

if TYPE_CHECKING:
    from engine.types import Model

BEAMS: Final = (1, 2, 4, 6)
PENALTIES: Final = (0.6, 1.0, 1.4)
# A wider beam costs time in proportion; it has to give something for it.
WORTH: Final = 0.2
TASKS: Final[dict[Direction, Task]] = {
    "ar-en": Task("translate", "ar", "en"),
    "en-ar": Task("translate", "en", "ar"),
}


@dataclass(frozen=True, slots=True)
class Trial:
    """One setting and the mean over the sets of what it reached: corpus chrF and BLEU, 0 to 100."""

    direction: Direction
    beam_size: int
    length_penalty: float
    chrf: float
    bleu: float


def tune(folder: Path, sets: dict[str, list[tuple[str, str]]], device: str = "cpu", threads: int = 0) -> list[Trial]:
    """Try every setting of the grid on the (Arabic, English) `sets` with the int8 weights of `folder`.

    A beam of one has no use for a length penalty and is tried once.
    """
    model = open_model(folder, device, threads)
    grid = [(beam, penalty) for beam in BEAMS for penalty in (PENALTIES if beam > 1 else PENALTIES[1:2])]
    return [_trial(model, sets, direction, *setting) for direction in TASKS for setting in grid]


def best(trials: list[Trial], direction: Direction) -> Trial:
    """Return the setting to use: of those within `WORTH` chrF of the best one, that with the smallest beam."""
    mine = [trial for trial in trials if trial.direction == direction]
    limit = max(trial.chrf for trial in mine) - WORTH
    return min((trial for trial in mine if trial.chrf >= limit), key=lambda trial: (trial.beam_size, -trial.chrf))


def write_trials(path: Path, trials: list[Trial]) -> None:
    """Write what was measured and what was chosen as JSON."""
    content = {
        "chosen": {direction: asdict(best(trials, direction)) for direction in TASKS},
        "trials": [asdict(trial) for trial in trials],
    }
    write_atomic(path, json.dumps(content, indent=1) + "\n")


def _trial(
    model: Model, sets: dict[str, list[tuple[str, str]]], direction: Direction, beam: int, penalty: float
) -> Trial:
    sacrebleu = require("sacrebleu", "eval", "score translations")
    side = 0 if direction == "ar-en" else 1
    decoding = Decoding(beam_size=beam, length_penalty=penalty)
    chrf = bleu = 0.0
    for pairs in sets.values():
        sources, references = [normalise_for_model(pair[side]) for pair in pairs], [pair[1 - side] for pair in pairs]
        outputs = [found.text for found, *_ in model.generate(sources, TASKS[direction], decoding)]
        chrf += float(sacrebleu.CHRF().corpus_score(outputs, [references]).score) / len(sets)
        bleu += float(sacrebleu.BLEU().corpus_score(outputs, [references]).score) / len(sets)
    return Trial(direction, beam, penalty, round(chrf, 2), round(bleu, 2))
