"""What every export shows, in the same words and the same order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Final

from base.flags import Flag
from base.languages import Language
from jisr.reading import Reading
from translate.model import Segment

LABELS: Final[dict[Language, dict[str, str]]] = {
    "en": {
        "ar": "Arabic",
        "en": "English",
        "summary": "Summary",
        "article": "Article",
        "source": "source",
        "translation": "translation",
        "check": "Check these first",
        "evidence": "Show the evidence in the article",
        "sentence": "Sentence",
        "flag": "Warning: show why",
        "waiting": "Not translated yet",
        "keys": "Arrow keys move from sentence to sentence: up and down within a language, left to English, "
        "right to Arabic.",
        "nothing": "No warnings.",
        "made_by": "Made by",
    },
    "ar": {
        "ar": "العربية",
        "en": "الإنجليزية",
        "summary": "الملخص",
        "article": "المقال",
        "source": "الأصل",
        "translation": "الترجمة",
        "check": "راجِع هذه أولًا",
        "evidence": "أظهِر الدليل في المقال",
        "sentence": "الجملة",
        "flag": "تنبيه: أظهِر السبب",
        "waiting": "لم تُترجَم بعد",
        "keys": "تنقلك مفاتيح الأسهم من جملة إلى جملة: أعلى وأسفل داخل اللغة، "
        "ويسارًا إلى الإنجليزية ويمينًا إلى العربية.",
        "nothing": "لا تنبيهات.",
        "made_by": "أُنتج بواسطة",
    },
}


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph of the article and its translation, as the segments they share."""

    paragraph: int
    segments: tuple[Segment, ...]
    is_title: bool


def rows(reading: Reading) -> Iterator[Row]:
    """Yield one row per paragraph, in reading order."""
    for paragraph, segments in groupby(reading.translation.segments, key=attrgetter("paragraph")):
        yield Row(paragraph, tuple(segments), is_title=paragraph == 0 and reading.article.has_title)


def text_in(segment: Segment, language: Language, reading: Reading) -> str:
    """Return the side of a segment that is in `language`."""
    return segment.source if language == reading.article.language else segment.target


def warnings(reading: Reading) -> list[tuple[str, Flag]]:
    """Return (place, flag) of everything to check: whole reading, summaries, then segments in order."""
    found: list[tuple[str, Flag]] = [("", flag) for flag in reading.flags]
    for language, summary in reading.summaries.items():
        for sentence in summary.sentences:
            found.extend((f"{language}", flag) for flag in sentence.flags)
    for segment in reading.translation.segments:
        found.extend((str(segment.id + 1), flag) for flag in segment.flags)
    return found
