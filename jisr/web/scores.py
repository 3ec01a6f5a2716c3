"""A reference next to what the machine wrote, for metrics to compare, and their scores as a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Literal

from base.errors import EmptyInputError, InputError
from base.languages import Language
from jisr.reading import Reading
from jisr.web.texts import texts

Kind = Literal["translation", "summary-ar", "summary-en"]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Hypotheses and references of the same number, in one language."""

    hypotheses: tuple[str, ...]
    references: tuple[str, ...]
    language: Language
    by_sentence: bool
    kind: Literal["translation", "summary"]


@dataclass(frozen=True, slots=True)
class Line:
    """A score as the table shows it."""

    metric: str
    value: str
    signature: str


def pair(reading: Reading, reference: str, kind: Kind) -> Pairs:
    """Return what is to be compared with `reference`.

    A translation with one line for each sentence of the article is paired sentence by sentence, any other as one
    text. Raises `EmptyInputError` without a reference, `InputError` where the reading has no such summary.
    """
    lines = [line.strip() for line in reference.splitlines() if line.strip()]
    if not lines:
        raise EmptyInputError("The reference is empty. Paste the text to compare with.")
    if kind != "translation":
        return _summary(reading, " ".join(lines), "ar" if kind == "summary-ar" else "en")
    language = reading.translation.target_language
    targets = tuple(segment.target for segment in reading.translation.segments)
    if len(lines) == len(targets):
        return Pairs(targets, tuple(lines), language, True, "translation")
    return Pairs((" ".join(targets),), (" ".join(lines),), language, False, "translation")


def table(lines: Sequence[Line], pairs: Pairs, language: Language) -> str:
    """Return the scores as an HTML table in the page's `language`."""
    t = texts(language)
    head = "".join(f'<th scope="col">{escape(t[key])}</th>' for key in ("metric", "value", "signature"))
    rows = "".join(
        f'<tr><th scope="row"><bdi dir="ltr">{escape(line.metric)}</bdi></th><td><bdi dir="ltr">{escape(line.value)}'
        f'</bdi></td><td><code dir="ltr">{escape(line.signature)}</code></td></tr>'
        for line in lines
    )
    note = t["score_by_sentence" if pairs.by_sentence else "score_as_text"]
    return (
        f'<p class="jisr-help">{escape(note)}</p><div class="jisr-scroll" tabindex="0"><table class="jisr-table">'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _summary(reading: Reading, reference: str, language: Language) -> Pairs:
    summary = reading.summaries.get(language)
    if summary is None:
        raise InputError(f"The reading has no summary in {language!r}. Read the article again with one.")
    return Pairs((summary.text,), (reference,), language, False, "summary")
