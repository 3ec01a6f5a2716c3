"""Telling families apart, and what their settings say."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from base.errors import CorruptModelError, ModelError
from engine.architecture import Architecture, detect_architecture, max_positions, summary_length
from tests.engine import tiny

Folder = Callable[[Architecture], Path]


@pytest.mark.parametrize("architecture", tiny.FAMILIES)
def test_each_family_is_recognised(checkpoint: Folder, architecture: Architecture) -> None:
    assert detect_architecture(checkpoint(architecture)) == architecture


def test_nllb_is_recognised_without_a_tokenizer_configuration(checkpoint: Folder, tmp_path: Path) -> None:
    for name in ("config.json", "sentencepiece.bpe.model"):
        (tmp_path / name).write_bytes((checkpoint("nllb") / name).read_bytes())
    assert detect_architecture(tmp_path) == "nllb"


def test_settings_come_from_either_file(checkpoint: Folder, tmp_path: Path) -> None:
    assert summary_length(checkpoint("bart")) == 142
    assert summary_length(checkpoint("mt5")) == 84
    tiny.write_json(tmp_path / "config.json", {"model_type": "bart", "max_length": 62, "max_position_embeddings": 512})
    assert summary_length(tmp_path) == 62, "older checkpoints keep it in config.json"
    assert max_positions(tmp_path) == 512
    tiny.write_json(tmp_path / "config.json", {"model_type": "mt5"})
    assert summary_length(tmp_path) == 128
    assert max_positions(tmp_path) == 1024, "relative positions have no end"


@pytest.mark.parametrize("content", [None, "", "{", "[]", "\x00"])
def test_a_folder_without_a_configuration_says_so(tmp_path: Path, content: str | None) -> None:
    if content is not None:
        (tmp_path / "config.json").write_text(content, encoding="utf-8")
    with pytest.raises(CorruptModelError, match=r"config\.json"):
        detect_architecture(tmp_path)


def test_another_family_is_named(tmp_path: Path) -> None:
    tiny.write_json(tmp_path / "config.json", {"model_type": "gpt2"})
    with pytest.raises(ModelError, match=r"gpt2.*marian"):
        detect_architecture(tmp_path)
