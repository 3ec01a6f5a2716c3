"""From a cold start to a finished reading, and what `import jisr` costs.

Each measurement is a fresh process; medians of several. Usage:

    python -m benchmarks.startup [--article FILE] [--repeat N]
"""

from __future__ import annotations

import os
import platform
import statistics
import subprocess
import sys
import time
from importlib.metadata import version
from pathlib import Path

import click

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples" / "politics.ar.txt"


def seconds(command: list[str], repeat: int) -> float:
    """Return the median wall-clock seconds of `command` in a fresh process, after one unmeasured run."""
    times = []
    for attempt in range(repeat + 1):
        start = time.perf_counter()
        subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        if attempt:
            times.append(time.perf_counter() - start)
    return statistics.median(times)


@click.command()
@click.option("--article", type=click.Path(exists=True, dir_okay=False, path_type=Path), default=EXAMPLE)
@click.option("--repeat", type=click.IntRange(min=1), default=5, show_default=True)
def main(article: Path, repeat: int) -> None:
    """Measure the import and the whole command on one article."""
    words = len(article.read_text(encoding="utf-8").split())
    python = [sys.executable]
    bare = seconds([*python, "-c", "pass"], repeat)
    imported = seconds([*python, "-c", "import jisr"], repeat)
    reading = seconds([*python, "-m", "jisr", "read", str(article), "--offline", "--json"], repeat)
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, "
          f"ctranslate2 {version('ctranslate2')}; medians of {repeat} fresh processes")  # fmt: skip
    print(f"import jisr, beyond an empty Python      {imported - bare:7.3f} s   (bound 0.3 s)")
    print(f"cold start to reading, {words:4d} words         {reading:7.3f} s   (bound 4 s)")


if __name__ == "__main__":
    main()
