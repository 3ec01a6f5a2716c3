"""The retry ladder, with a model whose every answer is scripted."""

from __future__ import annotations

from base.flags import Flag
from engine.types import Decoding, Hypothesis, Task
from tests.translate.scripted import Script, ScriptedModel, article_of, hypothesis
from translate import Segment, Settings, Translator

SOURCE = "حضر الحفل 6000 شخص من المدينة."
GOOD = "The party was attended by 6,000 people of the city."
WRONG = "The party was attended by 600 people of the city."
LOOP = "The party the party the party the party the party 6,000."
TWO_CLAUSES = "وصل الوزير إلى العاصمة صباح أمس، ثم زار المصنع الجديد في الميناء القديم."


def first_then(first: str, later: list[str]) -> Script:
    """Answer the first decoding with one text, those with a wider beam with others."""

    def script(source: str, task: Task, decoding: Decoding) -> list[str]:
        return [first] if decoding.num_hypotheses == 1 else later

    return script


def translate(script: Script, source: str = SOURCE, settings: Settings = Settings()) -> tuple[Segment, ScriptedModel]:
    model = ScriptedModel(script)
    (segment,) = Translator(model, settings).translate(article_of(source)).segments
    return segment, model


def test_a_good_first_attempt_is_decoded_once() -> None:
    segment, model = translate(first_then(GOOD, []))
    assert (segment.target, segment.flags, len(model.calls)) == (GOOD, (), 1)


def test_the_hypothesis_with_the_fewest_findings_wins() -> None:
    segment, model = translate(first_then(WRONG, [WRONG, "Many came.", GOOD, LOOP]))
    assert (segment.target, segment.flags) == (GOOD, ())
    assert [decoding.num_hypotheses for _, decoding in model.calls] == [1, 8]


def test_between_equally_good_hypotheses_the_score_decides() -> None:
    other = "The feast was attended by 6,000 people of the city."
    segment, _ = translate(first_then(WRONG, [other, GOOD]))
    assert segment.target == other


def test_a_loop_is_decoded_again_with_blocked_repetition() -> None:
    def script(source: str, task: Task, decoding: Decoding) -> list[str]:
        return [GOOD] if decoding.no_repeat_ngram else [LOOP]

    segment, model = translate(script)
    assert (segment.target, segment.flags) == (GOOD, ())
    assert model.calls[-1][1].repetition_penalty > 1


def test_a_wrong_number_that_no_hypothesis_has_right_is_put_right_in_place() -> None:
    segment, model = translate(first_then(WRONG, [WRONG]))
    assert segment.target == "The party was attended by 6000 people of the city."
    assert segment.flags == ()
    assert len(model.calls) == 2


def test_what_cannot_be_repaired_is_flagged_with_the_spelling_of_the_source() -> None:
    lost = "The party was attended by many people of the city."
    segment, _ = translate(first_then(lost, [lost]))
    assert segment.target == lost
    assert segment.flags == (Flag("number", "6000"),)


def test_a_flag_names_the_number_as_the_article_spells_it() -> None:
    lost = "The party was attended by many people of the city."
    segment, _ = translate(first_then(lost, [lost]), source="حضر الحفل ٦٠٠٠ شخص من المدينة.")
    assert segment.flags == (Flag("number", "٦٠٠٠"),)


def test_a_dropped_clause_is_translated_clause_by_clause() -> None:
    answers = {
        "وصل الوزير إلى العاصمة صباح أمس،": "The minister arrived in the capital yesterday morning.",
        "ثم زار المصنع الجديد في الميناء القديم.": "Then he visited the new factory in the old port.",
    }

    def script(source: str, task: Task, decoding: Decoding) -> list[str]:
        return [answers.get(source, "The minister came.")]

    segment, model = translate(script, TWO_CLAUSES)
    assert segment.target == (
        "The minister arrived in the capital yesterday morning, then he visited the new factory in the old port."
    )
    assert segment.flags == ()
    assert model.calls[-1][0] == tuple(answers)


def test_at_most_two_further_decodings_of_failing_segments_alone() -> None:
    bad = "قال المتحدث إن 900 عامل سيحضرون، وإن 300 ضيف سيأتون معهم غدا."

    def script(source: str, task: Task, decoding: Decoding) -> list[str]:
        return [LOOP] if "900" in source else [GOOD]

    model = ScriptedModel(script)
    translation = Translator(model).translate(article_of(f"{SOURCE} {bad}"))
    assert [segment.flags != () for segment in translation.segments] == [False, True]
    again = model.calls[1:]
    assert 1 <= len(again) <= 2
    assert not any(SOURCE in sources for sources, _ in again)


def test_retries_can_be_switched_off() -> None:
    lost = "The party was attended by many people of the city."
    segment, model = translate(first_then(lost, [GOOD]), settings=Settings(retries=0))
    assert segment.flags == (Flag("number", "6000"),)
    assert len(model.calls) == 1


def test_an_unfinished_hypothesis_is_flagged_when_nothing_better_comes() -> None:
    def script(source: str, task: Task, decoding: Decoding) -> list[Hypothesis]:
        return [hypothesis(GOOD, finished=False)]

    segment, _ = translate(script)
    assert [flag.code for flag in segment.flags] == ["unfinished"]


def test_low_confidence_is_flagged_and_no_reason_to_decode_again() -> None:
    def script(source: str, task: Task, decoding: Decoding) -> list[Hypothesis]:
        return [hypothesis(GOOD, -2.5)]

    segment, model = translate(script, settings=Settings(low_confidence=-1.5))
    assert segment.flags == (Flag("low-confidence", "-2.50"),)
    assert len(model.calls) == 1


def test_a_wrapped_sentence_says_in_how_many_parts() -> None:
    def script(source: str, task: Task, decoding: Decoding) -> list[Hypothesis]:
        return [hypothesis(GOOD, parts=3)]

    segment, model = translate(script)
    assert segment.flags == (Flag("wrapped", "3"),)
    assert len(model.calls) == 1


def test_a_better_length_is_not_bought_with_an_absurd_hypothesis() -> None:
    source = "وأكدت الوزارة أن جميع المدارس الحكومية والخاصة ستفتح أبوابها أمام الطلاب في الأسبوع المقبل."
    short = "The ministry said that all schools would open their doors next week."
    absurd = "The ministry of the ministry says a school a public and private one to a door for students week."

    def script(source: str, task: Task, decoding: Decoding) -> list[Hypothesis]:
        return [hypothesis(short, -0.3), hypothesis(absurd, -4.0)]

    segment, _ = translate(script, source)
    assert segment.target == short
    assert segment.flags == ()
