"""Laying out text of two directions.

Unicode Standard Annex 9 orders mixed text, given the right hints. In a page the hints are `dir` and `<bdi>`; in plain
text they are the isolate characters; and a terminal that knows neither gets its letters in visual order.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, Literal

from base.languages import Language

Mode = Literal["logical", "visual"]
DIRECTIONS: Final[dict[Language, Literal["rtl", "ltr"]]] = {"ar": "rtl", "en": "ltr"}

_RIGHT_TO_LEFT_ISOLATE: Final = "\u2067"
_LEFT_TO_RIGHT_ISOLATE: Final = "\u2066"
_POP_ISOLATE: Final = "\u2069"
_LATIN: Final = r"[A-Za-z\u00c0-\u024f]"
_RUN_IN_ARABIC: Final = re.compile(
    rf"(?:https?://\S*[\w/]|[\w.+-]+@[\w-]+\.\w[\w.]*|[@#]?{_LATIN}(?:[\w'’.&/+-]|[ ](?={_LATIN}))*(?<=[\w+])"
    r"|[+\-−]?[$€£]?[0-9٠-٩](?:[0-9٠-٩.,٫٬:/-]*[0-9٠-٩])?[%٪$€£]?)"
)
_ARABIC: Final = r"[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]"
_RUN_IN_ENGLISH: Final = re.compile(rf"{_ARABIC}(?:[\w/.\u0640]|[ ،](?={_ARABIC}))*")
_ORDERS_ITSELF: Final = ("VTE_VERSION", "KONSOLE_VERSION", "MLTERM")
_ORDERS_NOTHING: Final = (
    "KITTY_WINDOW_ID",
    "ALACRITTY_WINDOW_ID",
    "WT_SESSION",
    "XTERM_VERSION",
    "WEZTERM_PANE",
)


def runs(text: str, language: Language) -> list[tuple[str, bool]]:
    """Cut `text` into (run, isolated): isolated runs are of the other direction, or numbers in Arabic.

    The runs joined give `text`.
    """
    pattern = _RUN_IN_ARABIC if language == "ar" else _RUN_IN_ENGLISH
    pieces: list[tuple[str, bool]] = []
    position = 0
    for match in pattern.finditer(text):
        if match.start() > position:
            pieces.append((text[position : match.start()], False))
        pieces.append((match.group(), True))
        position = match.end()
    if position < len(text):
        pieces.append((text[position:], False))
    return pieces


def isolate(text: str, language: Language) -> str:
    """Return `text` between isolate characters of its language's direction, so that neighbours cannot reorder it.

    English without a letter of the other direction needs none and gets none.
    """
    if not text or (language == "en" and not re.search(_ARABIC, text)):
        return text
    opening = _RIGHT_TO_LEFT_ISOLATE if language == "ar" else _LEFT_TO_RIGHT_ISOLATE
    return f"{opening}{text}{_POP_ISOLATE}"


def visual(line: str, language: Language) -> str:
    """Return one line in the order in which its glyphs stand from left to right, Arabic letters joined."""
    from arabic_reshaper import reshape
    from bidi import get_display

    shaped = get_display(reshape(line), base_dir="R" if language == "ar" else "L")
    return shaped if isinstance(shaped, str) else shaped.decode("utf-8")


def terminal_mode(environment: Mapping[str, str]) -> Mode:
    """Guess from the environment whether the terminal orders right-to-left text itself (`logical`)."""
    if any(name in environment for name in _ORDERS_ITSELF):
        return "logical"
    if any(name in environment for name in _ORDERS_NOTHING) or environment.get("TERM") == "linux":
        return "visual"
    return "visual" if environment.get("TERM_PROGRAM") in ("vscode", "WezTerm", "alacritty") else "logical"
