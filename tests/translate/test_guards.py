"""Each guard on faults it has to see, and on good translations it has to leave alone."""

from __future__ import annotations

import pytest

from base.languages import Language
from translate.guards.coverage import check_coverage, deviation
from translate.guards.finding import Finding
from translate.guards.leftovers import remove_leftovers, unescape_entities
from translate.guards.loops import check_loops
from translate.guards.numbers import check_numbers, repair_number
from translate.guards.script import check_script

GOOD_PAIRS = [
    ("افتتح الوزير المصنع الجديد صباح الأربعاء.", "The minister opened the new factory on Wednesday morning."),
    ("بلغت الأرباح 6.000 دولار، أي ما يعادل ٪12 من الإيرادات.", "Profits reached $6,000, or 12% of revenue."),
    (
        "وقالت الشركة إن المشروع سيوفر ألفي وظيفة بحلول عام 2030.",
        "The company said the project would create 2,000 jobs by 2030.",
    ),
    (
        "توفي الكاتب في 10 أيلول/سبتمبر 1998 عن عمر ناهز 71 عاما.",
        "The writer died on September 10, 1998, at the age of 71.",
    ),
    ("جدا جدا جدا، هكذا وصف المدرب سعادته.", "Very, very, very: that is how the coach described his joy."),
    ("هل ستعود آبل إلى السوق؟ لا أحد يعرف.", "Will Apple return to the market? Nobody knows."),
    ("استخدم الباحثون تقنية GPS لتتبع الطيور.", "The researchers used GPS to track the birds."),
    ("لا.", "No."),
    ("شكرا جزيلا لكم جميعا!", "Thank you all very much!"),
]


def findings(source: str, target: str, source_language: Language, target_language: Language) -> list[Finding]:
    return [
        *check_script(source, target, target_language),
        *check_loops(source, target),
        *check_coverage(source, target, target_language),
        *check_numbers(source, target, source_language, target_language),
    ]


@pytest.mark.parametrize(("arabic", "english"), GOOD_PAIRS)
def test_good_translations_pass_every_guard_in_both_directions(arabic: str, english: str) -> None:
    assert [finding for finding in findings(arabic, english, "ar", "en") if finding.reported] == []
    assert [finding for finding in findings(english, arabic, "en", "ar") if finding.reported] == []


@pytest.mark.parametrize(
    ("source", "target", "codes"),
    [
        ("حضر الحفل 6000 شخص.", "The party was attended by 600 people.", ["number", "number-added"]),
        ("حضر الحفل 6000 شخص.", "The party was attended by many people.", ["number"]),
        ("حضر الحفل كثيرون.", "The party was attended by 400 people.", ["number-added"]),
        ("ارتفعت الأسعار بنسبة 12.5 في المئة.", "Prices rose by 2.5 percent.", ["number", "number-added"]),
        ("حضر ١٢ وزيرا الاجتماع.", "21 ministers attended the meeting.", ["number", "number-added"]),
        ("وصل في الثالث من مايو 2021.", "He arrived on May 3, 2012.", ["number", "number-added"]),
    ],
)
def test_wrong_numbers_are_found(source: str, target: str, codes: list[str]) -> None:
    assert [finding.code for finding in check_numbers(source, target, "ar", "en")] == codes


def test_a_lost_minus_is_shown() -> None:
    found = check_numbers("بلغت الحرارة 5 درجات تحت الصفر.", "The temperature was 5 degrees.", "ar", "en")
    assert [(finding.code, finding.detail) for finding in found] == [("number", "-5"), ("number-added", "5")]


def test_the_detail_of_a_lost_number_is_its_spelling_in_the_source() -> None:
    (finding,) = check_numbers("زار المعرض ٤٥ ألف شخص.", "Many people visited the fair.", "ar", "en")
    assert finding.detail == "٤٥ ألف"


