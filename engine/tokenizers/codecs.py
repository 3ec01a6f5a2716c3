"""The two file formats of subword vocabularies: SentencePiece models and `tokenizers` files."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from base.errors import CorruptModelError
from base.extras import require

if TYPE_CHECKING:
    from engine.tokenizers.tokenizer import Codec

SPACE = "▁"
_SURROGATE = re.compile("[\ud800-\udfff]")
_BYTE = re.compile(r"<0x([0-9A-F]{2})>")


class SentencePieceCodec:
    """A SentencePiece model (Kudo and Richardson 2018), https://aclanthology.org/D18-2012/."""

    def __init__(self, path: Path) -> None:
        import sentencepiece  # a shared library of several MB, wanted only when a model is loaded

        try:
            self._processor = sentencepiece.SentencePieceProcessor(model_file=str(path))
        except (OSError, RuntimeError) as error:
            raise CorruptModelError(
                f"{path} is damaged (no SentencePiece model: {error}). Fetch it again with: jisr models pull"
            ) from error

    def pieces(self, text: str) -> list[str]:
        """Cut text into pieces; characters that the vocabulary lacks stay as they are."""
        found: list[str] = self._processor.encode(_encodable(text), out_type=str)
        return found

    def vocabulary(self) -> frozenset[str]:
        """Return every piece that the model can cut a text into, and its special ones."""
        return frozenset(self._processor.id_to_piece(number) for number in range(self._processor.get_piece_size()))

    def text(self, pieces: Iterable[str]) -> str:
        """Put pieces together again; see `join_pieces`."""
        return join_pieces(pieces)


class FastCodec:
    """A vocabulary in the format of the `tokenizers` package: `tokenizer.json`, or `vocab.json` with `merges.txt`."""

    def __init__(self, tokenizer: Any) -> None:
        # Without this a "</s>" that stands in the text would become the end of sentence.
        tokenizer.encode_special_tokens = True
        self._tokenizer = tokenizer

    def pieces(self, text: str) -> list[str]:
        """Cut text into pieces."""
        found: list[str] = self._tokenizer.encode(_encodable(text), add_special_tokens=False).tokens
        return found

    def text(self, pieces: Iterable[str]) -> str:
        """Put pieces together again."""
        return str(self._tokenizer.decoder.decode(list(pieces))).strip()


def join_pieces(pieces: Iterable[str]) -> str:
    """Undo SentencePiece: `▁` is a space, runs of byte pieces `<0xD9><0x85>` are UTF-8.

    Done by hand because a SentencePiece model decodes only the pieces of its own vocabulary, and Marian
    targets may hold pieces of the source vocabulary. Bytes that are no UTF-8 become U+FFFD.
    """
    out: list[str] = []
    pending = bytearray()
    for piece in pieces:
        byte = _BYTE.fullmatch(piece)
        if byte:
            pending.append(int(byte[1], 16))
            continue
        if pending:
            out.append(pending.decode("utf-8", errors="replace"))
            pending.clear()
        out.append(piece)
    out.append(pending.decode("utf-8", errors="replace"))
    return "".join(out).replace(SPACE, " ").strip()


def _encodable(text: str) -> str:
    """Replace lone surrogates, which no UTF-8 can hold, by U+FFFD."""
    return _SURROGATE.sub("\ufffd", text)


def load_codec(folder: Path, *sentencepiece_names: str) -> Codec:
    """Load the first of `sentencepiece_names` that is in `folder`, else its `tokenizer.json`.

    Raises `CorruptModelError` when there is neither.
    """
    for name in sentencepiece_names:
        if (folder / name).is_file():
            return SentencePieceCodec(folder / name)
    if (folder / "tokenizer.json").is_file():
        return load_fast_codec(folder)
    raise CorruptModelError(
        f"No tokenizer in {folder}; expected one of: {', '.join((*sentencepiece_names, 'tokenizer.json'))}. "
        "Fetch it again with: jisr models pull"
    )


def load_fast_codec(folder: Path) -> FastCodec:
    """Load `tokenizer.json`, or byte-level BPE from `vocab.json` and `merges.txt` (GPT-2, BART).

    Raises `CorruptModelError` for a damaged file, `MissingExtraError` without the `tokenizers` package.
    """
    tokenizers = require("tokenizers", "models", "read this model's vocabulary")
    whole, vocabulary, merges = (folder / name for name in ("tokenizer.json", "vocab.json", "merges.txt"))
    try:
        if whole.is_file():
            return FastCodec(tokenizers.Tokenizer.from_file(str(whole)))
        return FastCodec(tokenizers.ByteLevelBPETokenizer.from_file(str(vocabulary), str(merges))._tokenizer)
    except Exception as error:  # the package raises bare Exception for every kind of damage
        raise CorruptModelError(
            f"The vocabulary in {folder} is missing or damaged ({error}); expected tokenizer.json, or vocab.json "
            "with merges.txt. Fetch it again with: jisr models pull"
        ) from error
