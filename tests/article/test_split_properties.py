"""What holds for every text: spans, order, nothing lost, one more pass changes nothing, no text takes for ever."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from article.characters import INVISIBLES
from article.split import split_sentences


def words(listed: str) -> st.SearchStrategy[str]:
    return st.sampled_from(listed.split())


SIGNS = [
    *".!?؟…؛;،,:\"'“”«»()[]{}-–•*#@& ـ",
    "...",
    "؟!",
    ".”",
    "؟»",
    ". ",
    "! ",
    "؟ ",
    "\n",
    "\r\n",
    "\u200f",
    "َ",
    "😀",
]
LINE_ENDS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
tokens = words("قال وأضاف لأن ثم د أ م.ت.ف إلخ هـ في الوزير 3.5 ٣٫٥ 1990 1 Mr U.S The he said iPhone No etc a.b/c?d")
texts = st.lists(st.sampled_from(SIGNS) | tokens | st.just(" ") | st.characters(), max_size=40).map("".join)
arabic = st.lists(words("قال الوزير وأضاف أن ذلك غدا لأن 23 د م.ت.ف لن هذا"), min_size=3, max_size=8)
english = st.lists(words("the mayor said He that Leeds 23 U.S Mr no they"), min_size=3, max_size=8)
spoken = arabic.map(" ".join) | english.map(lambda listed: "He " + " ".join(listed))
sentences = st.tuples(spoken, words(". ! ؟ ? ... ؟! ؛")).map("".join)


def is_blank(text: str) -> bool:
    return all(character.isspace() or character in INVISIBLES for character in text)


@given(texts)
@example("3.5. ـ ! َ")
@example("كلمة كلمة كلمة كلمة؛ ـ كلمة كلمة كلمة كلمة")
@settings(max_examples=150, deadline=None)
def test_sentences_are_spans_in_order_and_nothing_visible_is_lost(text: str) -> None:
    position = 0
    for sentence in split_sentences(text):
        assert sentence.start >= position
        assert is_blank(text[position : sentence.start])
        assert sentence.text == text[sentence.start : sentence.end] == sentence.text.strip()
        assert not is_blank(sentence.text)
        assert set(sentence.text).isdisjoint(LINE_ENDS)
        position = sentence.end
    assert is_blank(text[position:])


@given(st.lists(sentences, min_size=1, max_size=6).map(" ".join))
@settings(max_examples=100, deadline=None)
def test_a_sentence_is_its_only_sentence(text: str) -> None:
    for sentence in split_sentences(text):
        assert [again.text for again in split_sentences(sentence.text)] == [sentence.text]


FAST = [".", "؟ ", "(", '"', " ", "\n", "a", "😀", "كلمة "]
SLOW = ["a. ", '" a." ', "(a. ", "a.[1]", "a.\u200f", "كلمة… ", "كلمة؛ ", "د. ", "1. ", "«؟» ", "a.'", "!-", "a.)"]


@pytest.mark.parametrize(("unit", "length"), [(unit, 100_000) for unit in FAST] + [(unit, 20_000) for unit in SLOW])
def test_repetition_is_no_trap(unit: str, length: int) -> None:
    """A rule that looks at the whole text from each mark would keep this busy for many minutes."""
    text = unit * (length // len(unit))
    found = split_sentences(text)
    assert "".join("".join(sentence.text.split()) for sentence in found) == "".join(text.split())


def test_long_prose_in_one_line() -> None:
    text = "وقال الوزير (في 3.5.2023) إن “العمل بدأ”. وأضاف د. سامي: نعم! " * 2_000
    assert len(split_sentences(text)) == 4_000
