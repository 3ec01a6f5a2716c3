"""Whether a system is better than its baselines, as rows that can be kept and sentences that can be read."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from eval.evaluation import Evaluation
from eval.resampling import RESAMPLES, SEED, TRIALS, compare
from eval.rows import read_rows, write_rows

METRICS: Final = ("ROUGE-1", "ROUGE-2", "ROUGE-L")
TITLES: Final = {"lead": "Lead", "textrank": "TextRank", "lexrank": "LexRank", "centroid": "centroid"}
_WORDS: Final = {"better": "better than", "worse": "worse than", "level": "no significant difference from"}


@dataclass(frozen=True, slots=True)
class Difference:
    """How much a system differs from another one on a data set: `difference` is the system's score minus the other's.

    `verdict` is `better`, `worse`, or `level` where either test has p >= 0.05 (`eval.resampling.Comparison`).
    """

    data: str
    selection: str
    system: str
    other: str
    metric: str
    value: float
    other_value: float
    difference: float
    low: float
    high: float
    p_bootstrap: float
    p_randomisation: float
    verdict: str
    n: int
    signature: str


def differences(
    system: Evaluation, others: Sequence[Evaluation], *, resamples: int = RESAMPLES, trials: int = TRIALS
) -> Iterator[Difference]:
    """Yield how a system differs from each of some others on the same items, in ROUGE-1, -2 and -L.

    Of several tokenizers the first counts. Raises `InputError` where the items cannot be the same.
    """
    for other in others:
        for name in METRICS:
            first, second = (next(one for one in found.statistics if one.name == name) for found in (other, system))
            found = compare(first, second, resamples=resamples, trials=trials, seed=SEED)
            yield Difference(
                data=system.header.label,
                selection=system.header.selection,
                system=system.header.system,
                other=other.header.system,
                metric=name,
                value=round(found.second, 4),
                other_value=round(found.first, 4),
                difference=round(found.difference, 4),
                low=round(found.low, 4),
                high=round(found.high, 4),
                p_bootstrap=round(found.p_bootstrap, 4),
                p_randomisation=round(found.p_randomisation, 4),
                verdict={"second": "better", "first": "worse"}.get(found.verdict, "level"),
                n=found.n,
                signature=found.signature,
            )


def sentences(found: Sequence[Difference], metric: str = "ROUGE-L") -> list[str]:
    """Return a Markdown list item for each data set and system: what it is better than, worse than, level with."""
    groups: dict[tuple[str, str, str], list[Difference]] = defaultdict(list)
    for one in found:
        if one.metric == metric:
            groups[one.data, one.system, one.selection].append(one)
    return [
        f"- **{data}**, {system}, {selection}: {'; '.join(_clauses(group))}."
        for (data, system, selection), group in groups.items()
    ]


def tally(found: Sequence[Difference], metric: str = "ROUGE-L") -> list[str]:
    """Return a Markdown list item for each system and baseline: on how many sets it is better, level, worse."""
    groups: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for one in found:
        if one.metric == metric:
            groups[one.system, title(one.other)][one.verdict] += 1
    return [
        f"- {system} against {other}: better on {counts['better']} of {counts.total()} sets, "
        f"no significant difference on {counts['level']}, worse on {counts['worse']}."
        for (system, other), counts in groups.items()
    ]


def write_differences(path: Path, found: Sequence[Difference]) -> None:
    """Write rows as JSON lines; raises `OutputError`."""
    write_rows(path, found)


def read_differences(path: Path) -> list[Difference]:
    """Return the rows of a file; raises `InputError` when it cannot be read, `FormatError` naming a broken line."""
    return read_rows(path, Difference, "comparison")


def title(name: str) -> str:
    """Return a system's name as tables show it: `Lead` for `lead=compact`, others as they are."""
    return TITLES.get(name.partition("=")[0], name) if "=" in name else name


def _clauses(group: Sequence[Difference]) -> Iterator[str]:
    for verdict, words in _WORDS.items():
        chosen = [one for one in group if one.verdict == verdict]
        if chosen:
            yield f"{words} {', '.join(map(_told, chosen))}"


def _told(one: Difference) -> str:
    p = max(one.p_bootstrap, one.p_randomisation)
    return f"{title(one.other)} ({one.difference:+.1f} [{one.low:+.1f}, {one.high:+.1f}], p = {p:.3f})"
