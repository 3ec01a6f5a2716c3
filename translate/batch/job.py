"""A whole batch: inputs through reader, model and writer into the output folder, then the report."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from base.errors import InputError, OutputError
from base.files import output_error
from translate.batch.inputs import STATE_FOLDER, Inputs, find_inputs
from translate.batch.journal import Journal
from translate.batch.model import Event, Item, MakeWork, Options, Outcome, Work
from translate.batch.progress import Position, Progress
from translate.batch.reader import Reader
from translate.batch.report import Report, make_report, save_report
from translate.batch.stream import Stream
from translate.batch.workers import ReadAhead, WriteBehind
from translate.batch.writer import Writer

if TYPE_CHECKING:
    from types import FrameType

_VERSION: Final = 1
_REPORT_SECONDS: Final = 0.1

Told = Callable[[Position], None]
Translate = Callable[[Inputs, Reader, threading.Event], Generator[Outcome, None, None]]


@dataclass(frozen=True, slots=True)
class Job:
    """What a batch is asked for: inputs (files, folders, globs), output folder, options; and whether to go on."""

    inputs: tuple[str, ...]
    out: Path
    options: Options
    resume: bool = False
    retry_failed: bool = False


def run(job: Job, make_work: MakeWork, told: Told | None = None, translate: Translate | None = None) -> Report:
    """Run a batch and return its report; documents that fail are in it, and do not end the batch.

    `told` hears about the position now and then. `translate` runs the work elsewhere (on a cluster). Ctrl-C ends the
    batch after what is on its way: the report says so. Raises `InputError` for inputs or a state of the output folder
    that make no sense, `ModelError` when the model cannot be used, `OutputError` when the output cannot be written.
    """
    inputs = find_inputs(job.inputs, job.out)
    with locked(job.out / STATE_FOLDER):
        journal = Journal(job.out / STATE_FOLDER)
        journal.load()
        _check_state(journal, job)
        work = make_work()
        description = _description(work, job.options)
        _check_same(journal, description)
        reader = Reader(job.options, job.out, journal, retry_failed=job.retry_failed, fresh=not journal.job)
        journal.open(description)
        try:
            return _run(job, inputs, journal, reader, told, translate or _here(work, job.options))
        finally:
            journal.close()


def _run(job: Job, inputs: Inputs, journal: Journal, reader: Reader, told: Told | None, translate: Translate) -> Report:
    progress = Progress(*inputs.measure())
    writer = Writer(job.options, job.out, journal, progress.move)
    stop, whole = threading.Event(), False
    outcomes = translate(inputs, reader, stop)
    try:
        with interruptible(stop), closing(outcomes), WriteBehind(writer.write) as behind, _told(told, progress):
            for outcome in outcomes:
                behind.put(outcome)
            whole = not stop.is_set()
    finally:
        stop.set()
        writer.close()
    report = make_report(journal, inputs, progress, interrupted=not whole)
    save_report(report)
    return report


def _here(work: Work, options: Options) -> Translate:
    """Return the way to translate on this machine: a reader ahead of the model."""

    def translate(inputs: Inputs, reader: Reader, stop: threading.Event) -> Generator[Outcome, None, None]:
        with closing(ReadAhead(reader.events(inputs), _weight, stop)) as events:
            yield from Stream(work, options.target, stop).run(events)

    return translate


def _weight(event: Event) -> int:
    return event.size if isinstance(event, Item) else 1


def _description(work: Work, options: Options) -> dict[str, Any]:
    return {"version": _VERSION, "signature": work.signature, **asdict(options), "summaries": list(options.summaries)}


def _check_state(journal: Journal, job: Job) -> None:
    if journal.job and not (job.resume or job.retry_failed):
        done = sum(state.done for state in journal.files.values())
        raise InputError(
            f"{job.out} holds a batch already ({done} files done). Go on with it with --resume, try failed documents "
            "again with --retry-failed, or name another --out."
        )


def _check_same(journal: Journal, description: dict[str, Any]) -> None:
    """Refuse to go on with other settings: half of the outputs would not be like the other half."""
    changed = [key for key in description if journal.job and journal.job.get(key) != description[key]]
    if changed:
        shown = "; ".join(f"{key} was {journal.job.get(key)!r} and is {description[key]!r}" for key in changed)
        raise InputError(f"The batch began with other settings: {shown}. Use the same, or another --out.")


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Make the folder and keep other batches out of it; raises `OutputError` when there is one at work."""
    from filelock import FileLock, Timeout

    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / "lock", timeout=0)
        lock.acquire()
    except Timeout:
        raise OutputError(f"Another batch is writing to {folder.parent}. Wait for it, or name another --out.") from None
    except OSError as error:
        raise output_error(folder, error) from error
    try:
        yield
    finally:
        lock.release()


@contextmanager
def interruptible(stop: threading.Event) -> Iterator[None]:
    """Let the first Ctrl-C (or SIGTERM) set `stop`, and the second end the program at once."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def handle(number: int, frame: FrameType | None) -> None:
        del number, frame
        if stop.is_set():
            raise KeyboardInterrupt
        stop.set()

    before = {number: signal.signal(number, handle) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def _told(told: Told | None, progress: Progress) -> Iterator[None]:
    """Tell the position ten times a second from a thread of its own, and once at the end."""
    if told is None:
        yield
        return
    ended = threading.Event()

    def tell() -> None:
        while not ended.wait(_REPORT_SECONDS):
            told(progress.position())

    thread = threading.Thread(target=tell, name="jisr-progress", daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()
        told(progress.position())
