from __future__ import annotations

from pathlib import Path

import pytest

from tests.batch.documents import write_all


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A folder with one document of every format, and one in a folder below."""
    return write_all(tmp_path / "in")
