"""Pairs whose target is real text and whose source was made from it: by dictionary, or by a model."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from base.errors import InputError
from train.corpus import open_text
from train.files import writing


def dictionary_path(work: Path, language: str) -> Path:
    """Return where the sentences of `language` (`ara`, `eng`) with their translation by dictionary lie."""
    return work / "data" / f"dictionary.{language}.tsv.xz"


def back_path(work: Path, number: int, language: str) -> Path:
    """Return where round `number` of back-translation keeps the sentences of `language` and their sources."""
    return work / "data" / f"back{number}.{language}.tsv.xz"


def cross_path(work: Path, number: int) -> Path:
    """Return where round `number` keeps translated articles with the summaries of their originals."""
    return work / "data" / f"cross{number}.jsonl.xz"


def write_one_way(path: Path, pairs: Iterable[tuple[str, str]]) -> int:
    """Write (made source, real target) lines and return how many; pairs with an empty side are left out."""
    count = 0
    with writing(path) as out:
        for source, target in pairs:
            if source.strip() and target.strip():
                out.write(f"{source}\t{target}\n")
                count += 1
    return count


def read_one_way(path: Path) -> Iterator[tuple[str, str]]:
    """Yield what `write_one_way` wrote; `InputError` names the step that is missing."""
    if not path.exists():
        step = "vocab" if path.name.startswith("dictionary") else "fit"
        raise InputError(f"No {path}. Run first: python -m train {step}")
    with open_text(path) as lines:
        for line in lines:
            source, target = line.rstrip("\n").split("\t")
            yield source, target
