"""Scores of an exported folder on a development set, through the int8 model that ships."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

from article.normalise import normalise_for_model
from base.extras import require
from train.corpus import read_news, read_pairs

if TYPE_CHECKING:
    from sentencepiece import SentencePieceProcessor

Direction = Literal["ar-en", "en-ar"]
TASK: Final[dict[Direction, str]] = {"ar-en": ">>eng<<", "en-ar": ">>ara<<"}
RESAMPLINGS: Final = 1000
_NUMBER: Final = re.compile(r"\d+")
_ARABIC: Final = re.compile(r"[\u0600-\u06ff]")
_LATIN: Final = re.compile(r"[A-Za-z]{2}")


@dataclass(frozen=True, slots=True)
class Interval:
    """A score from 0 to 100 and half the width of its 95 % confidence interval (paired bootstrap, Koehn 2004)."""

    value: float
    plus_minus: float
    signature: str

    def __str__(self) -> str:
        return f"{self.value:.1f} ± {self.plus_minus:.1f} ({self.signature})"


@dataclass(frozen=True, slots=True)
class Score:
    """Corpus BLEU and chrF of one direction; `figures` is the share of the source's figures found in the output."""

    direction: Direction
    segments: int
    bleu: Interval
    chrf: Interval
    figures: float


def development_pairs(corpus: Path, name: str, limit: int = 0) -> list[tuple[str, str]]:
    """Return (Arabic, English) of `flores200-dev`, another `eval/NAME.tsv`, or `news-dev`; about `limit` of them."""
    if name == "news-dev":
        articles = read_news(corpus / "news" / "dev.jsonl")
        pairs = [pair for article in articles for pair in article.sentences]
    else:
        pairs = [(pair.arabic, pair.english) for pair in read_pairs(corpus / "eval" / f"{name}.tsv")]
    return pairs[:: max(1, len(pairs) // limit)] if limit else pairs


def translate(
    folder: Path,
    texts: list[str],
    task: str,
    *,
    beam: int = 4,
    longest: int = 256,
    converted: Path | None = None,
    one_script: bool = True,
) -> list[str]:
    """Return the outputs for raw `texts`, in order.

    `folder` has the vocabulary and, unless `converted` names another, the CTranslate2 model. Its own type of
    weights decides the arithmetic. `one_script` bans the pieces of the source's script from the output.
    """
    import ctranslate2
    import sentencepiece

    processor = sentencepiece.SentencePieceProcessor(model_file=str(folder / "source.spm"))
    model = converted or folder / "ctranslate2"
    translator = ctranslate2.Translator(str(model), device="cpu", inter_threads=2, intra_threads=1)
    positions = json.loads((folder / "config.json").read_text(encoding="utf-8"))["max_position_embeddings"]
    plain = [normalise_for_model(text) for text in texts]
    batch = [[task, *pieces, "</s>"] for pieces in processor.encode(plain, out_type=str)]
    results: list[Any] = translator.translate_batch(
        batch,
        beam_size=beam,
        max_batch_size=2048,
        batch_type="tokens",
        max_decoding_length=min(longest, positions - 1),
        suppress_sequences=foreign_pieces(processor, task) if one_script else None,
    )
    return [str(processor.decode(result.hypotheses[0])) for result in results]


def foreign_pieces(processor: SentencePieceProcessor, task: str) -> list[list[str]]:
    """Return the pieces, each a sequence of one, that a text in the language of `task` has no use for.

    A small model likes to copy words it does not know. Single Latin letters stay allowed in Arabic.
    """
    foreign = _ARABIC if task.endswith("eng<<") else _LATIN
    pieces = (processor.id_to_piece(number) for number in range(processor.get_piece_size()))
    return [[piece] for piece in pieces if foreign.search(piece) and not piece.startswith(("<", ">"))]


def score(sources: list[str], hypotheses: list[str], references: list[str], direction: Direction) -> Score:
    """Return BLEU (Post 2018), chrF (Popovic 2015) and the share of figures kept."""
    sacrebleu = require("sacrebleu", "eval", "score translations")
    return Score(
        direction,
        len(references),
        _interval(sacrebleu.BLEU(), hypotheses, references),
        _interval(sacrebleu.CHRF(), hypotheses, references),
        figures_kept(sources, hypotheses),
    )


def figures_kept(sources: list[str], hypotheses: list[str]) -> float:
    """Return the share of the digit sequences of `sources` that stand in the same hypothesis, 0 to 1."""
    kept = wanted = 0
    for source, hypothesis in zip(sources, hypotheses, strict=True):
        figures = _NUMBER.findall(normalise_for_model(source))
        wanted += len(figures)
        kept += sum(figure in _NUMBER.findall(hypothesis) for figure in figures)
    return kept / wanted if wanted else 1.0


def score_folder(
    folder: Path,
    pairs: list[tuple[str, str]],
    direction: Direction,
    converted: Path | None = None,
    *,
    one_script: bool = True,
) -> Score:
    """Translate one side of `pairs` and score it against the other, as it is written."""
    side = 0 if direction == "ar-en" else 1
    sources, references = [pair[side] for pair in pairs], [pair[1 - side] for pair in pairs]
    hypotheses = translate(folder, sources, TASK[direction], converted=converted, one_script=one_script)
    return score(sources, hypotheses, references, direction)


def _interval(metric: Any, hypotheses: list[str], references: list[str]) -> Interval:
    result = metric.corpus_score(hypotheses, [references], n_bootstrap=RESAMPLINGS)
    return Interval(float(result.score), float(result._ci), str(metric.get_signature()))
