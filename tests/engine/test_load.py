"""Loading by alias, folder and hub id; licences; damaged folders."""

from __future__ import annotations

import errno
import json
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import engine
from base.errors import (
    CorruptModelError,
    JisrError,
    LicenceError,
    MissingExtraError,
    MissingModelError,
    ModelError,
    OutputError,
    UnknownModelError,
    UnsupportedTaskError,
)
from base.progress import Progress
from engine import assemble, cache, check, hub, licence, sources
from engine.architecture import Architecture
from engine.registry import AR_EN, EN_AR, SUM_AR, SUM_EN, every_task
from engine.types import Decoding, Task
from tests.engine import fake_hub

SHORT = Decoding(beam_size=1, max_length=8)
REPO = "someone/opus-mt-ar-en"
Checkpoints = Callable[[Architecture], Path]


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
def marian(checkpoint: Checkpoints, tmp_path: Path) -> Path:
    """Return a checkpoint that a test may damage."""
    return shutil.copytree(checkpoint("marian"), tmp_path / "my-model")


@pytest.fixture
def remote(checkpoint: Checkpoints, monkeypatch: pytest.MonkeyPatch) -> Iterator[fake_hub.Hub]:
    files = {path.name: path.read_bytes() for path in checkpoint("marian").iterdir()}
    extra = {
        "pytorch_model.bin": b"the same weights again", "tf_model.h5": b"and again", "flax_model.msgpack": b"again",
        "README.md": b"---\nlicense: apache-2.0\n---\n", ".gitattributes": b"", "onnx/model.onnx": b"again",
    }  # fmt: skip
    with fake_hub.serve(fake_hub.Hub({REPO: files | extra})) as server:
        monkeypatch.setenv("HF_ENDPOINT", server.url)
        monkeypatch.setenv("NO_PROXY", "127.0.0.1")
        yield server


def place(checkpoint: Path, repo: str) -> Path:
    """Put a checkpoint where a folder copied by hand belongs."""
    return shutil.copytree(checkpoint, hub.checkpoint_folder(repo))


def test_a_folder_is_loaded_with_what_its_vocabulary_knows(marian: Path) -> None:
    model = engine.load(marian, check=False)
    assert model.name == str(marian)
    assert all(model.supports(task) for task in every_task())
    assert "ctranslate2" in model.signature
    hypotheses = model.generate(["The school opens.", ""], EN_AR, SHORT)
    assert len(hypotheses) == 2
    assert hypotheses[1][0].text == ""


def test_backends_and_contents_are_told_apart_by_signature(marian: Path) -> None:
    first = engine.load(marian, check=False).signature
    assert engine.load(str(marian), check=False).signature == first
    assert engine.load(marian, backend="transformers", check=False).signature != first
    weights = bytearray((marian / "model.safetensors").read_bytes())
    weights[-1] ^= 1
    (marian / "model.safetensors").write_bytes(weights)
    assert engine.load(marian, check=False).signature != first


@pytest.mark.parametrize(
    ("architecture", "tasks"),
    [
        ("mbart", {AR_EN, EN_AR}),
        ("nllb", {AR_EN, EN_AR}),
        ("m2m100", {AR_EN, EN_AR}),
        ("mt5", {SUM_AR, SUM_EN}),
        ("bart", {SUM_EN}),
        ("pegasus", {SUM_EN}),
    ],
)
def test_tasks_of_an_unknown_folder_follow_its_family(
    checkpoint: Checkpoints, architecture: Architecture, tasks: set[Task]
) -> None:
    model = engine.load(checkpoint(architecture), check=False)
    assert {task for task in every_task() if model.supports(task)} == tasks


def without_codes(folder: Path) -> None:
    """Make a checkpoint of one direction out of one with target codes."""
    text = (folder / "vocab.json").read_text(encoding="utf-8")
    for code in ("eng", "ara", "sum_eng", "sum_ara"):
        text = text.replace(f">>{code}<<", f"unused_{code}")
    (folder / "vocab.json").write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "tasks"),
    [
        ("my-ar-en", {AR_EN}),
        ("opus-mt-tc-big-en-ar", {EN_AR}),
        ("eng-ara-v2", {EN_AR}),
        ("clear-ending", {AR_EN, EN_AR}),
    ],
)
def test_direction_is_read_off_the_name(marian: Path, name: str, tasks: set[Task]) -> None:
    without_codes(marian)
    folder = marian.rename(marian.with_name(name))
    model = engine.load(folder, check=False, backend="transformers")
    assert {task for task in every_task() if model.supports(task)} == tasks


