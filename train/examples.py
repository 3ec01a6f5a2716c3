"""Encodes the prepared text of a work folder into examples, of the kinds that a stage wants."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

import numpy as np

from train.corpus import read_jsonl
from train.gaps import gap_path
from train.mix import Kind
from train.monolingual import FILES, read_documents
from train.oneway import back_path, cross_path, dictionary_path, read_one_way
from train.prepare import read_prepared_pairs
from train.presets import Preset
from train.schedule import Stage
from train.store import Example, Store
from train.summaries import read_summaries
from train.vocab import END, MASK, SYNTHETIC, TASKS, control_id

if TYPE_CHECKING:
    from sentencepiece import SentencePieceProcessor

ENG, ARA = 0, 1
TRANSLATION: Final = {"eng": ">>eng<<", "ara": ">>ara<<"}
_CHUNK: Final = 20_000
Row = TypeVar("Row")


def task_ids(processor: SentencePieceProcessor) -> tuple[int, ...]:
    """Return the ids of the task tokens in the order of `TASKS`."""
    return tuple(processor.piece_to_id(token) for token in TASKS)


def load_store(processor: SentencePieceProcessor, work: Path, preset: Preset, stage: Stage) -> Store:
    """Return the examples of `work` of every kind that `stage` has a share for.

    The same files and the same stage give the same store, which is what makes a resumed run go on as before.
    """
    makers: dict[Kind, Callable[[], Iterator[Example]]] = {
        "pairs": lambda: encode_translations(processor, work, preset.longest),
        "summaries": lambda: encode_summaries(processor, work, preset, stage.back),
        "denoise": lambda: encode_passages(processor, work, preset.longest),
        "gaps": lambda: encode_gaps(processor, work, preset),
        "dictionary": lambda: _one_way(processor, lambda side: dictionary_path(work, side), "dict", preset.longest),
        "back": lambda: _one_way(processor, lambda side: back_path(work, stage.back, side), "back", preset.longest),
    }
    kinds = [kind for kind, share in stage.mix.shares.items() if share > 0]
    return Store.of(chain.from_iterable(makers[kind]() for kind in kinds))


def encode_translations(processor: SentencePieceProcessor, work: Path, longest: int) -> Iterator[Example]:
    """Yield every prepared pair in both directions; pairs with a side beyond `longest` pieces are left out."""
    tokens = task_ids(processor)
    for chunk in _chunks(read_prepared_pairs(work)):
        arabic = _encode(processor, [pair.arabic for pair in chunk])
        english = _encode(processor, [pair.english for pair in chunk])
        for pair, ar, en in zip(chunk, arabic, english, strict=True):
            if max(len(ar), len(en)) <= longest:
                yield _example([tokens[ENG]], ar, en, pair.source)
                yield _example([tokens[ARA]], en, ar, pair.source)


def encode_summaries(processor: SentencePieceProcessor, work: Path, preset: Preset, back: int = 0) -> Iterator[Example]:
    """Yield the summary examples, sources cut after `longest_summary_source` pieces.

    With a round `back`, also those whose article was translated in it; they are tagged as synthetic.
    """
    for row in read_summaries(work):
        yield _summary(processor, preset, [row.task], row.source, row.target, row.group)
    if back and cross_path(work, back).exists():
        for cross in read_jsonl(cross_path(work, back)):
            start = [cross["task"], SYNTHETIC]
            yield _summary(processor, preset, start, cross["source"], cross["target"], "sum-cross")


def encode_passages(processor: SentencePieceProcessor, work: Path, longest: int) -> Iterator[Example]:
    """Yield neighbouring sentences of running text, up to `longest` pieces together, as source and target alike.

    The noise comes when a batch is made (`noise.py`), anew each time.
    """
    for language in FILES:
        task = [processor.piece_to_id(TRANSLATION[language])]
        for documents in _chunks(read_documents(work, language), _CHUNK // 10):
            sizes = [len(document) for document in documents]
            sentences = iter(_encode(processor, [sentence for document in documents for sentence in document]))
            for size in sizes:
                for passage in _passages(islice(sentences, size), longest):
                    yield _example(task, passage, passage, f"mono-{language}")


def encode_gaps(processor: SentencePieceProcessor, work: Path, preset: Preset) -> Iterator[Example]:
    """Yield the gap sentences: an article with the mask piece where its central sentence was, and the sentence."""
    mask = control_id(processor, MASK)
    for language in FILES:
        rows: Iterable[dict[str, Any]] = (
            read_jsonl(gap_path(work, language)) if gap_path(work, language).exists() else ()
        )
        for row in rows:
            before, after, target = (processor.encode(row[part]) for part in ("before", "after", "target"))
            source = [*before, mask, *after][: preset.longest_summary_source]
            if mask in source and len(target) <= 2 * preset.longest:
                yield _example([processor.piece_to_id(row["task"])], source, target, f"gap-{language}")


def _one_way(
    processor: SentencePieceProcessor, path: Callable[[str], Path], kind: str, longest: int
) -> Iterator[Example]:
    """Yield pairs whose target alone is real text; those of back-translation carry the tag."""
    for language in FILES:
        start = [processor.piece_to_id(TRANSLATION[language])]
        start += [control_id(processor, SYNTHETIC)] if kind == "back" else []
        for chunk in _chunks(read_one_way(path(language))):
            sources = _encode(processor, [source for source, _ in chunk])
            targets = _encode(processor, [target for _, target in chunk])
            for source, target in zip(sources, targets, strict=True):
                if max(len(source), len(target)) <= longest:
                    yield _example(start, source, target, f"{kind}-{language}")


def _summary(
    processor: SentencePieceProcessor, preset: Preset, start: list[str], source: str, target: str, group: str
) -> Example:
    pieces = processor.encode(source)[: preset.longest_summary_source]
    ids = [control_id(processor, piece) for piece in start]
    return _example(ids, pieces, processor.encode(target)[: 2 * preset.longest], group)


def _passages(sentences: Iterable[list[int]], longest: int) -> Iterator[list[int]]:
    passage: list[int] = []
    for sentence in sentences:
        if passage and len(passage) + len(sentence) > longest:
            yield passage
            passage = []
        passage = [*passage, *sentence][:longest]
    if passage:
        yield passage


def _chunks(rows: Iterable[Row], size: int = _CHUNK) -> Iterator[list[Row]]:
    left = iter(rows)
    while chunk := list(islice(left, size)):
        yield chunk


def _encode(processor: SentencePieceProcessor, texts: list[str]) -> list[list[int]]:
    encoded: list[list[int]] = processor.encode(texts, num_threads=2)
    return encoded


def _example(start: list[int], source: Iterable[int], target: Iterable[int], group: str) -> Example:
    return Example(np.array([*start, *source, END], dtype=np.uint16), np.array([*target, END], dtype=np.uint16), group)
