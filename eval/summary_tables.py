"""What the record tells about summaries, a table for each question."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from eval.difference import METRICS, Difference, sentences, tally, title
from eval.markdown import table_lines
from eval.results import Result

FACTS: Final = ("numbers supported", "names supported", "novel 2-grams", "looping", "summary words")
Key = tuple[str, str, str]
Found = dict[Key, dict[str, Result]]
"""(data, selection, system) -> metric -> result; of several tokenizers the first."""


def summary_tables(results: Sequence[Result], differences: Sequence[Difference]) -> list[str]:
    """Return Markdown lines: scores beside baselines of equal length, who wins, and what the summaries are like."""
    found: Found = defaultdict(dict)
    for result in results:
        if result.group == "all":
            found[result.label, result.selection, result.system].setdefault(result.metric, result)
    lines = []
    for metric in reversed(METRICS):
        lines += [f"#### {metric} beside baselines of the same length", "", *_beside(found, metric), ""]
    if differences:
        told = "Differences in ROUGE-L, with their 95 % intervals; p is the larger one of the two tests."
        lines += ["#### Who wins", "", told, "", *tally(differences), "", *sentences(differences), ""]
    return [*lines, "#### Numbers, names, wording, length", "", *_facts(found), ""]


def _beside(found: Found, metric: str) -> list[str]:
    """Return a table with a row for each data set and system, the baselines at its length side by side."""
    own = [key for key in found if "=" not in key[2]]
    baselines = list(dict.fromkeys(key[2].partition("=")[0] for key in found if "=" in key[2]))
    head = ["data", "items", "system", metric, *(title(f"{name}=") for name in baselines)]
    rows = []
    for data, selection, system in own:
        cells = [
            found.get((data, selection, name), {}).get(metric)
            for name in (system, *(f"{baseline}={system}" for baseline in baselines))
        ]
        rows.append([data, selection, system, *(cell.cell if cell else "" for cell in cells)])
    return table_lines(head, rows)


def _facts(found: Found) -> list[str]:
    own = [key for key in found if "=" not in key[2]]
    rows = [[key[0], key[2], *(found[key][name].cell if name in found[key] else "" for name in FACTS)] for key in own]
    return table_lines(["data", "system", *FACTS], rows)
