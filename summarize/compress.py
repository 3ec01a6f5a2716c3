"""Shorter forms of a sentence that say less, never something else."""

from __future__ import annotations

import re
from typing import Final

from base.languages import Language

_ASIDE: Final = re.compile(r"\s*[(\[][^()\[\]]*[)\]]|\s+[–—]\s[^–—]+\s[–—](?=\s)")
_FEWEST_WORDS: Final = 6
_ATTACHED: Final[dict[Language, re.Pattern[str]]] = {
    "ar": re.compile(
        r"""[،؛,;]\s+(?=(?:مشير|مؤكد|موضح|مضيف|معتبر|لافت|مبين|مشدد|محذر|معرب|داعي|متهم|مطالب)(?:ا|ة|اً|ًا|ين)?\s
        |وأضاف|وأوضح|وأشار|وأكد|وقال|وذكر|وتابع|وذلك|وهو\s|وهي\s|فيما\s|بينما\s|في\s+حين|حيث\s|إذ\s|بحسب|حسب|وفقا
        |وفق\s|نقلا\s|على\s+ما\s|كما\s|بعدما\s|عقب\s|على\s+خلفية|بسبب\s|وسط\s|ضمن\s|بهدف\s|من\s+أجل)""",
        re.VERBOSE,
    ),
    "en": re.compile(
        r"""[,;]\s+(?=(?:while|after|as|where|when|but|because|since|saying|adding|citing|noting|stressing|according\s+to
        |making|leaving|bringing|amid|despite|following|with|in\s+a\s+bid|he\s|she\s|they\s|it\s
        |and\s+(?:he|she|it|they|that)\s))""",
        re.VERBOSE,
    ),
}
_OPEN_SPEECH: Final = re.compile(
    r"^و?(?:قال|أعلن|أكد|ذكر|أضاف|أوضح|صرح|أفاد|أشار|اعتبر|رأى)ت?\s(?!.*\s[وف]?[إأا]ن(?:ه|ها|هم)?\s)"
)
_STOP: Final = re.compile(r"[.!?؟…]+$")
_LOSSY: Final = re.compile(r"\b(?:unless|except|if)\b|(?:^|\s)(?:إلا|باستثناء|ما لم|إذا|لولا|شريطة|بشرط)\s")


def compress(text: str, language: Language, most_words: int) -> str:
    """Return `text` without asides and, while it has more than `most_words`, without clauses at its end.

    A clause goes only where it is attached by a comma and a connective, and where what stays is a sentence by
    itself; conditions and exceptions are never cut off. May still be longer than `most_words`.
    """
    if len(text.split()) <= most_words:
        return text
    short = re.sub(r"\s+", " ", _ASIDE.sub("", text)).strip()
    if short.count('"') % 2 or not short:
        short = text
    stop = _STOP.search(short)
    ending = stop.group() if stop else "."
    for cut in reversed([match.start() for match in _ATTACHED[language].finditer(short)]):
        if len(short.split()) <= most_words:
            break
        if _may_cut(short, cut):
            short = short[:cut].rstrip() + ending
    return short


def _may_cut(text: str, cut: int) -> bool:
    head, tail = text[:cut], text[cut:]
    balanced = head.count('"') % 2 == 0 and all(head.count(a) == head.count(b) for a, b in ("«»", "“”", "()"))
    return balanced and len(head.split()) >= _FEWEST_WORDS and not _OPEN_SPEECH.match(head) and not _LOSSY.search(tail)
