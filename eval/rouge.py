"""ROUGE-1, -2, -L and -Lsum (Lin 2004) that can read Arabic.

The arithmetic is that of the package `rouge_score` (F1 per text, mean over texts, the best of several references);
what counts as a word is a choice with a name, see `eval.tokens`. With the tokenizer `google` English scores equal
`rouge_score`'s; with any other, identical Arabic texts score 100 instead of its 0.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from importlib.metadata import PackageNotFoundError, version
from typing import Final, Literal

from article.split import split_sentences
from base.languages import Language
from eval.lcs import lcs_length, lcs_positions
from eval.statistics import Statistics, mean, table_of
from eval.tokens import TokenizerName, signature, tokenizer

Sentences = Literal["lines", "split"]
"""What ROUGE-Lsum takes for a sentence: a line (as `rouge_score`), or what `article.split` finds."""

DEFAULT_TOKENIZERS: Final[dict[Language, tuple[TokenizerName, ...]]] = {
    "ar": ("xlsum", "normalised"),
    "en": ("xlsum", "google-porter"),
}
VERSION: Final = "1"
"""Raised whenever the same texts get another score than before."""

Tokens = list[str]
Fractions = tuple[float, float, float]
"""F1, precision, recall, in [0, 1]."""


@dataclass(frozen=True, slots=True)
class Tokenised:
    """A text as ROUGE sees it: its sentences' tokens, and those of the whole text."""

    sentences: tuple[Tokens, ...]
    tokens: Tokens


def rouge(
    hypotheses: Sequence[str],
    references: Sequence[Sequence[str]],
    language: Language,
    tokens: TokenizerName,
    *,
    sentences: Sentences = "lines",
) -> tuple[Statistics, ...]:
    """Return ROUGE-1, -2, -L and -Lsum of hypotheses in `language`, each against one or more references.

    Columns: F1, the number of texts, precision and recall; of several references the one with the best F1 counts.
    """
    tokenizer(tokens, language)  # a missing stemmer is named before anything is read
    read = partial(_read, language=language, tokens=tokens, sentences=sentences)
    pairs = [
        (read(hypothesis), [read(text) for text in wanted])
        for hypothesis, wanted in zip(hypotheses, references, strict=True)
    ]
    counts = {len(wanted) for wanted in references}
    line = "|".join(
        (
            f"nrefs:{counts.pop() if len(counts) == 1 else 'var'}",
            "case:lc",
            signature(tokens, language),
            f"sents:{sentences}",
            f"agg:mean-f1|multi:max|version:jisr-rouge-{VERSION}{_stemmer_version(tokens)}",
        )
    )
    return tuple(
        Statistics(
            name,
            table_of([_best(measure, hypothesis, wanted) for hypothesis, wanted in pairs], 4),
            mean,
            line,
            detail=(("precision", 2), ("recall", 3)),
        )
        for name, measure in _MEASURES.items()
    )


def ngram_overlap(hypothesis: Tokens, reference: Tokens, order: int) -> Fractions:
    """Return F1, precision and recall of the n-grams of `order`, counted with repetitions."""
    said, wanted = _ngrams(hypothesis, order), _ngrams(reference, order)
    smaller, larger = sorted((said, wanted), key=len)
    matches = sum(min(count, larger[ngram]) for ngram, count in smaller.items() if ngram in larger)
    return _fractions(matches, said.total(), wanted.total())


@lru_cache(maxsize=1 << 13)
def _read(text: str, language: Language, tokens: TokenizerName, sentences: Sentences) -> Tokenised:
    """Tokenise line by line: no tokenizer here has a token that spans a line end.

    Remembered, since every system is compared with the same references.
    """
    tokenise = tokenizer(tokens, language)
    lines = text.split("\n") if sentences == "lines" else [sentence.text for sentence in split_sentences(text)]
    parts = tuple(tokenise(line) for line in lines if line)
    return Tokenised(parts, [token for part in parts for token in part])


def _best(
    measure: Callable[[Tokenised, Tokenised], Fractions], said: Tokenised, wanted: Sequence[Tokenised]
) -> tuple[float, float, float, float]:
    f1, precision, recall = max((measure(said, one) for one in wanted), key=lambda found: found[0])
    return f1, 1.0, precision, recall


def _ngrams(tokens: Tokens, order: int) -> Counter[object]:
    return Counter(tokens) if order == 1 else Counter(zip(*(tokens[start:] for start in range(order)), strict=False))


def _rouge_n(said: Tokenised, wanted: Tokenised, order: int) -> Fractions:
    return ngram_overlap(said.tokens, wanted.tokens, order)


def _rouge_l(said: Tokenised, wanted: Tokenised) -> Fractions:
    return _fractions(lcs_length(wanted.tokens, said.tokens), len(said.tokens), len(wanted.tokens))


def _rouge_lsum(said: Tokenised, wanted: Tokenised) -> Fractions:
    """Union of the longest common subsequences of each reference sentence with all of the hypothesis's (3.2 of Lin)."""
    left, right = Counter(said.tokens), Counter(wanted.tokens)
    hits = 0
    for sentence in wanted.sentences:
        union = {place for other in said.sentences for place in lcs_positions(sentence, other)}
        for place in sorted(union):
            token = sentence[place]
            # A token of either side counts once only, however many subsequences it is in.
            if left[token] > 0 and right[token] > 0:
                hits += 1
                left[token] -= 1
                right[token] -= 1
    return _fractions(hits, len(said.tokens), len(wanted.tokens))


def _fractions(matches: int, said: int, wanted: int) -> Fractions:
    precision, recall = matches / max(said, 1), matches / max(wanted, 1)
    both = precision + recall
    return (2 * precision * recall / both if both else 0.0), precision, recall


def _stemmer_version(tokens: TokenizerName) -> str:
    package = {"xlsum": "snowballstemmer", "google-porter": "nltk"}.get(tokens)
    if package is None:
        return ""
    try:
        return f"+{package}-{version(package)}"
    except PackageNotFoundError:
        return f"+{package}"


_MEASURES: Final[dict[str, Callable[[Tokenised, Tokenised], Fractions]]] = {
    "ROUGE-1": partial(_rouge_n, order=1),
    "ROUGE-2": partial(_rouge_n, order=2),
    "ROUGE-L": _rouge_l,
    "ROUGE-Lsum": _rouge_lsum,
}
