"""BART: byte-level BPE between `<s>` and `</s>`, and the mBART checkpoints that follow it (AraBART).

Lewis et al. 2020, https://arxiv.org/abs/1910.13461; Kamal Eddine et al. 2022, https://arxiv.org/abs/2203.10945.
"""

from __future__ import annotations

from pathlib import Path

from engine.architecture import decoder_start_id, forced_first_id
from engine.backend import TargetStart
from engine.tokenizers.codecs import load_fast_codec
from engine.tokenizers.family import END, PADDING, UNKNOWN, FamilyTokenizer
from engine.tokenizers.tokenizer import Codec

# Ids that fairseq gives to these four, in BART as in mBART.
_CONTROLS = ("<s>", PADDING, END, UNKNOWN)


def load_bart(folder: Path) -> FamilyTokenizer:
    """Load byte-level BPE; raises `CorruptModelError` or `MissingExtraError`."""
    return load_framed(folder, load_fast_codec(folder))


def load_framed(folder: Path, codec: Codec) -> FamilyTokenizer:
    """Frame pieces with `<s>` and `</s>`; the target begins as the checkpoint's settings say."""
    first = _control(forced_first_id(folder))
    return FamilyTokenizer(
        codec,
        suppressed=(UNKNOWN, PADDING, "<mask>"),
        before=("<s>",),
        target=TargetStart(_control(decoder_start_id(folder)), (first,) if first else ()),
    )


def _control(number: int | None) -> str | None:
    return _CONTROLS[number] if number is not None and 0 <= number < len(_CONTROLS) else None
