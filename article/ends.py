"""Does a sentence end here? One small rule for each kind of end mark."""

from __future__ import annotations

import re
from typing import Final

from article import abbreviations, clauses, lexicon
from article.candidate import MARKS, STRONG, Candidate
from article.characters import ARABIC_LETTERS, ARABIC_MARKS, INVISIBLE, TATWEEL, bare

_VISIBLE: Final = re.compile(rf"[^\s{INVISIBLE}]")
_ARABIC: Final = re.compile(f"[{ARABIC_LETTERS}]")
_ARABIC_RUN: Final = re.compile(f"[{ARABIC_LETTERS}{ARABIC_MARKS}{TATWEEL}{INVISIBLE}]+")
_CAMEL: Final = re.compile("[a-z]{1,2}[A-Z]")
_CONTINUING: Final = frozenset("،,:;؛)]}%/&=+.!?؟…")
_ITEM: Final = re.compile(
    r"\W*(?:(?:المادة|الفقرة|البند|الفصل|الباب|القسم|الخطوة|السؤال|الجدول|الشكل"
    r"|Article|Section|Chapter|Step|Part|Figure|Table|Question|Rule)\s+)?"
    r"(?:\d{1,3}(?:\.\d{1,3}){0,3}|[A-Za-z\u0621-\u064a]|[ivxIVX]{1,5})"
)
_DATE: Final = re.compile(r"\d{1,2}\.\d{1,2}")
_MARK_GROUPS: Final = re.compile(f"[{MARKS}]+")
_ENTITY: Final = re.compile(r"&#?\w+$")


def is_end(candidate: Candidate) -> bool:
    """Decide about one candidate; the order of the questions matters."""
    visible = _VISIBLE.search(candidate.text, candidate.after, candidate.end)
    if visible is None or visible.group() in _CONTINUING or _is_item(candidate) or _is_enclosed(candidate):
        return False
    if candidate.closed is None and candidate.glued and _is_address(candidate):
        return False
    closed = candidate.closed
    group = _MARK_GROUPS.findall(candidate.marks)
    if STRONG.intersection(candidate.marks):
        return _strong(candidate)
    if group[-1][-1] in "؛;":
        return _semicolon(candidate)
    if group[-1][0] == "…" or group[-1].startswith(".."):
        return _ellipsis(candidate)
    return _strong(candidate) if closed is not None else _full_stop(candidate)


def _is_item(candidate: Candidate) -> bool:
    """Tell whether the sentence so far is only a list number or letter, or the heading of an article of law."""
    if candidate.mark - candidate.start > 30 or STRONG.intersection(candidate.marks):
        return False
    return bool(_ITEM.fullmatch(bare(candidate.text[candidate.start : candidate.mark]).strip()))


def _is_enclosed(candidate: Candidate) -> bool:
    """Tell whether brackets or a short quotation hold the candidate together with what follows."""
    inside = candidate.brackets.around(candidate.mark)
    if inside and not candidate.text[inside[0] + 1 : candidate.mark].strip():
        return True
    if inside and inside[0] > candidate.first:
        return candidate.after <= inside[1] or not _clearly_opens(candidate)
    quotation = candidate.quotes.around(candidate.mark)
    if quotation is None or candidate.after > quotation[1]:
        return False
    if candidate.marks.startswith(("…", "..")):
        return True
    return candidate.words_before(quotation[0]) < 3 or len(candidate.words_after(quotation[1])) < 3


def _is_address(candidate: Candidate) -> bool:
    """Tell whether the mark stands inside of a URL or an e-mail address."""
    token = candidate.token
    return "://" in token or "@" in token or token.lower().startswith("www.")


def _clearly_opens(candidate: Candidate) -> bool:
    """Tell whether the next word opens a sentence beyond doubt: a capital, or `و` with a verb."""
    word = candidate.next_word()
    if _ARABIC.match(word):
        return clauses.joins_clause(clauses.folded(word))
    return word[:1].isupper()


def _lowercase_opens(candidate: Candidate, word: str) -> bool:
    """Tell whether a sentence can begin with this lowercase Latin word: no capitals used here, or `iPhone`."""
    if candidate.lowercase or _CAMEL.match(word):
        return True
    return bool(_ARABIC.search(candidate.token))


def _strong(candidate: Candidate) -> bool:
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
    asked = bool(STRONG.intersection(candidate.marks))
    return not (closed and asked and clauses.english_reports(candidate.words_after()))


