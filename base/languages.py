"""The two languages Jisr bridges, by their ISO 639-1 codes."""

from __future__ import annotations

from typing import Final, Literal, get_args

Language = Literal["ar", "en"]
LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)
NAMES: Final[dict[Language, str]] = {"ar": "Arabic", "en": "English"}


def other(language: Language) -> Language:
    """Return the language on the far bank: `ar` for `en`, `en` for `ar`."""
    return "en" if language == "ar" else "ar"
