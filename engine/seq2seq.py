"""A tokenizer and a backend put together: texts in, hypotheses out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, field, replace

from base.errors import UnsupportedTaskError
from base.languages import Language
from engine.architecture import Architecture
from engine.backend import Backend, Output
from engine.batching import plan_batches, shared_budget
from engine.tokenizers import Tokenizer
from engine.types import Decoding, Hypothesis, Task
from engine.wrap import wrap

_EMPTY = Hypothesis("", 0.0, ())


@dataclass(frozen=True)
class _Part:
    """One source of the network: a text, or a part of a wrapped one. `limit` is in target pieces."""

    pieces: tuple[str, ...]
    limit: int


@dataclass(frozen=True)
class Seq2SeqModel:
    """A `Model` (engine.types) out of a tokenizer and a backend.

    `tasks` of None stands for every task that the vocabulary allows. `max_source_pieces` and
    `max_target_pieces` are the limits of the network, special pieces not counted. A source of more than
    `wrap_pieces` pieces (default: `max_source_pieces`) is wrapped for translation. `summary_pieces` is the
    longest summary when `Decoding.max_length` is None. `foreign` are pieces that no text in a target
    language may have.
    """

    name: str
    signature: str
    architecture: Architecture
    tokenizer: Tokenizer
    backend: Backend
    tasks: frozenset[Task] | None
    max_source_pieces: int
    max_target_pieces: int
    wrap_pieces: int | None = None
    summary_pieces: int = 128
    foreign: Mapping[Language, tuple[str, ...]] = field(default_factory=dict)

    def supports(self, task: Task) -> bool:
        """Say whether the model was trained for this task and direction."""
        return (self.tasks is None or task in self.tasks) and self.tokenizer.supports(task)

    def count_pieces(self, texts: Sequence[str], task: Task) -> list[int]:  # noqa: ARG002
        """Return the number of source pieces of each text, special tokens not counted."""
        return self._count(texts)

    def generate(
        self, sources: Sequence[str], task: Task, decoding: Decoding = Decoding()
    ) -> list[tuple[Hypothesis, ...]]:
        """Return the hypotheses of each source in order; see `Model.generate`."""
        self._check(task, decoding)
        found = dict(self._run(sources, task, decoding, head=False))
        return [found[index] for index in range(len(sources))]

    def stream(
        self, sources: Sequence[str], task: Task, decoding: Decoding = Decoding()
    ) -> Iterator[tuple[int, tuple[Hypothesis, ...]]]:
        """Yield (index of the source, hypotheses) as batches finish; see `Model.stream`."""
        self._check(task, decoding)
        return self._run(sources, task, decoding, head=True)

    def _run(
        self, sources: Sequence[str], task: Task, decoding: Decoding, *, head: bool
    ) -> Iterator[tuple[int, tuple[Hypothesis, ...]]]:
        places: dict[str, list[int]] = {}
        for index, source in enumerate(sources):
            places.setdefault(source.strip(), []).append(index)
        texts = [self._parts(text, task, decoding) for text in places]
        where = list(places.values())
        for text, hypotheses in self._decode_texts(texts, task, decoding, head=head):
            for index in where[text]:
                yield index, hypotheses

    def _decode_texts(
        self, texts: list[list[_Part]], task: Task, decoding: Decoding, *, head: bool
    ) -> Iterator[tuple[int, tuple[Hypothesis, ...]]]:
        """Yield (index of the text, hypotheses) when the last part of a text is decoded."""
        owners = [(text, place) for text, parts in enumerate(texts) for place in range(len(parts))]
        parts = [texts[text][place] for text, place in owners]
        outputs: list[list[tuple[Output, ...]]] = [[()] * len(text) for text in texts]
        missing = [len(text) for text in texts]
        yield from ((text, (_EMPTY,)) for text, count in enumerate(missing) if not count)
        lengths = [len(part.pieces) for part in parts]
        most = min(decoding.batch_tokens, self.backend.most_tokens)
        budget = shared_budget(lengths, most, self.backend.workers)
        batches = plan_batches(lengths, budget, head=head)
        for batch, decoded in self._decode_batches(parts, batches, task, decoding):
            for index, found in zip(batch, decoded, strict=True):
                text, place = owners[index]
                outputs[text][place] = found
                missing[text] -= 1
                if not missing[text]:
                    yield text, self._hypotheses(outputs[text], decoding.num_hypotheses)

    def _decode_batches(
        self, parts: list[_Part], batches: list[list[int]], task: Task, decoding: Decoding
    ) -> Iterator[tuple[list[int], list[tuple[Output, ...]]]]:
        """Yield each batch with its outputs as it finishes; the first batch is always the first to come."""

        def decode(batch: list[int]) -> list[tuple[Output, ...]]:
            return self._decode([parts[index] for index in batch], task, decoding)

        workers = min(self.backend.workers, len(batches))
        if workers <= 1:
            yield from ((batch, decode(batch)) for batch in batches)
            return
        pool = ThreadPoolExecutor(workers, thread_name_prefix="jisr-decode")
        try:
            futures = {pool.submit(decode, batch): batch for batch in batches}
            first = next(iter(futures))
            yield futures.pop(first), first.result()
            yield from ((futures[future], future.result()) for future in as_completed(futures))
        finally:
            # Reached early when the reader stops reading or presses Ctrl-C: batches not begun are dropped.
            pool.shutdown(cancel_futures=True)

    def _decode(self, parts: list[_Part], task: Task, decoding: Decoding) -> list[tuple[Output, ...]]:
        """Decode one batch so that each part gets what it would get alone.

        The backend has one length limit for a batch, so the largest is taken, and the parts whose search ran
        up to their own limit are decoded again with that one. `beam_size` outputs tell how long a search ran.
        """
        start, rules = self.tokenizer.start(task), self._rules(task, decoding)
        sources = [self.tokenizer.source(part.pieces, task) for part in parts]
        longest = max(part.limit for part in parts)
        found = self.backend.generate(sources, start, rules, longest)
        again: dict[int, list[int]] = {}
        for index, (part, outputs) in enumerate(zip(parts, found, strict=True)):
            if part.limit < longest and max(output.length for output in outputs) >= part.limit:
                again.setdefault(part.limit, []).append(index)
        for limit, indices in again.items():
            redone = self.backend.generate([sources[index] for index in indices], start, rules, limit)
            for index, outputs in zip(indices, redone, strict=True):
                found[index] = outputs
        return found

    def _rules(self, task: Task, decoding: Decoding) -> Decoding:
        banned = (*self.tokenizer.suppressed, *self.foreign.get(task.target, ()), *decoding.suppress)
        return replace(decoding, suppress=banned)

    def _hypotheses(self, parts: list[tuple[Output, ...]], number: int) -> tuple[Hypothesis, ...]:
        """Join the best outputs of all parts, then the second best, and so on."""
        return tuple(self._join(outputs) for outputs in list(zip(*parts, strict=False))[:number])

    def _join(self, outputs: tuple[Output, ...]) -> Hypothesis:
        texts = (self.tokenizer.text(output.tokens) for output in outputs)
        length = sum(output.length for output in outputs)
        return Hypothesis(
            text=" ".join(text for text in texts if text),
            score=sum(output.score * output.length for output in outputs) / max(1, length),
            tokens=tuple(token for output in outputs for token in output.tokens),
            finished=all(output.finished for output in outputs),
            parts=len(outputs),
        )

    def _check(self, task: Task, decoding: Decoding) -> None:
        if not self.supports(task):
            raise UnsupportedTaskError(
                f"{self.name} was not trained to {task.kind} from {task.source!r} to {task.target!r}. "
                "Choose a model that was, see: jisr models list"
            )
        if decoding.num_hypotheses > decoding.beam_size:
            raise ValueError(
                f"{decoding.num_hypotheses} hypotheses were asked of a beam of {decoding.beam_size}; "
                f"set beam_size to {decoding.num_hypotheses} or more"
            )

    def _parts(self, text: str, task: Task, decoding: Decoding) -> list[_Part]:
        pieces = tuple(self.tokenizer.pieces(text)) if text else ()
        longest = self.max_source_pieces
        if task.kind == "translate":
            longest = min(longest, self.wrap_pieces or longest)
        if len(pieces) <= longest:
            found = [pieces]
        elif task.kind == "translate":
            found = [tuple(self.tokenizer.pieces(part)) for part in wrap(text, longest, self._count)]
        else:
            raise ValueError(
                f"The source has {len(pieces)} pieces, and {self.name} reads {longest} at a time; "
                f"give it windows of at most {longest} pieces"
            )
        return [_Part(part, self._limit(len(part), task, decoding)) for part in found if part]

    def _limit(self, source_pieces: int, task: Task, decoding: Decoding) -> int:
        default = 16 + 2 * source_pieces if task.kind == "translate" else self.summary_pieces
        return max(1, min(decoding.max_length or default, self.max_target_pieces))

    def _count(self, texts: Sequence[str]) -> list[int]:
        return [len(self.tokenizer.pieces(text)) for text in texts]
