import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import article
from article.characters import INVISIBLES
from article.document import build_article, language_shares
from article.model import Article
from base.errors import EmptyInputError, InputError, LanguageError
from base.languages import Language

STORY = """بلدية الميناء تفتتح حديقة جديدة

افتتحت البلدية، صباح اليوم، حديقة عامة في الحي الشمالي. وحضر الحفل مئات السكان.
وقال د. سامي الحلبي: “انتظرنا هذا اليوم طويلا”.
"""
WRAPPED = """The council opened a park in the north of the city on Sunday, after
two years of work. Hundreds of people came to see it, and a band played
until dark. The mayor, who had promised the park before his election,
was not among them.

Nobody could say why he had stayed at home. His office did not answer
the telephone. "He never liked trees," said one of the gardeners, who
asked not to be named.

- Bring a chair, a hat and something to drink, because there will be no
  shops in the park before May.
- Dogs stay outside.
"""


def joined(found: Article) -> str:
    """Return the text put together from sentences and what lies between them."""
    parts, position = [], 0
    for sentence in found.sentences:
        gap = found.text[position : sentence.start]
        assert all(character.isspace() or character in INVISIBLES for character in gap)
        parts += [gap, sentence.text]
        position = sentence.end
    assert all(character.isspace() or character in INVISIBLES for character in found.text[position:])
    return "".join([*parts, found.text[position:]])


def test_a_story_has_title_paragraphs_and_sentences() -> None:
    found = build_article(STORY, origin="story.txt")
    assert (found.language, found.origin, found.title) == ("ar", "story.txt", "بلدية الميناء تفتتح حديقة جديدة")
    assert [len(paragraph.sentences) for paragraph in found.paragraphs] == [1, 2, 1]
    assert joined(found) == found.text == STORY


def test_hard_wrapped_text_has_its_blocks_as_paragraphs() -> None:
    found = build_article(WRAPPED)
    assert found.language == "en"
    assert [len(paragraph.sentences) for paragraph in found.paragraphs] == [3, 3, 1, 1]
    assert found.sentences[0].text.endswith("after\ntwo years of work.")
    assert joined(found) == WRAPPED


def test_lines_that_are_not_wrapped_are_paragraphs() -> None:
    lines = ["Milk for the children and the cat", "Bread, but not the dark one from Harlow", "Two lemons and some salt"]
    found = build_article("\n".join(lines * 2))
    assert [found.text[p.start : p.end] for p in found.paragraphs] == lines * 2
    assert found.title is None


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2029"])
def test_every_kind_of_line_end(end: str) -> None:
    text = STORY.replace("\n", end)
    found = build_article(text)
    assert len(found.paragraphs) == 3
    assert joined(found) == text


@pytest.mark.parametrize(
    "first",
    [
        "افتتحت البلدية حديقة.",
        "قال المتحدث ما يلي:",
        "- حديقة جديدة",
        "1. حديقة جديدة",
        "كلمة " * 30,
    ],
)
def test_what_is_no_title(first: str) -> None:
    assert build_article(f"{first.strip()}\n{STORY.split(maxsplit=5)[5]}").title is None


def test_a_question_can_be_a_title() -> None:
    text = "هل تكفي حديقة واحدة؟\n\n" + STORY.split("\n\n")[1]
    assert build_article(text).title == "هل تكفي حديقة واحدة؟"


def test_a_chat_has_no_title() -> None:
    assert build_article("صباح الخير\nكيفك اليوم\nتمام الحمد لله\nشو الأخبار").title is None


def test_one_line_has_no_title() -> None:
    assert build_article("بلدية الميناء تفتتح حديقة جديدة").title is None


