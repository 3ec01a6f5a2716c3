"""Decoding with an exported folder exactly as a user's article is decoded: through the engine."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from engine.assemble import Settings, load_source
from engine.registry import every_task
from engine.sources import Source

if TYPE_CHECKING:
    from engine.types import Model


def open_model(folder: Path, device: str = "cpu", threads: int = 0) -> Model:
    """Return the int8 model of an exported folder, with the pieces of the wrong script banned from its output.

    `device` is cpu or cuda; `threads` of 0 uses all cores. Raises `CorruptModelError` and `ModelError`.
    """
    source = Source(folder.name, every_task(), folder=folder.resolve(), embedded=True)
    settings = Settings(
        backend="ctranslate2",
        device="cuda" if device.startswith("cuda") else "cpu",
        compute_type=None,
        threads=threads,
        allow_network=False,
        accept_licence=True,
        check=False,
        progress=None,
    )
    return load_source(source, settings)
