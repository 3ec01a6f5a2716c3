"""The programs' side of the page: typed functions behind `/translate`, `/summarize` and `/read`."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import wraps
from typing import Any, Literal, TypedDict

from base.errors import InputError, JisrError
from base.languages import Language, other
from jisr.web.handlers import Handlers, Preferences, message
from jisr.web.job import Request, read
from jisr.web.source import Source

To = Literal["auto", "ar", "en"]
Length = Literal["headline", "line", "bullets", "paragraph"]


class TranslatedText(TypedDict):
    """A translated text; paragraph breaks are those of the source. `flagged` are sentence numbers to check."""

    text: str
    source_language: str
    target_language: str
    flagged: list[int]
    signature: str


class SummaryText(TypedDict):
    """A summary; `evidence` has, for each sentence, the numbers of the article's sentences that support it."""

    text: str
    language: str
    evidence: list[list[int]]
    signature: str


class Endpoints:
    """The functions, bound to a page's models and limits. They raise `JisrError`s."""

    def __init__(self, handlers: Handlers) -> None:
        self._handlers = handlers

    def functions(self) -> dict[str, Callable[..., Awaitable[Any]]]:
        """Return the functions by the names they are offered under."""
        return {"translate": self.translate, "summarize": self.summarize, "read": self.read}

    async def translate(self, text: str, to: To = "auto", model: str = "auto") -> TranslatedText:
        """Translate an article into the other language."""
        reading = await read(self._handlers.service, replace(self._request(text, to, model, "line"), languages=()))
        found = reading.translation
        return TranslatedText(
            text=found.text,
            source_language=found.source_language,
            target_language=found.target_language,
            flagged=[segment.id + 1 for segment in found.segments if segment.flags],
            signature=found.signature,
        )

    async def summarize(
        self, text: str, language: Literal["ar", "en"] = "en", length: Length = "paragraph", model: str = "auto"
    ) -> SummaryText:
        """Summarize an article of either language in `language`."""
        wanted: tuple[Language, ...] = (language,)
        reading = await read(
            self._handlers.service, replace(self._request(text, "auto", model, length), languages=wanted)
        )
        summary = reading.summaries[language]
        return SummaryText(
            text=summary.text,
            language=language,
            evidence=[[number + 1 for number in sentence.evidence] for sentence in summary.sentences],
            signature=summary.signature,
        )

    async def read(
        self, text: str, to: To = "auto", length: Length = "paragraph", model: str = "auto"
    ) -> dict[str, Any]:
        """Read an article: translation by sentence, summaries in both languages, warnings, as `jisr read --json`."""
        return (await read(self._handlers.service, self._request(text, to, model, length))).to_dict()

    def _request(self, text: str, to: To, model: str, length: Length) -> Request:
        offered = self._handlers.names
        direction = "auto" if to == "auto" else other(to)
        wanted = Preferences(direction="auto", length=length, model=offered[0] if model == "auto" else model)
        request = self._handlers.request(Source(text), wanted)
        if direction not in ("auto", request.article.language):
            raise InputError(
                f"The text is in {request.article.language!r} already, and {to!r} was asked for. "
                "Leave `to` at 'auto', or give a text in the other language."
            )
        return request


def offered(function: Callable[..., Awaitable[Any]], fail: Callable[[str], Exception]) -> Callable[..., Awaitable[Any]]:
    """Return `function` with every error made into what `fail` returns for a message, in English."""

    @wraps(function)
    async def call(*given: Any, **named: Any) -> Any:
        try:
            return await function(*given, **named)
        except JisrError as error:
            raise fail(str(error)) from None
        except Exception as error:
            raise fail(message(error, "en")["text"]) from None

    return call
