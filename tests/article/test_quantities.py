import datetime as dt
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from article.quantities import ClockTime, PartialDate, Quantity, quantities, rendered, weekdays
from base.languages import Language

TEXTS = st.text(max_size=60) | st.text(
    alphabet="0123456789٣٥۴.,٫٬،:/-%$€ وألفمئةثلاثعشرينخمسيوناربعصف milontwenyhudrsadf'’\u064e\u0640\u200f\u200c\ufefb",
    max_size=60,
)


def values(text: str, language: Language) -> list[object]:
    return [quantity.value for quantity in quantities(text, language)]


@given(TEXTS, st.sampled_from(["ar", "en"]))
@settings(max_examples=400, deadline=None)
def test_any_text_is_read_and_spans_are_inside(text: str, language: Language) -> None:
    place = 0
    for quantity in quantities(text, language):
        assert place <= quantity.start < quantity.end <= len(text)
        assert text[quantity.start : quantity.end] == quantity.text
        assert rendered(quantity, language)
        place = quantity.end


@given(st.integers(0, 10**9), st.sampled_from(["ar", "en"]))
@settings(max_examples=200, deadline=None)
def test_rendered_integers_keep_their_value(number: int, language: Language) -> None:
    text = rendered(Quantity("number", Fraction(number), 0, 0, ""), language)
    assert values(f"({text})", language) == [number]


@given(st.decimals(0, 10**7, places=2), st.sampled_from(["ar", "en"]))
@settings(max_examples=100, deadline=None)
def test_rendered_percentages_keep_their_value(share: object, language: Language) -> None:
    value = Fraction(str(share))
    found = quantities(rendered(Quantity("percent", value, 0, 0, "", "%"), language), language)
    assert [(quantity.value, quantity.unit) for quantity in found] == [(value, "%")]


@given(st.dates(dt.date(1000, 1, 1), dt.date(2999, 12, 31)), st.sampled_from(["ar", "en"]))
@settings(max_examples=100, deadline=None)
def test_rendered_dates_keep_their_value(day: dt.date, language: Language) -> None:
    date = PartialDate(day.year, day.month, day.day)
    assert values(rendered(Quantity("date", date, 0, 0, ""), language), language) == [date]


@pytest.mark.parametrize(
    "digits", ["1234567", "١٢٣٤٥٦٧", "۱۲۳۴۵۶۷", "1,234,567", "١٬٢٣٤٬٥٦٧", "1 234 567", "1\u202f234\u202f567"]
)
@pytest.mark.parametrize("language", ["ar", "en"])
def test_digits_of_all_scripts_and_separators(digits: str, language: Language) -> None:
    assert values(digits, language) == [1_234_567]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("بلغ العدد 1.5 مليون", 1_500_000),
        ("نحو 3 آلاف عامل", 3000),
        ("استقبلت ألفين ومئتي زائر", 2200),
        ("مائة وخمسة وعشرون كتابا", 125),
        ("خمسة آلاف وثلاثمئة", 5300),
        ("ثلاثة وعشرين ألفا", 23_000),
        ("نصف مليون", 500_000),
        ("مليون ونصف المليون", 1_500_000),
        ("3 ملايين ونصف", 3_500_000),
        ("مليون و800 ألف", 1_800_000),
        ("ألف وتسعمئة وثمانية وأربعين", 1948),
        ("أحد عشر لاعبا", 11),
        ("إحدى وعشرين دولة", 21),
        ("واحد وعشرون بيتا", 21),
        ("مِئَةٍ وخمسينَ", 150),
        ("خمســة آلاف", 5000),
        ("بثلاثة آلاف", 3000),
        ("الخامسة والعشرين", 25),
        ("الثالث عشر", 13),
        ("١٬٢٣٤٫٥", Fraction("1234.5")),
        ("بنسبة 5ر33", Fraction("33.5")),
        ("ثلاثة أرباع السكان", Fraction(3, 4)),
        ("2.5 ملياري", 2_500_000_000),
        ("بـ10", 10),
    ],
)
def test_arabic_numbers(text: str, value: object) -> None:
    assert values(text, "ar") == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("two and a half million", 2_500_000),
        ("twenty-three thousand", 23_000),
        ("half a million", 500_000),
        ("a million and a half", 1_500_000),
        ("two hundred and five thousand three hundred", 205_300),
        ("a hundred and five", 105),
        ("two dozen", 24),
        ("two-thirds of them", Fraction(2, 3)),
        ("nineteen eighty-four", 1984),
        ("the 21st", 21),
        ("the twenty-first", 21),
        ("5.3-million", 5_300_000),
        ("1,234.5", Fraction("1234.5")),
    ],
)
def test_english_numbers(text: str, value: object) -> None:
    assert values(text, "en") == [value]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("وصل يوم الثلاثاء وغادر يوم الأربعاء", "ar"),
        ("التقى بهم يوم الاثنين", "ar"),
        ("قال أحد الشهود وإحدى الجارات", "ar"),
        ("لست متأكدا", "ar"),
        ("فاز وست هام على ضيفه", "ar"),
        ("آلاف المتظاهرين وعشرات الآلاف", "ar"),
        ("نسبة مئوية على حد سواء", "ar"),
        ("thousands of people and several hundred cars", "en"),
        ("tens of millions", "en"),
    ],
)
def test_vague_amounts_weekdays_and_lookalikes_are_no_numbers(text: str, language: Language) -> None:
    assert [quantity for quantity in quantities(text, language) if not quantity.soft] == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("first of all, one of them met another one", "en"),
        ("في البداية الأولى كتابان وشهرين مرتين", "ar"),
        ("half of both", "en"),
        ("واحد منهم فقط", "ar"),
    ],
)
def test_words_that_translations_can_do_without_are_soft(text: str, language: Language) -> None:
    assert all(quantity.soft for quantity in quantities(text, language))


