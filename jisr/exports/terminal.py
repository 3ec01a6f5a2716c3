"""A reading on a terminal: English on the left, Arabic on the right, summaries on top."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from base.languages import LANGUAGES, Language
from jisr.bidi import Mode, isolate, visual
from jisr.exports.layout import LABELS, Row, rows, text_in, warnings
from jisr.messages import message
from jisr.reading import Reading

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

MARK: Final = "⚑"
_COLUMNS: Final[tuple[Language, Language]] = ("en", "ar")
_FRAME: Final = 7  # borders and padding of two columns
_NARROWEST: Final = 20


def render(reading: Reading, *, width: int = 100, mode: Mode = "logical", color: bool = False) -> str:
    """Return the reading as text, `width` cells wide.

    `mode` is `logical` for terminals that order right-to-left text themselves and `visual` for those that do
    not. `color` adds ANSI colours.
    """
    from rich.console import Console

    console = Console(
        file=io.StringIO(),
        width=width,
        force_terminal=color,
        no_color=not color,
        highlight=False,
        emoji=False,
    )
    cell = max(_NARROWEST, (width - _FRAME) // 2)
    console.print(_summaries(reading, cell, mode))
    console.print(_pages(reading, cell, mode))
    _print_warnings(console, reading, mode)
    console.print(f"[dim]{reading.signature}, {reading.timings.get('total', 0.0):.1f} s[/dim]", soft_wrap=True)
    output = console.file
    assert isinstance(output, io.StringIO)
    return output.getvalue()


def _summaries(reading: Reading, cell: int, mode: Mode) -> Table:
    table = _table(LABELS["en"]["summary"], LABELS["ar"]["summary"], cell, mode)
    cells = []
    for language in _COLUMNS:
        summary = reading.summaries.get(language)
        sentences = summary.sentences if summary is not None else ()
        cells.append(
            _cell((_with_evidence(s.text, s.evidence, bool(s.flags)) for s in sentences), language, cell, mode)
        )
    table.add_row(*cells)
    return table


def _with_evidence(text: str, evidence: tuple[int, ...], flagged: bool) -> str:
    numbers = ", ".join(str(identifier + 1) for identifier in evidence)
    return f"{MARK + ' ' if flagged else ''}{text}{f' [{numbers}]' if numbers else ''}"


def _pages(reading: Reading, cell: int, mode: Mode) -> Table:
    side = {lang: _side(lang, reading) for lang in LANGUAGES}
    table = _table(side["en"], side["ar"], cell, mode)
    for row in rows(reading):
        table.add_row(*(_paragraph(row, reading, language, cell, mode) for language in _COLUMNS))
    return table


def _side(language: Language, reading: Reading) -> str:
    labels = LABELS[language]
    role = "source" if language == reading.article.language else "translation"
    return f"{labels[language]} ({labels[role]})"


def _paragraph(row: Row, reading: Reading, language: Language, cell: int, mode: Mode) -> Text:
    sentences = []
    for segment in row.segments:
        flag = f"{MARK}{segment.id + 1} " if segment.flags and language != reading.article.language else ""
        sentences.append(flag + " ".join(text_in(segment, language, reading).split()))
    return _cell(sentences, language, cell, mode, style="bold" if row.is_title else "")


def _table(english: str, arabic: str, cell: int, mode: Mode) -> Table:
    from rich import box
    from rich.table import Table

    table = Table(box=box.ROUNDED, show_lines=True, header_style="bold cyan", pad_edge=True)
    table.add_column(english, width=cell, justify="left", no_wrap=True)
    header = visual(arabic, "ar") if mode == "visual" else isolate(arabic, "ar")
    table.add_column(header, width=cell, justify="right", no_wrap=True)
    return table


def _cell(sentences: Iterable[str], language: Language, width: int, mode: Mode, style: str = "") -> Text:
    """Wrap sentences to `width` cells in logical order first, then order each line."""
    from rich.text import Text

    lines = [line for sentence in sentences for line in wrap(sentence, width)]
    ordered = [visual(line, language) if mode == "visual" else isolate(line, language) for line in lines]
    return Text("\n".join(ordered), style=style, justify="right" if language == "ar" else "left")


def wrap(text: str, width: int) -> list[str]:
    """Break `text` into lines of at most `width` terminal cells at spaces, longer words inside."""
    from rich.cells import cell_len, chop_cells

    lines: list[str] = []
    line = ""
    for word in text.split():
        for part in chop_cells(word, width) if cell_len(word) > width else [word]:
            if line and cell_len(line) + 1 + cell_len(part) > width:
                lines.append(line)
                line = part
            else:
                line = f"{line} {part}" if line else part
    return [*lines, line] if line else lines


def _print_warnings(console: Console, reading: Reading, mode: Mode) -> None:
    from rich.markup import escape

    found = warnings(reading)
    if not found:
        console.print(f"[green]{LABELS['en']['nothing']}[/green]")
        return
    console.print(f"[bold yellow]{LABELS['en']['check']}[/bold yellow]")
    for place, flag in found:
        where = {"": "article", "ar": "summary ar", "en": "summary en"}.get(place, f"sentence {place}")
        text = message(flag)
        console.print(f"  {MARK} {where}: {escape(visual(text, 'en') if mode == 'visual' else text)}")
