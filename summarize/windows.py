"""Long articles in pieces that the encoder takes: windows along sentence boundaries, overlapping."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from article.normalise import normalise_for_model
from engine.types import Model, Task

_CLAUSE: Final = re.compile(r"(?<=[،,;؛:])\s+")
_COUNT_AT_ONCE: Final = 256


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of sentences for one pass of the encoder: their ids, and the text it is given."""

    ids: tuple[int, ...]
    text: str


@dataclass(frozen=True, slots=True)
class _Piece:
    index: int
    text: str
    size: int


def windows(
    ids: Sequence[int],
    texts: Sequence[str],
    model: Model,
    task: Task,
    *,
    overlap: float = 0.1,
    limit: int | None = None,
) -> Iterator[Window]:
    """Yield windows that hold all sentences `ids` of `texts`, in order, none longer than the encoder takes.

    Neighbours share sentences worth about `overlap` of a window, so that what is said across a border is seen
    whole once. A sentence that is too long by itself is cut at clauses, then between words, and wholly read.
    `limit` lowers the number of source pieces in a window.
    """
    room = max(8, min(limit or model.max_source_pieces, model.max_source_pieces))
    held: list[_Piece] = []
    fresh = False
    for piece in _pieces(ids, texts, model, task, room):
        if fresh and sum(entry.size for entry in held) + piece.size > room:
            yield _window(held)
            held = _tail(held, min(round(overlap * room), room - piece.size))
        held.append(piece)
        fresh = True
    if held:
        yield _window(held)


def _pieces(ids: Sequence[int], texts: Sequence[str], model: Model, task: Task, room: int) -> Iterator[_Piece]:
    for start in range(0, len(ids), _COUNT_AT_ONCE):
        batch = ids[start : start + _COUNT_AT_ONCE]
        plain = [normalise_for_model(texts[index]) for index in batch]
        for index, text, size in zip(batch, plain, model.count_pieces(plain, task), strict=True):
            if size <= room:
                yield _Piece(index, text, size)
            else:
                yield from (_Piece(index, part, count) for part, count in _cut(text, model, task, room))


def _cut(text: str, model: Model, task: Task, room: int) -> Iterator[tuple[str, int]]:
    """Yield parts of an over-long sentence with their sizes: whole clauses where they fit, else runs of words."""
    parts = _CLAUSE.split(text)
    if len(parts) == 1:
        tokens = text.split(" ")
        middle = len(tokens) // 2
        if middle == 0:
            half = len(text) // 2
            parts = [text[:half], text[half:]]
        else:
            parts = [" ".join(tokens[:middle]), " ".join(tokens[middle:])]
    for part, size in zip(parts, model.count_pieces(parts, task), strict=True):
        if size <= room or len(part) < 2:
            yield part, size
        else:
            yield from _cut(part, model, task, room)


def _tail(held: Sequence[_Piece], room: int) -> list[_Piece]:
    """Return the last pieces that fit into `room`."""
    tail: list[_Piece] = []
    for piece in reversed(held):
        room -= piece.size
        if room < 0:
            break
        tail.insert(0, piece)
    return tail


def _window(held: Sequence[_Piece]) -> Window:
    ids = tuple(dict.fromkeys(piece.index for piece in held))
    return Window(ids, " ".join(piece.text for piece in held))
