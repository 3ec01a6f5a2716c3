"""What decides a summary, in one line, in the manner of sacrebleu's signatures."""

from __future__ import annotations

from typing import Final

VERSION: Final = "2"
"""Raised whenever the same model and article give another summary than before."""


def signature(described: str, model: str | None) -> str:
    """Return `summarize:VERSION|method and settings`, followed by the model's own signature."""
    line = f"summarize:{VERSION}|{described}"
    return f"{line}|{model}" if model else line
