"""Offline means that no socket is opened."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
RECORD = """
import sys
events = []
sys.addaudithook(lambda event, arguments: events.append(event) if event.startswith("socket.") else None)
import engine
from base.errors import JisrError
from engine.registry import AR_EN, EN_AR
"""
TRANSLATE = """
model = engine.load("compact", offline=True)
assert model.generate(["Water is important for life.", "The road is open."], EN_AR)[0][0].text
assert model.generate(["الماء مهم للحياة."], AR_EN)[0][0].text
assert list(model.stream(["The port is closed."], EN_AR))
"""
ASK = """
from base import offline
for name in ("opus", "opus-big", "arabart", "someone/some-model", "facebook/bart-large-cnn"):
    try:
        engine.load(name, offline=True)
    except JisrError as error:
        assert type(error).__name__ == "MissingModelError", error
        for remedy in ("jisr models pull", "checkpoints", "--model compact"):
            assert remedy in str(error), error
    else:
        raise AssertionError(name)
offline.enable()
try:
    engine.load("someone/some-model")
except JisrError as error:
    assert type(error).__name__ == "MissingModelError", error
"""
CONTROL = """
import socket
socket.socket().close()
"""
REPORT = "print(sorted(set(events)))\n"


def run(program: str, folder: Path, variables: dict[str, str] | None = None) -> str:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "JISR_CACHE": str(folder), "HF_HUB_CACHE": str(folder)}
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=environment | (variables or {}),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_an_embedded_translation_opens_no_socket(tmp_path: Path) -> None:
    assert run(RECORD + TRANSLATE + REPORT, tmp_path) == "[]"


def test_models_that_are_not_here_are_refused_without_a_socket(tmp_path: Path) -> None:
    assert run(RECORD + ASK + REPORT, tmp_path) == "[]"


def test_the_recorder_sees_sockets(tmp_path: Path) -> None:
    assert "socket.__new__" in run(RECORD + CONTROL + REPORT, tmp_path)


@pytest.mark.parametrize("value", ["1", "true"])
def test_the_hub_librarys_own_switch_is_obeyed(tmp_path: Path, value: str) -> None:
    program = (
        RECORD + "try:\n    engine.load('someone/some-model')\nexcept JisrError as error:\n    print(error)\n" + REPORT
    )
    out = run(program, tmp_path, {"HF_HUB_OFFLINE": value})
    assert "offline mode is on" in out
    assert out.endswith("[]")
