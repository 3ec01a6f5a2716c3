"""Sequence-to-sequence models: where they come from, how they are run, and whether they can be trusted.

    model = engine.load("auto")
    model.generate(["The port is open again."], Task("translate", "en", "ar"))

Importing this package loads no model library; `load` imports what the model needs, and for the embedded model
that is ctranslate2, sentencepiece and numpy. The table of models is read when it is first asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from engine.embedded import embedded_path
from engine.load import choose, load
from engine.types import Decoding, Hypothesis, Model, Task, TaskKind

if TYPE_CHECKING:
    from engine.registry import ALIASES, MODELS, AutoChoice, ModelRecord, PublishedScore, describe

_REGISTRY = frozenset({"ALIASES", "MODELS", "AutoChoice", "ModelRecord", "PublishedScore", "describe"})

__all__ = [
    "ALIASES",
    "MODELS",
    "AutoChoice",
    "Decoding",
    "Hypothesis",
    "Model",
    "ModelRecord",
    "PublishedScore",
    "Task",
    "TaskKind",
    "choose",
    "describe",
    "embedded_path",
    "load",
]


def __getattr__(name: str) -> object:
    if name in _REGISTRY:
        return getattr(import_module("engine.registry"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
