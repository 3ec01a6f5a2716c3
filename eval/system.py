"""The systems that can be evaluated: models, extractive baselines, and outputs that somebody else made."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Final, Protocol

import engine
from article.document import build_article
from article.model import Article, Paragraph
from article.split import split_sentences
from base.errors import EmptyInputError
from base.flags import Flag
from base.languages import Language
from engine.types import Model, Task
from eval.code import SUMMARIZING, TRANSLATING, code_digest
from eval.dataset import DataSet, Item, checksum_of_file
from eval.local import read_lines
from eval.output import Output
from eval.validate import check_counts
from jisr import __version__
from jisr.pipeline import Pipeline
from summarize.make import METHODS, make
from summarize.model import Length, Summarizer
from translate.model import Segment, Translation
from translate.translator import Translator

EXTRACTIVE: Final = ("extract", "lead", "centroid", "textrank", "lexrank")
_CHUNK: Final = 32
"""Segments translated together: enough to fill batches, few enough to lose little in an interruption."""


class System(Protocol):
    """Gives a hypothesis for each item."""

    @property
    def name(self) -> str:
        """Name for tables."""
        ...

    def signature(self, data: DataSet) -> str:
        """Everything that decides the outputs on `data`."""
        ...

    def run(self, data: DataSet, items: Sequence[Item]) -> Iterator[Output]:
        """Yield an output for each of some items of `data`, in order."""
        ...


@dataclass
class Remembering:
    """A translator that translates no sentence twice; a sentence's translation does not depend on its neighbours."""

    translator: Translator
    known: dict[tuple[str, Language, Language], Segment] = field(default_factory=dict)

    def translate_segments(self, sentences: tuple[str, ...], source: Language, target: Language) -> tuple[Segment, ...]:
        """Translate each sentence; same number out as in, in order."""
        fresh = tuple(dict.fromkeys(one for one in sentences if (one, source, target) not in self.known))
        if fresh:
            found = self.translator.translate_segments(fresh, source, target)
            self.known |= {(one, source, target): segment for one, segment in zip(fresh, found, strict=True)}
        return tuple(self.known[one, source, target] for one in sentences)


@dataclass
class Models:
    """Loads each model once, for as many data sets and directions as need it."""

    offline: bool = False
    loaded: list[tuple[str, Model]] = field(default_factory=list)
    memories: dict[str, Remembering] = field(default_factory=dict)

    def get(self, name: str, task: Task) -> Model:
        """Return the model `name` for `task`; raises the `ModelError`s of `engine.load`."""
        for known, model in self.loaded:
            if known == name and model.supports(task):
                return model
        model = engine.load(name, task=task, offline=self.offline)
        self.loaded.append((name, model))
        return model

    def translator(self, name: str, source: Language, target: Language) -> Translator:
        """Return a translator for a direction: of the model `name`, or of the embedded one where it does none."""
        task = Task("translate", source, target)
        model = self.get(name, task)
        return Translator(model if model.supports(task) else self.get("compact", task))

    def remembering(self, name: str, source: Language, target: Language) -> Remembering:
        """Return that translator with a memory, which all systems share: they translate the same sentences."""
        translator = self.translator(name, source, target)
        return self.memories.setdefault(translator.model.name, Remembering(translator))


@dataclass(frozen=True, slots=True)
class TranslationSystem:
    """A model behind `translate.Translator`, with all its guards; segments are split into sentences first."""

    name: str
    models: Models

    def signature(self, data: DataSet) -> str:
        """Return the version of Jisr and the model's own signature."""
        translator = self._translator(data)
        return f"{_version(TRANSLATING)}|translate|{_settings(translator)}|{translator.model.signature}"

    def run(self, data: DataSet, items: Sequence[Item]) -> Iterator[Output]:
        """Yield translations; the segments of a chunk share batches, which does not change them."""
        translator = self._translator(data)
        for start in range(0, len(items), _CHUNK):
            began = time.perf_counter()
            chunk = items[start : start + _CHUNK]
            articles = [segment_article(item.source, data.source, item.id) for item in chunk]
            results = translator.translate_articles(articles, data.target)
            seconds = (time.perf_counter() - began) / len(chunk)
            for item, result in zip(chunk, results, strict=True):
                yield output_of(item, result.text.strip(), seconds, _flags(result), _mean_score(result))

    def _translator(self, data: DataSet) -> Translator:
        return self.models.translator(self.name, data.source, data.target)


@dataclass(frozen=True, slots=True)
class SummarySystem:
    """A model or an extractive method behind `summarize`; sentences of a hypothesis stand on lines of their own.

    A model summarizes the way `jisr summarize` does with it by default; `MODEL:METHOD` names another method, for
    example `compact:abstractive`.
    """

    name: str
    models: Models
    length: Length = "paragraph"

    def signature(self, data: DataSet) -> str:
        """Return the version of Jisr, the length, and the signatures of the models that take part."""
        signatures = [model.signature for model in self._used(data)]
        return "|".join((_version(SUMMARIZING), f"summarize:{self.name}", f"length:{self.length}", *signatures))

    def run(self, data: DataSet, items: Sequence[Item]) -> Iterator[Output]:
        """Yield summaries of the items' articles."""
        summarizer = self._summarizer(data)
        for item in items:
            began = time.perf_counter()
            summary = summarizer.summarize(item_article(item, data.source), data.target, self.length)
            text = "\n".join(sentence.text for sentence in summary.sentences)
            flags = tuple(flag for sentence in summary.sentences for flag in sentence.flags)
            yield output_of(item, text, time.perf_counter() - began, flags)

    def _summarizer(self, data: DataSet) -> Summarizer:
        translator = self._across(data) if data.source != data.target else None
        if is_extractive(self.name):
            return make(self.name, translator=translator)
        return make(self._parts[1], model=self._model(data), translator=translator)

    @property
    def _parts(self) -> tuple[str, str]:
        """The model and the method."""
        model, _, method = self.name.rpartition(":")
        return (model, method) if model and method in METHODS else (self.name, "auto")

    def _across(self, data: DataSet) -> Remembering:
        name = "compact" if is_extractive(self.name) else self._parts[0]
        return self.models.remembering(name, data.source, data.target)

    def _model(self, data: DataSet) -> Model:
        return self.models.get(self._parts[0], Task("summarize", data.source, data.target))

    def _used(self, data: DataSet) -> list[Model]:
        models = [] if is_extractive(self.name) else [self._model(data)]
        if data.source != data.target:
            models.append(self._across(data).translator.model)
        return list({id(model): model for model in models}.values())


