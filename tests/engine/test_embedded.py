"""The weights that ship with Jisr: whole, small, at work, and light to load."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import engine
from base.errors import CorruptModelError, UnknownModelError
from engine import check, embedded, integrity
from engine.registry import AR_EN, EN_AR, every_task
from engine.types import Task

ROOT = Path(__file__).resolve().parents[2]
LARGEST_BYTES = 64_000_000
TRANSLATE = """
import json, sys
import engine
from engine.registry import AR_EN, EN_AR
model = engine.load("compact", offline=True)
pairs = (("Water is important.", EN_AR), ("الماء مهم.", AR_EN))
texts = [model.generate([source], task)[0][0].text for source, task in pairs]
print(json.dumps([texts, sorted(sys.modules)]))
"""
FORBIDDEN = {
    "torch", "transformers", "tokenizers", "huggingface_hub", "safetensors", "httpx", "requests", "gradio",
    "filelock", "sacrebleu",
}  # fmt: skip


@pytest.fixture(autouse=True)
def cache_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("JISR_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the embedded model that a test may damage, in the place of the real one."""
    monkeypatch.setattr(embedded, "_ROOT", tmp_path / "embedded")
    original = ROOT / "engine" / "embedded" / "compact"
    return shutil.copytree(original, tmp_path / "embedded" / "compact")


def test_contents_agree_with_the_check_sums() -> None:
    folder = engine.embedded_path()
    compared = embedded.verify_embedded(folder, hashes=True)
    files = [path for path in folder.rglob("*") if path.is_file() and path.name != integrity.SUMS]
    assert compared == len(files)
    assert len(embedded.embedded_digest(folder)) == 12


def test_all_embedded_weights_together_stay_small() -> None:
    total = sum(path.stat().st_size for path in (ROOT / "engine" / "embedded").rglob("*") if path.is_file())
    assert total < LARGEST_BYTES


def test_card_and_licence_are_there() -> None:
    folder = engine.embedded_path()
    assert (folder / "README.md").read_text(encoding="utf-8").strip()
    assert (folder / "LICENSE").read_text(encoding="utf-8").strip()


@pytest.mark.parametrize("task", [AR_EN, EN_AR])
def test_translation_passes_the_known_sentences(task: Task) -> None:
    model = engine.load("compact")
    findings = check.examine(model, task)
    assert check.verdict(findings) == "", [finding.output for finding in findings]


def test_every_task_of_the_table_is_known_to_the_vocabulary() -> None:
    model = engine.load("compact")
    assert all(model.supports(task) for task in every_task())


def test_loading_and_translating_imports_no_large_library(cache_folder: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", TRANSLATE],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        cwd=cache_folder.parent,
    )
    assert done.returncode == 0, done.stderr
    texts, modules = json.loads(done.stdout)
    assert all(texts)
    assert not FORBIDDEN & set(modules)
    assert {"ctranslate2", "sentencepiece"} <= set(modules)
    assert not cache_folder.exists(), "the embedded model needs no cache"


def test_importing_the_package_imports_no_library() -> None:
    program = (
        "import sys, engine; print(sorted({name.split('.')[0] for name in sys.modules} - set(sys.stdlib_module_names)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    found = set(json.loads(done.stdout.replace("'", '"')))
    assert not found & {"numpy", "ctranslate2", "sentencepiece", "torch", "filelock", "platformdirs"}
    assert {"engine", "base"} <= found


def truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 255
    path.write_bytes(content)


@pytest.mark.parametrize(
    ("name", "damage"),
    [
        ("vocab.json", Path.unlink),
        ("source.spm", Path.unlink),
        ("target.spm", Path.unlink),
        ("config.json", Path.unlink),
        ("ctranslate2/model.bin", Path.unlink),
        ("ctranslate2/config.json", Path.unlink),
        ("ctranslate2/shared_vocabulary.json", Path.unlink),
        ("ctranslate2/model.bin", truncate),
        ("source.spm", truncate),
        ("vocab.json", truncate),
        ("config.json", lambda path: path.write_text("{", encoding="utf-8")),
    ],
)
def test_damage_is_named_at_loading(copy: Path, name: str, damage: Callable[[Path], None]) -> None:
    damage(copy / name)
    with pytest.raises(CorruptModelError) as raised:
        engine.load("compact")
    assert Path(name).name in str(raised.value)
    assert "pip install --force-reinstall" in str(raised.value)


@pytest.mark.parametrize("name", ["ctranslate2/model.bin", "vocab.json", "model.safetensors", "LICENSE"])
def test_changed_bytes_are_found_by_hashes(copy: Path, name: str) -> None:
    flip(copy / name)
    with pytest.raises(CorruptModelError, match="SHA-256") as raised:
        embedded.verify_embedded(copy, hashes=True)
    assert Path(name).name in str(raised.value)


def test_sealed_folders_are_verified_and_readable_by_other_tools(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "model bin").write_bytes(b"weights")
    (tmp_path / "config.json").write_bytes(b"{}")
    sums = embedded.seal(tmp_path)
    assert integrity.verify_sums(tmp_path, "", hashes=True) == 2
    assert {entry.size for entry in integrity.read_sums(tmp_path, "")} == {2, 7}
    tool = shutil.which("sha256sum")
    if tool:
        subprocess.run([tool, "--check", "--strict", "--quiet", sums.name], cwd=tmp_path, check=True)
    (tmp_path / "config.json").write_bytes(b"{ }")
    with pytest.raises(CorruptModelError, match="3 bytes, expected 2"):
        integrity.verify_sums(tmp_path, "copy it", hashes=False)
    sums.write_text("# size many config.json\n", encoding="utf-8")
    with pytest.raises(CorruptModelError, match="SHA256SUMS"):
        integrity.verify_sums(tmp_path, "copy it", hashes=False)


def test_other_names_are_refused() -> None:
    with pytest.raises(UnknownModelError, match="compact"):
        engine.embedded_path("../compact")


def test_parameters_are_counted_from_the_headers() -> None:
    count = integrity.parameters(engine.embedded_path())
    assert count is not None
    size = (engine.embedded_path() / "model.safetensors").stat().st_size
    assert count < size < 5 * count
