"""Summaries written by a model, sentence by sentence checked against the article."""

from __future__ import annotations

from dataclasses import dataclass

from article.model import Article
from base.languages import Language
from engine.types import Model
from summarize.length import budget
from summarize.model import AlignedText, Length, Route, SentenceTranslator, Summary
from summarize.routes import aligned_with, choose, translator_of
from summarize.signature import signature
from summarize.source import read_source
from summarize.writer import Writer


@dataclass(frozen=True, slots=True)
class Abstractive:
    """Summaries written by `model`, none of whose sentences says unmarked what the article does not.

    Every sentence of every hypothesis is judged: its evidence, numbers, names, negation. Those that fail are
    generated again with other settings, then replaced by the article's own best sentence (flag `replaced`).
    `translator` serves the routes with a translation, and checks cross-lingual summaries where no aligned
    translation is given; a model that translates is its own translator.
    """

    model: Model
    translator: SentenceTranslator | None = None

    @property
    def name(self) -> str:
        """Name of the model."""
        return self.model.name

    def summarize(
        self,
        article: Article,
        language: Language,
        length: Length = "paragraph",
        route: Route | None = None,
        aligned: AlignedText | None = None,
    ) -> Summary:
        """Return a checked summary of the whole of `article`; see `summarize.model.Summarizer`.

        Raises `InputError` for a text that cannot be summarized, `UnsupportedTaskError` for a route or direction
        that the model cannot take, and `ValueError` when `aligned` has another number of sentences.
        """
        source = read_source(article)
        limits = budget(length, language, source.body_words)
        translator = translator_of(self.model, self.translator)
        usable = aligned_with(aligned, language, len(source.texts))
        translates, has_aligned = translator is not None, usable is not None
        taken = choose(route, source.language, language, self.model, translates=translates, aligned=has_aligned)
        writer = Writer(source, language, limits, self.model, taken, translator, usable)
        if taken == "summarize-then-translate":
            sentences = writer.translate(self.summarize(article, source.language, length).sentences)
        else:
            sentences = writer.write()
        line = signature(f"abstractive|length:{length}|route:{taken}", self.model.signature)
        return Summary(language, sentences, taken, 1.0, line)
