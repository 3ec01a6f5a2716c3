"""Target pieces a second on a GPU at float16, side by side with Transformers; says so where there is none.

python -m benchmarks.gpu [--rounds 3] [--sentences 2000]
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Any

import click

import engine
from article.normalise import normalise_for_model
from benchmarks.material import sentences
from benchmarks.measure import System, machine, save, side_by_side
from benchmarks.opus import FixedLength, build
from engine.types import Decoding, Task

_LENGTH = 24
_TASK = Task("translate", "ar", "en")


def there_is_one() -> bool:
    """Say whether CTranslate2 and torch both see a CUDA device."""
    import ctranslate2
    import torch

    return ctranslate2.get_cuda_device_count() > 0 and torch.cuda.is_available()


@click.command()
@click.option("--rounds", type=click.IntRange(min=1), default=3, show_default=True)
@click.option("--sentences", "number", type=click.IntRange(min=1), default=2000, show_default=True)
def main(rounds: int, number: int) -> None:
    """Measure both backends at float16 on the model of opus-mt's size."""
    if not there_is_one():
        print("no CUDA device on this machine: nothing measured")
        return
    texts = [normalise_for_model(text) for text in sentences("ar", number)]
    with tempfile.TemporaryDirectory() as folder:
        os.environ["JISR_CACHE"] = str(Path(folder) / "cache")
        checkpoint = build(Path(folder) / "opus")
        models: dict[str, Any] = {
            f"{backend}, float16": FixedLength(
                engine.load(
                    checkpoint,
                    backend=backend,
                    device="cuda",
                    compute_type="float16",
                    task=_TASK,
                    check=False,
                ),
                _LENGTH,
            )
            for backend in ("ctranslate2", "transformers")
        }
        decoding = Decoding(batch_tokens=8192)
        systems = {
            name: System(number * _LENGTH, lambda m=model: m.generate(texts, _TASK, decoding))  # type: ignore[misc]
            for name, model in models.items()
        }
        side_by_side(systems, 1)
        found = side_by_side(systems, rounds)
    print(machine())
    for name, timing in found.items():
        print(f"{name:30} {timing.rate:10.0f} target pieces a second")
    rows = [{"system": name, "rate": timing.rate} for name, timing in found.items()]
    save("gpu", f"python -m benchmarks.gpu --rounds {rounds} --sentences {number}", {"rows": rows})


if __name__ == "__main__":
    main()
