"""What a batch would do, and about how long it would take, without writing anything."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

from translate.batch.inputs import STATE_FOLDER, Inputs, find_inputs, size_of
from translate.batch.job import Job
from translate.batch.journal import Journal
from translate.batch.model import Item, MakeWork, Request
from translate.batch.reader import Reader
from translate.batch.stream import sentences_of

_SAMPLE: Final = 20
_SAMPLE_FILES: Final = 20
_TRIED_SENTENCES: Final = 64


@dataclass(frozen=True, slots=True)
class Estimate:
    """Files by suffix, their bytes, and from a sample: documents, sentences, words and seconds (None: no sample)."""

    files: dict[str, int]
    bytes: int
    documents: int
    sentences: int
    words: int
    seconds: float | None
    other_files: dict[str, int]
    problems: tuple[str, ...]

    def to_dict(self) -> dict[str, object]:
        """Return the estimate as plain data."""
        return {
            "files": self.files,
            "bytes": self.bytes,
            "documents": self.documents,
            "sentences": self.sentences,
            "words": self.words,
            "seconds": None if self.seconds is None else round(self.seconds, 1),
            "other_files": self.other_files,
            "problems": list(self.problems),
        }


def estimate(job: Job, make_work: MakeWork) -> Estimate:
    """Read a sample of the inputs, translate some sentences of it, and reckon; writes nothing.

    Raises what `translate.batch.job.run` raises before it begins to write.
    """
    inputs = find_inputs(job.inputs, job.out)
    kinds: Counter[str] = Counter()
    total = 0
    for source in inputs:
        kinds[source.path.suffix.lower() or "no suffix"] += 1
        total += size_of(source.path)
    items = list(_sample(job, inputs, kinds.total()))
    read = [item for item in items if item.request is not None]
    size = sum(item.size for item in items)
    share = total / size if size else 0.0
    sentences = sum(sentences_of(item) for item in read)
    words = sum(item.request.article.words for item in read if item.request)
    rate = _sentences_per_second(job, make_work, read)
    return Estimate(
        dict(sorted(kinds.items())),
        total,
        max(len(items), round(len(items) * share)),
        round(sentences * share),
        round(words * share),
        sentences * share / rate if rate else None,
        dict(sorted(inputs.skipped.items())),
        tuple(str(item.error) for item in items if item.error is not None),
    )


def _sample(job: Job, inputs: Inputs, files: int) -> Iterator[Item]:
    """Yield documents from files spread evenly over the inputs."""
    reader = Reader(job.options, job.out, Journal(job.out / STATE_FOLDER / "none"))
    step = max(1, files // _SAMPLE_FILES)
    for source in islice(inputs, 0, None, step):
        found = (event for event in reader.events([source]) if isinstance(event, Item))
        yield from islice(found, _SAMPLE)


def _sentences_per_second(job: Job, make_work: MakeWork, items: list[Item]) -> float:
    """Translate the first documents of the sample."""
    requests: list[Request] = []
    sentences = 0
    for item in items:
        if item.request is not None and sentences < _TRIED_SENTENCES:
            requests.append(item.request)
            sentences += sentences_of(item)
    if not requests:
        return 0.0
    work = make_work()
    began = time.perf_counter()
    work.run(requests, job.options.target)
    return sentences / (time.perf_counter() - began)
