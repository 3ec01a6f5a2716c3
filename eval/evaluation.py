"""From the outputs of a run to everything that a report tells about it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from base.languages import LANGUAGES
from eval.dataset import TaskName
from eval.extractiveness import extractiveness_metrics
from eval.faithfulness import agreement_metric, support_metrics
from eval.faults import fault_metrics
from eval.metrics import rouge_metrics, translation_metrics
from eval.output import Header, Output
from eval.preservation import NumberEvent, Segments, name_metric, number_events, number_metrics, quotation_metrics
from eval.resampling import RESAMPLES, SEED, score
from eval.run import Run
from eval.score import Score
from eval.statistics import Statistics, average, table_of
from eval.validate import check_texts, language_warning

_BINS: Final[dict[TaskName, tuple[int, ...]]] = {
    "translate": (10, 20, 30, 40),
    "summarize": (200, 400, 800),
    "read": (200, 400, 800),
}
MAIN: Final[dict[TaskName, tuple[str, ...]]] = {
    "translate": ("BLEU", "chrF"),
    "summarize": ("ROUGE-1", "ROUGE-L"),
    "read": ("BLEU", "chrF"),
}
"""The metrics that are broken down by length and domain."""
_SMALLEST_GROUP: Final = 5
Group = tuple[str, Callable[[Output], str]]


@dataclass(frozen=True, slots=True)
class Part:
    """The scores of a part of the data: `group` is `length 11-20 words`, or `domain medical`."""

    group: str
    scores: tuple[Score, ...]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A scored run. `ranking` is the score of each output alone, by which examples are chosen, higher is better."""

    header: Header
    outputs: tuple[Output, ...]
    statistics: tuple[Statistics, ...]
    scores: tuple[Score, ...]
    parts: tuple[Part, ...]
    numbers: tuple[NumberEvent, ...]
    flags: tuple[tuple[str, int], ...]
    ranking: tuple[float, ...]
    warning: str = ""

    def score(self, name: str) -> Score | None:
        """Return the first score called `name`, or None."""
        return next((one for one in self.scores if one.name == name), None)


def evaluate(run: Run, *, resamples: int = RESAMPLES, seed: int = SEED, edits: bool = True) -> Evaluation:
    """Return the scores of a run, overall and by length and domain. `edits` asks for TER, which is slow.

    Raises `InputError` for references without text; blank hypotheses are scored and counted.
    """
    outputs, header = run.outputs, run.header
    check_texts(
        [one.hypothesis for one in outputs],
        [one.references for one in outputs],
        names=(str(run.path), header.label),
        allow_blank=True,
    )
    statistics, events = _MEASURES[header.task](outputs, header, edits)
    flags = Counter(code for output in outputs for code in {flag.code for flag in output.flags})
    return Evaluation(
        header=header,
        outputs=outputs,
        statistics=statistics,
        scores=score(statistics, resamples=resamples, seed=seed),
        parts=tuple(_parts(outputs, header.task, statistics, resamples, seed)),
        numbers=tuple(events),
        flags=tuple(sorted(flags.items(), key=lambda item: (-item[1], item[0]))),
        ranking=_ranking(statistics),
        warning=language_warning([one.hypothesis for one in outputs if one.hypothesis], header.target, str(run.path)),
    )


def with_metrics(found: Evaluation, more: Sequence[Statistics], *, resamples: int, seed: int) -> Evaluation:
    """Return an evaluation with further metrics of the same outputs."""
    scores = (*found.scores, *score(more, resamples=resamples, seed=seed))
    return replace(found, statistics=(*found.statistics, *more), scores=scores)


def measure(run: Run) -> tuple[Statistics, ...]:
    """Return the sufficient statistics of a run without TER, to be compared with those of another one."""
    return _MEASURES[run.header.task](run.outputs, run.header, False)[0]


Measured = tuple[tuple[Statistics, ...], list[NumberEvent]]


def _translation(outputs: Sequence[Output], header: Header, edits: bool) -> Measured:
    segments = Segments(
        [one.source for one in outputs],
        [one.hypothesis for one in outputs],
        [one.references for one in outputs],
        header.source,
        header.target,
    )
    events = number_events(segments)
    statistics = (
        *translation_metrics(segments.hypotheses, segments.references, edits=edits),
        *number_metrics(segments, events),
        name_metric(segments),
        *quotation_metrics(segments),
        *fault_metrics(segments),
    )
    return statistics, events


def _summaries(outputs: Sequence[Output], header: Header, edits: bool) -> Measured:  # noqa: ARG001
    articles, texts = [one.source for one in outputs], [one.hypothesis for one in outputs]
    references = [one.references for one in outputs]
    within = extractiveness_metrics(articles, texts) if header.source == header.target else ()
    statistics = (
        *rouge_metrics(texts, references, header.target, sentences="split"),
        *support_metrics(articles, texts, header.source, header.target),
        *within,
        _average("summary words", [len(text.split()) for text in texts]),
        _average("seconds", [one.seconds for one in outputs]),
    )
    return statistics, []


