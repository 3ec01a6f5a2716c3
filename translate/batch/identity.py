"""Telling whether a source is the one that was read before."""

from __future__ import annotations

import hashlib
from pathlib import Path

Stamp = tuple[int, int]
"""Size in bytes and time of the last change in nanoseconds; (-1, -1) where there is no file."""


def digest(*parts: str | bytes) -> str:
    """Return sixteen hexadecimal digits of the parts together."""
    found = hashlib.blake2b(digest_size=8)
    for part in parts:
        found.update(part if isinstance(part, bytes) else part.encode("utf-8", "surrogatepass"))
        found.update(b"\0")
    return found.hexdigest()


def stamp_of(path: Path) -> Stamp:
    """Return the stamp of a file."""
    try:
        status = path.stat()
    except OSError:
        return -1, -1
    return status.st_size, status.st_mtime_ns
