from __future__ import annotations

import sys
from pathlib import Path

import pytest

from base.errors import MissingExtraError
from base.extras import require


def test_the_message_has_the_install_command() -> None:
    with pytest.raises(MissingExtraError, match=r"pip install 'jisr\[models\]'"):
        require("no_such_package_anywhere", "models", "run checkpoints")


def test_an_installed_package_is_returned() -> None:
    assert require("json", "models", "test").loads("1") == 1


def test_a_broken_package_shows_its_own_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "broken_package.py").write_text("import what_it_needs_is_missing", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    sys.modules.pop("broken_package", None)
    with pytest.raises(ModuleNotFoundError, match="what_it_needs_is_missing"):
        require("broken_package", "models", "test")
