"""What passes between the stages of a batch: reader, model, writer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import Literal, Protocol

from article.model import Article
from base.errors import JisrError
from base.languages import Language
from translate.batch.identity import Stamp
from translate.model import Translation

OutputFormat = Literal["keep", "jsonl", "txt"]


@dataclass(frozen=True, slots=True)
class Options:
    """What decides the content of the outputs, besides the model.

    `target` of None means the other language of each document. `column`, `title_column` and `into` name fields of
    records: that of the text, that of the title, and the new one of the translation. `summaries` are the languages of
    the summaries that the work makes.
    """

    target: Language | None = None
    format: OutputFormat = "keep"
    column: str | None = None
    title_column: str | None = None
    into: str = "translation"
    segments: bool = False
    summaries: tuple[Language, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """An input file, and its path below the common folder of all inputs: the output's, below the output folder."""

    path: Path
    relative: PurePath


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be translated of a document.

    `phrases` are parts of it that have a style or a link of their own: their translations tell where to put it.
    """

    article: Article
    phrases: Article | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """A translated document; `summaries` are texts by language, empty when none were asked for."""

    translation: Translation
    phrases: tuple[str, ...] = ()
    summaries: Mapping[Language, str] = field(default_factory=dict)


class Work(Protocol):
    """What is done with documents."""

    @property
    def signature(self) -> str:
        """Everything that decides the result: models, settings, versions."""
        ...

    def run(self, requests: Sequence[Request], target: Language | None) -> list[Result]:
        """Return the results of documents, in order, each the same as if it were alone.

        `target` of None means the other language. Raises `InputError` when a document is in the target language.
        Called from two threads at once.
        """
        ...


class MakeWork(Protocol):
    """Loads the models, here or, pickled, on another machine."""

    def __call__(self) -> Work:
        """Return the work, ready to run."""
        ...


@dataclass(frozen=True, slots=True)
class Counts:
    """Documents, and the sentences, words and flagged sentences of those translated."""

    done: int = 0
    failed: int = 0
    sentences: int = 0
    words: int = 0
    flagged: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.done + other.done,
            self.failed + other.failed,
            self.sentences + other.sentences,
            self.words + other.words,
            self.flagged + other.flagged,
        )


@dataclass(frozen=True, slots=True)
class Entry:
    """A record that is written already: where its output lies in the file, and what it counts; not `ok` when failed."""

    digest: str
    start: int
    end: int
    ok: bool
    counts: Counts


@dataclass(frozen=True, slots=True)
class Item:
    """What is written and journaled as one: a document of its own file, or a record of a file of many.

    `number` counts records from 1 and is 0 for a whole file; `place` says where a person finds it. `digest` tells
    whether its source has changed. `size` is the input's in bytes or characters, for the estimate of the time left.
    Exactly one of `request`, `error` and `reuse` is there; the latter is what an earlier pass made of the same record.
    `render` gives the output; for a record without a result, too.
    """

    source: Source
    number: int
    place: str
    digest: str
    size: int
    request: Request | None
    error: JisrError | None
    render: Callable[[Result | None], bytes]
    reuse: Entry | None = None


@dataclass(frozen=True, slots=True)
class Begin:
    """The records of a file follow; `head` is what its output begins with, unless an unfinished one is `resumed`."""

    source: Source
    stamp: Stamp
    head: bytes
    resumed: bool = False


@dataclass(frozen=True, slots=True)
class End:
    """There are no more records in the file."""

    source: Source


@dataclass(frozen=True, slots=True)
class Skip:
    """A file, or the first records of one, that an earlier run has done."""

    source: Source
    size: int
    counts: Counts


Event = Begin | Item | End | Skip


@dataclass(frozen=True, slots=True)
class Rendered:
    """The output of an item: its bytes, those of the file of summaries beside it, and what it counts.

    `reason` and `exit_code` tell of a failure.
    """

    data: bytes
    summaries: bytes = b""
    counts: Counts = Counts()
    reason: str = ""
    exit_code: int = 0


@dataclass(frozen=True, slots=True)
class Outcome:
    """An event after the model: an item has a result or an error, or is rendered already."""

    event: Event
    result: Result | None = None
    error: JisrError | None = None
    rendered: Rendered | None = None


def count(result: Result | None) -> Counts:
    """Return the counts of one document; None stands for a failed one."""
    if result is None:
        return Counts(failed=1)
    segments = result.translation.segments
    return Counts(
        done=1,
        sentences=len(segments),
        words=sum(len(segment.source.split()) for segment in segments),
        flagged=sum(bool(segment.flags) for segment in segments),
    )
