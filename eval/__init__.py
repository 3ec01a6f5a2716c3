"""How good is it, is B better than A, and can the number be trusted: metrics, data sets, runs, reports.

    from eval import score_texts

    for score in score_texts(hypotheses, references, "ar"):
        print(score)

Names are loaded on first use, so that importing the package costs next to nothing. Scoring needs the extra `eval`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from eval.metrics import score_texts as score_texts
    from eval.rouge import rouge as rouge
    from eval.score import Score as Score
    from eval.translation import bleu as bleu
    from eval.translation import chrf as chrf
    from eval.translation import ter as ter

_HOMES: Final = {
    "Score": "score",
    "bleu": "translation",
    "chrf": "translation",
    "rouge": "rouge",
    "score_texts": "metrics",
    "ter": "translation",
}
__all__ = sorted(_HOMES)  # noqa: PLE0605


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'eval' has no attribute {name!r}")
    value: object = getattr(import_module(f"eval.{_HOMES[name]}"), name)
    globals()[name] = value
    return value
