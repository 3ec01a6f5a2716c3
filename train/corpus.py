"""The files of the corpus: which are read, how often each is seen, and how they are opened."""

from __future__ import annotations

import json
import lzma
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TextIO

from base.errors import FormatError, InputError

# How often a pair is seen in one round of the mix: news is what the model is for, software strings and
# classical text are far from it, the two religious collections teach omission and archaic wording.
REPEATS: Final[dict[str, float]] = {
    "news": 4.0,
    "ud-pud": 3.0,
    "tico19-dev": 2.0,
    "un-keepitlocal": 1.3,
    "news-nextstrain-covid": 1.0,
    "xquad-paragraphs": 2.0,
    "xquad-questions": 1.0,
    "xnli-devtest": 1.0,
    "stories-africanstorybook": 1.0,
    "tatoeba": 0.5,
    "tatoeba-laser-v1": 0.5,
    "un-sdg": 0.5,
    "mintaka-dev-questions": 0.5,
    "legal-creativecommons": 0.3,
    "legal-tunisia": 0.3,
    "docs-opensourceguide": 0.7,
    "docs-scratch": 0.7,
    "docs-mozilla-org": 0.7,
    "docs-mozilla-org-legacy": 0.5,
    "docs-bitcoin-org": 0.7,
    "docs-monero": 0.5,
    "docs-w3c-i18n": 0.5,
    "docs-owasp-top10": 0.5,
    "docs-owasp-asvs": 0.3,
    "docs-cs229-cheatsheets": 0.3,
    "docs-react": 0.3,
    "docs-ms-projectoperations": 0.2,
    "rasaif-classical": 0.08,
    "hadith-noisnad": 0.0,
    "quran-risan": 0.0,
    "ui-moodle": 0.1,
    "ui-pkp-ojs": 0.15,
    "ui-edx": 0.15,
    "ui-primero": 0.15,
    "ui-wordpress": 0.1,
    "ui-mediawiki": 0.1,
    "ui-openfoodnetwork": 0.1,
    "ui-openstreetmap": 0.1,
    "ui-tldr": 0.1,
    "lex-countries": 2.0,
    "lex-names-wikidata": 0.06,
    "lex-arabeyes-dict": 0.06,
    "grammar": 1.0,
}

# The last part of the training leans on news, so that its wording is what the model ends on.
FINAL_REPEATS: Final[dict[str, float]] = {
    **{name: 0.5 * often for name, often in REPEATS.items()},
    "news": 4.0,
    "ud-pud": 3.0,
    "grammar": 0.3,
    "lex-arabeyes-dict": 0.0,
}


@dataclass(frozen=True, slots=True)
class Pair:
    """One aligned pair of sentences and the name of the file it came from."""

    source: str
    arabic: str
    english: str


@dataclass(frozen=True, slots=True)
class NewsArticle:
    """One article of `news/`: every sentence with its translation, and a summary in both languages."""

    id: str
    title: tuple[str, str]
    sentences: tuple[tuple[str, str], ...]
    summary: tuple[str, str]


def open_text(path: Path) -> TextIO:
    """Open a UTF-8 text file, through LZMA when its name ends in `.xz`."""
    if not path.exists():
        raise InputError(f"No file {path}. Expected the corpus folder as --corpus DIR (see train/README.md).")
    if path.suffix == ".xz":
        return lzma.open(path, "rt", encoding="utf-8")
    return path.open(encoding="utf-8")


def read_pairs(path: Path) -> Iterator[Pair]:
    """Yield the pairs of a `NAME.tsv` or `NAME.tsv.xz` file; lines without exactly one tab are skipped."""
    name = path.name.removesuffix(".xz").removesuffix(".tsv")
    with open_text(path) as lines:
        for line in lines:
            columns = line.rstrip("\n").split("\t")
            if len(columns) == 2:
                yield Pair(name, columns[0], columns[1])


def read_jsonl(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of a JSON lines file; `FormatError` names the line that is not one."""
    with open_text(path) as lines:
        for number, line in enumerate(lines, 1):
            try:
                yield json.loads(line)
            except json.JSONDecodeError as error:
                raise FormatError(f"{path}:{number} is not a JSON object: {error}") from error


def read_news(path: Path) -> Iterator[NewsArticle]:
    """Yield the articles of `news/train.jsonl` or `news/dev.jsonl`."""
    for row in read_jsonl(path):
        yield NewsArticle(
            row["id"],
            (row["title_ar"] or "", row["title_en"] or ""),
            tuple((ar, en) for ar, en in row["sentences"]),
            (row["summary_ar"] or "", row["summary_en"] or ""),
        )


def parallel_files(corpus: Path) -> list[Path]:
    """Return the files of `parallel/` and `lexicon/` that the mix uses, in a fixed order."""
    found = [*sorted((corpus / "parallel").glob("*.tsv*")), *sorted((corpus / "lexicon").glob("*.tsv*"))]
    return [path for path in found if REPEATS.get(path.name.split(".tsv")[0], 0.0) > 0]


def training_pairs(corpus: Path) -> Iterator[Pair]:
    """Yield every raw pair: the sentences and titles of `news/train`, then the parallel files."""
    for article in read_news(corpus / "news" / "train.jsonl"):
        for arabic, english in (article.title, *article.sentences):
            yield Pair("news", arabic, english)
    for path in parallel_files(corpus):
        yield from read_pairs(path)
