"""From what a person gives the page (a text, a file, a link) to an article."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from article.model import Article
from base.errors import InputError, OfflineError
from base.languages import Language
from jisr.web.errors import PageLimitError
from jisr.web.settings import Limits, Settings


@dataclass(frozen=True, slots=True)
class Source:
    """A text with its origin. `title` is what the format names; `subtitles` are the bytes of a SubRip file."""

    text: str
    name: str = ""
    title: str | None = None
    subtitles: bytes | None = None

    def article(self, limits: Limits, language: Language | None = None) -> Article:
        """Return the article; raises the errors of `build_article`, and `PageLimitError` for a long text."""
        from article.document import build_article

        if len(self.text) > limits.characters:
            raise PageLimitError("characters", limits.characters, len(self.text))
        return build_article(self.text, origin=self.name or "<text>", title=self.title, language=language)


def from_bytes(data: bytes, name: str, limits: Limits) -> Source:
    """Return what a file or a web page says; raises the errors of `article.read`, and `PageLimitError`."""
    from article.read import plain_text

    if len(data) > limits.bytes:
        raise PageLimitError("bytes", limits.bytes, len(data))
    found = plain_text(data, name)
    if len(found.text) > limits.characters:
        raise PageLimitError("characters", limits.characters, len(found.text))
    return Source(found.text, name, found.title, data if found.format == "srt" else None)


def from_upload(path: Path, limits: Limits) -> Source:
    """Read an uploaded file and delete it, whatever comes of it: the page keeps nothing on disk."""
    try:
        size = path.stat().st_size
        if size > limits.bytes:
            raise PageLimitError("bytes", limits.bytes, size)
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"The upload {path.name} cannot be read: {error.strerror}. Give it again.") from None
    finally:
        path.unlink(missing_ok=True)
    return from_bytes(data, path.name, limits)


def from_link(address: str, settings: Settings) -> Source:
    """Fetch a web page; raises the errors of `article.fetch`, and `OfflineError` where links are not read."""
    from article.fetch import fetch

    address = address.strip()
    if settings.offline or not settings.links:
        raise OfflineError("This page opens no links. Save the web page from a browser and give the file.")
    if "://" not in address:
        address = f"https://{address}"
    limits = settings.limits
    return from_bytes(fetch(address, limit_bytes=limits.bytes, timeout=min(20.0, limits.seconds)), address, limits)


def chosen(text: str, given: Source | None) -> Source:
    """Return `given` while the text in the box is still its own, a plain text otherwise."""
    return given if given is not None and given.text == text else Source(text)
