"""A model that writes what the test tells it to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from engine.types import Decoding, Hypothesis, Task

SUMMARIES = frozenset(Task("summarize", source, target) for source in ("ar", "en") for target in ("ar", "en"))
TRANSLATIONS = frozenset({Task("translate", "ar", "en"), Task("translate", "en", "ar")})


@dataclass
class ScriptedModel:
    """A `Model` that answers from a script; a piece is a word.

    `write(source, task, decoding)` returns the hypotheses' texts, best first. `calls` keeps what was asked.
    """

    write: Callable[[str, Task, Decoding], Sequence[str]]
    tasks: frozenset[Task] = SUMMARIES
    max_source_pieces: int = 400
    name: str = "scripted"
    signature: str = "scripted|1"
    calls: list[tuple[tuple[str, ...], Task, Decoding]] = field(default_factory=list)

    def supports(self, task: Task) -> bool:
        return task in self.tasks

    def count_pieces(self, texts: Sequence[str], task: Task) -> list[int]:
        return [len(text.split()) for text in texts]

    def generate(
        self, sources: Sequence[str], task: Task, decoding: Decoding = Decoding()
    ) -> list[tuple[Hypothesis, ...]]:
        assert self.supports(task), task
        self.calls.append((tuple(sources), task, decoding))
        return [self._answer(source, task, decoding) for source in sources]

    def stream(
        self, sources: Sequence[str], task: Task, decoding: Decoding = Decoding()
    ) -> Iterator[tuple[int, tuple[Hypothesis, ...]]]:
        yield from enumerate(self.generate(sources, task, decoding))

    def _answer(self, source: str, task: Task, decoding: Decoding) -> tuple[Hypothesis, ...]:
        if task.kind == "summarize" and len(source.split()) > self.max_source_pieces:
            raise ValueError(f"{len(source.split())} pieces, at most {self.max_source_pieces}")
        texts = list(self.write(source, task, decoding))[: decoding.num_hypotheses]
        return tuple(
            Hypothesis(text, -0.1 * rank, tuple("\u2581" + word for word in text.split()))
            for rank, text in enumerate(texts)
        )


def always(*texts: str, **fields: object) -> ScriptedModel:
    """A model that writes the same hypotheses whatever it reads."""
    return ScriptedModel(lambda source, task, decoding: texts, **fields)  # type: ignore[arg-type]
