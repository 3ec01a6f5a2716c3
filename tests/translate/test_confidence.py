"""Confidence: probable and written in long pieces is sure, spelled out in short ones is not."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from base.flags import Flag
from base.languages import Language
from engine.types import Hypothesis, Task
from tests.translate.scripted import ScriptedModel
from translate import Settings, Translator
from translate.candidate import Candidate, Context, judge
from translate.confidence import CALIBRATIONS, Calibration, confidence, doubt, piece_length
from translate.unit import make_unit

SOURCE = "وصلت السفينة إلى الميناء."
TEXT = "The ship reached the port."
WORDS = ("▁The", "▁ship", "▁reached", "▁the", "▁port", ".")
LETTERS = tuple("▁The▁shipreachedtheport.")


def test_the_length_of_pieces_counts_characters_without_word_marks() -> None:
    assert piece_length(Hypothesis(TEXT, -1.0, ("▁The", "▁port", "."))) == pytest.approx(8 / 3)
    assert piece_length(Hypothesis("", 0.0, ())) == 0.0


@given(st.lists(st.text(max_size=6), max_size=8), st.floats(-5, 0), st.floats(0, 2))
@settings(max_examples=60, deadline=None)
def test_confidence_grows_with_the_score_and_doubt_is_never_negative(
    tokens: list[str], score: float, weight: float
) -> None:
    hypothesis = Hypothesis("", score, tuple(tokens))
    assert confidence(hypothesis, weight) >= score
    assert confidence(Hypothesis("", score + 1, tuple(tokens)), weight) > confidence(hypothesis, weight)
    assert doubt(hypothesis, Calibration(weight, -10.0)) == 0.0
    assert doubt(hypothesis, Calibration(weight, 100.0)) > 0.0


@pytest.mark.parametrize(("tokens", "doubtful"), [(WORDS, False), (LETTERS, True)])
def test_a_translation_that_the_model_had_to_spell_out_is_flagged(tokens: tuple[str, ...], doubtful: bool) -> None:
    hypothesis = Hypothesis(TEXT, -1.0, tokens)
    model = ScriptedModel(lambda source, task, decoding: [hypothesis], name="compact")
    (segment,) = Translator(model).translate_segments([SOURCE], "ar", "en")
    assert [flag.code for flag in segment.flags] == (["low-confidence"] if doubtful else [])
    assert all(float(flag.detail) < 0 for flag in segment.flags)
    assert segment.score == -1.0


def test_a_bound_of_the_user_is_one_of_the_score_alone() -> None:
    model = ScriptedModel(lambda source, task, decoding: [Hypothesis(TEXT, -1.0, LETTERS)], name="compact")
    assert Translator(model, Settings(low_confidence=-0.5)).translate_segments([SOURCE], "ar", "en")[0].flags == (
        Flag("low-confidence", "-1.00"),
    )
    never = Settings(low_confidence=-math.inf)
    assert Translator(model, never).translate_segments([SOURCE], "ar", "en")[0].flags == ()


def test_a_model_that_was_not_calibrated_raises_no_doubt() -> None:
    model = ScriptedModel(lambda source, task, decoding: [Hypothesis(TEXT, -9.0, LETTERS)])
    assert Translator(model).translate_segments([SOURCE], "ar", "en")[0].flags == ()


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_embedded_model_is_calibrated_in_both_directions(language: Language) -> None:
    assert CALIBRATIONS["compact"][language].per_character > 0


def judged(text: str, penalty: float) -> Candidate:
    context = Context(Task("translate", "ar", "en"), Settings(length_penalty=penalty))
    return judge(Hypothesis(text, -1.0, WORDS), make_unit(SOURCE, "en"), context)


def test_between_equal_scores_the_length_penalty_decides_as_in_beam_search() -> None:
    short, long = "The ship came.", "The ship reached the port today."
    assert judged(short, 1.0).badness - judged(short, 1.0).cost == 1.0
    for penalty, better, worse in ((1.4, long, short), (0.6, short, long)):
        found = [judged(text, penalty) for text in (better, worse)]
        assert found[0].badness - found[0].cost < found[1].badness - found[1].cost


def test_all_attempts_search_with_the_length_penalty_of_the_first() -> None:
    loop = "The ship the ship the ship the ship the ship the ship."
    model = ScriptedModel(lambda source, task, decoding: [loop] * decoding.num_hypotheses)
    Translator(model, Settings(length_penalty=1.3)).translate_segments([SOURCE], "ar", "en")
    assert len(model.calls) > 2
    assert {decoding.length_penalty for _, decoding in model.calls} == {1.3}
