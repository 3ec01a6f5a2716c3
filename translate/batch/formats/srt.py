"""SubRip: numbers and timings stay; sentences that run over several cues are translated whole and shared out again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from article.encoding import decode
from article.formats.subtitles import extract
from base.errors import EmptyInputError
from base.languages import Language
from translate.batch.formats.document import Document, block_article
from translate.batch.model import Request, Result

if TYPE_CHECKING:
    from srt import Subtitle

_RIGHT_TO_LEFT_MARK: Final = "\u200f"
_LINE: Final = 42
"""Characters on a line of a subtitle, as the usual style guides have it."""
_STYLED: Final = re.compile(r"\A\s*(<([ibu])>)(.*)(</\2>)\s*\Z", re.DOTALL | re.IGNORECASE)


def read(data: bytes, origin: str, language: Language | None) -> Document:
    """Return subtitles; raises `EmptyInputError`, `EncodingError`, `FormatError` and `LanguageError`."""
    import srt

    text = decode(data, origin=origin).text
    turns = extract(text, origin).text.split("\n\n")
    if not any(turns):
        raise EmptyInputError(f"{origin}: nothing is said in these subtitles.")
    cues = list(srt.parse(text))
    request = Request(block_article(turns, origin, language))
    return Document(request, lambda result: _render(cues, result))


def _render(cues: list[Subtitle], result: Result) -> bytes:
    import srt

    counts = [_spoken_words(cue) for cue in cues]
    contents: list[list[str]] = [[] for _ in cues]
    position = 0
    for segment in result.translation.segments:
        end = position + len(segment.source.split())
        for cue, words in _shared_out(segment.target.split(), position, end, counts):
            contents[cue].extend(words)
        position = end
    mark = _RIGHT_TO_LEFT_MARK if result.translation.target_language == "ar" else ""
    shown = [
        srt.Subtitle(cue.index, cue.start, cue.end, _content(cue, words, mark), cue.proprietary)
        for cue, words in zip(cues, contents, strict=True)
    ]
    composed: str = srt.compose(shown, reindex=False, strict=False)
    return composed.encode("utf-8", "replace")


def _content(cue: Subtitle, words: list[str], mark: str) -> str:
    lines = "\n".join(mark + line for line in _lines(words))
    styled = _STYLED.match(cue.content)
    return f"{styled[1]}{lines}{styled[4]}" if styled and lines else lines


def _spoken_words(cue: Subtitle) -> int:
    """Return how many words of the turns of speech a cue has."""
    import srt

    return len(extract(srt.compose([cue]), "cue").text.split()) if cue.content.strip() else 0


def _shared_out(words: list[str], start: int, end: int, counts: list[int]) -> list[tuple[int, list[str]]]:
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


def _lines(words: list[str]) -> list[str]:
    """Set words in one line, or in two of about the same length."""
    text = " ".join(words)
    if len(text) <= _LINE or len(words) < 2:
        return [text] if text else []
    middle = min(range(1, len(words)), key=lambda cut: abs(len(" ".join(words[:cut])) - len(text) / 2))
    return [" ".join(words[:middle]), " ".join(words[middle:])]
