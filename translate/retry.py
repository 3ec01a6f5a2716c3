"""Translating again what the guards object to, with other settings, and keeping the best of all attempts.

Two further decodings at the most, of the failing sentences alone. First a wider beam whose hypotheses all go
through the guards (with blocked repetition against loops); then the sentence clause by clause, or, for loops
in a sentence without clauses, harder blocking. In between a single wrong number is put right in place.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from base.languages import Language
from engine.types import Decoding, Hypothesis, Model
from translate.candidate import Candidate, Context, judge, rejudge
from translate.clauses import join_clauses, split_clauses
from translate.guards.numbers import repair_number
from translate.unit import Unit

_WIDE_BEAM: Final = 8
_BLOCKED_NGRAM: Final = 3
_Attempt = list[tuple[Candidate, ...]]


def improve(model: Model, failing: Sequence[tuple[Unit, Candidate]], context: Context) -> list[Candidate]:
    """Return the best candidate for each failing unit, in order; never a worse one than was given."""
    units = [unit for unit, _ in failing]
    best = [candidate for _, candidate in failing]
    rungs: tuple[Callable[[Model, list[Unit], list[Candidate], Context], _Attempt], ...] = (_wide, _narrow)
    for rung in rungs[: context.settings.retries]:
        open_ = [index for index, candidate in enumerate(best) if candidate.cost > 0]
        if not open_:
            break
        attempts = rung(model, [units[i] for i in open_], [best[i] for i in open_], context)
        for index, attempt in zip(open_, attempts, strict=True):
            best[index] = mend(min((best[index], *attempt), key=_badness), units[index], context)
    return [mend(candidate, unit, context) for unit, candidate in zip(units, best, strict=True)]


def mend(candidate: Candidate, unit: Unit, context: Context) -> Candidate:
    """Return the candidate with its one wrong number put right, when that leaves fewer faults."""
    if not any(finding.code in ("number", "number-added") for finding in candidate.findings):
        return candidate
    text = repair_number(unit.body, candidate.text, context.task.source, context.task.target)
    if text is None:
        return candidate
    return min(candidate, rejudge(candidate, text, unit, context), key=_badness)


def _first(context: Context) -> Decoding:
    """Return the settings of the first decoding, without what blocks repetition."""
    settings = context.settings
    return Decoding(settings.beam_size, settings.length_penalty or 1.0, batch_tokens=settings.batch_tokens)


def _badness(candidate: Candidate) -> float:
    return candidate.badness


def _loops(candidate: Candidate) -> bool:
    return any(finding.code in ("loop", "unfinished") for finding in candidate.findings)


def _wide(model: Model, units: list[Unit], best: list[Candidate], context: Context) -> _Attempt:
    """A wider beam and all of its hypotheses; repetition blocked where there was a loop."""
    plain = replace(_first(context), beam_size=_WIDE_BEAM, num_hypotheses=_WIDE_BEAM)
    blocked = replace(plain, no_repeat_ngram=_BLOCKED_NGRAM, repetition_penalty=1.1)
    settings = [blocked if _loops(candidate) else plain for candidate in best]
    return _decode(model, units, settings, context)


def _narrow(model: Model, units: list[Unit], best: list[Candidate], context: Context) -> _Attempt:
    """Clause by clause; without clauses, and after a loop, one beam search that may hardly repeat anything."""
    attempts: _Attempt = [()] * len(units)
    clauses = [split_clauses(unit.prepared) for unit in units]
    cut = [index for index, parts in enumerate(clauses) if len(parts) > 1]
    whole = [index for index, parts in enumerate(clauses) if len(parts) == 1 and _loops(best[index])]
    strict = replace(_first(context), no_repeat_ngram=2, repetition_penalty=1.3)
    found = _decode(model, [units[i] for i in whole], [strict] * len(whole), context)
    for index, attempt in zip(whole, found, strict=True):
        attempts[index] = attempt
    joined = _decode_clauses(model, [clauses[i] for i in cut], [_loops(best[i]) for i in cut], context)
    for index, hypothesis in zip(cut, joined, strict=True):
        attempts[index] = (judge(hypothesis, units[index], context),)
    return attempts


def _decode(model: Model, units: list[Unit], settings: list[Decoding], context: Context) -> _Attempt:
    """Decode each unit with its own settings, those with the same ones in one call."""
    attempts: _Attempt = [()] * len(units)
    for decoding in dict.fromkeys(settings):
        chosen = [index for index, wanted in enumerate(settings) if wanted == decoding]
        sources = [units[index].prepared for index in chosen]
        for index, hypotheses in zip(chosen, model.generate(sources, context.task, decoding), strict=True):
            attempts[index] = tuple(judge(hypothesis, units[index], context) for hypothesis in hypotheses)
    return attempts


def _decode_clauses(
    model: Model, clauses: list[tuple[str, ...]], blocked: list[bool], context: Context
) -> list[Hypothesis]:
    """Translate sentences clause by clause and put each together again."""
    joined: list[Hypothesis | None] = [None] * len(clauses)
    for block in dict.fromkeys(blocked):
        decoding = replace(_first(context), no_repeat_ngram=_BLOCKED_NGRAM if block else 0)
        chosen = [index for index, wanted in enumerate(blocked) if wanted == block]
        sources = [clause for index in chosen for clause in clauses[index]]
        outputs = iter(model.generate(sources, context.task, decoding))
        for index in chosen:
            parts = tuple(next(outputs)[0] for _ in clauses[index])
            joined[index] = _joined(parts, clauses[index], context.task.target)
    return [hypothesis for hypothesis in joined if hypothesis is not None]


def _joined(parts: tuple[Hypothesis, ...], sources: tuple[str, ...], target: Language) -> Hypothesis:
    """Return one hypothesis for the parts; its score is the mean over all pieces."""
    pieces = [max(1, len(part.tokens)) for part in parts]
    score = sum(part.score * count for part, count in zip(parts, pieces, strict=True)) / sum(pieces)
    return Hypothesis(
        text=join_clauses(tuple(part.text for part in parts), sources, target),
        score=score,
        tokens=tuple(token for part in parts for token in part.tokens),
        finished=all(part.finished for part in parts),
    )
