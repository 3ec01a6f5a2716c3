"""Damaged model folders, found before anything is loaded, and named file by file."""

from __future__ import annotations

import hashlib
import json
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from base.errors import CorruptModelError
from engine.architecture import Architecture

SUMS: Final = "SHA256SUMS"
_SIZE_MARK: Final = "# size "
_BLOCK: Final = 1 << 20
_MULTILINGUAL: Final = ("sentencepiece.bpe.model", "spm.model", "spiece.model", "tokenizer.json")
_TOKENIZERS: Final[dict[Architecture, tuple[tuple[str, ...], ...]]] = {
    "marian": (("vocab.json",), ("source.spm",), ("target.spm",)),
    "mbart": (_MULTILINGUAL,),
    "m2m100": (("vocab.json", "tokenizer.json"), _MULTILINGUAL),
    "nllb": (_MULTILINGUAL,),
    "mt5": (("spiece.model", "tokenizer.json"),),
    "pegasus": (("spiece.model", "tokenizer.json"),),
    "bart": (("vocab.json", "tokenizer.json"), ("merges.txt", "tokenizer.json")),
}
"""For each architecture, the files its tokenizer needs; of each inner tuple one is enough."""


@dataclass(frozen=True, slots=True)
class Sum:
    """One line of a SHA256SUMS file; `size` in bytes is None where the file does not state it."""

    path: str
    sha256: str
    size: int | None


def damaged(path: Path, found: str, restore: str) -> CorruptModelError:
    """Return the error that names the file, says what is wrong with it, and how to restore it."""
    return CorruptModelError(f"{path} is damaged: {found}. Restore it with: {restore}")


def missing(path: Path, restore: str) -> CorruptModelError:
    """Return the error for a file that should be there and is not."""
    return CorruptModelError(f"{path.name} is missing in the model folder {path.parent}. Restore it with: {restore}")


