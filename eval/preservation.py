"""Is what a reader relies on still there: numbers, dates, names, quotations.

With references, only what a reference keeps as well is asked for, since a translator may rightly drop a number
("the two sides" as "the sides"): the shares are of what a human kept.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from article.names import THRESHOLD, find_name, names
from article.quantities import Kind, Quantity, added, missing, quantities
from base.languages import Language
from eval.statistics import Statistics, share, table_of

VERSION: Final = "1"
Outcome = Literal["kept", "changed", "lost", "added"]
_STRAIGHT: Final = '"'
_OPENING: Final = "“„«‹"
_CLOSING: Final = "”»›"
_MARK: Final = re.compile(f"[{_STRAIGHT}{_OPENING}{_CLOSING}]")


@dataclass(frozen=True, slots=True)
class NumberEvent:
    """What became of one quantity: `said` in the source, `told` in the hypothesis, either empty where there is none."""

    segment: int
    kind: Kind
    outcome: Outcome
    said: str
    told: str = ""


@dataclass(frozen=True, slots=True)
class Segments:
    """Aligned texts of one direction; `references` is empty, or has one or more for each segment."""

    sources: Sequence[str]
    hypotheses: Sequence[str]
    references: Sequence[Sequence[str]]
    source: Language
    target: Language

    def wanted(self, segment: int) -> Sequence[str]:
        """Return the references of a segment, none when there are none at all."""
        return self.references[segment] if self.references else ()


def number_events(segments: Segments) -> list[NumberEvent]:
    """Return what became of every number, amount, date and time of the sources, and which ones came in addition."""
    events: list[NumberEvent] = []
    for place, (source, hypothesis) in enumerate(zip(segments.sources, segments.hypotheses, strict=True)):
        said, told = quantities(source, segments.source), quantities(hypothesis, segments.target)
        wanted = [quantities(text, segments.target) for text in segments.wanted(place)]
        events += _events(place, said, told, wanted)
    return events


def _events(
    place: int, said: tuple[Quantity, ...], told: tuple[Quantity, ...], wanted: list[tuple[Quantity, ...]]
) -> list[NumberEvent]:
    asked = [quantity for quantity in said if not quantity.soft and _kept_by_any(quantity, said, wanted)]
    lost, new = missing(said, told), list(added(said, told))
    events = []
    for quantity in asked:
        if quantity not in lost:
            events.append(NumberEvent(place, quantity.kind, "kept", quantity.text))
            continue
        other = next((one for one in new if one.kind == quantity.kind), None)
        if other is not None:
            new.remove(other)
        outcome: Outcome = "lost" if other is None else "changed"
        events.append(NumberEvent(place, quantity.kind, outcome, quantity.text, other.text if other else ""))
    return events + [NumberEvent(place, one.kind, "added", "", one.text) for one in new]


def _kept_by_any(quantity: Quantity, said: tuple[Quantity, ...], wanted: list[tuple[Quantity, ...]]) -> bool:
    return not wanted or any(quantity not in missing(said, one) for one in wanted)


def number_metrics(segments: Segments, events: Sequence[NumberEvent]) -> tuple[Statistics, ...]:
    """Return the shares of numbers and of dates that are kept, and of the hypotheses' numbers that were added."""
    count = len(segments.hypotheses)
    kept, dates, new = ([[0, 0] for _ in range(count)] for _ in range(3))
    for event in events:
        if event.outcome != "added":
            row = (dates if event.kind == "date" else kept)[event.segment]
            row[0] += event.outcome == "kept"
            row[1] += 1
        if event.told or event.outcome == "kept":
            new[event.segment][0] += event.outcome in ("added", "changed")
            new[event.segment][1] += 1
    asked = "of:kept-by-reference" if segments.references else "of:source"
    return (
        _share("numbers kept", kept, segments, asked),
        _share("dates kept", dates, segments, asked),
        _share("numbers added", new, segments, "of:hypothesis", higher=False),
    )


def name_metric(segments: Segments) -> Statistics:
    """Return the share of names that are kept.

    Names are taken from the English side, whose capitals show them: from the source, or from the reference where the
    source has them too. Without references an Arabic source gives the names that `article.names` finds in it.
    """
    rows = [_names_kept(segments, place) for place in range(len(segments.hypotheses))]
    asked = "of:kept-by-reference" if segments.references else "of:source"
    return _share("names kept", rows, segments, asked)


def _names_kept(segments: Segments, place: int) -> tuple[int, int]:
    source, hypothesis = segments.sources[place], segments.hypotheses[place]
    wanted = segments.wanted(place)
    if segments.target == "en" and wanted:
        asked = [one.text for one in names(wanted[0], "en") if one.spelled]
        asked = [name for name in asked if _has(source, segments.source, name, "en")]
        language: Language = "en"
    else:
        asked, language = [one.text for one in names(source, segments.source) if one.spelled], segments.source
        if wanted:
            asked = [name for name in asked if any(_has(text, segments.target, name, language) for text in wanted)]
    return sum(_has(hypothesis, segments.target, name, language) for name in asked), len(asked)


# Every system, and the other direction, ask for the same names in the same texts.
@lru_cache(maxsize=1 << 16)
def _has(text: str, language: Language, name: str, name_language: Language) -> bool:
    return find_name(name, name_language, text, language) >= THRESHOLD


def quotation_metrics(segments: Segments) -> tuple[Statistics, ...]:
    """Return the share of the sources' quotations that the hypotheses have, and of hypotheses with paired marks."""
    kept, paired = [], []
    for source, hypothesis in zip(segments.sources, segments.hypotheses, strict=True):
        said, (told, whole) = quotations(source)[0], quotations(hypothesis)
        kept.append((min(said, told), said))
        has_marks = _MARK.search(hypothesis) is not None
        paired.append((int(whole and has_marks), int(has_marks)))
    return (
        _share("quotations kept", kept, segments, "of:source"),
        _share("quotation marks paired", paired, segments, "of:hypothesis"),
    )


def quotations(text: str) -> tuple[int, bool]:
    """Return the number of quotations in a text, and whether every mark has its partner.

    Opening and closing marks are paired whatever their style; straight marks open and close in turn. A mark of one
    style does not close one of another only when a straight one would be left over.
    """
    depth, found, straight = 0, 0, False
    whole = True
    for mark in _MARK.findall(text):
        if mark == _STRAIGHT:
            found += straight
            straight = not straight
        elif mark in _OPENING:
            depth += 1
        elif depth:
            depth -= 1
            found += 1
        else:
            whole = False
    return found, whole and not depth and not straight


def _share(
    name: str, rows: Sequence[Sequence[float]], segments: Segments, asked: str, *, higher: bool = True
) -> Statistics:
    references = len(segments.references[0]) if segments.references else 0
    line = f"nrefs:{references}|measure:{name.replace(' ', '-')}|{asked}|version:jisr-preservation-{VERSION}"
    return Statistics(name, table_of(rows, 2), share, line, higher_is_better=higher, counted=1)
