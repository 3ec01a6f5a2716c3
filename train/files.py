"""Text files of the work folder: compressed by name, and there only when they are whole."""

from __future__ import annotations

import json
import lzma
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, TextIO

# Half the time of the default for a tenth more bytes.
_EFFORT: Final = 2


@contextmanager
def writing(path: Path) -> Iterator[TextIO]:
    """Open a UTF-8 text file to write, through LZMA when its name ends in `.xz`; it replaces the old one at the end."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.new")
    compressed = path.suffix == ".xz"
    try:
        with _opened(beside, compressed) as stream:
            yield stream
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _opened(path: Path, compressed: bool) -> TextIO:
    if compressed:
        return lzma.open(path, "wt", preset=_EFFORT, encoding="utf-8")
    return path.open("w", encoding="utf-8")


def write_jsonl(path: Path, rows: Iterable[dict[str, Any]]) -> int:
    """Write JSON lines to `path` and return how many."""
    count = 0
    with writing(path) as out:
        for row in rows:
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
            count += 1
    return count
