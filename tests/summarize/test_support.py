"""True sentences have evidence, foreign ones have none."""

import pytest

from summarize.support import Ground

ARTICLE_EN = (
    "The port of Marsa Nour reopened on Tuesday after a storm had kept it closed for nine days.",
    "Harbour master Salim Haddad said that 14 ships had entered before noon.",
    "The storm sank three fishing boats, but nobody was hurt.",
    "Repairs to the eastern pier will cost 2.4 million dollars.",
)
ARTICLE_AR = (
    "أعيد فتح ميناء مرسى نور يوم الثلاثاء بعد أن أبقته العاصفة مغلقا تسعة أيام.",
    "وقال مدير الميناء سليم حداد إن 14 سفينة دخلت قبل الظهر.",
    "وأغرقت العاصفة ثلاثة قوارب صيد، لكن أحدا لم يصب بأذى.",
    "وستكلف إصلاحات الرصيف الشرقي 2.4 مليون دولار.",
)


@pytest.mark.parametrize(
    ("text", "best"),
    [
        ("Fourteen ships entered before noon, said Salim Haddad, the master of the harbour.", 1),
        ("Repairing the eastern pier costs 2.4 million dollars.", 3),
        ("The storm sank fishing boats, hurting nobody.", 2),
    ],
)
def test_a_paraphrase_finds_its_sentence_in_english(text: str, best: int) -> None:
    evidence = Ground.of(ARTICLE_EN, "en").evidence(text)
    assert evidence.ids[0] == best
    assert evidence.support > 0.6


@pytest.mark.parametrize(
    ("text", "best"),
    [
        ("دخلت 14 سفينة قبل الظهر بحسب سليم حداد مدير الميناء.", 1),
        ("تكلف إصلاحات الرصيف الشرقي للميناء 2.4 مليون دولار.", 3),
        ("وأغرقت عاصفة ثلاثة من قوارب الصيد.", 2),
    ],
)
def test_a_paraphrase_finds_its_sentence_in_arabic(text: str, best: int) -> None:
    evidence = Ground.of(ARTICLE_AR, "ar").evidence(text)
    assert evidence.ids[0] == best
    assert evidence.support > 0.6


def test_two_sentences_support_what_was_put_together_from_both() -> None:
    text = "The port reopened on Tuesday and repairs to the eastern pier will cost 2.4 million dollars."
    evidence = Ground.of(ARTICLE_EN, "en").evidence(text)
    assert set(evidence.ids) == {0, 3}
    assert evidence.primary < evidence.support


@pytest.mark.parametrize(
    ("articles", "language", "text"),
    [
        (ARTICLE_EN, "en", "The football team won its third title in a row."),
        (ARTICLE_AR, "ar", "فاز فريق كرة القدم بلقبه الثالث على التوالي."),
        (ARTICLE_EN, "en", ""),
        (ARTICLE_EN, "en", "It was there and then it was not."),
    ],
)
def test_a_foreign_or_empty_sentence_has_no_support(articles: tuple[str, ...], language: str, text: str) -> None:
    ground = Ground.of(articles, "ar" if language == "ar" else "en")
    assert ground.evidence(text).support < 0.3


def test_a_copy_has_full_support() -> None:
    for index, text in enumerate(ARTICLE_AR):
        evidence = Ground.of(ARTICLE_AR, "ar").evidence(text)
        assert evidence.ids == (index,)
        assert evidence.support == pytest.approx(1.0)
