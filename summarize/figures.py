"""Numbers of a summary sentence against its evidence: the value, its unit, and what it counts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Final

from article.quantities import Quantity, missing, quantities
from base.flags import Flag
from base.languages import Language
from summarize.lexicon import UNITS, fold
from summarize.overlap import is_content, joined, keys, words

Text = tuple[str, Language]
cached_quantities = lru_cache(maxsize=1 << 13)(quantities)
"""`quantities`, remembered: the same sentence of an article is evidence for many claims."""

_POINTS: Final = re.compile(
    r"^\s*(?:percentage\s+points?|points?|نقط[ةه]|نقاط|نقطتين)\b|points?$|نقط[ةه] مئوي[ةه]$|نقاط مئوي[ةه]$"
)
_CURRENCIES: Final = {"gbp": "pound", "usd": "dollar", "eur": "euro"}
"""Codes for what most texts call by the word alone."""
_BETWEEN: Final = frozenset({"square", "cubic", "per", "of", "من"})
"""Words that may stand between a number and its unit."""
_ROUNDED: Final = Fraction(1, 200)
_DECIMAL: Final = re.compile(r"\d[.,٫]\d")
_YEARS: Final = (1800, 2100)
_SPECIFIC: Final = 2
_BESIDE: Final = 2
_AROUND: Final = 5


@dataclass(frozen=True, slots=True)
class Measure:
    """A number in its place: its unit ("" where none), the content words beside it and a bit further off.

    `counted` is the key of the word behind it where that carries content: what there are so many of.
    """

    quantity: Quantity
    unit: str
    beside: frozenset[str]
    around: frozenset[str]
    counted: str

    @property
    def values(self) -> frozenset[object]:
        """The values the spelling allows."""
        return frozenset((self.quantity.value, *self.quantity.also))


def number_flags(
    claim: str, language: Language, same: Sequence[Text], others: Sequence[Text], further: Sequence[Text] = ()
) -> list[Flag]:
    """Return flags for numbers, dates, units and counted things of `claim` that its evidence does not have.

    `same` is evidence in the claim's language, `others` in the other one; a number may stand in either. `further` are
    other sentences of the article in the claim's language that have one of the numbers: one may count the same there.
    """
    mine = cached_quantities(claim, language)
    known = tuple(quantity for text, spoken in (*same, *others) for quantity in cached_quantities(text, spoken))
    # One by one: a summary may say twice what the article says once ("four in each").
    absent = tuple(quantity for quantity in mine if missing((quantity,), known) and not _is_rounded(quantity, known))
    flags = [Flag("number-added", quantity.text) for quantity in absent]
    claimed = [measure for measure in measures(claim, language) if measure.quantity not in absent]
    found = [measure for text, spoken in same for measure in measures(text, spoken)]
    foreign = [measure for text, spoken in others for measure in measures(text, spoken)]
    elsewhere = [measure for text, spoken in further for measure in measures(text, spoken)]
    for measure in claimed:
        if wrong := _wrong_unit(measure, [*found, *foreign]):
            flags.append(Flag("number", f"{measure.quantity.text} {measure.unit} ({wrong})"))
        elif not _is_score(claim, measure) and _counts_something_else(measure, found, elsewhere):
            flags.append(Flag("number", measure.quantity.text))
    if not flags and (pair := _exchanged(claimed, found)):
        flags.append(Flag("number", ", ".join(measure.quantity.text for measure in pair)))
    return flags


@lru_cache(maxsize=1 << 13)
def measures(text: str, language: Language) -> tuple[Measure, ...]:
    """Return the numbers of `text` (no dates, no times) with their units and the content words beside them."""
    found = []
    for quantity in cached_quantities(text, language):
        if quantity.kind in ("number", "ordinal", "percent", "money"):
            before, after = text[: quantity.start], text[quantity.end :]
            near, far = (_content(before, after, reach, language) for reach in (_BESIDE, _AROUND))
            following = words(after[:60])[:1]
            counted = keys(following[0])[0] if following and is_content(following[0], language) else ""
            found.append(Measure(quantity, _unit(quantity, after), near, far, counted))
    return tuple(found)


def _unit(quantity: Quantity, after: str) -> str:
    if quantity.kind == "percent":
        return "point" if _POINTS.search(quantity.text) or _POINTS.match(after) else "percent"
    if quantity.kind == "money":
        return _CURRENCIES.get(quantity.unit.lower(), quantity.unit.lower())
    following = words(after[:40])[:_SPECIFIC]
    for word in following:
        folded = fold(word)
        if folded in UNITS:
            return UNITS[folded]
        if word not in _BETWEEN:
            break
    return ""


def _wrong_unit(measure: Measure, found: Sequence[Measure]) -> str:
    """Return the unit that the same number has in the evidence when it is another one, "" when all is well."""
    units = {other.unit for other in found if other.values & measure.values}
    if not measure.unit or measure.unit in units or not units:
        return ""
    if measure.quantity.kind == "money":
        return "" if all(unit.isalpha() and len(unit) == len("usd") for unit in units) else _first(units - {""})
    if units == {""}:
        return "no unit" if measure.unit == "percent" else ""
    return "" if "" in units else _first(units)


def _content(before: str, after: str, reach: int, language: Language) -> frozenset[str]:
    near = (*words(before[-120:])[-reach:], *words(after[:120])[:reach])
    forms = (form for word in near if is_content(word, language) for form in (word, joined(word)))
    return frozenset(keys(form)[0] for form in forms)


def _is_rounded(quantity: Quantity, known: Sequence[Quantity]) -> bool:
    """Say whether a number is one with decimals rounded: 627 tonnes for 627.06."""
    return any(
        isinstance(quantity.value, Fraction)
        and isinstance(other.value, Fraction)
        and (other.kind, other.unit) == (quantity.kind, quantity.unit)
        and _DECIMAL.search(other.text) is not None
        and 0 < abs(other.value - quantity.value) <= _ROUNDED * abs(other.value)
        for other in known
    )


def _is_score(text: str, measure: Measure) -> bool:
    """Say whether a number is half of a pair such as 3-2, or a part of a name such as Apollo-11."""
    start, end = measure.quantity.start, measure.quantity.end
    return text[max(0, start - 1) : start] in ("-", "–", ":") or text[end : end + 1] in ("-", "–", ":")


def _counts_something_else(measure: Measure, found: Sequence[Measure], elsewhere: Sequence[Measure]) -> bool:
    """Say whether the evidence has the claim's words beside another number, and this number beside other words."""
    if measure.quantity.soft or measure.quantity.kind != "number" or _is_year(measure) or not measure.beside:
        return False
    here = [other for other in found if other.values & measure.values]
    if not here or any(not other.beside or other.beside & measure.around for other in here):
        return False
    if any(other.values & measure.values and other.around & measure.around for other in (*here, *elsewhere)):
        return False
    rivals = [other for other in found if not other.values & measure.values and other.unit == measure.unit]
    return any(not other.quantity.soft and other.beside & measure.beside for other in rivals)


def _is_year(measure: Measure) -> bool:
    value = measure.quantity.value
    return measure.quantity.text.isdecimal() and isinstance(value, Fraction) and _YEARS[0] <= value <= _YEARS[1]


def _exchanged(claimed: Sequence[Measure], found: Sequence[Measure]) -> tuple[Measure, Measure] | None:
    """Return two numbers of the claim that count each other's things in the evidence: 36 engineers, 14 technicians."""
    for place, first in enumerate(claimed):
        for second in claimed[place + 1 :]:
            straight = {(first.counted, value) for value in first.values}
            known = {(measure.counted, value) for measure in found for value in measure.values}
            both = any((first.counted, value) in known for value in second.values) and any(
                (second.counted, value) in known for value in first.values
            )
            if first.counted and second.counted and first.counted != second.counted and both and not straight & known:
                return first, second
    return None


def _first(units: set[str]) -> str:
    return min(units, default="")
