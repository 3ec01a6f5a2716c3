"""Latin words in an Arabic text: acronyms, brands, units and code that may stay, and English that was left over.

What may stay has to come from the source: `NATO`, `COVID-19`, `iPhone 15`, `NL63`, a word cited in quotation marks.
What may not is a common word in small letters, an English function word, title or month, and what the source has not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from article.numerals import listed
from translate.scripts import LATIN, without_addresses

_TOKEN: Final = re.compile(rf"[{LATIN}\d]+(?:['’.&/+_-][{LATIN}\d]+)*")
_LETTERS: Final = re.compile(rf"[{LATIN}]+")
_CITED: Final = re.compile(rf"[\"“«(\[‘']([{LATIN}\d.'’-]+(?: [{LATIN}\d.'’-]+)?)[\"”»)\]’']")
_GAP: Final = re.compile(r"[ \u00a0]?[-&/]?[ \u00a0]?")
_SHORT: Final = 2
_FREE: Final = frozenset(
    listed(
        """km cm mm nm kg mg ml kB KB MB GB TB Hz kHz MHz GHz kW MW GW kWh MWh mph rpm bpm psi ppm dpi USD EUR wifi Wi-
        Fi WiFi PDF HTML CSS PHP USB http https mRNA"""
    )
)
"""Units and codes, which need no model in the source."""
_PARTICLES: Final = frozenset(
    listed("de del della der den di da dos du des la le les el al van von bin ibn ben of and the")
)
_COMMON: Final = frozenset(
    listed(
        """the a an this that these those he she it they we you his her its their our and or but if when while where
        who what which of in on at by for from with to as into over under after before during between about against
        is are was were be been has have had will would can could should may might must not no yes all some many
        more most other also then there here new president minister prime king queen prince government ministry
        council parliament court police army state country city university company world people year day week month
        said says monday tuesday wednesday thursday friday saturday sunday january february march april june july
        august september october november december"""
    )
)
"""Words that are no name by themselves, even with a capital."""


@dataclass(frozen=True, slots=True)
class LatinToken:
    """A word in Latin letters, perhaps with digits and inner marks: `COVID-19`, `J.B`, `km/h`."""

    text: str
    start: int
    end: int

    @property
    def is_common(self) -> bool:
        """An English word that no name begins with; `WHO` and `IT` are acronyms."""
        return self.text.casefold() in _COMMON and not self.text.isupper()

    @property
    def is_shaped(self) -> bool:
        """Written as no common word is: `NATO`, `NL63`, `iPhone`."""
        return any(map(str.isdigit, self.text)) or any(map(str.isupper, self.text[1:]))


def left_over(source: str, target: str) -> list[str]:
    """Return the Latin words of an Arabic target that should not be there, as they are spelled, in order."""
    text = without_addresses(target)
    tokens = latin_tokens(text)
    if not tokens:
        return []
    cited = [match.span(1) for match in _CITED.finditer(text)]
    return [
        token.text
        for place, token in enumerate(tokens)
        if not _may_stay(tokens, place, text, _is_within(token, cited), _vocabulary(source))
    ]


def count_plain(target: str) -> int:
    """Count the Latin words that are written as common words are."""
    return sum(not token.is_shaped for token in latin_tokens(without_addresses(target)))


def is_spoken_of(token: LatinToken, source: str) -> bool:
    """Whether a Latin word of the target is one of its source, or may stand without."""
    return token.text in _FREE or _is_known(token, _vocabulary(source))


def latin_tokens(text: str) -> list[LatinToken]:
    """Return the words of a text that have a Latin letter, in order."""
    found = (LatinToken(match.group(), *match.span()) for match in _TOKEN.finditer(text))
    return [token for token in found if _LETTERS.search(token.text)]


def _may_stay(tokens: list[LatinToken], place: int, text: str, cited: bool, known: frozenset[str]) -> bool:
    token = tokens[place]
    if token.text in _FREE:
        return True
    if not _is_known(token, known):
        return False
    if token.text.islower() and token.text.isalpha() and len(token.text) > _SHORT and token.text.upper() not in known:
        return cited or (token.text in _PARTICLES and _stands_in_name(tokens, place, text))
    return not token.is_common or cited or _stands_in_name(tokens, place, text)


def _is_known(token: LatinToken, known: frozenset[str]) -> bool:
    """Whether the source has the word, each of its parts, or words that it is the initials of."""
    word = token.text.casefold()
    if len(word) == 1:
        return token.text in known
    if "".join(_LETTERS.findall(word)) in known or word.removesuffix("s") in known:
        return True
    if all(part in known for part in _LETTERS.findall(word)):
        return True
    return token.text.isupper() and f"~{word}" in known


def _stands_in_name(tokens: list[LatinToken], place: int, text: str) -> bool:
    """Whether a name stands beside the word, only capitals between: The New Yorker, Bank of England."""
    for step in (-1, 1):
        other = place + step
        while 0 <= other < len(tokens) and _GAP.fullmatch(_between(tokens, other, other - step, text)):
            if not tokens[other].text[:1].isupper():
                break
            if not tokens[other].is_common:
                return True
            other += step
    return False


def _between(tokens: list[LatinToken], one: int, other: int, text: str) -> str:
    first, second = sorted((one, other))
    return text[tokens[first].end : tokens[second].start]


def _is_within(token: LatinToken, spans: list[tuple[int, int]]) -> bool:
    return any(start <= token.start and token.end <= end for start, end in spans)


@lru_cache(maxsize=256)
def _vocabulary(source: str) -> frozenset[str]:
    """Return the words of the source and their parts, acronyms also in capitals, and the initials of its runs of words.

    Initials of two to six words stand behind a tilde.
    """
    found: set[str] = set()
    tokens = latin_tokens(without_addresses(source))
    for token in tokens:
        parts = _LETTERS.findall(token.text.casefold())
        found.update(parts, [token.text.casefold(), "".join(parts)], [part.removesuffix("s") for part in parts])
        found.update(part for part in _LETTERS.findall(token.text) if part.isupper())
    letters = "".join(token.text[0] for token in tokens).casefold()
    found.update(f"~{letters[start : start + size]}" for start in range(len(letters)) for size in range(2, 7))
    return frozenset(found)
