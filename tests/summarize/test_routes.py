"""Which way a cross-lingual summary takes, and what is said when there is none."""

import pytest

from base.errors import UnsupportedTaskError
from engine.types import Task
from summarize.model import Route
from summarize.routes import ModelTranslator, choose, translator_of
from tests.summarize.scripted import SUMMARIES, TRANSLATIONS, always

MONOLINGUAL = frozenset({Task("summarize", "en", "en"), Task("summarize", "ar", "ar")})


def test_within_one_language_the_route_is_direct_whatever_is_wanted() -> None:
    model = always()
    assert choose("summarize-then-translate", "en", "en", model, translates=True, aligned=False) == "direct"


def test_each_direction_has_its_own_default() -> None:
    model = always()
    assert choose(None, "ar", "en", model, translates=True, aligned=False) == "direct"
    assert choose(None, "en", "ar", model, translates=True, aligned=False) == "summarize-then-translate"


def test_what_the_model_cannot_do_is_passed_over() -> None:
    model = always(tasks=MONOLINGUAL)
    assert choose(None, "ar", "en", model, translates=True, aligned=False) == "translate-then-summarize"
    assert choose(None, "ar", "en", model, translates=False, aligned=True) == "translate-then-summarize"


def test_a_wanted_route_is_taken_or_refused() -> None:
    model = always(tasks=MONOLINGUAL)
    wanted: Route = "summarize-then-translate"
    assert choose(wanted, "ar", "en", model, translates=True, aligned=False) == wanted
    with pytest.raises(UnsupportedTaskError, match="jisr summarize"):
        choose(wanted, "ar", "en", model, translates=False, aligned=False)
    with pytest.raises(UnsupportedTaskError, match="'scripted'"):
        choose("direct", "ar", "en", model, translates=True, aligned=False)


def test_a_model_that_only_translates_is_no_summarizer() -> None:
    with pytest.raises(UnsupportedTaskError, match="--method centroid"):
        choose(None, "en", "en", always(tasks=TRANSLATIONS), translates=True, aligned=False)


def test_a_model_that_translates_both_ways_is_its_own_translator() -> None:
    assert translator_of(always(tasks=SUMMARIES), None) is None
    model = always("مرحبا", tasks=SUMMARIES | TRANSLATIONS)
    found = translator_of(model, None)
    assert isinstance(found, ModelTranslator)
    assert [plain.target for plain in found.translate_segments(("Hello.", "Hi."), "en", "ar")] == ["مرحبا", "مرحبا"]
    assert translator_of(model, found) is found