def test_an_alias_of_two_checkpoints_routes_by_task(checkpoint: Checkpoints, marian: Path) -> None:
    without_codes(marian)
    for direction in ("ar-en", "en-ar"):
        place(marian, f"Helsinki-NLP/opus-mt-{direction}")
    model = engine.load("opus", check=False, offline=True)
    assert model.supports(AR_EN)
    assert model.supports(EN_AR)
    assert not model.supports(SUM_AR)
    assert model.generate(["The road."], EN_AR, SHORT)[0][0].tokens
    assert model.generate(["الطريق."], AR_EN, SHORT)[0][0].tokens
    assert model.count_pieces(["The road."], EN_AR)[0] > 0
    assert "opus-mt-ar-en" in model.signature
    assert "opus-mt-en-ar" in model.signature
    with pytest.raises(UnsupportedTaskError, match="translate Arabic into English"):
        model.generate(["x"], SUM_AR)


def test_with_a_task_the_other_checkpoint_may_be_missing(marian: Path) -> None:
    without_codes(marian)
    place(marian, "Helsinki-NLP/opus-mt-en-ar")
    model = engine.load("opus", check=False, offline=True, task=EN_AR)
    assert model.generate(["The road."], EN_AR, SHORT)
    assert "ar-en" not in model.signature
    with pytest.raises(MissingModelError, match="jisr models pull opus"):
        model.generate(["الطريق."], AR_EN)
    with pytest.raises(MissingModelError, match="opus-mt-ar-en"):
        engine.load("opus", check=False, offline=True)


