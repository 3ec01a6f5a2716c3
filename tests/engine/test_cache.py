"""The conversion cache: once, whole or not at all, and clear when it cannot be written."""

from __future__ import annotations

import errno
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from base.errors import CorruptModelError, MissingExtraError, ModelError, OutputError
from base.progress import Progress
from engine import cache, convert
from engine.architecture import Architecture

ROOT = Path(__file__).resolve().parents[2]
CONVERT = """
import json, sys
from pathlib import Path
from engine.cache import convert_cached
events = []
folder = convert_cached(Path(sys.argv[1]), "int8", events.append)
print(json.dumps([str(folder), len(events), sorted({"torch", "transformers", "ctranslate2"} & set(sys.modules))]))
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("JISR_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def source(checkpoint: Callable[[Architecture], Path], tmp_path: Path) -> Path:
    """Return a checkpoint that a test may damage."""
    return shutil.copytree(checkpoint("marian"), tmp_path / "some-model")


@pytest.fixture
def runs(conversion: Callable[[Architecture], Path], monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Replace the converter's process by a copy of a finished conversion; return the log of its runs."""
    done: list[str] = []

    def copy(source: Path, target: Path, quantization: str) -> None:
        shutil.copytree(conversion("marian"), target)
        done.append(quantization)

    monkeypatch.setattr(cache, "_run_converter", copy)
    return done


