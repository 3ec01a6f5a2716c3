"""Data sets by name: Jisr's own, the development sets of a corpus folder, public ones, and local files."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from base.errors import InputError
from base.languages import Language, other
from eval import corpus, hub, local, own
from eval.corpus import Direction
from eval.dataset import DataSet, TaskName
from eval.validate import check_ids

_ALL: Final[tuple[Direction, ...]] = (("ar", "ar"), ("en", "en"), ("ar", "en"), ("en", "ar"))


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a user named: a data set or a file, and a direction, None for all that it has."""

    name: str
    direction: Direction | None = None


def parse_name(text: str) -> Wanted:
    """Read `flores200-dev`, `flores200-dev:ar-en` or `pairs.tsv:en-ar`; raises `InputError` for another direction."""
    name, colon, spelled = text.rpartition(":")
    source, _, target = spelled.partition("-")
    if not colon or Path(text).exists():
        return Wanted(text)
    for direction in _ALL:
        if (source, target) == direction:
            return Wanted(name, direction)
    raise InputError(f"{text!r}: unknown direction {spelled!r}; expected ar-en, en-ar, ar-ar or en-en.")


def load(
    wanted: Wanted, task: TaskName, *, corpus_folder: Path | None = None, to: Language | None = None
) -> list[DataSet]:
    """Return the data set in the wanted direction, or in each that it has for `task`.

    `to` is the target language of a local file whose direction is not named. Raises `InputError` for an unknown name,
    for a direction or task that the set cannot serve, and for a development set without `corpus_folder`.
    """
    path = Path(wanted.name)
    if path.is_file():
        source, target = wanted.direction or _local_direction(path, task, to)
        return [local.local_dataset(path, task, source, target)]
    directions = directions_of(wanted.name, task)
    if wanted.direction is not None:
        if wanted.direction not in directions:
            raise local.wrong_direction(wanted.name, *wanted.direction)
        directions = (wanted.direction,)
    found = [_load(wanted.name, task, source, target, corpus_folder) for source, target in directions]
    for data in found:
        check_ids((item.id for item in data.items), data.label)
    return found


def directions_of(name: str, task: TaskName) -> tuple[Direction, ...]:
    """Return the directions in which a named set serves for `task`; raises `InputError` for an unknown name or task."""
    if name == own.NAME:
        directions: Sequence[Direction] = _ALL if task == "summarize" else _ALL[2:]
    elif name in corpus.BY_NAME:
        directions = corpus.BY_NAME[name].directions(task)
    elif name in hub.BY_NAME:
        directions = hub.BY_NAME[name].directions if hub.BY_NAME[name].task == task else ()
    else:
        close = difflib.get_close_matches(name, names(), n=1)
        hint = f" Did you mean {close[0]!r}?" if close else ""
        raise InputError(f"No data set or file {name!r}.{hint} Known are: {', '.join(names())}.")
    if not directions:
        fitting = ", ".join(known for known in names() if known != name and _serves(known, task))
        raise InputError(f"{name} has no references for `{task}`. Sets that have: {fitting}.")
    return tuple(directions)


def names() -> tuple[str, ...]:
    """Return the names of all known data sets."""
    return (own.NAME, *corpus.BY_NAME, *hub.BY_NAME)


def _serves(name: str, task: TaskName) -> bool:
    if name in hub.BY_NAME:
        return hub.BY_NAME[name].task == task
    return name == own.NAME or bool(corpus.BY_NAME[name].directions(task))


def _load(name: str, task: TaskName, source: Language, target: Language, folder: Path | None) -> DataSet:
    if name == own.NAME:
        return own.own_dataset(task, source, target)
    if name in hub.BY_NAME:
        return hub.load_hub(hub.BY_NAME[name], source, target)
    if folder is None:
        raise InputError(f"{name} is a development set: name the folder that holds it with --corpus DIR.")
    return corpus.load_development(corpus.BY_NAME[name], folder, task, source, target)


def _local_direction(path: Path, task: TaskName, to: Language | None) -> Direction:
    if task == "read":
        raise InputError(f"{path}: a reading needs translations and summaries; use the data set 'own' or 'news-dev'.")
    if to is None:
        raise InputError(f"{path}: say which direction it is, as {path}:ar-en, or the target language with --to.")
    return (other(to), to) if task == "translate" else (to, to)
