"""Running sentences of the news in `mono/`, cleaned, each once, none of them held out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Final

from article.normalise import normalise_for_model
from article.split import split_sentences
from train import leakage
from train.corpus import read_jsonl
from train.filters import script_shares

FILES: Final = {"ara": "news.ar.jsonl.xz", "eng": "news.en.jsonl.xz"}
FEWEST_WORDS: Final = 5
MOST_WORDS: Final = 45
_NOT_PROSE: Final = re.compile(r"https?:|www\.|@|[{}<>|\\]|#\w")
_SENTENCE_END: Final = (".", "!", "?", "؟", '"', "»", "”")


def is_prose(sentence: str, language: str) -> bool:
    """Return whether `sentence` is worth learning from: whole, of a usual length, in one script, no markup."""
    words = len(sentence.split())
    share = script_shares(sentence)[0 if language == "ara" else 1]
    return (
        FEWEST_WORDS <= words <= MOST_WORDS
        and share > 0.9
        and sentence.endswith(_SENTENCE_END)
        and not _NOT_PROSE.search(sentence)
    )


def sentences(corpus: Path, language: str, held_out: set[str], most: int, skip: int = 0) -> list[str]:
    """Return up to `most` normalised sentences of `language` (`ara`, `eng`) after the first `skip`.

    They come from the whole file in its order, so that two calls with different `skip` share no sentence.
    Sentences of `held_out` (`leakage.keys`) are left out; an absent file gives none.
    """
    path = corpus / "mono" / FILES[language]
    return list(islice(_distinct(path, language, held_out), skip, skip + most)) if path.exists() else []


def _distinct(path: Path, language: str, held_out: set[str]) -> Iterator[str]:
    seen: set[int] = set()
    for row in read_jsonl(path):
        for sentence in split_sentences(row["text"]):
            text = normalise_for_model(sentence.text)
            if is_prose(text, language) and hash(text) not in seen and not leakage.leaks(held_out, text):
                seen.add(hash(text))
                yield text
