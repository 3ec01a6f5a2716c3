"""Units through the model, the guards and, where needed, the retries: every unit comes out once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from engine.types import Decoding, Model
from translate.candidate import Candidate, Context, judge
from translate.retry import improve
from translate.unit import Unit

_PENDING: Final = 64


def decode(model: Model, units: Sequence[Unit], context: Context) -> Iterator[tuple[int, Candidate]]:
    """Yield (index of the unit, its best candidate) in completion order, every index exactly once.

    Units that are copied come first, then what the model gives out, head of the list first. Failing units
    are held back and translated again together; what becomes of one does not depend on the others.
    """
    wanted: list[int] = []
    for index, unit in enumerate(units):
        if unit.copied:
            yield index, Candidate(unit.original, 0.0)
        else:
            wanted.append(index)
    if wanted:
        yield from _decode(model, units, wanted, context)


def _decode(
    model: Model, units: Sequence[Unit], wanted: list[int], context: Context
) -> Iterator[tuple[int, Candidate]]:
    decoding = Decoding(beam_size=context.settings.beam_size, batch_tokens=context.settings.batch_tokens)
    pending: list[tuple[int, Candidate]] = []
    sources = [units[index].prepared for index in wanted]
    for position, hypotheses in model.stream(sources, context.task, decoding):
        index = wanted[position]
        candidate = judge(hypotheses[0], units[index], context)
        if candidate.cost == 0:
            yield index, candidate
            continue
        pending.append((index, candidate))
        if len(pending) >= _PENDING:
            yield from _improved(model, units, pending, context)
            pending = []
    yield from _improved(model, units, pending, context)


def _improved(
    model: Model, units: Sequence[Unit], pending: list[tuple[int, Candidate]], context: Context
) -> Iterator[tuple[int, Candidate]]:
    if not pending:
        return
    failing = [(units[index], candidate) for index, candidate in pending]
    for (index, _), candidate in zip(pending, improve(model, failing, context), strict=True):
        yield index, candidate
