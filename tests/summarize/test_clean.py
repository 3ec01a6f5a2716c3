"""What is no news is left out; what is said twice is said once."""

import pytest

from summarize.clean import distinct, is_boilerplate, is_loop, repeats, same_text, strip_dateline


@pytest.mark.parametrize(
    "text",
    [
        "المصدر: وكالات",
        "اقرأ أيضا: خمسة أسباب لزيارة المتحف",
        "اقرأ المزيد",
        "تابعونا على مواقع التواصل",
        "جميع الحقوق محفوظة",
        "رابط الخبر بصحيفة المثال: فتح الميناء",
        "Link to the story in the Example Times: harbour reopens",
        "Read more: five reasons to visit the museum",
        "Related: the storm in pictures",
        "Sign up for our newsletter.",
        "© 2023 The Example Times",
        "Reporting by Jane Doe; editing by John Roe",
        "https://example.org/news/1",
    ],
)
def test_boilerplate_is_seen(text: str) -> None:
    assert is_boilerplate(text)


@pytest.mark.parametrize(
    "text",
    [
        "المصدر الذي تحدث إلى الصحيفة رفض ذكر اسمه.",
        "اقرأ الطلاب القصيدة بصوت عال.",
        "Sources close to the minister said that he would resign.",
        "رابط الجنود عند الجسر طوال الليل.",
        "Linked by a bridge, the towns grew together.",
        "Read aloud, the letter took ten minutes.",
        "Subscribers left the service in large numbers.",
    ],
)
def test_sentences_that_only_look_like_it_stay(text: str) -> None:
    assert not is_boilerplate(text)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("بيروت (رويترز) - قالت الوزارة إن الطريق فتح.", "قالت الوزارة إن الطريق فتح."),
        ("CAIRO (Reuters) - The road is open.", "The road is open."),
        ("(AFP) The road is open.", "The road is open."),
        ("- The road is open.", "The road is open."),
        ("The road (built in 1990) is open.", "The road (built in 1990) is open."),
        ("قال الوزير (أول من أمس) إن الطريق فتح.", "قال الوزير (أول من أمس) إن الطريق فتح."),
    ],
)
def test_datelines_go_and_other_parentheses_stay(text: str, plain: str) -> None:
    assert strip_dateline(text) == plain


def test_a_loop_is_seen_and_a_list_is_not() -> None:
    assert is_loop("The team said it was very very very good.")
    assert is_loop("in the city in the city in the city in the city")
    assert is_loop("The government said the government's plan for the government is the government.")
    assert is_loop("Authorities in Baaaq said nothing.")
    assert not is_loop("See www.example.org for the list.")
    assert not is_loop("The team won in Oslo, in Bergen, in Tromsø and in Bodø.")


def test_the_same_thing_in_other_words_order_is_a_repetition() -> None:
    first = "The port reopened on Tuesday after a nine-day closure."
    assert repeats("On Tuesday the port reopened after closure of nine-day.", [first], "en")
    assert not repeats("Fishermen asked the government for new nets.", [first], "en")
    assert distinct([first, first, "Fishermen asked for nets."], "en") == [0, 2]


def test_the_title_is_recognised_whatever_its_spelling() -> None:
    assert same_text("إعادة فتح الميناء", "اعادة فتح الميناء.")
    assert not same_text("إعادة فتح الميناء", "إعادة إغلاق الميناء")
