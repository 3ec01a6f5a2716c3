"""The command of the benchmarks that measure one guard of translations on correct pairs and on planted errors."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from benchmarks.quantities import Pair, own_pairs, read_pairs

Measure = Callable[[str, list[Pair], int], None]
"""Prints the figures of one named set of pairs, and up to so many false alarms and misses."""


def run(measure: Measure, description: str | None) -> None:
    """Parse the command line and measure our own pairs, then every file that is named."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=Path, nargs="*", default=[], help="jsonl or tsv of correct pairs")
    parser.add_argument("--show", type=int, default=0, help="how many false alarms and misses to print")
    arguments = parser.parse_args()
    measure("own", list(own_pairs()), arguments.show)
    for path in arguments.pairs:
        measure(path.name, list(read_pairs(path)), arguments.show)
