"""What a system gave for an item, and the file that keeps it: one JSON object a line, written as it comes.

The first line tells which system and which data; every other line is complete in itself (source, references,
hypothesis), so that a file can be scored again, or compared with another one, without the data set at hand.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Final

from base.errors import FormatError, InputError
from base.files import output_error
from base.flags import Flag
from base.languages import Language
from eval.dataset import DataSet, TaskName

_REQUIRED: Final = ("id", "source", "references", "hypothesis")


@dataclass(frozen=True, slots=True)
class Header:
    """First line of a file of hypotheses: everything that decides what follows."""

    task: TaskName
    system: str
    system_signature: str
    data: str
    source: Language
    target: Language
    selection: str
    data_signature: str
    checksum: str
    licence: str

    @classmethod
    def of(cls, data: DataSet, system: str, signature: str) -> Header:
        """Return the header for the outputs of a system on a data set."""
        return cls(
            data.task,
            system,
            signature,
            data.name,
            data.source,
            data.target,
            data.selection,
            data.signature,
            data.checksum,
            data.licence,
        )

    @property
    def label(self) -> str:
        """Data set and direction: `flores200-dev:ar-en`."""
        return f"{self.data}:{self.source}-{self.target}"


@dataclass(frozen=True, slots=True)
class Output:
    """A system's hypothesis for an item, with the item's own texts.

    `score` is the model's mean log probability, where it tells one; `seconds` the time spent. `segments` are the
    aligned sentences of an article that was translated, `summaries` and `summary_references` those of a reading.
    """

    id: str
    source: str
    references: tuple[str, ...]
    hypothesis: str
    domain: str = ""
    score: float | None = None
    seconds: float = 0.0
    flags: tuple[Flag, ...] = ()
    segments: tuple[tuple[str, str], ...] = ()
    summaries: Mapping[Language, str] = field(default_factory=dict)
    summary_references: Mapping[Language, tuple[str, ...]] = field(default_factory=dict)

    def to_json(self) -> str:
        """Return one line of JSON, empty fields left out."""
        plain = {name: value for name, value in asdict(self).items() if value not in ((), {}, None, "")}
        plain |= {"hypothesis": self.hypothesis, "seconds": round(self.seconds, 4)}
        return json.dumps(plain, ensure_ascii=False)


class OutputFile:
    """A file of hypotheses that can be added to, also after an interruption."""

    def __init__(self, path: Path, header: Header) -> None:
        """Open `path` for the run that `header` describes; a line that was cut off by an interruption is dropped.

        Raises `InputError` when the file is of another run, `OutputError` when it cannot be written.
        """
        self.path = path
        self.header = header
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            if path.exists():
                _drop_unfinished_line(path)
            if not path.exists() or path.stat().st_size == 0:
                path.write_text(json.dumps({"run": asdict(header)}, ensure_ascii=False) + "\n", encoding="utf-8")
        except OSError as error:
            raise output_error(path, error) from error
        found = read_outputs(path)[0]
        if found != header:
            raise InputError(f"{path} holds another run ({found.data_signature}). Use another folder with --out.")

    def read(self) -> dict[str, Output]:
        """Return the outputs that are there, by item id."""
        return {output.id: output for output in read_outputs(self.path)[1]}

    def append(self, outputs: Iterator[Output]) -> Iterator[Output]:
        """Write each output as it comes, and pass it on."""
        try:
            with self.path.open("a", encoding="utf-8") as stream:
                for output in outputs:
                    stream.write(output.to_json() + "\n")
                    stream.flush()
                    yield output
        except OSError as error:
            raise output_error(self.path, error) from error


def read_outputs(path: Path) -> tuple[Header, list[Output]]:
    """Return a file of hypotheses.

    Raises `InputError` when it cannot be read, `FormatError`, naming the line, when it is no such file.
    """
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(
            f"Cannot read {path}: {error}. Give a file of hypotheses written by `python -m eval`."
        ) from error
    rows = [_parsed(line, number, path) for number, line in enumerate(lines, 1) if line.strip()]
    if not rows or not isinstance(rows[0].get("run"), dict):
        raise FormatError(f"{path}: line 1 does not describe a run; expected a file written by `python -m eval`.")
    try:
        header = Header(**rows[0]["run"])
    except TypeError as error:
        raise FormatError(
            f"{path}: line 1 does not describe a run ({error}). Delete the file and run again."
        ) from error
    return header, [_output(row, number, path) for number, row in enumerate(rows[1:], 2)]


def _parsed(line: str, number: int, path: Path) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise FormatError(
            f"{path}: line {number} is no JSON ({error.msg} at character {error.pos + 1}). "
            "Delete that line, and the item is done again."
        ) from error
    if not isinstance(row, dict):
        raise FormatError(f"{path}: line {number} holds a {type(row).__name__}, expected a JSON object.")
    return row


def _output(row: dict[str, Any], number: int, path: Path) -> Output:
    lacking = [name for name in _REQUIRED if name not in row and name != "source"]
    if lacking:
        raise FormatError(f"{path}: line {number} lacks {', '.join(lacking)}.")
    return Output(
        id=str(row["id"]),
        source=row.get("source", ""),
        references=tuple(row["references"]),
        hypothesis=row["hypothesis"],
        domain=row.get("domain", ""),
        score=row.get("score"),
        seconds=row.get("seconds", 0.0),
        flags=tuple(Flag(flag["code"], flag["detail"]) for flag in row.get("flags", ())),
        segments=tuple((source, target) for source, target in row.get("segments", ())),
        summaries=row.get("summaries", {}),
        summary_references={key: tuple(texts) for key, texts in row.get("summary_references", {}).items()},
    )


def _drop_unfinished_line(path: Path) -> None:
    data = path.read_bytes()
    if data and not data.endswith(b"\n"):
        os.truncate(path, data.rfind(b"\n") + 1)
