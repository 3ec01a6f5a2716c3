"""How much each sentence of an article matters."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from typing import Final

from base.languages import Language
from summarize.overlap import is_content, keys, words

_LEAD_BONUS: Final = 0.5
_LEAD_DECAY: Final = 6.0


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
    return tuple(_cosine(vector, centroid) for vector in vectors)


def news_scores(texts: Sequence[str], language: Language) -> tuple[float, ...]:
    """Return the centroid scores with a bonus for the head of the article, where news says what matters."""
    central = centroid_scores(texts, language)
    return tuple(score + _LEAD_BONUS * math.exp(-rank / _LEAD_DECAY) for rank, score in enumerate(central))


def _counts(text: str, language: Language) -> Counter[str]:
    return Counter(keys(word)[0] for word in words(text) if is_content(word, language))


def _cosine(vector: dict[str, float], centroid: Counter[str]) -> float:
    product = sum(value * centroid[key] for key, value in vector.items())
    norms = math.sqrt(sum(value * value for value in vector.values()))
    norms *= math.sqrt(sum(value * value for value in centroid.values()))
    return product / norms if norms else 0.0
