"""The steps of the recipe over two folders: the corpus, which is read, and the work folder, which is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch

from base.errors import InputError
from train.examples import ENG, load_examples, task_ids
from train.export import averaged_model, convert, export
from train.fit import Budget, Recipe, Run, fit
from train.guidance import GuidedHeads
from train.lexical import make_tables
from train.network import build
from train.prepare import prepare
from train.presets import Preset
from train.score import Score, development_pairs, score_folder
from train.vocab import load, make_vocabulary
from train.workers import join


@dataclass(frozen=True, slots=True)
class Settings:
    """Where to read and write, which size, how long, and on what."""

    corpus: Path
    work: Path
    preset: Preset
    budget: Budget
    threads: int = 2
    device: str = "cpu"


def data_step(settings: Settings) -> dict[str, int]:
    """Filter and normalise the corpus; return the counts by source and reason."""
    return prepare(settings.corpus, settings.work)


def vocabulary_step(settings: Settings) -> None:
    """Train the SentencePiece vocabulary, then count alignments and neighbours of its pieces."""
    _needs(settings.work / "data" / "pairs.tsv", "data", settings)
    make_vocabulary(settings.corpus, settings.work, settings.preset.pieces)
    make_tables(settings.corpus, settings.work, settings.preset)


def fit_step(settings: Settings, log: Callable[[str], None]) -> None:
    """Train, or go on training when the work folder holds a checkpoint."""
    _needs(settings.work / "embedding.pt", "vocab", settings)
    torch.set_num_threads(settings.threads)
    rank, _ = join()
    run = make_run(settings)
    checkpoint = settings.work / "checkpoint.pt"
    if checkpoint.exists():
        run.restore(checkpoint)
        log(f"resumed at step {run.step}, {run.seconds / 60:.1f} minutes spent")
    if rank:
        # Each worker drops out other units; with the same ones, part of the batch would be wasted.
        torch.manual_seed(1000 * rank + run.step)
    fit(run, checkpoint, log if rank == 0 else _silent)


def make_run(settings: Settings) -> Run:
    """Return a run at step 0 with the lexical embedding and the guided attention heads in place."""
    processor = load(settings.work)
    rank, workers = join()
    torch.manual_seed(1)
    device = torch.device(settings.device)
    pieces = processor.get_piece_size()
    model: Any = build(settings.preset, pieces, torch.load(settings.work / "embedding.pt")).to(device)
    table = torch.load(settings.work / "table.pt")
    guide = GuidedHeads(model, table, task_ids(processor)[ENG])
    examples = load_examples(processor, settings.work, settings.preset)
    recipe = Recipe(settings.preset, examples, settings.budget, pieces, rank=rank, workers=workers, device=device)
    return Run(model, recipe, guide)


def export_step(settings: Settings, folder: Path) -> None:
    """Write the averaged weights of the last checkpoint to `folder`, ready to ship."""
    export(averaged_model(settings.work, settings.preset), settings.preset, settings.work, folder)


def score_step(
    settings: Settings, folder: Path, names: tuple[str, ...], limit: int, quantised: bool = True
) -> list[tuple[str, Score]]:
    """Return the scores of an exported folder, both directions, on about `limit` pairs a set (0: all).

    With `quantised` false the float weights are scored, which tells what int8 costs.
    """
    converted = None if quantised else settings.work / "float32"
    if converted and not converted.exists():
        convert(folder, converted, "float32")
    scores = []
    for name in names:
        pairs = development_pairs(settings.corpus, name)
        pairs = pairs[:: max(1, len(pairs) // limit)] if limit else pairs
        scores.append((name, score_folder(folder, pairs, "ar-en", converted)))
        scores.append((name, score_folder(folder, pairs, "en-ar", converted)))
    return scores


def _needs(path: Path, step: str, settings: Settings) -> None:
    if not path.exists():
        command = f"python -m train {step} --corpus {settings.corpus} --work {settings.work}"
        raise InputError(f"No {path}. Run first: {command} --preset {settings.preset.name}")


def _silent(line: str) -> None:
    del line
