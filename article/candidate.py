"""A possible end of a sentence, and what can be seen from there.

Every look is bounded, so that deciding about all candidates of a text is linear in its length.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from article.characters import ARABIC_MARKS, INVISIBLE, bare
from article.clauses import words_of
from article.enclosures import QUOTES, Pairs

MARKS: Final = ".!?؟…۔‼⁇⁈⁉؛;"
STRONG: Final = frozenset("!?؟‼⁇⁈⁉")
_NEXT_MARK: Final = re.compile(rf"[{MARKS}](?=[\s{re.escape(QUOTES)})\]]|$)")
_NEXT_WORD: Final = re.compile(rf"[\s{INVISIBLE}{re.escape(QUOTES)}(\[{{\-–—•*#@]*([\w{ARABIC_MARKS}{INVISIBLE}'’]*)")
_SIGHT: Final = 160


@dataclass
class Candidate:
    """A possible end: `text[start:mark]` is the sentence so far, `text[mark:after]` the end marks and closers."""

    text: str
    start: int
    first: int
    mark: int
    after: int
    end: int
    marks: str
    lowercase: bool
    brackets: Pairs
    quotes: Pairs

    @cached_property
    def token(self) -> str:
        """The characters before the mark back to white space or an opening mark, bare."""
        written = self.text[max(self.start, self.mark - 80) : self.mark]
        token = bare(re.split(r"\s", written)[-1] if written else "")
        return token.lstrip("([{-–—•*/" + QUOTES)

    @cached_property
    def before_token(self) -> str:
        """The word before the token, or an empty string."""
        words = self.text[max(self.start, self.mark - 80) : self.mark].split()
        return bare(words[-2]).strip("([{" + QUOTES) if len(words) > 1 else ""

    @cached_property
    def glued(self) -> bool:
        """Whether the text goes on without white space."""
        return not self.text[self.after].isspace()

    @cached_property
    def closed(self) -> int | None:
        """The position of the quotation mark that closes here, or None."""
        for position in range(self.mark, self.after):
            if self.text[position] in QUOTES:
                return position
        return None

    def words_before(self, floor: int = 0) -> int:
        """Number of words of the sentence before the mark, as far as is seen, not counted before `floor`."""
        return len(words_of(self.text[max(self.start, floor, self.mark - _SIGHT) : self.mark]))

    def words_after(self, ceiling: int | None = None) -> list[str]:
        """The words behind, up to the next end mark, `ceiling`, or as far as is seen."""
        stop = min(self.end, self.after + _SIGHT, self.end if ceiling is None else ceiling)
        found = _NEXT_MARK.search(self.text, self.after, stop)
        return words_of(self.text[self.after : found.start() if found else stop])

    def next_word(self) -> str:
        """The next word or number; an empty string when something else comes first."""
        found = _NEXT_WORD.match(self.text, self.after, min(self.end, self.after + 80))
        return found[1] if found else ""
