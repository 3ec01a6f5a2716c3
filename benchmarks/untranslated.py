"""How well left-over English is told from Latin words that may stay in Arabic: false alarms, and recall.

    python -m benchmarks.untranslated [--pairs FILE ...] [--show 20]

Without FILE the project's own articles; a FILE is jsonl or tsv of correct pairs, as for `benchmarks.quantities`. The
Arabic side is held against its English source: what is reported is a false alarm, unless the pair itself is wrong. Then
one Arabic word gives way to something in Latin letters: a common word of the source, three words of it in a row, its
first word, or letters that it does not have.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from benchmarks.guards import run
from benchmarks.quantities import Pair
from translate.guards.script import check_script
from translate.scripts import ARABIC_WORD

_LOWER: Final = re.compile(r"(?<![\w'’.-])[a-z]{4,}(?![\w'’.-])")
_THREE: Final = re.compile(r"(?<![\w'’.-])[A-Za-z]{2,} [a-z]{2,} [a-z]{3,}(?![\w'’.-])")
_FIRST: Final = re.compile(r"(?:The|In|It|He|She|They|But|This|After|For|On)\b")


def planted(pair: Pair, draw: random.Random) -> Iterator[tuple[str, str]]:
    """Yield (kind of error, Arabic text with one error in it)."""
    places = list(ARABIC_WORD.finditer(pair.arabic))
    if len(places) < 4:
        return
    place = draw.choice(places)
    before, after = pair.arabic[: place.start()], pair.arabic[place.end() :]
    for kind, pattern in (("common word", _LOWER), ("three words", _THREE), ("first word", _FIRST)):
        found = [pattern.match(pair.english)] if kind == "first word" else list(pattern.finditer(pair.english))
        if found and found[0]:
            yield kind, before + (draw.choice(found) or found[0]).group() + after
    letters = "".join(draw.choice("aeiourstlnm") for _ in range(5))
    yield "made-up letters", before + draw.choice([letters, letters.capitalize(), letters.upper()]) + after


def measure(name: str, pairs: list[Pair], show: int, seed: int = 1) -> None:
    """Print the figures of one set of pairs, and up to `show` false alarms and misses."""
    draw = random.Random(seed)
    false, latin = 0, 0
    tried: Counter[str] = Counter()
    caught: Counter[str] = Counter()
    for pair in pairs:
        latin += re.search("[A-Za-z]", pair.arabic) is not None
        alarm = check_script(pair.english, pair.arabic, "ar")
        if alarm:
            false += 1
            if show > 0:
                show -= 1
                print(f"false alarm {alarm[0].detail}", pair.english, pair.arabic, "", sep="\n")
            continue
        for kind, broken in planted(pair, draw):
            tried[kind] += 1
            seen = bool(check_script(pair.english, broken, "ar"))
            caught[kind] += seen
            if not seen and show > 0:
                show -= 1
                print(f"missed {kind}", pair.english, broken, "", sep="\n")
    share = 100 * false / max(1, len(pairs))
    print(f"{name}: {len(pairs)} pairs, {latin} with Latin letters; false alarms {false} ({share:.2f} %)")
    for kind in sorted(tried):
        print(f"  {kind}: caught {caught[kind]} of {tried[kind]} ({100 * caught[kind] / tried[kind]:.1f} %)")


if __name__ == "__main__":
    run(measure, __doc__)
