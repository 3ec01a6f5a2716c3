"""Units through the model, the guards and, where needed, the retries: every unit comes out once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from engine.types import Decoding, Model
from translate.candidate import Candidate, Context, judge
from translate.clauses import lowered
from translate.retry import improve
from translate.unit import Unit

_PENDING: Final = 64


def decode(model: Model, units: Sequence[Unit], context: Context) -> Iterator[tuple[int, Candidate]]:
    """Yield (index of the unit, its best candidate) in completion order, every index exactly once.

    Units that are copied come first, then what the model gives out, head of the list first. Failing units
    are held back and translated again together; what becomes of one does not depend on the others. A unit with
    parts comes when all of them are done.
    """
    pieces = [(index, place) for index, unit in enumerate(units) for place in range(len(unit.parts) or 1)]
    flat = [units[index].parts[place] if units[index].parts else units[index] for index, place in pieces]
    waiting: dict[int, dict[int, Candidate]] = {}
    for number, candidate in _decode_flat(model, flat, context):
        index, place = pieces[number]
        unit = units[index]
        if not unit.parts:
            yield index, candidate
            continue
        done = waiting.setdefault(index, {})
        done[place] = candidate
        if len(done) == len(unit.parts):
            del waiting[index]
            yield index, _joined(unit, [done[at] for at in range(len(done))])


def _joined(unit: Unit, candidates: Sequence[Candidate]) -> Candidate:
    """Return one candidate for the parts of a unit; its score is their mean by source words."""
    texts: list[str] = []
    score, words = 0.0, 0
    for part, candidate in zip(unit.parts, candidates, strict=True):
        text = part.dressed(candidate.text or part.body) if not part.copied else part.original
        inside = any(kept.strip() for kept in texts)
        texts.append(lowered(text) if inside and not part.copied else text)
        count = 0 if part.copied else len(part.body.split())
        score, words = score + candidate.score * count, words + count
    findings = tuple(dict.fromkeys(finding for candidate in candidates for finding in candidate.findings))
    return Candidate("".join(texts), score / max(1, words), findings)


def _decode_flat(model: Model, units: Sequence[Unit], context: Context) -> Iterator[tuple[int, Candidate]]:
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
    settings = context.settings
    decoding = Decoding(
        settings.beam_size,
        settings.length_penalty or 1.0,
        no_repeat_ngram=settings.no_repeat_ngram or 0,
        batch_tokens=settings.batch_tokens,
    )
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
