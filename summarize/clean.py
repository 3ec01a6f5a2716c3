"""What does not belong in a summary: boilerplate, datelines, and the same thing said twice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from base.languages import Language
from summarize.lexicon import fold
from summarize.overlap import is_content, keys, words

_AGENCIES: Final = (
    "رويترز|أ ?ف ?ب|ا ?ف ?ب|فرانس برس|د ?ب ?أ|سانا|وفا|واس|وام|أ ?ش ?أ|الأناضول|وكالات|شينخوا|"
    "Reuters|AFP|AP|Associated Press|UPI|Xinhua|Anadolu|DPA|CNN|BBC"
)
_DATELINE: Final = re.compile(
    rf"^\s*(?:[^\s.،,()]+(?:[\s/،,-]+[^\s.،,()]+){{0,4}}\s*)?\(\s*(?:{_AGENCIES})\s*\)\s*[-–—:]*\s*"
    rf"|^\s*(?:[A-Z][A-Z .,'-]{{2,30}}[,\s]+)(?:{_AGENCIES})\s*[-–—:]+\s*"
    rf"|^\s*(?:{_AGENCIES})\s*[-–—:]+\s*"
)
_AGENCY_ASIDE: Final = re.compile(rf"\s*\((?:{_AGENCIES})\)")
_BULLET: Final = re.compile(r"^\s*(?:[-–—•*▪●]\s+)+")
_BOILERPLATE: Final = re.compile(
    r"""^\W*(?:
      المصدر\s*: | المصدر\s*$ | اقرأ?\s+(?:أيضا|ايضا|أيضاً|المزيد) | إقرأ\s+(?:أيضا|أيضاً|المزيد) | اقرئي\s+أيضا
      | طالع\s+أيضا | شاهد\s+أيضا | مواضيع\s+ذات\s+صلة
      | للمزيد\b | للاشتراك\b | اشترك\s+(?:الآن|في) | تابعونا | تابعوا\b
      | شارك\s+(?:الخبر|المقال|هذا) | جميع\s+الحقوق | حقوق\s+النشر | (?:كتب|تحرير|إعداد|ترجمة|تصوير)\s*:
      | رابط\s+(?:الخبر|المقال|الموضوع|المصدر)\b
      | صورة\s*: | الصورة\s*: | انقر\b | اضغط\s+هنا | هاشتاغ | كلمات\s+(?:مفتاحية|دلالية)
      | read\s+more\b | read\s+also\b | see\s+also\b | related\s*(?::|articles|stories|$) | sources?\s*:
      | (?:news\s+|article\s+)?link\s+(?:to|at)\s+(?:the\s+)?(?:news|story|article|original)\b
      | click\s+here\b | sign\s+up\s+(?:for|to)\b | subscribe\b | follow\s+us\b | share\s+this\b
      | all\s+rights\s+reserved
      | copyright\b | © | photo\s*: | image\s*: | photograph\s*: | advertisement\s*$
      | (?:reporting|editing|writing|additional\s+reporting)\s+by\b | by\s+[A-Z]\w+\s+[A-Z]\w+\s*$
      | tags\s*: | keywords\s*: | https?://\S+\s*$
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_REDUNDANT: Final = 0.72
_STUTTER: Final = re.compile(r"([^\W\d_]{2,4}?)\1{4,}|(?!www)([^\W\d_])\2{2,}", re.IGNORECASE)
_SAME_WORD: Final = 4
_LONG: Final = 40
_LOOP: Final = re.compile(r"\b(\w+(?:\s+\w+){0,4})(?:[\s،,]+\1\b){2,}", re.IGNORECASE)


def is_boilerplate(sentence: str) -> bool:
    """Say whether a sentence is about the page, not the news: links, credits, copyright lines."""
    return _BOILERPLATE.match(sentence) is not None


def strip_dateline(sentence: str) -> str:
    """Return a sentence without bullet signs and agency marks: `بيروت (رويترز) -`, `(AFP)`."""
    plain = _BULLET.sub("", sentence)
    plain = _DATELINE.sub("", plain, count=1)
    plain = _AGENCY_ASIDE.sub("", plain).strip()
    return plain or sentence.strip()


def is_loop(sentence: str) -> bool:
    """Say whether a sentence goes round in circles.

    That is one to five words three times in a row, a syllable five times, a letter three times, or the same content
    word four times in all.
    """
    if _LOOP.search(sentence) or _STUTTER.search(sentence):
        return True
    parts = words(sentence)
    counts = Counter(keys(word)[0] for word in parts if is_content(word, "en") and is_content(word, "ar"))
    if max(counts.values(), default=0) >= _SAME_WORD and len(parts) <= _LONG:
        return True
    return len(parts) >= 12 and len(set(parts)) / len(parts) < 0.4


def repeats(sentence: str, others: Iterable[str], language: Language, threshold: float = _REDUNDANT) -> bool:
    """Say whether `sentence` tells what one of `others` tells: most of the shorter one's content is in the other."""
    mine = content_keys(sentence, language)
    return any(_containment(mine, content_keys(other, language)) >= threshold for other in others)


def content_keys(sentence: str, language: Language) -> frozenset[str]:
    """Return the first matching key of each content word."""
    return frozenset(keys(word)[0] for word in words(sentence) if is_content(word, language))


def same_text(first: str, second: str) -> bool:
    """Say whether two texts have the same words in the same order, spelling variants folded."""
    return [fold(word) for word in words(first)] == [fold(word) for word in words(second)]


def distinct(sentences: Sequence[str], language: Language, taken: Sequence[str] = ()) -> list[int]:
    """Return the indices of the sentences that repeat neither an earlier one nor one of `taken`."""
    kept: list[int] = []
    seen = list(taken)
    for index, sentence in enumerate(sentences):
        if not repeats(sentence, seen, language):
            kept.append(index)
            seen.append(sentence)
    return kept


def _containment(first: frozenset[str], second: frozenset[str]) -> float:
    smaller = min(len(first), len(second))
    return len(first & second) / smaller if smaller else 0.0
