"""How much each sentence of an article matters, and in which order sentences are taken."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from base.languages import Language
from summarize.overlap import is_content, keys, words

_HEAD_DECAY: Final = 3.0
_CENTRAL: Final = 0.5
_REPEATED: Final = 0.3
_DANGLING: Final = 0.2
_QUESTION: Final = 0.3
_ASKS: Final = re.compile(r"[?؟][\"'”’»)]*\s*$|^\W*(?:[وف]?هل|أليس|ألم|[وف]?لماذا)\s")
_RANKED: Final = 60
"""So many sentences are weighed against those taken before; a summary needs fewer."""
_LEANS: Final[dict[Language, re.Pattern[str]]] = {
    "ar": re.compile(
        r"""^\W*(?:و?(?:أضاف|تابع|أردف|استطرد|زاد)ت?\s|و?(?:كما|لكن|كذلك|هذا|هذه|ذلك|تلك|هو|هي|هم|إنه|إنها|لذلك)\s
        |و?(?:جاء|يأتي|تأتي|جاءت)\s(?:ذلك|هذا|هذه|تلك)\s
        |و?(?:من\s(?:جهته|جانبه|جهتها|جانبها)|بدور(?:ه|ها)|إلى\sذلك|في\sالمقابل|على\sصعيد|في\sسياق)\b)""",
        re.VERBOSE,
    ),
    "en": re.compile(
        r"""^\W*(?:He|She|It|They|This|That|These|Those|But|And|So|However|Meanwhile|Also|His|Her|Its|Their|I|We|You
        |For\s(?:his|her|its)\spart|In\saddition|Instead|Still|Then|Yet)\b""",
        re.VERBOSE,
    ),
}


def centroid_scores(texts: Sequence[str], language: Language) -> tuple[float, ...]:
    """Return, for each text, its cosine to the centroid of all of them, in [0, 1].

    Centroid method (Radev, Jing, Stys and Tam, 2004): word vectors weighted by tf-idf within the article. Time and
    memory grow with the number of words.
    """
    counts = [_counts(text, language) for text in texts]
    frequency = Counter(key for count in counts for key in count)
    total = len(texts)
    idf = {key: math.log(1 + total / found) for key, found in frequency.items()}
    vectors = [{key: value * idf[key] for key, value in count.items()} for count in counts]
    centroid: Counter[str] = Counter()
    for vector in vectors:
        centroid.update(vector)
    norm = math.sqrt(sum(value * value for value in centroid.values()))
    return tuple(_cosine(vector, centroid, norm) for vector in vectors)


def news_scores(texts: Sequence[str], language: Language, title: str = "") -> tuple[float, ...]:
    """Return how much each text matters: near the head, where news says it, central, and about what the title says.

    The weights are the best of ten tried on nine development sets (`docs/evaluation.md` has what they gain over the
    opening sentences). Questions matter less.
    """
    central = centroid_scores(texts, language)
    wanted = _content(title, language)
    return tuple(
        math.exp(-rank / _HEAD_DECAY)
        + _CENTRAL * central[rank]
        + len(wanted & _content(text, language)) / max(1, len(wanted))
        - (_QUESTION if _ASKS.search(text) else 0.0)
        for rank, text in enumerate(texts)
    )


def in_order_of_gain(scores: Sequence[float], texts: Sequence[str], language: Language) -> list[int]:
    """Return the indices of texts, the one that adds most coming first.

    Maximal marginal relevance (Carbonell and Goldstein, 1998): what repeats a text taken before counts for less, and
    so does one that leans on the text before it (He added ...), unless that one has been taken.
    """
    ranked = sorted(range(len(scores)), key=lambda index: (-scores[index], index))
    left, rest = ranked[:_RANKED], ranked[_RANKED:]
    content = {index: _content(texts[index], language) for index in left}
    repeated = dict.fromkeys(left, 0.0)
    leaning = {index for index in left if index and leans(texts[index], language)}
    taken: list[int] = []
    while left:
        best = max(
            left,
            key=lambda index: (
                scores[index]
                - _REPEATED * repeated[index]
                - (_DANGLING if index in leaning and index - 1 not in taken else 0.0),
                -index,
            ),
        )
        left.remove(best)
        taken.append(best)
        for index in left:
            repeated[index] = max(repeated[index], _contained(content[index], content[best]))
    return taken + rest


def leans(text: str, language: Language) -> bool:
    """Say whether a sentence opens with a word that needs the one before: he, but, `وأضاف`."""
    return _LEANS[language].match(text) is not None


def _content(text: str, language: Language) -> frozenset[str]:
    return frozenset(keys(word)[0] for word in words(text) if is_content(word, language))


def _contained(first: frozenset[str], second: frozenset[str]) -> float:
    smaller = min(len(first), len(second))
    return len(first & second) / smaller if smaller else 0.0


def _counts(text: str, language: Language) -> Counter[str]:
    return Counter(keys(word)[0] for word in words(text) if is_content(word, language))


def _cosine(vector: dict[str, float], centroid: Counter[str], norm: float) -> float:
    product = sum(value * centroid[key] for key, value in vector.items())
    norms = norm * math.sqrt(sum(value * value for value in vector.values()))
    return product / norms if norms else 0.0
