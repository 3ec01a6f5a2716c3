"""Is system B better than A: the same items, the same metrics, two tests."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from base.errors import InputError
from eval.evaluation import measure
from eval.markdown import tokenizer_of
from eval.resampling import RESAMPLES, SEED, TRIALS, Comparison, compare
from eval.run import FOLDER, Run, read_run

METRICS: Final = (
    "BLEU",
    "chrF",
    "chrF++",
    "ROUGE-1",
    "ROUGE-2",
    "ROUGE-L",
    "numbers kept",
    "names kept",
    "numbers supported",
)


def runs_of(name: str, folder: Path) -> list[Run]:
    """Return the runs that `name` stands for: a file of hypotheses, or a system's runs in `folder`.

    Raises `InputError` when there is neither.
    """
    path = Path(name)
    if path.is_file():
        return [read_run(path)]
    found = [read_run(one) for one in sorted((folder / FOLDER).glob("*.jsonl"))]
    runs = [run for run in found if run.header.system == name]
    if not runs:
        known = ", ".join(sorted({run.header.system for run in found})) or "none"
        raise InputError(
            f"No file {name!r} and no run of a system of that name in {folder} (there: {known}). "
            f"Run it first: python -m eval translate --system {name} --data NAME"
        )
    return runs


def pairs_of(first: Sequence[Run], second: Sequence[Run]) -> list[tuple[Run, Run]]:
    """Return the runs of two systems on the same data and sample; raises `InputError` when there are none."""
    by_data = {run.header.data_signature: run for run in second}
    pairs = [(run, by_data[run.header.data_signature]) for run in first if run.header.data_signature in by_data]
    if not pairs:
        raise InputError(
            f"The two have no data in common: {_data(first)} against {_data(second)}. "
            "Run both systems on the same data with the same --limit."
        )
    return pairs


def compare_runs(
    first: Run, second: Run, *, resamples: int = RESAMPLES, trials: int = TRIALS, seed: int = SEED
) -> list[Comparison]:
    """Return the comparison of two runs on each of the main metrics.

    Raises `InputError` when their items differ, naming how many.
    """
    ids = [{output.id for output in run.outputs} for run in (first, second)]
    if ids[0] != ids[1]:
        raise InputError(
            f"{first.path} and {second.path} differ in {len(ids[0] ^ ids[1])} items. Finish both runs, then compare."
        )
    order = {output.id: output for output in second.outputs}
    aligned = Run(second.header, tuple(order[output.id] for output in first.outputs), second.path)
    found: list[Comparison] = []
    for left, right in zip(measure(first), measure(aligned), strict=True):
        if left.name in METRICS and left.n:
            found.append(compare(left, right, resamples=resamples, trials=trials, seed=seed))
    return found


def table(first: Run, second: Run, comparisons: Sequence[Comparison]) -> str:
    """Return a comparison as a Markdown table with its signatures."""
    names = (first.header.system, second.header.system)
    lines = [
        f"## {first.header.label}: {names[0]} against {names[1]}",
        "",
        f"| metric | {names[0]} | {names[1]} | difference [95 %] | p bootstrap | p randomisation | better |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    for one in comparisons:
        better = {"first": names[0], "second": names[1]}.get(one.verdict, one.verdict)
        gap = f"{one.difference:+.2f} [{one.low:+.2f}, {one.high:+.2f}]"
        words = tokenizer_of(one.name, one.signature)
        lines.append(
            f"| {one.name}{f' ({words})' if words else ''} | {one.first:.2f} | {one.second:.2f} | {gap} "
            f"| {one.p_bootstrap:.4f} | {one.p_randomisation:.4f} | {better} |"
        )
    signatures = dict.fromkeys(one.signature for one in comparisons)
    return "\n".join([*lines, "", *(f"- `{line}`" for line in signatures), ""])


def _data(runs: Sequence[Run]) -> str:
    return ", ".join(run.header.label for run in runs)
