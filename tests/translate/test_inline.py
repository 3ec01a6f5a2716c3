"""Addresses, @names, #tags and markup inside a sentence come out as they went in, and the model never sees them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.translate.scripted import ScriptedModel
from translate import Translator
from translate.inline import split_inline

ITEMS = [
    "https://example.org/a?b=1&c=(2)",
    "www.example.com/news",
    "press@example.org",
    "@marsa_nour",
    "@ميناء",
    "#Harbour2030",
    "#ميناء_النور",
    "example.org/report",
    "<b>",
    "</p>",
    '<a href="https://example.org">',
    "<br/>",
]


@pytest.mark.parametrize("item", ITEMS)
@pytest.mark.parametrize(
    ("frame", "source"),
    [("زوروا {} قبل يوم الجمعة.", "ar"), ("Read {} before the ship leaves.", "en"), ("Ask ({}), then wait.", "en")],
)
def test_an_item_inside_a_sentence_is_restored(model: ScriptedModel, item: str, frame: str, source: str) -> None:
    target = "en" if source == "ar" else "ar"
    sentence = frame.format(item)
    (segment,) = Translator(model).translate_segments([sentence], source, target)  # type: ignore[arg-type]
    assert segment.target.count(item) == 1
    asked = [text for sources, _ in model.calls for text in sources]
    assert asked
    assert all(item not in text and "@" not in text and "#" not in text for text in asked)
    before, after = segment.target.split(item)
    assert before.strip()
    assert after.strip()


def test_marks_around_an_item_are_those_of_the_target(model: ScriptedModel) -> None:
    (target,) = Translator(model).translate_sentences(["قال @one، و@two: نعم؟"], "ar", "en")
    assert "@one, " in target
    assert "،" not in target


def test_a_conjunction_between_items_needs_no_model() -> None:
    assert [part for part, translated in split_inline("#السلام و #العدالة", "en") if translated] == []
    assert "".join(part for part, _ in split_inline("#a and #b", "ar")) == "#a و #b"


def test_only_items_go_through_unchanged(model: ScriptedModel) -> None:
    for text in ("#ميناء_النور @marsa", "<br/>", "<p></p>", "***", "* * *", "---", "@a, @b"):
        assert Translator(model).translate_sentences([text], "ar", "en") == (text,)
    assert model.calls == []


def test_faults_of_the_parts_are_those_of_the_sentence(model: ScriptedModel) -> None:
    model.script = lambda source, task, decoding: ["Ships came in the night."]
    (segment,) = Translator(model).translate_segments(["وصلت 12 سفينة إلى @port أمس."], "ar", "en")
    assert ("number", "12") in {(flag.code, flag.detail) for flag in segment.flags}


@pytest.mark.parametrize("text", ["if a < b and c > d", "No. 5 # 6", "a & b", "Mr.com", "item #3", "at 5@home"])
def test_what_only_looks_like_an_item_is_language(text: str) -> None:
    assert [translated for _, translated in split_inline(text, "ar")].count(True) >= 1
    assert "<" not in "".join(part for part, translated in split_inline(text, "ar") if not translated)


@given(st.lists(st.sampled_from(["نص قصير", "a word", " ", "، ", "? ", "(", ")", *ITEMS]), max_size=9))
@settings(max_examples=150, deadline=None)
def test_every_item_survives_in_order(pieces: list[str]) -> None:
    text = " ".join(pieces)
    model = ScriptedModel()
    found = [part.strip() for part, translated in split_inline(text, "en") if not translated]
    (target,) = Translator(model).translate_sentences([text], "ar", "en")
    at = 0
    for item in (part for part in found if part in ITEMS):
        at = target.index(item, at) + len(item)


@given(st.text(st.sampled_from("ab اب.@#<>/:&wtp-_1"), max_size=40))
@settings(max_examples=200, deadline=None)
def test_nothing_is_lost_by_splitting(text: str) -> None:
    assert "".join(part for part, _ in split_inline(text, "ar")) == text
