"""Summarizers by name."""

from __future__ import annotations

from typing import Final, Literal

from base.errors import MissingModelError, UnknownModelError
from engine.types import Model
from summarize.abstractive import Abstractive
from summarize.extract import Extract
from summarize.extractive import Extractive, Lead
from summarize.model import SentenceTranslator, Summarizer
from summarize.routes import translator_of

Method = Literal["auto", "abstractive", "extract", "lead", "centroid", "textrank", "lexrank"]
METHODS: Final[tuple[str, ...]] = ("auto", "abstractive", "extract", "lead", "centroid", "textrank", "lexrank")
COPIES_BETTER: Final = frozenset({"compact"})
"""Models whose summaries are worse than the article's own sentences.

`compact` on 40 articles of the news development set, ROUGE-1/2/L F1: written 32.3/15.5/25.2 in Arabic and
42.7/19.1/28.8 in English, opening sentences 34.2/16.8/27.1 and 44.6/21.2/30.9, centroid 27.5/11.6/20.6 and
36.4/13.9/23.9. Of 167 sentences the guard let 6 through that the model had written, and none of them read well.
"""


def make(name: str = "auto", *, model: Model | None = None, translator: SentenceTranslator | None = None) -> Summarizer:
    """Return the summarizer called `name`.

    `auto` is `abstractive` with a model that writes well enough, else `extract`. `lead-3` takes the first three
    sentences. Raises `UnknownModelError` for another name, `MissingModelError` for `abstractive` without a model.
    """
    if name == "auto":
        name = "extract" if model is None or model.name in COPIES_BETTER else "abstractive"
    if name == "abstractive":
        return Abstractive(_needed(model), translator)
    if name == "extract" and model is None:
        return Extract(translator)
    if name == "extract":
        return Extract(translator_of(_needed(model), translator), Abstractive(_needed(model), translator))
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
            "or use the method 'extract', which needs none."
        )
    return model
