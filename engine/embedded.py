"""The weights that ship with Jisr."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from base.errors import CorruptModelError, UnknownModelError

RESTORE: Final = "pip install --force-reinstall --no-deps jisr (in a clone: git checkout -- engine/embedded)"
_ROOT: Final = Path(__file__).parent / "embedded"
_NEEDED: Final = ("config.json", "source.spm", "target.spm", "vocab.json", "ctranslate2/model.bin")


def embedded_path(name: str = "compact") -> Path:
    """Return the folder of an embedded model.

    Raises `UnknownModelError` for a name that does not ship, and `CorruptModelError` where the folder lacks a
    file that every embedded model has.
    """
    folder = _ROOT / name
    if name not in embedded_names():
        raise UnknownModelError(f"No embedded model is called {name!r}; expected {', '.join(embedded_names())}.")
    for needed in _NEEDED:
        if not (folder / needed).is_file():
            raise CorruptModelError(
                f"{needed} is missing in the embedded model folder {folder}. Restore it with: {RESTORE}"
            )
    return folder


def embedded_names() -> tuple[str, ...]:
    """Return the names of the models that ship with Jisr."""
    return ("compact",)


def embedded_digest(folder: Path) -> str:
    """Return twelve hexadecimal digits that tell versions of the embedded weights apart, from its SHA256SUMS."""
    from engine.integrity import read_sums

    sums = {entry.path: entry.sha256 for entry in read_sums(folder, RESTORE)}
    return sums.get("ctranslate2/model.bin", "unsealed")[:12]


def verify_embedded(folder: Path, *, hashes: bool = False) -> int:
    """Check the files of an embedded model against its SHA256SUMS; return how many were compared.

    Existence and sizes always, contents when `hashes`. Raises `CorruptModelError` naming the file.
    """
    from engine.integrity import verify_sums

    return verify_sums(folder, RESTORE, hashes=hashes)


def seal(folder: Path) -> Path:
    """Write the SHA256SUMS of a finished model folder, sizes included, and return its path."""
    from engine.integrity import write_sums

    return write_sums(folder)
