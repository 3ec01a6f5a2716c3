"""The wheel and the source distribution install and run away from the checkout."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TEXT = "زار الوزير المدينة يوم الأحد. وقال إن العمل بدأ في 12 مدرسة.\n"


def run(*command: str, cwd: Path, **environment: str) -> str:
    done = subprocess.run(
        command, cwd=cwd, capture_output=True, text=True, timeout=300, env={**os.environ, **environment}
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def build(kind: str, folder: Path) -> Path:
    code = f"from setuptools import build_meta; print(build_meta.build_{kind}({str(folder)!r}))"
    name = run(sys.executable, "-W", "ignore", "-c", code, cwd=ROOT).strip().splitlines()[-1]
    return folder / name


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the source distribution, and the wheel out of it, so that both are proven."""
    folder = tmp_path_factory.mktemp("dist")
    sdist = build("sdist", folder)
    pip = (sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation")
    run(*pip, "--wheel-dir", str(folder), str(sdist), cwd=folder)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("installed")
    pip = (sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target")
    run(*pip, str(folder), str(wheel), cwd=folder)
    return folder


def test_the_wheel_holds_the_model_and_no_tests(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert "engine/embedded/compact/ctranslate2/model.bin" in names
    assert "jisr/templates/reading.css" in names
    assert not [name for name in names if name.startswith(("tests/", "benchmarks/", "train/"))]
    assert wheel.stat().st_size < 64_000_000


def test_the_installed_package_reads_an_article(installed: Path, tmp_path: Path) -> None:
    where = run(sys.executable, "-c", "import jisr; print(jisr.__file__)", cwd=tmp_path, PYTHONPATH=str(installed))
    assert where.startswith(str(installed))
    article = tmp_path / "article.txt"
    article.write_text(TEXT, encoding="utf-8")
    output = run(
        sys.executable, "-m", "jisr", "read", str(article), "--offline", "--json",
        cwd=tmp_path, PYTHONPATH=str(installed),
    )  # fmt: skip
    reading = json.loads(output)
    assert [segment["source"] for segment in reading["segments"]] == [
        "زار الوزير المدينة يوم الأحد.",
        "وقال إن العمل بدأ في 12 مدرسة.",
    ]
    assert all(segment["target"].strip() for segment in reading["segments"])
