"""The reading view as a list of changes that the browser applies one after the other.

Each change is a list: its name and what it needs. The list only grows while an article is read, so that a step sends
what is new. All HTML in it comes from `jisr.exports.html`, which escapes user text; the browser puts it in place
without passing it through any template.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from base.languages import Language
from jisr.exports.html import check_part, footer_part, fragment, summary_part, target_part
from jisr.reading import Reading
from jisr.web.job import Event, Failed, Finished, Started, Summarized, Translated
from jisr.web.texts import texts
from summarize.model import Summary
from translate.model import Segment, Translation

Change = list[str | int]

_DIACRITICS: Final = dict.fromkeys((*range(0x064B, 0x0653), *range(0x0656, 0x0660), 0x0670))


@dataclass
class View:
    """What one reader sees, in the page's `language`; `diacritics` are shown or left out."""

    language: Language
    diacritics: bool = True
    languages: Sequence[Language] = ()
    run: str = field(default_factory=lambda: secrets.token_hex(6))
    changes: list[Change] = field(default_factory=list)
    target: Language = "en"

    def add(self, event: Event) -> None:
        """Append the changes that an event makes."""
        if isinstance(event, Started):
            self.target = event.reading.translation.target_language
            self._start(event.reading)
        elif isinstance(event, Translated):
            segment = event.segment if self.diacritics else plain_segment(event.segment)
            self.changes.append(["segment", segment.id, target_part(segment, self.target)])
        elif isinstance(event, Summarized):
            summary = event.summary if self.diacritics else plain_summary(event.summary)
            self.changes.append(["summary", summary.language, summary_part(summary)])
        elif isinstance(event, Finished):
            self._finish(event.reading)
        elif isinstance(event, Failed):
            if event.reading is not None:
                self._parts(event.reading)
            self.changes.append(["status", "failed", texts(self.language)["failed"]])

    def show(self, reading: Reading) -> None:
        """Append a finished reading as a whole."""
        shown = self._shown(reading)
        self.changes.append(["start", fragment(shown, self.language), texts(self.language)["working"]])
        self._done(reading)

    def value(self) -> dict[str, object]:
        """Return what the browser is sent; later values with the same `run` go on where this one ends."""
        return {"run": self.run, "changes": list(self.changes)}

    def _start(self, reading: Reading) -> None:
        waiting = {segment.id for segment in reading.translation.segments}
        html = fragment(self._shown(reading), self.language, waiting=waiting, summary_languages=self.languages)
        self.changes.append(["start", html, texts(self.language)["working"]])

    def _finish(self, reading: Reading) -> None:
        self._parts(reading)
        self._done(reading)

    def _parts(self, reading: Reading) -> None:
        self.changes.append(["part", ".jisr-checks", check_part(reading, self.language)])
        self.changes.append(["part", ".jisr-footer", footer_part(reading, self.language)])

    def _done(self, reading: Reading) -> None:
        seconds = reading.timings.get("total", 0.0)
        pattern = texts(self.language)["done"]
        self.changes.append(["status", "done", pattern.format(n=len(reading.article.sentences), s=seconds)])

    def _shown(self, reading: Reading) -> Reading:
        return reading if self.diacritics else plain(reading)


def plain(reading: Reading) -> Reading:
    """Return a copy for display without Arabic diacritics; exports keep the original."""
    return replace(
        reading,
        translation=_plain_translation(reading.translation),
        summaries={language: plain_summary(summary) for language, summary in reading.summaries.items()},
    )


def plain_segment(segment: Segment) -> Segment:
    """Return the segment without Arabic diacritics."""
    return replace(segment, source=segment.source.translate(_DIACRITICS), target=segment.target.translate(_DIACRITICS))


def plain_summary(summary: Summary) -> Summary:
    """Return the summary without Arabic diacritics."""
    sentences = tuple(replace(s, text=s.text.translate(_DIACRITICS)) for s in summary.sentences)
    return replace(summary, sentences=sentences)


def _plain_translation(translation: Translation) -> Translation:
    return replace(translation, segments=tuple(plain_segment(segment) for segment in translation.segments))
