"""Forms of one word meet, different words do not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.overlap import is_content, keys, spelled_words, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("الوزير", "وزير"),
        ("والوزارة", "وزارة"),
        ("للمدينة", "المدينة"),
        ("بالمصنع", "المصنع"),
        ("مدرستها", "مدرسة"),
        ("أعلنوا", "اعلن"),
        ("مستشفيات", "المستشفى"),
        ("اجتماع", "اجتمع"),
        ("elections", "election"),
        ("opened", "opening"),
        ("cities", "city"),
        ("minister's", "minister"),
        ("reopened", "reopen"),
        ("resignation", "resigned"),
    ],
)
def test_forms_of_a_word_share_a_key(one: str, other: str) -> None:
    assert set(keys(one)) & set(keys(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [("الوزير", "المدير"), ("مصنع", "مسجد"), ("قطر", "مطر"), ("port", "part"), ("rose", "fell"), ("2019", "2020")],
)
def test_different_words_share_no_key(one: str, other: str) -> None:
    assert not set(keys(one)) & set(keys(other))


def test_spelling_variants_of_arabic_are_one_word() -> None:
    assert keys("إدارة")[0] == keys("اداره")[0]
    assert words("مُـحَمَّد") == ("محمد",)


def test_numbers_keep_their_decimals_and_names_their_apostrophes() -> None:
    assert spelled_words("It cost 2.4 million, O'Neill said.") == ("It", "cost", "2.4", "million", "O'Neill", "said")


def test_function_words_are_no_content() -> None:
    assert not is_content("the", "en")
    assert not is_content("إلى", "ar")
    assert is_content("port", "en")
    assert is_content("ميناء", "ar")


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=60))
def test_every_word_of_any_text_has_a_key(text: str) -> None:
    for word in words(text):
        assert keys(word)
        assert all(keys(word))
