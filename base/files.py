"""Writing files so that a reader sees the old content or the new, never half of it."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from base.errors import OutputError


def write_atomic(path: Path, content: str | bytes) -> None:
    """Write `content` to `path` through a temporary sibling and a rename; text goes out as UTF-8.

    Raises `OutputError` naming the path and the cause (no permission, full disk, missing folder).
    On failure the previous file is untouched and no temporary file is left behind.
    """
    data = content.encode("utf-8") if isinstance(content, str) else content
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    except OSError as error:
        raise output_error(path, error) from error
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).chmod(0o666 & ~_umask())
        Path(name).replace(path)
    except OSError as error:
        Path(name).unlink(missing_ok=True)
        raise output_error(path, error) from error


def output_error(path: Path, error: OSError) -> OutputError:
    """Return an `OutputError` that says why `path` could not be written and what helps."""
    cause = error.strerror or str(error)
    return OutputError(
        f"Cannot write {path}: {cause}. Choose a folder that exists, that you may write to and that has free space."
    )


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
