"""A run from request to reports: every system on every data set, what fails being told at the end."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from base.errors import InputError, JisrError, OutputError
from base.files import write_atomic
from base.languages import Language, other
from eval import catalogue
from eval import record as records
from eval.bar import progress_bar
from eval.dataset import DataSet, TaskName
from eval.difference import Difference, differences, write_differences
from eval.equal import EqualLength, is_equal_length
from eval.evaluation import Evaluation, evaluate
from eval.local import parallel_files
from eval.markdown import report as markdown_report
from eval.markdown import tables
from eval.resampling import RESAMPLES, SEED
from eval.results import Result, results_of, write_results
from eval.run import run
from eval.system import FileSystem, Models, ReadingSystem, SummarySystem, System, TranslationSystem
from summarize.length import parse_length


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked for; `files` are outputs of other systems, as `NAME=FILE` or `FILE`."""

    task: TaskName
    systems: tuple[str, ...]
    files: tuple[str, ...] = ()
    out: Path = Path("eval-runs")
    limit: int | None = None
    length: str = "paragraph"
    resamples: int = RESAMPLES
    seed: int = SEED
    edits: bool = True
    comet: str | None = None
    bertscore: str | None = None
    offline: bool = False


@dataclass
class Job:
    """Carries out a request; afterwards `results`, `notes` and `failures` tell how it went."""

    request: Request
    results: list[Result] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    failures: list[JisrError] = field(default_factory=list)
    models: Models = field(default_factory=Models)
    evaluations: list[Evaluation] = field(default_factory=list)
    differences: list[Difference] = field(default_factory=list)

    def run(self, data: Sequence[DataSet]) -> None:
        """Run and score every system on every data set, then write the reports.

        A system that fails on a data set is a failure of its own; the others go on. Raises `InputError` when there
        is nothing to run.
        """
        self.models.offline = self.request.offline
        systems = self._systems()
        for one in data:
            sampled = one.sample(self.request.limit)
            for system in systems:
                self.add(system, sampled)
        self.write()

    def add(self, system: System, data: DataSet) -> None:
        """Run and score one system on one data set."""
        try:
            with progress_bar(f"{data.task} {data.label} {system.name}") as progress:
                finished = run(system, data, self.request.out, progress)
            found = evaluate(
                finished, resamples=self.request.resamples, seed=self.request.seed, edits=self.request.edits
            )
            found = _with_neural(found, self.request)
        except OutputError:
            raise
        except JisrError as error:
            self.failures.append(error)
            return
        self.evaluations.append(found)
        self.results += results_of(found)
        if found.warning:
            self.notes.append(f"warning: {found.warning}")

    def write(self) -> None:
        """Write results.jsonl, report.md and report.html; nothing when no system has finished."""
        if not self.evaluations:
            return
        from eval.page import report as page

        folder, name = self.request.out, self.request.task
        write_results(folder / f"{name}.results.jsonl", self.results)
        write_atomic(folder / f"{name}.report.md", markdown_report(self.results))
        write_atomic(folder / f"{name}.report.html", page(self.evaluations))
        self.notes.append(f"Reports: {folder}/{name}.report.html, .report.md and .results.jsonl")

    def printed(self, *, as_json: bool) -> Iterator[str]:
        """Yield the lines for standard output."""
        if as_json:
            yield from (json.dumps(asdict(result), ensure_ascii=False) for result in self.results)
            return
        for task in dict.fromkeys(result.task for result in self.results):
            yield from tables([result for result in self.results if result.task == task], task)

    def system(self, name: str) -> System:
        """Return the system called `name`, at the length and in the folder of the request."""
        return make_system(self.request.task, name, self.models, self.request.length, self.request.out)

    def _systems(self) -> list[System]:
        names = self.request.systems or (() if self.request.files else ("compact",))
        systems = [self.system(name) for name in names]
        return [*systems, *(_file_system(spelled) for spelled in self.request.files)]


