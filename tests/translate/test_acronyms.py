"""Acronyms that a model spelled wrong in Arabic are put right, and nothing else is touched."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.translate.scripted import ScriptedModel
from translate import Translator
from translate.guards.acronyms import repair_acronym


@pytest.mark.parametrize(
    ("source", "target", "mended"),
    [
        ("The wreck was found by an ROV.", "عُثر على الحطام باستخدام RVOVO.", "عُثر على الحطام باستخدام ROV."),
        ("It joined the AfCFTA last week.", "انضمت إلى TTTA الأسبوع الماضي.", "انضمت إلى AfCFTA الأسبوع الماضي."),
        ("NATO's chief spoke.", "تحدث رئيس (NONO NIN) أمس.", "تحدث رئيس (NATO) أمس."),
        ("The NBA and COVID-19.", "رابطة BABA وكوفيد-19.", "رابطة NBA وكوفيد-19."),
        ("It ends at 5 UTC+1.", "ينتهي في 5 UT+1.", "ينتهي في 5 UTC+1."),
    ],
)
def test_a_garbled_acronym_is_put_right(source: str, target: str, mended: str) -> None:
    assert repair_acronym(source, target) == mended
    assert repair_acronym(source, mended) == mended


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("The WHO met.", "اجتمعت منظمة WHO."),
        ("The NBA met.", "اجتمعت الرابطة."),
        ("The NBA and the NFL met.", "اجتمعت BANFL أمس."),
        ("The NBA met.", "اجتمعت XYZ أمس."),
        ("The US Navy came.", "جاءت SUSU أمس."),
        ("King Mohammed VI came.", "جاء الملك محمد VIIV."),
        ("UpGuard said so.", "قالت Gupard ذلك."),
        ("The NBA met, see nba.example.org.", "اجتمعت الرابطة، انظر nab.example.org."),
        ("The NBA met in Rome.", "اجتمعت BNB في روما مع BBN."),
    ],
)
def test_what_is_not_clear_stays(source: str, target: str) -> None:
    assert repair_acronym(source, target) == target


@given(st.text(max_size=40), st.text(max_size=40))
@settings(max_examples=80, deadline=None)
def test_any_texts_can_be_compared_and_twice_is_once(source: str, target: str) -> None:
    mended = repair_acronym(source, target)
    assert repair_acronym(source, mended) == mended


def test_a_translation_with_a_mended_acronym_is_decoded_once_and_has_no_flag() -> None:
    model = ScriptedModel(lambda source, task, decoding: ["عُثر على الحطام باستخدام RVOVO."])
    (segment,) = Translator(model).translate_segments(["The wreck was found by an ROV."], "en", "ar")
    assert (segment.target, segment.flags, len(model.calls)) == ("عُثر على الحطام باستخدام ROV.", (), 1)
