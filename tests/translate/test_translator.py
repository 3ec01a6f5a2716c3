from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from base.errors import InputError, UnsupportedTaskError
from base.flags import Flag
from base.progress import Progress
from engine.types import Decoding, Task
from tests.translate.scripted import ScriptedModel, article_of, echo
from translate import Settings, Translator

ARTICLE = """عاد الميناء إلى العمل

أعلنت إدارة الميناء استئناف العمل صباح اليوم. وقال المدير إن 12 سفينة تنتظر الدخول؟
\tوانتهى الإضراب مساء أمس!  شكرا.

- البند الأول
• البند الثاني 🚢
2030
https://example.org/port
Shipping resumed on Monday, the company said.
"""


def test_white_space_between_sentences_is_kept(model: ScriptedModel) -> None:
    article = article_of(ARTICLE)
    translation = Translator(model).translate(article)
    rest = ARTICLE
    for sentence in article.sentences:
        rest = rest.replace(sentence.text, "\0", 1)
    found = translation.text
    for segment in translation.segments:
        assert segment.target in found
        found = found.replace(segment.target, "\0", 1)
    assert found == rest


def test_every_sentence_once_in_order_with_its_paragraph(model: ScriptedModel) -> None:
    article = article_of(ARTICLE)
    translation = Translator(model).translate(article, "en")
    expected = [(number, paragraph, sentence.text) for number, paragraph, sentence in article.located()]
    assert [(segment.id, segment.paragraph, segment.source) for segment in translation.segments] == expected
    assert all(segment.target for segment in translation.segments)
    assert (translation.source_language, translation.target_language) == ("ar", "en")
    assert translation.signature == "scripted@1"


def test_what_is_no_language_goes_through_unchanged(model: ScriptedModel) -> None:
    segments = Translator(model).translate(article_of(ARTICLE)).segments
    kept = {segment.source: segment for segment in segments if segment.source == segment.target}
    assert set(kept) == {"2030", "https://example.org/port", "Shipping resumed on Monday, the company said."}
    assert kept["2030"].flags == ()
    assert kept["Shipping resumed on Monday, the company said."].flags == (Flag("mixed-language"),)
    assert not any("2030" in source for sources, _ in model.calls for source in sources)


@pytest.mark.parametrize(
    ("sentence", "head", "tail"),
    [
        ("- البند الأول", "- ", ""),
        ("• البند الثاني", "• ", ""),
        ("١. البند الأول", "١. ", ""),
        ("(12) البند", "(12) ", ""),
        ("3) البند", "3) ", ""),
        ("عاجل 🔥🔥", "", " 🔥🔥"),
        ("🔴 عاجل: وصول السفينة https://example.org/x", "🔴 ", " https://example.org/x"),
    ],
)
def test_list_markers_emoji_and_addresses_are_carried_over(
    model: ScriptedModel, sentence: str, head: str, tail: str
) -> None:
    (target,) = Translator(model).translate_sentences([sentence], "ar", "en")
    assert target.startswith(head)
    assert target.endswith(tail)
    assert target != sentence
    ((sources, _),) = model.calls
    assert sources == (sentence[len(head) : len(sentence) - len(tail)].strip(),)


@pytest.mark.parametrize("text", ["2023", "١٢٫٥ ٪", "🙂🙂", "...", "—", "https://example.org", "+20 2 2345", "", "  "])
def test_texts_without_letters_never_reach_the_model(model: ScriptedModel, text: str) -> None:
    assert Translator(model).translate_sentences([text], "ar", "en") == (text,)
    assert model.calls == []


def test_numbers_at_the_head_of_a_sentence_are_no_list_marker(model: ScriptedModel) -> None:
    Translator(model).translate_sentences(["12 سفينة في الميناء.", "3.5 مليون زائر."], "ar", "en")
    assert model.calls[0][0] == ("12 سفينة في الميناء.", "3.5 مليون زائر.")


def test_the_model_sees_normalised_text_and_the_segment_keeps_the_original(model: ScriptedModel) -> None:
    source = "قَالَ الـمُديرُ: «حضر ١٢ ضيفا»."
    (segment,) = Translator(model).translate(article_of(source)).segments
    assert segment.source == source
    assert model.calls[0][0] == ('قال المدير: "حضر 12 ضيفا".',)


def test_the_same_language_is_an_error_that_says_what_to_ask_for(model: ScriptedModel) -> None:
    with pytest.raises(InputError, match=r"Arabic already.*Ask for en"):
        Translator(model).translate(article_of(ARTICLE), "ar")
    with pytest.raises(InputError):
        Translator(model).stream(article_of(ARTICLE), "ar")
    with pytest.raises(InputError):
        Translator(model).translate_sentences(["نعم"], "en", "en")


def test_a_direction_the_model_does_not_know() -> None:
    model = ScriptedModel(pairs=frozenset({("en", "ar")}))
    with pytest.raises(UnsupportedTaskError):
        Translator(model).translate(article_of(ARTICLE))


