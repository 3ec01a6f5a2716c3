"""Optional packages: imported on first use, with the exact install command when missing."""

from __future__ import annotations

import importlib
from types import ModuleType
from typing import Literal

from base.errors import MissingExtraError

Extra = Literal["models", "eval", "cluster", "bench", "train", "dev"]


def require(module: str, extra: Extra, purpose: str) -> ModuleType:
    """Import `module`, or raise `MissingExtraError` with the command that installs its extra.

    `purpose` completes "... is needed to ...", for example "run Hugging Face checkpoints".
    """
    try:
        return importlib.import_module(module)
    except ModuleNotFoundError as error:
        if error.name is None or error.name.split(".")[0] != module.split(".")[0]:
            raise
        raise MissingExtraError(
            f"The package {module!r} is needed to {purpose} and is not installed. "
            f"Install it with: pip install 'jisr[{extra}]'"
        ) from error
