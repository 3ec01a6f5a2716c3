"""What `jisr models list | pull | check | remove` do; these functions return, the command line prints."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from base.errors import CorruptModelError, JisrError, ModelError
from base.progress import ProgressCallback
from engine import check as known_sentences
from engine import hub, registry
from engine.cache import conversions
from engine.check import Finding
from engine.embedded import embedded_path, verify_embedded
from engine.integrity import parameters, read_sums, verify_sums
from engine.licence import Terms, accepted, is_non_commercial
from engine.load import BackendName, DeviceName, load
from engine.registry import ModelRecord, PublishedScore
from engine.sources import Source, architecture_of, sources
from engine.types import Task

Status = Literal["embedded", "on this machine", "in part", "damaged", "not downloaded"]


@dataclass(frozen=True, slots=True)
class ModelStatus:
    """One line of `jisr models list`.

    `disk_bytes` counts what the model takes now, conversions included; `download_mb` what it would take to fetch.
    `note` says what is wrong when the status is "damaged".
    """

    name: str
    summary: str
    status: Status
    tasks: tuple[Task, ...]
    parameters: int | None
    disk_bytes: int
    download_mb: int
    licence: str
    non_commercial: bool
    licence_accepted: bool
    scores: tuple[PublishedScore, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Pulled:
    """What `pull` did: the folders with the checkpoints, and the bytes they and their conversions take."""

    name: str
    folders: tuple[Path, ...]
    disk_bytes: int
    signature: str


@dataclass(frozen=True, slots=True)
class Checked:
    """What `check` saw: how many files agreed with their check sums or recorded sizes, and the known sentences."""

    name: str
    signature: str
    files: int
    findings: tuple[Finding, ...]
    problems: tuple[str, ...]

    @property
    def passed(self) -> bool:
        """Say whether every task came out well."""
        return not self.problems


@dataclass(frozen=True, slots=True)
class Removed:
    """What `remove` deleted, and how many bytes that freed; `kept` are folders that other programs share."""

    name: str
    folders: tuple[Path, ...]
    freed_bytes: int
    kept: tuple[Path, ...]


def list_models() -> tuple[ModelStatus, ...]:
    """Return the status of every model of the table, and after them of every other checkpoint in the cache."""
    known = tuple(_status(record) for record in registry.MODELS)
    others = [here for here in hub.fetched() if registry.checkpoint_of(here.repo) is None]
    return known + tuple(_status_of_other(here) for here in others)


def pull(
    name: str,
    *,
    accept_licence: bool = False,
    backend: BackendName = "auto",
    device: DeviceName = "auto",
    progress: ProgressCallback | None = None,
) -> Pulled:
    """Fetch a model, convert it, and run the known sentences through it, so that later use needs no network.

    Raises what `load` raises.
    """
    model = load(name, backend=backend, device=device, accept_licence=accept_licence, progress=progress)
    folders = tuple(folder for source in sources(name) for folder in _folders(source))
    return Pulled(name, folders, sum(map(hub.folder_size, folders)), model.signature)


def check(name: str, *, offline: bool = True, progress: ProgressCallback | None = None) -> Checked:
    """Compare a model's files with their check sums and run the known sentences, whatever was remembered.

    Raises `CorruptModelError` naming the first damaged file, `MissingModelError` for a model that is not here;
    bad output is not raised but returned in `problems`.
    """
    parts = sources(name)
    files = sum(_verify_files(part) for part in parts)
    model = load(name, offline=offline, check=False, progress=progress)
    findings: list[Finding] = []
    problems: list[str] = []
    tasks = [task for task in registry.every_task() if model.supports(task)]
    for task in tasks:
        found = known_sentences.examine(model, task)
        reason = known_sentences.verdict(found)
        findings.extend(found)
        problems.extend([f"cannot {registry.describe(task)}: {reason}"] if reason else [])
    if problems:
        known_sentences.forget(model.signature)
    return Checked(name, model.signature, files, tuple(findings), tuple(problems))


def remove(name: str) -> Removed:
    """Delete what was fetched and converted for a model.

    Raises `ModelError` for an embedded model or a folder of the user, which are not ours to delete, and
    `UnknownModelError`.
    """
    record = next((record for record in registry.MODELS if record.alias == name), None)
    if record is not None and record.embedded:
        raise ModelError(
            f"The model {name} ships with Jisr and cannot be removed; expected a model that was fetched "
            "(jisr models list)."
        )
    parts = sources(name)
    if any(part.repo is None for part in parts):
        raise ModelError(f"The folder {name} is yours: delete it yourself. Expected an alias or a hub id.")
    deleted: list[Path] = []
    kept: list[Path] = []
    freed = 0
    for part in parts:
        repo = str(part.repo)
        shared = _find(part)
        for conversion in _conversions(part):
            freed += hub.folder_size(conversion)
            shutil.rmtree(conversion)
            deleted.append(conversion)
        own = hub.checkpoint_folder(repo, part.revision)
        if own.exists():
            deleted.append(own)
            freed += hub.remove(repo, part.revision)
        elif shared is not None:
            kept.append(shared.folder)
    return Removed(name, tuple(deleted), freed, tuple(kept))


def _status(record: ModelRecord) -> ModelStatus:
    status, note, folders = _state(record)
    return ModelStatus(
        name=record.alias,
        summary=record.summary,
        status=status,
        tasks=record.tasks,
        parameters=record.parameters or _count_parameters(folders),
        disk_bytes=sum(map(hub.folder_size, folders)),
        download_mb=record.download_mb,
        licence=record.licence,
        non_commercial=record.non_commercial,
        licence_accepted=accepted(Terms(record.alias, record.licence, record.non_commercial)),
        scores=record.scores,
        note=note,
    )


def _state(record: ModelRecord) -> tuple[Status, str, tuple[Path, ...]]:
    """Return the status of a record, a note, and the folders that hold it."""
    if record.embedded:
        try:
            folder = embedded_path(record.alias)
            verify_embedded(folder)
        except CorruptModelError as error:
            return "damaged", str(error), ()
        return "embedded", "", (folder,)
    parts = sources(record.alias)
    try:
        here = [_find(part, strict=True) for part in parts]
    except CorruptModelError as error:
        return "damaged", str(error), tuple(folder for part in parts for folder in _folders(part))
    folders = tuple(folder for part in parts for folder in _folders(part))
    if all(here):
        return "on this machine", "", folders
    return ("in part" if any(here) else "not downloaded"), "", folders


def _status_of_other(here: hub.LocalCheckpoint) -> ModelStatus:
    licence = hub.recorded_licence(here)
    source = Source(here.repo, None, repo=here.repo, revision=here.revision)
    folders = _folders(source)
    terms = Terms(here.repo, licence, is_non_commercial(licence))
    note = ""
    try:
        architecture_of(here.folder, source.restore)
        hub.find(here.repo, here.revision)
    except JisrError as error:
        note = str(error)
    return ModelStatus(
        name=here.repo,
        summary="fetched by hub id",
        status="damaged" if note else "on this machine",
        tasks=(),
        parameters=_count_parameters(folders),
        disk_bytes=sum(map(hub.folder_size, folders)),
        download_mb=0,
        licence=licence,
        non_commercial=terms.non_commercial,
        licence_accepted=accepted(terms),
        scores=(),
        note=note,
    )


def _verify_files(part: Source) -> int:
    """Compare the files of a checkpoint with what is known of them; return how many were compared."""
    if part.embedded:
        return verify_embedded(Path(str(part.folder)), hashes=True)
    if part.folder is not None:
        return verify_sums(part.folder, part.restore, hashes=True)
    here = hub.find(str(part.repo), part.revision)
    if here is None:
        raise hub.not_here(str(part.repo), "there is nothing to check", part.name)
    if read_sums(here.folder, part.restore):
        return verify_sums(here.folder, part.restore, hashes=True)
    return hub.verify_hashes(here, part.restore)


def _find(part: Source, *, strict: bool = False) -> hub.LocalCheckpoint | None:
    """Find a checkpoint; a damaged one counts as absent unless `strict`."""
    try:
        return hub.find(str(part.repo), part.revision)
    except CorruptModelError:
        if strict:
            raise
        return None


def _folders(part: Source) -> tuple[Path, ...]:
    """Return the folders on this machine that belong to a checkpoint: fetched, shared, and converted ones."""
    if part.folder is not None:
        return (part.folder,)
    own = hub.checkpoint_folder(str(part.repo), part.revision)
    here = _find(part)
    fetched = (own,) if own.exists() else ((here.folder,) if here else ())
    return (*fetched, *_conversions(part))


def _conversions(part: Source) -> tuple[Path, ...]:
    """Return the conversions made from the folder of a checkpoint."""
    here = _find(part)
    places = {str(hub.checkpoint_folder(str(part.repo), part.revision)), str(here.folder) if here else ""}
    return tuple(conversion.folder for conversion in conversions() if conversion.source in places)


def _count_parameters(folders: tuple[Path, ...]) -> int | None:
    return parameters(folders[0]) if folders else None


__all__ = [
    "Checked",
    "ModelStatus",
    "Pulled",
    "Removed",
    "check",
    "list_models",
    "pull",
    "remove",
]