@pytest.mark.parametrize(
    ("source", "target", "mended"),
    [
        ("حضر الحفل 6000 شخص.", "The party was attended by 600 people.", "The party was attended by 6000 people."),
        ("بلغت الحرارة 12 درجة تحت الصفر.", "It was minus 5 degrees.", "It was minus 12 degrees."),
        ("بلغت الحرارة 12 درجة تحت الصفر.", "It was 12 degrees.", "It was -12 degrees."),
        ("حضر الحفل 6,000 شخص.", "About 000 6 people came to the party.", "About 6,000 people came to the party."),
        ("ارتفعت الأسعار بنسبة 12.5 في المئة.", "Prices rose by 2.5 percent.", "Prices rose by 12.5%."),
    ],
)
def test_one_wrong_number_is_put_right_in_its_place(source: str, target: str, mended: str) -> None:
    assert repair_number(source, target, "ar", "en") == mended
    assert check_numbers(source, mended, "ar", "en") == ()


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("فاز الفريق بنتيجة 4 أهداف مقابل 3.", "The team won by 7 goals to 8."),
        ("حضر الحفل 6000 شخص.", "Many people attended."),
        ("دفع 300 دولار عن 12 صندوقا.", "He paid 400 dollars for 12 boxes on 5 shelves."),
        ("حضر الحفل 6000 شخص.", "The party was attended by 6,000 people."),
    ],
)
def test_numbers_are_not_repaired_where_it_is_not_clear_which(source: str, target: str) -> None:
    assert repair_number(source, target, "ar", "en") is None


LONG = (
    "قالت وزارة الزراعة إن موسم القمح هذا العام سيكون أفضل من الموسم الماضي بفضل الأمطار الغزيرة؛ "
    "وحذرت في الوقت نفسه من انتشار الجراد في المحافظات الجنوبية القريبة من الحدود."
)


@pytest.mark.parametrize(
    "target",
    [
        "The ministry said the season would be good.",
        "The Ministry of Agriculture said that this year's wheat season would be better than the last one thanks "
        "to heavy rains.",
    ],
)
def test_a_dropped_clause_is_a_coverage_fault(target: str) -> None:
    (finding,) = check_coverage(LONG, target, "en")
    assert (finding.code, finding.reported) == ("coverage", True)


def test_a_target_that_runs_on_is_overlong() -> None:
    target = "The port has been closed since the morning because of the strong wind and the high waves at sea."
    assert [finding.code for finding in check_coverage("أغلق الميناء.", target, "en")] == ["overlong"]


def test_a_slightly_short_target_is_suspected_but_not_reported() -> None:
    source = "وأكدت الوزارة أن جميع المدارس الحكومية والخاصة ستفتح أبوابها أمام الطلاب في الأسبوع المقبل."
    (finding,) = check_coverage(source, "The ministry said that all schools would open their doors next week.", "en")
    assert (finding.code, finding.reported) == ("coverage", False)


def test_deviation_grows_with_the_target() -> None:
    words = ["word"] * 30
    values = [deviation(LONG, " ".join(words[:count]), "en") for count in range(1, 30)]
    assert values == sorted(values)


@pytest.mark.parametrize(
    "target",
    [
        "I'm sorry but I'm sorry but I'm sorry but I'm sorry.",
        "The the the the minister spoke.",
        "He said that he said that he said that he left.",
        "Wowowowowowowowowowo, said the man.",
        "The talks in Geneva were good and the talks in Geneva went on and the talks in Geneva ended, "
        "since the talks in Geneva were good and the talks in Geneva went on.",
    ],
)
def test_loops_are_found(target: str) -> None:
    (finding,) = check_loops("قال الوزير إن المحادثات كانت جيدة.", target)
    assert finding.code == "loop"
    assert finding.detail


def test_loops_are_found_in_arabic() -> None:
    target = "وقال الرئيس إنه سيزور وقال الرئيس إنه سيزور وقال الرئيس إنه سيزور العاصمة."
    (finding,) = check_loops("The president said he would visit the capital.", target)
    assert "الرئيس" in finding.detail


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("لا لا لا لا، صرخ الطفل.", "No no no no, cried the child."),
        ("هههههههه، مضحك.", "Hahahahahaha, funny."),
        ("الباب بالباب والدار بالدار.", "Door to door and house to house."),
        ("كان يعمل ليلا ونهارا، وكان يكتب ليلا ونهارا.", "He worked day and night, and he wrote day and night."),
        ("قال إن ما كان كان.", "He said that what had been had been."),
    ],
)
def test_repetition_that_the_source_has_is_no_loop(source: str, target: str) -> None:
    assert check_loops(source, target) == ()


