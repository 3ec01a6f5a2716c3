"""Conversion of a Hugging Face checkpoint to CTranslate2; run as `python -m engine.convert` by the cache.

It is a program rather than a function so that torch and the float32 weights live and die in a process of
their own. The last line on stderr is the reason of a failure: an error number for exit code 6 (writing failed),
a sentence otherwise (3: the checkpoint is damaged, 1: anything else).
"""

from __future__ import annotations

import argparse
import errno
import json
import sys
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from base import offline
from base.errors import CorruptModelError, JisrError, OutputError
from base.files import write_atomic
from engine.architecture import Architecture, detect_architecture, read_json

_CONSTANT: Final[dict[Architecture, dict[str, bool]]] = {
    "bart": {"normalize_before": False, "normalize_embedding": True},
    "mbart": {"normalize_before": True, "normalize_embedding": True},
    "pegasus": {"normalize_before": True, "normalize_embedding": False},
}


def convert(source: Path, target: Path, quantization: str) -> None:
    """Convert the checkpoint folder `source` into the new folder `target`.

    `quantization` is one of CTranslate2's types. Raises `OSError` where the target cannot be written and
    whatever Transformers and CTranslate2 raise for a checkpoint they cannot read.
    """
    with warnings.catch_warnings():
        # It advises a package for Moses tokenization, which no conversion has a use for.
        warnings.filterwarnings("ignore", message="Recommended: pip install sacremoses")
        with _whole_config(source) as folder:
            _converter(folder).convert(str(target), quantization=quantization)
    if detect_architecture(source) == "mbart":
        _repair_mbart(target / "config.json")


def _converter(folder: Path) -> Any:
    from ctranslate2.converters import TransformersConverter

    class Converter(TransformersConverter):  # type: ignore[misc]
        """Transformers 5 says of every mT5 that its embeddings are tied, true or not.

        CTranslate2 concludes that logits are divided by the square root of the width, as in T5 1.0, which would
        leave mT5 with nearly even probabilities. The weights are in place when the setting is put right.
        """

        def load_model(self, *arguments: Any, **settings: Any) -> Any:
            model = super().load_model(*arguments, **settings)
            if model.config.model_type == "mt5":
                model.config.tie_word_embeddings = False
            return model

    return Converter(str(folder), low_cpu_mem_usage=True)


@contextmanager
def _whole_config(source: Path) -> Iterator[Path]:
    """Give a folder like `source` whose configuration has the keys that the converter reads.

    Transformers 5 no longer writes them, since they are the same for every checkpoint of a family.
    """
    missing = _CONSTANT.get(detect_architecture(source), {})
    config = read_json(source / "config.json")
    if all(key in config for key in missing):
        yield source
        return
    with tempfile.TemporaryDirectory(prefix="jisr-convert-") as name:
        folder = Path(name)
        for path in source.iterdir():
            if path.is_file() and path.name != "config.json":
                (folder / path.name).symlink_to(path.resolve())
        write_atomic(folder / "config.json", json.dumps(missing | config))
        yield folder


def _repair_mbart(path: Path) -> None:
    """Let every task name the piece its target starts with, and name the beginning of a sentence.

    The converter derives the start from the class of the tokenizer, whatever the checkpoint's settings say; and
    the tokenizer of mBART-50 no longer names the beginning, without which the converted model does not load.
    """
    config = read_json(path)
    config |= {"decoder_start_token": None, "bos_token": config.get("bos_token") or "<s>"}
    write_atomic(path, json.dumps(config, indent=2) + "\n")


def main(arguments: list[str] | None = None) -> int:
    """Run the conversion; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m engine.convert", description="Convert a checkpoint.")
    parser.add_argument("source", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("--quantization", default="int8")
    options = parser.parse_args(arguments)
    offline.enable()
    try:
        convert(options.source, options.target, options.quantization)
    except OSError as error:
        if _is_write_failure(error, options.target):
            return _fail(str(error.errno), OutputError.exit_code)
        return _fail(_reason(error), CorruptModelError.exit_code)
    except (RuntimeError, KeyError, IndexError, EOFError) as error:
        return _fail(_reason(error), CorruptModelError.exit_code)
    except Exception as error:
        return _fail(_reason(error), JisrError.exit_code)
    return 0


def _is_write_failure(error: OSError, target: Path) -> bool:
    """Tell a failure to write the conversion from one to read the checkpoint."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS):
        return True
    return error.errno is not None and str(error.filename or "").startswith(str(target))


def _fail(reason: str, status: int) -> int:
    print(reason, file=sys.stderr)  # noqa: T201
    return status


def _reason(error: BaseException) -> str:
    return " ".join(f"{type(error).__name__}: {error}".split())


if __name__ == "__main__":
    sys.exit(main())
