from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from base.languages import Language
from translate.finish import finish, to_arabic_indic

ARABIC = "قال الوزير."


@pytest.mark.parametrize(
    ("raw", "finished"),
    [
        ("the minister spoke .", "The minister spoke."),
        ("The minister , who was late , spoke.", "The minister, who was late, spoke."),
        ("He did n't say it 's true.", "He didn't say it's true."),
        ("It rose 5 % ( five points ).", "It rose 5% (five points)."),
        ("On monday and in july i saw it.", "On Monday and in July I saw it."),
        ("Prices, عالية،rose.", "Prices, عالية, rose."),
        ("iPhone sales rose.", "iPhone sales rose."),
        ("He spoke", "He spoke."),
        ("The U.S. said 3.5 and 1,000,000 at 10:30.", "The U.S. said 3.5 and 1,000,000 at 10:30."),
        ("See https://example.org/a?b=c,d;e now.", "See https://example.org/a?b=c,d;e now."),
        ("He wrote ; then :) smiled.", "He wrote; then :) smiled."),
        ("The minister  \n spoke.", "The minister spoke."),
    ],
)
def test_english_spacing_and_capitals(raw: str, finished: str) -> None:
    assert finish(raw, ARABIC, "en") == finished


@pytest.mark.parametrize(
    ("raw", "finished"),
    [
        ("هل وصل الوزير?", "هل وصل الوزير؟"),
        ("قال الوزير, وهو متأخر; ثم جلس.", "قال الوزير، وهو متأخر؛ ثم جلس."),
        ("بلغ العدد 1,500 شخص, و3.5 مليون دولار.", "بلغ العدد 1,500 شخص، و3.5 مليون دولار."),
        ("من المدن 5, 6 و 7.", "من المدن 5، 6 و 7."),
        ("شركة Apple, Inc في أمريكا.", "شركة Apple, Inc في أمريكا."),
        ("قال الوزير ، ثم جلس .", "قال الوزير، ثم جلس."),
        ("زوروا https://example.org/?a=1,2;3 اليوم.", "زوروا https://example.org/?a=1,2;3 اليوم."),
        ("الأحمر،الأخضر ( وغيرهما ).", "الأحمر، الأخضر (وغيرهما)."),
        ("كتب <b class='x;y'>مهم</b>, ثم نام.", "كتب <b class='x;y'>مهم</b>، ثم نام."),
    ],
)
def test_arabic_punctuation(raw: str, finished: str) -> None:
    source = "Has the minister arrived?" if raw.endswith("?") else "The minister spoke."
    assert finish(raw, source, "ar") == finished


@pytest.mark.parametrize(
    ("raw", "source", "language", "finished"),
    [
        ('He said: "Yes".', "قال: «نعم».", "en", "He said: “Yes”."),
        ('He said: "Yes".', 'قال: "نعم".', "en", 'He said: "Yes".'),
        ('قال: "نعم".', "He said: “Yes”.", "ar", "قال: “نعم”."),
        ('قال: "نعم".', "He said: «Yes».", "ar", "قال: «نعم»."),
        ('He added: "We will come.', "وأضاف: «سنأتي.", "en", "He added: “We will come."),
        ('We will come", he added.', "سنأتي»، كما أضاف.", "en", "We will come”, he added."),
        ('The " big " house and the " small " one.', "البيت «الكبير» والبيت «الصغير».", "en", None),
        (
            'وزارت و"الشرق الأوسط" و"الحياة".',
            "“Asharq” and “Al-Hayat” visited.",
            "ar",
            "وزارت و“الشرق الأوسط” و“الحياة”.",
        ),
    ],
)
def test_quotation_marks_follow_the_source(raw: str, source: str, language: Language, finished: str | None) -> None:
    assert finish(raw, source, language) == (finished or "The “big” house and the “small” one.")


@pytest.mark.parametrize(
    ("raw", "source", "language", "finished"),
    [
        ("Who came.", "من جاء؟", "en", "Who came?"),
        ("من جاء", "Who came?", "ar", "من جاء؟"),
        ("Peace talks resume.", "استئناف محادثات السلام", "en", "Peace talks resume"),
        ("He works for Acme Inc.", "يعمل في شركة أكمي", "en", "He works for Acme Inc."),
        ("He lives in the U.S.", "يعيش في الولايات المتحدة", "en", "He lives in the U.S."),
        ("He said.", "قال:", "en", "He said:"),
        ("He left..", "رحل...", "en", "He left.."),
        ("He left.", "رحل…", "en", "He left…"),
        ("He said “yes", "قال «نعم».", "en", "He said “yes."),
        ("He said “yes”", "قال «نعم».", "en", "He said “yes”."),
        ("قال نعم", "He said yes.", "ar", "قال نعم."),
        ('هل وصل؟".', "“Has he arrived?”", "ar", "هل وصل؟”"),
        ("وصل نائب", "The deputy of Mr.", "ar", "وصل نائب"),
    ],
)
def test_the_end_follows_the_source(raw: str, source: str, language: Language, finished: str) -> None:
    assert finish(raw, source, language) == finished


@pytest.mark.parametrize(
    ("western", "indic"),
    [
        ("بلغ 1,234.5 دولار", "بلغ ١٬٢٣٤٫٥ دولار"),
        ("زاد 12% في 2023", "زاد ١٢٪ في ٢٠٢٣"),
        ("قمة G20 وفيروس COVID-19", "قمة G20 وفيروس COVID-19"),
        ("انظر https://example.org/2023 و5", "انظر https://example.org/2023 و٥"),
    ],
)
def test_arabic_indic_digits_on_request(western: str, indic: str) -> None:
    assert to_arabic_indic(western) == indic
    assert finish(western + ".", "It is.", "ar", digits="arabic-indic") == indic + "."


TEXT = st.text(st.sampled_from("abاب 12.,;:?!؟،؛\"'“”«»()[]%-…@/<>&\n"), max_size=40)


@given(raw=TEXT, source=TEXT, language=st.sampled_from(["ar", "en"]))
@settings(max_examples=300, deadline=None)
def test_finish_keeps_every_letter_and_digit_and_makes_one_line(raw: str, source: str, language: Language) -> None:
    finished = finish(raw, source, language)
    assert "\n" not in finished
    kept = [char for char in finished.lower() if char.isalnum()]
    assert kept == [char for char in raw.lower() if char.isalnum()]
