"""The synchronous grammar: agreement in Arabic, and the same numbers on both sides."""

from __future__ import annotations

import re

import pytest

from tests.train.conftest import NAMES
from train.grammar import counted, generate
from train.grammar_words import NOUNS, PERIODS, Noun

PERSON, WOMAN, YEAR = NOUNS[0], NOUNS[6], PERIODS[3]


@pytest.mark.parametrize(
    ("number", "noun", "genitive", "words", "arabic", "english"),
    [
        (1, PERSON, False, False, "شخص واحد", "one person"),
        (1, WOMAN, False, False, "امرأة واحدة", "one woman"),
        (2, PERSON, False, False, "شخصان", "2 people"),
        (2, YEAR, True, True, "سنتين", "two years"),
        (3, PERSON, False, True, "ثلاثة أشخاص", "three people"),
        (3, WOMAN, False, True, "ثلاث نساء", "three women"),
        (10, YEAR, True, True, "عشر سنوات", "ten years"),
        (11, PERSON, False, False, "11 شخصا", "11 people"),
        (20, PERSON, False, True, "عشرون شخصا", "twenty people"),
        (20, PERSON, True, True, "عشرين شخصا", "twenty people"),
        (100, PERSON, False, False, "100 شخص", "100 people"),
        (205, PERSON, False, False, "205 أشخاص", "205 people"),
        (117, YEAR, False, False, "117 سنة", "117 years"),
    ],
)
def test_counted_nouns_agree(number: int, noun: Noun, genitive: bool, words: bool, arabic: str, english: str) -> None:
    assert counted(number, noun, genitive=genitive, words=words) == (arabic, english)


def test_figures_are_equal_on_both_sides() -> None:
    for pair in generate(400, NAMES, seed=3):
        arabic, english = (sorted(re.findall(r"\d+", text)) for text in (pair.arabic, pair.english))
        spelled = [number for number in english if number not in arabic]
        assert set(arabic) <= set(english), pair
        assert spelled in ([], ["2"]), f"only the dual may hide a figure: {pair}"


def test_verbs_agree_with_their_subject() -> None:
    pairs = [pair.arabic for pair in generate(600, NAMES, seed=4)]
    ministries = [text for text in pairs if re.match(r"\S+ (وزارة|وزيرة|رئيسة|السفيرة)", text)]
    assert len(ministries) > 20
    assert all(text.split()[0].endswith("ت") for text in ministries)
    ministers = [text for text in pairs if re.match(r"\S+ (وزير|السفير) ", text)]
    assert len(ministers) > 20
    assert not any(text.split()[0].endswith("ت") for text in ministers)


def test_the_seed_decides() -> None:
    assert list(generate(20, NAMES, seed=1)) == list(generate(20, NAMES, seed=1))
    assert list(generate(20, NAMES, seed=1)) != list(generate(20, NAMES, seed=2))
