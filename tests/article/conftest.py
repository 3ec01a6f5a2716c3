"""Texts of the tests' own, and makers of the files users have."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

ARABIC = (
    "أعلنت وزارة النقل، يوم الاثنين، أن الجسر الجديد سيفتح أمام السيارات قبل نهاية الشهر.\n"
    "وقال المتحدث باسم الوزارة إن كلفة المشروع بلغت 45 مليون دينار، وإن العمل فيه استغرق عامين.\n"
    "هل يخفف ذلك الازدحام؟ يرى الخبراء أن الجواب يعتمد على عدد الحافلات."
)
ENGLISH = (
    "The ministry of transport said on Monday that the new bridge would open before the end of the month.\n"
    "A spokesman said the project had cost 45 million dinars and had taken two years to build."
)


@pytest.fixture(scope="session")
def arabic() -> str:
    return ARABIC


@pytest.fixture(scope="session")
def english() -> str:
    return ENGLISH


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str | bytes], Path]:
    """Write a file into a fresh folder and return its path."""

    def writer(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        return path

    return writer


@pytest.fixture(scope="session")
def docx_bytes() -> bytes:
    """A Word document: title, paragraph, table, heading, and text in a content control."""
    document = docx.Document()
    document.add_paragraph("افتتاح الجسر الجديد", style="Title")
    document.add_paragraph("قالت الوزارة إن الجسر سيفتح قبل نهاية الشهر.")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(
        (cell for row in table.rows for cell in row.cells), ("السنة", "الكلفة", "2023", "45 مليونا"), strict=True
    ):
        cell.text = text
    document.add_heading("خلفية المشروع", level=2)
    last = document.add_paragraph("بدأ العمل قبل عامين.")
    last.add_run(" وتأخر مرتين.")
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def repack(data: bytes, changes: dict[str, bytes]) -> bytes:
    """Return a zip archive with members replaced or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, changes.pop(name, None) or old.read(name))
        for name, content in changes.items():
            new.writestr(name, content)
    return out.getvalue()


@pytest.fixture(scope="session")
def repacked() -> Callable[[bytes, dict[str, bytes]], bytes]:
    return repack
