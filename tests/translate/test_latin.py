"""Latin words in Arabic targets: which may stay, and which were left over."""

from __future__ import annotations

import pytest

from translate.guards.latin import left_over
from translate.guards.script import check_script

STAY = [
    ("NATO and the WHO met in Rome.", "اجتمع حلف NATO ومنظمة WHO في روما."),
    ("The World Health Organization warned of a new wave.", "حذرت منظمة الصحة العالمية (WHO) من موجة جديدة."),
    ("COVID-19 cases fell in May.", "انخفضت حالات COVID-19 في مايو."),
    ("He bought an iPhone 15 on eBay.", "اشترى هاتف iPhone 15 من موقع eBay."),
    ("Write to press@example.org or see example.org/news.", "اكتبوا إلى press@example.org أو زوروا example.org/news."),
    ("The lamp takes 40 kWh a month.", "يستهلك المصباح 40 kWh في الشهر."),
    ("The strain HCoV-NL63 is older.", "السلالة فيروس كورونا-NL63 أقدم."),
    ("The gene orf3b was found twice.", "عُثر على الجين orf3b مرتين."),
    ("C-reactive protein was high.", "كان البروتين المتفاعل C مرتفعا."),
    ("The firm J.B. Hunt sold it.", "باعته شركة JB Hunt أمس."),
    ("Interferons (IFNs) were measured.", "قيس الإنترفيرون (IFN) في المختبر."),
    ("The word comes from Latin \"cella\", a small room.", "الكلمة من اللاتينية \"cella\" أي الغرفة الصغيرة."),
    ("Pangolins (Manis javanica) are sold there.", "يباع هناك البنغول (Manis javanica) أيضا."),
    ("The New York Times confirmed it.", "أكدت ذلك صحيفة (The New York Times) أمس."),
    ("He works at the Bank of England.", "يعمل في Bank of England منذ عام."),
    ("Guests have wifi in every room.", "لدى النزلاء شبكة wifi في كل غرفة."),
    ("The FNE union left the talks.", "غادرت نقابة fne المحادثات."),
]  # fmt: skip
LEFT_OVER = [
    ("The port reopened today.", "فتح الميناء reopened اليوم من جديد.", ["reopened"]),
    ("The port reopened today.", "The أعيد فتح الميناء اليوم.", ["The"]),
    ("On Sunday the president spoke.", "تحدث President يوم Sunday أمام الجمهور.", ["President", "Sunday"]),
    ("The mayor of Hama spoke.", "تحدث the mayor of حماة أمام الجمهور.", ["the", "mayor", "of"]),
    ("The mayor of Hama spoke.", "تحدث رئيس بلدية Homs أمام الجمهور.", ["Homs"]),
    ("The WHO warned of it.", "حذرت منه منظمة WHVO الدولية.", ["WHVO"]),
    ("It weighed 3 tonnes.", "بلغ وزنه 3 tonnes تقريبا.", ["tonnes"]),
]


@pytest.mark.parametrize(("source", "target"), STAY)
def test_acronyms_brands_units_and_code_may_stay(source: str, target: str) -> None:
    assert check_script(source, target, "ar") == ()


@pytest.mark.parametrize(("source", "target", "words"), LEFT_OVER)
def test_english_that_was_left_over_is_found(source: str, target: str, words: list[str]) -> None:
    assert left_over(source, target) == words
    assert [finding.code for finding in check_script(source, target, "ar")] == ["untranslated"]


def test_a_title_left_in_english_is_untranslated_whatever_its_capitals() -> None:
    title = "Old Bees Help Young Ones Find Flowers"
    assert [finding.code for finding in check_script(title, title, "ar")] == ["untranslated"]
