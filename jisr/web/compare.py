"""Two translations of one article side by side, the words that differ marked."""

from __future__ import annotations

import difflib
from html import escape

from base.languages import Language
from jisr.bidi import DIRECTIONS
from jisr.web.texts import texts
from translate.model import Translation


def table(first: Translation, second: Translation, names: tuple[str, str], language: Language) -> str:
    """Return an HTML table: a row for each sentence with its source and both targets; `language` is the page's.

    Both translations are of the same article, sentence by sentence.
    """
    t = texts(language)
    source, target = first.source_language, first.target_language
    heads = (t["arabic"] if source == "ar" else t["english"], *names)
    head = "".join(f'<th scope="col"><bdi>{escape(name)}</bdi></th>' for name in heads)
    pairs = list(zip(first.segments, second.segments, strict=True))
    rows = "".join(_row(one.source, one.target, two.target, source, target) for one, two in pairs)
    same = sum(one.target == two.target for one, two in pairs)
    line = t["compare_same"].format(n=same, total=len(pairs))
    return (
        f'<p class="jisr-help">{escape(line)}</p><div class="jisr-scroll" tabindex="0">'
        '<table class="jisr-table jisr-compare">'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def marked(text: str, against: str) -> str:
    """Return escaped `text` with the words that `against` does not have at that place in `<mark>`."""
    words, others = text.split(), against.split()
    pieces: list[str] = []
    for tag, start, end, _, _ in difflib.SequenceMatcher(None, words, others, autojunk=False).get_opcodes():
        if start == end:
            continue
        part = escape(" ".join(words[start:end]))
        pieces.append(part if tag == "equal" else f"<mark>{part}</mark>")
    return " ".join(pieces)


def _row(source: str, one: str, two: str, source_language: Language, target: Language) -> str:
    return (
        f"<tr>{_cell(escape(source), source_language)}"
        f"{_cell(marked(one, two), target)}{_cell(marked(two, one), target)}</tr>"
    )


def _cell(html: str, language: Language) -> str:
    return f'<td lang="{language}" dir="{DIRECTIONS[language]}">{html}</td>'
