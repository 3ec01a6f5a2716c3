"""Step five: a Marian folder that Transformers loads, with the int8 CTranslate2 conversion beside it."""

from __future__ import annotations

import json
import shutil
import warnings
from pathlib import Path
from typing import Any, Final, Literal

import torch

from base.errors import ModelError
from engine.embedded import seal
from train.gate import without_gate
from train.network import build
from train.presets import Preset
from train.vocab import load, vocabulary_json

LARGEST_BYTES: Final = 64 * 1024 * 1024
_HERE: Final = Path(__file__).parent
_TOKENIZER: Final = {
    "tokenizer_class": "MarianTokenizer",
    "source_lang": "ara",
    "target_lang": "eng",
    "unk_token": "<unk>",
    "eos_token": "</s>",
    "pad_token": "<pad>",
    "additional_special_tokens": [],
    "separate_vocabs": False,
}


def averaged_model(work: Path, preset: Preset) -> Any:
    """Return the network of `work/checkpoint.pt` with the moving average of its weights, for inference."""
    checkpoint = work / "checkpoint.pt"
    if not checkpoint.exists():
        raise ModelError(f"No {checkpoint}. Run first: python -m train fit --work {work}")
    state = torch.load(checkpoint, weights_only=True)
    model = build(preset, load(work).get_piece_size())
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            parameter.copy_(state["average"][name])
    return model.eval()


def export(model: Any, preset: Preset, work: Path, folder: Path) -> None:
    """Write the folder that ships; what was in `folder` is replaced only when all of it is there."""
    staging = work / "export"
    shutil.rmtree(staging, ignore_errors=True)
    _write_marian(model, preset, work, staging)
    convert(staging, staging / "ctranslate2", "int8_float32")
    _write_notices(staging)
    seal(staging)
    swap(staging, folder)


def convert(folder: Path, out: Path, quantization: Literal["int8_float32", "float32"]) -> None:
    """Convert the Marian folder to CTranslate2 under `out`."""
    from ctranslate2.converters import TransformersConverter

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        TransformersConverter(str(folder)).convert(str(out), quantization=quantization)


def swap(staging: Path, folder: Path) -> None:
    """Move `staging` to `folder`; a reader sees the old files or the new ones, but for an instant."""
    size = sum(path.stat().st_size for path in staging.rglob("*") if path.is_file())
    if size > LARGEST_BYTES:
        raise ModelError(f"The export has {size} bytes, expected at most {LARGEST_BYTES}: take a smaller preset.")
    beside = folder.with_name(f".{folder.name}.new")
    before = folder.with_name(f".{folder.name}.old")
    for leftover in (beside, before):
        shutil.rmtree(leftover, ignore_errors=True)
    folder.parent.mkdir(parents=True, exist_ok=True)
    shutil.copytree(staging, beside)
    if folder.exists():
        folder.rename(before)
    beside.rename(folder)
    shutil.rmtree(before, ignore_errors=True)


def _write_marian(model: Any, preset: Preset, work: Path, folder: Path) -> None:
    from transformers import GenerationConfig

    model.generation_config = GenerationConfig(
        decoder_start_token_id=model.config.pad_token_id,
        pad_token_id=model.config.pad_token_id,
        eos_token_id=model.config.eos_token_id,
        forced_eos_token_id=model.config.eos_token_id,
        bad_words_ids=[[model.config.pad_token_id]],
        num_beams=4,
        max_length=preset.positions // 2,
    )
    model.half().save_pretrained(folder)
    model.float()
    (folder / "model.safetensors").chmod(0o644)
    vocabulary = json.dumps(vocabulary_json(load(work)), ensure_ascii=False, indent=0)
    (folder / "vocab.json").write_text(vocabulary + "\n", encoding="utf-8")
    for name in ("source.spm", "target.spm"):
        shutil.copyfile(work / "vocab.model", folder / name)
    tokenizer = {**_TOKENIZER, "model_max_length": preset.positions}
    (folder / "tokenizer_config.json").write_text(json.dumps(tokenizer, indent=2) + "\n", encoding="utf-8")


def _write_notices(folder: Path) -> None:
    # What the card says of other weights must not ship with these; `gate --write` measures them.
    card = without_gate((_HERE / "card.md").read_text(encoding="utf-8"))
    (folder / "README.md").write_text(card, encoding="utf-8")
    shutil.copyfile(_HERE / "weights-licence.txt", folder / "LICENSE")
