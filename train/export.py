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

LARGEST_BYTES: Final = 64_000_000
AVERAGE: Final = "average.safetensors"
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


def averaged_weights(work: Path) -> dict[str, torch.Tensor]:
    """Return the moving average of the weights: of `work/checkpoint.pt`, or `work/average.safetensors` without it."""
    checkpoint, alone = work / "checkpoint.pt", work / AVERAGE
    if checkpoint.exists():
        average: dict[str, torch.Tensor] = torch.load(checkpoint, weights_only=True, map_location="cpu")["average"]
        return average
    if alone.exists():
        from safetensors.torch import load_file

        weights: dict[str, torch.Tensor] = load_file(alone)
        return weights
    raise ModelError(f"Neither {checkpoint} nor {alone} is there. Run first: python -m train fit --work {work}")


def write_average(work: Path) -> Path:
    """Write the averaged weights alone, in half precision, to `work/average.safetensors`, and return its path."""
    from safetensors.torch import save_file

    weights = {name: value.half().contiguous() for name, value in averaged_weights(work).items()}
    save_file(weights, work / AVERAGE)
    return work / AVERAGE


def averaged_model(work: Path, preset: Preset) -> Any:
    """Return the network with the averaged weights of `work`, for inference."""
    weights = averaged_weights(work)
    model = build(preset, load(work).get_piece_size())
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            parameter.copy_(weights[name])
    return model.eval()


def export(model: Any, preset: Preset, work: Path, folder: Path) -> None:
    """Write the folder that ships; what was in `folder` is replaced only when all of it is there.

    Where float16 and int8 together exceed `LARGEST_BYTES`, the folder has the int8 weights alone.
    """
    staging = work / "export"
    shutil.rmtree(staging, ignore_errors=True)
    _write_marian(model, preset, work, staging)
    convert(staging, staging / "ctranslate2", "int8_float32")
    _write_notices(staging)
    if _size(staging) > LARGEST_BYTES:
        (staging / "model.safetensors").unlink()
    seal(staging)
    swap(staging, folder)
    shutil.rmtree(staging)


def convert(folder: Path, out: Path, quantization: Literal["int8_float32", "float32"]) -> None:
    """Convert the Marian folder to CTranslate2 under `out`."""
    from ctranslate2.converters import TransformersConverter

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        TransformersConverter(str(folder)).convert(str(out), quantization=quantization)


def swap(staging: Path, folder: Path) -> None:
    """Move `staging` to `folder`; a reader sees the old files or the new ones, but for an instant."""
    size = _size(staging)
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


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


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
