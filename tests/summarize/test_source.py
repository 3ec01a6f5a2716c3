"""What is read, and what is refused."""

import pytest

from article.document import build_article
from article.model import Article
from base.errors import EmptyInputError, InputError
from summarize.source import read_source


def test_the_title_and_boilerplate_are_not_read(port_en: Article) -> None:
    article = build_article(f"{port_en.text}\n\nRead more: the storm in pictures", language="en")
    source = read_source(article)
    assert article.title == "Harbour reopens after storm"
    assert source.texts[source.body[0]].startswith("The port of Marsa Nour")
    assert not any("Read more" in source.texts[index] for index in source.body)
    assert len(source.body) == 6


def test_a_news_article_is_prose(port_en: Article, port_ar: Article) -> None:
    assert read_source(port_en).is_prose
    assert read_source(port_ar).is_prose


TABLE = "City 2020 2021 2022\nOsla 12 14 15\nBrenn 8 9 11\nTarva 20 18 17"
SCORES = "الأهلي 2 - 1 الزمالك\nالنجم 0 - 0 الترجي\nالوداد 3 - 2 الرجاء\nالهلال 1 - 4 المريخ"
POEM = "يا ليل طال السهر\nوالقلب بعد لم ينم\nيمضي القمر\nوالنجم في الأفق ارتسم\nيا ليل قل لي\nأين من كان هنا"


@pytest.mark.parametrize("text", [TABLE, SCORES, POEM])
def test_tables_scores_and_verse_are_no_prose(text: str) -> None:
    article = build_article(text, language="en" if text == TABLE else "ar")
    assert not read_source(article).is_prose


def test_text_with_lost_characters_is_refused_with_their_number() -> None:
    text = "ق\ufffdل الو\ufffdير إن \ufffdلمشر\ufffdع س\ufffdبدأ قري\ufffdا في الع\ufffdصمة."
    with pytest.raises(InputError, match="7 characters of the text are lost"):
        read_source(build_article(text, language="ar"))


def test_a_web_address_with_a_question_mark_is_no_lost_character() -> None:
    text = "The form is at example.org/form?page=2 and the list at example.org/list?id=7 until Friday."
    assert read_source(build_article(text, language="en")).body


def test_a_text_without_words_is_empty() -> None:
    article = build_article("Hello there.", language="en")
    blank = Article("... !!!", article.paragraphs[:0], "en")
    with pytest.raises(EmptyInputError, match="no words"):
        read_source(blank)


def test_two_words_are_a_body_when_there_is_nothing_else() -> None:
    assert read_source(build_article("Storm warning", language="en")).body == (0,)
