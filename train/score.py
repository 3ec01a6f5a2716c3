"""Scores of an exported folder on a development set, through the int8 model that ships."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal

from article.normalise import normalise_for_model
from base.extras import require
from train.corpus import read_news, read_pairs

Direction = Literal["ar-en", "en-ar"]
TASK: Final[dict[Direction, str]] = {"ar-en": ">>eng<<", "en-ar": ">>ara<<"}


@dataclass(frozen=True, slots=True)
class Score:
    """Corpus BLEU and chrF of one direction, 0 to 100, with their signatures."""

    direction: Direction
    segments: int
    bleu: float
    chrf: float
    bleu_signature: str
    chrf_signature: str


def development_pairs(corpus: Path, name: str) -> list[tuple[str, str]]:
    """Return (Arabic, English) of `flores200-dev`, another `eval/NAME.tsv`, or `news-dev`."""
    if name == "news-dev":
        articles = read_news(corpus / "news" / "dev.jsonl")
        return [pair for article in articles for pair in article.sentences]
    return [(pair.arabic, pair.english) for pair in read_pairs(corpus / "eval" / f"{name}.tsv")]


def translate(
    folder: Path,
    texts: list[str],
    task: str,
    beam: int = 4,
    compute_type: str = "int8",
    longest: int = 256,
) -> list[str]:
    """Return the outputs of the CTranslate2 model in `folder` for raw `texts`, in order."""
    import ctranslate2
    import sentencepiece

    processor = sentencepiece.SentencePieceProcessor(model_file=str(folder / "source.spm"))
    translator = ctranslate2.Translator(
        str(folder / "ctranslate2"), device="cpu", compute_type=compute_type, intra_threads=2
    )
    plain = [normalise_for_model(text) for text in texts]
    batch = [[task, *pieces, "</s>"] for pieces in processor.encode(plain, out_type=str)]
    results: list[Any] = translator.translate_batch(
        batch, beam_size=beam, max_batch_size=2048, batch_type="tokens", max_decoding_length=longest
    )
    return [str(processor.decode(result.hypotheses[0])) for result in results]


def score(hypotheses: list[str], references: list[str], direction: Direction) -> Score:
    """Return BLEU (13a) and chrF of `hypotheses` (Post 2018, Popovic 2015)."""
    sacrebleu = require("sacrebleu", "eval", "score translations")
    bleu, chrf = sacrebleu.BLEU(), sacrebleu.CHRF()
    return Score(
        direction,
        len(references),
        float(bleu.corpus_score(hypotheses, [references]).score),
        float(chrf.corpus_score(hypotheses, [references]).score),
        str(bleu.get_signature()),
        str(chrf.get_signature()),
    )


def score_folder(folder: Path, pairs: list[tuple[str, str]], direction: Direction, compute_type: str = "int8") -> Score:
    """Translate one side of `pairs` and score it against the other, as it is written."""
    side = 0 if direction == "ar-en" else 1
    sources, references = [pair[side] for pair in pairs], [pair[1 - side] for pair in pairs]
    return score(translate(folder, sources, TASK[direction], compute_type=compute_type), references, direction)
