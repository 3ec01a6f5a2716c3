"""Summaries made of the article's own sentences: the baselines, and the safety net of the abstractive method."""

from __future__ import annotations

import math
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from article.model import Article
from base.errors import UnsupportedTaskError
from base.extras import require
from base.flags import Flag
from base.languages import NAMES, Language, other
from summarize.clean import repeats
from summarize.length import Budget, budget, fit
from summarize.model import AlignedText, Length, Route, SentenceTranslator, Summary, SummarySentence, faults
from summarize.overlap import is_content, keys, words
from summarize.salience import centroid_scores, in_order_of_gain, news_scores
from summarize.signature import signature
from summarize.source import Source, read_source

Ranking = Literal["centroid", "textrank", "lexrank"]
METHODS: Final = ("lead", "centroid", "textrank", "lexrank")
_SUMY: Final[dict[str, tuple[str, str]]] = {
    "textrank": ("sumy.summarizers.text_rank", "TextRankSummarizer"),
    "lexrank": ("sumy.summarizers.lex_rank", "LexRankSummarizer"),
}


@dataclass(frozen=True, slots=True)
class Lead:
    """The first sentences of the article: the baseline that news summarizers must beat.

    `k` fixes their number (Lead-3 of the literature); None takes what the length allows. For a summary in the other
    language the sentences' translations are taken, from `aligned` or made by `translator`.
    """

    k: int | None = None
    translator: SentenceTranslator | None = None

    @property
    def name(self) -> str:
        """`lead`, or `lead-k`."""
        return "lead" if self.k is None else f"lead-{self.k}"

    def summarize(
        self,
        article: Article,
        language: Language,
        length: Length = "paragraph",
        route: Route | None = None,  # noqa: ARG002
        aligned: AlignedText | None = None,
    ) -> Summary:
        """Return the first sentences of `article`; see `summarize.model.Summarizer`. `route` makes no difference."""
        source = read_source(article)
        limits = budget(length, language, source.body_words)
        if self.k is not None:
            limits = Budget(words=1 << 30, sentences=self.k, sentence_words=1 << 30, fewest=self.k)
        order = source.body[: limits.sentences * 3 + 3]
        return _copy(source, order, language, limits, aligned, self.translator, f"{self.name}|length:{length}")


@dataclass(frozen=True, slots=True)
class Extractive:
    """The most central sentences of the article, in its order, none repeating another.

    `centroid` is built in; `textrank` (Mihalcea and Tarau, 2004) and `lexrank` (Erkan and Radev, 2004) are sumy's,
    run on Jisr's sentences and stems, and come with the extra `eval`.
    """

    ranking: Ranking = "centroid"
    translator: SentenceTranslator | None = None

    @property
    def name(self) -> str:
        """Name of the ranking."""
        return self.ranking

    def summarize(
        self,
        article: Article,
        language: Language,
        length: Length = "paragraph",
        route: Route | None = None,  # noqa: ARG002
        aligned: AlignedText | None = None,
    ) -> Summary:
        """Return central sentences of `article`; see `summarize.model.Summarizer`. `route` makes no difference."""
        source = read_source(article)
        limits = budget(length, language, source.body_words)
        ranked = ranked_ids(self.ranking, source)
        return _copy(source, ranked, language, limits, aligned, self.translator, f"{self.name}|length:{length}")


def ranked_ids(method: str, source: Source) -> tuple[int, ...]:
    """Return the ids of the body, best first by one of `METHODS`; `lead` has them in the article's order."""
    if method == "lead":
        return source.body
    texts = [source.texts[index] for index in source.body]
    if method == "centroid":
        scores: Sequence[float] = centroid_scores(texts, source.language)
    else:
        scores = _sumy_scores(texts, source.language, method)
    order = sorted(range(len(texts)), key=lambda rank: (-scores[rank], rank))
    return tuple(source.body[rank] for rank in order)


def salient_ids(source: Source) -> tuple[int, ...]:
    """Return the ids of the body, those that a news reader should see first coming first, repetitions late."""
    texts = [source.texts[index] for index in source.body]
    order = in_order_of_gain(salient_scores(source), texts, source.language)
    return tuple(source.body[rank] for rank in order)


