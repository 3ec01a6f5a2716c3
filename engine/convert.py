"""Conversion of a Hugging Face checkpoint to CTranslate2; run as `python -m engine.convert` by the cache.

It is a program rather than a function so that torch and the float32 weights live and die in a process of
their own. The last line on stderr is the reason of a failure: an error number for exit code 6 (writing failed),
a sentence otherwise (3: the checkpoint is damaged, 1: anything else).
"""

from __future__ import annotations

import argparse
import errno
import sys
from pathlib import Path

from base import offline
from base.errors import CorruptModelError, JisrError, OutputError


def convert(source: Path, target: Path, quantization: str) -> None:
    """Convert the checkpoint folder `source` into the new folder `target`.

    `quantization` is one of CTranslate2's types. Raises `OSError` where the target cannot be written and
    whatever Transformers and CTranslate2 raise for a checkpoint they cannot read.
    """
    from ctranslate2.converters import TransformersConverter

    TransformersConverter(str(source), low_cpu_mem_usage=True).convert(str(target), quantization=quantization)


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
