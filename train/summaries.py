"""Articles and what to write for them: the bilingual summaries of `news/`, and standfirsts, leads and highlights."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from article.normalise import normalise_for_model
from base.languages import Language
from train import leakage
from train.corpus import NewsArticle, read_jsonl, read_news
from train.files import write_jsonl
from train.support import unsupported

SIDES: Final[tuple[tuple[str, Language], ...]] = (("ara", "ar"), ("eng", "en"))
LANGUAGES: Final[dict[str, Language]] = dict(SIDES)
FEWEST_WORDS: Final = 5
MOST_WORDS: Final = 90
# The most examples of one source: the standfirsts are many and their texts are cut off, leads are all alike.
CAPS: Final[dict[str, int]] = {
    "guardian_standfirst_en": 15_000,
    "saudinewsnet_lead_ar": 10_000,
    "antcorpus_abstract_ar": 3_000,
    "bbc2005_lead_en": 2_000,
    "cnn_highlights_en": 2_000,
    "wire_allsides_lead_en": 1_500,
    "bbc_allsides_lead_en": 1_000,
    "csm_dek_en": 500,
}
_SPACE: Final = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class SummaryExample:
    """One article and what to write for it; `task` is the task token, for example `>>sum_eng<<`."""

    task: str
    source: str
    target: str
    group: str = "sum-news"


def news_examples(article: NewsArticle, most_words: int) -> Iterator[SummaryExample]:
    """Yield up to four examples: each language of the article to each language of the summary."""
    for side, (_, language) in enumerate(SIDES):
        text = opening(normalise_for_model(" ".join(sentence[side] for sentence in article.sentences)), most_words)
        for target, (name, written) in enumerate(SIDES):
            summary = normalise_for_model(article.summary[target])
            # Sentences were written from the whole article, often in other words; figures must be in what is shown.
            if text and summary and unsupported(summary, written, text, language) not in ("number", "name"):
                yield SummaryExample(f">>sum_{name}<<", text, summary)


def opening(text: str, most_words: int) -> str:
    """Return the first `most_words` words of `text`: what the model will be shown, about."""
    return " ".join(text.split()[:most_words])


def collected_examples(
    path: Path, held_out: set[str], most_words: int, counts: Counter[str]
) -> Iterator[SummaryExample]:
    """Yield the usable examples of a `summ/NAME.train.jsonl.xz` file, at most `CAPS` of them."""
    name = path.name.removesuffix(".train.jsonl.xz")
    left = CAPS.get(name, 0)
    for row in read_jsonl(path) if left else ():
        example = _collected(row, most_words)
        reason = _rejection(example, row, held_out)
        counts[f"sum-{name}: {reason or 'kept'}"] += 1
        if reason is None:
            yield example
            left -= 1
            if not left:
                return


def _collected(row: dict[str, Any], most_words: int) -> SummaryExample:
    task = ">>sum_ara<<" if row["lang"] == "ar" else ">>sum_eng<<"
    text, summary = (_SPACE.sub(" ", normalise_for_model(row[part] or "")).strip() for part in ("text", "summary"))
    return SummaryExample(task, opening(text, most_words), summary, "sum-collected")


def _rejection(example: SummaryExample, row: dict[str, Any], held_out: set[str]) -> str | None:
    words = len(example.target.split())
    if not FEWEST_WORDS <= words <= MOST_WORDS or len(example.source.split()) < 2 * words:
        return "length"
    if leakage.keys((row["text"] or "", row["summary"] or "", row.get("title") or "")) & held_out:
        return "leak"
    language: Language = "ar" if row["lang"] == "ar" else "en"
    return unsupported(example.target, language, example.source, language)


def write_summaries(corpus: Path, work: Path, held_out: set[str], most_words: int, counts: Counter[str]) -> int:
    """Write `summaries.jsonl.xz` under `work/data`, and return how many examples it has."""
    return write_jsonl(
        work / "data" / "summaries.jsonl.xz",
        (asdict(example) for example in _all(corpus, held_out, most_words, counts)),
    )


def _all(corpus: Path, held_out: set[str], most_words: int, counts: Counter[str]) -> Iterator[SummaryExample]:
    for article in read_news(corpus / "news" / "train.jsonl"):
        sides = (side for sentence in article.sentences for side in sentence)
        if leakage.leaks(held_out, *article.summary, *article.title, *sides):
            counts["sum-news: leak"] += 1
            continue
        for example in news_examples(article, most_words):
            counts[f"sum-news: {example.task}"] += 1
            yield example
    for path in sorted((corpus / "summ").glob("*.train.jsonl.xz")):
        yield from collected_examples(path, held_out, most_words, counts)


def read_summaries(work: Path) -> Iterator[SummaryExample]:
    """Yield what `write_summaries` wrote."""
    for row in read_jsonl(work / "data" / "summaries.jsonl.xz"):
        yield SummaryExample(**row)
