"""Colours and fonts of the page: paper and ink, one accent, and nothing fetched from anywhere.

Every pair of text and background has a contrast of at least 4.5 to 1 (WCAG 2.2, level AA).
"""

from __future__ import annotations

import json
from typing import Final

from base.languages import LANGUAGES
from jisr.exports.html import asset
from jisr.web.texts import texts

FONTS: Final = ("system-ui", "Segoe UI", "Noto Sans", "Noto Sans Arabic", "Tahoma", "sans-serif")
MONO: Final = ("ui-monospace", "Noto Sans Mono", "monospace")
ACCENT: Final = (
    *("#eef7f7", "#d5ebeb", "#aed8d8", "#7fc6c6", "#4a9ea2", "#0d5c63"),
    *("#0b5056", "#0a474d", "#083a3f", "#062c30", "#041e21"),
)
PAPER: Final = (
    *("#fdfbf6", "#f6f1e6", "#e9e2d3", "#d3c9b5", "#a89e8a", "#6b6353"),
    *("#5d574c", "#48433a", "#2f2b25", "#23211e", "#191816"),
)
VALUES: Final[dict[str, str]] = {
    "body_background_fill": "#fffdf8",
    "body_background_fill_dark": "#191816",
    "body_text_color": "#1f1c17",
    "body_text_color_dark": "#e8e3d8",
    "body_text_color_subdued": "#5d574c",
    "body_text_color_subdued_dark": "#aca493",
    "block_background_fill": "transparent",
    "block_background_fill_dark": "transparent",
    "block_border_width": "0px",
    "block_shadow": "none",
    "block_padding": "0px",
    "block_label_background_fill": "transparent",
    "block_label_background_fill_dark": "transparent",
    "block_label_text_color": "#5d574c",
    "block_label_text_color_dark": "#aca493",
    "block_title_text_color": "#5d574c",
    "block_title_text_color_dark": "#aca493",
    "block_title_text_weight": "500",
    "input_background_fill": "#ffffff",
    "input_background_fill_dark": "#211f1c",
    "input_border_color": "#8d8472",
    "input_border_color_dark": "#7d7565",
    "input_border_width": "1px",
    "input_placeholder_color": "#6b6353",
    "input_placeholder_color_dark": "#aca493",
    "button_border_width": "1px",
    "button_primary_background_fill": "#0d5c63",
    "button_primary_background_fill_hover": "#0a474d",
    "button_primary_background_fill_dark": "#7fc6c6",
    "button_primary_background_fill_hover_dark": "#a3d9d9",
    "button_primary_text_color": "#ffffff",
    "button_primary_text_color_dark": "#10201f",
    "button_primary_border_color": "transparent",
    "button_secondary_background_fill": "transparent",
    "button_secondary_background_fill_dark": "transparent",
    "button_secondary_background_fill_hover": "#f6efe0",
    "button_secondary_background_fill_hover_dark": "#2a2721",
    "button_secondary_border_color": "#b9ae98",
    "button_secondary_border_color_dark": "#5d5749",
    "button_secondary_text_color": "#1f1c17",
    "button_secondary_text_color_dark": "#e8e3d8",
    "button_cancel_background_fill": "transparent",
    "button_cancel_background_fill_dark": "transparent",
    "button_cancel_text_color": "#944200",
    "button_cancel_text_color_dark": "#f0a765",
    "button_cancel_border_color": "#944200",
    "button_cancel_border_color_dark": "#f0a765",
}


def style() -> str:
    """Return the style sheet of the reading and of the page around it."""
    return asset("reading.css") + asset("web.css")


def head() -> str:
    """Return what goes into the head of the page: its words and scripts."""
    words = json.dumps({language: dict(texts(language)) for language in LANGUAGES}, ensure_ascii=False)
    # Inside a script element only "<" can end it.
    safe = words.replace("<", "\\u003c")
    return f"<script>window.jisrTexts = {safe};\n{asset('reading.js')}\n{asset('web.js')}</script>"
