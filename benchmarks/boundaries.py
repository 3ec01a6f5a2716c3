"""Reads the hand-made sentence boundaries of `tests/data/boundaries` (format: its README)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "tests" / "data" / "boundaries"
GLUE = "⁀"


def paragraphs(part: str) -> Iterator[tuple[str, list[str]]]:
    """Yield (file name, sentences) for every paragraph of `open` or `blind`."""
    for path in sorted((FOLDER / part).glob("*.txt")):
        lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("%")]
        for block in re.split(r"\n\s*\n", "\n".join(lines).strip()):
            yield path.name, [unescaped(line) for line in block.splitlines()]


def unescaped(line: str) -> str:
    """Return a gold line with the escaped code points as characters."""
    return re.sub(r"\\u([0-9a-f]{4})", lambda match: chr(int(match[1], 16)), line)


def joined(sentences: Iterable[str]) -> str:
    """Return the running text of a gold paragraph."""
    return "".join(line.removesuffix(GLUE) if line.endswith(GLUE) else line + " " for line in sentences).strip()


def boundaries(sentences: Iterable[str]) -> set[int]:
    """Return the inner boundaries, counted in visible characters so that changed white space does not matter."""
    ends: list[int] = []
    position = 0
    for sentence in sentences:
        position += len("".join(sentence.removesuffix(GLUE).split()))
        ends.append(position)
    return set(ends[:-1])
