"""How well true Arabic-English name pairs are told from random ones.

    python -m benchmarks.names --lexicon FILE [--pairs 5000] [--sentences FILE]

FILE is a tsv (also .xz) of arabic and english name. Reported: the area under the ROC curve of `name_matches` for true
pairs against random pairs, and against random pairs whose English names begin with the same letter and differ in
length by two at most; recall and false positives at the default threshold; comparisons per second.
With `--sentences` (jsonl or tsv of correct sentence pairs) also how often `find_name` finds the spelled names of an
English sentence in its Arabic translation, and how often in a sentence of another pair.
"""

from __future__ import annotations

import argparse
import lzma
import random
import time
from collections import defaultdict
from pathlib import Path

from article.names import THRESHOLD, find_name, name_matches, names
from benchmarks.quantities import read_pairs


def read_lexicon(path: Path) -> list[tuple[str, str]]:
    """Return the pairs of a tsv file."""
    raw = path.read_bytes()
    text = (lzma.decompress(raw) if path.suffix == ".xz" else raw).decode("utf-8")
    rows = [line.split("\t") for line in text.splitlines()]
    return [(row[0], row[1]) for row in rows if len(row) > 1]


def area(true: list[float], false: list[float]) -> float:
    """Return the probability that a true pair scores higher than a false one, ties counting half."""
    ranked = sorted([(score, 1) for score in true] + [(score, 0) for score in false])
    wins, below, place = 0.0, 0, 0
    while place < len(ranked):
        end = place
        while end < len(ranked) and ranked[end][0] == ranked[place][0]:
            end += 1
        positive = sum(label for _, label in ranked[place:end])
        negative = end - place - positive
        wins += positive * (below + negative / 2)
        below += negative
        place = end
    return wins / (len(true) * len(false))


def measure_sentences(path: Path, count: int, show: int) -> None:
    """Print how often names are found in the right and in a wrong sentence."""
    draw = random.Random(1)
    pairs = list(read_pairs(path))
    sample = draw.sample(pairs, min(count, len(pairs)))
    right: list[float] = []
    wrong: list[float] = []
    for place, pair in enumerate(sample):
        for name in filter(lambda name: name.spelled, names(pair.english, "en")):
            right.append(find_name(name.text, "en", pair.arabic, "ar"))
            wrong.append(find_name(name.text, "en", sample[place - 1].arabic, "ar"))
            if right[-1] < THRESHOLD and show:
                show -= 1
                print(f"{right[-1]:.2f} {name.text} | {pair.arabic[:200]}")
    print(f"names {len(right)}, AUC in sentences {area(right, wrong):.4f}")
    for threshold in (0.65, 0.7, 0.75, 0.8, 0.85):
        hits = [sum(score >= threshold for score in group) / len(group) for group in (right, wrong)]
        print(f"threshold {threshold}: found in the translation {hits[0]:.3f}, in another sentence {hits[1]:.4f}")


def main() -> None:
    """Parse the command line and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lexicon", type=Path, required=True)
    parser.add_argument("--pairs", type=int, default=5000)
    parser.add_argument("--show", type=int, default=0, help="print that many of the worst true and best false pairs")
    parser.add_argument("--sentences", type=Path)
    arguments = parser.parse_args()
    if arguments.sentences:
        measure_sentences(arguments.sentences, arguments.pairs, arguments.show)
    draw = random.Random(1)
    lexicon = read_lexicon(arguments.lexicon)
    sample = draw.sample(lexicon, min(arguments.pairs, len(lexicon)))
    similar: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
    for _, english in lexicon:
        similar[english[:1], len(english) // 3].append(english)
    others = [draw.choice(lexicon)[1] for _ in sample]
    near = [draw.choice(similar[english[:1], len(english) // 3]) for _, english in sample]
    began = time.perf_counter()
    true = [name_matches(arabic, english) for arabic, english in sample]
    false = [name_matches(arabic, other) for (arabic, _), other in zip(sample, others, strict=True)]
    seconds = time.perf_counter() - began
    hard = [
        (name_matches(arabic, other), arabic, other)
        for (arabic, english), other in zip(sample, near, strict=True)
        if other != english
    ]
    print(f"pairs {len(sample)}, comparisons per second {2 * len(sample) / seconds:,.0f}")
    print(f"AUC random {area(true, false):.4f}, AUC same letter and length {area(true, [h[0] for h in hard]):.4f}")
    for threshold in (0.6, 0.65, 0.7, 0.75, 0.8, 0.85, THRESHOLD):
        rates = [
            sum(score >= threshold for score in group) / len(group) for group in (true, false, [h[0] for h in hard])
        ]
        print(f"threshold {threshold}: recall {rates[0]:.3f}, false {rates[1]:.4f}, false same letter {rates[2]:.4f}")
    for score, (arabic, english) in sorted(zip(true, sample, strict=True))[: arguments.show]:
        print(f"{score:.2f} {arabic} {english}")
    for score, arabic, other in sorted(hard, reverse=True)[: arguments.show]:
        print(f"{score:.2f} {arabic} {other} (false)")


if __name__ == "__main__":
    main()
