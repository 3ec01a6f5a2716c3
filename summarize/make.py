"""Summarizers by name."""

from __future__ import annotations

from typing import Final, Literal

from base.errors import MissingModelError, UnknownModelError
from engine.types import Model
from summarize.abstractive import Abstractive
from summarize.extractive import Extractive, Lead
from summarize.model import SentenceTranslator, Summarizer

Method = Literal["auto", "abstractive", "lead", "centroid", "textrank", "lexrank"]
METHODS: Final[tuple[str, ...]] = ("auto", "abstractive", "lead", "centroid", "textrank", "lexrank")


def make(name: str = "auto", *, model: Model | None = None, translator: SentenceTranslator | None = None) -> Summarizer:
    """Return the summarizer called `name`.

    `auto` is `abstractive` when there is a model, else `centroid`. `lead-3` takes the first three sentences.
    Raises `UnknownModelError` for another name, `MissingModelError` for `abstractive` without a model.
    """
    if name == "auto":
        name = "abstractive" if model is not None else "centroid"
    if name == "abstractive":
        return Abstractive(_needed(model), translator)
    if name in ("centroid", "textrank", "lexrank"):
        return Extractive(name, translator)  # type: ignore[arg-type]
    method, _, count = name.partition("-")
    if method == "lead" and (not count or (count.isdecimal() and int(count) > 0)):
        return Lead(int(count) if count else None, translator)
    raise UnknownModelError(f"Unknown method {name!r}: expected one of {', '.join(METHODS)}, or lead-3 and the like.")


def _needed(model: Model | None) -> Model:
    if model is None:
        raise MissingModelError(
            "The method 'abstractive' needs a model and none was given. Pass engine.load('compact') as the model, "
            "or use the method 'centroid', which needs none."
        )
    return model
