"""Results as Markdown tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from eval.dataset import TaskName
from eval.results import Result

TITLES: Final[dict[TaskName, str]] = {"translate": "Translation", "summarize": "Summaries", "read": "Whole readings"}
COLUMNS: Final[dict[TaskName, tuple[tuple[str, ...], ...]]] = {
    "translate": (
        ("BLEU", "chrF", "chrF++", "TER"),
        ("numbers kept", "dates kept", "numbers added", "names kept", "quotations kept", "quotation marks paired"),
        ("dropped text", "overlong", "looping", "untranslated", "leftovers", "blank"),
    ),
    "summarize": (
        ("ROUGE-1", "ROUGE-2", "ROUGE-L", "ROUGE-Lsum"),
        ("numbers supported", "names supported", "looping", "summary words"),
        ("novel 1-grams", "novel 2-grams", "extractive coverage", "density", "compression"),
    ),
    "read": (
        ("BLEU", "chrF", "numbers kept", "names kept", "dropped text", "looping"),
        ("ar ROUGE-1", "ar ROUGE-L", "en ROUGE-1", "en ROUGE-L", "summaries agree", "seconds"),
    ),
}
"""Which metrics stand side by side, table by table."""


def report(results: Sequence[Result], title: str = "Evaluation") -> str:
    """Return a whole Markdown report: tables, parts, signatures."""
    lines = [f"# {title}", ""]
    for task in TITLES:
        chosen = [result for result in results if result.task == task]
        if chosen:
            lines += [f"## {TITLES[task]}", "", *tables(chosen, task), *_parts(chosen), *signatures(chosen)]
    return "\n".join(lines)


def tables(results: Iterable[Result], task: TaskName) -> list[str]:
    """Return the lines of one table for each group of metrics, a row for each data set and system.

    Metrics that were measured with several tokenizers have a row for each of them.
    """
    rows: dict[tuple[str, ...], dict[str, Result]] = defaultdict(dict)
    for result in results:
        if result.group == "all":
            rows[result.label, result.system, result.selection, ""].setdefault(result.metric, result)
            variant = _variant(result)
            if variant:
                rows[result.label, result.system, result.selection, variant][result.metric] = result
    lines: list[str] = []
    for metrics in COLUMNS[task]:
        wanted = [key for key, found in rows.items() if (key[-1] != "") == _has_variants(metrics, rows)]
        table = [_row(key, rows[key], metrics) for key in wanted if any(metric in rows[key] for metric in metrics)]
        if table:
            head = ["data", "system", "items", *(["words"] if _has_variants(metrics, rows) else []), *metrics]
            lines += [*table_lines(head, table), ""]
    return lines


def table_lines(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Return a Markdown table, one line a row."""
    return [_line(head), _line(["---"] * len(head)), *map(_line, rows)]


def systems(results: Sequence[Result]) -> list[str]:
    """Return the signatures of the systems that are no baseline at another one's length, as a list."""
    found = dict.fromkeys((one.system, one.system_signature) for one in results if "=" not in one.system)
    return [f"- {name}: `{line}`" for name, line in found]


def _has_variants(metrics: Sequence[str], rows: dict[tuple[str, ...], dict[str, Result]]) -> bool:
    return any(key[-1] and metrics[0] in found for key, found in rows.items())


def _variant(result: Result) -> str:
    return tokenizer_of(result.metric, result.signature) if result.task == "summarize" else ""


def tokenizer_of(metric: str, signature: str) -> str:
    """Return the tokenizer of a ROUGE score (`xlsum`, `normalised`), nothing for other metrics."""
    if "ROUGE" not in metric:
        return ""
    return next((part[4:] for part in signature.split("|") if part.startswith("tok:")), "")


def _row(key: tuple[str, ...], found: dict[str, Result], metrics: Sequence[str]) -> list[str]:
    label, system, selection, variant = key
    cells = [found[metric].cell if metric in found else "" for metric in metrics]
    return [label, system, selection, *([variant] if variant else []), *cells]


def _parts(results: Sequence[Result]) -> list[str]:
    """Return a table of the scores by length and domain."""
    rows: dict[tuple[str, str, str], dict[str, Result]] = defaultdict(dict)
    for result in results:
        if result.group != "all":
            rows[result.label, result.system, result.group].setdefault(result.metric, result)
    if not rows:
        return []
    metrics = list(dict.fromkeys(metric for found in rows.values() for metric in found))
    head = ["data", "system", "part", "items", *metrics]
    lines = ["### By length and domain", "", _line(head), _line(["---"] * len(head))]
    for key, found in rows.items():
        items = str(next(iter(found.values())).n)
        lines.append(_line([*key, items, *(found[metric].cell if metric in found else "" for metric in metrics)]))
    return [*lines, ""]


def signatures(results: Sequence[Result]) -> list[str]:
    """Return the signatures of metrics, data and systems as lists, each once."""
    metrics = dict.fromkeys((result.metric.split(" ROUGE")[-1], result.signature) for result in results)
    merged: dict[str, list[str]] = defaultdict(list)
    for name, signature in metrics:
        label = f"ROUGE{name}" if name.startswith("-") else name
        if label not in merged[signature]:
            merged[signature].append(label)
    lines = ["### Signatures", ""]
    lines += [f"- {', '.join(labels)}: `{signature}`" for signature, labels in merged.items()]
    lines += [f"- data: `{line}`" for line in dict.fromkeys(result.data_signature for result in results)]
    systems = dict.fromkeys((result.system, result.system_signature) for result in results)
    return [*lines, *(f"- {name}: `{line}`" for name, line in systems), ""]


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"
