"""What leaves the work folder: int8 weights alone, averages alone, files in parts."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import torch

import engine
from base.errors import CorruptModelError, InputError, ModelError
from engine.types import Decoding, Task
from train import parts, pipeline
from train.decode import open_model
from train.export import averaged_model, averaged_weights, export, write_average

TO_ENGLISH = Task("translate", "ar", "en")
SHORT = Decoding(beam_size=1, max_length=12)


@pytest.fixture(scope="module")
def int8_alone(exported: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An export whose float16 weights did not fit."""
    folder = shutil.copytree(exported, tmp_path_factory.mktemp("int8") / "compact")
    (folder / "model.safetensors").unlink()
    (folder / "SHA256SUMS").unlink()
    return folder


def test_an_export_beyond_the_limit_has_the_int8_weights_alone(
    trained: tuple[pipeline.Settings, list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings, _ = trained
    model = averaged_model(settings.work, settings.preset)
    monkeypatch.setattr("train.export.LARGEST_BYTES", 150_000)
    export(model, settings.preset, settings.work, tmp_path / "out")
    files = {path.name for path in (tmp_path / "out").iterdir()}
    assert "model.safetensors" not in files
    assert {"ctranslate2", "config.json", "SHA256SUMS"} <= files
    assert open_model(tmp_path / "out").generate(["وصل"], TO_ENGLISH, SHORT)


def test_int8_weights_alone_are_enough_for_ctranslate2(int8_alone: Path) -> None:
    for compute_type in (None, "int8", "float32"):
        model = engine.load(int8_alone, backend="ctranslate2", compute_type=compute_type, check=False)
        [[best]] = model.generate(["وصل الوزير."], TO_ENGLISH, SHORT)
        assert best.tokens


def test_transformers_say_what_is_missing_from_int8_weights_alone(int8_alone: Path) -> None:
    with pytest.raises(ModelError, match=r"no model\.safetensors .*--backend ctranslate2"):
        engine.load(int8_alone, backend="transformers", check=False)


def test_averaged_weights_alone_can_be_exported(trained: tuple[pipeline.Settings, list[str]], tmp_path: Path) -> None:
    settings, _ = trained
    shutil.copyfile(settings.work / "vocab.model", tmp_path / "vocab.model")
    with pytest.raises(ModelError, match="train fit"):
        averaged_weights(tmp_path)
    shutil.copyfile(write_average(settings.work), tmp_path / "average.safetensors")
    whole = averaged_model(settings.work, settings.preset)
    alone = dict(averaged_model(tmp_path, settings.preset).named_parameters())
    for name, weight in whole.named_parameters():
        assert torch.allclose(weight, alone[name], atol=2e-3), name


def test_parts_come_together_again_or_not_at_all(tmp_path: Path) -> None:
    whole = tmp_path / "checkpoint.pt"
    whole.write_bytes(bytes(range(256)) * 10)
    made = parts.split(whole, tmp_path / "parts", largest=1000)
    assert [path.name for path in made] == [f"checkpoint.pt.{end}" for end in ("000", "001", "002", "parts")]
    assert max(path.stat().st_size for path in made) <= 1000
    [back] = parts.join(tmp_path / "parts", tmp_path / "out")
    assert back.read_bytes() == whole.read_bytes()
    back.unlink()
    made[1].write_bytes(b"x" * 1000)
    with pytest.raises(CorruptModelError, match="changed"):
        parts.join(tmp_path / "parts", tmp_path / "out")
    made[1].unlink()
    with pytest.raises(CorruptModelError, match=r"pt\.001"):
        parts.join(tmp_path / "parts", tmp_path / "out")
    assert not back.exists()
    with pytest.raises(InputError, match="train split"):
        parts.join(tmp_path, tmp_path)