def _readings(outputs: Sequence[Output], header: Header, edits: bool) -> Measured:  # noqa: ARG001
    """Score whole articles; guards and numbers are looked at sentence by sentence, where the translation is aligned."""
    texts, references = [one.hypothesis for one in outputs], [one.references for one in outputs]
    whole = Segments([one.source for one in outputs], texts, references, header.source, header.target)
    aligned = [pair for one in outputs for pair in one.segments]
    owner = [place for place, one in enumerate(outputs) for _ in one.segments]
    pairs = Segments([pair[0] for pair in aligned], [pair[1] for pair in aligned], [], header.source, header.target)
    events = number_events(pairs)
    by_sentence = [*number_metrics(pairs, events), name_metric(pairs), *fault_metrics(pairs)]
    told = {language: [one.summaries.get(language, "") for one in outputs] for language in LANGUAGES}
    statistics = [*translation_metrics(texts, references, edits=False), *quotation_metrics(whole)]
    statistics += [_by_owner(metric, owner, len(outputs)) for metric in by_sentence]
    for language in LANGUAGES:
        wanted = [one.summary_references.get(language, ()) for one in outputs]
        if all(wanted):
            found = rouge_metrics(told[language], wanted, language, sentences="split")
            statistics += [_renamed(metric, f"{language} {metric.name}") for metric in found]
    statistics += [agreement_metric(told["ar"], told["en"]), _average("seconds", [one.seconds for one in outputs])]
    return tuple(statistics), events


_MEASURES: Final[dict[TaskName, Callable[[Sequence[Output], Header, bool], Measured]]] = {
    "translate": _translation,
    "summarize": _summaries,
    "read": _readings,
}


def _by_owner(metric: Statistics, owner: Sequence[int], count: int) -> Statistics:
    """Add the rows of sentences up to rows of articles, which are what is resampled."""
    table = np.zeros((count, metric.table.shape[1]))
    np.add.at(table, np.asarray(owner, dtype=np.intp), metric.table)
    return Statistics(metric.name, table, metric.formula, metric.signature, metric.higher_is_better, counted=1)


def _renamed(metric: Statistics, name: str) -> Statistics:
    return Statistics(
        name, metric.table, metric.formula, metric.signature, metric.higher_is_better, metric.counted, metric.detail
    )


def _average(name: str, values: Sequence[float]) -> Statistics:
    line = f"nrefs:0|measure:{name.replace(' ', '-')}|version:1"
    return Statistics(name, table_of([(value, 1) for value in values], 2), average, line, higher_is_better=False)


def _parts(
    outputs: Sequence[Output], task: TaskName, statistics: Sequence[Statistics], resamples: int, seed: int
) -> list[Part]:
    """Score the main metrics by length of the source and by domain, where there is more than one."""
    names = MAIN[task]
    firsts = [next(metric for metric in statistics if metric.name == name) for name in names]
    firsts += [metric for metric in statistics if metric.name == "numbers kept"]
    parts: list[Part] = []
    for grouped in (_by_length(outputs, task), _by_domain(outputs)):
        for group, places in grouped.items():
            if len(places) >= _SMALLEST_GROUP and len(grouped) > 1:
                chosen = [metric.subset(places) for metric in firsts]
                parts.append(Part(group, score(chosen, resamples=resamples, seed=seed)))
    return parts


def _by_length(outputs: Sequence[Output], task: TaskName) -> dict[str, list[int]]:
    bounds = _BINS[task]
    labels = [f"{low + 1}-{high}" for low, high in zip((0, *bounds), bounds, strict=False)] + [f"over {bounds[-1]}"]
    groups: dict[str, list[int]] = {f"length {label} words": [] for label in labels}
    names = list(groups)
    for place, output in enumerate(outputs):
        groups[names[sum(len(output.source.split()) > bound for bound in bounds)]].append(place)
    return {name: places for name, places in groups.items() if places}


def _by_domain(outputs: Sequence[Output]) -> dict[str, list[int]]:
    groups: dict[str, list[int]] = defaultdict(list)
    for place, output in enumerate(outputs):
        groups[f"domain {output.domain or 'unknown'}"].append(place)
    return dict(sorted(groups.items()))


def _ranking(statistics: Sequence[Statistics]) -> tuple[float, ...]:
    """Rank by chrF or ROUGE-L, which also tell short texts apart."""
    metric = next(metric for metric in statistics if metric.name in ("chrF", "ROUGE-L"))
    return tuple(float(value) for value in metric.each())
