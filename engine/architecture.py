"""The families of sequence-to-sequence checkpoints that Jisr runs, and how to tell them apart."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Literal, get_args

from base.errors import CorruptModelError, ModelError

Architecture = Literal["marian", "mbart", "m2m100", "nllb", "mt5", "bart", "pegasus"]

_MODEL_TYPES: dict[str, Architecture] = {
    "marian": "marian",
    "mbart": "mbart",
    "m2m_100": "m2m100",
    "mt5": "mt5",
    "bart": "bart",
    "pegasus": "pegasus",
}


def detect_architecture(folder: Path) -> Architecture:
    """Return the architecture of the checkpoint in `folder`, read from its `config.json`.

    Raises `CorruptModelError` when that file is missing or no JSON, and `ModelError` for a family that
    Jisr does not run.
    """
    model_type = str(read_json(folder / "config.json").get("model_type"))
    architecture = _MODEL_TYPES.get(model_type)
    if architecture is None:
        raise ModelError(
            f"{folder} holds a {model_type!r} checkpoint; expected one of: {', '.join(_MODEL_TYPES)} "
            "(NLLB is of type m2m_100). Choose another model, see: jisr models list"
        )
    return "nllb" if architecture == "m2m100" and _is_nllb(folder) else architecture


def tokenizer_class(folder: Path) -> str:
    """Return the name of the checkpoint's tokenizer class without "Fast", or "" when no file tells."""
    for name in ("tokenizer_config.json", "config.json"):
        path = folder / name
        found = read_json(path).get("tokenizer_class") if path.is_file() else None
        if found:
            return str(found).removesuffix("Fast")
    return ""


def max_positions(folder: Path) -> int:
    """Return the longest sequence that the checkpoint takes, in pieces, special ones counted.

    Relative positions (mT5) have no end; 1024 is where such checkpoints have been used.
    """
    config = read_json(folder / "config.json")
    return int(config.get("max_position_embeddings") or 1024)


def summary_length(folder: Path) -> int:
    """Return the number of target pieces at which the checkpoint's own settings end a summary (default 128)."""
    found = _setting(folder, "max_length")
    return int(found) if found else 128


def decoder_start_id(folder: Path) -> int | None:
    """Return the id of the piece that starts the decoder, as the checkpoint's settings say."""
    return _setting(folder, "decoder_start_token_id")


def forced_first_id(folder: Path) -> int | None:
    """Return the id of the piece that every target begins with, if the checkpoint's settings name one."""
    return _setting(folder, "forced_bos_token_id")


def _setting(folder: Path, key: str) -> int | None:
    """Newer checkpoints keep generation settings in a file of their own, older ones in `config.json`."""
    for name in ("generation_config.json", "config.json"):
        path = folder / name
        found = read_json(path).get(key) if path.is_file() else None
        if found is not None:
            return int(found)
    return None


def read_json(path: Path) -> dict[str, Any]:
    """Read a JSON object of a model folder; raises `CorruptModelError` naming the file."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise CorruptModelError(
            f"{path.name} is missing in {path.parent}; expected a Hugging Face checkpoint of one of: "
            f"{', '.join(get_args(Architecture))}. Fetch it again with: jisr models pull"
        ) from error
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise CorruptModelError(
            f"{path} is damaged (no JSON: {error}). Fetch it again with: jisr models pull"
        ) from error
    if not isinstance(content, dict):
        raise CorruptModelError(
            f"{path} is damaged (a JSON {type(content).__name__}, expected an object). "
            "Fetch it again with: jisr models pull"
        )
    return content


def _is_nllb(folder: Path) -> bool:
    """NLLB shares its model type with M2M100, whose folders always hold a `vocab.json`."""
    return tokenizer_class(folder) == "NllbTokenizer" or not (folder / "vocab.json").is_file()
