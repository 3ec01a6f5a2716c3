"""Do two summaries of one article say the same? Their numbers and names are compared."""

from __future__ import annotations

from article.quantities import missing, quantities
from base.flags import Flag
from summarize.model import Summary
from summarize.names import NamePool, names


def consistency(first: Summary, second: Summary) -> tuple[Flag, ...]:
    """Return a flag `inconsistent` for each number or name that only one of the summaries has.

    The detail is the number or name as spelled, with the language of the summary that has it: `12 % (en)`. Works
    across languages and within one. A summary may leave out what the other one tells; such a flag says where they
    differ, and is an error only where both tell of the same thing.
    """
    return (*_only_in(first, second), *_only_in(second, first))


def _only_in(one: Summary, other: Summary) -> list[Flag]:
    figures = missing(quantities(one.text, one.language), quantities(other.text, other.language))
    pool = NamePool.of([(other.text, other.language)])
    own = NamePool.of([(one.text, one.language), (other.text, other.language)])
    absent = [name.text for name in names(one.text, one.language, own) if not pool.has(name.text, one.language)]
    details = [*(quantity.text for quantity in figures), *absent]
    return [Flag("inconsistent", f"{detail} ({one.language})") for detail in dict.fromkeys(details)]
