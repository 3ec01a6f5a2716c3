"""The metrics of a task together, and the short way from two lists of texts to scores."""

from __future__ import annotations

from collections.abc import Sequence

from base.languages import Language
from eval.resampling import RESAMPLES, SEED, score
from eval.rouge import DEFAULT_TOKENIZERS, Sentences, rouge
from eval.score import Score
from eval.statistics import Statistics
from eval.translation import References, bleu, chrf_and_plus, ter
from eval.validate import check_texts


def score_texts(
    hypotheses: Sequence[str],
    references: Sequence[str],
    language: Language,
    *,
    resamples: int = RESAMPLES,
    seed: int = SEED,
) -> tuple[Score, ...]:
    """Return BLEU, chrF and ROUGE-1, -2, -L, -Lsum of texts in `language`, each with its interval and signature.

    ROUGE comes once with each of the language's tokenizers (`eval.tokens`): the signature tells them apart.
    Raises `InputError` for lists of different lengths, empty references and blank hypotheses, and
    `MissingExtraError` when the packages of the extra `eval` are not installed.
    """
    wanted = [[text] for text in references]
    check_texts(hypotheses, wanted)
    characters, _ = chrf_and_plus(hypotheses, wanted)
    statistics = (bleu(hypotheses, wanted), characters, *rouge_metrics(hypotheses, wanted, language))
    return score(statistics, resamples=resamples, seed=seed)


def translation_metrics(
    hypotheses: Sequence[str], references: References, *, edits: bool = True
) -> tuple[Statistics, ...]:
    """Return BLEU, chrF, chrF++ and, with `edits`, TER, which takes most of the time."""
    found = (bleu(hypotheses, references), *chrf_and_plus(hypotheses, references))
    return (*found, ter(hypotheses, references)) if edits else found


def rouge_metrics(
    hypotheses: Sequence[str], references: References, language: Language, *, sentences: Sentences = "lines"
) -> tuple[Statistics, ...]:
    """Return ROUGE-1, -2, -L, -Lsum with each of the language's tokenizers."""
    return tuple(
        metric
        for tokens in DEFAULT_TOKENIZERS[language]
        for metric in rouge(hypotheses, references, language, tokens, sentences=sentences)
    )
