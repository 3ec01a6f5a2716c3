"""A reading as a self-contained page: summaries on top, facing pages below, aligned sentence by sentence.

Every piece of user text goes through Jinja's escaping or `markupsafe.escape`; the page loads nothing from anywhere.
The pieces are there on their own as well, for a page that shows a reading while it is being made.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache
from typing import TYPE_CHECKING, Final

from base.flags import Flag, FlagCode
from base.languages import LANGUAGES, Language, other
from jisr.bidi import DIRECTIONS, runs
from jisr.exports.layout import LABELS, rows, text_in, warnings
from jisr.messages import message
from jisr.reading import Reading
from summarize.model import Summary
from translate.model import Segment

if TYPE_CHECKING:
    from jinja2 import Environment
    from jinja2.environment import TemplateModule
    from markupsafe import Markup

_HOW_MADE: Final[frozenset[FlagCode]] = frozenset(("replaced", "wrapped", "mixed-language"))


def page(reading: Reading, language: Language = "en") -> str:
    """Return a whole HTML page; `language` is that of its labels and of its layout's direction."""
    return _environment().get_template("page.html").render(_context(reading, language, (), tuple(reading.summaries)))


def fragment(
    reading: Reading,
    language: Language = "en",
    *,
    waiting: Collection[int] = (),
    summary_languages: Sequence[Language] | None = None,
) -> str:
    """Return only the reading's element, for a page that has the style sheet and the script already.

    `waiting` are the ids of segments that are not translated yet: they get a placeholder, and so does each of
    `summary_languages` (default: those there are) without a summary.
    """
    shown = tuple(reading.summaries) if summary_languages is None else tuple(summary_languages)
    return _environment().get_template("reading.html").render(_context(reading, language, waiting, shown))


def target_part(segment: Segment, language: Language) -> str:
    """Return what takes the place of a segment's placeholder; `language` is that of its target."""
    return str(getattr(_parts(), "target")(segment, language, LABELS[language]))  # noqa: B009


def summary_part(summary: Summary) -> str:
    """Return the content of a summary's section."""
    return str(getattr(_parts(), "summary")(summary.language, summary, LABELS[summary.language]))  # noqa: B009


def check_part(reading: Reading, language: Language) -> str:
    """Return the list of what to check first, in the interface's `language`."""
    return str(getattr(_parts(), "check")(to_check(reading), language, LABELS[language]))  # noqa: B009


def to_check(reading: Reading) -> list[tuple[str, Flag]]:
    """Return `warnings`, each once, those first that say what may be wrong, then those that say how it was made."""
    return sorted(dict.fromkeys(warnings(reading)), key=lambda found: found[1].code in _HOW_MADE)


def footer_part(reading: Reading, language: Language) -> str:
    """Return the line that says what made the reading."""
    return str(getattr(_parts(), "footer")(reading.signature, LABELS[language]))  # noqa: B009


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
    environment.globals.update(asset=asset, message=message, text_in=text_in, other=other, languages=LANGUAGES)
    return environment


@cache
def _parts() -> TemplateModule:
    return _environment().get_template("parts.html").module


def _context(
    reading: Reading, language: Language, waiting: Collection[int], summary_languages: Sequence[Language]
) -> dict[str, object]:
    return {
        "reading": reading,
        "language": language,
        "labels": LABELS[language],
        "all_labels": LABELS,
        "directions": DIRECTIONS,
        "rows": list(rows(reading)),
        "warnings": to_check(reading),
        "title": reading.article.title or "Jisr",
        "waiting": frozenset(waiting),
        "summary_languages": summary_languages,
    }
