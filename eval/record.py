"""The record: a model's results on the development sets, kept in `eval/results/` and shown in `docs/evaluation.md`.

Large sets are sampled with a fixed seed; the sample is part of every signature. Only scores are kept, no texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from base.errors import InputError
from base.files import write_atomic
from base.languages import Language
from eval import own
from eval.catalogue import Wanted, directions_of, load
from eval.dataset import DataSet, TaskName
from eval.difference import Difference
from eval.markdown import systems, tables
from eval.results import Result
from eval.summary_tables import summary_tables

FOLDER: Final = Path(__file__).parent / "results"
DOCUMENT: Final = Path(__file__).parent.parent / "docs" / "evaluation.md"
_MARKED: Final = "<!-- results:{name} -->\n.*?<!-- /results:{name} -->"


@dataclass(frozen=True, slots=True)
class Recorded:
    """A data set of the record, with the most items taken in each direction, and the systems run on it.

    `{}` stands for the model that is recorded. The systems behind the first are what it is compared with.
    """

    task: TaskName
    data: str
    limit: int | None
    systems: tuple[str, ...] = ("{}",)
    directions: tuple[tuple[Language, Language], ...] = ()


_WITHIN: Final[tuple[tuple[Language, Language], ...]] = (("ar", "ar"), ("en", "en"))
_ACROSS: Final[tuple[tuple[Language, Language], ...]] = (("ar", "en"), ("en", "ar"))
_BESIDE: Final = ("{}", "lead={}", "centroid={}", "textrank={}", "lexrank={}")
_WRITTEN: Final = ("{}:abstractive", "lead={}:abstractive")
SELECTION: Final[tuple[Recorded, ...]] = (
    Recorded("translate", "flores200-dev", None),
    Recorded("translate", "tico19-test", 200),
    Recorded("translate", "tatoeba-test", 500),
    Recorded("translate", "news-dev", 200),
    Recorded("translate", "own", None),
    Recorded("summarize", "news-dev", None, _BESIDE, _WITHIN),
    Recorded("summarize", "own", None, _BESIDE, _WITHIN),
    Recorded("summarize", "easc", None, _BESIDE),
    Recorded("summarize", "saudinewsnet", None, _BESIDE),
    Recorded("summarize", "antcorpus", None, _BESIDE),
    Recorded("summarize", "bbc2005", None, _BESIDE),
    Recorded("summarize", "bbc-allsides", None, _BESIDE),
    Recorded("summarize", "cnn-highlights", None, _BESIDE),
    Recorded("summarize", "guardian-standfirst", None, _BESIDE),
    Recorded("summarize", "news-dev", None, ("{}", "lead={}", "textrank={}"), _ACROSS),
    Recorded("summarize", "own", None, ("{}", "lead={}", "textrank={}"), _ACROSS),
    Recorded("summarize", "news-dev", 40, _WRITTEN, _WITHIN),
    Recorded("read", "own", None),
    Recorded("read", "news-dev", 10),
)


def recorded_data(
    corpus: Path, tasks: Sequence[TaskName] = (), most: int | None = None
) -> Iterator[tuple[Recorded, DataSet]]:
    """Yield the data of the record, in each direction, sampled; the project's own set only where it is there.

    `tasks` takes some of the tasks only, `most` at most so many items of each set: a trial.
    """
    for one in SELECTION:
        if tasks and one.task not in tasks:
            continue
        if one.data == own.NAME and not own.read_own():
            continue
        for direction in one.directions or directions_of(one.data, one.task):
            for data in load(Wanted(one.data, direction), one.task, corpus_folder=corpus):
                limits = [limit for limit in (one.limit, most) if limit is not None]
                yield one, data.sample(min(limits, default=None))


def document_with(text: str, results: Sequence[Result], differences: Sequence[Difference] = ()) -> str:
    """Return the text of `docs/evaluation.md` with its tables made anew, one pair of markers for each task.

    Raises `InputError` when a marker is missing.
    """
    for task in dict.fromkeys(result.task for result in results):
        chosen = [result for result in results if result.task == task]
        made = summary_tables(chosen, differences) if task == "summarize" else tables(chosen, task)
        text = _replaced(text, task, "\n".join((*made, *_note(task), "", *systems(chosen), "")))
    return text


def write_document(results: Sequence[Result], differences: Sequence[Difference] = ()) -> None:
    """Write the tables of some results into `docs/evaluation.md`; raises `InputError` and `OutputError`."""
    path = DOCUMENT
    if not path.is_file():
        raise InputError(f"{path} is missing: the record's tables are written into it. Run this in the repository.")
    write_atomic(path, document_with(path.read_text(encoding="utf-8"), results, differences))


def _note(task: TaskName) -> list[str]:
    """Say where the other figures and the signatures are."""
    rows = f"[`eval/results/{task}.jsonl`](../eval/results/{task}.jsonl)"
    more = " and by length and domain" if task != "read" else ""
    return [f"All metrics, with every tokenizer{more}, and all signatures of metrics and data: {rows}. Systems:"]


def _replaced(text: str, name: str, body: str) -> str:
    pattern = re.compile(_MARKED.format(name=name), re.DOTALL)
    if not pattern.search(text):
        raise InputError(f"The document has no markers <!-- results:{name} --> and <!-- /results:{name} -->. Add them.")
    marked = f"<!-- results:{name} -->\n\n{body}\n<!-- /results:{name} -->"
    return pattern.sub(lambda _: marked, text, count=1)
