"""Negators and what stands for them, in both languages and between them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from article.negation import Negations, negations, unmatched
from base.languages import Language


@pytest.mark.parametrize(
    ("text", "language", "plain"),
    [
        ("The mayor did not open the bridge.", "en", ("not",)),
        ("They don't know and never asked.", "en", ("don't", "never")),
        ("They don’t know.", "en", ("don’t",)),
        ("Nobody came, and nothing was said.", "en", ("Nobody", "nothing")),
        ("He cannot stay.", "en", ("cannot",)),
        ("لم يفتتح الرئيس الجسر ولن يفتتحه غدا.", "ar", ("لم", "ولن")),
        ("لا أحد يعرف السبب.", "ar", ("لا",)),
        ("لَمْ يصل القطار.", "ar", ("لَمْ",)),
        ("ليست هذه المرة الأولى.", "ar", ("ليست",)),
        ("وطلب ألا يُنشر اسمه.", "ar", ("ألا",)),
        ("لم يصل القطار بعد.", "ar", ("لم",)),
        ("لم يصل القطار إلا أنه قريب.", "ar", ("لم",)),
    ],
)
def test_plain_negators_are_named_as_they_are_spelled(text: str, language: Language, plain: tuple[str, ...]) -> None:
    assert negations(text, language).plain == plain


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("He won not only the cup but also the league.", "en"),
        ("Room No. 10 is free on no less than 3 days.", "en"),
        ("You know him, don't you?", "en"),
        ("The road will not open until Sunday.", "en"),
        ("لا يزال الطريق مغلقا.", "ar"),
        ("لا بد من فتح الطريق، لا سيما في الشتاء.", "ar"),
        ("لم ينج سوى طفل واحد.", "ar"),
        ("لا يعمل المصنع إلا في الصيف.", "ar"),
        ("ليس فقط في المدن بل في القرى أيضا.", "ar"),
        ("لا يتجاوز عرض الجسر مترين.", "ar"),
    ],
)
def test_idioms_deny_nothing_but_can_stand_for_a_negation(text: str, language: Language) -> None:
    found = negations(text, language)
    assert found.plain == ()
    assert found.carried + len(found.limits) > 0


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The company denied the report.", "en"),
        ("She was unable to walk without help.", "en"),
        ("A harmless, painless test.", "en"),
        ("غير ممكن", "ar"),
        ("نفت الشركة الخبر وفشلت في وقفه بدون مساعدة.", "ar"),
        ("ما رأى أحد شيئا.", "ar"),
        ("هذا حليف لايخون عهدا.", "ar"),
    ],
)
def test_words_that_carry_a_negation_are_counted(text: str, language: Language) -> None:
    assert negations(text, language).carried > 0


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The United Nations understands the university under the bridge.", "en"),
        ("ما هو السبب الذي ذكره الوزير؟", "ar"),
        ("وصل ما كتبه الوزير أمس.", "ar"),
        ("زار الوفد الجامعة والمتحف.", "ar"),
        ("وافق المجلس، غير أن الرئيس سافر، إلا أنه عاد.", "ar"),
        ("", "ar"),
        ("2024", "en"),
    ],
)
def test_other_words_are_not(text: str, language: Language) -> None:
    found = negations(text, language)
    assert (found.plain, found.carried, found.limits) == ((), 0, ())


def test_what_carries_a_negation_matches_one_only_where_the_other_side_has_none_for_it() -> None:
    plain, carried = Negations(("not",), 0), Negations((), 1)
    assert unmatched(plain, Negations()) == ("not",)
    assert unmatched(plain, carried) == ()
    # The carrier of the target is that of the source, so that the negator is the one without a match.
    assert unmatched(Negations(("not",), 1), carried) == ("not",)
    assert unmatched(Negations(("not", "never"), 0), Negations(("لم",), 0)) == ("never",)


@settings(deadline=None, max_examples=100)
@given(st.text(max_size=80), st.sampled_from(["ar", "en"]))
def test_any_text_can_be_read_and_matches_itself(text: str, language: Language) -> None:
    found = negations(text, language)
    assert all(word in text for word in found.plain)
    assert unmatched(found, found) == ()
