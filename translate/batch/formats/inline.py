"""Styles inside of a block (bold, links, fonts) carried over to its translation.

The model sees a block as plain text. Afterwards a style that covers a whole block or a whole sentence covers its
translation; a shorter styled part goes where its text, or the translation of it alone, is found in the translation of
its sentence. What is found nowhere loses its style, unless it is one that must not be lost (a link), which then covers
the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final, Generic, TypeVar

from article.model import Paragraph

Style = TypeVar("Style", bound=Hashable)
_LONGEST_PHRASE: Final = 12
_EDGES: Final = " \t\n\u00a0.,;:!?،؛؟\"'«»“”()[]"


@dataclass(frozen=True, slots=True)
class Run(Generic[Style]):
    """Text of one style; the styles of a block are compared with `==`."""

    text: str
    style: Style


def joined(runs: Sequence[Run[Style]]) -> str:
    """Return the plain text of a block."""
    return "".join(run.text for run in runs)


def phrases(runs: Sequence[Run[Style]]) -> list[str]:
    """Return the short styled parts of a block whose place in the translation has to be found."""
    if len({run.style for run in runs if run.text.strip()}) < 2:
        return []
    base = base_style(runs)
    return [phrase for run in runs if run.style != base and (phrase := _phrase(run.text))]


def base_style(runs: Sequence[Run[Style]]) -> Style:
    """Return the style of most of the text."""
    lengths: dict[Style, int] = {}
    for run in runs:
        lengths[run.style] = lengths.get(run.style, 0) + len(run.text.strip())
    return max(lengths, key=lambda style: lengths[style])


def restyled(
    runs: Sequence[Run[Style]],
    paragraph: Paragraph,
    targets: Sequence[str],
    translations: Mapping[str, str],
    must_stay: Callable[[Style], bool],
) -> list[Run[Style]]:
    """Return the translation of a block as runs.

    `paragraph` is the block in its article, `targets` are the translations of its sentences, `translations` those of
    its `phrases`. `must_stay` says which styles may not be lost.
    """
    text, base = joined(runs), base_style(runs)
    found: list[Run[Style]] = []
    end = 0
    for sentence, target in zip(paragraph.sentences, targets, strict=True):
        start, stop = sentence.start - paragraph.start, sentence.end - paragraph.start
        found += [Run(text[end:start], base)] if end < start else []
        found += _sentence(_cut(runs, start, stop), target, base, translations, must_stay)
        end = stop
    found += [Run(text[end:], base)] if end < len(text) else []
    return [Run(joined(list(same)), style) for style, same in _grouped(found)]


def anchor(paragraph: Paragraph, targets: Sequence[str], offset: int) -> int:
    """Return where in the translation of a block something belongs that stands at `offset` of the source.

    That is its beginning, or behind the sentence that it stands in or after.
    """
    position = source = 0
    for sentence, target in zip(paragraph.sentences, targets, strict=True):
        start, stop = sentence.start - paragraph.start, sentence.end - paragraph.start
        if offset <= start:
            return position + min(start, offset) - source
        position, source = position + start - source + len(target), stop
        if offset <= stop:
            return position
    return position + offset - source


def split_at(runs: Sequence[Run[Style]], offset: int) -> tuple[list[Run[Style]], list[Run[Style]]]:
    """Return the runs before and after `offset` of their text."""
    return _cut(runs, 0, offset), _cut(runs, offset, len(joined(runs)))


def _grouped(runs: list[Run[Style]]) -> Iterator[tuple[Style, Iterator[Run[Style]]]]:
    return groupby(runs, key=lambda run: run.style)


def _sentence(
    runs: list[Run[Style]],
    target: str,
    base: Style,
    translations: Mapping[str, str],
    must_stay: Callable[[Style], bool],
) -> list[Run[Style]]:
    """Return the runs of a translated sentence."""
    written = [run for run in runs if run.text.strip(_EDGES)]
    styles = {run.style for run in written}
    if len(styles) <= 1:
        return [Run(target, next(iter(styles), base))]
    places: list[tuple[int, int, Style]] = []
    lost: list[Style] = []
    for run in written:
        if run.style == base:
            continue
        place = _find(run.text.strip(_EDGES), target, translations, places)
        if place is None:
            lost.append(run.style)
        else:
            places.append((*place, run.style))
    kept = next((style for style in lost if must_stay(style)), None)
    return _split(target, places, base if kept is None else kept)


def _split(target: str, places: list[tuple[int, int, Style]], base: Style) -> list[Run[Style]]:
    runs: list[Run[Style]] = []
    end = 0
    for start, stop, style in sorted(places, key=lambda place: place[0]):
        runs += [Run(target[end:start], base)] if end < start else []
        runs.append(Run(target[start:stop], style))
        end = stop
    return runs + ([Run(target[end:], base)] if end < len(target) else [])


def _find(
    phrase: str, target: str, translations: Mapping[str, str], taken: Sequence[tuple[int, int, object]]
) -> tuple[int, int] | None:
    """Return the span in `target` of the phrase as it is, or of its translation, in any case, as whole words."""
    for sought in (phrase, translations.get(phrase, "").strip(_EDGES)):
        if not sought:
            continue
        pattern = re.compile(rf"(?<!\w){re.escape(sought)}(?!\w)", re.IGNORECASE)
        for match in pattern.finditer(target):
            if all(match.end() <= start or match.start() >= stop for start, stop, _ in taken):
                return match.span()
    return None


def _cut(runs: Sequence[Run[Style]], start: int, stop: int) -> list[Run[Style]]:
    """Return the runs of `joined(runs)[start:stop]`."""
    cut: list[Run[Style]] = []
    position = 0
    for run in runs:
        piece = run.text[max(0, start - position) : max(0, stop - position)]
        cut += [Run(piece, run.style)] if piece else []
        position += len(run.text)
    return cut


def _phrase(text: str) -> str:
    """Return the text of a run as it is translated alone, empty for one that need not be."""
    bare = text.strip(_EDGES)
    return bare if any(map(str.isalpha, bare)) and len(bare.split()) <= _LONGEST_PHRASE else ""