def make_system(
    task: TaskName, name: str, models: Models, length: str = "paragraph", folder: Path = Path("eval-runs")
) -> System:
    """Return the system for a task: a model, or for summaries a method, `MODEL:METHOD`, or `METHOD=OTHER`.

    `lead=compact` is a baseline with as many words on each item as the other system, see `eval.equal`, whose outputs
    are kept in `folder`.
    """
    if task == "translate":
        return TranslationSystem(name, models)
    if task == "summarize" and is_equal_length(name):
        method, _, other_name = name.partition("=")
        return EqualLength(method, make_system(task, other_name, models, length, folder), models, folder)
    if task == "summarize":
        return SummarySystem(name, models, parse_length(length))
    return ReadingSystem(name, models, parse_length(length))


def local_data(
    task: TaskName,
    names: Sequence[str],
    corpus: Path | None,
    source: Path | None,
    references: Sequence[Path],
    to: Language | None,
) -> list[DataSet]:
    """Return the data sets that a command line names, or that its files make up.

    Raises `InputError` when there are none, or when sources come without references.
    """
    found = [
        data for name in names for data in catalogue.load(catalogue.parse_name(name), task, corpus_folder=corpus, to=to)
    ]
    if source is not None or references:
        if source is None or not references:
            raise InputError("--source and --reference go together: give a file of each, line by line.")
        if to is None:
            raise InputError("Say with --to which language the references are in: ar or en.")
        found.append(parallel_files(task, source, references, other(to) if task == "translate" else to, to))
    if not found:
        raise InputError(f"Nothing to run on: name data with --data, for example --data {catalogue.names()[1]}.")
    return found


def record(corpus: Path, name: str, out: Path, tasks: Sequence[TaskName] = (), most: int | None = None) -> Job:
    """Make the record of a model, see `eval.record`; returns the job with everything that was found.

    `tasks` makes a part of it. With `most` items of each set it is a trial, and only the folder `out` is written.
    """
    job = Job(Request("translate", (name,), out=out))
    task: TaskName | None = None
    for one, data in records.recorded_data(corpus, tasks, most):
        if task is not None and task != one.task:
            _close(job, task, kept=most is None)
        task = one.task
        job.request = Request(one.task, (name,), out=out)
        before = len(job.evaluations)
        for system in one.systems:
            job.add(job.system(system.format(name)), data)
        fresh = job.evaluations[before:]
        if task == "summarize" and len(fresh) > 1:
            job.differences += differences(fresh[0], fresh[1:])
    if task is not None:
        _close(job, task, kept=most is None)
    if not job.failures and most is None:
        records.write_document(job.results, job.differences)
        job.notes.append(f"Tables: {records.DOCUMENT}; rows: {records.FOLDER}")
    return job


def _close(job: Job, task: TaskName, *, kept: bool) -> None:
    """Write what belongs to one task: its rows to the record, its reports to the folder of the outputs."""
    chosen = [result for result in job.results if result.task == task]
    if chosen and kept:
        records.FOLDER.mkdir(exist_ok=True)
        write_results(records.FOLDER / f"{task}.jsonl", chosen)
        if task == "summarize":
            write_differences(records.FOLDER / "summarize.differences.jsonl", job.differences)
    every, job.evaluations = job.evaluations, [one for one in job.evaluations if one.header.task == task]
    results, job.results = job.results, chosen
    job.write()
    job.evaluations, job.results = every, results


def _file_system(spelled: str) -> FileSystem:
    name, equals, path = spelled.partition("=")
    found = Path(path if equals else name)
    if not found.is_file():
        raise InputError(f"No file of hypotheses at {found}. Give --hypotheses NAME=FILE or --hypotheses FILE.")
    return FileSystem(name if equals else found.name, found)


def _with_neural(found: Evaluation, request: Request) -> Evaluation:
    """Add the scores of COMET and BERTScore where they were asked for."""
    if request.comet is None and request.bertscore is None:
        return found
    from eval.evaluation import with_metrics
    from eval.neural import bert_score, comet

    hypotheses = [one.hypothesis for one in found.outputs]
    references = [one.references for one in found.outputs]
    more = []
    if request.comet is not None:
        more.append(comet([one.source for one in found.outputs], hypotheses, references, request.comet))
    if request.bertscore is not None:
        more.append(bert_score(hypotheses, references, found.header.target, request.bertscore))
    return with_metrics(found, more, resamples=request.resamples, seed=request.seed)
