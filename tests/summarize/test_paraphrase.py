"""True sentences that use other words than the article are not doubted, and the same sentences made false are."""

# ruff: noqa: E501
from __future__ import annotations

import pytest

from base.languages import Language
from benchmarks.faithfulness import make_judge
from summarize.attribution import misattributed
from summarize.geography import country_named, implied_countries, is_place
from summarize.statement import statement
from summarize.support import Ground

Case = tuple[Language, tuple[str, ...], str]

TRUE: list[Case] = [
    # Names: abbreviations, acronyms, months, roles, the country of a city.
    ("en", ("The Federal Reserve chair said that rates would stay as they are.",), "The Fed chair said rates would stay."),
    ("en", ("Gross domestic product grew by 3% in the spring after exports of cars and wheat had risen.",), "GDP grew 3% in the spring as exports of cars and wheat rose."),
    ("en", ("Paris Saint-Germain lost the first match of the season on August 4.",), "PSG lost the first match of the season on Aug. 4."),
    ("en", ("The Defense Department denied that soldiers had crossed the border.",), "The Pentagon denied soldiers crossed the border."),
    ("en", ("The festival's director, Huda Saleh, thanked the volunteers of the festival.",), "Director Huda Saleh thanked the festival volunteers."),
    ("en", ("The valleys of the Jazan region turned green after heavy rain.",), "Rain turned the valleys of Saudi Arabia's Jazan region green."),
    ("ar", ("اخضرت أودية منطقة جازان بعد أمطار غزيرة هطلت أمس.",), "اخضرت أودية جازان السعودية بعد أمطار غزيرة."),
    ("en", ("The plan was set up by the U.N. General Assembly last year.",), "The plan was set up last year by the United Nations."),
    ("ar", ("كانت الرؤية جيدة حين خرجت السفينة عن مسارها.",), "خرجت السفينة عن مسارها رغم حسن الرؤية."),
    # Numbers: said twice, scores, ranges, rounded, in another order.
    ("en", ("Eight clinics are ready, four of them in Homs and the same number in Hama.",), "Four clinics in Homs and four in Hama are ready."),
    ("en", ("The team beat its neighbours 3-2 in the cup final on Friday.",), "The team won the cup final 3-2 on Friday."),
    ("ar", ("حملت الشاحنات 627.06 طن من التمور إلى السوق.",), "حملت الشاحنات 627 طنا من التمور إلى السوق."),
    ("ar", ("كان على متن السفينة 143 راكبا وطاقم من 11 فردا.",), "كانت السفينة تقل 143 راكبا و11 من أفراد الطاقم."),
    # Negation: bounds, times, denials in other words.
    ("en", ("The gauge showed no more than 58 kilometres an hour.",), "The gauge showed at most 58 kilometres an hour."),
    ("en", ("A palm does not bear fruit for six years, growers say.",), "Growers say a palm takes six years to bear fruit."),
    ("ar", ("النخلة لا تثمر قبل ست سنوات كما يقول المزارعون.",), "يقول المزارعون إن النخلة تثمر بعد ست سنوات."),
    ("en", ("The director denied that the company had any intention of issuing new shares.",), "The company will issue no new shares, its director says."),
    ("ar", ("ورفض المدرب انتقاد الحكم بعد المباراة.",), "ولم ينتقد المدرب الحكم بعد المباراة."),
    ("ar", ("سيصوت أعضاء الحزب على الاتفاق يوم السبت.",), "ولا يزال على أعضاء الحزب أن يصوتوا على الاتفاق يوم السبت."),
    # Few words, all of them known.
    ("en", ("The governor praised the courage of the security men.", "The forces guard the border."), "He also praised security forces."),
]  # fmt: skip

FALSE: list[Case] = [
    ("en", ("The valleys of the Jazan region turned green after heavy rain.",), "Rain turned the valleys of Iraq's Jazan region green."),
    ("ar", ("اخضرت أودية منطقة جازان بعد أمطار غزيرة هطلت أمس.",), "اخضرت أودية جازان المغربية بعد أمطار غزيرة."),
    ("en", ("The Defense Department denied that soldiers had crossed the border.",), "The Kremlin denied soldiers crossed the border."),
    ("en", ("The factory in Aqaba employs 350 people.",), "The factory in Irbid employs 350 people."),
    ("en", ("The report found no effect on sleep, but marks were better.",), "Researchers found an effect on sleep, and marks were better."),
    ("ar", ("لم يجد التقرير أي أثر في النوم، لكن العلامات تحسنت.",), "وجد التقرير أثرا في النوم، وتحسنت العلامات."),
    ("en", ("The council of the islands has agreed to the wind farm plan.",), "The council of the islands has not approved the wind farm plan."),
    ("en", ("Mathematics marks rose by 2.4%, and complaints about bullying fell by a third.",), "Mathematics marks fell by 2.4%, and complaints about bullying fell by a third."),
    ("ar", ("حملت الشاحنات 627.06 طن من التمور إلى السوق.",), "حملت الشاحنات 672 طنا من التمور إلى السوق."),
]  # fmt: skip


def verdict(case: Case) -> tuple[str, ...]:
    language, article, text = case
    found = make_judge(article, article, language, language).verdicts([text])[0]
    return tuple(f"{flag.code} {flag.detail}" for flag in found.flags)


@pytest.mark.parametrize("case", TRUE, ids=lambda case: case[2])
def test_a_true_sentence_in_other_words_passes(case: Case) -> None:
    assert verdict(case) == ()


@pytest.mark.parametrize("case", FALSE, ids=lambda case: case[2])
def test_a_false_one_does_not(case: Case) -> None:
    assert verdict(case) != ()


INTERVIEWS = (
    "Salim Haddad, the mayor, said that the bridge would be open again before the autumn rain.",
    "The repair takes longer than planned.",
    "Traders on the eastern bank complain about the long way round.",
    "Engineer Huda Mansour said that the pillars had been damaged by salt and cheap cement.",
)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Salim Haddad says the bridge will be open before the autumn rain.", False),
        ("Huda Mansour says the bridge will be open before the autumn rain.", True),
        ("Salim Haddad says the pillars were damaged by salt and cheap cement.", True),
    ],
)
def test_words_are_not_given_to_somebody_else(text: str, wrong: bool) -> None:
    judge = make_judge(INTERVIEWS, INTERVIEWS, "en", "en")
    ground = Ground.of(INTERVIEWS, "en")
    flags = misattributed(statement(text, "en"), ground, judge.pool)
    assert [flag.code for flag in flags] == (["name"] if wrong else [])


def test_a_city_tells_its_country_and_nothing_of_other_cities() -> None:
    assert implied_countries("Rain fell in Jazan.", ("Rain", "fell", "in", "Jazan")) == {"saudi arabia"}
    assert "saudi arabia" in implied_countries("وأعلنت المملكة ذلك.", ("وأعلنت", "المملكة", "ذلك"))
    assert "saudi arabia" not in implied_countries("في المملكة المغربية", ("في", "المملكة", "المغربية"))
    assert country_named("Jazan") is None
    assert country_named("Ghanaian") == "ghana"
    assert is_place("وجازان")
    assert not is_place("hail")