def salient_scores(source: Source) -> tuple[float, ...]:
    """Return how much each sentence of the body matters, see `salience.news_scores`."""
    return news_scores([source.texts[index] for index in source.body], source.language, source.article.title or "")


def target_texts(
    source: Source,
    ids: Sequence[int],
    language: Language,
    aligned: AlignedText | None,
    translator: SentenceTranslator | None,
) -> tuple[tuple[str, tuple[Flag, ...]], ...]:
    """Return the sentences `ids` in `language` with the faults of their translation.

    That is their own text, the translation at hand, or a new one. Raises `UnsupportedTaskError` when another language
    is wanted and there is neither of the last two.
    """
    if language == source.language:
        return tuple((source.texts[index], ()) for index in ids)
    if aligned is not None and aligned.language == language:
        return tuple((aligned.targets[index].strip(), faults(aligned.flags[index])) for index in ids)
    if translator is None:
        raise UnsupportedTaskError(
            f"The article is in {NAMES[source.language]}, and a summary of its own sentences in {NAMES[language]} "
            "needs their translation, which was not given. Run `jisr summarize`, which has a translator, or ask for "
            f"--languages {other(language)}."
        )
    found = translator.translate_segments(tuple(source.texts[index] for index in ids), source.language, language)
    return tuple((segment.target, faults(segment.flags)) for segment in found)


def _copy(
    source: Source,
    ranked: Sequence[int],
    language: Language,
    limits: Budget,
    aligned: AlignedText | None,
    translator: SentenceTranslator | None,
    described: str,
) -> Summary:
    """Return the best of the ranked sentences that fit, in the article's order."""
    chosen = _choose(source, ranked, limits)
    texts = target_texts(source, chosen, language, aligned, translator)
    found = sorted((index, text, flags) for index, (text, flags) in zip(chosen, texts, strict=True) if text)
    kept = fit([text for _, text, _ in found], limits)
    sentences = tuple(SummarySentence(text, (index,), 1.0, flags) for index, text, flags in (found[at] for at in kept))
    route: Route = "direct" if language == source.language else "summarize-then-translate"
    return Summary(language, sentences, route, 1.0, signature(described, None))


def _choose(source: Source, ranked: Sequence[int], limits: Budget) -> list[int]:
    """Return ranked ids without repetitions, as many as fit into the limits."""
    chosen: list[int] = []
    used = 0
    for index in ranked:
        count = source.word_counts[index]
        room = used + count <= limits.words or (len(chosen) < limits.fewest and used < limits.words)
        if len(chosen) == limits.sentences or used >= limits.words:
            break
        if (chosen and not room) or repeats(
            source.texts[index], [source.texts[taken] for taken in chosen], source.language
        ):
            continue
        chosen.append(index)
        used += count
    return chosen


class _Stems:
    """Jisr's words in the place of sumy's tokenizer."""

    def __init__(self, language: Language) -> None:
        self._language = language

    def to_words(self, text: str) -> tuple[str, ...]:
        """Return the matching keys of the content words; never empty, since sumy divides by their number."""
        return tuple(keys(word)[0] for word in words(text) if is_content(word, self._language)) or ("-",)


def _sumy_scores(texts: Sequence[str], language: Language, ranking: str) -> list[float]:
    """Return sumy's rating of each text; its `count` may be a function, which is shown all of them."""
    module, name = _SUMY[ranking]
    purpose = f"rank sentences with {ranking}"
    dom: Any = require("sumy.models.dom", "eval", purpose)
    rank: Any = getattr(require(module, "eval", purpose), name)()
    stems = _Stems(language)
    document = dom.ObjectDocumentModel([dom.Paragraph([dom.Sentence(text, stems) for text in texts])])
    ratings = [0.0] * len(texts)

    def note(rated: Sequence[Any]) -> Sequence[Any]:
        for entry in rated:
            ratings[entry.order] = float(entry.rating)
        return rated

    with warnings.catch_warnings():
        # LexRank divides by nothing where no two sentences share a word.
        warnings.simplefilter("ignore", RuntimeWarning)
        rank(document, note)
    return [rating if math.isfinite(rating) else 0.0 for rating in ratings]
