"""Peak memory of a batch, and whether it grows with the number of documents.

    python -m benchmarks.memory [--most 100000]

Each number of documents is a fresh process that reads a jsonl file and writes one. Sentences repeat after some
hundred documents, so that the translation memory answers for the model and 100,000 documents take minutes, not hours;
what is measured (reader, window, journal, writer) works on all of them.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import click

from benchmarks.material import sentences
from benchmarks.measure import machine, peak_mib, save

ROOT = Path(__file__).resolve().parent.parent
_DIFFERENT = 200


def write(path: Path, number: int) -> None:
    """Write a jsonl file of `number` documents of two sentences."""
    pool = sentences("ar", 2 * _DIFFERENT)
    lines = [
        json.dumps({"id": 0, "text": f"{pool[at]} {pool[at + _DIFFERENT]}"}, ensure_ascii=False) + "\n"
        for at in range(_DIFFERENT)
    ]
    with path.open("w", encoding="utf-8") as stream:
        for at in range(number):
            stream.write(lines[at % _DIFFERENT])


def peak(number: int) -> tuple[float, float]:
    """Return peak memory in MiB and seconds of a batch of `number` documents in a fresh process."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "in.jsonl"
        write(source, number)
        began = time.perf_counter()
        command = [sys.executable, "-m", "benchmarks.memory", "--run", str(source), str(Path(folder) / "out")]
        found = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
        return float(found.stdout), time.perf_counter() - began


def run_one(source: str, out: str) -> None:
    """Run the batch here and print the peak memory in MiB."""
    from translate.batch.job import Job, run
    from translate.batch.model import Options
    from translate.batch.work import LoadTranslation

    run(Job((source,), Path(out), Options()), LoadTranslation("compact", offline=True))
    print(peak_mib())


@click.command()
@click.option("--most", type=click.IntRange(min=100), default=100_000, show_default=True)
@click.option("--run", "one", nargs=2, hidden=True)
def main(most: int, one: tuple[str, str] | None) -> None:
    """Measure 100 documents, then ten times as many, and so on."""
    if one:
        run_one(*one)
        return
    print(machine())
    rows = []
    number = 100
    while number <= most:
        mib, seconds = peak(number)
        rows.append({"documents": number, "mib": round(mib, 1), "seconds": round(seconds, 2)})
        print(f"{number:8,} documents   {mib:7.1f} MiB   {seconds:8.2f} s")
        number *= 10
    save("memory", f"python -m benchmarks.memory --most {most}", {"rows": rows})


if __name__ == "__main__":
    main()
