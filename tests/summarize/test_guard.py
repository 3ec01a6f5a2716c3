"""Each rule sees its own kind of error, in both languages, and lets a faithful sentence pass."""

import pytest

from base.languages import Language
from benchmarks.faithfulness import make_judge
from summarize.judge import Verdict

EN = (
    "Mayor Salim Haddad opened the new library in Homs on Tuesday.",
    "It cost 3.5 million dollars, and 120 volunteers helped for two years.",
    "Visitor numbers rose by 12 percent in March, said librarian Leila Mansour.",
    "The council did not close the old building in Hama.",
    "Haddad thanked Omar Farhat for the gift of 900 books.",
)
AR = (
    "افتتح رئيس البلدية سليم حداد المكتبة الجديدة في حمص يوم الثلاثاء.",
    "وكلفت المكتبة 3.5 مليون دولار، وساعد فيها 120 متطوعا على مدى سنتين.",
    "وارتفع عدد الزوار بنسبة 12 في المئة في مارس، بحسب أمينة المكتبة ليلى منصور.",
    "ولم يغلق المجلس المبنى القديم في حماة.",
    "وشكر سليم حداد عمر فرحات على هدية من 900 كتاب.",
)


def judged(text: str, language: Language, source: Language | None = None) -> Verdict:
    texts = {"ar": AR, "en": EN}
    spoken = source or language
    return make_judge(texts[spoken], texts[language], spoken, language).verdicts([text])[0]


FAITHFUL: list[tuple[Language, str]] = [
    ("en", "The new library in Homs was opened by mayor Salim Haddad."),
    ("en", "The library cost 3.5 million dollars."),
    ("en", "Helped by 120 volunteers, the library opened on Tuesday."),
    ("en", "The number of visitors was up 12% in March."),
    ("en", "Omar Farhat gave 900 books, for which Haddad thanked him."),
    ("ar", "افتتحت المكتبة الجديدة في حمص يوم الثلاثاء."),
    ("ar", "بلغت كلفة المكتبة 3.5 مليون دولار."),
    ("ar", "ارتفع عدد زوار المكتبة ١٢٪ في مارس."),
    ("ar", "شكر حداد عمر فرحات على هدية الكتب."),
    ("ar", "لم يغلق المجلس المبنى القديم."),
]


@pytest.mark.parametrize(("language", "text"), FAITHFUL)
def test_a_faithful_sentence_passes(language: Language, text: str) -> None:
    assert judged(text, language).flags == ()


@pytest.mark.parametrize(("language", "text"), FAITHFUL)
def test_it_passes_against_the_aligned_translation(language: Language, text: str) -> None:
    assert judged(text, language, "en" if language == "ar" else "ar").flags == ()


