"""Sentences and documents to measure with: the project's own articles and examples, taken apart and mixed.

More sentences than there are come from joining beginnings and ends of different ones, so that all are different (equal
ones are translated once) and lengths are those of news.
"""

from __future__ import annotations

import json
import random
from functools import cache
from pathlib import Path
from typing import Final

from article.split import split_sentences
from base.languages import Language

_ROOT: Final = Path(__file__).resolve().parent.parent


@cache
def originals(language: Language) -> tuple[str, ...]:
    """Return the sentences of the project's own articles in a language, each once."""
    found: list[str] = []
    for path in sorted((_ROOT / "eval" / "own").glob("*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        found += [sentence.text for each in record["segments"] for sentence in split_sentences(each[language])]
    for path in sorted((_ROOT / "examples").glob(f"*.{language}.txt")):
        found += [sentence.text for sentence in split_sentences(path.read_text(encoding="utf-8"))]
    return tuple(dict.fromkeys(found))


def sentences(language: Language, number: int, seed: int = 1) -> list[str]:
    """Return different sentences: the originals first, then mixtures of two."""
    draw = random.Random(seed)
    found = dict.fromkeys(originals(language))
    while len(found) < number:
        first, second = (text.split() for text in draw.sample(originals(language), 2))
        found[" ".join([*first[: len(first) // 2], *second[len(second) // 2 :]])] = None
    chosen = list(found)[:number]
    draw.shuffle(chosen)
    return chosen


def document(language: Language, words: int, seed: int = 1) -> str:
    """Return a document of about that many words, five sentences a paragraph."""
    draw = random.Random(seed)
    lines: list[str] = []
    pool = sentences(language, max(200, words // 8), seed)
    draw.shuffle(pool)
    count = 0
    for at, sentence in enumerate(pool):
        lines.append(sentence + ("\n\n" if at % 5 == 4 else " "))
        count += len(sentence.split())
        if count >= words:
            break
    return "".join(lines).strip() + "\n"


def paragraphs(chosen: list[str], size: int = 5) -> list[str]:
    """Return sentences as paragraphs of `size`."""
    return [" ".join(chosen[start : start + size]) for start in range(0, len(chosen), size)]
