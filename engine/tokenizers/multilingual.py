"""mBART, mBART-50, M2M100 and NLLB: language codes around the source and in front of the target.

Liu et al. 2020, https://arxiv.org/abs/2001.08210; Tang et al. 2020, https://arxiv.org/abs/2008.00401;
Fan et al. 2021, https://arxiv.org/abs/2010.11125; NLLB Team 2022, https://arxiv.org/abs/2207.04672.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from engine.architecture import read_json, tokenizer_class
from engine.backend import TargetStart
from engine.tokenizers.bart import load_framed
from engine.tokenizers.codecs import load_codec
from engine.tokenizers.family import END, PADDING, UNKNOWN, LanguageCodes, without
from engine.tokenizers.tokenizer import Codec, Tokenizer
from engine.types import Task

_SENTENCEPIECE = ("sentencepiece.bpe.model", "spm.model", "spiece.model")
_CODE = r"[a-z]{2}_[A-Z]{2}|__[a-z]{2,3}__|[a-z]{3}_[A-Z][a-z]{3}|madeupword\d"
_UNUSED = ("<mask>", *(f"madeupword{number}" for number in range(8)))
_MBART = LanguageCodes(ar="ar_AR", en="en_XX")
_M2M100 = LanguageCodes(ar="__ar__", en="__en__")
_NLLB = LanguageCodes(ar="arb_Arab", en="eng_Latn")


@dataclass(frozen=True)
class MultilingualTokenizer:
    """Source and target language are named by a piece each.

    `layout` is "before" for `[source code] text </s>` with the target code after the decoder's start, and
    "after" for `text </s> [source code]` where the target code is itself the decoder's start (mBART-25).
    """

    codec: Codec
    codes: LanguageCodes
    layout: Literal["before", "after"] = "before"

    @property
    def suppressed(self) -> tuple[str, ...]:
        """Padding, the unknown piece, the codes of the two languages, and rows that stand for no piece."""
        return (UNKNOWN, PADDING, self.codes.ar, self.codes.en, *_UNUSED)

    def supports(self, task: Task) -> bool:  # noqa: ARG002
        """Both languages have a code; what the checkpoint was trained for is not in the vocabulary."""
        return True

    def pieces(self, text: str) -> list[str]:
        """Cut text into source pieces, without special ones."""
        return self.codec.pieces(text)

    def source(self, pieces: Sequence[str], task: Task) -> tuple[str, ...]:
        """Add the code of the source language and the end of sentence."""
        code = self.codes.of(task.source)
        return (code, *pieces, END) if self.layout == "before" else (*pieces, END, code)

    def start(self, task: Task) -> TargetStart:
        """Name the target language."""
        code = self.codes.of(task.target)
        return TargetStart(END, (code,)) if self.layout == "before" else TargetStart(code)

    def text(self, tokens: Sequence[str]) -> str:
        """Turn target pieces into text; special ones are dropped."""
        return self.codec.text(without(tokens, _CODE))


def load_mbart(folder: Path) -> Tokenizer:
    """Load the tokenizer of mBART-50 or mBART-25, or that of an mBART without language codes (AraBART)."""
    codec = load_codec(folder, *_SENTENCEPIECE)
    layout = _mbart_layout(folder)
    return load_framed(folder, codec) if layout is None else MultilingualTokenizer(codec, _MBART, layout)


def load_m2m100(folder: Path) -> MultilingualTokenizer:
    """Load the tokenizer of M2M100."""
    return MultilingualTokenizer(load_codec(folder, *_SENTENCEPIECE), _M2M100)


def load_nllb(folder: Path) -> MultilingualTokenizer:
    """Load the tokenizer of NLLB-200, with the source code in front as since transformers 4.38."""
    return MultilingualTokenizer(load_codec(folder, *_SENTENCEPIECE), _NLLB)


def _mbart_layout(folder: Path) -> Literal["before", "after"] | None:
    """The class names it; folders with a generic class have a `tokenizer.json` that lists the codes."""
    name = tokenizer_class(folder)
    if name in ("MBart50Tokenizer", "MBartTokenizer"):
        return "before" if name == "MBart50Tokenizer" else "after"
    whole = folder / "tokenizer.json"
    if name == "BarthezTokenizer" or not whole.is_file():
        return None
    added = {entry["content"] for entry in read_json(whole).get("added_tokens", [])}
    if _MBART.ar not in added:
        return None
    # Afrikaans is one of the 25 languages that mBART-50 added.
    return "before" if "af_ZA" in added else "after"
