"""Which way a summary in the other language takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, get_args

from base.errors import UnsupportedTaskError
from base.flags import Flag
from base.languages import NAMES, Language
from engine.types import Decoding, Hypothesis, Model, Task
from summarize.model import AlignedText, Route, SentenceTranslator

ROUTES: Final[tuple[Route, ...]] = get_args(Route)

PREFERRED: Final[dict[tuple[Language, Language], tuple[Route, ...]]] = {
    # One language: there is nothing to translate.
    ("ar", "ar"): ("direct",),
    ("en", "en"): ("direct",),
    # Into English the direct route wins by 3 ROUGE-2 (CrossSum README), once a model is trained for it.
    ("ar", "en"): ("direct", "translate-then-summarize", "summarize-then-translate"),
    # Into Arabic summarize-then-translate is as good (LaSE 63 to 61, CrossSum README), and its first half can be
    # checked word by word against the article.
    ("en", "ar"): ("summarize-then-translate", "direct", "translate-then-summarize"),
}
"""(language of the article, language of the summary) -> routes, best first; for models that write.

The embedded model does not (see `make.COPIES_BETTER`): its summaries in the other language are translated sentences,
`summarize-then-translate`. Made to write, its routes do not differ by more than chance. On 30 articles of the news
development set, ROUGE-L and chrF: ar-en direct 18.5 and 32.2, translate-then-summarize 18.7 and 31.9,
summarize-then-translate 18.4 and 31.1, translated opening sentences 18.7 and 32.9; en-ar 12.2 and 28.4, 12.0 and 28.6,
12.2 and 26.9, opening sentences 13.7 and 30.2.
"""


@dataclass(frozen=True, slots=True)
class Plain:
    """A translation by a model alone; only what decoding itself tells is flagged."""

    target: str
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True, slots=True)
class ModelTranslator:
    """A model that also translates, in the place of a translator."""

    model: Model

    def translate_segments(self, sentences: tuple[str, ...], source: Language, target: Language) -> tuple[Plain, ...]:
        """Translate each sentence; same number out as in, in order."""
        from article.normalise import normalise_for_model

        plain = [normalise_for_model(sentence) for sentence in sentences]
        outputs = self.model.generate(plain, Task("translate", source, target), Decoding())
        return tuple(_plain(hypotheses) for hypotheses in outputs)


def possible(
    route: Route, source: Language, target: Language, model: Model, *, translates: bool, aligned: bool
) -> bool:
    """Say whether `route` can be taken with what is at hand: a translator, or the article's translation."""
    if source == target or route == "direct":
        return model.supports(Task("summarize", source, target))
    if route == "translate-then-summarize":
        return model.supports(Task("summarize", target, target)) and (translates or aligned)
    return model.supports(Task("summarize", source, source)) and translates


def choose(
    wanted: Route | None, source: Language, target: Language, model: Model, *, translates: bool, aligned: bool
) -> Route:
    """Return the wanted route, or the direction's best one that is possible.

    Within one language the route is `direct` whatever is wanted. Raises `UnsupportedTaskError` when none is possible.
    """
    candidates = ROUTES[:1] if source == target else (wanted,) if wanted else PREFERRED[source, target]
    for route in candidates:
        if possible(route, source, target, model, translates=translates, aligned=aligned):
            return route
    raise UnsupportedTaskError(_impossible(candidates, source, target, model.name, translates or aligned))


def translator_of(model: Model, given: SentenceTranslator | None) -> SentenceTranslator | None:
    """Return the translator that was given, or the model itself where it translates both ways."""
    if given is not None:
        return given
    both = model.supports(Task("translate", "ar", "en")) and model.supports(Task("translate", "en", "ar"))
    return ModelTranslator(model) if both else None


def aligned_with(aligned: AlignedText | None, language: Language, count: int) -> AlignedText | None:
    """Return `aligned` where it is in `language` and has a text for each of `count` sentences; None otherwise."""
    if aligned is None or aligned.language != language:
        return None
    if not len(aligned.targets) == len(aligned.flags) == count:
        found = f"{len(aligned.targets)} targets and flags for {len(aligned.flags)}"
        raise ValueError(f"aligned has {found}; the article has {count} sentences")
    return aligned


def _plain(hypotheses: Sequence[Hypothesis]) -> Plain:
    if not hypotheses:
        return Plain("")
    best = hypotheses[0]
    return Plain(best.text, () if best.finished else (Flag("unfinished"),))


def _impossible(candidates: tuple[Route, ...], source: Language, target: Language, name: str, translates: bool) -> str:
    tried = " or ".join(candidates)
    direction = f"{NAMES[source]} article to {NAMES[target]} summary"
    if source == target:
        return (
            f"Model {name!r} does not write summaries of {NAMES[source]} articles. Use the model 'compact' or another "
            "one that `jisr models list` shows for summaries, or --method centroid, which needs no model."
        )
    advice = "Choose another model (jisr models list) or another --route."
    if not translates and candidates != ("direct",):
        advice = "The routes with a translation need a translator: run `jisr summarize`, which has one."
    return f"{direction} by route {tried} is not possible with model {name!r}. {advice}"
