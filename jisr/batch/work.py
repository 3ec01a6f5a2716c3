"""Translating and summarizing as the work of a batch (see `translate.batch.model.Work`)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from article.model import Article, Paragraph
from base.languages import Language
from jisr.pipeline import Aligned
from summarize.model import Length, Summarizer
from translate.batch.model import Request, Result
from translate.batch.work import LoadTranslation, TranslateWork

if TYPE_CHECKING:
    from engine.types import Model


class ReadWork:
    """Translates documents in shared batches and summarizes each from its translation."""

    def __init__(
        self, translating: TranslateWork, summarizer: Summarizer, languages: Sequence[Language], length: Length
    ) -> None:
        """Summarize in `languages`, to `length`."""
        self._translating = translating
        self._summarizer = summarizer
        self._languages = tuple(languages)
        self._length = length

    @property
    def signature(self) -> str:
        """The translator's signature, the summarizer's name, and the length."""
        return f"{self._translating.signature} | {self._summarizer.name} {self._length}"

    def run(self, requests: Sequence[Request], target: Language | None) -> list[Result]:
        """Return translations with summaries, in order; see `Work.run`."""
        found = self._translating.run(requests, target)
        return [self._summarized(request.article, result) for request, result in zip(requests, found, strict=True)]

    def _summarized(self, article: Article, result: Result) -> Result:
        translation = result.translation
        aligned = Aligned.of(translation)
        readable = with_sentences(article)
        summaries = {
            language: self._summarizer.summarize(readable, language, self._length, None, aligned).text
            for language in self._languages
        }
        return replace(result, summaries=summaries)


@dataclass(frozen=True, slots=True)
class LoadReading:
    """What a machine needs to know to translate and summarize."""

    translation: LoadTranslation
    languages: tuple[Language, ...]
    length: Length = "paragraph"
    summary_model: str = "auto"

    def __call__(self) -> ReadWork:
        """Load the models; raises the errors of `engine.load`."""
        from summarize import make

        translating = self.translation()
        name = self.summary_model
        model = self._load(translating.translator.model) if name.partition("-")[0] not in EXTRACTIVE else None
        method = name if model is None else "auto"
        summarizer = make(method, model=model, translator=translating.translator)
        return ReadWork(translating, summarizer, self.languages, self.length)

    def _load(self, model: Model) -> Model:
        """Return the model of the summaries: the translator's where it can summarize, for `auto`."""
        import engine
        from jisr.pipeline import _summary_model

        name = _summary_model(model) if self.summary_model == "auto" else self.summary_model
        if name == model.name:
            return model
        return engine.load(name, offline=self.translation.offline, accept_licence=self.translation.accept_licence)


EXTRACTIVE = ("lead", "centroid", "textrank", "lexrank")
"""Summarizers that need no model."""


def with_sentences(article: Article) -> Article:
    """Return an article without the paragraphs that have no sentences, as summarizers expect it."""
    paragraphs: tuple[Paragraph, ...] = tuple(each for each in article.paragraphs if each.sentences)
    return article if len(paragraphs) == len(article.paragraphs) else replace(article, paragraphs=paragraphs)