def _goes_on(candidate: Candidate, word: str) -> bool:
    """Tell whether the sentence around a closed quotation goes on with this folded Arabic word."""
    if clauses.continues_quotation(word):
        return True
    following = [clauses.folded(later) for later in candidate.words_after()[:2]]
    if following in lexicon.QUOTATION_REMARKS:
        return True
    if not STRONG.intersection(candidate.marks):
        return False
    position = candidate.closed
    quotation = candidate.quotes.around(position) if position is not None else None
    if quotation is None or quotation[0] <= candidate.first:
        return False
    before = candidate.text[max(0, quotation[0] - 3) : quotation[0]].rstrip()
    embedded = not before.endswith(":") and len(candidate.text[quotation[0] : quotation[1]].split()) <= 8
    return embedded and not clauses.joins_clause(word)


def _semicolon(candidate: Candidate) -> bool:
    """Decide about `؛` and `;`: both sides need four words, and the right one must stand alone."""
    following = candidate.words_after()
    if len(following) < 4 or candidate.words_before() < 4 or _ENTITY.search(candidate.token):
        return False
    if _ARABIC.match(following[0]):
        return clauses.stands_alone(following)
    return clauses.english_stands_alone(following)


def _ellipsis(candidate: Candidate) -> bool:
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


def _full_stop(candidate: Candidate) -> bool:
    """Decide about a full stop that no quotation mark follows."""
    word = candidate.next_word()
    token = candidate.token
    if candidate.glued:
        return _glued_full_stop(token, word)
    verdict = _abbreviation(candidate, token, word)
    if verdict is not None:
        return verdict
    if _DATE.fullmatch(token) and candidate.before_token in {"يوم", "بتاريخ", "الموافق", "on"}:
        return word[:1].isupper() or clauses.opens_clause(clauses.folded(word))
    if word[:1].islower() and not _ARABIC.match(word):
        return _lowercase_opens(candidate, word)
    return True


def _glued_full_stop(token: str, word: str) -> bool:
    """Decide about a full stop without a space behind it: `انتهى.وقال` ends, `وزارة.مصر` and `3.5` do not."""
    if _ARABIC.match(word):
        plain, before = clauses.folded(word), _without_prefix(clauses.folded(token))
        if len(plain) < 2 or plain in abbreviations.ARABIC_DOMAINS or before in abbreviations.BOUND:
            return False
        if token[-1:].isdecimal():
            return clauses.opens_clause(clauses.folded(word))
        run = _ARABIC_RUN.search(token)
        return run is not None and run.end() == len(token) and len(run.group()) >= 2 and "." not in token
    return word in lexicon.ENGLISH_STARTERS and len(token) > 1 and token[-2:].islower()


def _without_prefix(token: str) -> str:
    """Return a folded Arabic token without `و` in front: `ود. سمير`."""
    return token[1:] if len(token) > 1 and token[0] == "و" else token


def _abbreviation(candidate: Candidate, token: str, word: str) -> bool | None:
    """Decide about a full stop behind an abbreviation; None when there is none."""
    arabic = bool(_ARABIC.search(token))
    plain = clauses.folded(token) if arabic else token.lower()
    opens = clauses.opens_clause(clauses.folded(word)) if _ARABIC.match(word) else word in lexicon.ENGLISH_STARTERS
    if arabic and plain in abbreviations.UNITS and candidate.before_token[-1:].isdecimal():
        return opens or word.startswith("ال")
    if plain in abbreviations.BEFORE_NUMBER and word[:1].isdecimal():
        return False
    if plain in abbreviations.BOUND or (_without_prefix(plain) in abbreviations.BOUND and not opens):
        return False
    if plain in abbreviations.HOURS or plain in abbreviations.MONTHS:
        return word[:1].isupper() and word.lower() not in abbreviations.AFTER_HOURS
    if plain in {"etc", "الخ"}:
        return word[:1].isupper() or opens or clauses.folded(word) == "ثم"
    if plain in abbreviations.OPEN and (arabic or token[0].isupper() or plain in abbreviations.SMALL):
        return opens
    if abbreviations.is_acronym(token):
        return clauses.joins_perfect(clauses.folded(word)) if arabic and _ARABIC.match(word) else opens
    if len(token) == 1 and token.isalpha():
        return not arabic and (opens or bool(_ARABIC.match(word)))
    return None
