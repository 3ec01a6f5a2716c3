"""Tokenizers: text to pieces and back, one small file for each family of checkpoints."""

from __future__ import annotations

from pathlib import Path

from engine.architecture import Architecture
from engine.tokenizers.tokenizer import Codec, Tokenizer

__all__ = ["Codec", "Tokenizer", "load_tokenizer"]


def load_tokenizer(folder: Path, architecture: Architecture) -> Tokenizer:
    """Load the tokenizer of the checkpoint in `folder` (the original files, not the converted ones).

    Raises `CorruptModelError` when a file is missing or damaged, and `MissingExtraError` when the files need
    a package that is not installed.
    """
    raise NotImplementedError
