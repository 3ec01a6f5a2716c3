"""One model made of several checkpoints, each of which knows its own tasks."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from base.errors import UnsupportedTaskError
from engine.registry import describe
from engine.types import Decoding, Hypothesis, Model, Task


@dataclass
class Route:
    """The checkpoint for `tasks`, loaded by `open` when first wanted."""

    tasks: tuple[Task, ...]
    open: Callable[[], Model]
    _model: Model | None = field(default=None, init=False)
    _lock: threading.Lock = field(default_factory=threading.Lock, init=False)

    def model(self) -> Model:
        """Return the model, loading it the first time; raises what loading raises."""
        with self._lock:
            if self._model is None:
                self._model = self.open()
            return self._model

    @property
    def loaded(self) -> Model | None:
        """The model when it was loaded already."""
        return self._model


class RoutedModel:
    """A `Model` that sends each task to the checkpoint that was trained for it."""

    def __init__(self, name: str, routes: tuple[Route, ...]) -> None:
        """Take at least one route; where two have the same task the first serves it."""
        self._name = name
        self._routes = routes

    @property
    def name(self) -> str:
        """The alias."""
        return self._name

    @property
    def signature(self) -> str:
        """The signatures of the checkpoints that are loaded; the others have not decided any output."""
        loaded = [route.loaded.signature for route in self._routes if route.loaded is not None]
        return f"{self._name}[{'; '.join(loaded)}]"

    @property
    def tasks(self) -> tuple[Task, ...]:
        """Every task of every checkpoint."""
        return tuple(task for route in self._routes for task in route.tasks)

    @property
    def max_source_pieces(self) -> int:
        """The smallest limit of the checkpoints that are loaded; loads the first when none is."""
        loaded = [route.loaded for route in self._routes if route.loaded is not None]
        return min(model.max_source_pieces for model in loaded or [self._routes[0].model()])

    def supports(self, task: Task) -> bool:
        """Say whether one of the checkpoints was trained for this task."""
        return any(task in route.tasks for route in self._routes)

    def count_pieces(self, texts: Sequence[str], task: Task) -> list[int]:
        """Count with the tokenizer of the checkpoint for this task; see `Model.count_pieces`."""
        return self._for(task).count_pieces(texts, task)

    def generate(
        self, sources: Sequence[str], task: Task, decoding: Decoding = Decoding()
    ) -> list[tuple[Hypothesis, ...]]:
        """Run the checkpoint for this task; see `Model.generate`."""
        return self._for(task).generate(sources, task, decoding)

    def stream(
        self, sources: Sequence[str], task: Task, decoding: Decoding = Decoding()
    ) -> Iterator[tuple[int, tuple[Hypothesis, ...]]]:
        """Run the checkpoint for this task; see `Model.stream`."""
        return self._for(task).stream(sources, task, decoding)

    def _for(self, task: Task) -> Model:
        for route in self._routes:
            if task in route.tasks:
                return route.model()
        raise UnsupportedTaskError(
            f"The model {self._name} cannot {describe(task)}. It can: "
            f"{', '.join(describe(each) for each in self.tasks)}."
        )
