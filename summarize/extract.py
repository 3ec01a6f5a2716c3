"""The article's own most telling sentences as its summary, in the other language their translations."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from article.model import Article
from base.languages import Language
from summarize.board import Board
from summarize.compress import compress
from summarize.extractive import salient_scores, target_texts
from summarize.judge import LEAST_SUPPORT, Judge, Verdict, doubt
from summarize.length import Budget, budget
from summarize.model import (
    AlignedText,
    Length,
    NamedLength,
    Route,
    SentenceTranslator,
    Summarizer,
    Summary,
    SummarySentence,
)
from summarize.routes import aligned_with
from summarize.salience import in_order_of_gain
from summarize.signature import signature
from summarize.source import Source, read_source

_SPARE: Final = 3
"""Sentences looked at for each one that is wanted: a doubtful translation is passed over for one of the next."""
_DOUBT: Final = 0.3
"""How much less a translated sentence matters for each point of doubt: what the article opens with is worth 1."""
_OVERLONG: Final[dict[NamedLength, float]] = {"headline": 0.6, "line": 0.3, "bullets": 0.4, "paragraph": 0.2}
"""How much less one matters that is twice as long as it should be."""
_OVERLONG_FOR_A_BUDGET: Final = 0.6
_BREAKS_THE_BUDGET: Final = 1.5
"""How much less one matters that alone has more words than were asked for: another one is taken if there is any."""
_TITLE: Final = 1.5
"""What the title is worth as a headline: less than a short opening sentence, more than a long one."""
_TITLE_WORDS: Final = (3, 16)


@dataclass(frozen=True, slots=True)
class Extract:
    """Summaries that only copy: nothing is made up, and where a translation is doubtful the sentence says so.

    Sentences are chosen by their place, how central they are, what they share with the title, and what they add; in a
    headline, a line and bullets, asides and clauses at the end of long ones are left out. A headline may be the
    article's title. The default where no model writes better. `writer` takes over when a route is asked for by name.
    """

    translator: SentenceTranslator | None = None
    writer: Summarizer | None = None

    @property
    def name(self) -> str:
        """Always `extract`."""
        return "extract"

    def summarize(
        self,
        article: Article,
        language: Language,
        length: Length = "paragraph",
        route: Route | None = None,
        aligned: AlignedText | None = None,
    ) -> Summary:
        """Return sentences of `article`; see `summarize.model.Summarizer`.

        Raises `UnsupportedTaskError` when another language is wanted and there is neither a translation nor a
        translator.
        """
        source = read_source(article)
        if route is not None and language != source.language and self.writer is not None:
            return self.writer.summarize(article, language, length, route, aligned)
        limits = budget(length, language, source.body_words)
        usable = aligned_with(aligned, language, len(source.texts))
        board = Board(limits, language)
        for verdict in self._ranked(source, language, length, usable):
            if verdict.ok or board.is_short:
                board.add(verdict)
        taken = tuple(sorted((_plain(sentence) for sentence in board.taken), key=lambda found: found.evidence))
        taken_route: Route = "direct" if language == source.language else "summarize-then-translate"
        return Summary(language, taken, taken_route, 1.0, signature(f"{self.name}|length:{length}", None))

    def _ranked(self, source: Source, language: Language, length: Length, aligned: AlignedText | None) -> list[Verdict]:
        """Return the verdicts on the sentences that matter most, best first; those without a text are left out."""
        limits = budget(length, language, source.body_words)
        scores = dict(zip(source.body, salient_scores(source), strict=True))
        if length == "headline" and (title := _title(source)) is not None:
            scores[title] = _TITLE
        first = self._best(source, scores, _SPARE * limits.sentences)
        judge = Judge(source, language, None if aligned is None else aligned.targets)
        texts = target_texts(source, first, language, aligned, self.translator)
        found = {index: judge.copied(index, *pair) for index, pair in zip(first, texts, strict=True) if pair[0].strip()}
        if isinstance(length, str) and length != "paragraph":
            found = {index: _shortened(verdict, language, limits) for index, verdict in found.items()}
        worth = {
            index: scores[index] - _DOUBT * doubt(verdict) - _excess(verdict, length, limits)
            for index, verdict in found.items()
        }
        return [_supported(found[index], judge) for index in self._best(source, worth, len(worth))]

    def _best(self, source: Source, worth: dict[int, float], most: int) -> list[int]:
        """Return the ids that add most, best first."""
        ids = sorted(worth)
        texts = [source.texts[index] for index in ids]
        order = in_order_of_gain([worth[index] for index in ids], texts, source.language)
        return [ids[rank] for rank in order[:most]]


def _title(source: Source) -> int | None:
    """Return the id of the article's title where it can be the headline: one sentence that the body bears out."""
    paragraph = source.article.paragraphs[0]
    if not source.article.has_title or len(paragraph.sentences) != 1:
        return None
    count = source.word_counts[0]
    own = Judge(source, source.language).verdicts([source.texts[0]])[0]
    return 0 if _TITLE_WORDS[0] <= count <= _TITLE_WORDS[1] and own.evidence.support >= LEAST_SUPPORT else None


def _supported(verdict: Verdict, judge: Judge) -> Verdict:
    """Return a verdict whose evidence is in the body: that of a title is what bears it out."""
    index = verdict.evidence.ids[0]
    if index in judge.source.body:
        return verdict
    return replace(verdict, evidence=judge.article.evidence(judge.source.texts[index]))


def _excess(verdict: Verdict, length: Length, limits: Budget) -> float:
    """Return how much less a sentence matters for being longer than it should be, or than the whole budget."""
    count = len(verdict.text.split())
    over = max(0, count - limits.sentence_words) / limits.sentence_words
    if isinstance(length, str):
        return _OVERLONG[length] * over
    return _OVERLONG_FOR_A_BUDGET * over + (_BREAKS_THE_BUDGET if count > limits.words else 0.0)


def _shortened(verdict: Verdict, language: Language, limits: Budget) -> Verdict:
    """Return a verdict with its sentence shortened towards the limit, where that can be done safely."""
    return replace(verdict, text=compress(verdict.text, language, limits.sentence_words))


def _plain(sentence: SummarySentence) -> SummarySentence:
    """Return the sentence without the flag of a replacement: here every sentence is a copy."""
    flags = tuple(flag for flag in sentence.flags if flag.code != "replaced")
    return SummarySentence(sentence.text, sentence.evidence, sentence.support, flags)
