"""Which field of a record holds the text, the title and the id."""

from __future__ import annotations

from typing import Final, Literal

from base.errors import FormatError

_TEXTS: Final = ("text", "article", "body", "content", "document", "النص", "نص")
_OPTIONAL: Final = {"title": ("title", "headline", "العنوان", "عنوان"), "id": ("id", "guid")}


def text_field(names: tuple[str, ...], wanted: str | None, where: str) -> str:
    """Return the name of the field that holds the text: `wanted`, or the first of the usual names, in any case.

    Raises `FormatError` listing the fields there are when none fits.
    """
    found = _find(names, (wanted,) if wanted is not None else _TEXTS)
    if found is None:
        sought = f"no field {wanted!r}" if wanted is not None else f"no field named {', '.join(_TEXTS[:5])}"
        raise FormatError(f"{where}: {sought}. There are: {_listed(names)}. {_remedy(names)}")
    return found


def optional_field(
    names: tuple[str, ...], purpose: Literal["title", "id"], wanted: str | None, where: str
) -> str | None:
    """Return the name of the field for `purpose`, or None when there is none; raises `FormatError` as `text_field`."""
    found = _find(names, (wanted,) if wanted is not None else _OPTIONAL[purpose])
    if found is None and wanted is not None:
        raise FormatError(
            f"{where}: no field {wanted!r} for the {purpose}. There are: {_listed(names)}. Name one of these."
        )
    return found


def _find(names: tuple[str, ...], wanted: tuple[str, ...]) -> str | None:
    folded = {name.strip().casefold(): name for name in reversed(names)}
    exact = next((name for name in wanted if name in names), None)
    return exact or next((folded[name.casefold()] for name in wanted if name.casefold() in folded), None)


def _listed(names: tuple[str, ...]) -> str:
    shown = ", ".join(repr(name[:40]) for name in names[:20])
    return (shown or "none") + (f" and {len(names) - 20} more" if len(names) > 20 else "")


def _remedy(names: tuple[str, ...]) -> str:
    example = names[-1][:40] if names else "text"
    return f"Name the one with the text: column={example!r} (on the command line: --column {example!r})."
