"""A batch cut into shards that other machines work off: names of files and places in them, no content."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from typing import Final

from base.errors import JisrError
from translate.batch.inputs import size_of
from translate.batch.model import Event, Item, Options, Outcome, Rendered, Source, Work
from translate.batch.reader import Planned, unexpected
from translate.batch.records import Slice, open_records
from translate.batch.stream import Stream
from translate.batch.whole import read_whole
from translate.batch.writer import rendered

RECORDS: Final = 64
"""Records of a file in one part."""
_PARTS: Final = 64
_BYTES: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Part:
    """What an actor is told of a part: records up to `skipped` are left out, those in `done` need no translation."""

    source: Source
    slice: Slice | None
    skipped: int
    done: frozenset[str]


@dataclass(frozen=True, slots=True)
class Shard:
    """Parts that are worked off together; `first` is the number of the first among all parts of the batch."""

    first: int
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """What became of an item: the fields of its `Item` and `Rendered`, flat, as they travel between machines.

    `part` is the number of its part among all parts. `reuse` says that the record is done already.
    """

    part: int
    number: int
    place: str
    digest: str
    size: int
    rendered: Rendered
    reuse: bool = False


def shards(plan: Iterable[Event | Planned]) -> Iterator[Shard]:
    """Group the parts of a plan, in order, so that a shard fills some batches."""
    parts: list[Part] = []
    first = size = 0
    for step in plan:
        if not isinstance(step, Planned):
            continue
        done = frozenset(step.finished) if step.slice is not None else frozenset()
        parts.append(Part(step.source, step.slice, step.skipped, done))
        size += _BYTES if step.slice is not None else size_of(step.source.path)
        if size >= _BYTES or len(parts) >= _PARTS:
            yield Shard(first, tuple(parts))
            first, parts, size = first + len(parts), [], 0
    if parts:
        yield Shard(first, tuple(parts))


def work_off(shard: Shard, work: Work, options: Options) -> list[Row]:
    """Read, translate and render the parts of a shard; raises only what makes going on pointless."""
    places: dict[int, int] = {}
    events: list[Event] = []
    for number, part in enumerate(shard.parts, start=shard.first):
        for item in _items(part, options):
            places[id(item)] = number
            events.append(item)
    found = Stream(work, options.target, threading.Event()).run(events)
    return [_row(each, each.event, places[id(each.event)]) for each in found if isinstance(each.event, Item)]


def outcomes(plan: Iterable[Event | Planned], rows: Iterator[Row]) -> Iterator[Outcome]:
    """Put the rows, which come in the order of their parts, in the places of the parts in the plan."""
    row = next(rows, None)
    number = 0
    for step in plan:
        if not isinstance(step, Planned):
            yield Outcome(step)
            continue
        while row is not None and row.part == number:
            yield _outcome(row, step)
            row = next(rows, None)
        number += 1


def _items(part: Part, options: Options) -> Iterator[Item]:
    if part.slice is None:
        yield read_whole(part.source, options)
        return
    try:
        opened = open_records(part.source, options, part.slice)
        if opened is None:
            return
        with closing(opened):
            for item in opened.items:
                if item.number > part.skipped:
                    yield replace(item, request=None, error=None) if item.digest in part.done else item
    except JisrError as error:
        yield Item(part.source, -1, "from here on", "", 0, None, error, _nothing)
    except Exception as error:
        yield Item(part.source, -1, "from here on", "", 0, None, unexpected(part.source, error), _nothing)


def _row(outcome: Outcome, item: Item, part: int) -> Row:
    reuse = item.request is None and item.error is None
    made = Rendered(b"") if reuse else rendered(item, outcome)
    return Row(part, item.number, item.place, item.digest, item.size, made, reuse)


def _outcome(row: Row, planned: Planned) -> Outcome:
    entry = planned.finished[row.digest] if row.reuse else None
    item = Item(planned.source, row.number, row.place, row.digest, row.size, None, None, _nothing, entry)
    return Outcome(item, rendered=None if row.reuse else row.rendered)


def _nothing(_: object) -> bytes:
    return b""
