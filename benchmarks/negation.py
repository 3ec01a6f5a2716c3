"""How well negations are compared across languages: false alarms on correct pairs, recall on planted errors.

    python -m benchmarks.negation [--pairs FILE ...] [--show 20]

Without FILE the project's own articles; a FILE is jsonl or tsv of correct pairs, as for `benchmarks.quantities`. Errors
are planted on both sides: one negator is taken out of a sentence (dropped), or put behind the first auxiliary of an
English one, or before the first of a few Arabic verbs (added), where the other side negates nothing. Which words are
negators is a plain list here, without the idioms that the reader under test knows. A pair with a false alarm is not
planted in.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from base.languages import LANGUAGES, Language, other
from benchmarks.guards import run
from benchmarks.quantities import Pair
from translate.guards.negation import check_negation

NEGATOR: Final[dict[Language, re.Pattern[str]]] = {
    "en": re.compile(r"\b(?:not|never|no)\b ?|(?<=\w)n['’]t\b|\bcan(?=not\b)not", re.IGNORECASE),
    "ar": re.compile(r"(?<!\w)[وف]?(?:لم|لن|لا|ليس|ليست)(?!\w) ?"),
}
_AUXILIARY: Final = re.compile(r"\b(?:is|are|was|were|will|would|can|could|has|have|had|should|must|may|might)\b")
_ARABIC_PLACES: Final = {
    "كان": "لم يكن", "كانت": "لم تكن", "وكان": "ولم يكن", "وكانت": "ولم تكن", "قال": "لم يقل", "وقال": "ولم يقل",
    "وقالت": "ولم تقل", "سيكون": "لن يكون", "ستكون": "لن تكون", "يمكن": "لا يمكن", "يجب": "لا يجب", "تم": "لم يتم",
    "هو": "ليس", "هي": "ليست", "أعلن": "لم يعلن", "أعلنت": "لم تعلن", "وأضاف": "ولم يضف", "وأضافت": "ولم تضف",
}  # fmt: skip
_PLACE: Final = re.compile(rf"(?<!\w)(?:{'|'.join(_ARABIC_PLACES)})(?!\w)")


def planted(pair: Pair, side: Language) -> Iterator[tuple[str, str]]:
    """Yield (kind of error, the text of `side` with one error in it)."""
    text, beside = (pair.english, pair.arabic) if side == "en" else (pair.arabic, pair.english)
    here, there = list(NEGATOR[side].finditer(text)), list(NEGATOR[other(side)].finditer(beside))
    if here and there:
        first = here[0]
        yield "dropped", text[: first.start()] + text[first.end() :]
    if not here and not there:
        match = (_AUXILIARY if side == "en" else _PLACE).search(text)
        if match:
            new = f"{match.group()} not" if side == "en" else _ARABIC_PLACES[match.group()]
            yield "added", text[: match.start()] + new + text[match.end() :]


def measure(name: str, pairs: list[Pair], show: int) -> None:
    """Print the figures of one set of pairs, and up to `show` false alarms and misses."""
    false: Counter[str] = Counter()
    tried: Counter[tuple[str, str]] = Counter()
    caught: Counter[tuple[str, str]] = Counter()
    for pair in pairs:
        for side in LANGUAGES:
            far = other(side)
            source, target = (pair.arabic, pair.english) if side == "en" else (pair.english, pair.arabic)
            alarm = check_negation(source, target, far, side)
            false[side] += bool(alarm)
            if alarm:
                show -= show > 0 and _shown(f"false alarm {alarm[0].detail}", source, target)
                continue
            for kind, broken in planted(pair, side):
                tried[side, kind] += 1
                seen = bool(check_negation(source, broken, far, side))
                caught[side, kind] += seen
                if not seen and show > 0:
                    show -= _shown(f"missed {kind}", source, broken)
    total = max(1, len(pairs))
    print(f"{name}: {len(pairs)} pairs; false alarms into English {100 * false['en'] / total:.2f} %", end="")
    print(f", into Arabic {100 * false['ar'] / total:.2f} %")
    for wrong, kind in sorted(tried):
        share = 100 * caught[wrong, kind] / tried[wrong, kind]
        print(f"  {kind} in {wrong}: caught {caught[wrong, kind]} of {tried[wrong, kind]} ({share:.1f} %)")


def _shown(what: str, source: str, target: str) -> int:
    print(what, source, target, "", sep="\n")
    return 1


if __name__ == "__main__":
    run(measure, __doc__)
