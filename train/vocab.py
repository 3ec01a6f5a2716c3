"""Step two: one SentencePiece vocabulary for both languages, and the Marian files made from it."""

from __future__ import annotations

import json
import lzma
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from article.normalise import normalise_for_model
from base.errors import InputError
from train import leakage
from train.corpus import open_text
from train.prepare import read_prepared_pairs

if TYPE_CHECKING:
    from sentencepiece import SentencePieceProcessor

TASKS: Final = (">>eng<<", ">>ara<<", ">>sum_eng<<", ">>sum_ara<<")
# What noise leaves out, and what marks a source that a model wrote (Caswell et al. 2019).
MASK: Final = "<mask>"
SYNTHETIC: Final = "<synthetic>"
END: Final = 0
UNKNOWN: Final = 1
MONOLINGUAL_LINES: Final = 60_000


def train_vocabulary(sentences: Iterator[str], prefix: Path, pieces: int) -> None:
    """Train a unigram model (Kudo 2018) and write `prefix.model`.

    Ids follow Marian: `</s>` 0, `<unk>` 1. Task tokens, `MASK` and `SYNTHETIC` are control symbols, so no text of
    a user can ever produce one. Normalisation is left to `article.normalise`, hence `identity`.
    """
    import sentencepiece

    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=sentences,
        model_prefix=str(prefix),
        model_type="unigram",
        vocab_size=pieces,
        character_coverage=0.9995,
        byte_fallback=True,
        split_digits=True,
        normalization_rule_name="identity",
        eos_id=END,
        unk_id=UNKNOWN,
        bos_id=-1,
        pad_id=-1,
        eos_piece="</s>",
        control_symbols=[*TASKS, MASK, SYNTHETIC],
        num_threads=2,
        input_sentence_size=400_000,
        shuffle_input_sentence=True,
        max_sentence_length=8192,
        minloglevel=2,
    )


def load(work: Path) -> SentencePieceProcessor:
    """Return the trained vocabulary of `work`."""
    import sentencepiece

    return sentencepiece.SentencePieceProcessor(model_file=str(work / "vocab.model"))


def control_id(processor: SentencePieceProcessor, piece: str) -> int:
    """Return the id of a control symbol; `InputError` when the vocabulary comes from a recipe without it."""
    number: int = processor.piece_to_id(piece)
    if number == UNKNOWN:
        raise InputError(
            f"The vocabulary has no piece {piece}: an earlier recipe made it. Make it again with python -m train "
            "vocab, in a work folder without checkpoint.pt, since the weights belong to the vocabulary."
        )
    return number


def vocabulary_json(processor: SentencePieceProcessor) -> dict[str, int]:
    """Return Marian's `vocab.json`: piece to id, `<pad>` last."""
    size = processor.get_piece_size()
    table = {processor.id_to_piece(number): number for number in range(size)}
    return {**table, "<pad>": size}


def sentences(corpus: Path, work: Path, lines: int = MONOLINGUAL_LINES) -> Iterator[str]:
    """Yield both sides of the prepared pairs and an equal number of news lines in both languages."""
    for pair in read_prepared_pairs(work):
        if not pair.source.startswith(("ui-", "lex-arabeyes", "rasaif")):
            yield pair.arabic
            yield pair.english
    held_out = leakage.keys(leakage.held_out_texts(corpus))
    for name in ("news.ar", "news.en"):
        path = corpus / "mono" / f"{name}.jsonl.xz"
        if path.exists():
            yield from monolingual(path, lines, held_out)


def monolingual(path: Path, lines: int, held_out: set[str]) -> Iterator[str]:
    """Yield up to `lines` normalised paragraphs of the first articles of a `mono/*.jsonl.xz` file.

    Paragraphs with a sentence of `held_out` (`leakage.keys`) are left out: counts are training, too.
    """
    left = lines
    with open_text(path) as rows:
        try:
            for row in rows:
                for paragraph in json.loads(row)["text"].split("\n"):
                    if len(paragraph) > 40 and not leakage.keys([paragraph]) & held_out:
                        yield normalise_for_model(paragraph)
                        left -= 1
                        if not left:
                            return
        except lzma.LZMAError:
            return


def make_vocabulary(corpus: Path, work: Path, pieces: int) -> None:
    """Write `vocab.model` under `work`."""
    train_vocabulary(sentences(corpus, work), work / "vocab", pieces)
