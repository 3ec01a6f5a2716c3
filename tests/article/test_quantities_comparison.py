import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from article.quantities import added, extra, missing, quantities


def differences(arabic: str, english: str) -> list[str]:
    left, right = quantities(arabic, "ar"), quantities(english, "en")
    return [quantity.text for quantity in missing(left, right) + added(left, right)]


@pytest.mark.parametrize(
    ("arabic", "english"),
    [
        ("اشترى المصنع 1.5 ألف طن", "The plant bought 1,500 tonnes"),
        ("زار المعرض 3.5 مليون شخص", "The fair was visited by 3,500,000 people"),
        ("وافق 50% من الأعضاء", "Half of the members agreed"),
        ("وافق نصف الأعضاء", "50 percent of the members agreed"),
        ("وصل في 10 سبتمبر/أيلول 2023", "He arrived on September 10, 2023"),
        ("افتتح الجسر في سبتمبر", "The bridge opened in September"),
        ("وقع الاتفاق عام 1987", "The deal was signed in 1987"),
        ("في 10/09/2023", "on 9/10/2023"),
        ("استغرقت الرحلة يومين", "The trip took two days"),
        ("التقى الوفد يوم الثلاثاء بأحد الوزراء", "The delegation met one of the ministers on Tuesday"),
        ("المركز الثالث", "third place"),
        ("الذكرى الخامسة والعشرون", "the 25th anniversary"),
        ("في السابعة مساء", "at 7 p.m."),
        ("في الساعة 19:00", "at 7 p.m."),
        ("في الساعة الخامسة والنصف", "at 5:30"),
        ("في تسعينيات القرن الماضي", "in the 1990s"),
        ("الملك تشارلز الثالث", "King Charles III"),
        ("ما بين خمسة وستة ملايين", "between 5 million and 6 million"),
        ("بين 20 و30 في المئة", "between 20% and 30%"),
        ("بلغت الكلفة 2.5 مليون دولار", "The cost was $2.5m"),
        ("تجاوز ثمنها خمسين ألف ريال سعودي", "It cost more than 50,000 riyals"),
        ("قتل عشرات الأشخاص", "Dozens of people were killed"),
        ("تضاعف السعر ثلاث مرات", "The price tripled"),
        ("بعد عامين ونصف العام", "after two and a half years"),
        ("ثلثا السكان", "two-thirds of the population"),
        ("استمر موسم 2018-2019 طويلا", "The 2018-19 season was long"),
    ],
)
def test_correct_translations_raise_no_alarm(arabic: str, english: str) -> None:
    assert differences(arabic, english) == []


@pytest.mark.parametrize(
    ("arabic", "english", "wrong"),
    [
        ("قتل 6000 شخص", "000 6 people were killed", {"6000"}),
        ("بلغ العدد 15 ألفا", "The number was 15", {"15 ألفا", "15"}),
        ("بلغ العدد خمسة ملايين", "The number was five billion", {"خمسة ملايين", "five billion"}),
        ("في 10 سبتمبر", "on September 11", {"10 سبتمبر", "September 11"}),
        ("في 10 سبتمبر", "on October 10", {"10 سبتمبر", "October 10"}),
        ("عام 1967", "in 1976", {"1967", "1976"}),
        ("ارتفع 12.5%", "It rose 1.25%", {"12.5%", "1.25%"}),
        ("ثلاثة جنود وسبعة مدنيين", "three soldiers and eight civilians", {"سبعة", "eight"}),
        ("المركز السابع", "sixth place", {"السابع", "sixth"}),
        ("خمسون دولارا", "50 euros", {"خمسون دولارا", "50 euros"}),
        ("وصل 18 عاملا", "Workers arrived", {"18"}),
        ("قتل عمال", "Twelve workers were killed", {"Twelve"}),
        ("7 من أصل 7", "seven of them", {"7"}),
        ("1 محرم 1445", "January 1, 1445", {"1 محرم 1445", "January 1, 1445"}),
    ],
)
def test_errors_are_seen(arabic: str, english: str, wrong: set[str]) -> None:
    assert {text.removeprefix("و") for text in differences(arabic, english)} & wrong


@given(st.text(max_size=80), st.sampled_from(["ar", "en"]))
@settings(max_examples=150, deadline=None)
def test_a_text_misses_nothing_of_itself(text: str, language: str) -> None:
    found = quantities(text, language)  # type: ignore[arg-type]
    assert missing(found, found) == ()


def test_missing_and_added_mirror_each_other() -> None:
    left, right = quantities("بين 4 و9", "ar"), quantities("from 4 to 8", "en")
    assert [quantity.text for quantity in missing(left, right)] == ["9"]
    assert [quantity.text for quantity in added(left, right)] == ["8"]
    assert extra(left, right) == added(left, right)
