"""What the page does when a person acts: plain values in, plain values out, and never an exception.

What goes wrong becomes a message in the page's language. Nothing of a text is logged: an unexpected error leaves its
kind and its place in the code.
"""

from __future__ import annotations

import logging
import traceback
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from base.errors import InputError, JisrError, MissingExtraError
from base.languages import LANGUAGES, Language, other
from jisr.reading import Reading
from jisr.web import compare, downloads, scores, terms
from jisr.web.errors import explain
from jisr.web.examples import examples
from jisr.web.job import Failed, Finished, Request, Started, draft, events, read
from jisr.web.models import Choice, choices
from jisr.web.service import Service
from jisr.web.settings import Settings
from jisr.web.source import Source, chosen, from_link, from_upload
from jisr.web.texts import texts
from jisr.web.view import View
from summarize.length import parse_length

Message = dict[str, str]
Scorer = Callable[[scores.Pairs], Sequence[scores.Line]]
DIRECTIONS: Final = ("auto", "ar", "en")
"""The language of the article, `auto` to detect it."""
LENGTHS: Final = ("paragraph", "bullets", "line", "headline")
REFERENCES: Final = ("translation", "summary-ar", "summary-en")
_SOURCES: Final[dict[str, Language]] = {"ar": "ar", "en": "en"}
_log = logging.getLogger("jisr.page")


@dataclass(frozen=True, slots=True)
class Preferences:
    """What a reader chose, as the browser remembers it. `direction` is the language of the article, or `auto`."""

    language: Language = "en"
    direction: str = "auto"
    length: str = "paragraph"
    model: str = "auto"
    diacritics: bool = True
    glossary: tuple[tuple[str, str], ...] = ()

    @staticmethod
    def of(stored: object, locale: str = "", models: Sequence[str] = ()) -> Preferences:
        """Read what the browser has; anything unknown becomes the default, the language that of `locale`."""
        found: dict[str, Any] = stored if isinstance(stored, dict) else {}
        own: Language = "ar" if locale.lower().startswith("ar") else "en"
        language: Language = next((one for one in LANGUAGES if one == found.get("language")), own)
        length, direction = found.get("length"), found.get("direction")
        model = str(found.get("model") or "auto")
        return Preferences(
            language=language,
            direction=direction if direction in DIRECTIONS else "auto",
            length=length if length in LENGTHS else "paragraph",
            model=model if model in models or not models else models[0],
            diacritics=found.get("diacritics") is not False,
            glossary=_pairs(found.get("glossary")),
        )

    def turned(self) -> Preferences:
        """Return the same with the page in its other language."""
        return replace(self, language=other(self.language))

    def stored(self) -> dict[str, Any]:
        """Return it as plain data."""
        return {
            "language": self.language,
            "direction": self.direction,
            "length": self.length,
            "model": self.model,
            "diacritics": self.diacritics,
            "glossary": [list(pair) for pair in self.glossary],
        }


@dataclass(frozen=True, slots=True)
class Step:
    """How far the reading of an article is. `view` of None leaves the view as it is."""

    view: dict[str, object] | None = None
    reading: Reading | None = None
    message: Message | None = None
    running: bool = True


