"""Jisr's own evaluation set: articles written for it, in both languages, aligned and summarized (CC BY 4.0).

One JSON file an article in `eval/own/`:

    {"id": "...", "language": "ar", "domain": "health", "title": "...", "licence": "CC BY 4.0",
     "segments": [{"ar": "...", "en": "..."}, ...],
     "summaries": {"ar": ["...", "..."], "en": ["...", "..."]}}

`language` is the one that the article was written in; the first segment is the title.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from article.language import script_shares
from article.quantities import added, missing, quantities
from base.errors import FormatError, InputError
from base.languages import LANGUAGES, NAMES, Language
from eval.corpus import AlignedArticle, article_items
from eval.dataset import DataSet, TaskName

FOLDER: Final = Path(__file__).parent / "own"
LICENCE: Final = "CC BY 4.0"
NAME: Final = "own"
_KEYS: Final = frozenset({"id", "language", "domain", "title", "licence", "segments", "summaries"})
_FEWEST_WORDS: Final = 200
_MOST_WORDS: Final[dict[Language, int]] = {"ar": 400, "en": 400}
_SUMMARIES: Final = 2
_SCRIPT_SHARE: Final = 0.8
_LONGEST_SUMMARY: Final = 0.5


def read_own(folder: Path = FOLDER) -> list[dict[str, Any]]:
    """Return the articles of the set as they are written, in the order of their file names; empty without files."""
    found = []
    for path in sorted(folder.glob("*.json")):
        try:
            article = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, json.JSONDecodeError) as error:
            raise FormatError(f"{path}: {error}. Every file of the set has to be one JSON object in UTF-8.") from error
        if not isinstance(article, dict) or not set(article) >= _KEYS:
            lacking = sorted(_KEYS - set(article)) if isinstance(article, dict) else sorted(_KEYS)
            raise FormatError(f"{path}: the keys {', '.join(lacking)} are missing.")
        found.append(article)
    return found


def own_dataset(task: TaskName, source: Language, target: Language, folder: Path = FOLDER) -> DataSet:
    """Return the set for a task and direction.

    Every article serves in both directions of translation and all four of summaries, whatever it was written in.
    Raises `InputError` when the folder has no articles.
    """
    articles = [_aligned(article) for article in read_own(folder)]
    if not articles:
        raise InputError(f"{folder} holds no articles (*.json). Name another data set with --data.")
    digest = hashlib.sha256()
    for path in sorted(folder.glob("*.json")):
        digest.update(path.read_bytes())
    items = article_items(articles, task, source, target)
    return DataSet(NAME, task, source, target, items, LICENCE, digest.hexdigest(), total=len(items))


def faults(article: dict[str, Any]) -> Iterator[str]:
    """Yield what is wrong with an article of the set, each fault as a sentence that names the place."""
    name = article["id"]
    if article["licence"] != LICENCE:
        yield f"{name}: licence {article['licence']!r}, expected {LICENCE!r}"
    if article["language"] not in LANGUAGES:
        yield f"{name}: language {article['language']!r}, expected ar or en"
        return
    segments = article["segments"]
    if any(set(segment) != set(LANGUAGES) or not all(map(str.strip, segment.values())) for segment in segments):
        yield f"{name}: every segment needs a text in ar and in en"
        return
    if not segments or article["title"] != segments[0][article["language"]]:
        yield f"{name}: the first segment has to be the title"
    for number, segment in enumerate(segments):
        yield from _segment_faults(f"{name}, segment {number}", segment)
    yield from _length_faults(name, article)
    yield from _summary_faults(name, article)


def _segment_faults(where: str, segment: dict[Language, str]) -> Iterator[str]:
    arabic, english = quantities(segment["ar"], "ar"), quantities(segment["en"], "en")
    for only, lost in (("Arabic", missing(arabic, english)), ("English", added(arabic, english))):
        if lost:
            yield f"{where}: only the {only} text has {', '.join(one.text for one in lost)}"
    for language in LANGUAGES:
        yield from _script_faults(where, segment[language], language)


def _script_faults(where: str, text: str, language: Language) -> Iterator[str]:
    shares = script_shares(text)
    share = shares.arabic if language == "ar" else shares.latin
    if shares.scripts and share < _SCRIPT_SHARE:
        yield f"{where}: only {share:.0%} of the {NAMES[language]} text's letters are of its script"


def _length_faults(name: str, article: dict[str, Any]) -> Iterator[str]:
    """Check the language that the article was written in; translations may be longer or shorter."""
    language: Language = article["language"]
    words = sum(len(segment[language].split()) for segment in article["segments"])
    if not _FEWEST_WORDS <= words <= _MOST_WORDS[language]:
        yield f"{name}: {words} words, expected {_FEWEST_WORDS} to {_MOST_WORDS[language]}"


def _summary_faults(name: str, article: dict[str, Any]) -> Iterator[str]:
    """Check number, script and length of the summaries, and that each number in them is one of the article."""
    for language in LANGUAGES:
        texts = article["summaries"].get(language, [])
        if len(texts) != _SUMMARIES:
            yield f"{name}: {len(texts)} {NAMES[language]} summaries, expected {_SUMMARIES}"
        body = "\n".join(segment[language] for segment in article["segments"])
        for number, text in enumerate(texts, 1):
            where = f"{name}, {NAMES[language]} summary {number}"
            yield from _script_faults(where, text, language)
            if len(text.split()) > _LONGEST_SUMMARY * len(body.split()):
                yield f"{where}: longer than half of the article"
            new = added(quantities(body, language), quantities(text, language))
            if new:
                yield f"{where}: the article does not have {', '.join(one.text for one in new)}"


def _aligned(article: dict[str, Any]) -> AlignedArticle:
    summaries = {language: tuple(article["summaries"][language]) for language in LANGUAGES}
    return AlignedArticle(str(article["id"]), str(article["domain"]), tuple(article["segments"]), summaries)
