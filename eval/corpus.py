"""The development sets under one folder (`--corpus`), by name.

They are not part of this repository; `docs/evaluation.md` tells their layout.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from base.errors import FormatError, InputError
from base.languages import LANGUAGES, Language
from eval.dataset import DataSet, Item, TaskName, checksum_of_file
from eval.local import read_rows, text_of, texts_of

Direction = tuple[Language, Language]
_ACROSS: Final[tuple[Direction, ...]] = (("ar", "en"), ("en", "ar"))
_ALL: Final[tuple[Direction, ...]] = (("ar", "ar"), ("en", "en"), *_ACROSS)


@dataclass(frozen=True, slots=True)
class Development:
    """A development set: its file below the corpus folder, what its rows are, and the licence of its texts."""

    name: str
    path: str
    rows: Literal["pairs", "summaries", "articles"]
    licence: str
    domain: str
    language: Language = "ar"

    def directions(self, task: TaskName) -> tuple[Direction, ...]:
        """Return the directions in which the set can serve for `task`; none when it cannot."""
        if self.rows == "pairs":
            return _ACROSS if task == "translate" else ()
        if self.rows == "summaries":
            return ((self.language, self.language),) if task == "summarize" else ()
        return _ALL if task == "summarize" else _ACROSS


SETS: Final[tuple[Development, ...]] = (
    Development("flores200-dev", "eval/flores200-dev.tsv", "pairs", "CC BY-SA 4.0", "general"),
    Development("tico19-test", "eval/tico19-test.tsv", "pairs", "CC0 1.0", "medical"),
    Development("tatoeba-test", "eval/tatoeba-test.tsv", "pairs", "CC BY 2.0 FR", "everyday"),
    Development("news-dev", "news/dev.jsonl", "articles", "research only; silver references", "news"),
    Development("easc", "eval/easc_ar.eval.jsonl.xz", "summaries", "CC BY-SA 3.0", "encyclopaedia, news"),
    Development(
        "saudinewsnet", "eval/saudinewsnet_lead_ar.eval.jsonl.xz", "summaries", "CC BY-NC-SA 4.0, research", "news"
    ),
    Development(
        "antcorpus", "eval/antcorpus_abstract_ar.eval.jsonl.xz", "summaries", "Apache-2.0, citation asked", "news"
    ),
    Development("bbc2005", "eval/bbc2005_lead_en.eval.jsonl.xz", "summaries", "research only, BBC", "news", "en"),
    Development(
        "bbc-allsides", "eval/bbc_allsides_lead_en.eval.jsonl.xz", "summaries", "research only, BBC", "news", "en"
    ),
    Development(
        "cnn-highlights", "eval/cnn_highlights_en.eval.jsonl.xz", "summaries", "research only, CNN", "news", "en"
    ),
    Development(
        "guardian-standfirst",
        "eval/guardian_standfirst_en.eval.jsonl.xz",
        "summaries",
        "research only, The Guardian",
        "news",
        "en",
    ),
)
BY_NAME: Final = {one.name: one for one in SETS}


def load_development(one: Development, corpus: Path, task: TaskName, source: Language, target: Language) -> DataSet:
    """Return a development set; raises `InputError` when the folder does not have it, `FormatError` when broken."""
    path = corpus / one.path
    if not path.is_file():
        raise InputError(
            f"{one.name} was not found: {path} does not exist. Give the folder that holds {one.path} with --corpus."
        )
    rows = read_rows(path)
    if one.rows == "pairs":
        items = tuple(_pairs(rows, one, source, path))
    elif one.rows == "summaries":
        items = tuple(_summaries(rows, one, path))
    else:
        items = article_items([_article(row, path, number) for number, row in enumerate(rows, 1)], task, source, target)
    return DataSet(one.name, task, source, target, items, one.licence, checksum_of_file(path), total=len(items))


@dataclass(frozen=True, slots=True)
class AlignedArticle:
    """An article in both languages, aligned segment by segment, the first of them the title, with its summaries."""

    id: str
    domain: str
    segments: tuple[Mapping[Language, str], ...]
    summaries: Mapping[Language, tuple[str, ...]]

    def body(self, language: Language) -> str:
        """Return the text without its title."""
        return " ".join(segment[language] for segment in self.segments[1:])


def article_items(
    articles: list[AlignedArticle], task: TaskName, source: Language, target: Language
) -> tuple[Item, ...]:
    """Return aligned articles as items: their segments for `translate`, else themselves."""
    if task == "translate":
        return tuple(
            Item(f"{article.id}:{number}", segment[source], (segment[target],), article.domain)
            for article in articles
            for number, segment in enumerate(article.segments)
        )
    if task == "summarize":
        return tuple(
            Item(one.id, one.body(source), one.summaries[target], one.domain, one.segments[0][source])
            for one in articles
        )
    return tuple(_reading(article, source, target) for article in articles)


def _reading(article: AlignedArticle, source: Language, target: Language) -> Item:
    title, wanted = article.segments[0][source], f"{article.segments[0][target]}\n\n{article.body(target)}"
    return Item(article.id, article.body(source), (wanted,), article.domain, title, article.summaries)


def _pairs(rows: list[dict[str, object]], one: Development, source: Language, path: Path) -> Iterator[Item]:
    columns = ("1", "2") if source == "ar" else ("2", "1")
    for number, row in enumerate(rows, 1):
        text, wanted = (text_of(row, column, f"{path}, row {number}") for column in columns)
        yield Item(str(number), text, (wanted,), one.domain)


def _summaries(rows: list[dict[str, object]], one: Development, path: Path) -> Iterator[Item]:
    for number, row in enumerate(rows, 1):
        where = f"{path}, row {number}"
        title = row.get("title")
        yield Item(
            str(row.get("id") or number),
            text_of(row, "text", where),
            texts_of(row, ("summaries", "summary"), where),
            one.domain,
            title if isinstance(title, str) else "",
        )


def _article(row: dict[str, object], path: Path, number: int) -> AlignedArticle:
    where = f"{path}, row {number}"
    pairs = row.get("sentences")
    if not isinstance(pairs, list) or not all(isinstance(pair, list) and len(pair) == 2 for pair in pairs):
        raise FormatError(f"{where}: column 'sentences' has to be a list of [Arabic, English] pairs.")
    titles = {language: text_of(row, f"title_{language}", where) for language in LANGUAGES}
    body = [dict(zip(LANGUAGES, map(str, pair), strict=True)) for pair in pairs]
    summaries = {language: (text_of(row, f"summary_{language}", where),) for language in LANGUAGES}
    return AlignedArticle(text_of(row, "id", where), "news", (titles, *body), summaries)
