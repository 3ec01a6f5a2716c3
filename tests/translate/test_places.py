"""A place that the source does not speak of is seen; one that is only spelled another way is not taken for it."""

from __future__ import annotations

import pytest

from base.languages import Language
from tests.translate.scripted import ScriptedModel
from translate import Settings, Translator
from translate.guards.places import check_places


@pytest.mark.parametrize(
    ("source", "target", "language", "invented"),
    [
        ("وصلت السفينة إلى ميناء مرسى نور.", "The ship reached the port of Cairo.", "en", ["Cairo"]),
        ("The mayor spoke in the capital.", "تحدث رئيس البلدية في العاصمة البرتغالية.", "ar", ["البرتغالية"]),
        ("وصل الوزير إلى القاهرة أمس.", "The minister arrived in Egypt's capital yesterday.", "en", []),
        ("التقى المسؤولون الأميركيون في عمّان.", "U.S. officials met in Amman.", "en", []),
        ("توجه إلى الولايات المتحدة.", "He went to America.", "en", []),
        ("She moved to New Zealand.", "انتقلت إلى نيوزيلندا.", "ar", []),
        ("The club signed Andre Paris.", "تعاقد النادي مع أندريه باريس.", "ar", []),
        ("قال باريس إنه لن يستقيل.", "Paris said that he would not resign.", "en", []),
        ("The financial sector grew, and sport with it.", "نما القطاع المالي، ونمت معه الرياضة.", "ar", []),
        ("They cooked a turkey.", "طبخوا ديكا روميا.", "ar", []),
        ("طبخوا ديكا.", "They cooked a turkey.", "en", []),
        ("The pipe is 40 centimetres in diameter.", "يبلغ قطر الأنبوب 40 سنتيمترا.", "ar", []),
        ("He returned to his birthplace.", "عاد إلى مسقط رأسه.", "ar", []),
        ("The emir spoke of the match.", "تحدث أمير قطر عن المباراة.", "ar", ["قطر"]),
        ("يبلغ قطر الأنبوب 40 سنتيمترا.", "The pipe of Qatar is 40 centimetres.", "en", ["Qatar"]),
        ("زار الرياض وجدة.", "He visited Riyadh and Jeddah.", "en", []),
        ("زار القارة السمراء.", "He visited Africa.", "en", []),
    ],
)
def test_places_are_compared(source: str, target: str, language: Language, invented: list[str]) -> None:
    assert [finding.detail for finding in check_places(source, target, language)] == invented


def test_a_hypothesis_without_an_invented_place_is_preferred(model: ScriptedModel) -> None:
    good, bad = "The ship reached the port of Marsa Nour.", "The ship reached the port of Cairo."
    model.script = lambda source, task, decoding: [bad, good][: decoding.num_hypotheses]
    (segment,) = Translator(model).translate_segments(["وصلت السفينة إلى ميناء مرسى نور."], "ar", "en")
    assert (segment.target, segment.flags) == (good, ())
    model.script = lambda source, task, decoding: [bad]
    (segment,) = Translator(model).translate_segments(["وصلت السفينة إلى ميناء مرسى نور."], "ar", "en")
    assert [(flag.code, flag.detail) for flag in segment.flags] == [("name", "Cairo")]


def test_settings_that_were_left_open_are_the_models(model: ScriptedModel) -> None:
    model.name = "compact"
    tuned = Translator(model, Settings(length_penalty=0.6)).settings
    assert (tuned.length_penalty, tuned.no_repeat_ngram) == (0.6, 3)
    Translator(model).translate_sentences(["وصلت السفينة."], "ar", "en")
    assert model.calls[0][1].no_repeat_ngram == 3
