"""Putting the rooms together: article -> translation -> summaries -> reading."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from article.document import language_shares
from article.model import Article
from base.flags import Flag
from base.languages import LANGUAGES, Language, other
from base.offline import offline as offline_mode
from base.progress import Progress, ProgressCallback
from jisr import __version__
from jisr.reading import Reading
from jisr.source import load_article
from summarize.consistency import consistency
from summarize.model import Length, Route, Summarizer, Summary
from translate.model import Translation
from translate.translator import Translator

if TYPE_CHECKING:
    from translate.glossary import Glossary

_MIXED_SHARE: Final = 0.1
_EXTRACTIVE: Final = ("extract", "lead", "centroid", "textrank", "lexrank")
Backend = Literal["auto", "ctranslate2", "transformers"]
Device = Literal["auto", "cpu", "cuda"]


@dataclass(frozen=True, slots=True)
class Aligned:
    """The translation as a summarizer sees it: a text for each sentence, and what may be wrong with it."""

    language: Language
    targets: tuple[str, ...]
    flags: tuple[tuple[Flag, ...], ...]

    @classmethod
    def of(cls, translation: Translation) -> Aligned:
        """Return the targets and flags of the segments."""
        segments = translation.segments
        flags = tuple(segment.flags for segment in segments)
        return cls(translation.target_language, tuple(segment.target for segment in segments), flags)


@dataclass(frozen=True, slots=True)
class Pipeline:
    """A translator and a summarizer that read articles together. Safe to share between threads."""

    translator: Translator
    summarizer: Summarizer
    load_seconds: float = 0.0

    def read(
        self,
        article: Article,
        *,
        to: Language | None = None,
        languages: Sequence[Language] = LANGUAGES,
        length: Length = "paragraph",
        route: Route | None = None,
        glossary: Glossary | None = None,
        progress: ProgressCallback | None = None,
    ) -> Reading:
        """Translate and summarize `article`.

        `languages` are those of the summaries. Raises `InputError` when `to` is the article's own language.
        """
        start = time.perf_counter()
        target = to if to is not None else other(article.language)
        translation = self.translator.translate(article, target, glossary=glossary, progress=progress)
        return self.finish(
            article,
            translation,
            started=start,
            languages=languages,
            length=length,
            route=route,
            progress=progress,
        )

    def finish(
        self,
        article: Article,
        translation: Translation,
        *,
        started: float,
        languages: Sequence[Language] = LANGUAGES,
        length: Length = "paragraph",
        route: Route | None = None,
        progress: ProgressCallback | None = None,
    ) -> Reading:
        """Summarize an article whose translation is there and return the reading.

        `started` is the `time.perf_counter()` at which the work on the article began.
        """
        translated = time.perf_counter()
        aligned = Aligned.of(translation)
        summaries: dict[Language, Summary] = {}
        for done, language in enumerate(languages):
            report(progress, done, len(languages))
            summaries[language] = self.summarizer.summarize(article, language, length, route, aligned)
        report(progress, len(languages), len(languages))
        end = time.perf_counter()
        timings = {
            "load": self.load_seconds,
            "translate": translated - started,
            "summarize": end - translated,
            "total": end - started + self.load_seconds,
        }
        return Reading(
            article=article,
            translation=translation,
            summaries=summaries,
            flags=(*_mixed(article), *_inconsistencies(summaries)),
            timings=timings,
            signature=f"jisr {__version__} | translate {translation.signature} | summarize {self.summarizer.name}",
        )


def load_pipeline(
    model: str = "auto",
    *,
    summary_model: str = "auto",
    summary_method: str = "auto",
    backend: Backend = "auto",
    device: Device = "auto",
    offline: bool = False,
    accept_licence: bool = False,
    progress: ProgressCallback | None = None,
) -> Pipeline:
    """Load the models and return a pipeline that is ready to read.

    `summary_model` is a model name, or a method that needs none (`extract`, `lead`, `lead-3`, `centroid`, `textrank`,
    `lexrank`); `auto` takes `model` where it can summarize, the embedded model otherwise. `summary_method` says what
    a model does: `abstractive`, `extract`, or what suits it (`auto`). Raises the `ModelError`s of `engine.load`.
    """
    import engine
    from summarize import make

    start = time.perf_counter()

    def load(name: str) -> engine.Model:
        return engine.load(
            name,
            backend=backend,
            device=device,
            offline=offline,
            accept_licence=accept_licence,
            progress=progress,
        )

    translation_model = load(model)
    translator = Translator(translation_model)
    if summary_model.partition("-")[0] in _EXTRACTIVE:
        summarizer = make(summary_model, model=None, translator=translator)
    else:
        name = summary_model if summary_model != "auto" else _summary_model(translation_model)
        chosen = translation_model if name == translation_model.name else load(name)
        summarizer = make(summary_method, model=chosen, translator=translator)
    return Pipeline(translator, summarizer, time.perf_counter() - start)


def read(
    text_or_path: str | Path,
    *,
    to: Language | None = None,
    language: Language | None = None,
    languages: Sequence[Language] = LANGUAGES,
    model: str = "auto",
    summary_model: str = "auto",
    length: Length = "paragraph",
    route: Route | None = None,
    glossary: Glossary | None = None,
    offline: bool = False,
    backend: Backend = "auto",
    device: Device = "auto",
    accept_licence: bool = False,
    progress: ProgressCallback | None = None,
) -> Reading:
    """Read an article: translate it and summarize it in both languages.

    `text_or_path` is a path, a URL, `-` (standard input) or the text. `language` overrules the detected language of
    the article; `to` is the language of the translation (default: the other one). Errors are `JisrError`s.
    """
    with offline_mode(offline):
        article = load_article(text_or_path, language=language)
        pipeline = load_pipeline(
            model,
            summary_model=summary_model,
            backend=backend,
            device=device,
            offline=offline,
            accept_licence=accept_licence,
            progress=progress,
        )
        return pipeline.read(
            article,
            to=to,
            languages=languages,
            length=length,
            route=route,
            glossary=glossary,
            progress=progress,
        )


def report(progress: ProgressCallback | None, done: int, total: int) -> None:
    """Tell `progress`, where there is one, how many summaries are done."""
    if progress is not None:
        progress(Progress("summarize", done, total))


def _summary_model(model: object) -> str:
    from engine.types import Model, Task

    candidate: Model = model  # type: ignore[assignment]
    can = all(candidate.supports(Task("summarize", language, language)) for language in LANGUAGES)
    return candidate.name if can else "compact"


def _mixed(article: Article) -> tuple[Flag, ...]:
    shares = language_shares(article)
    share = shares.english if article.language == "ar" else shares.arabic
    return (Flag("mixed-language", f"{share:.0%}"),) if share >= _MIXED_SHARE else ()


def _inconsistencies(summaries: dict[Language, Summary]) -> tuple[Flag, ...]:
    if len(summaries) < len(LANGUAGES):
        return ()
    return consistency(summaries["ar"], summaries["en"])
