"""Checkpoints of the Hugging Face hub: those that are on this machine, and how the others get here.

This is the one module that downloads. What it fetches lies in `checkpoints/` of the cache as plain folders, so
that a machine without network can be given one by copying it there.
"""

from __future__ import annotations

import errno
import functools
import json
import os
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from base import offline
from base.errors import CorruptModelError, MissingModelError, ModelError, OutputError, UnknownModelError
from base.extras import require
from base.files import write_atomic
from base.progress import Progress, ProgressCallback
from engine.cache import (
    MANIFEST,
    cache_error,
    cache_folder,
    locked,
    make_folder,
    require_converter,
    require_space,
)
from engine.integrity import damaged, missing, sha256, weight_files

_TEXT_SUFFIXES: Final = (".json", ".spm", ".model", ".txt")
_EXTRA_NAMES: Final = ("README.md", "LICENSE", "LICENSE.txt", "LICENSE.md")
_NOT_NEEDED: Final = ("metadata.json", "benchmark_results.txt", "training_args.json", "trainer_state.json")
_DOCUMENTED_OFFLINE: Final = "HF_HUB_OFFLINE"


@dataclass(frozen=True, slots=True)
class HubFile:
    """A file to fetch; `size` in bytes is 0 and `sha256` is "" where the hub does not say."""

    name: str
    size: int
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class HubInfo:
    """What the hub says about a checkpoint: the commit its revision stands for, its licence, what to fetch."""

    repo: str
    revision: str
    commit: str
    licence: str
    files: tuple[HubFile, ...]

    @property
    def size(self) -> int:
        """Bytes to fetch."""
        return sum(file.size for file in self.files)


@dataclass(frozen=True, slots=True)
class LocalCheckpoint:
    """A checkpoint of the hub that is on this machine.

    `commit` is "" where it is not known (a folder copied by hand). `ours` is False in the cache of the hub
    library, which other programs share and Jisr only reads.
    """

    repo: str
    revision: str
    commit: str
    folder: Path
    ours: bool


def checkpoint_folder(repo: str, revision: str = "main") -> Path:
    """Return the folder of the cache in which this checkpoint belongs."""
    suffix = "" if revision == "main" else f"@{revision.replace('/', '_')}"
    return cache_folder() / "checkpoints" / (repo.replace("/", "--") + suffix)


def find(repo: str, revision: str = "main") -> LocalCheckpoint | None:
    """Return the checkpoint where this machine has it, without using the network; None where it has not.

    Looks into the cache of Jisr first, then into the hub library's. Raises `CorruptModelError` when a file that
    was fetched is gone or has another length.
    """
    folder = checkpoint_folder(repo, revision)
    manifest = folder / MANIFEST
    if manifest.is_file():
        return LocalCheckpoint(repo, revision, _verified_commit(repo, manifest), folder, ours=True)
    if (folder / "config.json").is_file() and weight_files(folder) and not (folder / ".cache").exists():
        return LocalCheckpoint(repo, revision, "", folder, ours=True)
    return _find_shared(repo, revision)


def describe(repo: str, revision: str = "main") -> HubInfo:
    """Ask the hub about a checkpoint: which commit, licence and files.

    Raises `MissingModelError` offline or without connection, `UnknownModelError` where the hub has no such
    checkpoint or revision.
    """
    if offline.is_enabled() or os.environ.get(_DOCUMENTED_OFFLINE) in ("1", "true", "TRUE", "ON", "YES"):
        raise not_here(repo, "offline mode is on")
    hub = require("huggingface_hub", "models", "fetch models from the hub")
    try:
        info = hub.HfApi(endpoint=os.environ.get("HF_ENDPOINT")).model_info(
            repo, revision=revision, files_metadata=True, timeout=20
        )
    except Exception as error:
        raise _explained(repo, revision, error) from error
    card = info.card_data
    licence = str((card.get("license_name") or card.get("license") or "") if card else "")
    listed = {file.rfilename: _hub_file(file) for file in info.siblings or ()}
    files = tuple(listed[name] for name in needed_files(tuple(listed)))
    if not any(name.name.endswith((".safetensors", ".bin")) for name in files):
        raise ModelError(
            f"The hub repository {repo} holds no PyTorch or safetensors weights, only: "
            f"{', '.join(sorted(listed)) or 'nothing'}. Choose another model, see: jisr models list"
        )
    return HubInfo(repo, revision, str(info.sha or ""), licence, files)


def needed_files(names: Sequence[str]) -> tuple[str, ...]:
    """Return those files of a repository that Jisr needs: one set of weights, configuration and vocabulary.

    Safetensors are preferred over the same weights as a pickle; those of other frameworks and everything in
    subfolders are left out.
    """
    top = sorted(name for name in names if "/" not in name)
    safe = [name for name in top if name.startswith("model") and name.endswith(".safetensors")]
    pickles = [name for name in top if name.startswith("pytorch_model") and name.endswith(".bin")]
    weights = safe or pickles
    unused_index = "pytorch_model.bin.index.json" if safe else "model.safetensors.index.json"
    texts = [
        name
        for name in top
        if name in _EXTRA_NAMES or (name.endswith(_TEXT_SUFFIXES) and name not in (*_NOT_NEEDED, unused_index))
    ]
    return (*dict.fromkeys(texts), *weights)


