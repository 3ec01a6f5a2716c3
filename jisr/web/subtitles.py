"""Translated subtitles: the sentences of an article put back into the cues they came from."""

from __future__ import annotations

from article.cues import RIGHT_TO_LEFT_MARK, set_in_lines, shared_out, spoken_words
from article.encoding import decode
from jisr.reading import Reading


def translated(data: bytes, reading: Reading) -> str:
    """Return the SubRip file `data` with the translation in its cues, all timings kept.

    A sentence that spans several cues is divided between them in proportion to the words each cue has of it.
    `reading` is that of the article which the file was read as.
    """
    import srt

    cues = list(srt.parse(decode(data).text))
    counts = [spoken_words(cue) for cue in cues]
    contents: list[list[str]] = [[] for _ in cues]
    for (start, end), segment in zip(_word_spans(reading), reading.translation.segments, strict=True):
        for cue, words in shared_out(segment.target.split(), start, end, counts):
            contents[cue].extend(words)
    mark = RIGHT_TO_LEFT_MARK if reading.translation.target_language == "ar" else ""
    for cue, words in zip(cues, contents, strict=True):
        cue.content = "\n".join(mark + line for line in set_in_lines(words))
    composed: str = srt.compose([cue for cue in cues if cue.content], reindex=True, strict=False)
    return composed


def _word_spans(reading: Reading) -> list[tuple[int, int]]:
    """Return, for each sentence, the half-open span of its words among all words of the article."""
    spans, position = [], 0
    for sentence in reading.article.sentences:
        count = len(sentence.text.split())
        spans.append((position, position + count))
        position += count
    return spans
