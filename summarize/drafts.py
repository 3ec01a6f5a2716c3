"""What the model proposes: sentences of several hypotheses, for the judge to choose from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from article.split import split_sentences
from engine.types import Decoding, Hypothesis, Model, Task
from summarize.clean import is_boilerplate, is_loop, strip_dateline
from summarize.length import Budget
from summarize.windows import Window

_PIECES_A_WORD: Final = 2.2
_SPARE_PIECES: Final = 12
_FEWEST_WORDS: Final = 4
_WINDOWS_AT_ONCE: Final = 2
_STOP: Final = re.compile("[.!?؟…][\"'”’»)\\]]*$")
_SPECIAL: Final = re.compile(r"<extra_id_\d+>|<pad>|</?s>|<unk>|&(?:quot|amp|apos|lt|gt|#\d+);")
FIRST: Final = Decoding(beam_size=4, num_hypotheses=4, no_repeat_ngram=3, length_penalty=1.0)
SECOND: Final = Decoding(beam_size=8, num_hypotheses=8, no_repeat_ngram=3, length_penalty=0.8)


@dataclass(frozen=True, slots=True)
class Draft:
    """A hypothesis for one window as clean, whole sentences; `tokens` are the model's pieces."""

    window: int
    sentences: tuple[str, ...]
    score: float
    tokens: tuple[str, ...]


def sized(decoding: Decoding, limits: Budget) -> Decoding:
    """Return `decoding` with room for the words of `limits`."""
    pieces = round(limits.words * _PIECES_A_WORD) + _SPARE_PIECES
    return replace(decoding, max_length=pieces)


def propose(model: Model, task: Task, windows: Iterable[Window], decoding: Decoding) -> Iterator[Draft]:
    """Yield every usable hypothesis for every window, a few windows at a time, best first within a window."""
    numbered = enumerate(windows)
    while batch := list(islice(numbered, _WINDOWS_AT_ONCE)):
        outputs = model.generate([window.text for _, window in batch], task, decoding)
        for (number, _), hypotheses in zip(batch, outputs, strict=True):
            for hypothesis in hypotheses:
                draft = _draft(number, hypothesis)
                if draft.sentences:
                    yield draft


def whole_sentences(text: str, *, finished: bool = True) -> tuple[str, ...]:
    """Return the sentences of a model's output without boilerplate, loops and what was cut off at the end."""
    found = [sentence.text.strip() for sentence in split_sentences(_SPECIAL.sub(" ", text))]
    if found and not _STOP.search(found[-1]):
        found[-1:] = [found[-1].rstrip(" ،,;؛:-") + "."] if finished else []
    return tuple(
        strip_dateline(sentence)
        for sentence in found
        if len(sentence.split()) >= _FEWEST_WORDS and not is_boilerplate(sentence) and not is_loop(sentence)
    )


def pieces_of(words: Iterable[str], tokens: Sequence[str]) -> tuple[str, ...]:
    """Return the pieces that spelled any of `words` in a hypothesis and spelled no other word of it.

    Word starts are marked by U+2581 (SentencePiece) or U+0120 (byte-level BPE).
    """
    unwanted = {word.casefold() for word in words}
    bad: set[str] = set()
    good: set[str] = set()
    for word in _grouped(tokens):
        spelled = "".join(word).strip("\u2581\u0120 .,،:;؛\"'").casefold()
        (bad if spelled in unwanted else good).update(word)
    return tuple(sorted(bad - good))


def _grouped(tokens: Sequence[str]) -> Iterator[list[str]]:
    word: list[str] = []
    for token in tokens:
        if token[:1] in ("\u2581", "\u0120") and word:
            yield word
            word = []
        word.append(token)
    if word:
        yield word


def _draft(window: int, hypothesis: Hypothesis) -> Draft:
    sentences = whole_sentences(hypothesis.text, finished=hypothesis.finished)
    return Draft(window, sentences, hypothesis.score, hypothesis.tokens)
