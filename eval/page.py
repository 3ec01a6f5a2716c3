"""The report as one self-contained page: every text escaped, right-to-left where it is Arabic, nothing loaded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from base.languages import Language
from eval import plots
from eval.evaluation import MAIN, Evaluation
from eval.markdown import TITLES
from eval.output import Output
from eval.preservation import NumberEvent
from jisr.bidi import DIRECTIONS
from jisr.exports.html import isolated

if TYPE_CHECKING:
    from jinja2 import Environment

EXAMPLES: Final = 20
_CONFUSIONS: Final = 15


@dataclass(frozen=True, slots=True)
class Example:
    """An output and its score alone."""

    output: Output
    score: float


@dataclass(frozen=True, slots=True)
class KindCount:
    """What became of the quantities of one kind."""

    kind: str
    kept: int
    changed: int
    lost: int
    added: int


@dataclass(frozen=True, slots=True)
class Section:
    """An evaluation with what a page shows of it."""

    evaluation: Evaluation
    worst: tuple[Example, ...]
    best: tuple[Example, ...]
    kinds: tuple[KindCount, ...]
    confusions: tuple[tuple[str, str, int], ...]
    flags: str


def report(evaluations: Sequence[Evaluation], title: str = "Evaluation") -> str:
    """Return a whole HTML page on some evaluations, which may be of several systems and data sets."""
    tasks = list(dict.fromkeys(one.header.task for one in evaluations))
    drawn = []
    for task in tasks:
        chosen = [one for one in evaluations if one.header.task == task]
        drawn += [plots.scores(chosen, metric, f"{task}-{place}") for place, metric in enumerate(MAIN[task])]
        drawn.append(plots.by_length(chosen, f"{task}-length"))
    sections = [_section(one, place) for place, one in enumerate(evaluations)]
    page = _environment().get_template("report.html")
    return page.render(title=title, sections=sections, plots=[plot for plot in drawn if plot], titles=TITLES)


def kind_counts(events: Sequence[NumberEvent]) -> tuple[KindCount, ...]:
    """Count what became of the quantities, kind by kind, the most frequent kind first."""
    counts = Counter((event.kind, event.outcome) for event in events)
    rows = [
        KindCount(kind, *(counts[kind, outcome] for outcome in ("kept", "changed", "lost", "added")))
        for kind in dict.fromkeys(event.kind for event in events)
    ]
    return tuple(sorted(rows, key=lambda row: -(row.kept + row.changed + row.lost + row.added)))


def confusions(events: Sequence[NumberEvent], limit: int = _CONFUSIONS) -> tuple[tuple[str, str, int], ...]:
    """Return (quantity of the source, what stands instead or nothing, times), the most frequent first."""
    counts = Counter((event.said, event.told) for event in events if event.outcome in ("changed", "lost"))
    return tuple((said, told, times) for (said, told), times in counts.most_common(limit))


def extremes(evaluation: Evaluation, limit: int = EXAMPLES) -> tuple[tuple[Example, ...], tuple[Example, ...]]:
    """Return the worst and the best outputs by their own score, worst and best first, none in both."""
    order = sorted(range(len(evaluation.outputs)), key=lambda place: (evaluation.ranking[place], place))
    size = min(limit, len(order) // 2)
    examples = [Example(evaluation.outputs[place], evaluation.ranking[place]) for place in order]
    return tuple(examples[:size]), tuple(reversed(examples[len(examples) - size :]))


def _section(evaluation: Evaluation, place: int) -> Section:
    worst, best = extremes(evaluation)
    return Section(
        evaluation,
        worst,
        best,
        kind_counts(evaluation.numbers),
        confusions(evaluation.numbers),
        plots.flags(evaluation, f"flags-{place}"),
    )


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("eval", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["isolated"] = _isolated
    environment.globals.update(directions=DIRECTIONS)
    return environment


def _isolated(text: str, language: Language) -> str:
    return isolated(text, language)