@dataclass(frozen=True, slots=True)
class ReadingSystem:
    """The whole pipeline of `jisr read`: translation and a summary in each language."""

    name: str
    models: Models
    length: Length = "paragraph"

    def signature(self, data: DataSet) -> str:
        """Return the version of Jisr, the length and the model's signature."""
        translator = self.models.translator(self.name, data.source, data.target)
        line = f"read|length:{self.length}|{_settings(translator)}|{translator.model.signature}"
        return f"{_version((*SUMMARIZING, 'jisr'))}|{line}"

    def run(self, data: DataSet, items: Sequence[Item]) -> Iterator[Output]:
        """Yield readings: the translation as hypothesis, its aligned sentences, and the summaries."""
        translator = self.models.translator(self.name, data.source, data.target)
        task = Task("summarize", data.source, data.source)
        model = translator.model if translator.model.supports(task) else self.models.get("compact", task)
        pipeline = Pipeline(translator, make(model=model, translator=translator))
        for item in items:
            began = time.perf_counter()
            reading = pipeline.read(item_article(item, data.source), to=data.target, length=self.length)
            flags = _flags(reading.translation) + reading.flags
            flags += tuple(
                flag for summary in reading.summaries.values() for one in summary.sentences for flag in one.flags
            )
            yield Output(
                id=item.id,
                source=reading.article.text,
                references=item.references,
                hypothesis=reading.translation.text.strip(),
                domain=item.domain,
                score=_mean_score(reading.translation),
                seconds=time.perf_counter() - began,
                flags=flags,
                segments=tuple((one.source, one.target) for one in reading.translation.segments),
                summaries={language: summary.text for language, summary in reading.summaries.items()},
                summary_references=dict(item.summaries),
            )


@dataclass(frozen=True, slots=True)
class FileSystem:
    """Outputs of any other system, one a line of a text file, for the whole data set or for the sample."""

    name: str
    path: Path

    def signature(self, data: DataSet) -> str:  # noqa: ARG002
        """Return the name and the checksum of the file."""
        return f"file:{self.path.name}|sha256:{checksum_of_file(self.path)[:12]}"

    def run(self, data: DataSet, items: Sequence[Item]) -> Iterator[Output]:
        """Yield the lines of the file; raises `InputError` when it has another number of lines than the data."""
        lines = read_lines(self.path)
        if len(lines) == data.total:
            lines = [lines[place] for place in data.positions]
        check_counts((str(self.path), len(lines)), (data.label, len(data.items)))
        by_id = dict(zip((item.id for item in data.items), lines, strict=True))
        for item in items:
            yield output_of(item, by_id[item.id], 0.0, ())


def is_extractive(name: str) -> bool:
    """Say whether a name is that of a method that needs no model, such as `lead-3`."""
    return name.partition("-")[0] in EXTRACTIVE


def segment_article(text: str, language: Language, origin: str) -> Article:
    """Return a segment of a test set as an article of one paragraph, without guessing its language or title."""
    sentences = tuple(split_sentences(text))
    paragraphs = (Paragraph(sentences, sentences[0].start, sentences[-1].end),) if sentences else ()
    return Article(text, paragraphs, language, origin=origin)


def item_article(item: Item, language: Language) -> Article:
    """Return an item's article; raises `EmptyInputError` when there are no words in it."""
    if not item.source.strip():
        raise EmptyInputError(f"Item {item.id!r} has no text. Remove it from the data set.")
    return _article(item.source, item.id, item.title or None, language)


@lru_cache(maxsize=1 << 10)
def _article(text: str, origin: str, title: str | None, language: Language) -> Article:
    # Every system reads the same articles.
    return build_article(text, origin=origin, title=title, language=language)


def output_of(item: Item, text: str, seconds: float, flags: tuple[Flag, ...], score: float | None = None) -> Output:
    """Return a system's text for an item as an output, with the item's own texts."""
    source = f"{item.title}\n\n{item.source}" if item.title else item.source
    return Output(item.id, source, item.references, text, item.domain, score, seconds, flags)


def _flags(translation: Translation) -> tuple[Flag, ...]:
    return tuple(flag for segment in translation.segments for flag in segment.flags)


def _mean_score(translation: Translation) -> float | None:
    scores = [segment.score for segment in translation.segments]
    return round(sum(scores) / len(scores), 4) if scores else None


def _version(rooms: tuple[str, ...]) -> str:
    return f"jisr:{__version__}|code:{code_digest(rooms)}"


def _settings(translator: Translator) -> str:
    settings = translator.settings
    return f"beam:{settings.beam_size}|retries:{settings.retries}|digits:{settings.digits}"
