"""What stands behind `jisr models list | pull | check | remove`."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from base.errors import CorruptModelError, MissingModelError, ModelError, UnknownModelError
from engine import cache, check, hub, manage, registry, sources
from engine.architecture import Architecture
from tests.engine import fake_hub

Checkpoints = Callable[[Architecture], Path]
OPUS = ("Helsinki-NLP/opus-mt-ar-en", "Helsinki-NLP/opus-mt-en-ar")


@pytest.fixture(autouse=True)
def cache_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("JISR_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path / "hub"))
    monkeypatch.delenv("HF_HUB_OFFLINE", raising=False)
    monkeypatch.delenv("JISR_ACCEPT_LICENCE", raising=False)
    return tmp_path / "cache"


@pytest.fixture(autouse=True)
def converter(conversion: Checkpoints, monkeypatch: pytest.MonkeyPatch) -> None:
    """Take the conversions that are at hand in place of the converter's process."""

    def copy(source: Path, target: Path, quantization: str) -> None:
        shutil.copytree(conversion(sources.detect_architecture(source)), target)

    monkeypatch.setattr(cache, "_run_converter", copy)


@pytest.fixture
def remote(checkpoint: Checkpoints, monkeypatch: pytest.MonkeyPatch) -> Iterator[fake_hub.Hub]:
    files = {path.name: path.read_bytes() for path in checkpoint("marian").iterdir()}
    with fake_hub.serve(fake_hub.Hub(dict.fromkeys((*OPUS, "someone/some-model"), files))) as server:
        monkeypatch.setenv("HF_ENDPOINT", server.url)
        monkeypatch.setenv("NO_PROXY", "127.0.0.1")
        yield server


@pytest.fixture
def sensible(monkeypatch: pytest.MonkeyPatch) -> None:
    """Random weights pass for sensible ones: these tests are about files."""
    monkeypatch.setattr(check, "verdict", lambda findings: "")


def status_of(name: str) -> manage.ModelStatus:
    return next(status for status in manage.list_models() if status.name == name)


def test_the_list_has_every_model_and_its_state(remote: fake_hub.Hub) -> None:
    listed = manage.list_models()
    assert [status.name for status in listed] == list(registry.ALIASES)
    compact = status_of("compact")
    assert compact.status == "embedded"
    assert compact.disk_bytes > 1_000_000
    assert compact.parameters
    opus = status_of("opus")
    assert (opus.status, opus.disk_bytes, opus.licence) == ("not downloaded", 0, "Apache-2.0")
    assert opus.scores
    nllb = status_of("nllb-600m")
    assert nllb.non_commercial
    assert not nllb.licence_accepted
    assert remote.requests == [], "listing asks nobody"


def test_pull_fetches_converts_and_checks(remote: fake_hub.Hub, sensible: None) -> None:
    pulled = manage.pull("opus")
    assert len(pulled.folders) == 4, "two checkpoints and their conversions"
    assert all(folder.is_dir() for folder in pulled.folders)
    status = status_of("opus")
    assert status.status == "on this machine"
    assert status.disk_bytes == pulled.disk_bytes > 0
    asked = len(remote.requests)
    manage.pull("opus")
    assert len(remote.requests) == asked


def test_pull_refuses_garbage(remote: fake_hub.Hub) -> None:
    with pytest.raises(ModelError, match="jisr models remove opus && jisr models pull opus"):
        manage.pull("opus")


def test_half_an_alias_is_listed_as_such(remote: fake_hub.Hub) -> None:
    hub.download(hub.describe(OPUS[0]))
    assert status_of("opus").status == "in part"


def test_remove_deletes_checkpoints_and_conversions(remote: fake_hub.Hub, sensible: None) -> None:
    pulled = manage.pull("opus")
    removed = manage.remove("opus")
    assert set(removed.folders) == set(pulled.folders)
    assert removed.freed_bytes == pulled.disk_bytes
    assert not any(folder.exists() for folder in pulled.folders)
    assert status_of("opus").status == "not downloaded"
    assert manage.remove("opus").freed_bytes == 0


def test_remove_works_on_a_damaged_model(remote: fake_hub.Hub, sensible: None) -> None:
    manage.pull("someone/some-model")
    (hub.checkpoint_folder("someone/some-model") / "vocab.json").unlink()
    assert status_of("someone/some-model").status == "damaged"
    assert "vocab.json" in status_of("someone/some-model").note
    assert manage.remove("someone/some-model").freed_bytes > 0
    assert "someone/some-model" not in {status.name for status in manage.list_models()}
    assert cache.conversions() == ()


def test_what_is_not_ours_is_not_removed(checkpoint: Checkpoints, tmp_path: Path, sensible: None) -> None:
    with pytest.raises(ModelError, match="ships with Jisr"):
        manage.remove("compact")
    with pytest.raises(ModelError, match="yours"):
        manage.remove(str(checkpoint("marian")))
    with pytest.raises(UnknownModelError):
        manage.remove("no-such-model")
    root = tmp_path / "hub" / "models--someone--shared"
    shutil.copytree(checkpoint("marian"), root / "snapshots" / fake_hub.COMMIT)
    (root / "refs").mkdir()
    (root / "refs" / "main").write_text(fake_hub.COMMIT, encoding="utf-8")
    manage.pull("someone/shared")
    removed = manage.remove("someone/shared")
    assert removed.kept == (root / "snapshots" / fake_hub.COMMIT,)
    assert removed.kept[0].is_dir()
    assert len(removed.folders) == 1, "the conversion was ours"


def test_check_compares_hashes_and_runs_the_sentences(remote: fake_hub.Hub) -> None:
    hub.download(hub.describe("someone/some-model"))
    found = manage.check("someone/some-model")
    assert found.files >= 6
    assert not found.passed, "random weights"
    assert any("translate" in problem for problem in found.problems)
    assert {finding.task for finding in found.findings} == set(registry.every_task())
    weights = hub.checkpoint_folder("someone/some-model") / "model.safetensors"
    content = bytearray(weights.read_bytes())
    content[-1] ^= 1
    weights.write_bytes(content)
    with pytest.raises(CorruptModelError, match=r"model\.safetensors.*SHA-256"):
        manage.check("someone/some-model")


def test_check_forgets_a_pass(remote: fake_hub.Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    hub.download(hub.describe("someone/some-model"))
    found = manage.check("someone/some-model")
    check.remember(found.signature)
    manage.check("someone/some-model")
    assert not check.was_passed(found.signature)


def test_check_of_the_embedded_model_reads_every_file() -> None:
    found = manage.check("compact")
    folder = registry_folder()
    assert found.files == sum(path.is_file() for path in folder.rglob("*")) - 1
    assert {finding.task for finding in found.findings} == set(registry.every_task())


def registry_folder() -> Path:
    return Path(str(sources.sources("compact")[0].folder))


def test_check_of_what_is_not_here_says_so() -> None:
    with pytest.raises(MissingModelError, match="jisr models pull opus"):
        manage.check("opus")


def test_a_damaged_alias_is_listed_with_its_damage(remote: fake_hub.Hub) -> None:
    for repo in OPUS:
        hub.download(hub.describe(repo))
    (hub.checkpoint_folder(OPUS[0]) / "source.spm").unlink()
    status = status_of("opus")
    assert status.status == "damaged"
    assert "source.spm" in status.note
    assert status.disk_bytes > 0
