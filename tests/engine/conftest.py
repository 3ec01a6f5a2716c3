"""Tiny checkpoints of every family and their conversions, built once per run."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from engine.architecture import Architecture
from engine.convert import convert
from tests.engine import tiny


@pytest.fixture(scope="session", autouse=True)
def _quiet() -> None:
    """Progress bars and advice of transformers are no part of a test report."""
    from transformers.utils import logging

    logging.set_verbosity_error()
    logging.disable_progress_bar()


@pytest.fixture(scope="session")
def checkpoint(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Architecture], Path]:
    """Return a function from family to checkpoint folder."""
    root = tmp_path_factory.mktemp("checkpoints")
    built: dict[Architecture, Path] = {}

    def get(architecture: Architecture) -> Path:
        if architecture not in built:
            built[architecture] = tiny.build(architecture, root / architecture)
        return built[architecture]

    return get


@pytest.fixture(scope="session")
def conversion(
    checkpoint: Callable[[Architecture], Path], tmp_path_factory: pytest.TempPathFactory
) -> Callable[[Architecture], Path]:
    """Return a function from family to its checkpoint converted to CTranslate2 at float32."""
    root = tmp_path_factory.mktemp("conversions")

    def get(architecture: Architecture) -> Path:
        folder = root / architecture
        if not folder.is_dir():
            convert(checkpoint(architecture), folder, "float32")
        return folder

    return get
