"""Step one: from the corpus folder to filtered, normalised, leak-free training text."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Final

from article.normalise import normalise_for_model
from train import leakage
from train.corpus import REPEATS, NewsArticle, Pair, read_news, read_pairs, training_pairs
from train.filters import rejection
from train.grammar import generate

_NUMBER: Final = re.compile(r"\d+")
SIDES: Final = ("ara", "eng")
GRAMMAR_PAIRS: Final = 8000
FEW_NAMES: Final = (("سمير", "Samir"), ("ليلى", "Layla"), ("حداد", "Haddad"), ("جونسون", "Johnson"))


@dataclass(frozen=True, slots=True)
class SummaryExample:
    """One article and what to write for it; `task` is the task token, for example `>>sum_eng<<`."""

    task: str
    source: str
    target: str


def normalised(pair: Pair) -> Pair:
    """Return `pair` as the model reads and writes it."""
    return Pair(pair.source, normalise_for_model(pair.arabic), normalise_for_model(pair.english))


def grammar_pairs(corpus: Path, count: int = GRAMMAR_PAIRS) -> Iterator[Pair]:
    """Yield the pairs of the synchronous grammar, with the names of the corpus where it has them."""
    path = corpus / "lexicon" / "lex-names-wikidata.tsv.xz"
    names = [(pair.arabic, pair.english) for pair in read_pairs(path)] if path.exists() else []
    yield from generate(count, [name for name in names if " " not in name[0]] or FEW_NAMES)


def prepare_pairs(corpus: Path, held_out: set[str], counts: Counter[str]) -> Iterator[Pair]:
    """Yield the pairs to train on, each once; `counts` gathers what was kept and why others were not."""
    seen: set[tuple[str, str]] = set()
    for raw in chain(training_pairs(corpus), grammar_pairs(corpus)):
        pair = normalised(raw)
        reason = rejection(pair)
        if reason is None and (pair.arabic, pair.english) in seen:
            reason = "duplicate"
        if reason is None and leakage.leaks(held_out, pair.arabic, pair.english):
            reason = "leak"
        seen.add((pair.arabic, pair.english))
        counts[f"{pair.source}: {reason or 'kept'}"] += 1
        if reason is None:
            yield pair


def is_supported(summary: str, article: str) -> bool:
    """Return whether every number of `summary` occurs in `article`: no demand to invent one."""
    return set(_NUMBER.findall(summary)) <= set(_NUMBER.findall(article))


def summary_examples(article: NewsArticle) -> Iterator[SummaryExample]:
    """Yield up to four examples: each language of the article to each language of the summary."""
    for side, _ in enumerate(SIDES):
        text = normalise_for_model(" ".join(sentence[side] for sentence in article.sentences))
        for target, name in enumerate(SIDES):
            summary = normalise_for_model(article.summary[target])
            if text and summary and is_supported(summary, text):
                yield SummaryExample(f">>sum_{name}<<", text, summary)


def prepare(corpus: Path, work: Path) -> dict[str, int]:
    """Write `pairs.tsv` and `summaries.jsonl` under `work/data` and return the counts by source and reason."""
    folder = work / "data"
    folder.mkdir(parents=True, exist_ok=True)
    held_out = leakage.keys(leakage.held_out_texts(corpus))
    counts: Counter[str] = Counter()
    with (folder / "pairs.tsv").open("w", encoding="utf-8") as out:
        for pair in prepare_pairs(corpus, held_out, counts):
            out.write(f"{pair.source}\t{pair.arabic}\t{pair.english}\n")
    with (folder / "summaries.jsonl").open("w", encoding="utf-8") as out:
        for example in _summaries(corpus, held_out, counts):
            row = {"task": example.task, "source": example.source, "target": example.target}
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
    (folder / "counts.json").write_text(json.dumps(counts, indent=1, sort_keys=True), encoding="utf-8")
    return dict(counts)


def _summaries(corpus: Path, held_out: set[str], counts: Counter[str]) -> Iterator[SummaryExample]:
    for article in read_news(corpus / "news" / "train.jsonl"):
        sides = (side for sentence in article.sentences for side in sentence)
        if leakage.leaks(held_out, *article.summary, *article.title, *sides):
            counts["summaries: leak"] += 1
            continue
        for example in summary_examples(article):
            counts[f"summaries: {example.task}"] += 1
            yield example


def read_prepared_pairs(work: Path) -> Iterator[Pair]:
    """Yield what `prepare` wrote, without the sources that the mix no longer wants."""
    with (work / "data" / "pairs.tsv").open(encoding="utf-8") as lines:
        for line in lines:
            source, arabic, english = line.rstrip("\n").split("\t")
            if REPEATS.get(source, 0.0) > 0:
                yield Pair(source, arabic, english)