@pytest.mark.parametrize(
    ("target", "plain"),
    [
        ("He said: &quot;Yes&quot; &amp; left.", 'He said: "Yes" & left.'),
        ("The minister&#39;s car", "The minister's car"),
        ("5 &lt; 6 & quot ; yes", '5 < 6 " yes'),
    ],
)
def test_entities_are_unescaped(target: str, plain: str) -> None:
    assert unescape_entities("قال", target) == plain


def test_entities_of_the_source_stay() -> None:
    assert unescape_entities("الرمز &amp; في الصفحة", "The &amp; sign, &quot;and&quot;") == 'The &amp; sign, "and"'


@pytest.mark.parametrize(
    ("target", "plain"),
    [
        ("</s> The port opened.</s>", "The port opened."),
        (">>eng<< The port opened.", "The port opened."),
        ("▁The▁port opened. <pad><pad>", "The port opened."),
        ("en_XX The port opened.", "The port opened."),
        ("eng_Latn The port opened.", "The port opened."),
    ],
)
def test_special_tokens_are_removed_without_a_word(target: str, plain: str) -> None:
    assert remove_leftovers("فتح الميناء.", target) == (plain, ())


@pytest.mark.parametrize("token", ["<extra_id_0>", "<unk>", "⁇", "\ufffd", "[UNK]"])
def test_tokens_that_stand_for_something_lost_are_flagged(token: str) -> None:
    text, found = remove_leftovers("فتح الميناء أمس.", f"The {token} opened yesterday.")
    assert text == "The opened yesterday."
    assert [(finding.code, finding.detail) for finding in found] == [("leftover", token)]


def test_tokens_that_the_source_speaks_of_are_text() -> None:
    assert remove_leftovers("يعني الرمز </s> نهاية الجملة.", "The token </s> ends it.") == (
        "The token </s> ends it.",
        (),
    )


@pytest.mark.parametrize(
    ("source", "target", "language"),
    [
        ("فتح الميناء.", "فتح الميناء.", "en"),
        ("فتح الميناء.", "", "en"),
        ("فتح الميناء.", "2000000000.", "en"),
        ("وصل وزير الخارجية اليوم.", "The وزير الخارجية arrived today.", "en"),
        ("وصل وزير الخارجية اليوم.", "Министр arrived today.", "en"),
        ("The port reopened today.", "The port reopened today.", "ar"),
        ("The port reopened today.", "Le port a rouvert.", "ar"),
        ("The port reopened today.", "فتح الميناء reopened اليوم من جديد.", "ar"),
    ],
)
def test_targets_in_the_wrong_script_are_untranslated(source: str, target: str, language: Language) -> None:
    assert [finding.code for finding in check_script(source, target, language)] == ["untranslated"]


@pytest.mark.parametrize(
    ("source", "target", "language"),
    [
        ("Apple and WHO met.", "التقت شركة Apple بمنظمة WHO.", "ar"),
        ("NASA", "NASA", "ar"),
        ("The word means 字 in Chinese.", "تعني الكلمة 字 بالصينية.", "ar"),
        ("See www.example.org for more.", "للمزيد زوروا www.example.org اليوم.", "ar"),
    ],
)
def test_names_and_addresses_may_stay_latin_in_arabic(source: str, target: str, language: Language) -> None:
    assert check_script(source, target, language) == ()


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        ("شرب الماء.", "He drank drinking drinking water.", ["drinking drinking"]),
        ("The quake was felt.", "شعر الناس بزلزال زلزال قوي في زلزال زلزال.", ["زلزال زلزال"]),
        ("سقط الحاكم.", "The twicesss fell.", ["twicesss"]),
        ("قطر الأنبوب واسع.", "The Qatar's Qatar's pipe.", ["Qatar's Qatar's"]),
        ("قال سرحان سرحان نعم.", "Sirhan Sirhan said yes.", []),
        ("He knew that they had had enough.", "كان يعرف أنهم اكتفوا.", []),
        ("Visit www.example.org now, NATO. NATO said.", "زوروا www.example.org الآن، الناتو. الناتو قال.", []),
        ("فاز لويس الثامن عشر.", "Louis XVIII won, and that, that was all.", []),
    ],
)
def test_a_word_said_twice_is_a_fault_that_the_source_does_not_have(source: str, target: str, found: list[str]) -> None:
    assert [finding.detail for finding in check_loops(source, target)] == found
