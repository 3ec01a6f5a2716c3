"""SubRip: numbers and timings stay; sentences that run over several cues are translated whole and shared out again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from article.cues import RIGHT_TO_LEFT_MARK, set_in_lines, shared_out, spoken_words
from article.encoding import decode
from article.formats.subtitles import extract
from base.errors import EmptyInputError
from base.languages import Language
from translate.batch.formats.document import Document, block_article
from translate.batch.model import Request, Result

if TYPE_CHECKING:
    from srt import Subtitle

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

    counts = [spoken_words(cue) for cue in cues]
    contents: list[list[str]] = [[] for _ in cues]
    position = 0
    for segment in result.translation.segments:
        end = position + len(segment.source.split())
        for cue, words in shared_out(segment.target.split(), position, end, counts):
            contents[cue].extend(words)
        position = end
    mark = RIGHT_TO_LEFT_MARK if result.translation.target_language == "ar" else ""
    shown = [
        srt.Subtitle(cue.index, cue.start, cue.end, _content(cue, words, mark), cue.proprietary)
        for cue, words in zip(cues, contents, strict=True)
    ]
    composed: str = srt.compose(shown, reindex=False, strict=False)
    return composed.encode("utf-8", "replace")


def _content(cue: Subtitle, words: list[str], mark: str) -> str:
    lines = "\n".join(mark + line for line in set_in_lines(words))
    styled = _STYLED.match(cue.content)
    return f"{styled[1]}{lines}{styled[4]}" if styled and lines else lines