@pytest.mark.parametrize(
    "text", ["12.5%", "١٢٫٥٪", "12,5 في المئة", "12.5 بالمائة", "%12.5", "12.5 في المائة", "12.5 نقطة مئوية"]
)
def test_arabic_percentages(text: str) -> None:
    assert [(q.kind, q.value, q.text) for q in quantities(text, "ar")] == [("percent", Fraction("12.5"), text)]


@pytest.mark.parametrize("text", ["12.5%", "12.5 percent", "12.5 per cent", "12.5 percentage points"])
def test_english_percentages(text: str) -> None:
    assert [(q.kind, q.value, q.text) for q in quantities(text, "en")] == [("percent", Fraction("12.5"), text)]


@pytest.mark.parametrize(
    ("text", "language", "value", "unit"),
    [
        ("$1.5bn", "en", 1_500_000_000, "dollar"),
        ("€300m", "en", 300_000_000, "EUR"),
        ("5 million Saudi riyals", "en", 5_000_000, "SAR"),
        ("40 U.S. dollars", "en", 40, "USD"),
        ("SAR 500", "en", 500, "SAR"),
        ("1.5 مليار دولار", "ar", 1_500_000_000, "dollar"),
        ("مليون و800 ألف ريال سعودي", "ar", 1_800_000, "SAR"),
        ("خمسة دنانير كويتية", "ar", 5, "dinar"),
        ("مئة جنيه مصري", "ar", 100, "EGP"),
        ("خمسين يورو", "ar", 50, "EUR"),
    ],
)
def test_money(text: str, language: Language, value: int, unit: str) -> None:
    assert [(q.kind, q.value, q.unit) for q in quantities(text, language)] == [("money", value, unit)]  # type: ignore[comparison-overlap]


@pytest.mark.parametrize(
    ("text", "language", "date"),
    [
        ("10 سبتمبر/أيلول 2023", "ar", PartialDate(2023, 9, 10)),
        ("10 أيلول (سبتمبر) 2023", "ar", PartialDate(2023, 9, 10)),
        ("في فبراير شباط 2010", "ar", PartialDate(2010, 2)),
        ("في آب/أغسطس", "ar", PartialDate(None, 8)),
        ("العاشر من أكتوبر عام 1973", "ar", PartialDate(1973, 10, 10)),
        ("9 كانون الثاني/يناير", "ar", PartialDate(None, 1, 9)),
        ("5 جويلية 1962", "ar", PartialDate(1962, 7, 5)),
        ("20 أوت 1955", "ar", PartialDate(1955, 8, 20)),
        ("1 محرم 1445", "ar", PartialDate(1445, 1, 1, "hijri")),
        ("12 ربيع الأول", "ar", PartialDate(None, 3, 12, "hijri")),
        ("September 10, 2023", "en", PartialDate(2023, 9, 10)),
        ("10 Sept. 2023", "en", PartialDate(2023, 9, 10)),
        ("the 10th of September", "en", PartialDate(None, 9, 10)),
        ("May 5", "en", PartialDate(None, 5, 5)),
        ("2023-09-10", "en", PartialDate(2023, 9, 10)),
        ("25/12/2020", "ar", PartialDate(2020, 12, 25)),
        ("10/09/2023", "ar", PartialDate(2023, 9, 10, swapped=True)),
    ],
)
def test_dates(text: str, language: Language, date: PartialDate) -> None:
    assert date in values(text, language)
    assert len(values(text, language)) == 1


