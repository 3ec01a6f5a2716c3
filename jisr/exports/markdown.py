"""A reading as Markdown: blocks of each direction marked, sentence rows aligned in a table."""

from __future__ import annotations

import re
from html import escape

from base.languages import LANGUAGES, Language
from jisr.bidi import DIRECTIONS
from jisr.exports.layout import LABELS, rows, text_in, warnings
from jisr.messages import message
from jisr.reading import Reading
from summarize.model import Summary

_SPECIAL = re.compile(r"([\\`*_\[\]#|~$])")


def document(reading: Reading) -> str:
    """Return the Markdown document, ending in a line feed.

    User text is escaped for Markdown and for the HTML that Markdown lets through.
    """
    parts = [f"# {inline(reading.article.title or LABELS['en']['article'])}", ""]
    for language, summary in reading.summaries.items():
        parts.extend(_summary(summary, language))
    parts.extend(_table(reading))
    parts.extend(_warnings(reading))
    parts.extend([f"*{LABELS['en']['made_by']} {inline(reading.signature)}*", ""])
    return "\n".join(parts)


def inline(text: str) -> str:
    """Return `text` on one line with the special characters of Markdown and HTML escaped."""
    return _SPECIAL.sub(r"\\\1", escape(" ".join(text.split()), quote=False))


def _block(language: Language, lines: list[str]) -> list[str]:
    return [f'<div dir="{DIRECTIONS[language]}" lang="{language}">', "", *lines, "", "</div>", ""]


def _summary(summary: Summary, language: Language) -> list[str]:
    labels = LABELS[language]
    lines = [f"## {labels['summary']}", ""]
    for sentence in summary.sentences:
        numbers = ", ".join(str(identifier + 1) for identifier in sentence.evidence)
        mark = "⚑ " if sentence.flags else ""
        lines.append(f"- {mark}{inline(sentence.text)} ({numbers})" if numbers else f"- {mark}{inline(sentence.text)}")
    return _block(language, lines)


def _table(reading: Reading) -> list[str]:
    lines = [f"| # | {LABELS['en']['en']} | {LABELS['ar']['ar']} |", "|---:|:---|---:|"]
    for row in rows(reading):
        for segment in row.segments:
            cells = [_cell(text_in(segment, language, reading), language) for language in ("en", "ar")]
            mark = " ⚑" if segment.flags else ""
            lines.append(f"| {segment.id + 1}{mark} | {cells[0]} | {cells[1]} |")
    return [*lines, ""]


def _cell(text: str, language: Language) -> str:
    return f'<span dir="{DIRECTIONS[language]}" lang="{language}">{inline(text)}</span>'


def _warnings(reading: Reading) -> list[str]:
    found = warnings(reading)
    if not found:
        return []
    lines = [f"## {LABELS['en']['check']}", ""]
    for place, flag in found:
        where = f"{LABELS['en'][place]} {LABELS['en']['summary'].lower()}: " if place in LANGUAGES else ""
        where = f"{place}: " if place and not where else where
        lines.append(f"- {where}{inline(message(flag))}")
    return [*lines, ""]
