"""How a long computation tells how far it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Stage = Literal["load", "translate", "summarize", "convert", "batch", "evaluate"]


@dataclass(frozen=True, slots=True)
class Progress:
    """`done` of `total` units (sentences, files) of a stage; `total` is 0 while unknown."""

    stage: Stage
    done: int
    total: int


ProgressCallback = Callable[[Progress], None]
