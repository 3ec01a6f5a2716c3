"""The page of results: `benchmarks/README.md` is made of `benchmarks/results/*.json`, with two plots.

python -m benchmarks.tables
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

from benchmarks.chart import bars, line
from benchmarks.measure import RESULTS

_PAGE: Final = Path(__file__).parent / "README.md"
_BEGIN: Final = "<!-- results: made by python -m benchmarks.tables -->"
_END: Final = "<!-- end of results -->"
Record = dict[str, Any]


def update(page: Path = _PAGE, results: Path = RESULTS) -> None:
    """Put the tables of all results that are there between the marks of the page."""
    text = page.read_text(encoding="utf-8")
    before, _, rest = text.partition(_BEGIN)
    _, _, after = rest.partition(_END)
    page.write_text(f"{before}{_BEGIN}\n\n{tables(results)}\n{_END}{after}", encoding="utf-8")


def tables(results: Path) -> str:
    """Return the sections of all results in a folder, and write their plots there."""
    sections: list[str] = []
    for name, (title, section) in _SECTIONS.items():
        path = results / f"{name}.json"
        if path.exists():
            record: Record = json.loads(path.read_text(encoding="utf-8"))
            head = f"### {title}\n\n`{record['command']}` · {record['machine']} · load before: {record['load']}\n"
            sections.append(f"{head}\n{section(record, results)}")
    return "\n".join(sections)


def _throughput(record: Record, results: Path) -> str:
    rows = record["rows"]
    jisr = next(row for row in rows if row["system"] == "jisr, one decoding")
    name = "compact" if "compact" in record["command"] else "opus"
    plot = results / f"throughput-{name}.svg"
    plot.write_text(bars([(row["system"], row["rate"]) for row in rows], "sentences a second"), encoding="utf-8")
    body = [
        (row["system"], row["sentences"], f"{row['rate']:.2f}", f"{row['ms']:.1f}", f"{jisr['rate'] / row['rate']:.2f}")
        for row in rows
    ]
    head = ("system", "sentences", "sentences/s", "processor ms/sentence", "jisr, one decoding, is ... times as fast")
    return f"{_table(head, body)}\n![sentences a second](results/{plot.name})\n"


def _latency(record: Record, results: Path) -> str:
    del results
    return _table(("what", "seconds"), [(row["what"], f"{row['seconds']:.3f}") for row in record["rows"]])


def _memory(record: Record, results: Path) -> str:
    rows = record["rows"]
    points = [(row["documents"], row["mib"]) for row in rows]
    (results / "memory.svg").write_text(line(points, "documents", "peak MiB"), encoding="utf-8")
    body = [(f"{row['documents']:,}", row["mib"], row["seconds"]) for row in rows]
    return f"{_table(('documents', 'peak MiB', 'seconds'), body)}\n![peak memory](results/memory.svg)\n"


def _summaries(record: Record, results: Path) -> str:
    del results
    body = [(row["method"], f"{row['words']:,}", row["mib"], row["seconds"]) for row in record["rows"]]
    return _table(("method", "words", "peak MiB", "seconds"), body)


def _scaling(record: Record, results: Path) -> str:
    del results
    cores = [(row["cores"], f"{row['rate']:.2f}") for row in record["cores"]]
    cost = [
        (row.get("documents", 1), row["words"], f"{row['seconds']:.2f}", f"{1000 * row['seconds'] / row['words']:.2f}")
        for row in (*record["length"], *record["number"])
    ]
    return (
        _table(("cores", "sentences/s"), cores)
        + "\n"
        + _table(("documents", "words in all", "seconds", "ms a word"), cost)
    )


def _shares(record: Record, results: Path) -> str:
    del results
    body = [(row["stage"], f"{row['ms']:.3f}", f"{100 * row['share']:.1f} %") for row in record["rows"]]
    whole = ("the whole batch", f"{record['batch_ms']:.3f}", "")
    return _table(("stage", "processor ms/sentence", "share"), [*body, whole])


def _gpu(record: Record, results: Path) -> str:
    del results
    return _table(("system", "target pieces/s"), [(row["system"], f"{row['rate']:.0f}") for row in record["rows"]])


def _table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(str(cell) for cell in cells)} |\n" for cells in lines)


_SECTIONS: Final[dict[str, tuple[str, Callable[[Record, Path], str]]]] = {
    "throughput-compact": ("Throughput, embedded model", _throughput),
    "throughput-opus": ("Throughput, a model of opus-mt's dimensions", _throughput),
    "latency": ("Latency of a 400-word article, embedded model", _latency),
    "memory": ("Memory of a batch, embedded model", _memory),
    "summaries": ("Summaries by length of the article, embedded model", _summaries),
    "scaling": ("Cores, length and number of documents, embedded model", _scaling),
    "shares": ("Where the time goes, embedded model, one core", _shares),
    "gpu": ("GPU at float16", _gpu),
}

if __name__ == "__main__":
    update()