def test_a_given_title_is_put_in_front_once() -> None:
    body = "افتتحت البلدية حديقة عامة. وحضر الحفل مئات السكان."
    added = build_article(body, title=" حديقة  جديدة ")
    assert (added.title, added.text) == ("حديقة جديدة", f"حديقة جديدة\n\n{body}")
    assert build_article(added.text, title="حديقة جديدة").text == added.text
    assert build_article(STORY, title=" ").title == "بلدية الميناء تفتتح حديقة جديدة"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", "nothing"),
        (" \n\t ", "only white space"),
        ("😀😀👍🏽", "only 4 emoji"),
        ("12 ٣٤٥", "only 5 digits"),
        ("... 7", "only 1 digits, 3 other signs"),
        ("https://mawqi.example", "only web addresses or tags"),
    ],
)
@pytest.mark.parametrize("language", [None, "ar"])
def test_text_without_words_is_refused(text: str, found: str, language: Language | None) -> None:
    with pytest.raises(EmptyInputError, match="expected an article in Arabic or English") as caught:
        build_article(text, origin="empty.txt", language=language)
    assert str(caught.value).startswith(f"empty.txt: found {found}, ")


def test_a_third_language_is_refused_by_name_unless_overruled() -> None:
    text = "Le maire a annoncé que les travaux de la gare seront terminés avant la fin de l'été."
    with pytest.raises(LanguageError, match=r"in French \(letters: 100% Latin\), expected Arabic or English"):
        build_article(text)
    assert build_article(text, language="en").language == "en"


def test_persian_is_not_taken_for_arabic() -> None:
    with pytest.raises(LanguageError, match="Persian"):
        build_article("شهردار گفت که کارهای ایستگاه تا پایان تابستان تمام می‌شود و این برای مردم خوب است.")


def test_a_lone_surrogate_is_refused_with_its_place() -> None:
    with pytest.raises(InputError, match=r"U\+D800 at character 5, expected"):
        build_article("مرحبا\ud800")
    with pytest.raises(InputError, match="surrogate"):
        build_article("مرحبا", title="\udcff")


def test_tags_stay_text() -> None:
    text = "قال <b>الوزير</b> إن العمل بدأ. وانتهى &quot;الخلاف&quot; أمس."
    found = build_article(text)
    assert joined(found) == text
    assert len(found.sentences) == 2


def test_language_shares_go_by_sentence() -> None:
    arabic = "أطلقت شركة Google تطبيقا جديدا في مصر."
    assert language_shares(build_article(arabic)).arabic == 1
    mixed = language_shares(build_article(f"{arabic}\nThe company did not say what the price is."))
    assert (mixed.arabic, mixed.english, mixed.other) == (7 / 16, 9 / 16, 0)
    assert mixed.minor == 7 / 16
    french = language_shares(build_article(f"{arabic} {arabic}\nLe prix est de dix euros dans les magasins."))
    assert (french.english, round(french.other, 3)) == (0, round(9 / 23, 3))


def test_three_thousand_words_without_a_mark_are_one_sentence() -> None:
    found = build_article("وقال الرجل إنه رأى البحر " * 600)
    assert (len(found.sentences), found.words) == (1, 3000)


PIECES = [
    "قال",
    "الوزير",
    "The",
    "mayor",
    "said",
    "د.",
    ".",
    "؟",
    "!",
    " ",
    " ",
    "\n",
    "\n\n",
    "\r\n",
    "\u200f",
    "“",
    "”",
    "- ",
    "1. ",
]
texts = st.lists(st.sampled_from(PIECES) | st.characters(exclude_categories=["Cs"]), max_size=60).map("".join)


@given(texts)
@settings(max_examples=100, deadline=None)
def test_joining_everything_gives_the_original(text: str) -> None:
    found = build_article(text + "\nباب", language="ar")
    assert joined(found) == found.text == text + "\nباب"
    assert all(p.start == p.sentences[0].start and p.end == p.sentences[-1].end for p in found.paragraphs)
    assert not found.has_title or len(found.paragraphs) > 1


def test_the_door_of_the_room_exports_what_it_lists() -> None:
    assert {"Article", "build_article", "split_sentences", "detect_language", "normalise"} <= set(article.__all__)
    assert all(getattr(article, name) is not None for name in article.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = article.nothing
