"""Words that name places, in both languages, with all that Arabic writes onto them."""

from __future__ import annotations

import pytest

from article.first_names import is_first_name
from article.places import country_of, place_of


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("مصر المصري والمصريين للمصريين Egypt Egyptian Egyptians", "egypt"),
        ("السعودية سعوديون Saudi", "saudi arabia"),
        ("أمريكا الأميركية U.S. US USA American", "united states"),
        ("بريطانيا للبريطانيين U.K. Britons", "britain"),
        ("وهران Oran", "oran"),
        ("أنقرة لأنقرة Ankara", "ankara"),
    ],
)
def test_the_forms_of_a_place_are_one(words: str, place: str) -> None:
    assert {place_of(word) for word in words.split()} == {place}


@pytest.mark.parametrize(
    "word", ["المدينة", "صور", "السيول", "ترك", "كتب", "المملكة", "harbour", "we", "Tuesday", "السفينة"]
)
def test_common_words_name_no_place(word: str) -> None:
    assert place_of(word) is None


def test_a_capital_stands_for_its_country() -> None:
    assert country_of(place_of("أنقرة") or "") == place_of("Turkish")
    assert country_of(place_of("Washington") or "") == place_of("الأميركي")
    assert country_of("egypt") == "egypt"


def test_first_names() -> None:
    assert all(map(is_first_name, ("محمد", "وفاطمة", "أحمد", "مصطفى")))
    assert not any(map(is_first_name, ("على", "كتب", "رضى", "")))
