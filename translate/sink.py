"""Where translations go: standard output, or a file that appears when it is complete."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from base.errors import OutputError
from base.files import output_error


class Sink:
    """Writes UTF-8, whatever the locale says, to a stream or atomically to a path.

    Bytes that were no UTF-8 and came in as lone surrogates (PEP 383) go out as the same bytes; other lone
    surrogates become `?`. Raises `OutputError` when the system refuses, but lets `BrokenPipeError` through.
    A file is kept only when the block ends without an exception.
    """

    def __init__(self, stream: BinaryIO, path: Path | None = None) -> None:
        """Write to `path`, or to `stream` when it is None."""
        self._stream = stream
        self._path = path
        self._part: Path | None = None

    def __enter__(self) -> Self:
        if self._path is not None:
            try:
                handle, name = tempfile.mkstemp(dir=self._path.parent, prefix=f".{self._path.name}.", suffix=".part")
            except OSError as error:
                raise output_error(self._path, error) from error
            self._part = Path(name)
            self._stream = os.fdopen(handle, "wb")
        return self

    def write(self, text: str) -> None:
        """Write and flush a text, so that a reader at the other end has it at once."""
        try:
            self._stream.write(_encoded(text))
            self._stream.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            raise self._error(error) from error

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._part is None or self._path is None:
            return
        try:
            self._stream.close()
            if kind is None:
                self._part.chmod(0o666 & ~_umask())
                self._part.replace(self._path)
        except OSError as problem:
            raise self._error(problem) from problem
        finally:
            self._part.unlink(missing_ok=True)

    def _error(self, error: OSError) -> OutputError:
        return output_error(self._path or Path("standard output"), error)


def _encoded(text: str) -> bytes:
    try:
        return text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace")


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