class Handlers:
    """Acts for one page; safe for any number of readers at a time."""

    def __init__(
        self, service: Service, settings: Settings, names: Sequence[str] = (), scorer: Scorer | None = None
    ) -> None:
        """`names` are the models a reader may choose, the default one first; empty takes those of this machine.

        `scorer` compares hypotheses with references, where that can be done.
        """
        self.service = service
        self.settings = settings
        self.scorer = scorer or _no_scores
        self.models: tuple[Choice, ...] = choices()
        self.labels = {choice.name: choice.label() for choice in self.models}
        here = [choice.name for choice in self.models if choice.ready and choice.translates]
        self.names = tuple(names) or tuple(dict.fromkeys([settings.model, *here]))

    def preferences(self, stored: object) -> Preferences:
        """Read what the browser has stored."""
        return Preferences.of(stored, "", self.names)

    def upload(self, path: str, stored: object) -> tuple[Source | None, Message | None]:
        """Read an uploaded article."""
        return self._attempt(lambda: from_upload(Path(path), self.settings.limits), stored)

    def link(self, address: str, stored: object) -> tuple[Source | None, Message | None]:
        """Read a web page."""
        return self._attempt(lambda: from_link(address, self.settings), stored)

    def example(self, number: int, stored: object) -> tuple[Source | None, Message | None]:
        """Take one of the project's own articles."""
        return self._attempt(lambda: examples()[number].source, stored)

    def terms(self, path: str, rows: Any, stored: object) -> tuple[terms.Rows, Message | None]:
        """Add an uploaded glossary to `rows`, which stay as they are when it cannot be read."""
        found, problem = self._attempt(lambda: terms.from_upload(Path(path), rows), stored)
        return found or rows, problem

    def _attempt(self, make: Callable[[], Any], stored: object) -> tuple[Any, Message | None]:
        try:
            return make(), None
        except Exception as error:
            return None, message(error, self.preferences(stored).language)

    async def read(self, text: str, given: Source | None, wanted: Preferences) -> AsyncIterator[Step]:
        """Read an article step by step; closing the iterator stops the work."""
        try:
            request = self.request(chosen(text, given), wanted)
        except Exception as error:
            yield Step(message=message(error, wanted.language), running=False)
            return
        view = View(wanted.language, wanted.diacritics, request.languages)
        view.add(Started(draft(request.article)))
        yield Step(view.value())
        async with aclosing(events(self.service, request)) as stream:  # type: ignore[type-var]
            async for found in stream:
                for event in found:
                    if not isinstance(event, Started):
                        view.add(event)
                yield self._step(view, found[-1], wanted.language)

    def _step(self, view: View, last: object, language: Language) -> Step:
        if isinstance(last, Finished):
            return Step(view.value(), last.reading, running=False)
        if isinstance(last, Failed):
            return Step(view.value(), last.reading, message(last.error, language), running=False)
        return Step(view.value())

    def request(self, source: Source, wanted: Preferences) -> Request:
        """Return what is wanted of a source; raises the errors of reading it."""
        article = source.article(self.settings.limits, _SOURCES.get(wanted.direction))
        if wanted.model not in self.names:
            raise InputError(f"The model {wanted.model!r} is not offered here; expected {', '.join(self.names)}.")
        return Request(
            article,
            wanted.model,
            parse_length(wanted.length),
            glossary=terms.to_glossary(wanted.glossary),
            seconds=self.settings.limits.seconds,
        )

    def show(self, reading: Reading, wanted: Preferences) -> dict[str, object]:
        """Return the view of a finished reading."""
        view = View(wanted.language, wanted.diacritics)
        view.show(reading)
        return view.value()

    def download(
        self, kind: downloads.FileKind, reading: Reading | None, source: Source | None, stored: object
    ) -> tuple[dict[str, str] | None, Message | None]:
        """Make a file to take away."""
        language = self.preferences(stored).language
        if reading is None:
            return None, {"text": texts(language)["score_none"]}
        subtitles = source.subtitles if source is not None and reading.article.origin == source.name else None
        return self._attempt(lambda: downloads.make(kind, reading, language, subtitles).value(), stored)

    def score(
        self, reading: Reading | None, reference: str, path: str | None, kind: scores.Kind, stored: object
    ) -> tuple[str | None, Message | None]:
        """Return the table of scores of a reading against a reference, typed or uploaded."""
        language = self.preferences(stored).language
        if reading is None:
            return None, {"text": texts(language)["score_none"]}

        def make() -> str:
            wanted = from_upload(Path(path), self.settings.limits).text if path else reference
            pairs = scores.pair(reading, wanted or "", kind)
            return scores.table(self.scorer(pairs), pairs, language)

        return self._attempt(make, stored)

    async def compare(
        self, text: str, given: Source | None, first: str, second: str, stored: object
    ) -> tuple[str | None, Message | None]:
        """Return the table of an article's translations by two models."""
        wanted, names = self.preferences(stored), (first, second)
        try:
            source = chosen(text, given)
            requests = [replace(self.request(source, replace(wanted, model=name)), languages=()) for name in names]
            one, two = [(await read(self.service, request)).translation for request in requests]
            return compare.table(one, two, names, wanted.language), None
        except Exception as error:
            return None, message(error, wanted.language)


def message(error: BaseException, language: Language) -> Message:
    """Return what to tell a person; an error that Jisr did not raise on purpose is logged without its text."""
    if not isinstance(error, JisrError):
        frame = traceback.extract_tb(error.__traceback__)[-1:]
        place = f"{Path(frame[0].filename).name}:{frame[0].lineno}" if frame else "?"
        _log.error("unexpected %s at %s", type(error).__name__, place)
    found = explain(error, language)
    return {"text": found.text, "detail": found.detail}


def _pairs(rows: object) -> tuple[tuple[str, str], ...]:
    found: Iterable[Any] = rows if isinstance(rows, list | tuple) else ()
    return tuple(
        (str(row[0] or ""), str(row[1] or ""))
        for row in found
        if isinstance(row, list | tuple) and len(row) >= 2 and (row[0] or row[1])
    )


def _no_scores(pairs: scores.Pairs) -> Sequence[scores.Line]:  # noqa: ARG001
    raise MissingExtraError("Scores need packages that are not installed. Install them with: pip install 'jisr[eval]'")
