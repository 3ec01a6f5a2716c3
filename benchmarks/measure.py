"""Timing systems side by side, and saying on what machine."""

from __future__ import annotations

import json
import os
import platform
import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, Final

RESULTS: Final = Path(__file__).parent / "results"
_PACKAGES: Final = ("ctranslate2", "sentencepiece", "transformers", "torch", "ray")


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds of each round of one system over `amount` units (sentences), by the clock and of all processors."""

    amount: int
    seconds: tuple[float, ...]
    processor: tuple[float, ...] = ()

    @property
    def rate(self) -> float:
        """Units a second, by the median round."""
        return self.amount / statistics.median(self.seconds)

    @property
    def milliseconds(self) -> float:
        """Processor time of a unit, by the median round: what it costs, whoever else uses the machine."""
        return 1000 * statistics.median(self.processor) / self.amount if self.processor else 0.0


@dataclass(frozen=True, slots=True)
class System:
    """What is measured: `run` works through `amount` units."""

    amount: int
    run: Callable[[], object]


def side_by_side(systems: Mapping[str, System], rounds: int) -> dict[str, Timing]:
    """Time each system once a round, in turns, so that whatever disturbs the machine disturbs all of them."""
    seconds: dict[str, list[float]] = {name: [] for name in systems}
    processor: dict[str, list[float]] = {name: [] for name in systems}
    for _ in range(rounds):
        for name, system in systems.items():
            began, spent = time.perf_counter(), time.process_time()
            system.run()
            seconds[name].append(time.perf_counter() - began)
            processor[name].append(time.process_time() - spent)
    return {
        name: Timing(system.amount, tuple(seconds[name]), tuple(processor[name])) for name, system in systems.items()
    }


def cores() -> int:
    """Return the number of cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def peak_mib() -> float:
    """Return the most memory that this process has held, in MiB."""
    import resource  # not there on Windows

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024  # in KiB on Linux


def machine() -> str:
    """Return the machine and the versions in one line."""
    named = ", ".join(f"{name} {found}" for name in _PACKAGES if (found := _version(name)))
    return f"{_processor()}, {cores()} cores, {platform.system()}, Python {platform.python_version()}, {named}"


def save(name: str, command: str, content: dict[str, Any]) -> None:
    """Keep results as JSON with machine, load, versions and command; `benchmarks.tables` makes the page of them."""
    RESULTS.mkdir(exist_ok=True)
    record = {"machine": machine(), "command": command, "load": round(os.getloadavg()[0], 1), **content}
    path = RESULTS / f"{name}.json"
    path.write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())
