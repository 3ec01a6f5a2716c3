"""The steps of the recipe over two folders: the corpus, which is read, and the work folder, which is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import torch

from base.errors import InputError
from train.alignment import load_table
from train.back import make_round
from train.cross import make_cross
from train.decode import open_model
from train.dictionary import counted_pairs, make_dictionary, write_dictionary_pairs
from train.examples import ENG, load_store, task_ids
from train.export import averaged_model, convert, export
from train.fit import Budget, Recipe, Run, fit
from train.guidance import GuidedHeads
from train.lexical import make_tables
from train.monolingual import FILES, some_sentences
from train.network import build
from train.noise import Noise
from train.oneway import back_path, cross_path, dictionary_path
from train.prepare import prepare, read_prepared_pairs
from train.presets import Preset
from train.schedule import Stage, schedule
from train.score import Score, development_pairs, score_folder
from train.store import Store
from train.subword import SubwordSampler
from train.tune import Trial, tune, write_trials
from train.vocab import load, make_vocabulary
from train.workers import join, wait_for_all

if TYPE_CHECKING:
    from sentencepiece import SentencePieceProcessor

Log = Callable[[str], None]
_RUNNING = 20_000


@dataclass(frozen=True, slots=True)
class Settings:
    """Where to read and write, which size, how long, and on what.

    `loaders` count processes that make batches; `session` are the minutes to train in this run, 0 for the whole rest.
    `decoder` is the device that translates, "" for the one that trains.
    """

    corpus: Path
    work: Path
    preset: Preset
    budget: Budget
    threads: int = 2
    device: str = "cpu"
    loaders: int = 0
    session: float = 0.0
    decoder: str = ""


def data_is_made(settings: Settings) -> bool:
    """Say whether the data step has come to its end in the work folder."""
    folder = settings.work / "data"
    return (folder / "counts.json").exists() and (folder / "pairs.tsv.xz").exists()


def vocabulary_is_made(settings: Settings) -> bool:
    """Say whether the vocabulary step has come to its end in the work folder."""
    return dictionary_path(settings.work, "eng").exists()


def data_step(settings: Settings) -> dict[str, int]:
    """Filter and normalise the corpus; return the counts by source and reason."""
    return prepare(settings.corpus, settings.work, settings.preset)


def vocabulary_step(settings: Settings) -> None:
    """Train the SentencePiece vocabulary, count alignments and neighbours of its pieces, translate by dictionary."""
    _needs(data_is_made(settings), "data", settings)
    torch.set_num_threads(settings.threads)
    make_vocabulary(settings.corpus, settings.work, settings.preset.pieces)
    make_tables(settings.corpus, settings.work, settings.preset)
    _dictionary(settings)


def _dictionary(settings: Settings) -> None:
    processor, work = load(settings.work), settings.work
    table = load_table(work / "table.pt", torch.device("cpu"))
    pieces = [processor.id_to_piece(number) for number in range(processor.get_piece_size())]
    running = (text for language in FILES for text in some_sentences(work, language, 0, _RUNNING))
    words = make_dictionary([*counted_pairs(table, pieces), *read_prepared_pairs(work)], running)
    write_dictionary_pairs(work, words, settings.preset.dictionary)


def fit_step(settings: Settings, log: Log) -> float:
    """Train stage by stage, or go on where the work folder's checkpoint is; return the share of the budget spent.

    With `settings.session`, at most so many minutes of the budget are spent now.
    """
    _needs(vocabulary_is_made(settings), "vocab", settings)
    torch.set_num_threads(settings.threads)
    rank, _ = join()
    log = log if rank == 0 else _silent
    checkpoint = settings.work / "checkpoint.pt"
    run = make_run(settings)
    if checkpoint.exists():
        run.restore(checkpoint)
        log(f"resumed at step {run.step}, {run.seconds / 60:.1f} minutes spent")
    if rank:
        # Each worker drops out other units; with the same ones, part of the batch would be wasted.
        torch.manual_seed(1000 * rank + run.step)
    limited = settings.session and not settings.budget.steps
    stop = run.progress + settings.session / settings.budget.minutes if limited else 1.0
    for stage in run.recipe.stages:
        if run.progress < min(stage.until, stop):
            prepare_stage(run, stage, settings, log)
            fit(run, checkpoint, log, min(stage.until, stop))
    return run.progress


def prepare_stage(run: Run, stage: Stage, settings: Settings, log: Log) -> None:
    """Put the examples of `stage` into `run`, after making the round of back-translation that it needs."""
    if stage.back and run.recipe.rank == 0:
        back_step(settings, stage.back, log)
    wait_for_all()
    store = load_store(load(settings.work), settings.work, settings.preset, stage)
    run.recipe = replace(run.recipe, store=store)
    log(f"stage {stage.name}: {len(store)} examples, {int(store.sizes.sum())} pieces")


def back_step(settings: Settings, number: int, log: Log) -> None:
    """Make round `number` of back-translation with the averaged weights of the checkpoint, unless it is there."""
    paths = [back_path(settings.work, number, language) for language in FILES]
    paths += [cross_path(settings.work, number)] if settings.preset.cross else []
    if all(path.exists() for path in paths):
        return
    folder = settings.work / "back" / f"round{number}"
    if not folder.exists():
        # What the run drops out next must not depend on whether the round was made in it or before.
        with torch.random.fork_rng():
            export_step(settings, folder)
    model = open_model(folder, settings.decoder or settings.device, settings.threads)
    make_round(settings.work, settings.preset, number, model, log)
    make_cross(settings.work, settings.preset, number, model, log)


def make_run(settings: Settings) -> Run:
    """Return a run at step 0 with the lexical embedding and the guided attention heads in place, and no examples."""
    processor = load(settings.work)
    rank, workers = join()
    torch.manual_seed(1)
    device = torch.device(settings.device)
    if device.type == "cuda":
        torch.set_float32_matmul_precision("high")
    pieces = processor.get_piece_size()
    model: Any = build(settings.preset, pieces, torch.load(settings.work / "embedding.pt")).to(device)
    guide = GuidedHeads(model, load_table(settings.work / "table.pt", device), task_ids(processor)[ENG])
    recipe = Recipe(
        settings.preset,
        Store.of(()),
        settings.budget,
        pieces,
        schedule(settings.preset),
        Noise(processor),
        _sampler(processor, settings.preset),
        guidance=settings.preset.guidance,
        rank=rank,
        workers=workers,
        loaders=settings.loaders,
        device=device,
    )
    return Run(model, recipe, guide)


def _sampler(processor: SentencePieceProcessor, preset: Preset) -> SubwordSampler | None:
    return SubwordSampler(processor, preset.subword_alpha, preset.positions - 8) if preset.subword_alpha else None


def export_step(settings: Settings, folder: Path) -> None:
    """Write the averaged weights of the last checkpoint to `folder`, ready to ship."""
    export(averaged_model(settings.work, settings.preset), settings.preset, settings.work, folder)


def tune_step(settings: Settings, folder: Path, names: tuple[str, ...], limit: int) -> list[Trial]:
    """Try beam sizes and length penalties on about `limit` pairs a set (0: all), and write `work/tune.json`."""
    sets = {name: development_pairs(settings.corpus, name, limit) for name in names}
    trials = tune(folder, sets, settings.decoder or settings.device, settings.threads)
    write_trials(settings.work / "tune.json", trials)
    return trials


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
        pairs = development_pairs(settings.corpus, name, limit)
        scores.append((name, score_folder(folder, pairs, "ar-en", converted)))
        scores.append((name, score_folder(folder, pairs, "en-ar", converted)))
    return scores


def _needs(is_made: bool, step: str, settings: Settings) -> None:
    if not is_made:
        command = f"python -m train {step} --corpus CORPUS --work {settings.work} --preset {settings.preset.name}"
        raise InputError(f"The step {step} has not run in {settings.work}. Run first: {command}")


def _silent(line: str) -> None:
    del line