def test_two_processes_convert_once(source: Path, folder: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", CONVERT, str(source)]
    processes = [
        subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    outputs = [process.communicate(timeout=300) for process in processes]
    assert [process.returncode for process in processes] == [0, 0], outputs
    (first, events, loaded), (second, more_events, more_loaded) = (json.loads(out) for out, _ in outputs)
    assert first == second
    assert sorted([events, more_events]) == [0, 2], "one converts and the other waits"
    assert loaded == more_loaded == [], "the caller does not import what only the conversion needs"
    assert [path.name for path in (folder / "converted").iterdir()] == [Path(first).name]
    assert cache.is_complete(Path(first))
    assert json.loads((Path(first) / cache.MANIFEST).read_text(encoding="utf-8"))["quantization"] == "int8"


def test_a_conversion_is_used_again(source: Path, runs: list[str]) -> None:
    events: list[Progress] = []
    first = cache.convert_cached(source, "int8", events.append)
    assert cache.convert_cached(source, "int8", events.append) == first
    assert runs == ["int8"]
    assert [event.stage for event in events] == ["convert", "convert"]
    other = cache.convert_cached(source, "float32")
    assert other != first
    assert {conversion.quantization for conversion in cache.conversions()} == {"int8", "float32"}


def truncate(folder: Path) -> None:
    content = (folder / "model.bin").read_bytes()
    (folder / "model.bin").write_bytes(content[: len(content) // 2])


def change_config(folder: Path) -> None:
    content = (folder / "config.json").read_text(encoding="utf-8")
    (folder / "config.json").write_text(content.replace("</s>", "</t>"), encoding="utf-8")


@pytest.mark.parametrize(
    "damage",
    [
        truncate,
        change_config,
        lambda folder: (folder / "model.bin").unlink(),
        lambda folder: (folder / cache.MANIFEST).unlink(),
        lambda folder: (folder / cache.MANIFEST).write_text("{", encoding="utf-8"),
        lambda folder: (folder / cache.MANIFEST).write_text("[]", encoding="utf-8"),
    ],
)
def test_a_partial_conversion_is_made_again(source: Path, runs: list[str], damage: Callable[[Path], None]) -> None:
    target = cache.convert_cached(source, "int8")
    damage(target)
    assert not cache.is_complete(target)
    assert cache.convert_cached(source, "int8") == target
    assert cache.is_complete(target)
    assert len(runs) == 2


@pytest.mark.parametrize("name", ["model.safetensors", "config.json", "vocab.json", "source.spm"])
def test_a_changed_checkpoint_is_converted_again(source: Path, runs: list[str], name: str) -> None:
    first = cache.convert_cached(source, "int8")
    content = bytearray((source / name).read_bytes())
    content[-2] ^= 1
    (source / name).write_bytes(content)
    second = cache.convert_cached(source, "int8")
    assert second != first
    assert not first.exists(), "the outdated conversion is deleted"
    assert len(runs) == 2


def test_other_files_do_not_matter(source: Path, runs: list[str]) -> None:
    cache.convert_cached(source, "int8")
    (source / "README.md").write_text("A card.", encoding="utf-8")
    cache.convert_cached(source, "int8")
    assert len(runs) == 1


def test_a_failed_conversion_leaves_nothing(source: Path, folder: Path) -> None:
    (source / "config.json").write_text('{"model_type": "marian", "d_model": "wide"}', encoding="utf-8")
    with pytest.raises(ModelError, match="some-model"):
        cache.convert_cached(source, "int8")
    assert list((folder / "converted").iterdir()) == []


def test_a_full_disk_is_named_before_the_work(
    source: Path, runs: list[str], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: shutil._ntuple_diskusage(10, 10, 0))
    with pytest.raises(OutputError, match="No space left") as raised:
        cache.convert_cached(source, "int8")
    assert str(folder) in str(raised.value)
    assert "JISR_CACHE" in str(raised.value)
    assert runs == []


def test_a_disk_that_fills_up_during_the_work_is_named(
    source: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fill(_source: Path, target: Path, _quantization: str) -> None:
        target.mkdir()
        (target / "model.bin").write_bytes(b"half of it")
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(convert, "convert", fill)
    monkeypatch.setattr(convert.offline, "enable", lambda: None)

    def in_process(command: list[str], **_options: object) -> subprocess.CompletedProcess[str]:
        status = convert.main(command[command.index("engine.convert") + 1 :])
        return subprocess.CompletedProcess(command, status, "", capsys.readouterr().err)

    monkeypatch.setattr(subprocess, "run", in_process)
    with pytest.raises(OutputError, match="No space left") as raised:
        cache.convert_cached(source, "int8")
    assert str(folder) in str(raised.value)
    assert list((folder / "converted").iterdir()) == []


def test_a_disk_that_fills_up_at_the_end_is_named(
    source: Path, runs: list[str], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(self: Path, target: Path) -> Path:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "rename", fill)
    with pytest.raises(OutputError, match="No space left"):
        cache.convert_cached(source, "int8")
    assert list((folder / "converted").iterdir()) == []


def test_a_file_in_the_way_of_the_cache_is_named(source: Path, runs: list[str], folder: Path) -> None:
    folder.write_text("not a folder", encoding="utf-8")
    with pytest.raises(OutputError, match="JISR_CACHE") as raised:
        cache.convert_cached(source, "int8")
    assert str(folder) in str(raised.value)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_read_only_cache_is_named(source: Path, runs: list[str], folder: Path) -> None:
    folder.mkdir()
    folder.chmod(0o500)
    try:
        with pytest.raises(OutputError, match="JISR_CACHE"):
            cache.convert_cached(source, "int8")
    finally:
        folder.chmod(0o700)


def test_conversion_names_the_extra_it_needs(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "find_spec", lambda name: None)
    with pytest.raises(MissingExtraError, match=r"pip install 'jisr\[models\]'"):
        cache.convert_cached(source, "int8")


def test_a_finished_conversion_needs_no_extra(source: Path, runs: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    first = cache.convert_cached(source, "int8")
    monkeypatch.setattr(cache, "find_spec", lambda name: None)
    assert cache.convert_cached(source, "int8") == first


@pytest.mark.parametrize(
    ("device", "asked", "stored"),
    [("cpu", None, "int8"), ("cuda", None, "float16"), ("cpu", "float32", "float32"), ("cuda", "int8_float16", "int8")],
)
def test_weights_are_stored_as_the_device_wants(device: cache.Device, asked: str | None, stored: str) -> None:
    assert cache.quantization_for(device, asked) == stored


def test_the_cache_is_where_the_user_says(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert cache.cache_folder() == tmp_path / "cache"
    monkeypatch.delenv("JISR_CACHE")
    assert cache.cache_folder().name == "jisr"


@pytest.mark.parametrize(
    ("status", "stderr", "error", "text"),
    [
        (6, f"warning\n{errno.ENOSPC}", OutputError, "No space left"),
        (6, str(errno.EACCES), OutputError, "JISR_CACHE"),
        (3, "RuntimeError: shapes differ", CorruptModelError, "shapes differ"),
        (1, "ValueError: what is this", ModelError, "--backend transformers"),
        (-9, "", ModelError, "killed"),
    ],
)
def test_the_end_of_the_converter_is_explained(
    status: int, stderr: str, error: type[Exception], text: str, tmp_path: Path
) -> None:
    found = cache._conversion_error(tmp_path / "model", tmp_path, status, stderr)
    assert type(found) is error
    assert text in str(found)
