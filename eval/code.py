"""Which code made an output: part of a system's signature, so that a change of the code is a new run."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
TRANSLATING: Final = ("article", "engine", "translate")
SUMMARIZING: Final = (*TRANSLATING, "summarize")


@cache
def code_digest(rooms: Sequence[str], root: Path = ROOT) -> str:
    """Return eight hexadecimal digits of the SHA-256 of the Python files of some packages, by path and content."""
    digest = hashlib.sha256()
    for room in rooms:
        for path in sorted((root / room).rglob("*.py")):
            digest.update(str(path.relative_to(root)).encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:8]
