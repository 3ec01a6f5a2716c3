"""Running text of the news in `mono/`: clean sentences in their documents, each once, none of them held out."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import numpy as np

from article.normalise import normalise_for_model
from article.split import split_sentences
from train import leakage
from train.corpus import open_text, read_jsonl
from train.files import writing
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


def documents(corpus: Path, language: str, held_out: set[str], share: float = 1.0) -> Iterator[list[str]]:
    """Yield the clean, normalised sentences of each article of `language` (`ara`, `eng`), in order.

    `share` of the articles is read, the same ones each time. A sentence that came before, or is in `held_out`
    (`leakage.keys`), is left out; an absent file gives nothing.
    """
    path = corpus / "mono" / FILES[language]
    seen: set[int] = set()
    for row in read_jsonl(path) if path.exists() else ():
        if zlib.crc32(str(row["id"]).encode()) / 2**32 >= share:
            continue
        kept = []
        for sentence in split_sentences(row["text"]):
            text = " ".join(normalise_for_model(sentence.text).split())
            if is_prose(text, language) and hash(text) not in seen and not leakage.leaks(held_out, text):
                seen.add(hash(text))
                kept.append(text)
        if kept:
            yield kept


def mono_path(work: Path, language: str) -> Path:
    """Return where the monolingual text of `language` lies in the work folder: a sentence a line, blank between."""
    return work / "data" / f"mono.{language}.txt.xz"


def write_documents(corpus: Path, work: Path, language: str, held_out: set[str], share: float) -> int:
    """Write the documents of `language` into the work folder and return how many sentences they have."""
    count = 0
    with writing(mono_path(work, language)) as out:
        for sentences in documents(corpus, language, held_out, share):
            out.write("\n".join(sentences) + "\n\n")
            count += len(sentences)
    return count


def read_documents(work: Path, language: str) -> Iterator[list[str]]:
    """Yield the documents that `write_documents` wrote; none where the step has not run."""
    path = mono_path(work, language)
    if not path.exists():
        return
    sentences: list[str] = []
    with open_text(path) as lines:
        for line in lines:
            if line := line.rstrip("\n"):
                sentences.append(line)
            elif sentences:
                yield sentences
                sentences = []


def some_sentences(work: Path, language: str, part: int, most: int) -> list[str]:
    """Return up to `most` sentences of `language`, from all over the text; other numbers of `part` give others.

    There are three parts of equal size: 0 for the dictionary, 1 and 2 for the rounds of back-translation.
    """
    found = [sentence for document in read_documents(work, language) for sentence in document]
    order = np.random.default_rng(5).permutation(len(found))[part::3][:most]
    return [found[number] for number in order]
