"""A summary, its evidence, and the protocols around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal, Protocol

from article.model import Article
from base.flags import Flag, FlagCode
from base.languages import Language

Route = Literal["direct", "translate-then-summarize", "summarize-then-translate"]
NamedLength = Literal["headline", "line", "bullets", "paragraph"]
Length = NamedLength | int
"""A named length, or a budget in words."""

TRANSLATION_FAULTS: Final[frozenset[FlagCode]] = frozenset(
    {
        "number",
        "number-added",
        "name",
        "coverage",
        "overlong",
        "loop",
        "leftover",
        "untranslated",
        "unfinished",
        "low-confidence",
    }
)
"""Flags of a translated sentence that a summary made from it must show as well; the others do no harm to it."""


@dataclass(frozen=True, slots=True)
class SummarySentence:
    """One sentence of a summary.

    `evidence` are the ids of the article's sentences that support it, best first; `support` is in [0, 1].
    """

    text: str
    evidence: tuple[int, ...]
    support: float
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True, slots=True)
class Summary:
    """A summary in one language. `share_read` is the share of the article's words the summarizer read, in [0, 1]."""

    language: Language
    sentences: tuple[SummarySentence, ...]
    route: Route
    share_read: float
    signature: str

    @property
    def text(self) -> str:
        """The sentences joined by a space."""
        return " ".join(sentence.text for sentence in self.sentences)


class AlignedText(Protocol):
    """The article in the summary's other language: `targets[i]` is the translation of sentence i."""

    @property
    def language(self) -> Language:
        """Language of the targets."""
        ...

    @property
    def targets(self) -> tuple[str, ...]:
        """One translation per sentence of the article, in order."""
        ...

    @property
    def flags(self) -> tuple[tuple[Flag, ...], ...]:
        """What may be wrong with each translation; one entry per target, empty for a good one."""
        ...


class TranslatedSentence(Protocol):
    """One sentence as a translator gives it back."""

    @property
    def target(self) -> str:
        """The translation."""
        ...

    @property
    def flags(self) -> tuple[Flag, ...]:
        """What may be wrong with it."""
        ...


class SentenceTranslator(Protocol):
    """What a summarizer needs of a translator."""

    def translate_segments(
        self, sentences: tuple[str, ...], source: Language, target: Language
    ) -> Sequence[TranslatedSentence]:
        """Translate each sentence; same number out as in, in order."""
        ...


def faults(flags: Sequence[Flag]) -> tuple[Flag, ...]:
    """Return the flags of a translation that its readers must see wherever it is used again."""
    return tuple(flag for flag in flags if flag.code in TRANSLATION_FAULTS)


class Summarizer(Protocol):
    """Writes a summary of an article in one language."""

    @property
    def name(self) -> str:
        """Name of the method or model, as an evaluation table shows it."""
        ...

    def summarize(
        self,
        article: Article,
        language: Language,
        length: Length = "paragraph",
        route: Route | None = None,
        aligned: AlignedText | None = None,
    ) -> Summary:
        """Return a summary of `article` in `language`; `route` of None takes the direction's default.

        `aligned` is the article's translation where the caller has one already.
        """
        ...
