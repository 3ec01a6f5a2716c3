import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from article.quantities import quantities
from article.spelled import LARGEST, Case, Gender, spelled

NUMBERS = (
    st.integers(0, 10**9)
    | st.integers(0, 2500)
    | st.sampled_from([10**n + k for n in range(3, 12) for k in (0, 1, 2, 11)])
)


@given(NUMBERS, st.sampled_from(["masculine", "feminine"]), st.sampled_from(["nominative", "oblique"]))
@settings(max_examples=300, deadline=None)
def test_arabic_words_are_read_back(number: int, gender: Gender, case: Case) -> None:
    found = quantities(f"أحصى الباحثون {spelled(number, 'ar', gender=gender, case=case)} في المنطقة", "ar")
    assert [quantity.value for quantity in found] == [number]


@given(NUMBERS)
@settings(max_examples=300, deadline=None)
def test_english_words_are_read_back(number: int) -> None:
    found = quantities(f"They counted {spelled(number, 'en')} in the area", "en")
    assert [quantity.value for quantity in found] == [number]


@pytest.mark.parametrize(
    ("number", "gender", "case", "words"),
    [
        (1, "feminine", "nominative", "واحدة"),
        (2, "masculine", "oblique", "اثنين"),
        (3, "masculine", "oblique", "ثلاثة"),
        (3, "feminine", "oblique", "ثلاث"),
        (11, "feminine", "oblique", "إحدى عشرة"),
        (12, "masculine", "nominative", "اثنا عشر"),
        (13, "masculine", "oblique", "ثلاثة عشر"),
        (13, "feminine", "oblique", "ثلاث عشرة"),
        (21, "feminine", "nominative", "إحدى وعشرون"),
        (200, "masculine", "nominative", "مئتان"),
        (345, "feminine", "oblique", "ثلاثمئة وخمس وأربعين"),
        (2000, "feminine", "oblique", "ألفين"),
        (5300, "masculine", "oblique", "خمسة آلاف وثلاثمئة"),
        (23_000, "masculine", "oblique", "ثلاثة وعشرين ألفا"),
        (100_000, "masculine", "oblique", "مئة ألف"),
        (1_001_012, "masculine", "nominative", "مليون وألف واثنا عشر"),
    ],
)
def test_arabic_agreement(number: int, gender: Gender, case: Case, words: str) -> None:
    assert spelled(number, "ar", gender=gender, case=case) == words


def test_english_style() -> None:
    assert spelled(1_200_345, "en") == "one million two hundred thousand three hundred and forty-five"


@pytest.mark.parametrize("number", [-1, LARGEST + 1])
def test_out_of_range_is_an_error(number: int) -> None:
    with pytest.raises(ValueError, match="cannot be spelled"):
        spelled(number, "ar")
