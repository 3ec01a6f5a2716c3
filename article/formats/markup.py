"""Traces of HTML in a text that is not a page: tags taken out, character references written as characters."""

from __future__ import annotations

import html
import re
from typing import Final

_BLOCK: Final = (
    "address|article|blockquote|br|dd|div|dl|dt|figcaption|figure|h[1-6]|hr|li|ol|p|section|table|td|th|tr|ul"
)
_INLINE: Final = "a|abbr|b|bdi|bdo|big|cite|em|font|i|img|ins|mark|q|s|small|span|strong|sub|sup|time|tt|u|wbr"
_ATTRIBUTES: Final = r"(?:\s+[a-z][\w:-]*\s*=\s*(?:\"[^\"<>]*\"|'[^'<>]*'|[^\s\"'<>]+))*\s*/?"
_UNSEEN: Final = tuple(
    (re.compile(opening, re.IGNORECASE), re.compile(closing, re.IGNORECASE))
    for opening, closing in (
        (r"<!--", r"-->"),
        (r"<script\b[^<>]*>", r"</script\s*>"),
        (r"<style\b[^<>]*>", r"</style\s*>"),
    )
)
_BLOCK_TAG: Final = re.compile(rf"</?(?:{_BLOCK})\b{_ATTRIBUTES}>", re.IGNORECASE)
_INLINE_TAG: Final = re.compile(rf"</?(?:{_INLINE})\b{_ATTRIBUTES}>", re.IGNORECASE)
_REFERENCE: Final = re.compile(r"&(?:[a-z]{2,8}|[A-Z][a-z]{1,7}|#\d{2,7}|#[xX][\da-fA-F]{2,6});")
_PAGE: Final = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.DOTALL | re.IGNORECASE
)
_PARAGRAPH_TAG: Final = re.compile(r"<(?:p|div|article|section|h[1-6]|li)\b[^<>]*>", re.IGNORECASE)
_HEAD: Final = 4096


def is_page(text: str) -> bool:
    """Say whether `text` is an HTML page or a fragment of one, whatever the file is called."""
    head = text[:_HEAD].lstrip("\ufeff")
    if _PAGE.match(head):
        return True
    return bool(_PARAGRAPH_TAG.match(head.lstrip())) and len(_PARAGRAPH_TAG.findall(text[: 16 * _HEAD])) >= 2


def strip_markup(text: str) -> str:
    """Return `text` without known HTML tags and comments, and with character references as characters.

    Only tags of HTML go, so that "x < y and y > z" stays; line breaks and blocks become line ends.
    """
    if "<" in text:
        for opening, closing in _UNSEEN:
            text = _without(text, opening, closing)
        text = _INLINE_TAG.sub("", _BLOCK_TAG.sub("\n", text))
    if "&" in text:
        text = _REFERENCE.sub(lambda match: _character(match.group()), text)
    return text


def _without(text: str, opening: re.Pattern[str], closing: re.Pattern[str]) -> str:
    """Return `text` without what stands between the two; in linear time, unlike one expression for both."""
    parts: list[str] = []
    position = 0
    while start := opening.search(text, position):
        end = closing.search(text, start.end())
        if end is None:
            break
        parts.append(text[position : start.start()])
        position = end.end()
    return "".join((*parts, text[position:]))


def _character(reference: str) -> str:
    plain = html.unescape(reference)
    return "\ufffd" if any("\ud800" <= character <= "\udfff" for character in plain) else plain