def download(info: HubInfo, progress: ProgressCallback | None = None) -> LocalCheckpoint:
    """Fetch the files of a checkpoint into the cache; what was fetched before is not fetched again.

    Progress counts megabytes. Raises `MissingExtraError` before anything is fetched when the result could not
    be used, `OutputError` when the disk is full or not writable, `MissingModelError` when the connection fails.
    """
    require_converter()
    folder = checkpoint_folder(info.repo, info.revision)
    with locked(folder.name):
        make_folder(folder)
        require_space(folder, info.size - _present(folder, info))
        meter = _Meter(info.size, progress)
        for file in info.files:
            _fetch(info, file, folder, meter)
        _write_manifest(folder, info)
        meter.finish()
        shutil.rmtree(folder / ".cache", ignore_errors=True)
    return LocalCheckpoint(info.repo, info.revision, info.commit, folder, ours=True)


def remove(repo: str, revision: str = "main") -> int:
    """Delete the fetched files of a checkpoint from the cache of Jisr; return the bytes freed."""
    folder = checkpoint_folder(repo, revision)
    freed = folder_size(folder)
    if folder.exists():
        with locked(folder.name):
            shutil.rmtree(folder)
    return freed


def folder_size(folder: Path) -> int:
    """Return the bytes of all files in a folder; 0 where there is none."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def fetched() -> tuple[LocalCheckpoint, ...]:
    """Return every checkpoint that was fetched into the cache of Jisr, damaged ones too."""
    found = []
    for manifest in sorted((cache_folder() / "checkpoints").glob(f"*/{MANIFEST}")):
        try:
            content = _read_manifest(manifest.parent.name.replace("--", "/"), manifest)
        except CorruptModelError:
            continue
        revision, commit = str(content.get("revision", "main")), str(content.get("commit", ""))
        found.append(LocalCheckpoint(str(content["repo"]), revision, commit, manifest.parent, ours=True))
    return tuple(found)


def not_here(repo: str, reason: str, name: str | None = None) -> MissingModelError:
    """Return the error for a checkpoint that is not on this machine and cannot be fetched now.

    `name` is what the user called it, where that is not the hub id.
    """
    return MissingModelError(
        f"The model {repo} is not on this machine, and {reason}. Fetch it once with a connection (jisr models pull "
        f"{name or repo}), or copy its folder from another machine to {checkpoint_folder(repo)}, or use the model "
        "that ships with Jisr: --model compact"
    )


def restore_command(repo: str, name: str | None = None) -> str:
    """Return the command that fetches a damaged checkpoint again."""
    return f"jisr models remove {name or repo} && jisr models pull {name or repo}"


def recorded_licence(here: LocalCheckpoint) -> str:
    """Return the licence that was recorded when a checkpoint was fetched, or ""."""
    manifest = here.folder / MANIFEST
    return str(_read_manifest(here.repo, manifest).get("licence", "")) if manifest.is_file() else ""


def verify_hashes(here: LocalCheckpoint, restore: str) -> int:
    """Compare the files of a fetched checkpoint with the SHA-256 recorded then; return how many were compared.

    Raises `CorruptModelError` naming the file. A folder that was copied by hand has nothing to compare with.
    """
    manifest = here.folder / MANIFEST
    hashes = _read_manifest(here.repo, manifest).get("sha256", {}) if manifest.is_file() else {}
    for name, expected in hashes.items():
        found = sha256(here.folder / name)
        if found != expected:
            raise damaged(here.folder / name, f"its SHA-256 is {found[:12]}..., expected {expected[:12]}...", restore)
    return len(hashes)


def _hub_file(file: Any) -> HubFile:
    """Read one entry of the hub's list of files; large ones come with their SHA-256."""
    large = getattr(file, "lfs", None)
    return HubFile(file.rfilename, int(file.size or 0), str(large.sha256) if large else "")


