"""The quantity: what a number, amount, date or time in a text is worth, whatever its spelling."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from article.calendar import PartialDate
from article.clock import ClockTime

Kind = Literal["number", "ordinal", "percent", "money", "date", "time", "decade"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity of a text; `text` is exactly the text's `start:end`, in code points.

    `value` is exact: a fraction (50 for 50 %), a `PartialDate` or a `ClockTime`. `unit` is `%`, an ISO 4217 code, or
    the name that several currencies share (`dollar`, `dinar`) when the text does not tell which. `also` holds the other
    values that the spelling allows. A `soft` quantity is a word that a good translation can do without (one, two,
    first, half): it can be what another one is matched with, but is never reported as missing.
    """

    kind: Kind
    value: Fraction | PartialDate | ClockTime
    start: int
    end: int
    text: str
    unit: str = ""
    soft: bool = False
    also: tuple[Fraction, ...] = ()
