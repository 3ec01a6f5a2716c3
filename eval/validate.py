"""What can be wrong with texts that are to be scored, told before a number comes out that means nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from article.language import script_shares
from base.errors import EmptyInputError, InputError
from base.languages import NAMES, Language

_SHOWN: Final = 5
_WRONG_SHARE: Final = 0.05


def check_texts(
    hypotheses: Sequence[str],
    references: Sequence[Sequence[str]],
    *,
    names: tuple[str, str] = ("the hypotheses", "the references"),
    allow_blank: bool = False,
) -> None:
    """Refuse texts that cannot be scored; `names` say where hypotheses and references came from.

    Raises `InputError` for different numbers of texts, for references without text, and for blank hypotheses unless
    `allow_blank`; `EmptyInputError` when there are no texts at all.
    """
    check_counts((names[0], len(hypotheses)), (names[1], len(references)))
    if not hypotheses:
        raise EmptyInputError(f"{names[0]}: no texts found, expected at least one line to score.")
    empty = [number for number, texts in enumerate(references, 1) if not any(map(str.strip, texts))]
    if empty:
        raise InputError(
            f"{names[1]}: {len(empty)} of {len(references):,} references are empty ({_lines(empty)}). "
            "Remove these lines from the references, the hypotheses and the sources."
        )
    blank = [number for number, text in enumerate(hypotheses, 1) if not text.strip()]
    if blank and not allow_blank:
        raise InputError(
            f"{names[0]}: {len(blank)} of {len(hypotheses):,} hypotheses are blank ({_lines(blank)}). If lines were "
            "lost, fix the file; if the system really gave nothing, score them as they are with --allow-blank."
        )


def check_counts(first: tuple[str, int], second: tuple[str, int]) -> None:
    """Raise `InputError` when two sources, given as (name, number of texts), have different numbers of texts."""
    if first[1] != second[1]:
        raise InputError(
            f"{first[0]} has {first[1]:,} lines and {second[0]} has {second[1]:,}; expected the same number, line by "
            "line. Check both for lines that were split, joined or cut off at the end."
        )


def check_ids(ids: Iterable[str], name: str) -> None:
    """Raise `InputError` when an id comes twice in `name`."""
    double = [identifier for identifier, count in Counter(ids).items() if count > 1]
    if double:
        raise InputError(
            f"{name}: {len(double)} ids occur more than once ({', '.join(map(repr, double[:_SHOWN]))}). "
            "Every item needs an id of its own; rename or remove the doubles."
        )


def language_warning(texts: Sequence[str], language: Language, name: str) -> str:
    """Return a sentence when more than a twentieth of `texts` are not in the script of `language`, or nothing."""
    wrong = sum(_is_foreign(text, language) for text in texts)
    share = wrong / max(1, len(texts))
    if share <= _WRONG_SHARE:
        return ""
    return (
        f"{name}: {share:.0%} of the texts ({wrong:,} of {len(texts):,}) are not in {NAMES[language]}. "
        "Are these the right files, and is --to right?"
    )


def _is_foreign(text: str, language: Language) -> bool:
    shares = script_shares(text)
    own = shares.arabic if language == "ar" else shares.latin
    return bool(shares.scripts) and own < 0.5


def _lines(numbers: Sequence[int]) -> str:
    more = ", ..." if len(numbers) > _SHOWN else ""
    return f"line{'s' if len(numbers) > 1 else ''} {', '.join(map(str, numbers[:_SHOWN]))}{more}"
