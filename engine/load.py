"""The door of the engine: from a name to a model that is ready.

It imports what it needs when it is called, so that the package stays light to import.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from base import offline as offline_mode
from base.progress import ProgressCallback

if TYPE_CHECKING:
    from engine.registry import AutoChoice
    from engine.types import Model, Task

BackendName = Literal["auto", "ctranslate2", "transformers"]
DeviceName = Literal["auto", "cpu", "cuda"]


def load(
    name: str | Path = "auto",
    *,
    backend: BackendName = "auto",
    device: DeviceName = "auto",
    compute_type: str | None = None,
    offline: bool = False,
    accept_licence: bool = False,
    check: bool = True,
    task: Task | None = None,
    threads: int = 0,
    progress: ProgressCallback | None = None,
) -> Model:
    """Load a model by alias, folder or hub id; `auto` takes the best one on this machine for `task`.

    A checkpoint of the hub is fetched on first use, and converted to CTranslate2 unless `backend` is
    `transformers`. `compute_type` is a type of CTranslate2 (default: int8 on CPU, float16 on CUDA) or a
    floating type of PyTorch. `offline` forbids fetching. `accept_licence` accepts a non-commercial licence,
    once for all. `check` runs known sentences through a model that has not passed them before. With `task`, an
    alias of two checkpoints loads the one for that task now and the other on first use. `threads` of 0 uses
    all cores.

    Raises `UnknownModelError`, `MissingModelError`, `LicenceError`, `CorruptModelError`, `ModelCheckError`,
    `UnsupportedTaskError`, `MissingExtraError`, `OutputError`, and `ModelError` for a device that is not there.
    """
    from engine.assemble import Settings, assemble, resolve_device

    settings = Settings(
        backend="ctranslate2" if backend == "auto" else backend,
        device=resolve_device(device, backend),
        compute_type=compute_type,
        threads=threads,
        allow_network=not (offline or offline_mode.is_enabled()),
        accept_licence=accept_licence,
        check=check,
        progress=progress,
    )
    return assemble(name, settings, task)


def choose(task: Task | None = None) -> AutoChoice:
    """Say which model `auto` takes for `task`, with a line for the user: which one, and how to get a better one."""
    from engine import assemble

    return assemble.choose(task)
