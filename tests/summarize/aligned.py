"""A translation made by hand: the article of the other language, with sentences and flags of the test's choice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from article.model import Article
from base.flags import Flag
from base.languages import Language


@dataclass(frozen=True)
class Aligned:
    """An `AlignedText`."""

    language: Language
    targets: tuple[str, ...]
    flags: tuple[tuple[Flag, ...], ...]

    @classmethod
    def of(
        cls,
        article: Article,
        texts: Mapping[int, str] | None = None,
        flags: Mapping[int, tuple[Flag, ...]] | None = None,
    ) -> Aligned:
        """The sentences of `article`, some replaced by `texts`, some with `flags`."""
        targets = tuple((texts or {}).get(i, sentence.text) for i, sentence in enumerate(article.sentences))
        return cls(article.language, targets, tuple((flags or {}).get(i, ()) for i in range(len(targets))))