def test_words_that_look_like_months_are_none() -> None:
    assert quantities("He may join the march", "en") == ()
    assert all(quantity.soft for quantity in quantities("مارس هوايته مع مايو كلينيك وزار ابنه شعبان", "ar"))
    assert quantities("كان أب لطفلة", "ar") == ()


@pytest.mark.parametrize(
    ("text", "language", "time"),
    [
        ("10:30", "ar", ClockTime(10, 30)),
        ("at 7 p.m.", "en", ClockTime(19)),
        ("at 12 a.m.", "en", ClockTime(0)),
        ("half past six", "en", ClockTime(6, 30)),
        ("quarter to nine", "en", ClockTime(8, 45)),
        ("الساعة السابعة والنصف", "ar", ClockTime(7, 30)),
        ("الخامسة إلا ربعا", "ar", ClockTime(4, 45)),
        ("0831 GMT", "en", ClockTime(8, 31)),
    ],
)
def test_times(text: str, language: Language, time: ClockTime) -> None:
    assert values(text, language) == [time]


def test_decades() -> None:
    assert values("in the 1990s", "en") == [1990]
    assert values("في تسعينيات القرن الماضي", "ar") == [1990]
    assert values("في ثمانينيات القرن التاسع عشر", "ar") == [1880]
    assert values("in the eighties of the 19th century", "en") == [1880]
    assert values("عشرينيات القرن الحالي", "ar") == [2020]
    assert values("الثمانينات", "ar") == [80]


def test_conjunctions_are_not_in_the_span() -> None:
    assert [quantity.text for quantity in quantities("كتب وثلاثة دفاتر بألفين", "ar")] == ["ثلاثة", "ألفين"]


def test_weekdays_agree_across_languages() -> None:
    arabic = weekdays("اجتمعوا الثلاثاء ثم الأربعاء وللخميس موعد", "ar")
    english = weekdays("They met on Tuesday, then on Wednesday; Thursday was busy", "en")
    assert [day.number for day in arabic] == [day.number for day in english] == [2, 3, 4]


@pytest.mark.parametrize("text", ["9" * 6000, "مليون " * 3000, "1," * 5000, "ألف و" * 3000, "a hundred and " * 3000])
def test_very_long_numbers_do_no_harm(text: str) -> None:
    for language in ("ar", "en"):
        assert isinstance(quantities(text, language), tuple)


@pytest.mark.parametrize(
    ("quantity", "english", "arabic"),
    [
        (Quantity("number", Fraction(6000), 0, 0, ""), "6,000", "6,000"),
        (Quantity("number", Fraction(2019), 0, 4, "2019"), "2019", "2019"),
        (Quantity("percent", Fraction(25, 2), 0, 0, "", "%"), "12.5%", "12.5%"),
        (Quantity("money", Fraction(1_500_000_000), 0, 0, "", "dollar"), "$1.5 billion", "1.5 مليار دولار"),
        (Quantity("date", PartialDate(2023, 9, 10), 0, 0, ""), "September 10, 2023", "10 سبتمبر 2023"),
        (Quantity("ordinal", Fraction(22), 0, 0, ""), "22nd", "الـ22"),
        (Quantity("decade", Fraction(1990), 0, 0, ""), "1990s", "تسعينيات القرن العشرين"),
    ],
)
def test_natural_spelling(quantity: Quantity, english: str, arabic: str) -> None:
    assert (rendered(quantity, "en"), rendered(quantity, "ar")) == (english, arabic)


@pytest.mark.parametrize("text", ["وصل الوفد في الأسبوع الأول من فبراير/شباط.", "في النصف الثاني من مارس/آذار."])
def test_a_week_or_half_of_a_month_is_no_day(text: str) -> None:
    dates = [quantity.value for quantity in quantities(text, "ar") if quantity.kind == "date"]
    assert [(date.month is not None, date.day) for date in dates if isinstance(date, PartialDate)] == [(True, None)]