@pytest.mark.parametrize(
    ("language", "text", "code"),
    [
        ("en", "The library cost 5.3 million dollars.", "number-added"),
        ("ar", "وكلفت المكتبة 5.3 مليون دولار.", "number-added"),
        ("en", "The library cost 3.5 billion dollars.", "number-added"),
        ("ar", "وكلفت المكتبة 3.5 مليار دولار.", "number-added"),
        ("en", "The library cost 3.5 million euros.", "number-added"),
        ("ar", "وكلفت المكتبة 3.5 مليون يورو.", "number-added"),
        ("en", "Visitor numbers rose by 12 percentage points in March.", "number"),
        ("ar", "وارتفع عدد الزوار 12 نقطة مئوية في مارس.", "number"),
        ("en", "The library opened on Friday.", "number"),
        ("ar", "افتتحت المكتبة يوم الجمعة.", "number"),
        ("en", "Visitor numbers rose by 12 percent in May.", "number-added"),
        ("ar", "وارتفع عدد الزوار 12 في المئة في مايو.", "number-added"),
        ("en", "Visitor numbers fell by 12 percent in March.", "negation"),
        ("ar", "وانخفض عدد الزوار بنسبة 12 في المئة في مارس.", "negation"),
        ("en", "The council closed the old building in Hama.", "negation"),
        ("ar", "وأغلق المجلس المبنى القديم في حماة.", "negation"),
        ("en", "Mayor Salim Haddad did not open the new library.", "negation"),
        ("ar", "لم يفتتح رئيس البلدية سليم حداد المكتبة الجديدة.", "negation"),
        ("en", "Mayor Omar Farhat opened the new library in Homs.", "name"),
        ("ar", "افتتح رئيس البلدية عمر فرحات المكتبة الجديدة في حمص.", "name"),
        ("en", "Mayor Karim Saleh opened the new library.", "name"),
        ("ar", "افتتح رئيس البلدية نبيل صالح المكتبة الجديدة.", "name"),
        ("en", "Mayor Salim Haddad opened the new library in Aleppo.", "name"),
        ("ar", "افتتح سليم حداد المكتبة الجديدة في حلب.", "name"),
        ("en", "Farhat thanked Haddad for the gift of 900 books.", "name"),
        ("ar", "وشكر عمر فرحات سليم حداد على هدية من 900 كتاب.", "name"),
        ("en", "The football team celebrated its victory in the rain.", "unsupported"),
        ("ar", "احتفل فريق كرة القدم بانتصاره تحت المطر.", "unsupported"),
    ],
)
def test_a_planted_error_is_flagged(language: Language, text: str, code: str) -> None:
    assert code in {flag.code for flag in judged(text, language).flags}
    other: Language = "en" if language == "ar" else "ar"
    assert code in {flag.code for flag in judged(text, language, other).flags}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The library cost 3.5 million dollars, and heavy snow blocked the mountain road for lorries."),
        ("ar", "كلفت المكتبة 3.5 مليون دولار، وقطعت الثلوج الكثيفة طريق الجبل أمام الشاحنات."),
    ],
)
def test_a_made_up_clause_in_a_true_sentence_is_seen(language: Language, text: str) -> None:
    assert "unsupported" in {flag.code for flag in judged(text, language).flags}


def test_numbers_that_changed_places_are_seen() -> None:
    judge = make_judge(("The shop has 36 tables and 14 chairs.",), (), "en", "en")
    (wrong, right) = judge.verdicts(["It has 14 tables and 36 chairs.", "It has 36 tables and 14 chairs."])
    assert [flag.code for flag in wrong.flags] == ["number"]
    assert right.ok


def test_spelled_numbers_and_other_digits_are_the_same_number() -> None:
    assert judged("The library got nine hundred books from Omar Farhat.", "en").ok
    assert judged("حصلت المكتبة على ٩٠٠ كتاب هدية من عمر فرحات.", "ar").ok


def test_a_flag_names_what_is_wrong_and_halves_the_support() -> None:
    right, wrong = judged("The library cost 3.5 million dollars.", "en"), judged("The library cost 7 dollars.", "en")
    assert any(flag.detail.startswith("7") for flag in wrong.flags)
    assert wrong.support < right.support / 1.5


@pytest.mark.parametrize(
    "text", ["Visitors not only came, they stayed.", "لا يزال عدد الزوار يرتفع.", "غير أن عدد الزوار ارتفع."]
)
def test_idioms_that_deny_nothing_are_no_negation(text: str) -> None:
    language: Language = "en" if text[0] == "V" else "ar"
    assert "negation" not in {flag.code for flag in judged(text, language).flags}


def test_without_any_translation_only_a_warning_is_honest() -> None:
    (verdict,) = make_judge(EN, (), "en", "en").verdicts(["Salim Haddad opened the library."])
    assert verdict.ok
    blind = make_judge(AR, (), "ar", "en")
    (unknown,) = type(blind)(blind.source, "en").verdicts(["Salim Haddad opened the library."])
    assert unknown.flags[0].code == "unsupported"
    assert "no translation" in unknown.flags[0].detail


def test_a_sentence_in_the_wrong_language_is_said_to_be() -> None:
    assert judged("افتتح رئيس البلدية المكتبة.", "en").flags[0].code == "untranslated"
