"""Words that name places, in both languages, with all that Arabic writes onto them."""

from __future__ import annotations

import pytest

from article.first_names import is_first_name
from article.places import country_of, place_of, places_in, places_named


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


@pytest.mark.parametrize(
    "text",
    [
        "يبلغ قطر الأنبوب 40 سنتيمترا.",
        "دائرة نصف قطرها 3 أمتار.",
        "حفرة بقطر خمسة أمتار.",
        "قطر الدائرة ضعف نصف قطرها.",
        "عاد إلى مسقط رأسه.",
        "محاولة النيل من سمعته.",
        "أصيب بقطع في الرباط الصليبي.",
        "سمع أذان المغرب.",
        "زيت جوز الهند.",
        "قطرة في بحر.",
        "مجرة بعيدة ومجرى ماء.",
        "العراقة والأصالة.",
        "تركه وحيدا.",
    ],
)
def test_where_a_word_is_another_one_no_place_is_spoken_of(text: str) -> None:
    assert places_named(text, "ar") == ()
    assert not places_in(text) & {"qatar", "oman", "muscat", "nile", "rabat", "morocco", "india", "iraq", "turkey"}


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("فازت قطر بكأس آسيا.", {"qatar"}),
        ("كأس العالم في قطر 2022.", {"qatar"}),
        ("زار أمير قطر العاصمة مسقط.", {"qatar", "muscat"}),
        ("على ضفاف النيل في المغرب والهند.", {"nile", "morocco", "india"}),
        ("القطريون واليمنيون في الرباط.", {"qatar", "yemen", "rabat"}),
    ],
)
def test_where_it_is_the_name_it_counts(text: str, places: set[str]) -> None:
    assert {place for _, place in places_named(text, "ar")} >= places - {"asia"}
    assert places_in(text) >= places


@pytest.mark.parametrize("text", ["كتبت الجدة رسالة.", "قطعة من الحديدة.", "شرب كوبا من الماء.", "ضربه بالفأس."])
def test_a_word_that_is_mostly_another_one_names_no_place_alone(text: str) -> None:
    assert places_named(text, "ar") == ()


@pytest.mark.parametrize(
    ("text", "place"),
    [("في الرياض والمدينة وجدة.", "jeddah"), ("زار المملكة.", "saudi arabia"), ("عاد من دبي.", "dubai")],
)
def test_it_may_be_meant_all_the_same(text: str, place: str) -> None:
    assert place in places_in(text)


def test_english_names_have_a_capital() -> None:
    assert places_named("The US and Qatar bring us to Chad.", "en") == (
        ("US", "united states"),
        ("Qatar", "qatar"),
        ("Chad", "chad"),
    )
    assert places_named("The Festival Brings Us Together", "en") == ()
