"""Do two summaries of one article say the same? Their numbers and names are compared."""

from __future__ import annotations

from article.quantities import missing, quantities
from base.flags import Flag
from base.languages import Language
from summarize.model import Summary
from summarize.names import NamePool, names, runs


def consistency(first: Summary, second: Summary) -> tuple[Flag, ...]:
    """Return a flag `inconsistent` for each number or name that one summary has and the other tells otherwise.

    Compared are sentences that rest on the same sentences of the article: what only one summary tells is no
    contradiction. The detail is the number or name as spelled, with the language of the summary that has it:
    `12 % (en)`. Works across languages and within one.
    """
    return tuple(dict.fromkeys((*_only_in(first, second), *_only_in(second, first))))


def _only_in(one: Summary, other: Summary) -> list[Flag]:
    flags = []
    for sentence in one.sentences:
        ids = set(sentence.evidence)
        beside = " ".join(entry.text for entry in other.sentences if ids & set(entry.evidence))
        if beside:
            details = _differences(sentence.text, one.language, beside, other.language)
            flags += [Flag("inconsistent", f"{detail} ({one.language})") for detail in details]
    return flags


def _differences(text: str, language: Language, beside: str, spoken: Language) -> list[str]:
    """Return the numbers and names of `text` that `beside` does not have."""
    figures = [quantity.text for quantity in missing(quantities(text, language), quantities(beside, spoken))]
    pool = NamePool.of([(beside, spoken)])
    both = NamePool.of([(text, language), (beside, spoken)])
    absent = [
        " ".join(name.text for name in run if not pool.has(name.text, language))
        for run in runs(names(text, language, both))
        if not pool.has_run(" ".join(name.text for name in run), language)
    ]
    return figures + [name for name in absent if name]
