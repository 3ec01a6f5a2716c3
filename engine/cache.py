"""The cache folder: converted checkpoints, what was downloaded, and what the user agreed to.

`JISR_CACHE`, or the cache folder of the platform, holds

    checkpoints/   folders fetched from the hub
    converted/     the same weights in the format of CTranslate2
    checks/        models that passed their known sentences
    licences.json  licences that were accepted
    locks/         one file for each piece of work that two processes must not do at once
"""

from __future__ import annotations

import errno
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Final, Literal

from base.errors import CorruptModelError, MissingExtraError, ModelError, OutputError
from base.files import write_atomic
from base.progress import Progress, ProgressCallback
from engine.integrity import sample_digest, sha256, weight_files

Device = Literal["cpu", "cuda"]
MANIFEST: Final = "jisr-manifest.json"
_CONVERTER_VERSION: Final = 2
_TEXT_FILES: Final = ("*.json", "*.spm", "*.model", "merges.txt")
_BYTES_PER_WEIGHT: Final = {"int8": 1, "int16": 2, "float16": 2, "bfloat16": 2, "float32": 4}


@dataclass(frozen=True, slots=True)
class Conversion:
    """One converted checkpoint in the cache. `size` is in bytes."""

    folder: Path
    source: str
    quantization: str
    size: int


def cache_folder() -> Path:
    """Return the cache folder; it need not exist yet."""
    chosen = os.environ.get("JISR_CACHE")
    if chosen:
        return Path(chosen).expanduser().absolute()
    import platformdirs

    return Path(platformdirs.user_cache_dir("jisr", appauthor=False))


def make_folder(path: Path) -> Path:
    """Create a folder of the cache; raises `OutputError` naming it and the way out."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise cache_error(path, error) from error
    return path


def cache_error(path: Path, error: OSError) -> OutputError:
    """Return an `OutputError` for a failed write into the cache, with the remedy for its cause."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return full(path, None)
    cause = error.strerror or str(error)
    return OutputError(
        f"Cannot write into the cache folder {path}: {cause}. "
        "Set JISR_CACHE to a folder that you may write to, for example: export JISR_CACHE=~/jisr-cache"
    )


def full(path: Path, needed: int | None) -> OutputError:
    """Return the `OutputError` for a disk that is full, or too full for `needed` bytes."""
    size = f" ({needed / 1e6:,.0f} MB needed)" if needed else ""
    return OutputError(
        f"No space left for the model cache in {path}{size}. Free some space (jisr models list shows what models "
        "use, jisr models remove NAME deletes one), or set JISR_CACHE to a folder on another disk."
    )


def require_space(folder: Path, needed: int) -> None:
    """Raise `OutputError` when the disk of `folder` has less than `needed` bytes free."""
    if shutil.disk_usage(folder).free < needed:
        raise full(folder, needed)


@contextmanager
def locked(name: str) -> Iterator[None]:
    """Hold the lock `name` among all processes that share the cache; waits for its holder."""
    from filelock import FileLock

    path = make_folder(cache_folder() / "locks") / f"{name}.lock"
    lock = FileLock(path)
    try:
        lock.acquire()
    except OSError as error:
        raise cache_error(path, error) from error
    try:
        yield
    finally:
        lock.release()


def quantization_for(device: Device, compute_type: str | None) -> str:
    """Return the type that converted weights are stored in: int8 on CPU and float16 on CUDA unless asked."""
    if compute_type in (None, "auto", "default"):
        return "int8" if device == "cpu" else "float16"
    return str(compute_type).split("_")[0]


def fingerprint(folder: Path) -> str:
    """Return sixteen hexadecimal digits that change whenever weights, configuration or vocabulary do."""
    texts = [path for pattern in _TEXT_FILES for path in folder.glob(pattern) if path.name != MANIFEST]
    return sample_digest((*weight_files(folder), *texts), folder)[:16]


def converted_folder(source: Path, quantization: str) -> Path:
    """Return where the conversion of the checkpoint `source` belongs, whether it exists or not."""
    name = "-".join(part for part in source.parts[-2:] if part not in ("", os.sep, ".."))
    slug = "".join(letter if letter.isalnum() or letter in "-_." else "_" for letter in name)
    key = f"{fingerprint(source)}-v{_CONVERTER_VERSION}"
    return cache_folder() / "converted" / f"{slug}-{quantization}-{key}"


def is_complete(folder: Path) -> bool:
    """Say whether a conversion is whole: its manifest is there and agrees on sizes and the configuration."""
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        sizes = {name: (folder / name).stat().st_size for name in manifest["files"]}
        return bool(sizes == manifest["files"] and sha256(folder / "config.json") == manifest["config_sha256"])
    except (OSError, ValueError, KeyError, TypeError):
        return False


