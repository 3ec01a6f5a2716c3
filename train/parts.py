"""Large files in parts of at most 16 MiB, for ways that carry no larger ones, and back again."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Final

from base.errors import CorruptModelError, InputError

LARGEST_PART: Final = 16 * 1024 * 1024


def split(path: Path, folder: Path, largest: int = LARGEST_PART) -> list[Path]:
    """Write `path` as `NAME.000`, `NAME.001`, ... and the index `NAME.parts` into `folder`; return them all.

    Parts of an earlier file of that name are removed. Raises `InputError` where there is no such file.
    """
    if not path.is_file():
        raise InputError(f"No file {path} to split.")
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob(f"{path.name}.[0-9]*"):
        old.unlink()
    digest = hashlib.sha256()
    parts: list[Path] = []
    with path.open("rb") as stream:
        while block := stream.read(largest):
            digest.update(block)
            parts.append(folder / f"{path.name}.{len(parts):03d}")
            parts[-1].write_bytes(block)
    index = folder / f"{path.name}.parts"
    row = {"name": path.name, "parts": len(parts), "size": path.stat().st_size, "sha256": digest.hexdigest()}
    index.write_text(json.dumps(row) + "\n", encoding="utf-8")
    return [*parts, index]


def join(folder: Path, out: Path) -> list[Path]:
    """Put every file that `split` left in `folder` together again under `out`, and return their paths.

    A file appears in `out` only when it is whole. Raises `InputError` where `folder` has no index, and
    `CorruptModelError` naming a part that is missing, or the file whose contents have changed.
    """
    indices = sorted(folder.glob("*.parts"))
    if not indices:
        raise InputError(f"No *.parts in {folder}. Expected what `python -m train split --parts {folder}` writes.")
    out.mkdir(parents=True, exist_ok=True)
    return [_joined(index, out) for index in indices]


def _joined(index: Path, out: Path) -> Path:
    row = json.loads(index.read_text(encoding="utf-8"))
    target, digest = out / str(row["name"]), hashlib.sha256()
    beside = target.with_name(f"{target.name}.joining")
    with beside.open("wb") as stream:
        for number in range(row["parts"]):
            part = index.with_name(f"{row['name']}.{number:03d}")
            if not part.is_file():
                raise CorruptModelError(f"{part} is missing; expected {row['parts']} parts. Copy them again.")
            block = part.read_bytes()
            digest.update(block)
            stream.write(block)
    if digest.hexdigest() != row["sha256"]:
        beside.unlink()
        raise CorruptModelError(f"The parts of {row['name']} in {index.parent} have changed. Copy them again.")
    beside.replace(target)
    return target
