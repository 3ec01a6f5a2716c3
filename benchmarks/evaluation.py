"""How long `python -m eval` takes to score: BLEU, chrF and ROUGE with intervals, and to compare two systems.

    python -m benchmarks.evaluation [--pairs 10000] [--file tsv of arabic and english]

Pairs are made of words drawn by a Zipf law, 22 a sentence as in news, and a hypothesis that differs from its reference
in a quarter of the words; with --file the references are the second column of that file, repeated as often as needed.
The promise is 10,000 pairs in less than 60 seconds on two cores.
"""

from __future__ import annotations

import argparse
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

_LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
_VOCABULARY = 20_000
_WORDS = 22


def made(count: int, draw: random.Random) -> list[str]:
    """Return sentences of Arabic letters."""
    words = ["".join(draw.choices(_LETTERS, k=draw.randint(2, 8))) for _ in range(_VOCABULARY)]
    weights = [1 / rank for rank in range(1, _VOCABULARY + 1)]
    return [" ".join(draw.choices(words, weights, k=_WORDS)) + "." for _ in range(count)]


def damaged(text: str, draw: random.Random) -> str:
    """Return a text with a quarter of its words dropped, doubled or moved."""
    words = text.split()
    for _ in range(max(1, len(words) // 4)):
        place = draw.randrange(len(words))
        words.insert(draw.randrange(len(words)), words.pop(place))
        if draw.random() < 0.3 and len(words) > 1:
            words.pop()
    return " ".join(words)


def timed(name: str, *arguments: str) -> None:
    """Run `python -m eval` as a user would, start-up included, and print how long it took."""
    began, used = time.perf_counter(), processor_time()
    quiet = subprocess.DEVNULL
    subprocess.run([sys.executable, "-m", "eval", *arguments], check=True, stdout=quiet, stderr=quiet)
    spent = time.perf_counter() - began
    print(f"{name:60} {spent:7.1f} s   processor {processor_time() - used:7.1f} s", flush=True)


def processor_time() -> float:
    """Return the seconds that finished child processes have used: what counts on a machine with other work."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def main() -> None:
    """Parse the command line and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=int, default=10_000)
    parser.add_argument("--file", type=Path)
    arguments = parser.parse_args()
    draw = random.Random(1)
    if arguments.file:
        lines = arguments.file.read_text(encoding="utf-8").splitlines()
        known = [line.split("\t")[1] for line in lines if "\t" in line]
        references = [known[number % len(known)] for number in range(arguments.pairs)]
    else:
        references = made(arguments.pairs, draw)
    first, second = ([damaged(text, draw) for text in references] for _ in range(2))
    language = "en" if arguments.file else "ar"
    print(f"{arguments.pairs:,} pairs of {len(' '.join(references).split()) / arguments.pairs:.0f} words, {language}")
    with tempfile.TemporaryDirectory() as folder:
        measure(Path(folder), {"reference": references, "first": first, "second": second}, language)


def measure(folder: Path, texts: dict[str, list[str]], language: str) -> None:
    """Write the texts to files and time the commands on them."""
    for name, lines in texts.items():
        (folder / name).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    reference, first, second = (str(folder / name) for name in ("reference", "first", "second"))
    scored = ("score", "--reference", reference, "--hypotheses", first, "--to", language)
    timed("BLEU, chrF, chrF++, 2 x ROUGE-1/2/L/Lsum, 1,000 resamples", *scored, "--no-ter")
    timed("the same and TER", *scored)
    run = ("--source", reference, "--reference", reference, "--to", language, "--limit", "1000", "--out", str(folder))
    timed(
        "two systems on 1,000 pairs, everything, with report",
        "translate",
        *run,
        "--hypotheses",
        first,
        "--hypotheses",
        second,
    )
    timed("these two compared, 1,000 resamples, 10,000 trials", "compare", "first", "second", "--out", str(folder))


if __name__ == "__main__":
    main()
