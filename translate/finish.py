"""The last touches: spacing, punctuation, quotation marks, capitals and digits of the target language.

Models are fed one spelling of everything (see `article.normalise`) and answer in it. Here the output gets
what a reader expects, led by what the source shows: its quotation marks and its final punctuation.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from base.languages import Language
from translate.ending import mirror_ending
from translate.quotes import mirror_quotes
from translate.scripts import URL
from translate.settings import DigitStyle

_PROTECTED: Final = re.compile(rf"({URL.pattern}|<[^<>\s][^<>]*>|&#?\w+;|(?<!\S)[:;]-?[()DP](?!\S))")
_LATIN: Final = "A-Za-z\u00c0-\u024f"
_CALENDAR: Final = (
    "monday tuesday wednesday thursday friday saturday sunday "
    "january february april june july august september october november december"
)
_NAMED: Final = frozenset(["i", *_CALENDAR.split()])
_LOWER_WORD: Final = re.compile(rf"(?<![\w.@/])[a-z]+(?![{_LATIN}\d@/]|\.\w|['’]\w{{3,}})")
_FIRST_WORD: Final = re.compile(rf"^[\s\"'“‘«(\[]*([a-z][{_LATIN}]*)(?![\w@/\\]|\.\w)")
_TO_ARABIC_INDIC: Final = str.maketrans("0123456789%", "٠١٢٣٤٥٦٧٨٩٪")
_NUMBER: Final = re.compile(rf"(?<![{_LATIN}\d-])\d+(?:[.,]\d+)*%?(?![{_LATIN}\d-])")

_Rule = tuple[re.Pattern[str], str]
_SPACING: Final[tuple[_Rule, ...]] = (
    (re.compile(r"\s+"), " "),
    (re.compile(r"([(\[]) "), r"\1"),
    (re.compile(r" ([)\]])"), r"\1"),
    (re.compile(r" ([!?:]+)(?=[\s\"'”’»)\]]|$)"), r"\1"),
    (re.compile(r" \.(?![\w.])"), "."),
    (re.compile(r"(?<=\d) %"), "%"),
)
_ENGLISH: Final[tuple[_Rule, ...]] = (
    (re.compile(r"،"), ","),
    (re.compile(r"؛"), ";"),
    (re.compile(r"؟"), "?"),
    *_SPACING,
    (re.compile(r" ([,;])(?!\S*[()DP](?:\s|$))"), r"\1"),
    (re.compile(rf"(?<=[{_LATIN}]) n't\b"), "n't"),
    (re.compile(rf"(?<=[{_LATIN}]) '(s|re|ve|ll|d|m)\b(?!')"), r"'\1"),
    (re.compile(rf"(?<=[^\W_]),(?=[{_LATIN}])"), ", "),
)
_ARABIC: Final[tuple[_Rule, ...]] = (
    (re.compile(r"\?"), "؟"),
    (re.compile(r";"), "؛"),
    # A comma stays as it is inside a number and between two words in Latin letters.
    (re.compile(rf"(?<![\d{_LATIN}]),|,(?!\d| ?[{_LATIN}])|(?<=[{_LATIN}]),(?=\d)"), "،"),
    *_SPACING,
    (re.compile(r" ([،؛؟])"), r"\1"),
    (re.compile(r"([،؛])(?=[^\W\d_])|(?<=[^\W\d_])([،؛])(?=\d)"), r"\1\2 "),
)
_RULES: Final = {"ar": _ARABIC, "en": _ENGLISH}
# Most sentences need none of it: these find out at a tenth of the price.
_PROTECTED_SIGNS: Final = ("@", "<", "&", "://", "www.", ":-", ";-", ":)", ";)", ":(", ":D", ":P", ";D", ";P")
_SUSPECT: Final = {
    "ar": re.compile(r"[?;,]|[،؛]\S|\S[،؛]\d|\s[)\]!:.%،؛؟]|[(\[]\s"),
    "en": re.compile(rf"[،؛؟]|\s[)\]!?:.%,;']|[(\[]\s|\sn't|,[{_LATIN}]"),
}


def finish(text: str, source: str, language: Language, *, digits: DigitStyle = "western") -> str:
    """Return a model's output as a reader of `language` expects it; `source` is the untouched source.

    Addresses, tags and entities are not touched. The result holds no line end. Doing it twice changes
    nothing.
    """
    text = " ".join(text.split())
    if _SUSPECT[language].search(text):
        text = _outside_protected(text, lambda part: _apply(_RULES[language], part)).strip()
    text = mirror_ending(mirror_quotes(text, source, language), source, language)
    if language == "en":
        return _capitalise(text)
    return to_arabic_indic(text) if digits == "arabic-indic" else text


def to_arabic_indic(text: str) -> str:
    """Return the text with its numbers in Arabic-Indic digits (U+0660), `٫` and `٬` as separators.

    Numbers that touch Latin letters or a hyphen (G20, COVID-19) and addresses stay as they are.
    """
    return _outside_protected(text, lambda part: _NUMBER.sub(lambda match: _number(match.group()), part))


def _number(text: str) -> str:
    """Spell one number; a comma parts thousands, a point decimals."""
    return text.replace(",", "٬").replace(".", "٫").translate(_TO_ARABIC_INDIC)


def _outside_protected(text: str, change: Callable[[str], str]) -> str:
    if not any(sign in text for sign in _PROTECTED_SIGNS):
        return change(text)
    parts = _PROTECTED.split(text)
    return "".join(part if index % 2 else change(part) for index, part in enumerate(parts))


def _apply(rules: tuple[_Rule, ...], text: str) -> str:
    for pattern, replacement in rules:
        text = pattern.sub(replacement, text)
    return text


def _capitalise(text: str) -> str:
    """Give the sentence its capital, and to weekdays, months and the pronoun I theirs."""
    if not _NAMED.isdisjoint(_LOWER_WORD.findall(text)):
        text = _outside_protected(text, lambda part: _LOWER_WORD.sub(_named, part))
    match = _FIRST_WORD.match(text)
    if match is None or not match[1].islower():
        return text
    return text[: match.start(1)] + text[match.start(1)].upper() + text[match.start(1) + 1 :]


def _named(match: re.Match[str]) -> str:
    word = match.group()
    return word.capitalize() if word in _NAMED else word
