"""A translation of one unit with the faults found in it, comparable with others of the same unit."""

from __future__ import annotations

from dataclasses import dataclass, replace

from base.flags import Flag
from engine.types import Hypothesis, Task
from translate.confidence import Calibration, doubt
from translate.finish import finish
from translate.glossary import Glossary, check_terms
from translate.guards.acronyms import repair_acronym
from translate.guards.coverage import check_coverage
from translate.guards.finding import Finding
from translate.guards.leftovers import remove_leftovers, unescape_entities
from translate.guards.loops import check_loops
from translate.guards.negation import check_negation
from translate.guards.numbers import check_numbers
from translate.guards.places import check_places
from translate.guards.script import check_script
from translate.settings import Settings
from translate.unit import Unit


@dataclass(frozen=True, slots=True)
class Context:
    """What stays the same for all units of a run."""

    task: Task
    settings: Settings
    glossary: Glossary | None = None
    calibration: Calibration | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A finished target (head and tail of the unit not included), its score, and what the guards found.

    `weight` is what the score counts when candidates of a unit are compared.
    """

    text: str
    score: float
    findings: tuple[Finding, ...] = ()
    weight: float = 1.0

    @property
    def cost(self) -> float:
        """Sum of the findings' costs; 0 is no reason to translate again."""
        return sum(finding.cost for finding in self.findings)

    @property
    def badness(self) -> float:
        """What candidates are compared by: the cost, less the weighted score.

        One cost unit weighs as much as one nat per piece, so that fewer findings win, except over a
        hypothesis that the model itself finds absurd.
        """
        return self.cost - self.score * self.weight

    @property
    def flags(self) -> tuple[Flag, ...]:
        """The flags of the reported findings, each once."""
        return tuple(dict.fromkeys(finding.flag for finding in self.findings if finding.reported))


def judge(hypothesis: Hypothesis, unit: Unit, context: Context) -> Candidate:
    """Repair what can be repaired without the model, polish the text, and run every guard over it."""
    text, leftovers = remove_leftovers(unit.body, unescape_entities(unit.body, hypothesis.text))
    text = finish(text, unit.body, context.task.target)
    text = repair_acronym(unit.body, text) if context.task.target == "ar" else text
    findings = leftovers + _decoding_findings(hypothesis, context)
    weight = _weight(text, unit.body, context.settings.length_penalty)
    return Candidate(text, hypothesis.score, findings + inspect(text, unit, context), weight)


def rejudge(candidate: Candidate, text: str, unit: Unit, context: Context) -> Candidate:
    """Return the candidate with another text, inspected again; what decoding had to say stays."""
    kept = tuple(f for f in candidate.findings if f.code in ("leftover", "unfinished", "low-confidence", "wrapped"))
    return replace(candidate, text=text, findings=kept + inspect(text, unit, context))


def inspect(text: str, unit: Unit, context: Context) -> tuple[Finding, ...]:
    """Run the guards that compare source and target."""
    source, task = unit.prepared, context.task
    script = check_script(source, text, task.target)
    if not text:
        return script
    return (
        *script,
        *check_loops(source, text),
        *check_coverage(source, text, task.target),
        # The original spelling, since that is what a flag has to name.
        *check_numbers(unit.body, text, task.source, task.target),
        *check_negation(unit.body, text, task.source, task.target),
        *check_places(unit.body, text, task.target),
        *(check_terms(context.glossary, source, text, task) if context.glossary else ()),
    )


def _weight(text: str, source: str, length_penalty: float | None) -> float:
    """Return the length of a target, in source lengths, to the power that makes a score the one of beam search.

    Beam search ranks by the sum of the log probabilities / length ** penalty; the score is their mean. With a penalty
    other than 1 the mean picks targets that are too short: of eight hypotheses, one whose chrF is 1.0 (into English)
    and 0.6 (into Arabic) lower.
    """
    ratio = max(1, len(text)) / max(1, len(source))
    return float(ratio ** (1 - (1.0 if length_penalty is None else length_penalty)))


def _decoding_findings(hypothesis: Hypothesis, context: Context) -> tuple[Finding, ...]:
    found: list[Finding] = []
    if not hypothesis.finished:
        found.append(Finding("unfinished", cost=2))
    if hypothesis.parts > 1:
        found.append(Finding("wrapped", str(hypothesis.parts), cost=0))
    bound = context.settings.low_confidence
    if bound is not None and hypothesis.score < bound:
        found.append(Finding("low-confidence", f"{hypothesis.score:.2f}", cost=0))
    elif bound is None and context.calibration and (short := doubt(hypothesis, context.calibration)):
        found.append(Finding("low-confidence", f"-{short:.2f}", cost=0))
    return tuple(found)
