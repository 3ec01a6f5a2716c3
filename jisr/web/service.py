"""The models of a page, shared by all who read at the same time."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace

from engine.shared import Lane, SharedModel
from engine.types import Model
from jisr.pipeline import Pipeline
from summarize.abstractive import Abstractive
from summarize.extractive import Extractive, Lead
from summarize.model import Summarizer
from translate.translator import Translator

PipelineFactory = Callable[[str], Pipeline]
"""From the name of a model to a pipeline with it; raises the errors of `engine.load`."""


@dataclass(frozen=True, slots=True)
class Desk:
    """A pipeline for one reader; `cancel` stops all work on it."""

    pipeline: Pipeline
    lanes: tuple[Lane, ...]

    def cancel(self) -> None:
        """Drop what waits and make calls in progress raise `engine.shared.CancelledError`."""
        for lane in self.lanes:
            lane.cancel()


class Service:
    """Loads pipelines when they are first wanted, keeps the last few, and gives each reader a desk."""

    def __init__(self, source: Pipeline | PipelineFactory, *, most: int = 2) -> None:
        """Take one pipeline, whatever model is asked for, or a factory; keep at most `most` in memory."""
        self._source = source
        self._most = most
        self._lock = threading.Lock()
        self._loading = threading.Lock()
        self._pipelines: OrderedDict[str, Pipeline] = OrderedDict()
        self._shared: dict[int, SharedModel] = {}

    def desk(self, model: str) -> Desk:
        """Return a desk with the pipeline for `model`, loading it where needed; raises what loading raises."""
        pipeline = self._known(model) or self._load(model)
        with self._lock:
            lanes = {id(one): self._sharing(one).lane() for one in _models(pipeline)}
        return Desk(_with_lanes(pipeline, lanes), tuple(lanes.values()))

    def _known(self, name: str) -> Pipeline | None:
        if not callable(self._source):
            return self._source
        with self._lock:
            if name in self._pipelines:
                self._pipelines.move_to_end(name)
            return self._pipelines.get(name)

    def _load(self, name: str) -> Pipeline:
        """Load one pipeline at a time, while others go on being used."""
        with self._loading:
            pipeline = self._known(name)
            if pipeline is None:
                assert callable(self._source)
                pipeline = self._source(name)
                self._keep(name, pipeline)
            return pipeline

    def _keep(self, name: str, pipeline: Pipeline) -> None:
        with self._lock:
            self._pipelines[name] = pipeline
            while len(self._pipelines) > self._most:
                self._pipelines.popitem(last=False)
            kept = {id(model) for one in self._pipelines.values() for model in _models(one)}
            self._shared = {number: shared for number, shared in self._shared.items() if number in kept}

    def _sharing(self, model: Model) -> SharedModel:
        return self._shared.setdefault(id(model), SharedModel(model))


def _models(pipeline: Pipeline) -> tuple[Model, ...]:
    summarizer = pipeline.summarizer
    own = (summarizer.model,) if isinstance(summarizer, Abstractive) else ()
    return pipeline.translator.model, *own


def _with_lanes(pipeline: Pipeline, lanes: dict[int, Lane]) -> Pipeline:
    """Return the pipeline with each model replaced by the reader's lane to it."""
    translator = Translator(lanes[id(pipeline.translator.model)], pipeline.translator.settings)
    return replace(pipeline, translator=translator, summarizer=_summarizer(pipeline.summarizer, translator, lanes))


def _summarizer(summarizer: Summarizer, translator: Translator, lanes: dict[int, Lane]) -> Summarizer:
    if isinstance(summarizer, Abstractive):
        return replace(summarizer, model=lanes[id(summarizer.model)], translator=translator)
    if isinstance(summarizer, Extractive | Lead):
        return replace(summarizer, translator=translator)
    return summarizer
