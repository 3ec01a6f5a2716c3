"""Imports point one way, and third parties have one door each."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("article", "base", "benchmarks", "engine", "eval", "jisr", "summarize", "train", "translate")

ALLOWED: dict[str, set[str]] = {
    "base": set(),
    "article": {"base"},
    "engine": {"base"},
    "translate": {"base", "article", "engine"},
    "summarize": {"base", "article", "engine"},
    "jisr": {"base", "article", "engine", "translate", "summarize"},
    "app": {"base", "article", "engine", "translate", "summarize", "jisr", "eval"},
    "eval": {"base", "article", "engine", "translate", "summarize", "jisr"},
    "benchmarks": {"base", "article", "engine", "translate", "summarize", "jisr", "eval"},
    "train": {"base", "article", "engine"},
}

DOORS: dict[str, tuple[str, ...]] = {
    "transformers": ("engine/", "train/", "benchmarks/"),
    "torch": ("engine/", "train/", "benchmarks/"),
    "ctranslate2": ("engine/", "train/", "benchmarks/"),
    "gradio": ("app.py",),
    "sacrebleu": ("eval/", "train/"),
    "rouge_score": ("eval/",),
    "ray": ("jisr/cluster.py", "translate/cluster.py"),
}


def sources() -> Iterator[tuple[str, Path]]:
    yield "app", ROOT / "app.py"
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*.py")):
            yield room, path


def imported(path: Path) -> Iterator[tuple[str, int]]:
    """Yield (top-level package, line) of every import statement, also those inside functions."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name.split(".")[0], node.lineno
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield node.module.split(".")[0], node.lineno


def test_every_room_has_a_rule() -> None:
    packages = {path.parent.name for path in ROOT.glob("*/__init__.py")} - {"tests"}
    assert packages <= set(ALLOWED)


def test_imports_point_one_way() -> None:
    wrong = [
        f"{path.relative_to(ROOT)}:{line} imports {package}"
        for room, path in sources()
        if path.exists()
        for package, line in imported(path)
        if package in ALLOWED.keys() | {"tests"} and package != room and package not in ALLOWED[room]
    ]
    assert not wrong


def test_third_parties_have_one_door() -> None:
    wrong = [
        f"{path.relative_to(ROOT)}:{line} imports {package}"
        for _, path in sources()
        if path.exists()
        for package, line in imported(path)
        if package in DOORS and not str(path.relative_to(ROOT)).startswith(DOORS[package])
    ]
    assert not wrong


@pytest.mark.parametrize("module", ["jisr", "article", "engine", "translate", "summarize", "app"])
def test_import_loads_no_model_library(module: str) -> None:
    heavy = ("torch", "transformers", "gradio", "ctranslate2", "numpy", "rich")
    code = f"import sys, {module}; print([name for name in {heavy!r} if name in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60)
    assert run.stdout.strip() == "[]"
