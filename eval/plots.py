"""Plots as SVG that stands in a page of its own: no script, nothing loaded from anywhere."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from base.extras import require
from eval.evaluation import MAIN, Evaluation
from eval.markdown import TITLES

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_WIDTH: Final = 8.0
_COLOURS: Final = ("#1b6ca8", "#c4572b", "#3a8c4f", "#8053a3", "#8c6d1f", "#5b6770")
_GREY: Final = "#7a828a"
_ID: Final = re.compile(r'(\bid="|url\(#|xlink:href="#)')


def scores(evaluations: Sequence[Evaluation], metric: str, name: str) -> str:
    """Return a plot of one metric for every data set and system, with 95 % intervals."""
    found = [(one, score) for one in evaluations if (score := one.score(metric)) is not None]
    if not found:
        return ""
    systems = list(dict.fromkeys(one.header.system for one, _ in found))
    figure, axes = _figure(0.32 * len(found) + 0.9)
    for row, (one, score) in enumerate(found):
        low, high = score.low if score.low is not None else score.value, score.high or score.value
        colour = _COLOURS[systems.index(one.header.system) % len(_COLOURS)]
        spread = [[max(0.0, score.value - low)], [max(0.0, high - score.value)]]
        axes.errorbar(score.value, row, xerr=spread, fmt="o", color=colour, capsize=3)
    axes.set_yticks(range(len(found)), [f"{one.header.label}  {one.header.system}" for one, _ in found])
    axes.invert_yaxis()
    axes.set_xlabel(f"{TITLES[found[0][0].header.task]}: {metric}, 95 % interval")
    return _svg(figure, name, f"{metric} of each system with its interval")


def by_length(evaluations: Sequence[Evaluation], name: str) -> str:
    """Return curves of the main metric over the length of the source, one for each data set and system."""
    curves = [(one, curve) for one in evaluations if (curve := _lengths(one))]
    if not curves:
        return ""
    figure, axes = _figure(3.2)
    labels = sorted({label for _, curve in curves for label in curve}, key=_first_number)
    for place, (one, curve) in enumerate(curves):
        known = [label for label in labels if label in curve]
        axes.plot(
            [labels.index(label) for label in known],
            [curve[label] for label in known],
            marker="o",
            color=_COLOURS[place % len(_COLOURS)],
            label=f"{one.header.label} {one.header.system}",
        )
    axes.set_xticks(range(len(labels)), labels)
    axes.set_ylabel(MAIN[curves[0][0].header.task][-1])
    axes.set_xlabel(f"{TITLES[curves[0][0].header.task]}: words of the source")
    legend = axes.legend(fontsize=8, frameon=False, loc="best")
    for entry in legend.get_texts():
        entry.set_color(_GREY)
    return _svg(figure, name, "Scores by length of the source")


def _lengths(evaluation: Evaluation) -> dict[str, float]:
    """Return the main metric by length of the source: `11-20` to its value."""
    metric = MAIN[evaluation.header.task][-1]
    return {
        part.group.removeprefix("length ").removesuffix(" words"): score.value
        for part in evaluation.parts
        if part.group.startswith("length ")
        for score in part.scores
        if score.name == metric
    }


def _first_number(label: str) -> tuple[int, bool]:
    return int(re.findall(r"\d+", label)[0]), label.startswith("over")


def flags(evaluation: Evaluation, name: str) -> str:
    """Return bars of how many outputs carry each flag."""
    if not evaluation.flags:
        return ""
    figure, axes = _figure(0.3 * len(evaluation.flags) + 0.8)
    codes, counts = zip(*evaluation.flags, strict=True)
    axes.barh(list(codes), [100 * count / len(evaluation.outputs) for count in counts], color=_COLOURS[0])
    axes.invert_yaxis()
    axes.set_xlabel("% of the outputs with this flag")
    return _svg(figure, name, "Share of outputs with each flag")


def _figure(height: float) -> tuple[Any, Axes]:
    module = require("matplotlib.figure", "eval", "draw the plots of a report")
    figure = module.Figure(figsize=(_WIDTH, height), layout="constrained")
    figure.patch.set_alpha(0)
    axes = figure.add_subplot()
    axes.patch.set_alpha(0)
    # A middle grey can be read on the light and on the dark page.
    axes.tick_params(colors=_GREY, labelsize=8)
    for label in (axes.xaxis.label, axes.yaxis.label):
        label.set_color(_GREY)
    for side, spine in axes.spines.items():
        spine.set_visible(side in ("left", "bottom"))
        spine.set_color(_GREY)
    axes.grid(axis="x", alpha=0.25)
    return figure, axes


def _svg(figure: Any, name: str, description: str) -> str:
    """Return the plot as an SVG element whose ids start with `name`, so that a page can hold many of them."""
    matplotlib = require("matplotlib", "eval", "draw the plots of a report")
    stream = io.StringIO()
    with matplotlib.rc_context({"svg.fonttype": "none", "svg.hashsalt": name}):
        figure.savefig(stream, format="svg", metadata={"Date": None})
    text = stream.getvalue()
    element = _ID.sub(rf"\g<1>{name}-", text[text.index("<svg") :])
    return element.replace("<svg", f'<svg role="img" aria-label="{description}"', 1)
