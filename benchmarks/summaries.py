"""Time and peak memory of the summary of one article, and whether they grow with its length.

    python -m benchmarks.summaries [--words 300 --words 20000]

Each length and method is a fresh process: `extract` copies sentences, `abstractive` writes in overlapping windows.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import click

from benchmarks.material import document
from benchmarks.measure import machine, peak_mib, save

ROOT = Path(__file__).resolve().parent.parent
LENGTHS = (300, 1500, 5000, 20_000)
METHODS = ("extract", "abstractive")


def peak(words: int, method: str) -> tuple[float, float]:
    """Return peak memory in MiB of a fresh process that summarizes `words` words, and the seconds it takes for it."""
    command = [sys.executable, "-m", "benchmarks.summaries", "--run", str(words), method]
    found = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    mib, seconds = found.stdout.split()
    return float(mib), float(seconds)


def run_one(words: int, method: str) -> None:
    """Summarize here, and print peak memory in MiB and seconds."""
    import engine
    from article.document import build_article
    from summarize.make import make

    article = build_article(document("en", words))
    summarizer = make(method, model=engine.load("compact", offline=True))
    began = time.perf_counter()
    summarizer.summarize(article, "en")
    seconds = time.perf_counter() - began
    print(peak_mib(), seconds)


@click.command()
@click.option("--words", "lengths", type=click.IntRange(min=50), multiple=True, default=LENGTHS, show_default=True)
@click.option("--run", "one", type=(int, str), hidden=True)
def main(lengths: tuple[int, ...], one: tuple[int, str] | None) -> None:
    """Measure every length with both methods."""
    if one:
        run_one(*one)
        return
    print(machine())
    rows = []
    for method in METHODS:
        for words in lengths:
            mib, seconds = peak(words, method)
            rows.append({"method": method, "words": words, "mib": round(mib, 1), "seconds": round(seconds, 2)})
            print(f"{method:12} {words:7,} words   {mib:7.1f} MiB   {seconds:7.2f} s")
    command = f"python -m benchmarks.summaries {' '.join(f'--words {words}' for words in lengths)}"
    save("summaries", command, {"rows": rows})


if __name__ == "__main__":
    main()