@dataclass
class _Meter:
    """Adds up the bytes that arrive and reports them in megabytes."""

    total: int
    report: ProgressCallback | None
    done: int = 0

    def add(self, amount: float | None) -> None:
        """Count `amount` more bytes."""
        before = self.done // 1_000_000
        self.done += int(amount or 0)
        if self.done // 1_000_000 > before:
            self._say(self.done // 1_000_000)

    def finish(self) -> None:
        """Report that all has arrived."""
        self._say(max(1, self.total // 1_000_000))

    def _say(self, megabytes: int) -> None:
        total = max(1, self.total // 1_000_000)
        if self.report:
            self.report(Progress("load", min(megabytes, total), total))


def _fetch(info: HubInfo, file: HubFile, folder: Path, meter: _Meter) -> None:
    """Fetch one file unless it is here in full, and check its length."""
    hub = require("huggingface_hub", "models", "fetch models from the hub")
    target = folder / file.name
    if target.is_file() and file.size and target.stat().st_size == file.size:
        meter.add(file.size)
        return
    # The library takes a file that exists for one it fetched before, however short it is.
    target.unlink(missing_ok=True)
    try:
        hub.hf_hub_download(
            info.repo,
            file.name,
            revision=info.commit or info.revision,
            local_dir=folder,
            endpoint=os.environ.get("HF_ENDPOINT"),
            library_name="jisr",
            tqdm_class=_silent_bar(meter),
        )
    except Exception as error:
        raise _explained(info.repo, info.revision, error) from error
    if file.size and target.stat().st_size != file.size:
        raise not_here(info.repo, f"the hub sent {target.stat().st_size} of the {file.size} bytes of {file.name}")


def _silent_bar(meter: _Meter) -> Callable[..., object]:
    """Return what the hub library takes for a progress bar; it shows nothing and feeds `meter`."""
    base: Any = require("tqdm", "models", "fetch models from the hub").tqdm
    bar = type("Bar", (base,), {"update": lambda _self, amount=1: meter.add(amount)})
    return functools.partial(bar, disable=True)


def _present(folder: Path, info: HubInfo) -> int:
    present = [file for file in info.files if (folder / file.name).is_file()]
    return sum(file.size for file in present)


def _write_manifest(folder: Path, info: HubInfo) -> None:
    """Record what was fetched; written last, it marks the folder as complete."""
    content = {
        "repo": info.repo,
        "revision": info.revision,
        "commit": info.commit,
        "licence": info.licence,
        "files": {file.name: (folder / file.name).stat().st_size for file in info.files},
        "sha256": {file.name: file.sha256 or sha256(folder / file.name) for file in info.files},
    }
    write_atomic(folder / MANIFEST, json.dumps(content, indent=1) + "\n")


def _read_manifest(repo: str, manifest: Path) -> dict[str, Any]:
    """Read what was recorded about a fetched checkpoint."""
    try:
        content = json.loads(manifest.read_text(encoding="utf-8"))
        if isinstance(content, dict) and isinstance(content["files"], dict) and content["repo"]:
            return content
    except (ValueError, KeyError) as error:
        raise damaged(manifest, f"not a manifest ({error})", restore_command(repo)) from error
    raise damaged(manifest, "not a manifest", restore_command(repo))


def _verified_commit(repo: str, manifest: Path) -> str:
    """Return the commit in a manifest, after comparing the sizes of the files it lists."""
    content = _read_manifest(repo, manifest)
    for name, size in content["files"].items():
        path = manifest.parent / name
        if not path.is_file():
            raise missing(path, restore_command(repo))
        if path.stat().st_size != size:
            found = path.stat().st_size
            raise damaged(path, f"{found} bytes, expected {size}", restore_command(repo))
    return str(content.get("commit", ""))


def _find_shared(repo: str, revision: str) -> LocalCheckpoint | None:
    """Look into the hub library's own cache, whose layout is documented: refs/REVISION names a snapshot."""
    home = Path(os.environ.get("HF_HOME") or Path(os.environ.get("XDG_CACHE_HOME", "~/.cache")) / "huggingface")
    root = Path(os.environ.get("HF_HUB_CACHE") or home / "hub").expanduser()
    folder = root / f"models--{repo.replace('/', '--')}"
    reference = folder / "refs" / revision
    commit = reference.read_text(encoding="utf-8").strip() if reference.is_file() else revision
    snapshot = folder / "snapshots" / commit
    if (snapshot / "config.json").is_file() and weight_files(snapshot):
        return LocalCheckpoint(repo, revision, commit, snapshot, ours=False)
    return None


def _explained(repo: str, revision: str, error: Exception) -> Exception:
    """Return our error for one of the hub library."""
    from huggingface_hub import errors

    if isinstance(error, (MissingModelError, OutputError)):
        return error
    if isinstance(error, errors.GatedRepoError):
        return ModelError(
            f"The model {repo} asks for an account that its owners let in. Ask for access on its hub page and "
            "sign in with: hf auth login"
        )
    if isinstance(error, errors.RepositoryNotFoundError):
        return UnknownModelError(
            f"The hub has no model {repo}, or it is private. Check the spelling, or see: jisr models list"
        )
    if isinstance(error, errors.RevisionNotFoundError):
        return UnknownModelError(f"The model {repo} has no revision {revision!r} on the hub.")
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EACCES, errno.EROFS):
        return cache_error(checkpoint_folder(repo), error)
    return not_here(repo, f"the hub cannot be reached ({_cause(error)})")


def _cause(error: BaseException) -> str:
    """Return the innermost reason of a chain of network errors, on one line."""
    while error.__cause__ is not None:
        error = error.__cause__
    return " ".join(str(error).split())[:200] or type(error).__name__
