"""Running systems over data: what is there already is not done again."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from base.progress import Progress, ProgressCallback
from eval.dataset import DataSet
from eval.output import Header, Output, OutputFile, read_outputs
from eval.system import System

FOLDER: Final = "hypotheses"
_UNSAFE: Final = re.compile(r"[^\w.-]+")


@dataclass(frozen=True, slots=True)
class Run:
    """A finished run: its header, an output for every item in the order of the data, and the file that keeps them."""

    header: Header
    outputs: tuple[Output, ...]
    path: Path


def run(system: System, data: DataSet, folder: Path, progress: ProgressCallback | None = None) -> Run:
    """Return the outputs of `system` on `data`, taking from `folder` those that an earlier run has left there.

    Outputs are written one by one, so that an interrupted run goes on where it stopped. A run is found again by its
    signature: that of the system, of the data and of the sample. Raises what the system raises.
    """
    header = Header.of(data, system.name, system.signature(data))
    file = OutputFile(path_of(header, folder), header)
    done = file.read()
    waiting = [item for item in data.items if item.id not in done]
    total = len(data.items)
    _tell(progress, total - len(waiting), total)
    for count, output in enumerate(file.append(system.run(data, waiting)), total - len(waiting) + 1):
        done[output.id] = output
        _tell(progress, count, total)
    return Run(header, tuple(done[item.id] for item in data.items), file.path)


def path_of(header: Header, folder: Path) -> Path:
    """Return where the outputs of a run are kept: readable names, and a digest of everything that decides them."""
    digest = hashlib.sha256(f"{header.system_signature}\n{header.data_signature}".encode()).hexdigest()[:10]
    parts = (header.task, header.system, header.data, f"{header.source}-{header.target}", digest)
    return folder / FOLDER / (".".join(_UNSAFE.sub("_", part) for part in parts) + ".jsonl")


def read_run(path: Path) -> Run:
    """Return a run from its file; errors as of `read_outputs`."""
    header, outputs = read_outputs(path)
    return Run(header, tuple(outputs), path)


def _tell(progress: ProgressCallback | None, done: int, total: int) -> None:
    if progress is not None:
        progress(Progress("evaluate", done, total))
