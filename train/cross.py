"""Cross-lingual summaries out of those in one language: the article is translated, the summary stays as it was written.

Like any text of the model's own, the article is a tagged source; the target is real.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from article.split import split_sentences
from train.back import OTHER, Log, rejection, translated
from train.files import write_jsonl
from train.oneway import cross_path
from train.presets import Preset
from train.summaries import LANGUAGES, SummaryExample, read_summaries
from train.support import unsupported

if TYPE_CHECKING:
    from engine.types import Model

LEAST_KEPT: Final = 0.8


def make_cross(work: Path, preset: Preset, number: int, model: Model, log: Log) -> None:
    """Write the cross-lingual summaries of round `number`: up to `preset.cross` articles, unless they are there."""
    path = cross_path(work, number)
    if not preset.cross or path.exists():
        return
    chosen = _chosen(work, preset.cross, number)
    partials = [work / "back" / f"cross{number}.{language}.jsonl" for language in LANGUAGES]
    rows = (
        row
        for language, partial in zip(LANGUAGES, partials, strict=True)
        for row in _rows(chosen, language, model, partial, log)
    )
    kept = write_jsonl(path, rows)
    for partial in partials:
        partial.unlink(missing_ok=True)
    log(f"cross-lingual summaries {number}: {kept} of {len(chosen)} kept")


def _chosen(work: Path, most: int, number: int) -> list[SummaryExample]:
    examples = [one for one in read_summaries(work) if one.group == "sum-collected"]
    order = np.random.default_rng((11, number)).permutation(len(examples))[:most]
    return [examples[place] for place in order]


def _rows(
    chosen: list[SummaryExample], language: str, model: Model, partial: Path, log: Log
) -> Iterator[dict[str, Any]]:
    """Yield the rows of the articles in `language` whose translation can be a source."""
    mine = [example for example in chosen if example.task == f">>sum_{language}<<"]
    articles = [[sentence.text for sentence in split_sentences(example.source)] for example in mine]
    drafts = translated([one for article in articles for one in article], language, model, partial, log)
    for example, article in zip(mine, articles, strict=True):
        pairs = [(original, next(drafts)) for original in article]
        sound = [draft.text for original, draft in pairs if rejection(original, draft, OTHER[language]) is None]
        source = " ".join(sound)
        if len(sound) < LEAST_KEPT * len(pairs):
            continue
        reason = unsupported(example.target, LANGUAGES[language], source, LANGUAGES[OTHER[language]])
        if reason != "number":
            yield {"task": example.task, "source": source, "target": example.target}
