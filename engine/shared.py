"""One model for callers that come at the same time: their sources share batches.

shared = SharedModel(engine.load("compact"))
lane = shared.lane()          # one for each request
lane.generate(...)            # in any thread
lane.cancel()                 # what is not decoded yet is dropped
"""

from __future__ import annotations

import queue
import threading
import time
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from typing import Final

from base.errors import JisrError, UnsupportedTaskError
from engine.types import Decoding, Hypothesis, Model, Task

_ROUND_PIECES: Final = 1024
"""Work for about a second on two cores: what a newcomer waits for at most."""
_GATHER_SECONDS: Final = 0.004


class CancelledError(JisrError):
    """The caller gave up, and its sources were not decoded."""


@dataclass(frozen=True, slots=True)
class _Answer:
    """What becomes of a source: hypotheses, or an error for the whole call."""

    index: int
    hypotheses: tuple[Hypothesis, ...] = ()
    error: BaseException | None = None


@dataclass(eq=False)
class _Call:
    """One call: the sources that wait, as (index, text, pieces), and where answers go.

    `gone` says that nobody reads the answers any more.
    """

    task: Task
    decoding: Decoding
    waiting: deque[tuple[int, str, int]]
    answers: queue.SimpleQueue[_Answer] = field(default_factory=queue.SimpleQueue)
    gone: bool = False

    @property
    def kind(self) -> tuple[Task, Decoding]:
        return self.task, self.decoding


@dataclass(frozen=True)
class _Ticket:
    call: _Call
    index: int
    text: str


class SharedModel:
    """Puts the sources of concurrent callers into common batches. Results are those of the model alone.

    One thread decodes round after round, each of sources of one task and one decoding. Callers take turns source
    by source, so that a short text does not wait behind a long one. An error reaches only the callers whose sources
    cause it. The thread ends when there is nothing to do.
    """

    def __init__(
        self, model: Model, *, round_pieces: int = _ROUND_PIECES, gather_seconds: float = _GATHER_SECONDS
    ) -> None:
        """Share `model`.

        A round holds at most `round_pieces` source pieces, or a single longer source; it never exceeds the
        `batch_tokens` of its decoding. An idle worker waits `gather_seconds` for company before it starts.
        """
        if isinstance(model, Lane):
            raise TypeError("A lane is shared already; expected the model itself")
        self.model = model
        self._round_pieces = round_pieces
        self._gather_seconds = gather_seconds
        self._lock = threading.Lock()
        self._calls: deque[_Call] = deque()
        self._running = False

    def lane(self) -> Lane:
        """Return the model as one caller sees it."""
        return Lane(self)

    def submit(self, call: _Call) -> None:
        """Queue a call and wake the worker."""
        with self._lock:
            self._calls.append(call)
            if self._running:
                return
            self._running = True
        threading.Thread(target=self._work, name="jisr-shared-model", daemon=True).start()

    def withdraw(self, call: _Call) -> None:
        """Drop the sources of a call that no round has taken yet; a round that nobody else waits for ends early."""
        with self._lock:
            call.gone = True
            call.waiting.clear()

    def _work(self) -> None:
        time.sleep(self._gather_seconds)
        while True:
            with self._lock:
                tickets = self._next_round()
                if not tickets:
                    self._running = False
                    return
            self._decode(tickets)

    def _next_round(self) -> list[_Ticket]:
        """Take sources of one kind, a turn for each of its callers, oldest turn first."""
        self._calls = deque(call for call in self._calls if call.waiting)
        if not self._calls:
            return []
        kind = self._calls[0].kind
        limit = min(self._round_pieces, kind[1].batch_tokens)
        turns = deque(call for call in self._calls if call.kind == kind)
        tickets: list[_Ticket] = []
        used = 0
        while turns:
            call = turns.popleft()
            index, text, pieces = call.waiting[0]
            if tickets and used + pieces > limit:
                break
            call.waiting.popleft()
            tickets.append(_Ticket(call, index, text))
            used += pieces
            if call.waiting:
                turns.append(call)
        # Whoever was served goes to the end, so that other tasks and decodings come next.
        served = {id(ticket.call) for ticket in tickets}
        self._calls = deque(sorted(self._calls, key=lambda call: id(call) in served))
        return tickets

    def _decode(self, tickets: list[_Ticket]) -> None:
        task, decoding = tickets[0].call.kind
        left = dict(enumerate(tickets))
        try:
            with closing(self._stream([ticket.text for ticket in tickets], task, decoding)) as stream:
                for place, hypotheses in stream:
                    ticket = left.pop(place)
                    ticket.call.answers.put(_Answer(ticket.index, hypotheses))
                    if all(waiting.call.gone for waiting in left.values()):
                        return
        except BaseException as error:
            self._decode_apart(list(left.values()), error)

    def _stream(
        self, sources: list[str], task: Task, decoding: Decoding
    ) -> Generator[tuple[int, tuple[Hypothesis, ...]], None, None]:
        """The model's stream as a generator, which can be closed."""
        yield from self.model.stream(sources, task, decoding)

    def _decode_apart(self, tickets: list[_Ticket], error: BaseException) -> None:
        """Decode what a failed round left caller by caller; the error goes to those that fail alone as well."""
        calls = list(dict.fromkeys(ticket.call for ticket in tickets))
        for call in calls:
            own = [ticket for ticket in tickets if ticket.call is call]
            try:
                if len(calls) == 1:
                    raise error
                for place, hypotheses in self.model.stream([t.text for t in own], call.task, call.decoding):
                    call.answers.put(_Answer(own[place].index, hypotheses))
            except BaseException as cause:
                self.withdraw(call)
                call.answers.put(_Answer(-1, error=cause))


