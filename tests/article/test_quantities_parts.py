"""Amounts with a fraction or coins behind the unit, numbers below zero, duals, centuries, ranges."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from article.quantities import Quantity, added, missing, quantities, rendered
from article.spelled import spelled
from base.languages import Language

HALF = Fraction(1, 2)


def differences(arabic: str, english: str) -> list[str]:
    left, right = quantities(arabic, "ar"), quantities(english, "en")
    return [quantity.text for quantity in missing(left, right) + added(left, right)]


@pytest.mark.parametrize(
    ("text", "language", "value", "unit"),
    [
        ("دينارا ونصفا", "ar", 1 + HALF, "dinar"),
        ("دينار ونصف الدينار", "ar", 1 + HALF, "dinar"),
        ("دينارين ونصف", "ar", 2 + HALF, "dinar"),
        ("ثلاثة دنانير ونصف الدينار", "ar", 3 + HALF, "dinar"),
        ("ثلاثة جنيهات وربع الجنيه", "ar", Fraction(13, 4), "pound"),
        ("ستة ريالات وثلاثة أرباع الريال", "ar", Fraction(27, 4), "riyal"),
        ("خمسة ملايين دولار ونصف المليون", "ar", 5_500_000, "dollar"),
        ("12 جنيها و50 قرشا", "ar", 12 + HALF, "pound"),
        ("4 دنانير و250 فلسا", "ar", Fraction(17, 4), "dinar"),
        ("أربعة دراهم وخمسين فلسا", "ar", 4 + HALF, "dirham"),
        ("ثلاثة دولارات وخمسة وعشرين سنتا", "ar", Fraction(13, 4), "dollar"),
        ("a dinar and a half", "en", 1 + HALF, "dinar"),
        ("three dinars and a half", "en", 3 + HALF, "dinar"),
        ("12 pounds and 50 piastres", "en", 12 + HALF, "pound"),
        ("3 dollars and 99 cents", "en", Fraction(399, 100), "dollar"),
        ("خمسة وعشرين في المئة ونصف", "ar", 25 + HALF, "%"),
    ],
)
def test_what_follows_the_unit_is_of_the_amount(text: str, language: Language, value: object, unit: str) -> None:
    assert [(q.value, q.unit, q.text) for q in quantities(text, language)] == [(value, unit, text)]


@pytest.mark.parametrize(
    ("text", "language", "texts"),
    [
        ("دفع خمسة دولارات ونصف الإيرادات", "ar", ["خمسة دولارات", "نصف"]),
        ("10 دولارات و5 يوروهات", "ar", ["10 دولارات", "5 يوروهات"]),
        ("ارتفع الدولار ونصف العملات", "ar", ["نصف"]),
        ("10 dollars and 5 euros", "en", ["10 dollars", "5 euros"]),
        ("12 pounds and 50 cents", "en", ["12 pounds", "50"]),
    ],
)
def test_what_is_of_another_thing_stays_apart(text: str, language: Language, texts: list[str]) -> None:
    assert [quantity.text for quantity in quantities(text, language)] == texts


@pytest.mark.parametrize(
    ("arabic", "english"),
    [
        ("بلغ السعر دينارا ونصف الدينار.", "The price was one and a half dinars."),
        ("بلغ السعر خمسة دولارات ونصف الدولار.", "The price was $5.50."),
        ("دفع ثلاثة دولارات و99 سنتا.", "He paid $3.99."),
        ("دفع 99 سنتا.", "He paid 99 cents."),
        ("ثمن التذكرة 250 فلسا.", "The ticket costs 0.25 dinars."),
        ("استغرقت الرحلة ساعة ونصف الساعة.", "The trip took 1.5 hours."),
        ("بعد أربع سنوات ونصف السنة.", "After four years and a half."),
        ("حضر ألفان ومئتا شخص.", "2,200 people attended."),
        ("نحو مليونين ومئتي ألف نسمة.", "About 2.2 million people."),
        ("عاش في القرن التاسع عشر.", "He lived in the 19th century."),
        ("عاش في القرن التاسع عشر.", "He lived in the 1800s."),
        ("في القرنين التاسع عشر والعشرين.", "In the nineteenth and twentieth centuries."),
        ("بني في ثمانينيات القرن التاسع عشر.", "It was built in the 1880s."),
        ("بني في الثمانينيات.", "It was built in the eighties."),
        ("بني في ثمانينات القرن العشرين.", "It was built in the eighties of the last century."),
        ("بلغت الحرارة 5 درجات تحت الصفر.", "The temperature was minus 5 degrees."),
        ("بلغت الحرارة سالب 12 درجة مئوية.", "It was -12°C."),
        ("بلغت الحرارة خمس درجات دون الصفر.", "It was five degrees below zero."),
        ("بين -5 و-10 درجات.", "Between 5 and 10 degrees below zero."),
        ("بلغ النمو 1.5- في المئة.", "Growth was -1.5 percent."),
        ("أصيب بفيروس كوفيد -19.", "He caught COVID-19."),
        ("ما بين 10 و15 شخصا.", "10-15 people."),
        ("من 10 إلى 15 في المئة.", "Between 10% and 15%."),
        ("فاز الفريق 3-1.", "The team won 3-1."),
    ],
)
def test_correct_translations_raise_no_alarm(arabic: str, english: str) -> None:
    assert differences(arabic, english) == []


@pytest.mark.parametrize(
    ("arabic", "english"),
    [
        ("بلغ السعر دينارا ونصف الدينار.", "The price was one dinar."),
        ("بلغ السعر ثلاثة دنانير ونصفا.", "The price was three dinars."),
        ("بلغ السعر 12 جنيها و50 قرشا.", "The price was 12.05 pounds."),
        ("بلغت الحرارة 5 درجات تحت الصفر.", "The temperature was 5 degrees."),
        ("بلغ النمو سالب 2 في المئة.", "Growth was 2 percent."),
        ("بني في ثمانينيات القرن التاسع عشر.", "It was built in the 1980s."),
        ("عاش في القرن التاسع عشر.", "He lived in the 18th century."),
        ("ما بين 10 و15 شخصا.", "10-50 people."),
        ("حضر ألفان ومئتا شخص.", "2,000 people attended."),
    ],
)
def test_errors_are_seen(arabic: str, english: str) -> None:
    assert differences(arabic, english) != []


@given(st.integers(-10_000, -1), st.integers(1, 9), st.sampled_from(["ar", "en"]))
@settings(max_examples=100, deadline=None)
def test_rendered_temperatures_below_zero_keep_their_value(whole: int, tenths: int, language: Language) -> None:
    value = whole - Fraction(tenths, 10)
    degrees = "درجات" if language == "ar" else "degrees"
    text = f"{rendered(Quantity('number', value, 0, 0, ''), language)} {degrees}"
    assert [quantity.value for quantity in quantities(text, language)] == [value]


@given(st.integers(170, 209).filter(lambda decade: decade % 10 > 1), st.sampled_from(["ar", "en"]))
@settings(max_examples=60, deadline=None)
def test_rendered_decades_keep_their_value(decade: int, language: Language) -> None:
    text = rendered(Quantity("decade", Fraction(10 * decade), 0, 0, ""), language)
    assert [quantity.value for quantity in quantities(text, language)] == [10 * decade]


@given(st.integers(3, 10), st.sampled_from(["dinar", "riyal", "pound", "dirham"]))
@settings(max_examples=40, deadline=None)
def test_amounts_and_a_half_agree_across_languages(count: int, unit: str) -> None:
    many, one = {
        "dinar": ("دنانير", "الدينار"), "riyal": ("ريالات", "الريال"), "pound": ("جنيهات", "الجنيه"),
        "dirham": ("دراهم", "الدرهم"),
    }[unit]  # fmt: skip
    arabic = f"بلغ ثمنه {spelled(count, 'ar', case='nominative')} {many} ونصف {one}."
    assert differences(arabic, f"It cost {spelled(count, 'en')} and a half {unit}s.") == []
    assert differences(arabic, f"It cost {count}.5 {unit}s.") == []
    assert differences(arabic, f"It cost {count} {unit}s.") != []


@given(st.integers(1, 9), st.integers(1, 9), st.sampled_from(["nominative", "oblique"]))
@settings(max_examples=60, deadline=None)
def test_duals_joined_by_waw_are_one_number(hundreds: int, tens: int, case: Literal["nominative", "oblique"]) -> None:
    number = 2000 + 100 * hundreds + 10 * tens
    assert [q.value for q in quantities(f"حضر {spelled(number, 'ar', case=case)} زائر.", "ar")] == [number]
