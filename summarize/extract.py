"""The article's own opening sentences as its summary, in the other language their translations, the good ones first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from article.model import Article
from base.languages import Language
from summarize.board import Board
from summarize.extractive import target_texts
from summarize.judge import Judge, Verdict, doubt
from summarize.length import Budget, budget
from summarize.model import AlignedText, Length, Route, SentenceTranslator, Summarizer, Summary, SummarySentence
from summarize.routes import aligned_with
from summarize.signature import signature
from summarize.source import Source, read_source

_SPARE: Final = 3
"""Sentences looked at for each one that is wanted: a doubtful translation is passed over for one of the next."""
_PLACES_PASSED: Final = 2
"""How far a fault puts a sentence back: what the article opens with is wanted even where the model is unsure of it."""


@dataclass(frozen=True, slots=True)
class Extract:
    """Summaries that only copy: nothing is made up, and where a translation is doubtful the sentence says so.

    The default where no model writes better. `writer` takes over when a route is asked for by name.
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
        verdicts = self._verdicts(source, language, limits, usable)
        places = sorted(range(len(verdicts)), key=lambda place: place + _PLACES_PASSED * doubt(verdicts[place]))
        for verdict in (verdicts[place] for place in places):
            if verdict.ok or board.is_short:
                board.add(verdict)
        taken = tuple(sorted((_plain(sentence) for sentence in board.taken), key=lambda found: found.evidence))
        taken_route: Route = "direct" if language == source.language else "summarize-then-translate"
        return Summary(language, taken, taken_route, 1.0, signature(f"{self.name}|length:{length}", None))

    def _verdicts(
        self, source: Source, language: Language, limits: Budget, aligned: AlignedText | None
    ) -> list[Verdict]:
        """Return the verdicts on the first sentences, in the article's order; those without a text are left out."""
        ids = source.body[: _SPARE * limits.sentences]
        judge = Judge(source, language, None if aligned is None else aligned.targets)
        texts = target_texts(source, ids, language, aligned, self.translator)
        return [judge.copied(index, *found) for index, found in zip(ids, texts, strict=True) if found[0].strip()]


def _plain(sentence: SummarySentence) -> SummarySentence:
    """Return the sentence without the flag of a replacement: here every sentence is a copy."""
    flags = tuple(flag for flag in sentence.flags if flag.code != "replaced")
    return SummarySentence(sentence.text, sentence.evidence, sentence.support, flags)
