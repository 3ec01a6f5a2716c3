"""Keeps development and test text out of the training set."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from train.corpus import read_jsonl, read_news, read_pairs

SHORTEST: Final = 4
_SENTENCE_END: Final = re.compile(r"(?<=[.!?؟\n])\s+|\n")
_FOLD: Final = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ـ": None})


def key(text: str) -> str | None:
    """Return what two spellings of one sentence share, or None when it has fewer than four words.

    Case, punctuation, diacritics and the usual Arabic spelling variants are ignored.
    """
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_FOLD))
    letters = "".join(c if c.isalnum() else " " for c in decomposed if not unicodedata.combining(c))
    words = letters.translate(_FOLD).split()
    return " ".join(words) if len(words) >= SHORTEST else None


def keys(texts: Iterable[str]) -> set[str]:
    """Return the keys of `texts` and of each of their sentences."""
    found: set[str] = set()
    for text in texts:
        for part in (text, *_SENTENCE_END.split(text)):
            if (made := key(part)) is not None:
                found.add(made)
    return found


def held_out_texts(corpus: Path) -> Iterator[str]:
    """Yield every side, title, article and summary of `eval/` and of `news/dev.jsonl`."""
    for path in sorted((corpus / "eval").glob("*.tsv")):
        for pair in read_pairs(path):
            yield from (pair.arabic, pair.english)
    for path in sorted((corpus / "eval").glob("*.jsonl.xz")):
        for row in read_jsonl(path):
            yield from _strings(row)
    for article in read_news(corpus / "news" / "dev.jsonl"):
        yield from (*article.title, *article.summary)
        for arabic, english in article.sentences:
            yield from (arabic, english)


def leaks(held_out: set[str], *texts: str) -> bool:
    """Return whether any of `texts` equals a held-out text after folding."""
    return any(made in held_out for made in map(key, texts) if made is not None)


def _strings(row: dict[str, object]) -> Iterator[str]:
    for name, value in row.items():
        if name in {"id", "lang", "source", "url"}:
            continue
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, str):
                yield item
