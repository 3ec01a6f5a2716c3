"""Sentences a second, side by side with what a user would run instead; on the embedded model and on opus-mt's size.

    python -m benchmarks.throughput [--model compact|opus] [--rounds 3]

Jisr is measured whole: a jsonl file in, a jsonl file out, with splitting, normalising, tokenising, guards, journal and
syncs. `with retries` is what a user gets; without them every sentence is decoded once, as by the other systems.
"""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path
from typing import Any, Literal

import click

import engine
from article.normalise import normalise_for_model
from base.progress import Progress
from benchmarks.material import paragraphs, sentences
from benchmarks.measure import System, Timing, machine, save, side_by_side
from benchmarks.opus import FixedLength, build
from benchmarks.systems import BareCTranslate2, ParagraphByParagraph, Pieces, Transformers
from engine.types import Model, Task
from translate.batch.job import Job, run
from translate.batch.model import Options
from translate.batch.work import TranslateWork
from translate.settings import Settings
from translate.translator import Translator

TASK = Task("translate", "ar", "en")
BASE = "jisr, one decoding"


def measure(name: Literal["compact", "opus"], rounds: int, few: int, many: int) -> dict[str, Timing]:
    """Time every system on one model; `few` sentences for the slow systems, `many` for the fast ones."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        length = None if name == "compact" else 24
        checkpoint = engine.embedded_path() if name == "compact" else build(root / "opus")
        if name == "opus":
            os.environ["JISR_CACHE"] = str(root / "cache")
        model = load(checkpoint, length)
        converted = checkpoint / "ctranslate2" if name == "compact" else _converted(root / "cache")
        texts = [normalise_for_model(each) for each in sentences("ar", many)]
        systems = _others(checkpoint, converted, length, texts, few) | _own(
            model, root, texts, retries=name == "compact"
        )
        warm = {each: System(1, system.run) for each, system in systems.items() if "loop" not in each}
        side_by_side(warm, 1)
        return side_by_side(systems, rounds)


def load(checkpoint: Path, length: int | None) -> Model:
    """Load a checkpoint as a user of Jisr does; random weights cannot pass the check on known sentences."""
    if length is None:
        return engine.load("compact")
    return FixedLength(engine.load(checkpoint, task=TASK, check=False, progress=_quiet), length)


def _others(checkpoint: Path, converted: Path, length: int | None, texts: list[str], few: int) -> dict[str, System]:
    transformers = Transformers(checkpoint, length)
    pieces = [Pieces.load(checkpoint).encode(text) for text in texts]
    bare, joined = BareCTranslate2(converted, length), paragraphs(texts)
    argos = {threads: ParagraphByParagraph(converted, checkpoint, length, threads=threads) for threads in (0, 1)}
    systems = {
        "transformers, loop": System(few, lambda: transformers.loop(texts[:few])),
        "transformers, batches of 16": System(few, lambda: transformers.batched(texts[:few])),
        "paragraph by paragraph": System(len(texts), lambda: argos[0].translate(joined)),
        "paragraph by paragraph, one thread": System(len(texts), lambda: argos[1].translate(joined)),
        "ctranslate2, batches of 2048 pieces": System(len(texts), lambda: bare.translate(pieces, 2048)),
        "ctranslate2, batches of 512 pieces": System(len(texts), lambda: bare.translate(pieces, 512)),
    }
    foreign = _suppressed(checkpoint) if length is None else ()
    if foreign:
        same = BareCTranslate2(converted, length, suppress=foreign)
        systems["ctranslate2, same search as jisr"] = System(len(texts), lambda: same.translate(pieces, 512))
    return systems


def _own(model: Model, root: Path, texts: list[str], *, retries: bool) -> dict[str, System]:
    source = root / "in.jsonl"
    records = (json.dumps({"text": paragraph}, ensure_ascii=False) + "\n" for paragraph in paragraphs(texts))
    source.write_text("".join(records), encoding="utf-8")
    systems = {BASE: System(len(texts), lambda: _batch(model, source, Settings(retries=0)))}
    if retries:
        systems["jisr, with retries"] = System(len(texts), lambda: _batch(model, source, Settings()))
    return systems


def _batch(model: Model, source: Path, settings: Settings) -> None:
    with tempfile.TemporaryDirectory() as out:
        job = Job((str(source),), Path(out) / "out", Options(target="en"))
        report = run(job, lambda: TranslateWork(Translator(model, settings)))
        if report.failures:
            raise RuntimeError(report.failures[0].reason)


def _suppressed(checkpoint: Path) -> tuple[str, ...]:
    """Return the pieces that the embedded model is kept from producing into English."""
    from engine.scripts import foreign_pieces

    return foreign_pieces(json.loads((checkpoint / "vocab.json").read_text(encoding="utf-8")))["en"]


def _converted(cache: Path) -> Path:
    """Return the conversion that loading the checkpoint left in an empty cache."""
    return next(cache.rglob("model.bin")).parent


def _quiet(_: Progress) -> None:
    return


@click.command()
@click.option("--model", "name", type=click.Choice(["compact", "opus"]), default="compact", show_default=True)
@click.option("--rounds", type=click.IntRange(min=1), default=3, show_default=True)
@click.option("--few", type=click.IntRange(min=1), help="Sentences for the slow systems.")
@click.option("--many", type=click.IntRange(min=1), help="Sentences for the fast systems.")
def main(name: Literal["compact", "opus"], rounds: int, few: int | None, many: int | None) -> None:
    """Measure every system and print the table."""
    few = few or (24 if name == "compact" else 8)
    many = many or (480 if name == "compact" else 96)
    found = measure(name, rounds, few, many)
    print(machine())
    rows: list[dict[str, Any]] = []
    for system, timing in found.items():
        ratio = found[BASE].rate / timing.rate
        rows.append({"system": system, "sentences": timing.amount, "rate": timing.rate, "ms": timing.milliseconds})
        print(
            f"{system:40} {timing.amount:5} sentences {timing.rate:8.2f} a second   jisr is {ratio:5.2f} x   "
            f"{timing.milliseconds:8.2f} ms of processor"
        )
    command = f"python -m benchmarks.throughput --model {name} --rounds {rounds} --few {few} --many {many}"
    save(f"throughput-{name}", command, {"rounds": rounds, "rows": rows})


if __name__ == "__main__":
    main()
