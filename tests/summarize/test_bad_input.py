"""Texts that are no articles: a sensible summary or a clear refusal, never an invention."""

from __future__ import annotations

import pytest

from article.document import build_article
from base.errors import InputError
from base.languages import Language
from summarize import Abstractive, Extractive, Lead, Summarizer, Summary
from tests.summarize.scripted import always

INVENTED: dict[Language, str] = {
    "en": "The prime minister of Belgium resigned over the scandal on Monday.",
    "ar": "استقال رئيس الوزراء البلجيكي يوم الاثنين بسبب الفضيحة.",
}
TEXTS: dict[str, tuple[Language, str]] = {
    "one sentence": ("en", "The ferry to the island sails every hour in summer."),
    "one Arabic sentence": ("ar", "تبحر العبارة إلى الجزيرة كل ساعة في الصيف."),
    "two words": ("en", "Storm warning"),
    "two Arabic words": ("ar", "تحذير جوي"),
    "table": ("en", "City 2020 2021 2022\nOsla 12 14 15\nBrenn 8 9 11\nTarva 20 18 17\nLind 4 4 6"),
    "scores": ("ar", "الأهلي 2 - 1 الزمالك\nالنجم 0 - 0 الترجي\nالوداد 3 - 2 الرجاء\nالهلال 1 - 4 المريخ"),
    "poetry": (
        "ar",
        "يا ليل طال السهر\nوالقلب بعد لم ينم\nيمضي القمر على البيوت\nوالنجم في الأفق ارتسم\n"
        "يا ليل قل لي أين من\nكانوا هنا قبل الندم\nمروا كأن الريح مرت\nفوق أطلال الخيم",
    ),
    "quotes": (
        "en",
        '"We waited for hours," said one passenger.\n\n"Nobody told us anything," said another.\n\n'
        '"I will never fly with them again," said a third one, who had missed her sister\'s wedding.\n\n'
        '"We are sorry," said the airline.',
    ),
    "a list": ("en", "- two eggs\n- one cup of flour\n- a pinch of salt\n- half a litre of milk"),
    "every other letter lost": ("ar", "قل لوي إ لشوع سد قيا ف لعصة بعد ن وق علي لجس ف لجسة لاية أس لأل."),
}


def summaries(language: Language, text: str) -> list[Summary]:
    article = build_article(text, language=language)
    methods: list[Summarizer] = [Abstractive(always(INVENTED[language])), Lead(), Extractive()]
    return [method.summarize(article, language, length) for method in methods for length in ("headline", "paragraph")]


@pytest.mark.parametrize("name", TEXTS)
def test_only_the_texts_own_words_are_shown(name: str) -> None:
    language, text = TEXTS[name]
    for summary in summaries(language, text):
        assert summary.sentences
        for sentence in summary.sentences:
            for word in sentence.text.rstrip(".").split():
                assert word in text, sentence.text


def test_characters_that_were_lost_are_a_clear_refusal() -> None:
    text = "ق\ufffdل الو\ufffdير إن \ufffdلمشر\ufffdع س\ufffdبدأ قري\ufffdا في الع\ufffdصمة."
    for method in (Abstractive(always(INVENTED["ar"])), Lead(), Extractive()):
        with pytest.raises(InputError, match="lost"):
            method.summarize(build_article(text, language="ar"), "ar")


def test_a_page_of_boilerplate_is_shown_rather_than_a_story() -> None:
    article = build_article("Read more\n\nSign up for our newsletter\n\nFollow us", language="en")
    summary = Abstractive(always(INVENTED["en"])).summarize(article, "en")
    assert "minister" not in summary.text
