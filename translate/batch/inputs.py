"""Which files a batch reads, and where their outputs go: below the output folder as below their common folder."""

from __future__ import annotations

import glob
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import Final

from base.errors import EmptyInputError, InputError
from translate.batch.model import OutputFormat, Source

SUFFIXES: Final = frozenset(
    (
        *(".txt", ".md", ".markdown", ".html", ".htm", ".xhtml", ".docx", ".srt"),
        *(".jsonl", ".ndjson", ".csv", ".tsv", ".tab"),
    )
)
STATE_FOLDER: Final = "_jisr"
_MAGIC: Final = frozenset("*?[")
_SHOWN: Final = 5


@dataclass(slots=True)
class Inputs:
    """The files of a batch in a fixed order. Iterating walks the folders again: millions of files are no list.

    `skipped` counts, by suffix, the files of folders that are of no format Jisr reads; the last walk fills it.
    """

    names: tuple[str, ...]
    out: Path
    root: Path
    skipped: Counter[str] = field(default_factory=Counter)

    def __iter__(self) -> Iterator[Source]:
        """Yield each file once, folders in order of their names."""
        self.skipped.clear()
        seen: set[Path] = set()
        several = len(self.names) > 1
        for name in self.names:
            for path in self._files(name):
                if several and path in seen:
                    continue
                seen.update((path,) if several else ())
                yield Source(path, PurePath(os.path.relpath(path.absolute(), self.root)))

    def measure(self) -> tuple[int, int]:
        """Return the number of files and their bytes."""
        files = size = 0
        for source in self:
            files += 1
            size += size_of(source.path)
        return files, size

    def _files(self, name: str) -> Iterator[Path]:
        path = Path(name)
        if path.is_dir():
            yield from self._walk(path)
        elif _is_pattern(name):
            found = sorted(glob.glob(name, recursive=True))  # noqa: PTH207
            yield from (Path(each) for each in found if Path(each).is_file() and not self._is_output(Path(each)))
        else:
            yield path

    def _walk(self, folder: Path) -> Iterator[Path]:
        for current, folders, files in os.walk(folder):
            here = Path(current)
            folders[:] = sorted(
                name for name in folders if not name.startswith(".") and not self._is_output(here / name)
            )
            for name in sorted(files):
                path = here / name
                if name.startswith("."):
                    continue
                if path.suffix.lower() in SUFFIXES:
                    yield path
                else:
                    self.skipped[path.suffix.lower() or "no suffix"] += 1

    def _is_output(self, path: Path) -> bool:
        """Whether a path is in the output folder, which may lie among the inputs."""
        return path.absolute().is_relative_to(self.out) and not self.root.is_relative_to(self.out)


def find_inputs(names: Sequence[str], out: Path) -> Inputs:
    """Return the inputs called `names`: files, folders and globs; outputs go to `out`.

    Raises `InputError` for a name that is nothing, for a glob or a folder without readable files, and when outputs
    would overwrite inputs.
    """
    for name in names:
        if not Path(name).exists() and not _is_pattern(name):
            raise InputError(f"{name}: no such file or folder. Give files, folders or globs such as 'news/*.txt'.")
    inputs = Inputs(tuple(names), Path(os.path.abspath(out)), _common_folder(names))  # noqa: PTH100
    if inputs.out.exists() and not inputs.out.is_dir():
        raise InputError(f"--out {out} is a file. Name a folder, which is made when it is not there.")
    first = next(iter(inputs), None)
    if first is None:
        raise EmptyInputError(_nothing(inputs))
    _refuse_overwriting(inputs)
    return inputs


def output_of(source: Source, out: Path, form: OutputFormat, records: bool) -> Path:
    """Return the path of a file's output. Another format is a further suffix, so that no two outputs collide."""
    path = out / source.relative
    kept = path.suffix.lower()
    if (
        form == "keep"
        or (form == "jsonl" and records and kept in (".jsonl", ".ndjson"))
        or (form == "txt" and kept == ".txt")
    ):
        return path
    return path.with_name(f"{path.name}.{form}")


def size_of(path: Path) -> int:
    """Return the size of a file in bytes, 0 when it cannot be told."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _is_pattern(name: str) -> bool:
    return not _MAGIC.isdisjoint(name)


def _common_folder(names: Sequence[str]) -> Path:
    """Return the deepest folder that holds everything named; the fixed beginning of a glob counts as a folder."""
    roots = []
    for name in names:
        path = Path(name)
        if _is_pattern(name) and not path.exists():
            fixed = list(path.parts[: next(i for i, part in enumerate(path.parts) if _is_pattern(part))])
            roots.append(Path(*fixed))
        else:
            roots.append(path if path.is_dir() else path.parent)
    return Path(os.path.commonpath([os.path.abspath(root) for root in roots]))  # noqa: PTH100


def _nothing(inputs: Inputs) -> str:
    named = ", ".join(inputs.names[:_SHOWN])
    others = ", ".join(f"{number} {suffix}" for suffix, number in sorted(inputs.skipped.items())[:_SHOWN])
    seen = f" (there are: {others})" if others else ""
    return f"{named}: no file of a format Jisr reads{seen}. Expected {', '.join(sorted(SUFFIXES))}."


def _refuse_overwriting(inputs: Inputs) -> None:
    if inputs.out == inputs.root:
        raise InputError(
            f"--out {inputs.out} is the folder of the inputs, which would be overwritten. Name another folder, "
            f"for example {inputs.out / 'translated'}."
        )
    if not inputs.out.exists():
        return
    for source in inputs:
        target = inputs.out / source.relative
        if target.exists() and target.samefile(source.path):
            raise InputError(f"--out {inputs.out} would overwrite the input {source.path}. Name another folder.")
