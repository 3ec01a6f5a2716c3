"""How often a translation fails outright, as the guards of `translate` see it, for the output of any system.

Jisr's own translator has tried to repair all of these: what is counted here is what a reader still gets.
"""

from __future__ import annotations

from typing import Final

from base.languages import Language
from eval.preservation import Segments
from eval.statistics import Statistics, share, table_of
from translate.guards.coverage import check_coverage
from translate.guards.leftovers import remove_leftovers, unescape_entities
from translate.guards.loops import check_loops
from translate.guards.script import check_script

VERSION: Final = "1"
FAULTS: Final = ("blank", "dropped text", "overlong", "looping", "untranslated", "leftovers")

_NAMES: Final = {"coverage": "dropped text", "overlong": "overlong", "untranslated": "untranslated"}


def faults(source: str, hypothesis: str, target: Language) -> frozenset[str]:
    """Return which of `FAULTS` a translation of one segment has; a blank one has no other."""
    if not source.strip():
        return frozenset()
    if not hypothesis.strip():
        return frozenset({"blank"})
    plain = unescape_entities(source, hypothesis)
    codes = {finding.code for finding in check_coverage(source, plain, target) if finding.reported}
    codes |= {finding.code for finding in check_script(source, plain, target) if finding.reported}
    found = {name for code, name in _NAMES.items() if code in codes}
    if check_loops(source, plain):
        found.add("looping")
    if plain != hypothesis or remove_leftovers(source, plain)[0] != plain:
        found.add("leftovers")
    return frozenset(found)


def fault_metrics(segments: Segments) -> tuple[Statistics, ...]:
    """Return, for each of `FAULTS`, the share of segments that have it."""
    found = [
        faults(source, hypothesis, segments.target)
        for source, hypothesis in zip(segments.sources, segments.hypotheses, strict=True)
    ]
    return tuple(
        Statistics(
            name,
            table_of([(name in one, 1) for one in found], 2),
            share,
            f"nrefs:0|measure:{name.replace(' ', '-')}|of:segments|version:jisr-guards-{VERSION}",
            higher_is_better=False,
        )
        for name in FAULTS
    )
