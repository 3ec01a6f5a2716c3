"""A batch on a Ray of this machine, as a program: `python -m tests.batch.on_ray IN OUT FOLDER_OF_PROCESS_IDS`."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from engine.types import Decoding, Task
from tests.translate.scripted import ScriptedModel, echo
from translate.batch.job import Job, run
from translate.batch.model import Options
from translate.batch.work import TranslateWork
from translate.cluster import Cluster, on_ray
from translate.memory import RecentMemory
from translate.translator import Translator


@dataclass(frozen=True)
class Load:
    """Loads a slow model that leaves its process id in a folder when it works."""

    folder: Path

    def __call__(self) -> TranslateWork:
        def script(sentence: str, task: Task, decoding: Decoding) -> Sequence[str]:
            (self.folder / str(os.getpid())).touch()
            time.sleep(0.01)
            return echo(sentence, task, decoding)

        return TranslateWork(Translator(ScriptedModel(script), memory=RecentMemory()))


if __name__ == "__main__":
    source, out, folder = (Path(argument) for argument in sys.argv[1:])
    folder.mkdir()
    job = Job((str(source),), out, Options())
    report = run(job, Load(folder), translate=on_ray(job, Load(folder), Cluster(workers=2)))
    raise SystemExit(report.exit_code)
