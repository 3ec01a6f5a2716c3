"""Units through a translation memory: what is known comes from it, the rest is decoded once and remembered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from engine.types import Model
from translate.candidate import Context
from translate.decode import decode
from translate.memory import Memory, Remembered, memory_key
from translate.unit import Unit

_TOGETHER: Final = 256


def recall(model: Model, units: Sequence[Unit], context: Context, memory: Memory) -> Iterator[tuple[int, Remembered]]:
    """Yield (index of the unit, its translation), every index exactly once; equal sentences are decoded once."""
    frame = _frame(model, context)
    places: dict[bytes, list[int]] = {}
    for index, unit in enumerate(units):
        places.setdefault(memory_key(frame, unit.original), []).append(index)
    known = memory.get(places)
    for key, value in known.items():
        yield from ((index, value) for index in places[key])
    fresh = [(key, indices) for key, indices in places.items() if key not in known]
    learned: dict[bytes, Remembered] = {}
    for position, candidate in decode(model, [units[indices[0]] for _, indices in fresh], context):
        key, indices = fresh[position]
        learned[key] = Remembered(candidate.text, candidate.score, candidate.flags)
        yield from ((index, learned[key]) for index in indices)
        if len(learned) >= _TOGETHER:
            memory.put(learned)
            learned = {}
    memory.put(learned)


def _frame(model: Model, context: Context) -> str:
    """Return everything but the sentence that decides a translation; the size of a batch does not."""
    settings = replace(context.settings, batch_tokens=1)
    rules = f"{settings}|{context.glossary}|{context.calibration}"
    return f"{model.signature}|{context.task.source}>{context.task.target}|{rules}"
