"""Encoded examples in a few flat arrays: millions of them in the memory of their ids."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

Ids = npt.NDArray[np.uint16]
WORD_START = "\N{LOWER ONE EIGHTH BLOCK}"
_UNALIGNED = ("sum-", "gap-", "mono-")


@dataclass(frozen=True, slots=True)
class Example:
    """Piece ids of one source line and its target, both with `</s>`; `group` names where it came from."""

    source: Ids
    target: Ids
    group: str

    @property
    def is_translation(self) -> bool:
        """Whether the target says what the source says in the other language, so that word alignment makes sense."""
        return not self.group.startswith(_UNALIGNED)


@dataclass(frozen=True)
class Store:
    """Examples as flat arrays: `ids` of sources and targets in turn, `ends` (n, 2) where each stops in `ids`.

    `codes` (n,) are indices into `groups`.
    """

    ids: Ids
    ends: npt.NDArray[np.int64]
    codes: npt.NDArray[np.int16]
    groups: tuple[str, ...]

    @classmethod
    def of(cls, examples: Iterable[Example]) -> Store:
        """Take up `examples` in their order."""
        ids, ends, codes = array("H"), array("q"), array("h")
        names: dict[str, int] = {}
        for example in examples:
            for side in (example.source, example.target):
                ids.frombytes(np.ascontiguousarray(side, dtype=np.uint16).tobytes())
                ends.append(len(ids))
            codes.append(names.setdefault(example.group, len(names)))
        flat = np.frombuffer(ids, dtype=np.uint16) if ids else np.zeros(0, np.uint16)
        places = np.array(ends, dtype=np.int64).reshape(-1, 2)
        return cls(flat, places, np.array(codes, dtype=np.int16), tuple(names))

    def __len__(self) -> int:
        return len(self.codes)

    def __getitem__(self, index: int) -> Example:
        middle, end = self.ends[index]
        start = self.ends[index - 1, 1] if index else 0
        return Example(self.ids[start:middle], self.ids[middle:end], self.groups[self.codes[index]])

    @cached_property
    def lengths(self) -> npt.NDArray[np.int64]:
        """Pieces of source and target of each example, (n, 2)."""
        sizes: npt.NDArray[np.int64] = np.diff(self.ends.reshape(-1), prepend=0).reshape(-1, 2)
        return sizes

    @cached_property
    def sizes(self) -> npt.NDArray[np.int64]:
        """Pieces of source and target together, (n,)."""
        sizes: npt.NDArray[np.int64] = self.lengths.sum(axis=1)
        return sizes
