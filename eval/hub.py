"""Public test sets by name, through the package `datasets`: fetched once, then from its cache.

Column names are those of the data sets' cards. What arrives is checked: a missing column is an error that names the
columns found, and the checksum of the texts is part of every result.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from base.errors import FormatError, InputError, MissingExtraError, OfflineError
from base.extras import require
from base.languages import LANGUAGES, Language
from base.offline import is_enabled
from eval.corpus import Direction
from eval.dataset import DataSet, Item, TaskName, checksum_of_items

Row = Mapping[str, Any]
Fetch = Callable[[str], list[Row]]
"""From the name of a configuration to its rows."""

_FLORES: Final[dict[Language, str]] = {"ar": "arb_Arab", "en": "eng_Latn"}
_XLSUM: Final[dict[Language, str]] = {"ar": "arabic", "en": "english"}
_ACROSS: Final[tuple[Direction, ...]] = (("ar", "en"), ("en", "ar"))
_WITHIN: Final[tuple[Direction, ...]] = (("ar", "ar"), ("en", "en"))


@dataclass(frozen=True, slots=True)
class HubSet:
    """A test set of the Hugging Face hub; `rows` makes items of what `fetch` brings, for one direction."""

    name: str
    repo: str
    split: str
    task: TaskName
    directions: tuple[Direction, ...]
    licence: str
    rows: Callable[[Fetch, Language, Language], Iterator[Item]]
    revision: str | None = None


def load_hub(one: HubSet, source: Language, target: Language) -> DataSet:
    """Return a test set of the hub.

    Raises `MissingExtraError` without the package `datasets`, `OfflineError` in offline mode when the set is not in
    the cache, `InputError` when it cannot be fetched (network, or a licence that has to be accepted on the hub), and
    `FormatError` when its columns are others than expected.
    """
    items = tuple(one.rows(lambda config: _fetch(one, config), source, target))
    if not items:
        raise FormatError(f"{one.name} ({one.repo}, split {one.split}) has no rows, expected a test set.")
    return DataSet(one.name, one.task, source, target, items, one.licence, checksum_of_items(items), total=len(items))


def _fetch(one: HubSet, config: str) -> list[Row]:
    """Return the rows of a configuration; only what `datasets` itself raises is put into our words."""
    try:
        datasets = require("datasets", "eval", f"fetch {one.name}")
    except MissingExtraError as error:
        raise MissingExtraError(
            f"The package 'datasets' is needed to fetch {one.name} and is not installed. "
            "Install it with: pip install 'datasets>=3'"
        ) from error
    try:
        rows = datasets.load_dataset(one.repo, config, split=one.split, revision=one.revision)
    except OfflineError:
        raise
    except Exception as error:
        raise _not_fetched(one, config, error) from error
    return list(rows)


def _not_fetched(one: HubSet, config: str, error: Exception) -> InputError | OfflineError:
    if is_enabled() or os.environ.get("HF_DATASETS_OFFLINE") == "1":
        return OfflineError(
            f"{one.name} is not on this machine and offline mode is on: {error}. Run without --offline."
        )
    return InputError(
        f"{one.name} could not be fetched ({one.repo}, {config}, split {one.split}): {type(error).__name__}: {error}. "
        f"Check the network; where the hub asks to accept the licence ({one.licence}), accept it there and run "
        "`hf auth login`."
    )


def column(row: Row, name: str, where: str) -> Any:
    """Return a column of a row; raises `FormatError` naming the columns that there are."""
    if name not in row:
        raise FormatError(f"{where}: no column {name!r}; found {', '.join(map(str, row))}. The data set has changed.")
    return row[name]


def _flores(fetch: Fetch, source: Language, target: Language) -> Iterator[Item]:
    """Yield FLORES+ segments: one configuration a language, aligned by id."""
    left, right = fetch(_FLORES[source]), {row["id"]: row for row in fetch(_FLORES[target])}
    for row in left:
        identifier, text = column(row, "id", "flores-plus"), column(row, "text", "flores-plus")
        wanted = column(right.get(identifier, {}), "text", f"flores-plus, id {identifier}")
        yield Item(str(identifier), text, (wanted,), str(row.get("domain", "")))


def _ntrex(fetch: Fetch, source: Language, target: Language) -> Iterator[Item]:
    """Yield NTREX-128 segments: one column a language."""
    for number, row in enumerate(fetch("default"), 1):
        text, wanted = (column(row, _FLORES[language], "ntrex-128") for language in (source, target))
        yield Item(str(number), text, (wanted,), "news")


def _pairs(config: str, domain: str, name: str) -> Callable[[Fetch, Language, Language], Iterator[Item]]:
    """Return a reader of rows with sourceString and targetString, in whichever direction they were published."""

    def rows(fetch: Fetch, source: Language, target: Language) -> Iterator[Item]:
        for number, row in enumerate(fetch(config), 1):
            first, second = column(row, "sourceString", name), column(row, "targetString", name)
            arabic_first = str(column(row, "sourceLang", name)).startswith("ar")
            texts = dict(zip(LANGUAGES, (first, second) if arabic_first else (second, first), strict=True))
            yield Item(str(row.get("stringID") or number), texts[source], (texts[target],), domain)

    return rows


def _iwslt(fetch: Fetch, source: Language, target: Language) -> Iterator[Item]:
    for number, row in enumerate(fetch(f"iwslt2017-{source}-{target}"), 1):
        pair = column(row, "translation", "iwslt17")
        text, wanted = (column(pair, language, "iwslt17") for language in (source, target))
        yield Item(str(number), text, (wanted,), "talks")


def _xlsum(fetch: Fetch, source: Language, target: Language) -> Iterator[Item]:  # noqa: ARG001
    for number, row in enumerate(fetch(_XLSUM[source]), 1):
        text, summary = column(row, "text", "xlsum"), column(row, "summary", "xlsum")
        yield Item(f"{number}:{column(row, 'id', 'xlsum')}", text, (summary,), "news", str(row.get("title", "")))


def _crosssum(fetch: Fetch, source: Language, target: Language) -> Iterator[Item]:
    for number, row in enumerate(fetch(f"{_XLSUM[source]}-{_XLSUM[target]}"), 1):
        text, summary = column(row, "text", "crosssum"), column(row, "summary", "crosssum")
        # An article has a row for each of its summaries, so that its address alone is no id.
        yield Item(f"{number}:{column(row, 'source_url', 'crosssum')}", text, (summary,), "news")


def _wikilingua(fetch: Fetch, source: Language, target: Language) -> Iterator[Item]:  # noqa: ARG001
    """Yield how-to articles: a row holds the sections of a page, each with its own summary line."""
    for number, row in enumerate(fetch(_XLSUM[source]), 1):
        article = column(row, "article", "wikilingua")
        sections = zip(column(article, "document", "wikilingua"), column(article, "summary", "wikilingua"), strict=True)
        for place, (text, summary) in enumerate(sections):
            if text.strip() and summary.strip():
                yield Item(f"{number}:{place}", text, (summary,), "how-to")


_PARQUET: Final = "refs/convert/parquet"
"""Where the hub keeps data sets that were published as a script, which `datasets` 4 does not run any more."""

SETS: Final[tuple[HubSet, ...]] = (
    HubSet("flores-plus", "openlanguagedata/flores_plus", "devtest", "translate", _ACROSS, "CC BY-SA 4.0", _flores),
    HubSet("ntrex-128", "mteb/NTREX", "test", "translate", _ACROSS, "CC BY-SA 4.0", _ntrex),
    HubSet(
        "tatoeba",
        "Helsinki-NLP/tatoeba_mt",
        "test",
        "translate",
        _ACROSS,
        "CC BY 2.0 FR",
        _pairs("ara-eng", "everyday", "tatoeba"),
        _PARQUET,
    ),
    HubSet(
        "tico-19",
        "gmnlp/tico19",
        "test",
        "translate",
        _ACROSS,
        "CC0 1.0",
        _pairs("en-ar", "medical", "tico-19"),
        _PARQUET,
    ),
    HubSet("iwslt17", "IWSLT/iwslt2017", "test", "translate", _ACROSS, "CC BY-NC-ND 4.0", _iwslt, _PARQUET),
    HubSet("xlsum", "csebuetnlp/xlsum", "test", "summarize", _WITHIN, "CC BY-NC-SA 4.0", _xlsum, _PARQUET),
    HubSet("crosssum", "csebuetnlp/CrossSum", "test", "summarize", _ACROSS, "CC BY-NC-SA 4.0", _crosssum, _PARQUET),
    HubSet(
        "wikilingua", "esdurmus/wiki_lingua", "train", "summarize", _WITHIN, "CC BY-NC-SA 3.0", _wikilingua, _PARQUET
    ),
)
BY_NAME: Final = {one.name: one for one in SETS}