class Lane:
    """A `Model` (engine.types) for one caller of a `SharedModel`, which can be cancelled."""

    def __init__(self, shared: SharedModel) -> None:
        """Use `SharedModel.lane` instead."""
        self._shared = shared
        self._cancelled = threading.Event()
        self._open: set[_Call] = set()
        self._lock = threading.Lock()

    @property
    def name(self) -> str:
        """Name of the shared model."""
        return self._shared.model.name

    @property
    def signature(self) -> str:
        """Signature of the shared model: sharing does not change the output."""
        return self._shared.model.signature

    @property
    def max_source_pieces(self) -> int:
        """Limit of the shared model."""
        return self._shared.model.max_source_pieces

    @property
    def cancelled(self) -> bool:
        """Say whether `cancel` was called."""
        return self._cancelled.is_set()

    def supports(self, task: Task) -> bool:
        """Say whether the shared model does."""
        return self._shared.model.supports(task)

    def count_pieces(self, texts: Sequence[str], task: Task) -> list[int]:
        """Return the number of source pieces of each text; see `Model.count_pieces`."""
        self._check()
        return self._shared.model.count_pieces(texts, task)

    def generate(
        self, sources: Sequence[str], task: Task, decoding: Decoding = Decoding()
    ) -> list[tuple[Hypothesis, ...]]:
        """Return the hypotheses of each source in order; see `Model.generate`. Raises `CancelledError`."""
        found = dict(self.stream(sources, task, decoding))
        return [found[index] for index in range(len(sources))]

    def stream(
        self, sources: Sequence[str], task: Task, decoding: Decoding = Decoding()
    ) -> Iterator[tuple[int, tuple[Hypothesis, ...]]]:
        """Yield (index of the source, hypotheses) as rounds finish; see `Model.stream`.

        Closing the iterator drops the sources that are not decoded yet. Raises `CancelledError`.
        """
        self._check()
        if not self.supports(task):
            raise UnsupportedTaskError(
                f"{self.name} was not trained to {task.kind} from {task.source!r} to {task.target!r}. "
                "Choose a model that was, see: jisr models list"
            )
        pieces = self._shared.model.count_pieces(sources, task)
        waiting = deque((index, text, pieces[index]) for index, text in enumerate(sources))
        return self._answers(_Call(task, decoding, waiting), len(sources))

    def cancel(self) -> None:
        """Drop everything that waits; calls in progress and later ones raise `CancelledError`."""
        self._cancelled.set()
        with self._lock:
            for call in self._open:
                self._shared.withdraw(call)
                call.answers.put(_Answer(-1, error=self._error()))

    def _answers(self, call: _Call, count: int) -> Iterator[tuple[int, tuple[Hypothesis, ...]]]:
        if not count:
            return
        with self._lock:
            self._open.add(call)
        try:
            self._shared.submit(call)
            for _ in range(count):
                self._check()
                answer = call.answers.get()
                if answer.error is not None:
                    raise answer.error
                yield answer.index, answer.hypotheses
        finally:
            with self._lock:
                self._open.discard(call)
            self._shared.withdraw(call)

    def _check(self) -> None:
        if self._cancelled.is_set():
            raise self._error()

    @staticmethod
    def _error() -> CancelledError:
        return CancelledError("The work was stopped before it was done. Start it again to get the rest.")
