"""Numbers: every number, percentage, amount and date of the source must be in the target, and no others.

Both sides are read into values (`article.quantities`), so that spelling and script do not matter.
"""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from typing import Final

from article.quantities import Quantity, added, missing, quantities, rendered
from base.languages import Language
from translate.guards.finding import Finding

# What stands between the pieces of a number that came apart, as "000 6" for 6,000.
_BROKEN: Final = re.compile(r"[\s.,،٬٫]*")
# Up to a dozen hypotheses are held against one source.
_of_source: Final = lru_cache(maxsize=256)(quantities)
_ZEROS_BEFORE: Final = re.compile(r"(?<!\d)0+[\s.,]*$")


def check_numbers(
    source: str, target: str, source_language: Language, target_language: Language
) -> tuple[Finding, ...]:
    """Report each quantity that is missing in the target, and each that was added, in its own spelling."""
    lost, new = compare(source, target, source_language, target_language)
    return (
        *(Finding("number", _shown(quantity), cost=2) for quantity in lost),
        *(Finding("number-added", _shown(quantity), cost=1) for quantity in new),
    )


def _shown(quantity: Quantity) -> str:
    """Return a quantity as the text spells it, with a minus where that is said by other words than its own."""
    return f"-{quantity.text}" if isinstance(quantity.value, Fraction) and quantity.value < 0 else quantity.text


def compare(
    source: str, target: str, source_language: Language, target_language: Language
) -> tuple[tuple[Quantity, ...], tuple[Quantity, ...]]:
    """Return the quantities that only the source has, and those that only the target has."""
    said, told = _of_source(source, source_language), quantities(target, target_language)
    if not said and not told:
        return (), ()
    return missing(said, told), added(said, told)


def repair_number(source: str, target: str, source_language: Language, target_language: Language) -> str | None:
    """Return the target with its wrong number replaced by the right one, or None when that is no safe thing to do.

    It is when exactly one quantity is missing, and one of the same kind was added, in one piece or in
    neighbouring ones.
    """
    lost, new = compare(source, target, source_language, target_language)
    if len(lost) != 1 or not new or {quantity.kind for quantity in new} != {lost[0].kind}:
        return None
    gaps = (target[a.end : b.start] for a, b in pairwise(new))
    if not all(_BROKEN.fullmatch(gap) for gap in gaps):
        return None
    front = _ZEROS_BEFORE.sub("", target[: new[0].start])
    return f"{front}{rendered(_signed(lost[0], new[0]), target_language)}{target[new[-1].end :]}"


def _signed(right: Quantity, wrong: Quantity) -> Quantity:
    """Return the right quantity without its minus where the wrong one has its own: that is not in the span."""
    if isinstance(right.value, Fraction) and isinstance(wrong.value, Fraction) and right.value < 0 and wrong.value < 0:
        return replace(right, value=-right.value, text="")
    return right
