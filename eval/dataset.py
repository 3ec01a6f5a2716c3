"""A set of texts with references, for one task and one direction, that knows where it came from."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final, Literal

from base.errors import InputError
from base.languages import Language

TaskName = Literal["translate", "summarize", "read"]
SAMPLE_SEED: Final = 13


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to be translated, summarized or read.

    `source` is a segment, or the text of an article, whose `title` is apart where there is one. `references` are its
    translations, or its summaries in the target language. `summaries` are references of a reading, by language.
    """

    id: str
    source: str
    references: tuple[str, ...]
    domain: str = ""
    title: str = ""
    summaries: Mapping[Language, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DataSet:
    """Items of one task and direction.

    `licence` is that of the texts; `checksum` the SHA-256 of the file or of the texts themselves; `total` the number
    of items before sampling, `seed` that of the sample, None for all items.
    """

    name: str
    task: TaskName
    source: Language
    target: Language
    items: tuple[Item, ...]
    licence: str
    checksum: str
    total: int
    seed: int | None = None

    @property
    def label(self) -> str:
        """Name and direction: `flores200-dev:ar-en`."""
        return f"{self.name}:{self.source}-{self.target}"

    @property
    def selection(self) -> str:
        """How many of how many items: `all 997`, or `400 of 2,100, seed 13`."""
        if self.seed is None:
            return f"all {self.total:,}"
        return f"{len(self.items):,} of {self.total:,}, seed {self.seed}"

    @property
    def signature(self) -> str:
        """What decides the items, in the manner of sacrebleu's signatures."""
        chosen = f"n:{len(self.items)}" if self.seed is None else f"n:{len(self.items)}/{self.total}|sample:{self.seed}"
        return f"task:{self.task}|data:{self.name}|dir:{self.source}-{self.target}|{chosen}|sha256:{self.checksum[:12]}"

    @property
    def positions(self) -> tuple[int, ...]:
        """Where the items stand among all `total` of them, from 0."""
        if self.seed is None:
            return tuple(range(self.total))
        return tuple(_drawn(self.total, len(self.items), self.seed))

    def sample(self, limit: int | None, seed: int = SAMPLE_SEED) -> DataSet:
        """Return at most `limit` items, drawn with a fixed seed and kept in order; all of them for None."""
        if limit is None or limit >= len(self.items):
            return self
        if limit < 1:
            raise InputError(f"A limit of {limit} items leaves nothing to evaluate: give --limit 1 or more.")
        chosen = _drawn(len(self.items), limit, seed)
        return replace(self, items=tuple(self.items[place] for place in chosen), seed=seed)


def _drawn(total: int, limit: int, seed: int) -> list[int]:
    return sorted(random.Random(seed).sample(range(total), limit))


def checksum_of_file(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def checksum_of_items(items: tuple[Item, ...]) -> str:
    """Return the SHA-256 of the sources and references of items, in hexadecimal."""
    digest = hashlib.sha256()
    for item in items:
        for text in (item.source, *item.references):
            digest.update(text.encode("utf-8", "surrogatepass") + b"\x00")
    return digest.hexdigest()
