"""Two summaries of one article: where their numbers and names differ."""

from base.languages import Language
from summarize import Summary, SummarySentence, consistency


def summary(text: str, language: Language) -> Summary:
    return Summary(language, (SummarySentence(text, (0,), 1.0),), "direct", 1.0, "test")


def test_the_same_facts_in_two_languages_agree() -> None:
    one = summary("Prime minister Salim Haddad met 14 ministers in Cairo on 5 May 2021.", "en")
    other = summary("التقى رئيس الوزراء سليم حداد أربعة عشر وزيرا في القاهرة في 5 مايو 2021.", "ar")
    assert consistency(one, other) == ()


def test_a_number_that_differs_is_named_on_both_sides() -> None:
    one = summary("The company dismissed 340 workers.", "en")
    other = summary("سرحت الشركة 430 عاملا.", "ar")
    flags = consistency(one, other)
    assert {flag.code for flag in flags} == {"inconsistent"}
    assert {flag.detail for flag in flags} == {"340 (en)", "430 (ar)"}


def test_a_place_that_only_one_of_them_has_is_named() -> None:
    one = summary("The talks were held in Berlin.", "en")
    other = summary("عقدت المحادثات في باريس.", "ar")
    assert {flag.detail for flag in consistency(one, other)} == {"Berlin (en)", "باريس (ar)"}


def test_what_only_one_of_them_tells_is_no_contradiction() -> None:
    one = Summary("en", (SummarySentence("The bridge cost 12 million euros.", (3,), 1.0),), "direct", 1.0, "test")
    assert consistency(one, summary("عقدت المحادثات في باريس.", "ar")) == ()


def test_two_summaries_in_one_language_can_be_compared() -> None:
    one = summary("The bridge cost 12 million euros.", "en")
    assert consistency(one, one) == ()
    assert consistency(one, summary("The bridge cost 21 million euros.", "en"))


def test_a_name_of_several_words_is_looked_up_as_one() -> None:
    english = summary("The United States and the Security Council welcomed the truce.", "en")
    arabic = summary("رحبت الولايات المتحدة ومجلس الأمن بالهدنة.", "ar")
    assert consistency(english, arabic) == ()
