"""Metrics that are models themselves: COMET and BERTScore, where their packages and weights are at hand.

Neither is installed with the extra `eval`, and neither is loaded unless asked for. Scores of different checkpoints are
not comparable: the checkpoint is part of the signature.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, Final

from base.errors import MissingExtraError, MissingModelError
from base.extras import require
from base.languages import Language
from eval.statistics import Statistics, average, share, table_of

_INSTALL: Final = {"comet": "unbabel-comet", "bert_score": "bert-score"}
_UNSAFE: Final = re.compile(r"[|:\s]+")


def comet(
    sources: Sequence[str], hypotheses: Sequence[str], references: Sequence[Sequence[str]], checkpoint: str
) -> Statistics:
    """Return COMET (Rei et al. 2020) of a local checkpoint file, on its own scale (0 to 1 for wmt22-comet-da).

    The first reference of each segment counts. Raises `MissingExtraError` without the package, `MissingModelError`
    when the checkpoint is not there.
    """
    module = _package("comet", "score with COMET")
    path = Path(checkpoint)
    if not path.is_file():
        raise MissingModelError(
            f"No COMET checkpoint at {checkpoint}. Fetch one with "
            "`python -c \"import comet; print(comet.download_model('Unbabel/wmt22-comet-da'))\"` and give its path."
        )
    rows = [
        {"src": source, "mt": hypothesis, "ref": wanted[0]}
        for source, hypothesis, wanted in zip(sources, hypotheses, references, strict=True)
    ]
    found = module.load_from_checkpoint(str(path)).predict(rows, batch_size=16, gpus=0, progress_bar=False)
    return _mean("COMET", found.scores, average, _line("comet", checkpoint))


def bert_score(
    hypotheses: Sequence[str], references: Sequence[Sequence[str]], language: Language, model: str
) -> Statistics:
    """Return BERTScore F1 (Zhang et al. 2020) in percent, without rescaling; `model` is a name or a local folder."""
    module = _package("bert_score", "score with BERTScore")
    _, _, f1 = module.score(list(hypotheses), [list(wanted) for wanted in references], model_type=model, lang=language)
    return _mean("BERTScore", [float(value) for value in f1], share, _line("bert_score", model))


def _package(module: str, purpose: str) -> Any:
    try:
        return require(module, "eval", purpose)
    except MissingExtraError as error:
        raise MissingExtraError(
            f"The package {_INSTALL[module]!r} is needed to {purpose} and is not installed. "
            f"Install it with: pip install {_INSTALL[module]}"
        ) from error


def _mean(name: str, values: Sequence[float], formula: Any, line: str) -> Statistics:
    return Statistics(name, table_of([(value, 1) for value in values], 2), formula, line)


def _line(module: str, model: str) -> str:
    try:
        installed = version(_INSTALL[module])
    except PackageNotFoundError:
        installed = "unknown"
    return f"nrefs:1|model:{_UNSAFE.sub('_', model)}|version:{_INSTALL[module]}-{installed}"
