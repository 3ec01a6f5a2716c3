"""A reading as a self-contained page: summaries on top, facing pages below, aligned sentence by sentence.

Every piece of user text goes through Jinja's escaping or `markupsafe.escape`; the page loads nothing from anywhere.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from base.languages import LANGUAGES, Language, other
from jisr.bidi import DIRECTIONS, runs
from jisr.exports.layout import LABELS, rows, text_in, warnings
from jisr.messages import message
from jisr.reading import Reading

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup


def page(reading: Reading, language: Language = "en") -> str:
    """Return a whole HTML page; `language` is that of its labels and of its layout's direction."""
    return _environment().get_template("page.html").render(_context(reading, language))


def fragment(reading: Reading, language: Language = "en") -> str:
    """Return only the reading's element, for a page that has the style sheet and the script already."""
    return _environment().get_template("reading.html").render(_context(reading, language))


def asset(name: str) -> str:
    """Return the text of a file of `jisr/templates`, such as `reading.css` or `reading.js`."""
    environment = _environment()
    assert environment.loader is not None
    return environment.loader.get_source(environment, name)[0]


def isolated(text: str, language: Language) -> Markup:
    """Return escaped `text` with the runs of the other direction, and numbers, in `<bdi>` elements."""
    from markupsafe import Markup, escape

    pieces = []
    for piece, isolate in runs(text, language):
        safe = escape(piece)
        if not isolate:
            pieces.append(safe)
        elif any(character.isalpha() for character in piece):
            pieces.append(Markup('<bdi lang="{}">{}</bdi>').format(other(language), safe))
        else:
            pieces.append(Markup('<bdi dir="ltr">{}</bdi>').format(safe))
    return Markup("").join(pieces)


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("jisr", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["isolated"] = isolated
    environment.globals.update(asset=asset, message=message, text_in=text_in, other=other)
    return environment


def _context(reading: Reading, language: Language) -> dict[str, object]:
    return {
        "reading": reading,
        "language": language,
        "labels": LABELS[language],
        "all_labels": LABELS,
        "directions": DIRECTIONS,
        "languages": LANGUAGES,
        "rows": list(rows(reading)),
        "warnings": warnings(reading),
        "title": reading.article.title or "Jisr",
    }
