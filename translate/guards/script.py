"""Script: is the target in the target language at all."""

from __future__ import annotations

from typing import Final

from base.languages import Language
from translate.guards.finding import Finding
from translate.guards.latin import count_plain, left_over
from translate.scripts import FOREIGN_LETTER, arabic_words, has_letters, latin_words

_SHOWN: Final = 3
_NAMES_SHARE: Final = 0.5
_NAME_WORDS: Final = 3


def check_script(source: str, target: str, target_language: Language) -> tuple[Finding, ...]:
    """Report a target without letters, a copy of the source, and words in a script that they should not be in."""
    if not has_letters(target):
        return (Finding("untranslated", target.strip(), cost=5),)
    if _is_copy(source, target, target_language):
        return (Finding("untranslated", _shown(target.split()), cost=4),)
    words = arabic_words(target) if target_language == "en" else _latin_left(source, target)
    foreign = set(FOREIGN_LETTER.findall(target)) - set(source)
    if not words and not foreign:
        return ()
    share = len(words) / max(1, len(target.split()))
    return (Finding("untranslated", _shown(words or sorted(foreign)), cost=4 if share > 0.3 else 1),)


def _is_copy(source: str, target: str, target_language: Language) -> bool:
    """Say whether nothing was translated; names and acronyms may stay as they are in Arabic text."""
    if _bare(source) != _bare(target):
        return False
    words = latin_words(source)
    return target_language == "en" or len(words) > _NAME_WORDS or any(map(str.islower, words))


def _bare(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


def _latin_left(source: str, target: str) -> list[str]:
    """Return the Latin words that an Arabic text should not have: those left over, or all where they are the most."""
    latin = latin_words(target)
    if not latin:
        return []
    if count_plain(target) > max(_NAME_WORDS, _NAMES_SHARE * (len(latin) + len(arabic_words(target)))):
        return latin
    return left_over(source, target)


def _shown(words: list[str]) -> str:
    return " ".join(words[:_SHOWN]) + (" …" if len(words) > _SHOWN else "")
