"""Translated subtitles: the sentences of an article put back into the cues they came from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from article.encoding import decode
from article.formats.subtitles import extract
from jisr.reading import Reading

if TYPE_CHECKING:
    from srt import Subtitle

_RIGHT_TO_LEFT_MARK: Final = "\u200f"
_LINE: Final = 42
"""Characters on a line of a subtitle, as the usual style guides have it."""


def translated(data: bytes, reading: Reading) -> str:
    """Return the SubRip file `data` with the translation in its cues, all timings kept.

    A sentence that spans several cues is divided between them in proportion to the words each cue has of it.
    `reading` is that of the article which the file was read as.
    """
    import srt

    cues = list(srt.parse(decode(data).text))
    counts = [len(_spoken(cue)) for cue in cues]
    contents: list[list[str]] = [[] for _ in cues]
    for (start, end), segment in zip(_word_spans(reading), reading.translation.segments, strict=True):
        for cue, words in _shared_out(segment.target.split(), start, end, counts):
            contents[cue].extend(words)
    mark = _RIGHT_TO_LEFT_MARK if reading.translation.target_language == "ar" else ""
    for cue, words in zip(cues, contents, strict=True):
        cue.content = "\n".join(mark + line for line in _lines(words))
    composed: str = srt.compose([cue for cue in cues if cue.content], reindex=True, strict=False)
    return composed


def _spoken(cue: Subtitle) -> list[str]:
    """Return the words that the article has of a cue."""
    import srt

    return extract(srt.compose([cue]), "cue").text.split() if cue.content.strip() else []


def _word_spans(reading: Reading) -> list[tuple[int, int]]:
    """Return, for each sentence, the half-open span of its words among all words of the article."""
    spans, position = [], 0
    for sentence in reading.article.sentences:
        count = len(sentence.text.split())
        spans.append((position, position + count))
        position += count
    return spans


def _shared_out(words: list[str], start: int, end: int, counts: list[int]) -> list[tuple[int, list[str]]]:
    """Divide `words` between the cues that hold the source words `start` to `end`."""
    shares: list[tuple[int, int]] = []
    position = 0
    for cue, count in enumerate(counts):
        overlap = min(end, position + count) - max(start, position)
        if overlap > 0:
            shares.append((cue, overlap))
        position += count
    if not shares and counts:
        shares = [(len(counts) - 1, 1)]
    total, used, done = sum(share for _, share in shares), 0, 0
    parts: list[tuple[int, list[str]]] = []
    for cue, share in shares:
        done += share
        until = round(len(words) * done / total)
        parts.append((cue, words[used:until]))
        used = until
    return parts


def _lines(words: list[str]) -> list[str]:
    """Set words in one line, or in two of about the same length."""
    text = " ".join(words)
    if len(text) <= _LINE or len(words) < 2:
        return [text] if text else []
    middle = min(range(1, len(words)), key=lambda cut: abs(len(" ".join(words[:cut])) - len(text) / 2))
    return [" ".join(words[:middle]), " ".join(words[middle:])]
