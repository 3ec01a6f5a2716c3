"""Tokenizers: text to pieces and back, one small file for each family of checkpoints."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from engine.architecture import Architecture
from engine.tokenizers.bart import load_bart
from engine.tokenizers.marian import load_marian
from engine.tokenizers.mt5 import load_mt5
from engine.tokenizers.multilingual import load_m2m100, load_mbart, load_nllb
from engine.tokenizers.pegasus import load_pegasus
from engine.tokenizers.tokenizer import Codec, Tokenizer

__all__ = ["Codec", "Tokenizer", "load_tokenizer"]

_LOADERS: dict[Architecture, Callable[[Path], Tokenizer]] = {
    "marian": load_marian,
    "mbart": load_mbart,
    "m2m100": load_m2m100,
    "nllb": load_nllb,
    "mt5": load_mt5,
    "bart": load_bart,
    "pegasus": load_pegasus,
}


def load_tokenizer(folder: Path, architecture: Architecture) -> Tokenizer:
    """Load the tokenizer of the checkpoint in `folder` (the original files, not the converted ones).

    Raises `CorruptModelError` when a file is missing or damaged, and `MissingExtraError` when the files need
    a package that is not installed.
    """
    return _LOADERS[architecture](folder)
