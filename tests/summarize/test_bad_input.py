"""Texts that are no articles: a sensible summary or a clear refusal, never an invention."""

from __future__ import annotations

import pytest

from article.document import build_article
from article.model import Article
from base.errors import InputError, LanguageError
from base.languages import Language
from summarize import Abstractive, Extract, Extractive, Lead, Summarizer, Summary
from summarize.model import Length
from tests.summarize.aligned import Aligned
from tests.summarize.scripted import always

INVENTED: dict[Language, str] = {
    "en": "The prime minister of Belgium resigned over the scandal on Monday.",
    "ar": "استقال رئيس الوزراء البلجيكي يوم الاثنين بسبب الفضيحة.",
}
LENGTHS: tuple[Length, ...] = ("headline", "bullets", "paragraph", 12)
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
    "English scores": ("en", "Harbour 2 - 1 Rovers\nUnited 0 - 0 Albion\nCity 3 - 2 Wanderers"),
    "Arabic quotes": (
        "ar",
        "قال أحد الركاب: «انتظرنا ساعات طويلة».\n\nوقال آخر: «لم يخبرنا أحد بشيء».\n\n"
        "وقالت ثالثة فاتها زفاف أختها: «لن أسافر معهم مرة أخرى».\n\nوقالت الشركة: «نحن آسفون».",
    ),
    "English verse": (
        "en",
        "The lamp is low, the tide is slow\nand nobody is coming\nThe boats are tied on either side\n"
        "and all the ropes are humming",
    ),
    "a list": ("en", "- two eggs\n- one cup of flour\n- a pinch of salt\n- half a litre of milk"),
    "every other letter lost": ("ar", "قل لوي إ لشوع سد قيا ف لعصة بعد ن وق علي لجس ف لجسة لاية أس لأل."),
}


def summaries(language: Language, text: str) -> list[Summary]:
    article = build_article(text, language=language)
    methods: list[Summarizer] = [Abstractive(always(INVENTED[language])), Extract(), Lead(), Extractive()]
    return [method.summarize(article, language, length) for method in methods for length in LENGTHS]


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
    for method in (Abstractive(always(INVENTED["ar"])), Extract(), Lead(), Extractive()):
        with pytest.raises(InputError, match="lost"):
            method.summarize(build_article(text, language="ar"), "ar")


def test_a_page_of_boilerplate_is_shown_rather_than_a_story() -> None:
    article = build_article("Read more\n\nSign up for our newsletter\n\nFollow us", language="en")
    summary = Abstractive(always(INVENTED["en"])).summarize(article, "en")
    assert "minister" not in summary.text


@pytest.mark.parametrize("quoted", ["quotes", "Arabic quotes"])
def test_quotations_are_not_cut_in_the_middle(quoted: str) -> None:
    language, text = TEXTS[quoted]
    for summary in summaries(language, text):
        for sentence in summary.sentences:
            assert sentence.text.count('"') % 2 == 0, sentence.text
            assert sentence.text.count("«") == sentence.text.count("»"), sentence.text


@pytest.mark.parametrize(
    "text",
    [
        "Le ministre a annoncé hier que les travaux du port commenceront au printemps prochain.",
        "Министр сообщил, что ремонт порта начнётся следующей весной.",
        "وزیر نے کہا کہ بندرگاہ کی مرمت اگلے موسم بہار میں شروع ہوگی اور یہ کام ایک سال میں مکمل ہو گا۔",
    ],
    ids=["French", "Russian", "Urdu"],
)
def test_an_article_in_a_third_language_is_refused(text: str) -> None:
    with pytest.raises(LanguageError):
        build_article(text)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_half_of_the_characters_lost_is_refused_or_shown_as_it_is(language: Language) -> None:
    whole = (
        "أعلنت الوزارة أمس بدء أعمال الإصلاح في الميناء القديم."
        if language == "ar"
        else "Repairs began at the old port."
    )
    marked = "".join("\ufffd" if place % 2 else letter for place, letter in enumerate(whole))
    with pytest.raises(InputError):
        Extract().summarize(build_article(marked, language=language), language)
    dropped = " ".join(word[::2] for word in whole.split())
    for summary in summaries(language, dropped):
        assert all(word.rstrip(".") in dropped for one in summary.sentences for word in one.text.split())


def test_in_the_other_language_a_table_gets_no_story(port_en: Article) -> None:
    language, text = TEXTS["table"]
    article = build_article(text, language=language)
    aligned = Aligned("ar", tuple("أوسلا 12 14 15" for _ in article.sentences), tuple(() for _ in article.sentences))
    for method in (Abstractive(always(INVENTED["ar"])), Extract()):
        summary = method.summarize(article, "ar", "paragraph", None, aligned)
        assert "استقال" not in summary.text
