"""From the name of a model to the folders its weights are in, fetched first where that is wanted."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from base import offline
from base.errors import CorruptModelError, JisrError
from base.progress import ProgressCallback
from engine import hub, registry
from engine.architecture import Architecture, detect_architecture
from engine.cache import converted_folder, fingerprint, is_complete
from engine.embedded import RESTORE, embedded_digest, embedded_path, verify_embedded
from engine.integrity import damaged, missing, verify_checkpoint
from engine.licence import Terms, accepted, is_non_commercial, require_accepted
from engine.registry import AR_EN, EN_AR, SUM_AR, SUM_EN, Checkpoint, ModelRecord, Reference
from engine.types import Task

_DIRECTION: Final = re.compile(r"(?:^|[-_/])(ar|ara|en|eng)[-_](ar|ara|en|eng)(?:$|[-_/.])")
_LICENCE_LINE: Final = re.compile(r"^license(?:_name)?:\s*['\"]?([^'\"\n]+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Source:
    """One checkpoint of a model, as asked for.

    Exactly one of `folder` (local or embedded) and `repo` (hub) is set. `tasks` is None where nothing but the
    files can tell. `name` is what the user called the model.
    """

    name: str
    tasks: tuple[Task, ...] | None
    folder: Path | None = None
    repo: str | None = None
    revision: str = "main"
    embedded: bool = False

    @property
    def restore(self) -> str:
        """The command that repairs a damaged folder of this checkpoint."""
        if self.embedded:
            return RESTORE
        if self.repo is None:
            return f"copying the folder {self.folder} again from where it came from"
        return hub.restore_command(self.repo, self.name if self.name in registry.ALIASES else None)


@dataclass(frozen=True, slots=True)
class Located:
    """A checkpoint that is on this machine: its folder, its architecture, and what identifies its contents."""

    source: Source
    folder: Path
    architecture: Architecture
    version: str


def sources(name: str | Path) -> tuple[Source, ...]:
    """Return the checkpoints that `name` stands for; raises `UnknownModelError`."""
    reference: Reference = registry.lookup(name)
    if reference.record is not None:
        return tuple(_of_record(reference.record, checkpoint) for checkpoint in reference.record.checkpoints)
    if reference.folder is not None:
        return (Source(str(name), None, folder=reference.folder.resolve()),)
    repo = str(reference.repo)
    known = registry.checkpoint_of(repo)
    if known is not None:
        return (Source(repo, known[1].tasks, repo=known[1].repo, revision=known[1].revision),)
    return (Source(repo, None, repo=repo),)


def locate(
    source: Source,
    *,
    allow_network: bool,
    accept_licence: bool,
    progress: ProgressCallback | None = None,
    weights: bool = True,
) -> Located:
    """Find the folder of a checkpoint, fetching it first when it is not here and `allow_network`.

    The licence is asked for before anything is fetched, and the files are checked for damage. Raises
    `MissingModelError`, `LicenceError`, `CorruptModelError`, and what `hub.download` raises.
    """
    if source.folder is not None:
        folder = source.folder
        version = _local_version(source)
    else:
        checkpoint = _locate_on_hub(source, allow_network, accept_licence, progress)
        folder = checkpoint.folder
        version = (checkpoint.commit or fingerprint(folder))[:12]
    architecture = architecture_of(folder, source.restore)
    verify_checkpoint(folder, architecture, source.restore, weights=weights)
    return Located(source, folder, architecture, version)


def architecture_of(folder: Path, restore: str) -> Architecture:
    """Return the architecture of a folder; a damaged `config.json` is reported with the way to restore it."""
    path = folder / "config.json"
    try:
        return detect_architecture(folder)
    except CorruptModelError as error:
        raise (damaged(path, "not a JSON object", restore) if path.is_file() else missing(path, restore)) from error


def terms_of(source: Source, licence: str = "") -> Terms:
    """Return the licence a user has to know: that of the table, else `licence`, as the hub or a card states it."""
    known = registry.checkpoint_of(source.repo) if source.repo else None
    if known is not None:
        return Terms(known[0].alias, known[0].licence, known[0].non_commercial)
    return Terms(source.name, licence, is_non_commercial(licence))


def is_ready(record: ModelRecord, quantization: str = "int8") -> bool:
    """Say whether a model of the table can be used now: here, whole, licence accepted, convertible or converted."""
    try:
        found = [hub.find(checkpoint.repo, checkpoint.revision) for checkpoint in record.checkpoints]
    except JisrError:
        return False
    if any(checkpoint is None for checkpoint in found):
        return False
    if not accepted(Terms(record.alias, record.licence, record.non_commercial)):
        return False
    if all(find_spec(module) for module in ("torch", "transformers")):
        return True
    return all(is_complete(converted_folder(here.folder, quantization)) for here in found if here)


def infer_tasks(located: Located, supports: Callable[[Task], bool]) -> tuple[Task, ...]:
    """Return the tasks of a checkpoint of unknown training, as far as its files and its name tell.

    `supports` is the tokenizer's answer. A Marian checkpoint without target codes takes its direction from a
    name such as `opus-mt-ar-en`, else it is trusted with both; BART and Pegasus summarize English.
    """
    if located.architecture == "marian":
        known = tuple(task for task in registry.every_task() if supports(task))
        if not any(task.kind == "summarize" for task in known):
            direction = _named_direction(located)
            return tuple(task for task in known if direction in (None, task))
        return known
    if located.architecture in ("mbart", "m2m100", "nllb") and supports(AR_EN) and supports(EN_AR):
        return (AR_EN, EN_AR)
    if located.architecture in ("mbart", "mt5"):
        return (SUM_AR, SUM_EN)
    return (SUM_EN,)


def _of_record(record: ModelRecord, checkpoint: Checkpoint) -> Source:
    if record.embedded:
        return Source(record.alias, checkpoint.tasks, folder=embedded_path(record.alias), embedded=True)
    return Source(record.alias, checkpoint.tasks, repo=checkpoint.repo, revision=checkpoint.revision)


def _locate_on_hub(
    source: Source, allow_network: bool, accept_licence: bool, progress: ProgressCallback | None
) -> hub.LocalCheckpoint:
    repo = str(source.repo)
    here = hub.find(repo, source.revision)
    if here is not None:
        require_accepted(terms_of(source, hub.recorded_licence(here) or _stated_licence(here.folder)), accept_licence)
        return here
    if registry.checkpoint_of(repo):
        require_accepted(terms_of(source), accept_licence)
    if not allow_network or offline.is_enabled():
        raise hub.not_here(repo, "offline mode is on", source.name)
    info = hub.describe(repo, source.revision)
    require_accepted(terms_of(source, info.licence), accept_licence)
    return hub.download(info, progress)


def _stated_licence(folder: Path) -> str:
    """Return the licence that a folder states in the front matter of its card, or ""."""
    card = folder / "README.md"
    if card.is_file():
        found = _LICENCE_LINE.search(card.read_text(encoding="utf-8", errors="replace")[:4000])
        return found[1].strip() if found else ""
    return ""


def _local_version(source: Source) -> str:
    if not source.embedded:
        return fingerprint(Path(str(source.folder)))[:12]
    verify_embedded(Path(str(source.folder)))
    return embedded_digest(Path(str(source.folder)))


def _named_direction(located: Located) -> Task | None:
    """Read a direction off the name of the model, its folder, or the checkpoint it was trained from."""
    config = json.loads((located.folder / "config.json").read_text(encoding="utf-8"))
    for name in (located.source.name, located.folder.name, str(config.get("_name_or_path", ""))):
        found = _DIRECTION.search(name.lower())
        if found and found[1][:2] != found[2][:2]:
            return AR_EN if found[1].startswith("ar") else EN_AR
    return None
