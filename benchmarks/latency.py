"""How long a reader waits: to the first sentence and to the whole reading of a 400-word article, warm and cold.

    python -m benchmarks.latency [--rounds 5]

Warm is a loaded pipeline (a page that is open), cold a fresh process with everything it imports and loads.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import click

from article.document import build_article
from benchmarks.material import document
from benchmarks.measure import machine, save
from jisr.pipeline import Pipeline, load_pipeline

ROOT = Path(__file__).resolve().parent.parent
WORDS = 400


def warm(pipeline: Pipeline, text: str) -> dict[str, Callable[[], float]]:
    """Return what is measured in a loaded pipeline: seconds to the first sentence, the translation, the reading."""

    def first() -> float:
        began = time.perf_counter()
        next(pipeline.translator.stream(build_article(text)))
        return time.perf_counter() - began

    def translation() -> float:
        began = time.perf_counter()
        pipeline.translator.translate(build_article(text))
        return time.perf_counter() - began

    def reading() -> float:
        began = time.perf_counter()
        pipeline.read(build_article(text))
        return time.perf_counter() - began

    return {
        "first sentence, warm": first,
        "whole translation, warm": translation,
        "whole reading, warm": reading,
    }


def cold(path: Path) -> Callable[[], float]:
    """Return the measurement of `jisr read` in a fresh process."""

    def run() -> float:
        began = time.perf_counter()
        command = [sys.executable, "-m", "jisr", "read", str(path), "--offline", "--json"]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        return time.perf_counter() - began

    return run


@click.command()
@click.option("--rounds", type=click.IntRange(min=1), default=5, show_default=True)
def main(rounds: int) -> None:
    """Measure and print medians."""
    text = document("ar", WORDS)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "article.txt"
        path.write_text(text, encoding="utf-8")
        measured = warm(load_pipeline("compact", offline=True), text) | {"whole reading, cold": cold(path)}
        for run in measured.values():
            run()
        times = {name: statistics.median(run() for _ in range(rounds)) for name, run in measured.items()}
    print(machine())
    for name, seconds in times.items():
        print(f"{name:30} {seconds:7.3f} s   ({len(text.split())} words)")
    rows = [{"what": name, "seconds": seconds} for name, seconds in times.items()]
    save("latency", f"python -m benchmarks.latency --rounds {rounds}", {"words": len(text.split()), "rows": rows})


if __name__ == "__main__":
    main()
