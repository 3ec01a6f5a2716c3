"""The words of a translation put back into the cues of subtitles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from article.formats.subtitles import extract

if TYPE_CHECKING:
    from srt import Subtitle

RIGHT_TO_LEFT_MARK: Final = "\u200f"
_LINE: Final = 42
"""Characters on a line of a subtitle, as the usual style guides have it."""


def spoken_words(cue: Subtitle) -> int:
    """Return how many words of the turns of speech a cue has."""
    import srt

    return len(extract(srt.compose([cue]), "cue").text.split()) if cue.content.strip() else 0


def shared_out(words: list[str], start: int, end: int, counts: list[int]) -> list[tuple[int, list[str]]]:
    """Divide `words` between the cues that hold the source words `start` to `end`, in proportion to theirs."""
    shares: list[tuple[int, int]] = []
    position = 0
    for cue, number in enumerate(counts):
        overlap = min(end, position + number) - max(start, position)
        if overlap > 0:
            shares.append((cue, overlap))
        position += number
        if position >= end:
            break
    shares = shares or [(len(counts) - 1, 1)]
    total, used, done = sum(share for _, share in shares), 0, 0
    parts: list[tuple[int, list[str]]] = []
    for cue, share in shares:
        done += share
        until = round(len(words) * done / total)
        parts.append((cue, words[used:until]))
        used = until
    return parts


def set_in_lines(words: list[str]) -> list[str]:
    """Set words in one line, or in two of about the same length."""
    text = " ".join(words)
    if len(text) <= _LINE or len(words) < 2:
        return [text] if text else []
    middle = min(range(1, len(words)), key=lambda cut: abs(len(" ".join(words[:cut])) - len(text) / 2))
    return [" ".join(words[:middle]), " ".join(words[middle:])]
