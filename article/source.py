"""Files as given by a user: opened, bounded in size, and with an error that helps where they cannot be read."""

from __future__ import annotations

import difflib
import io
from pathlib import Path
from typing import Final

from base.errors import InputError, TooLargeError

MAX_BYTES: Final = 64_000_000
"""Largest single article, in bytes. Files with many articles (jsonl, csv, tsv) have no limit."""

_BUFFER: Final = 1 << 20
_SHOWN_NAMES: Final = 5


def open_source(path: Path) -> io.BufferedReader:
    """Open `path` for reading bytes; pipes and devices are welcome.

    Raises `InputError` for a folder, a missing file (naming similar ones in its folder) and one without permission.
    """
    try:
        return io.BufferedReader(io.FileIO(path), _BUFFER)
    except (FileNotFoundError, NotADirectoryError):
        raise InputError(_missing(path)) from None
    except IsADirectoryError:
        raise InputError(_folder(path)) from None
    except PermissionError:
        raise InputError(
            f"{path}: no permission to read it. Expected a file you may read: chmod u+r {path}, or run as its owner."
        ) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(f"{str(path)[:200]!r} cannot be opened: {reason}. Expected the path of a file.") from None


def read_source(stream: io.BufferedReader, origin: str) -> bytes:
    """Return the bytes of `stream` and close it; raises `InputError`, and `TooLargeError` beyond `MAX_BYTES`."""
    with stream:
        try:
            data = stream.read(MAX_BYTES + 1)
        except OSError as error:
            raise InputError(f"{origin} cannot be read: {error.strerror}. Copy it to a healthy disk first.") from None
    check_size(data, origin)
    return data


def check_size(data: bytes, origin: str) -> None:
    """Raise `TooLargeError` beyond `MAX_BYTES`."""
    if len(data) > MAX_BYTES:
        raise TooLargeError(
            f"{origin} is larger than {MAX_BYTES:,} bytes. Expected one article: split it, or give many articles as "
            "jsonl or csv, which are read one by one."
        )


def _missing(path: Path) -> str:
    folder = path.parent
    try:
        names = sorted(entry.name for entry in folder.iterdir())
    except OSError:
        return f"{path}: there is no folder {folder}. Expected the path of a file: check its spelling."
    similar = difflib.get_close_matches(path.name, names, n=3, cutoff=0.5)
    hint = f"Did you mean {' or '.join(str(folder / name) for name in similar)}?" if similar else "Check its spelling."
    return f"{path}: no such file. Expected the path of a file. {hint}"


def _folder(path: Path) -> str:
    names = sorted(entry.name for entry in path.iterdir() if entry.is_file())[:_SHOWN_NAMES]
    example = f"such as {path / names[0]}" if names else "and this folder has none"
    return f"{path} is a folder. Expected a file, {example}."
