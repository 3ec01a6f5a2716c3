"""Sentences of Arabic and English text as spans of it; the rules are explained in `docs/sentence-splitting.md`.

One pass over the end marks, with bounded looks to both sides, so the time is linear whatever the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from article import abbreviations, clauses, lexicon
from article.characters import ARABIC_LETTERS, ARABIC_MARKS, EMOJI, INVISIBLE, LINE_ENDS, TATWEEL, bare
from article.enclosures import QUOTES, Pairs, enclosures
from article.model import Sentence

_LINE: Final = re.compile(f"[^{LINE_ENDS}]+")
_MARKS: Final = ".!?؟…۔‼⁇⁈⁉؛;"
_STRONG: Final = frozenset("!?؟‼⁇⁈⁉")
_NOT_CLOSED: Final = rf"(?=[\s{INVISIBLE}{re.escape(QUOTES)}\])}}.!?؟…،,:;؛]|$)"
_TAIL: Final = rf"(?:[{INVISIBLE}]|[”»’›)\]}}]|[\"'“«‘„‟‹″‚‛]{_NOT_CLOSED}|\[\d{{1,3}}\])*"
_END: Final = re.compile(rf"(?:[{_MARKS}]+{_TAIL})+(?:[ \u00a0\u202f][»”)](?=\s|$))?(?:[ ]?[{EMOJI}]+(?=\s|$))?")
_NEXT_MARK: Final = re.compile(rf"[{_MARKS}](?=[\s{re.escape(QUOTES)})\]]|$)")
_NEXT_WORD: Final = re.compile(rf"[\s{INVISIBLE}{re.escape(QUOTES)}(\[{{\-–—•*#@]*([\w{ARABIC_MARKS}{INVISIBLE}'’]*)")
_VISIBLE: Final = re.compile(rf"[^\s{INVISIBLE}]")
_LETTER_OR_DIGIT: Final = re.compile(r"[^\W_]")
_ARABIC: Final = re.compile(f"[{ARABIC_LETTERS}]")
_ARABIC_RUN: Final = re.compile(f"[{ARABIC_LETTERS}{ARABIC_MARKS}{TATWEEL}{INVISIBLE}]+")
_UPPER: Final = re.compile("[A-Z]")
_CAMEL: Final = re.compile("[a-z]{1,2}[A-Z]")
_CONTINUING: Final = frozenset("،,:;؛)]}%/&=+.!?؟…")
_ITEM: Final = re.compile(
    r"\W*(?:(?:المادة|الفقرة|البند|الفصل|الباب|القسم|الخطوة|السؤال|الجدول|الشكل"
    r"|Article|Section|Chapter|Step|Part|Figure|Table|Question|Rule)\s+)?"
    r"(?:\d{1,3}(?:\.\d{1,3}){0,3}|[A-Za-z\u0621-\u064a]|[ivxIVX]{1,5})"
)
_DATE: Final = re.compile(r"\d{1,2}\.\d{1,2}")
_SIGHT: Final = 160


@dataclass
class _Candidate:
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
        return len(clauses.words_of(self.text[max(self.start, floor, self.mark - _SIGHT) : self.mark]))

    def words_after(self, ceiling: int | None = None) -> list[str]:
        """The words behind, up to the next end mark, `ceiling`, or as far as is seen."""
        stop = min(self.end, self.after + _SIGHT, self.end if ceiling is None else ceiling)
        found = _NEXT_MARK.search(self.text, self.after, stop)
        return clauses.words_of(self.text[self.after : found.start() if found else stop])

    def next_word(self) -> str:
        """The next word or number; an empty string when something else comes first."""
        found = _NEXT_WORD.match(self.text, self.after, min(self.end, self.after + 80))
        return found[1] if found else ""


def split_sentences(text: str) -> list[Sentence]:
    """Return the sentences of `text` in order, as spans of it; a line end always ends a sentence.

    Raw text is expected: diacritics, tatweel, bidi controls and zero-width characters are seen through and kept.
    Sentences do not overlap, and `text[s.start:s.end] == s.text`. What they leave out is white space, and lines
    that hold nothing but invisible format characters. Linear in the length of `text`.
    """
    return [sentence for line in _LINE.finditer(text) for sentence in sentences_within(text, *line.span())]


def sentences_within(text: str, start: int, end: int) -> Iterator[Sentence]:
    """Yield the sentences of `text[start:end]`; line ends inside count as spaces (hard-wrapped text)."""
    cut = start
    for stop in [*_ends(text, start, end), end]:
        piece = text[cut:stop]
        begin = cut + len(piece) - len(piece.lstrip())
        finish = begin + len(piece.strip())
        if _VISIBLE.search(text, begin, finish):
            yield Sentence(text[begin:finish], begin, finish)
        cut = stop


def _ends(text: str, start: int, end: int) -> Iterator[int]:
    """Yield the ends of all sentences of `text[start:end]` but the last."""
    brackets, quotes = enclosures(text, start, end)
    lowercase = not _UPPER.search(text, start, end)
    first = _first_word(text, start, end)
    item = 0
    for found in _END.finditer(text, start, end):
        mark, after = found.span()
        if after >= end or mark <= first:
            continue
        written = found.group()
        candidate = _Candidate(text, start, first, mark, after, end, written, lowercase, brackets, quotes)
        if number := _item_number(candidate, item):
            item = number
        elif _VISIBLE.search(text, after, end) and _is_end(candidate):
            yield after
            start, first = after, _first_word(text, after, end)


def _first_word(text: str, start: int, end: int) -> int:
    found = _LETTER_OR_DIGIT.search(text, start, end)
    return found.start() if found else end


def _item_number(candidate: _Candidate, previous: int) -> int:
    """Return the number of a list item that is marked inside a line (`: 1. ... 2. ...`), or 0."""
    token = candidate.token
    if candidate.marks != "." or not (token.isdecimal() and len(token) <= 2):
        return 0
    number = int(token)
    return number if number == previous + 1 and (previous or candidate.before_token.endswith(":")) else 0


def _is_end(candidate: _Candidate) -> bool:
    """Decide about one candidate; the order of the questions matters."""
    visible = _VISIBLE.search(candidate.text, candidate.after, candidate.end)
    if visible is None or visible.group() in _CONTINUING or _is_item(candidate) or _is_enclosed(candidate):
        return False
    if candidate.closed is None and candidate.glued and _is_address(candidate):
        return False
    closed = candidate.closed
    group = re.findall(f"[{_MARKS}]+", candidate.marks)
    if _STRONG.intersection(candidate.marks):
        return _strong(candidate)
    if group[-1][-1] in "؛;":
        return _semicolon(candidate)
    if group[-1][0] == "…" or group[-1].startswith(".."):
        return _ellipsis(candidate)
    return _strong(candidate) if closed is not None else _full_stop(candidate)


def _is_item(candidate: _Candidate) -> bool:
    """Tell whether the sentence so far is only a list number or letter, or the heading of an article of law."""
    if candidate.mark - candidate.start > 30 or _STRONG.intersection(candidate.marks):
        return False
    return bool(_ITEM.fullmatch(bare(candidate.text[candidate.start : candidate.mark]).strip()))


def _is_enclosed(candidate: _Candidate) -> bool:
    """Tell whether brackets or a short quotation hold the candidate together with what follows."""
    inside = candidate.brackets.around(candidate.mark)
    if inside and inside[0] > candidate.first:
        return candidate.after <= inside[1] or not _clearly_opens(candidate)
    quotation = candidate.quotes.around(candidate.mark)
    if quotation is None or candidate.after > quotation[1]:
        return False
    if candidate.marks.startswith(("…", "..")):
        return True
    return candidate.words_before(quotation[0]) < 3 or len(candidate.words_after(quotation[1])) < 3


def _is_address(candidate: _Candidate) -> bool:
    """Tell whether the mark stands inside of a URL or an e-mail address."""
    token = candidate.token
    return "://" in token or "@" in token or token.lower().startswith("www.")


def _clearly_opens(candidate: _Candidate) -> bool:
    """Tell whether the next word opens a sentence beyond doubt: a capital, or `و` with a verb."""
    word = candidate.next_word()
    if _ARABIC.match(word):
        return clauses.joins_clause(clauses.folded(word))
    return word[:1].isupper()


def _lowercase_opens(candidate: _Candidate, word: str) -> bool:
    """Tell whether a sentence can begin with this lowercase Latin word: no capitals used here, or `iPhone`."""
    if candidate.lowercase or _CAMEL.match(word):
        return True
    return bool(_ARABIC.search(candidate.token))


def _strong(candidate: _Candidate) -> bool:
    """Decide about `!`, `?`, `؟`, and a full stop before a closing quotation mark."""
    word = candidate.next_word()
    closed = candidate.closed is not None
    if _ARABIC.match(word):
        return not closed or not _goes_on(candidate, clauses.folded(word))
    if candidate.glued:
        return word in lexicon.ENGLISH_STARTERS
    if not word or not word[0].isalpha():
        return True
    if not word[0].isupper():
        return not word[0].islower() or _lowercase_opens(candidate, word)
    asked = bool(_STRONG.intersection(candidate.marks))
    return not (closed and asked and clauses.english_reports(candidate.words_after()))


def _goes_on(candidate: _Candidate, word: str) -> bool:
    """Tell whether the sentence around a closed quotation goes on with this folded Arabic word."""
    if clauses.continues_quotation(word):
        return True
    following = candidate.words_after()
    if word in {"هذا", "هذه"} and len(following) > 1 and clauses.folded(following[1]) in {"ما", "كان", "كانت"}:
        return True
    position = candidate.closed
    quotation = candidate.quotes.around(position) if position is not None else None
    if quotation is None or quotation[0] <= candidate.first:
        return False
    before = candidate.text[max(0, quotation[0] - 3) : quotation[0]].rstrip()
    embedded = not before.endswith(":") and len(candidate.text[quotation[0] : quotation[1]].split()) <= 8
    return embedded and not clauses.joins_clause(word)


def _semicolon(candidate: _Candidate) -> bool:
    """Decide about `؛` and `;`: both sides need four words, and the right one must stand alone."""
    following = candidate.words_after()
    if len(following) < 4 or candidate.words_before() < 4 or re.search(r"&#?\w+$", candidate.token):
        return False
    if _ARABIC.match(following[0]):
        return clauses.stands_alone(following)
    return clauses.english_stands_alone(following)


def _ellipsis(candidate: _Candidate) -> bool:
    """Decide about `…` and `...`: an end where the next word clearly opens a sentence, else a pause."""
    word = candidate.next_word()
    if candidate.closed is not None:
        return _strong(candidate)
    if _ARABIC.match(word):
        opened = clauses.folded(word)
        if clauses.joins_clause(opened):
            return candidate.words_before() >= 2
        return clauses.is_independent(opened) and candidate.words_before() >= 4
    return not candidate.glued and word[:1].isupper() and candidate.words_before() >= 3


def _full_stop(candidate: _Candidate) -> bool:
    """Decide about a full stop that no quotation mark follows."""
    word = candidate.next_word()
    token = candidate.token
    if candidate.glued:
        return _glued_full_stop(token, word)
    verdict = _abbreviation(candidate, token, word)
    if verdict is not None:
        return verdict
    if _DATE.fullmatch(token):
        return word[:1].isupper() or clauses.opens_clause(clauses.folded(word))
    if word[:1].islower() and not _ARABIC.match(word):
        return _lowercase_opens(candidate, word)
    return True


def _glued_full_stop(token: str, word: str) -> bool:
    """Decide about a full stop without a space behind it: `انتهى.وقال` ends, `وزارة.مصر` and `3.5` do not."""
    if _ARABIC.match(word):
        plain = bare(word)
        if len(plain) < 2 or clauses.folded(plain) in {clauses.folded(name) for name in abbreviations.ARABIC_DOMAINS}:
            return False
        if token[-1:].isdecimal():
            return clauses.opens_clause(clauses.folded(word))
        run = _ARABIC_RUN.search(token)
        return run is not None and run.end() == len(token) and len(run.group()) >= 2 and "." not in token
    return word in lexicon.ENGLISH_STARTERS and len(token) > 1 and token[-2:].islower()


def _abbreviation(candidate: _Candidate, token: str, word: str) -> bool | None:
    """Decide about a full stop behind an abbreviation; None when there is none."""
    arabic = bool(_ARABIC.search(token))
    plain = clauses.folded(token) if arabic else token.lower()
    opens = clauses.opens_clause(clauses.folded(word)) if _ARABIC.match(word) else word in lexicon.ENGLISH_STARTERS
    if arabic and plain in abbreviations.UNITS and candidate.before_token[-1:].isdecimal():
        return opens or word.startswith("ال")
    if plain in abbreviations.BEFORE_NUMBER and word[:1].isdecimal():
        return False
    bound = plain[1:] if arabic and len(plain) > 1 and plain[0] in "ول" else plain
    if plain in abbreviations.BOUND or (bound in abbreviations.BOUND and not opens):
        return False
    if plain == "etc":
        return word[:1].isupper()
    if plain in abbreviations.OPEN and (arabic or token[0].isupper() or plain in abbreviations.SMALL):
        return opens
    if abbreviations.is_acronym(token):
        return clauses.joins_perfect(clauses.folded(word)) if arabic and _ARABIC.match(word) else opens
    if len(token) == 1 and token.isalpha():
        return opens and not arabic
    return None
