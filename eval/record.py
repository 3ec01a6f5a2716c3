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
from eval.markdown import signatures, tables
from eval.results import Result

FOLDER: Final = Path(__file__).parent / "results"
DOCUMENT: Final = Path(__file__).parent.parent / "docs" / "evaluation.md"
_MARKED: Final = "<!-- results:{name} -->\n.*?<!-- /results:{name} -->"


@dataclass(frozen=True, slots=True)
class Recorded:
    """A data set of the record, with the most items taken in each direction, and the systems run on it."""

    task: TaskName
    data: str
    limit: int | None
    baselines: tuple[str, ...] = ()
    directions: tuple[tuple[Language, Language], ...] = ()


_BASELINES: Final = ("lead-3", "centroid")
SELECTION: Final[tuple[Recorded, ...]] = (
    Recorded("translate", "flores200-dev", None),
    Recorded("translate", "tico19-test", 200),
    Recorded("translate", "tatoeba-test", 500),
    Recorded("translate", "news-dev", 200),
    Recorded("translate", "own", None),
    Recorded("summarize", "easc", 30, _BASELINES),
    Recorded("summarize", "saudinewsnet", 30, _BASELINES),
    Recorded("summarize", "antcorpus", 30, _BASELINES),
    Recorded("summarize", "bbc2005", 30, _BASELINES),
    Recorded("summarize", "bbc-allsides", 20, _BASELINES),
    Recorded("summarize", "cnn-highlights", 20, _BASELINES),
    Recorded("summarize", "guardian-standfirst", 30, _BASELINES),
    Recorded("summarize", "news-dev", 30, _BASELINES, (("ar", "ar"), ("en", "en"))),
    Recorded("summarize", "news-dev", 20, (), (("ar", "en"), ("en", "ar"))),
    Recorded("summarize", "own", None, _BASELINES, (("ar", "ar"), ("en", "en"))),
    Recorded("summarize", "own", None, (), (("ar", "en"), ("en", "ar"))),
    Recorded("read", "own", None),
    Recorded("read", "news-dev", 10),
)


def recorded_data(corpus: Path) -> Iterator[tuple[Recorded, DataSet]]:
    """Yield the data of the record, in each direction, sampled; the project's own set only where it is there."""
    for one in SELECTION:
        if one.data == own.NAME and not own.read_own():
            continue
        for direction in one.directions or directions_of(one.data, one.task):
            for data in load(Wanted(one.data, direction), one.task, corpus_folder=corpus):
                yield one, data.sample(one.limit)


def document_with(text: str, results: Sequence[Result]) -> str:
    """Return the text of `docs/evaluation.md` with its tables made anew, one pair of markers for each task.

    Raises `InputError` when a marker is missing.
    """
    for task in dict.fromkeys(result.task for result in results):
        chosen = [result for result in results if result.task == task]
        body = "\n".join((*tables(chosen, task), *signatures(chosen)))
        text = _replaced(text, task, body)
    return text


def write_document(results: Sequence[Result]) -> None:
    """Write the tables of some results into `docs/evaluation.md`; raises `InputError` and `OutputError`."""
    path = DOCUMENT
    if not path.is_file():
        raise InputError(f"{path} is missing: the record's tables are written into it. Run this in the repository.")
    write_atomic(path, document_with(path.read_text(encoding="utf-8"), results))


def _replaced(text: str, name: str, body: str) -> str:
    pattern = re.compile(_MARKED.format(name=name), re.DOTALL)
    if not pattern.search(text):
        raise InputError(f"The document has no markers <!-- results:{name} --> and <!-- /results:{name} -->. Add them.")
    marked = f"<!-- results:{name} -->\n\n{body}\n<!-- /results:{name} -->"
    return pattern.sub(lambda _: marked, text, count=1)
