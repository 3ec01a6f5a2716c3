"""The progress bar: on a terminal, a bar for each stage; elsewhere nothing, not even an import."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest

from base.bar import progress_bar
from base.progress import Progress

ROOT = Path(__file__).resolve().parents[2]


class Terminal(io.StringIO):
    """Standard error as a terminal."""

    def isatty(self) -> bool:
        return True


def test_a_terminal_shows_stage_count_and_unit(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    with progress_bar("sentences") as progress:
        progress(Progress("translate", 3, 7))
        progress(Progress("summarize", 1, 0))
    shown = terminal.getvalue()
    assert all(word in shown for word in ("Translating", "3/7", "sentences", "Summarizing"))


@pytest.mark.parametrize("quiet", [True, False])
def test_nothing_is_shown_elsewhere(quiet: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Terminal() if quiet else io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    with progress_bar(quiet=quiet) as progress:
        progress(Progress("translate", 3, 7))
    assert stream.getvalue() == ""


def test_rich_is_imported_only_to_draw() -> None:
    program = (
        "import sys\nfrom base.bar import progress_bar\nwith progress_bar() as _: pass\nprint('rich' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.strip() == "False"
