"""Where the processor time of a batch goes, in percent, stage by stage.

    python -m benchmarks.shares [--sentences 400]

Every stage is run alone over all sentences on one core, in the order in which a batch runs them, so that the shares add
up; the whole batch, measured the same way, tells how much they leave out (threads, queues, journal, syncs).
"""

from __future__ import annotations

import json
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

import engine
from article.document import build_article
from benchmarks.material import paragraphs, sentences
from benchmarks.measure import machine, save
from engine.types import Decoding, Task
from translate.batch.job import Job, run
from translate.batch.model import Options
from translate.batch.work import TranslateWork
from translate.candidate import Context, judge
from translate.retry import improve
from translate.settings import Settings
from translate.translator import Translator
from translate.unit import make_unit

T = TypeVar("T")
_TASK = Task("translate", "ar", "en")


class Clock:
    """Processor seconds by stage."""

    def __init__(self) -> None:
        """Begin with none."""
        self.stages: dict[str, float] = {}

    def time(self, stage: str, work: Callable[[], T]) -> T:
        """Run some work and add its processor time to a stage."""
        began = time.process_time()
        result = work()
        self.stages[stage] = time.process_time() - began
        return result


def measure(number: int) -> tuple[dict[str, float], float]:
    """Return processor seconds by stage, and of the whole batch."""
    clock, settings = Clock(), Settings()
    model = engine.load("compact", threads=1)
    context = Context(_TASK, settings)
    texts = paragraphs(sentences("ar", number))
    model.generate(sentences("ar", 16, seed=9), _TASK)
    articles = clock.time("paragraphs, sentences, language", lambda: [build_article(text) for text in texts])
    units = clock.time(
        "normalising", lambda: [make_unit(each.text, "en") for article in articles for each in article.sentences]
    )
    sources = [unit.prepared for unit in units]
    clock.time("SentencePiece", lambda: model.count_pieces(sources, _TASK))
    decoding = Decoding(beam_size=settings.beam_size, batch_tokens=settings.batch_tokens)
    outputs = clock.time("decoding", lambda: model.generate(sources, _TASK, decoding))
    judged = clock.time(
        "guards and finish",
        lambda: [judge(found[0], unit, context) for found, unit in zip(outputs, units, strict=True)],
    )
    failing = [(unit, candidate) for unit, candidate in zip(units, judged, strict=True) if candidate.cost > 0]
    clock.time(f"decoding again ({len(failing)} of {len(units)})", lambda: improve(model, failing, context))
    clock.stages["decoding"] -= clock.stages["SentencePiece"]
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "in.jsonl"
        lines = [json.dumps({"text": text}, ensure_ascii=False) + "\n" for text in texts]
        source.write_text("".join(lines), encoding="utf-8")
        whole = Clock()
        job = Job((str(source),), Path(folder) / "out", Options(target="en"))
        whole.time("all", lambda: run(job, lambda: TranslateWork(Translator(model, settings))))
    return clock.stages, whole.stages["all"]


@click.command()
@click.option("--sentences", "number", type=click.IntRange(min=1), default=400, show_default=True)
def main(number: int) -> None:
    """Measure and print the shares."""
    stages, whole = measure(number)
    total = sum(stages.values())
    print(machine())
    for stage, seconds in stages.items():
        print(f"{stage:40} {1000 * seconds / number:8.3f} ms a sentence   {100 * seconds / total:5.1f} %")
    print(f"{'all stages':40} {1000 * total / number:8.3f} ms a sentence   the batch: {1000 * whole / number:.3f}")
    rows = [
        {"stage": stage, "ms": 1000 * seconds / number, "share": seconds / total} for stage, seconds in stages.items()
    ]
    save(
        "shares", f"python -m benchmarks.shares --sentences {number}", {"rows": rows, "batch_ms": 1000 * whole / number}
    )


if __name__ == "__main__":
    main()