def sha256(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def sample_digest(paths: tuple[Path, ...], root: Path) -> str:
    """Return a SHA-256 over names, sizes and sixteen evenly spaced blocks (64 KiB) of each file.

    Weights of gigabytes are recognised in milliseconds that way. It tells versions of a model apart; it is no
    protection against somebody who forges one.
    """
    digest = hashlib.sha256()
    for path in sorted(paths):
        length = path.stat().st_size
        digest.update(f"{path.relative_to(root).as_posix()}\0{length}\0".encode())
        with path.open("rb") as stream:
            for index in range(16):
                stream.seek(max(0, length - 65536) * index // 15)
                digest.update(stream.read(65536))
    return digest.hexdigest()


def read_sums(folder: Path, restore: str) -> tuple[Sum, ...]:
    """Read `SHA256SUMS` of a folder, with the sizes in its comment lines; empty where there is no such file."""
    path = folder / SUMS
    if not path.is_file():
        return ()
    sizes: dict[str, int] = {}
    sums: list[tuple[str, str]] = []
    try:
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith(_SIZE_MARK):
                number, _, name = line.removeprefix(_SIZE_MARK).partition(" ")
                sizes[name] = int(number)
            elif line.strip() and not line.startswith("#"):
                digest, _, name = line.partition(" ")
                sums.append((name.removeprefix(" ").removeprefix("*").removeprefix("./"), digest))
    except (UnicodeDecodeError, ValueError) as error:
        raise damaged(path, f"not a list of check sums ({error})", restore) from error
    return tuple(Sum(name, digest, sizes.get(name)) for name, digest in sums)


def write_sums(folder: Path) -> Path:
    """Write `SHA256SUMS` over every file of `folder`, with sizes in comments, as `sha256sum --check` reads it."""
    target = folder / SUMS
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path != target)
    names = [path.relative_to(folder).as_posix() for path in files]
    lines = [f"{_SIZE_MARK}{path.stat().st_size} {name}\n" for path, name in zip(files, names, strict=True)]
    lines += [f"{sha256(path)}  {name}\n" for path, name in zip(files, names, strict=True)]
    target.write_text("".join(lines), encoding="utf-8")
    return target


def verify_sums(folder: Path, restore: str, *, hashes: bool) -> int:
    """Compare a folder with its SHA256SUMS; return the number of files compared.

    Existence and stated sizes always, contents when `hashes`. Raises `CorruptModelError`.
    """
    sums = read_sums(folder, restore)
    for entry in sums:
        path = folder / entry.path
        if not path.is_file():
            raise missing(path, restore)
        length = path.stat().st_size
        if entry.size is not None and length != entry.size:
            raise damaged(path, f"{length} bytes, expected {entry.size}", restore)
        if hashes and (found := sha256(path)) != entry.sha256:
            raise damaged(path, f"its SHA-256 is {found[:12]}..., expected {entry.sha256[:12]}...", restore)
    return len(sums)


def verify_checkpoint(folder: Path, architecture: Architecture, restore: str, *, weights: bool = True) -> None:
    """Check that a Hugging Face folder is complete and that its JSON and weight files are whole.

    Looks at headers and lengths only. `weights` of False skips the weight files, which a backend does not need
    when converted ones are at hand. Raises `CorruptModelError` naming the file.
    """
    for alternatives in _TOKENIZERS[architecture]:
        present = [name for name in alternatives if (folder / name).is_file()]
        if not present:
            raise missing(folder / alternatives[0], restore)
        for name in present:
            if (folder / name).stat().st_size == 0:
                raise damaged(folder / name, "empty", restore)
    for path in sorted(folder.glob("*.json")):
        read_json_whole(path, restore)
    if weights:
        verify_weights(folder, restore)


def read_json_whole(path: Path, restore: str) -> object:
    """Parse a JSON file; raises `CorruptModelError` with the line of the damage."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise missing(path, restore) from error
    except UnicodeDecodeError as error:
        raise damaged(path, f"not UTF-8 text at byte {error.start}", restore) from error
    except json.JSONDecodeError as error:
        raise damaged(path, f"not JSON at line {error.lineno}", restore) from error


def weight_files(folder: Path) -> tuple[Path, ...]:
    """Return the weight files of a Hugging Face folder, safetensors before pickles; empty where there are none."""
    for pattern in ("model*.safetensors", "pytorch_model*.bin"):
        found = tuple(sorted(path for path in folder.glob(pattern) if path.is_file()))
        if found:
            return found
    return ()


def verify_weights(folder: Path, restore: str) -> None:
    """Check that weight files are there, all shards of them, and of their full length."""
    for index in ("model.safetensors.index.json", "pytorch_model.bin.index.json"):
        if (folder / index).is_file():
            content = read_json_whole(folder / index, restore)
            shards = content.get("weight_map", {}) if isinstance(content, dict) else {}
            for name in sorted(set(shards.values())):
                if not (folder / name).is_file():
                    raise missing(folder / name, restore)
    files = weight_files(folder)
    if not files:
        raise missing(folder / "model.safetensors", restore)
    for path in files:
        if path.suffix == ".safetensors":
            _verify_safetensors(path, restore)
        elif not zipfile.is_zipfile(path) and not _is_pickle(path):
            raise damaged(path, "truncated, or no PyTorch weights", restore)


def _is_pickle(path: Path) -> bool:
    """Say whether a file begins like the weights that PyTorch wrote before version 1.6."""
    with path.open("rb") as stream:
        return stream.read(2) == b"\x80\x02"


def _verify_safetensors(path: Path, restore: str) -> None:
    """Compare the length of a safetensors file with the one its header promises.

    The format: 8 bytes little-endian header length, a JSON header with `data_offsets`, then the data.
    """
    length = path.stat().st_size
    with path.open("rb") as stream:
        header_length = int.from_bytes(stream.read(8), "little")
        if length < 8 or header_length > length - 8:
            raise damaged(path, f"truncated at {length} bytes", restore)
        try:
            header = json.loads(stream.read(header_length))
            ends = [entry["data_offsets"][1] for name, entry in header.items() if name != "__metadata__"]
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise damaged(path, "its header is no safetensors header", restore) from error
    expected = 8 + header_length + max(ends, default=0)
    if length != expected:
        raise damaged(path, f"{length} bytes, expected {expected}", restore)


def parameters(folder: Path) -> int | None:
    """Count the parameters in the safetensors files of a folder, from their headers; None without such files."""
    files = [path for path in weight_files(folder) if path.suffix == ".safetensors"]
    if not files:
        return None
    total = 0
    for path in files:
        with path.open("rb") as stream:
            header = json.loads(stream.read(int.from_bytes(stream.read(8), "little")))
        for name, entry in header.items():
            if name != "__metadata__":
                count = 1
                for size in entry["shape"]:
                    count *= size
                total += count
    return total