def convert_cached(source: Path, quantization: str, progress: ProgressCallback | None = None) -> Path:
    """Return the folder of `source` converted to CTranslate2, converting it first where that was not done.

    The work is done in a process of its own, so that this one neither imports torch nor keeps the memory, and
    into a temporary folder that is renamed at the end; of several processes one converts and the others wait.
    A stale or partial conversion is made again. Raises `MissingExtraError` without the extra `models`,
    `OutputError` when the cache cannot be written, `CorruptModelError` or `ModelError` when the checkpoint
    cannot be converted.
    """
    target = converted_folder(source, quantization)
    if is_complete(target):
        return target
    require_converter()
    with locked(target.name):
        if not is_complete(target):
            if progress:
                progress(Progress("convert", 0, 1))
            _convert_into(source, target, quantization)
            if progress:
                progress(Progress("convert", 1, 1))
    return target


def require_converter() -> None:
    """Raise `MissingExtraError` with the install command unless checkpoints can be converted here."""
    for module in ("torch", "transformers"):
        if find_spec(module) is None:
            raise MissingExtraError(
                f"The package {module!r} is needed to convert Hugging Face checkpoints and is not installed. "
                "Install it with: pip install 'jisr[models]'"
            )


def conversions() -> tuple[Conversion, ...]:
    """Return every whole conversion in the cache."""
    found = []
    for manifest in sorted((cache_folder() / "converted").glob(f"*/{MANIFEST}")):
        if is_complete(manifest.parent):
            content = json.loads(manifest.read_text(encoding="utf-8"))
            size = sum(content["files"].values())
            found.append(Conversion(manifest.parent, content["source"], content["quantization"], size))
    return tuple(found)


def _convert_into(source: Path, target: Path, quantization: str) -> None:
    """Convert into a temporary sibling of `target` and rename it there."""
    parent = make_folder(target.parent)
    weights = sum(path.stat().st_size for path in weight_files(source))
    # Weights are stored in 2 or 4 bytes each; 4 in the estimate would refuse disks that are large enough.
    require_space(parent, weights * _BYTES_PER_WEIGHT.get(quantization, 4) // 4)
    try:
        temporary = Path(tempfile.mkdtemp(dir=parent, prefix=".part-"))
    except OSError as error:
        raise cache_error(parent, error) from error
    try:
        _run_converter(source, temporary / "model", quantization)
        _write_manifest(temporary / "model", source, quantization)
        _replace_folder(temporary / "model", target)
        _remove_outdated(source, target, quantization)
    except OSError as error:
        raise cache_error(parent, error) from error
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def _run_converter(source: Path, target: Path, quantization: str) -> None:
    """Run `engine.convert` in a process of its own and translate its exit status into our errors."""
    root = str(Path(__file__).resolve().parent.parent)
    paths = [root, *filter(None, [os.environ.get("PYTHONPATH")])]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "PYTHONIOENCODING": "utf-8"}
    arguments = [str(source), str(target), "--quantization", quantization]
    finished = subprocess.run(
        [sys.executable, "-P", "-m", "engine.convert", *arguments],
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if finished.returncode:
        raise _conversion_error(source, target.parent.parent, finished.returncode, finished.stderr)


def _conversion_error(source: Path, cache: Path, status: int, stderr: str) -> Exception:
    """Return the error of this process for the failure of the converter."""
    last = stderr.strip().splitlines()[-1] if stderr.strip() else f"it ended with status {status}"
    if status == OutputError.exit_code:
        number = int(last) if last.isdigit() else errno.EIO
        return cache_error(cache, OSError(number, os.strerror(number)))
    if status == CorruptModelError.exit_code:
        return CorruptModelError(f"The checkpoint {source} cannot be converted: {last}. Fetch or copy it again.")
    killed = " The process was killed, perhaps for want of memory." if status < 0 else ""
    return ModelError(
        f"The conversion of {source} failed: {last}.{killed} Try it unconverted with: --backend transformers"
    )


def _write_manifest(folder: Path, source: Path, quantization: str) -> None:
    files = {path.name: path.stat().st_size for path in sorted(folder.iterdir())}
    manifest = {
        "source": str(source),
        "quantization": quantization,
        "config_sha256": sha256(folder / "config.json"),
        "files": files,
    }
    write_atomic(folder / MANIFEST, json.dumps(manifest, indent=1) + "\n")


def _replace_folder(new: Path, target: Path) -> None:
    """Move `new` to `target`, out of whose way a broken predecessor is moved first."""
    if target.exists():
        target.rename(new.parent / "old")
    new.rename(target)


def _remove_outdated(source: Path, target: Path, quantization: str) -> None:
    """Delete conversions of earlier contents of the same checkpoint folder."""
    for other in conversions():
        if (other.source, other.quantization) == (str(source), quantization) and other.folder != target:
            shutil.rmtree(other.folder, ignore_errors=True)