def test_auto_takes_what_is_here(marian: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert engine.choose().record.alias == "compact"
    without_codes(marian)
    for direction in ("ar-en", "en-ar"):
        place(marian, f"Helsinki-NLP/opus-mt-{direction}")
    assert engine.choose(AR_EN).record.alias == "opus"
    assert engine.load(check=False, task=AR_EN).name == "opus"
    monkeypatch.setattr(sources, "find_spec", lambda name: None)
    assert engine.choose(AR_EN).record.alias == "compact", "what cannot be converted is not chosen"
    assert engine.choose(EN_AR).record.alias == "compact"


def test_auto_leaves_licences_alone(checkpoint: Checkpoints) -> None:
    place(checkpoint("nllb"), "facebook/nllb-200-distilled-600M")
    assert engine.choose(AR_EN).record.alias == "compact"
    licence.accept(licence.Terms("nllb-600m", "CC-BY-NC-4.0", True))
    assert engine.choose(AR_EN).record.alias == "nllb-600m"


def test_a_task_the_model_was_not_trained_for_is_refused(checkpoint: Checkpoints) -> None:
    place(checkpoint("bart"), "facebook/bart-large-cnn")
    with pytest.raises(UnsupportedTaskError, match="opus-big"):
        engine.load("bart-cnn", task=AR_EN, check=False)
    with pytest.raises(UnsupportedTaskError, match="arabart"):
        engine.load("opus", task=SUM_AR, check=False)


def test_non_commercial_licences_are_accepted_once(checkpoint: Checkpoints, monkeypatch: pytest.MonkeyPatch) -> None:
    place(checkpoint("nllb"), "facebook/nllb-200-distilled-600M")
    for name in ("nllb-600m", "facebook/nllb-200-distilled-600M"):
        with pytest.raises(LicenceError, match=r"CC-BY-NC-4\.0.*forbids commercial use.*--accept-licence"):
            engine.load(name, check=False, offline=True)
    monkeypatch.setenv("JISR_ACCEPT_LICENCE", "nllb-600m, xlsum")
    engine.load("nllb-600m", check=False, offline=True)
    monkeypatch.delenv("JISR_ACCEPT_LICENCE")
    with pytest.raises(LicenceError):
        engine.load("nllb-600m", check=False, offline=True)
    engine.load("nllb-600m", check=False, offline=True, accept_licence=True)
    engine.load("nllb-600m", check=False, offline=True)


def test_a_licence_is_asked_for_before_anything_is_fetched(remote: fake_hub.Hub) -> None:
    with pytest.raises(LicenceError):
        engine.load("nllb-1.3b", check=False)
    assert remote.requests == []
    remote.licence = "cc-by-nc-sa-4.0"
    with pytest.raises(LicenceError, match="cc-by-nc-sa"):
        engine.load(REPO, check=False)
    assert remote.fetched == set()


@pytest.mark.parametrize(
    ("name", "limited"),
    [("cc-by-nc-4.0", True), ("CC-BY-NC-SA-4.0", True), ("research-only", True), ("non-commercial", True),
     ("apache-2.0", False), ("mit", False), ("cc-by-4.0", False), ("unlicense", False), ("", False)],
)  # fmt: skip
def test_limits_are_read_off_the_name_of_a_licence(name: str, limited: bool) -> None:
    assert licence.is_non_commercial(name) == limited


def test_a_model_is_fetched_from_the_hub_once(remote: fake_hub.Hub, cache_folder: Path) -> None:
    events: list[Progress] = []
    model = engine.load(REPO, check=False, progress=events.append)
    assert f"{REPO}@{fake_hub.COMMIT[:12]}" in model.signature
    assert {"config.json", "model.safetensors", "vocab.json", "source.spm", "target.spm"} <= remote.fetched
    assert not remote.fetched & {
        "pytorch_model.bin",
        "tf_model.h5",
        "flax_model.msgpack",
        "model.onnx",
        ".gitattributes",
    }
    assert [event for event in events if event.stage == "load"][-1].done >= 1
    asked = len(remote.requests)
    assert engine.load(REPO, check=False, offline=True).signature == model.signature
    assert len(remote.requests) == asked
    assert [here.repo for here in hub.fetched()] == [REPO]


def test_an_interrupted_download_goes_on(remote: fake_hub.Hub) -> None:
    whole = remote.repositories[REPO]
    remote.repositories[REPO] = whole.copy()
    info = hub.describe(REPO)
    del remote.repositories[REPO]["vocab.json"]
    with pytest.raises(MissingModelError):
        hub.download(info)
    assert hub.find(REPO) is None, "half a checkpoint is none"
    remote.repositories[REPO] = whole
    remote.requests.clear()
    hub.download(info)
    assert "vocab.json" in remote.fetched
    assert "config.json" not in remote.fetched
    assert hub.find(REPO) is not None


def test_unknown_repositories_and_dead_connections_are_explained(
    remote: fake_hub.Hub, monkeypatch: pytest.MonkeyPatch, cache_folder: Path
) -> None:
    with pytest.raises(UnknownModelError, match="jisr models list"):
        engine.load("someone/nothing")
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    with pytest.raises(MissingModelError, match="cannot be reached") as raised:
        engine.load(REPO)
    for remedy in ("jisr models pull", str(cache_folder / "checkpoints"), "--model compact"):
        assert remedy in str(raised.value)


def test_a_repository_without_weights_is_refused(remote: fake_hub.Hub) -> None:
    remote.repositories["someone/empty"] = {"README.md": b"", "tf_model.h5": b""}
    with pytest.raises(ModelError, match=r"tf_model\.h5"):
        engine.load("someone/empty")


def test_a_full_disk_is_named_before_the_download(remote: fake_hub.Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: shutil._ntuple_diskusage(10, 10, 0))
    with pytest.raises(OutputError, match="No space left"):
        engine.load(REPO)
    assert remote.fetched == set()


def test_a_disk_that_fills_up_during_the_download_is_named(
    remote: fake_hub.Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    import huggingface_hub

    def fill(*_arguments: object, **_options: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(huggingface_hub, "hf_hub_download", fill)
    with pytest.raises(OutputError, match="JISR_CACHE"):
        engine.load(REPO)


def test_nothing_is_fetched_that_could_not_be_used(remote: fake_hub.Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "find_spec", lambda name: None)
    with pytest.raises(MissingExtraError, match=r"jisr\[models\]"):
        engine.load(REPO)
    assert remote.fetched == set()


def test_the_hub_librarys_own_cache_is_read(checkpoint: Checkpoints, tmp_path: Path) -> None:
    root = tmp_path / "hub" / "models--someone--shared"
    shutil.copytree(checkpoint("marian"), root / "snapshots" / fake_hub.COMMIT)
    (root / "refs").mkdir()
    (root / "refs" / "main").write_text(fake_hub.COMMIT, encoding="utf-8")
    model = engine.load("someone/shared", check=False, offline=True)
    assert fake_hub.COMMIT[:12] in model.signature


@pytest.mark.parametrize(
    ("names", "wanted"),
    [
        (("model.safetensors", "pytorch_model.bin"), {"model.safetensors"}),
        (("pytorch_model.bin", "rust_model.ot"), {"pytorch_model.bin"}),
        (
            ("model-00001-of-00002.safetensors", "model-00002-of-00002.safetensors", "model.safetensors.index.json",
             "pytorch_model.bin.index.json", "pytorch_model-00001-of-00001.bin"),
            {"model-00001-of-00002.safetensors", "model-00002-of-00002.safetensors", "model.safetensors.index.json"},
        ),
        (("source.spm", "vocab.json", "x/model.safetensors", "optimizer.pt"), {"source.spm", "vocab.json"}),
    ],
)  # fmt: skip
def test_one_set_of_weights_is_fetched(names: tuple[str, ...], wanted: set[str]) -> None:
    assert set(hub.needed_files(names)) == wanted


def truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def garble(path: Path) -> None:
    path.write_bytes(b"\xff\xfe garbage \x00" * 10)


DAMAGE: dict[str, tuple[str, Callable[[Path], None]]] = {
    "no vocabulary": ("vocab.json", Path.unlink),
    "no sentencepiece": ("source.spm", Path.unlink),
    "no configuration": ("config.json", Path.unlink),
    "no weights": ("model.safetensors", Path.unlink),
    "truncated weights": ("model.safetensors", truncate),
    "garbled weights": ("model.safetensors", garble),
    "empty weights": ("model.safetensors", lambda path: path.write_bytes(b"")),
    "half a configuration": ("config.json", truncate),
    "garbled vocabulary": ("vocab.json", garble),
    "truncated sentencepiece": ("source.spm", truncate),
    "empty sentencepiece": ("target.spm", lambda path: path.write_bytes(b"")),
    "a list for a configuration": ("config.json", lambda path: path.write_text("[]", encoding="utf-8")),
}


@pytest.mark.parametrize("kind", DAMAGE)
@pytest.mark.parametrize("backend", ["ctranslate2", "transformers"])
def test_damage_is_named_file_by_file(marian: Path, kind: str, backend: assemble.BackendName) -> None:
    name, damage = DAMAGE[kind]
    damage(marian / name)
    with pytest.raises(CorruptModelError) as raised:
        engine.load(marian, backend=backend, check=False)
    assert name in str(raised.value)
    assert str(marian) in str(raised.value)
    assert "copying the folder" in str(raised.value)


def test_a_missing_shard_is_named(marian: Path) -> None:
    index = {"weight_map": {"a": "model.safetensors", "b": "model-00002-of-00002.safetensors"}}
    (marian / "model.safetensors.index.json").write_text(json.dumps(index), encoding="utf-8")
    with pytest.raises(CorruptModelError, match="model-00002-of-00002"):
        engine.load(marian, check=False)


def test_damage_to_a_fetched_model_names_the_commands(remote: fake_hub.Hub) -> None:
    hub.download(hub.describe(REPO))
    truncate(hub.checkpoint_folder(REPO) / "model.safetensors")
    commands = f"jisr models remove {REPO} && jisr models pull {REPO}"
    with pytest.raises(CorruptModelError, match=r"model\.safetensors") as raised:
        engine.load(REPO, check=False)
    assert commands in str(raised.value)
    (hub.checkpoint_folder(REPO) / cache.MANIFEST).write_text("{}", encoding="utf-8")
    with pytest.raises(CorruptModelError, match="manifest"):
        engine.load(REPO, check=False)
    hub.remove(REPO)
    engine.load(REPO, check=False)


def test_a_damaged_conversion_inside_a_folder_is_named(marian: Path, conversion: Checkpoints) -> None:
    shutil.copytree(conversion("marian"), marian / "ctranslate2")
    engine.load(marian, check=False)
    truncate(marian / "ctranslate2" / "model.bin")
    with pytest.raises(CorruptModelError, match="ctranslate2") as raised:
        engine.load(marian, check=False)
    assert "copying the folder" in str(raised.value)


def test_a_folder_that_holds_something_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "bert").mkdir()
    (tmp_path / "bert" / "config.json").write_text('{"model_type": "bert"}', encoding="utf-8")
    with pytest.raises(ModelError, match="marian"):
        engine.load(tmp_path / "bert")


def test_a_device_that_is_not_there_is_named(marian: Path) -> None:
    import ctranslate2

    if ctranslate2.get_cuda_device_count():
        pytest.skip("this machine has a CUDA device")
    for backend in ("ctranslate2", "transformers"):
        with pytest.raises(ModelError, match="--device cpu"):
            engine.load(marian, device="cuda", backend=backend, check=False)  # type: ignore[arg-type]


def test_a_type_the_backend_lacks_is_named(marian: Path) -> None:
    with pytest.raises(ModelError, match="float32"):
        engine.load(marian, backend="transformers", compute_type="int8", check=False)
    with pytest.raises(ModelError, match="float99"):
        engine.load(marian, compute_type="float99", check=False)


def test_the_check_is_run_and_remembered(marian: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Task] = []
    monkeypatch.setattr(check, "examine", lambda model, task: asked.append(task) or ())
    monkeypatch.setattr(check, "verdict", lambda findings: "")
    for _ in range(2):
        engine.load(marian)
    assert sorted(map(str, asked)) == sorted(map(str, every_task()))


def test_every_error_of_loading_is_one_of_ours(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "file.txt").write_text("no model", encoding="utf-8")
    for name in ("", "x" * 5000, "\ud800", "a\nb", str(tmp_path / "empty"), str(tmp_path / "file.txt")):
        with pytest.raises(JisrError):
            engine.load(name, offline=True)
