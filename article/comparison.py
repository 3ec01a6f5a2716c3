"""Whether the quantities of one text are those of another, in another language or another spelling."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Hashable, Iterable
from fractions import Fraction

from article.calendar import PartialDate
from article.clock import ClockTime
from article.currency import compatible
from article.quantity import Quantity

Atom = tuple[Hashable, ...]
"""The keys under which a part of a quantity can be found, the best first."""


def atoms(quantity: Quantity) -> list[Atom]:
    """Return the parts of a quantity that must be found: one for a number; year, month and day of a date."""
    value = quantity.value
    if isinstance(value, PartialDate):
        return _date_atoms(value)
    if isinstance(value, ClockTime):
        hour: Atom = (Fraction(value.hour), Fraction((value.hour + 12) % 24), Fraction(value.hour % 12 or 12))
        return [hour, (Fraction(value.minute),)] if value.minute else [hour]
    if quantity.kind == "decade":
        return [_decade_keys(value)]
    shares = (value / 100,) if quantity.kind == "percent" else (value * 100,) if 0 < value < 1 else ()
    return [(value, *shares, *quantity.also)]


def _decade_keys(value: Fraction) -> Atom:
    """Return the keys of a decade: the eighties are those of any century, the 1980s are their own alone.

    The 1800s are also the 19th century.
    """
    if value < 100:
        return (*(("decade", 100 * century + value) for century in range(10, 22)), value)
    return (("decade", value), value, *((value / 100 + 1,) if value % 100 == 0 else ()))


def _date_atoms(date: PartialDate) -> list[Atom]:
    found: list[Atom] = []
    if date.year is not None:
        short = (Fraction(2000 + date.year), Fraction(1900 + date.year)) if date.year < 100 else ()
        found.append((Fraction(date.year), *short))
    for value, is_month in ((date.month, True), (date.day, False)):
        if value is not None:
            keys: Atom = ((date.calendar, value), Fraction(value))
            found.append(keys if date.swapped else keys[:1] if is_month else keys[1:])
    return found


class _Pool:
    """Atoms to be taken, each once, by any of their keys; taking all of them is linear."""

    def __init__(self, quantities: Iterable[Quantity]) -> None:
        self._by_key: dict[Hashable, deque[int]] = defaultdict(deque)
        self._taken: set[int] = set()
        found = ((quantity.soft, len(keys), keys) for quantity in quantities for keys in atoms(quantity))
        for count, (_, _, keys) in enumerate(sorted(found, key=lambda item: item[:2])):
            for key in keys:
                self._by_key[key].append(count)

    def take(self, keys: Atom) -> bool:
        """Take an atom that has one of `keys`; False when there is none left. A month or a decade can be shared."""
        for key in keys:
            waiting = self._by_key.get(key)
            if waiting and isinstance(key, tuple):
                return True
            while waiting:
                found = waiting.popleft()
                if found not in self._taken:
                    self._taken.add(found)
                    return True
        return False


def missing(source: tuple[Quantity, ...], target: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """Return the quantities of `source` that `target` does not have, in the order of `source`.

    Equal are: spellings (`1,500`, `1.5 thousand`), a percentage and its fraction (50 %, half), a date and its parts
    (10 September 2023; September, 10 and 2023 apart), a 12- and a 24-hour clock. Soft quantities are never missing.
    An amount of money is also missing when the target names other currencies only. Linear in both.
    """
    pool = _Pool(target)
    units = [quantity.unit for quantity in target if quantity.kind == "money"]
    hard = [(place, quantity) for place, quantity in enumerate(source) if not quantity.soft]
    # Those that can be spelled in one way only choose first.
    hard.sort(key=lambda item: max(len(keys) for keys in atoms(item[1])))
    lost = [(place, one) for place, one in hard if not (_found(one, pool) and _same_currency(one, units))]
    return tuple(quantity for _, quantity in sorted(lost, key=lambda item: item[0]))


def _found(quantity: Quantity, pool: _Pool) -> bool:
    return all(pool.take(keys) for keys in atoms(quantity))


def _same_currency(quantity: Quantity, units: list[str]) -> bool:
    return quantity.kind != "money" or not units or any(compatible(quantity.unit, unit) for unit in set(units))


def added(source: tuple[Quantity, ...], target: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """Return the quantities of `target` that `source` does not have: `missing` the other way around."""
    return missing(target, source)


extra = added
