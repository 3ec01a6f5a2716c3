"""A batch with a slow model, as a program: `python -m tests.batch.slow IN OUT`."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from pathlib import Path

from engine.types import Decoding, Task
from tests.batch.documents import Batch
from tests.translate.scripted import ScriptedModel, echo


def slow(sentence: str, task: Task, decoding: Decoding) -> Sequence[str]:
    time.sleep(0.002)
    return echo(sentence, task, decoding)


if __name__ == "__main__":
    report = Batch(Path(sys.argv[1]), Path(sys.argv[2]), model=ScriptedModel(slow)).run()
    sys.stderr.write("interrupted" if report.interrupted else "done")
    raise SystemExit(report.exit_code)
