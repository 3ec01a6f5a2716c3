"""How well a model's confidence tells bad translations from good ones, and the calibration to put into the code.

    python -m benchmarks.confidence [--model compact] [--pairs FILE ...] [--most 150] [--floor 30] [--threads 1]

Without FILE the project's own articles; a FILE is jsonl or tsv of correct pairs, as for `benchmarks.quantities`. Of
each, `--most` pairs, evenly spread, are translated in both directions. Reported for each direction: Spearman's
correlation with sentence chrF and the area under the ROC curve for the worst quarter, for the model's score, for the
mean length of the pieces it wrote, and for their sum with several weights; then, for the weight given (`--weight`,
0.5), the bound below which as many sentences lie as have a chrF below the floor, what it marks, and the line for
`translate/confidence.py`. Needs the extra `eval`. About a minute.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

import engine
from article.normalise import normalise_for_model
from base.languages import LANGUAGES, Language, other
from benchmarks.names import area
from benchmarks.quantities import Pair, own_pairs, read_pairs
from engine.types import Decoding, Hypothesis, Model, Task
from eval.translation import chrf
from translate.confidence import confidence, piece_length
from translate.settings import Settings

_WEIGHTS: Final = (0.1, 0.2, 0.3, 0.5, 0.7, 1.0)


@dataclass(frozen=True, slots=True)
class Sample:
    """Hypotheses of a direction with their sentence chrF."""

    hypotheses: tuple[Hypothesis, ...]
    quality: NDArray[np.float64]


def spread(pairs: Sequence[Pair], most: int) -> list[Pair]:
    """Return at most `most` pairs, evenly spread."""
    step = max(1.0, len(pairs) / most)
    return [pairs[int(place * step)] for place in range(min(most, len(pairs)))]


def sample(model: Model, pairs: Sequence[Pair], target: Language) -> Sample:
    """Translate one side of the pairs and hold it against the other, with the first decoding that a user gets."""
    sources = [pair.arabic if target == "en" else pair.english for pair in pairs]
    references = [pair.english if target == "en" else pair.arabic for pair in pairs]
    best = Settings().for_model(model.name)
    decoding = Decoding(best.beam_size, best.length_penalty or 1.0, no_repeat_ngram=best.no_repeat_ngram or 0)
    prepared = [normalise_for_model(source) for source in sources]
    found = [
        hypotheses[0] for hypotheses in model.generate(prepared, Task("translate", other(target), target), decoding)
    ]
    counts = chrf([hypothesis.text or "." for hypothesis in found], [[reference] for reference in references])
    return Sample(tuple(found), counts.each())


def ranks(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return ranks, those of equal values averaged."""
    _, inverse, counts = np.unique(values, return_inverse=True, return_counts=True)
    ends = np.cumsum(counts)
    middle: NDArray[np.float64] = (ends - (counts - 1) / 2).astype(np.float64)
    return middle[inverse]


def report(name: str, values: NDArray[np.float64], quality: NDArray[np.float64]) -> None:
    """Print how one signal agrees with quality."""
    correlation = float(np.corrcoef(ranks(values), ranks(quality))[0, 1])
    worst = quality <= np.quantile(quality, 0.25)
    found = area(values[~worst].tolist(), values[worst].tolist())
    print(f"  {name:28} Spearman {correlation:6.3f}  AUC of the worst quarter {found:.3f}")


def calibrate(found: Sample, target: Language, weight: float, floor: float) -> None:
    """Print the figures of a direction and its calibration."""
    score = np.array([hypothesis.score for hypothesis in found.hypotheses])
    length = np.array([piece_length(hypothesis) for hypothesis in found.hypotheses])
    report("score", score, found.quality)
    report("length of pieces", length, found.quality)
    for each in _WEIGHTS:
        report(f"score + {each} length", score + each * length, found.quality)
    values = np.array([confidence(hypothesis, weight) for hypothesis in found.hypotheses])
    bound = float(np.quantile(values, float(np.mean(found.quality < floor))))
    marked = values < bound
    means = [float(found.quality[part].mean()) if part.any() else float("nan") for part in (marked, ~marked)]
    right = float(np.mean(found.quality[marked] < floor)) if marked.any() else float("nan")
    print(f"  below {bound:.2f}: {100 * marked.mean():.0f} % of the sentences, mean chrF {means[0]:.1f}", end="")
    print(f" (others {means[1]:.1f}); of those marked {100 * right:.0f} % have a chrF below {floor:g}")
    print(f'  "{target}": Calibration({weight:g}, {bound:.2f})')


def main() -> None:
    """Parse the command line and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", default="compact")
    parser.add_argument("--pairs", type=Path, nargs="*", default=[], help="jsonl or tsv of correct pairs")
    parser.add_argument("--most", type=int, default=150, help="pairs taken of each file")
    parser.add_argument("--floor", type=float, default=30.0, help="sentence chrF below which a translation is bad")
    parser.add_argument("--weight", type=float, default=0.5, help="of the mean length of a piece")
    parser.add_argument("--threads", type=int, default=0)
    arguments = parser.parse_args()
    sets = [list(read_pairs(path)) for path in arguments.pairs] or [list(own_pairs())]
    pairs = [pair for each in sets for pair in spread(each, arguments.most)]
    model = engine.load(arguments.model, threads=arguments.threads)
    for target in LANGUAGES:
        found = sample(model, pairs, target)
        print(f"into {target}: {len(pairs)} sentences, mean sentence chrF {found.quality.mean():.1f}")
        calibrate(found, target, arguments.weight, arguments.floor)


if __name__ == "__main__":
    main()
