"""Which script the words of a text are written in; what is no word at all is left out."""

from __future__ import annotations

import re
from typing import Final

from base.languages import Language

_ARABIC: Final = (
    "\u0620-\u063f\u0641-\u064a\u066e-\u06d3\u06fa-\u06ff\u0750-\u077f\ufb50-\ufdcf\ufdf0-\ufdfc\ufe70-\ufefc"
)
LATIN: Final = "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
_MARKS: Final = "\u0640\u064b-\u0655\u0670"

URL: Final = re.compile(
    r"(?:https?://|www\.)[^\s<>\"«»“”]*[^\s<>\"«»“”.,;:!?()\[\]،؛؟…'’]"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?<!\w)@\w+"
)
_DOMAINS: Final = "com|org|net|gov|edu|int|info|io"
DOMAIN_ENDS: Final = tuple(f".{domain}" for domain in _DOMAINS.split("|"))
DOMAIN: Final = rf"(?<![\w.@-])(?:[a-z0-9-]+\.)+(?:{_DOMAINS})(?:/[\w./%?=&#-]*[\w/])?(?![\w@-])"
_ADDRESS: Final = re.compile(rf"{URL.pattern}|(?i:{DOMAIN})")
ARABIC_WORD: Final = re.compile(rf"[{_ARABIC}][{_ARABIC}{_MARKS}]*")
LATIN_WORD: Final = re.compile(rf"[{LATIN}]+(?:['’-][{LATIN}]+)*")
LETTER: Final = re.compile(r"[^\W\d_]")
FOREIGN_LETTER: Final = re.compile(
    r"[\u0370-\u03ff\u0400-\u052f\u0531-\u058f\u0590-\u05ff\u0900-\u0dff\u0e00-\u0e7f\u10a0-\u10ff"
    r"\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]"
)


def without_urls(text: str) -> str:
    """Return the text with addresses, mail addresses and @names blanked out."""
    return URL.sub(" ", text)


def without_addresses(text: str) -> str:
    """Return the text with as many spaces for each address, mail address, @name, and bare domain like example.org."""
    return _ADDRESS.sub(lambda match: " " * len(match.group()), text)


def has_letters(text: str) -> bool:
    """Say whether there is a letter of any script outside of addresses."""
    return LETTER.search(without_urls(text)) is not None


def arabic_words(text: str) -> list[str]:
    """Return the words in Arabic script, in order."""
    return ARABIC_WORD.findall(text)


def latin_words(text: str) -> list[str]:
    """Return the words in Latin script outside of addresses, in order."""
    return LATIN_WORD.findall(without_urls(text))


def is_written_in(text: str, language: Language) -> bool:
    """Say whether a sentence is in the script of `language` already.

    Arabic sentences often carry Latin names, English ones hardly ever Arabic words: a sentence is
    English when nine words in ten are Latin, and Arabic when six in ten are Arabic.
    """
    arabic, latin = len(arabic_words(text)), len(latin_words(text))
    if language == "en":
        return latin > 0 and latin >= 0.9 * (arabic + latin)
    return arabic > 0 and arabic >= 0.6 * (arabic + latin)
