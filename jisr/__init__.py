"""Jisr: Arabic-English translation and bilingual summaries of whole articles, side by side, checked.

>>> import jisr
>>> reading = jisr.read("article.ar.txt")          # doctest: +SKIP
>>> reading.summaries["en"].text                   # doctest: +SKIP

Importing this package loads no model library; `read` loads what it needs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__version__ = "0.1.0"
__all__ = ["JisrError", "Pipeline", "Reading", "__version__", "load_pipeline", "read"]

if TYPE_CHECKING:
    from base.errors import JisrError
    from jisr.pipeline import Pipeline, load_pipeline, read
    from jisr.reading import Reading

_HOMES = {
    "JisrError": "base.errors",
    "Pipeline": "jisr.pipeline",
    "Reading": "jisr.reading",
    "load_pipeline": "jisr.pipeline",
    "read": "jisr.pipeline",
}


def __getattr__(name: str) -> object:
    """Import a public name from its module on first use (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