def test_an_article_without_letters_needs_no_model_at_all() -> None:
    model = ScriptedModel(pairs=frozenset())
    assert Translator(model).translate(article_of("2023\n\n🙂")).text == "2023\n\n🙂"


def test_stream_gives_every_segment_once_and_the_head_early(model: ScriptedModel) -> None:
    text = "\n".join(f"الجملة رقم {number} من النص" + " كلمة" * (20 - number) + "." for number in range(20))
    segments = list(Translator(model).stream(article_of(text)))
    assert sorted(segment.id for segment in segments) == list(range(20))
    assert [segment.id for segment in segments[:2]] == [0, 1]


def test_stream_and_translate_agree(model: ScriptedModel) -> None:
    article = article_of(ARTICLE)
    translator = Translator(model)
    streamed = sorted(translator.stream(article), key=lambda segment: segment.id)
    assert tuple(streamed) == translator.translate(article).segments


def test_articles_share_batches_and_come_out_as_if_alone(model: ScriptedModel) -> None:
    articles = [article_of(ARTICLE), article_of("Ships wait outside. Nobody knows why.", "en"), article_of("نعم. لا.")]
    together = Translator(model).translate_articles(articles)
    assert len(model.calls) == 2
    alone = [Translator(ScriptedModel()).translate(article) for article in articles]
    assert together == alone
    assert [translation.target_language for translation in together] == ["en", "ar", "en"]


def test_progress_counts_every_sentence(model: ScriptedModel) -> None:
    steps: list[Progress] = []
    article = article_of(ARTICLE)
    Translator(model).translate(article, progress=steps.append)
    count = len(article.sentences)
    assert [step.done for step in steps] == list(range(1, count + 1))
    assert {step.total for step in steps} == {count}


def test_arabic_indic_digits_on_request(model: ScriptedModel) -> None:
    translator = Translator(model, Settings(digits="arabic-indic"))
    (target,) = translator.translate_sentences(["The ship has 1,200 seats."], "en", "ar")
    assert "١٬٢٠٠" in target
    assert "1" not in target


def test_the_source_stands_where_nothing_came_out() -> None:
    model = ScriptedModel(lambda source, task, decoding: [""])
    (segment,) = Translator(model).translate(article_of("- عاد الميناء.")).segments
    assert segment.target == "- عاد الميناء."
    assert [flag.code for flag in segment.flags] == ["untranslated"]


WORDS = st.lists(
    st.sampled_from(["الميناء", "سفينة", "وصلت", "12", "في", "المدير،", "قال:", "نعم؟", "البحر.", "«كبير»", "Apple"]),
    min_size=1,
    max_size=8,
).map(" ".join)


def broken_for_some(source: str, task: Task, decoding: Decoding) -> list[str]:
    """Fail at first for every other source, and always for some."""
    if (len(source) % 2 and decoding.num_hypotheses == 1) or len(source) % 5 == 0:
        return ["la la la la la la"]
    return echo(source, task, decoding)


@given(sentences=st.lists(WORDS, min_size=1, max_size=12), data=st.data())
@settings(max_examples=60, deadline=None)
def test_a_sentence_is_translated_the_same_whatever_stands_beside_it(sentences: list[str], data: Any) -> None:
    translator = Translator(ScriptedModel(broken_for_some))
    together = translator.translate_sentences(sentences, "ar", "en")
    order = data.draw(st.permutations(range(len(sentences))))
    shuffled = translator.translate_sentences([sentences[index] for index in order], "ar", "en")
    assert shuffled == tuple(together[index] for index in order)
    assert together == tuple(translator.translate_sentences([text], "ar", "en")[0] for text in sentences)


TEXT = st.text(st.sampled_from("ابتلمي 12.؟!،\n\t\r«»-•ab\u200f🙂<b>&;\ud800"), max_size=80)


@given(text=TEXT)
@settings(max_examples=150, deadline=None)
def test_any_text_keeps_its_white_space_and_its_number_of_lines(text: str) -> None:
    article = article_of(text)
    translation = Translator(ScriptedModel()).translate(article)
    assert len(translation.segments) == len(article.sentences)
    end, position = 0, 0
    for sentence, segment in zip(article.sentences, translation.segments, strict=True):
        gap = text[end : sentence.start]
        assert translation.text[position : position + len(gap)] == gap
        position += len(gap) + len(segment.target)
        end = sentence.end
    assert translation.text[position:] == text[end:]
    assert translation.text.count("\n") == text.count("\n")


@pytest.mark.parametrize(
    "text",
    [
        "كلمة " * 3000 + ".",
        "قال \ud83d الوزير \udfff إن العمل مستمر.",
        "كتب الوزير <b>رسالة</b> إلى <a href='x'>المدير</a>.",
        "أعلنت Apple عن iPhone جديد في San Francisco يوم Monday.",
    ],
)
def test_bad_input_is_translated_in_one_piece(model: ScriptedModel, text: str) -> None:
    translation = Translator(model).translate(article_of(text))
    assert len(translation.segments) == 1
    assert translation.text.strip()
