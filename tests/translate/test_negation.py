"""The guard of negation: what has to be seen, what is a good translation, and what becomes of a finding."""

from __future__ import annotations

import pytest

from base.languages import Language, other
from tests.translate.scripted import ScriptedModel
from translate import Translator
from translate.guards.negation import check_negation

PAIRS = [
    ("لم يفتتح الوزير المستشفى.", "The minister did not open the hospital."),
    ("لا أحد يعرف متى تعود الكهرباء.", "Nobody knows when the power will return."),
    ("لا يزال الجسر مغلقا.", "The bridge is still closed."),
    ("ما زال الجسر مغلقا.", "The bridge is still closed."),
    ("لم يعد الطريق آمنا.", "The road is no longer safe."),
    ("نفت الشركة أن تكون قد باعت المصنع.", "The company said it had not sold the factory."),
    ("غادر الوفد دون أن يوقع الاتفاق.", "The delegation left and did not sign the agreement."),
    ("فشل المجلس في انتخاب رئيس.", "The council could not elect a president."),
    ("لم يسجل سوى هدف واحد.", "He scored only one goal."),
    ("لا يعمل المتحف إلا في الصيف.", "The museum opens only in summer."),
    ("الخبر غير صحيح.", "The report is not true."),
    ("لا بد من حل قبل الشتاء.", "There must be a solution before winter."),
    ("لن تفتح المدارس قبل يوم الأحد.", "Schools will not open until Sunday."),
    ("هذا ليس عدلا، أليس كذلك؟", "This is not fair, is it?"),
    ("تحدث الوزير شريطة عدم الكشف عن هويته.", "The minister spoke on condition that he not be named."),
    ("لم تصل النتائج بعد.", "The results have yet to arrive."),
    ("ليس المال وحده هو المشكلة، بل الوقت أيضا.", "Money is not the only problem; time is one too."),
    ("افتتح الوزير المستشفى يوم الأحد.", "The minister opened the hospital on Sunday."),
    ("كان لا يطاق.", "It was unbearable."),
    ("لا يتجاوز عرض الجسر مترين.", "The bridge is no more than two metres wide."),
    ("لا يتجاوز عرض الجسر مترين.", "The bridge is at most two metres wide."),
    ("لا يقل عدد القتلى عن عشرة.", "At least ten people were killed."),
    ("لم تتجاوز السرعة 15 عقدة.", "The speed did not exceed 15 knots."),
]
WRONG = [
    ("لم يفتتح الوزير المستشفى.", "The minister opened the hospital.", "لم"),
    ("لن ترفع الحكومة أسعار الخبز هذا العام.", "The government will raise bread prices this year.", "لن"),
    ("ليست النتيجة نهائية.", "The result is final.", "ليست"),
    ("لا توجد إصابات.", "There are injuries.", "لا"),
    ("افتتح الوزير المستشفى.", "The minister did not open the hospital.", "not"),
    ("أعلنت اللجنة النتائج يوم الأحد.", "The committee never announced the results on Sunday.", "never"),
    ("لا يتجاوز عرض الجسر مترين.", "The bridge is more than two metres wide.", "لا"),
    ("يزيد عرض الجسر على مترين.", "The bridge is no more than two metres wide.", "no"),
    ("رفضت الشركة العرض ولم تعلق عليه.", "The company rejected the offer and commented on it.", "ولم"),
]


@pytest.mark.parametrize(("arabic", "english"), PAIRS)
def test_good_translations_pass_both_ways(arabic: str, english: str) -> None:
    assert check_negation(arabic, english, "ar", "en") == ()
    assert check_negation(english, arabic, "en", "ar") == ()


@pytest.mark.parametrize("source_language", ["ar", "en"])
@pytest.mark.parametrize(("arabic", "english", "word"), WRONG)
def test_a_lost_or_added_negation_is_found_and_named(
    arabic: str, english: str, word: str, source_language: Language
) -> None:
    source, target = (arabic, english) if source_language == "ar" else (english, arabic)
    (finding,) = check_negation(source, target, source_language, other(source_language))
    assert (finding.code, finding.detail, finding.reported) == ("negation", word, True)


def test_a_hypothesis_that_keeps_the_negation_is_preferred(model: ScriptedModel) -> None:
    good, bad = "The minister did not open the hospital.", "The minister opened the hospital."
    model.script = lambda source, task, decoding: [bad, good][: decoding.num_hypotheses]
    (segment,) = Translator(model).translate_segments(["لم يفتتح الوزير المستشفى."], "ar", "en")
    assert (segment.target, segment.flags) == (good, ())
    model.script = lambda source, task, decoding: [bad]
    (segment,) = Translator(model).translate_segments(["لم يفتتح الوزير المستشفى."], "ar", "en")
    assert [(flag.code, flag.detail) for flag in segment.flags] == [("negation", "لم")]
