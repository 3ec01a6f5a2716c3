"""Small plots as SVG, readable on light and dark pages."""

from __future__ import annotations

import math
from collections.abc import Sequence
from html import escape
from typing import Final

_WIDTH: Final = 720
_ROW: Final = 26
_LEFT: Final = 270
_COLOR: Final = "#3b7dd8"
_OWN: Final = "#d9822b"
_TEXT: Final = "#777"


def bars(values: Sequence[tuple[str, float]], unit: str) -> str:
    """Return horizontal bars on a logarithmic scale, each with its value; those of Jisr in another colour."""
    least = math.log10(min(value for _, value in values)) - 0.3
    span = math.log10(max(value for _, value in values)) - least
    parts: list[str] = []
    for at, (name, value) in enumerate(values):
        y = 10 + at * _ROW
        length = (_WIDTH - _LEFT - 90) * (math.log10(value) - least) / span
        color = _OWN if name.startswith("jisr") else _COLOR
        parts.append(_text(_LEFT - 8, y + 14, name, "end"))
        parts.append(f'<rect x="{_LEFT}" y="{y}" width="{length:.1f}" height="18" fill="{color}"/>')
        parts.append(_text(_LEFT + length + 6, y + 14, f"{value:,.1f}", "start"))
    height = 10 + len(values) * _ROW + 24
    parts.append(_text(_LEFT, height - 8, f"{unit}, logarithmic scale", "start"))
    return _svg(height, parts)


def line(points: Sequence[tuple[float, float]], across: str, up: str) -> str:
    """Return a line over a logarithmic x-axis; the y-axis begins at 0."""
    height, top = 260, max(y for _, y in points) * 1.25
    first, last = math.log10(points[0][0]), math.log10(points[-1][0])
    placed = [
        (60 + (_WIDTH - 140) * (math.log10(x) - first) / max(last - first, 1e-9), 220 - 200 * y / top)
        for x, y in points
    ]
    parts = [f'<path d="M60 20V220H{_WIDTH - 60}" fill="none" stroke="{_TEXT}"/>']
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in placed)
    parts.append(f'<polyline points="{path}" fill="none" stroke="{_COLOR}" stroke-width="2"/>')
    for (x, y), (number, value) in zip(placed, points, strict=True):
        parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{_COLOR}"/>')
        parts.append(_text(x, y - 10, f"{value:,.0f}", "middle"))
        parts.append(_text(x, 238, f"{number:,.0f}", "middle"))
    parts += [_text(_WIDTH - 60, 256, across, "end"), _text(10, 14, up, "start")]
    return _svg(height, parts)


def _text(x: float, y: float, content: str, anchor: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{_TEXT}">{escape(content)}</text>'


def _svg(height: int, parts: Sequence[str]) -> str:
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{height}" font-family="sans-serif"'
    return f'{head} font-size="13">{"".join(parts)}</svg>\n'
