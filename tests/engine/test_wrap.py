"""Wrapping: nothing lost, nothing over the limit, cuts where a reader would pause."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.wrap import wrap

_WORDS = "قال الوزير وقال ثم، لكن؛ أمس. مُم د. the and but, road; that: was — 3.5 a 🙂🙂"
WORDS = st.sampled_from([*_WORDS.split(), "o" * 31, "e\u0301" * 3])
SPACES = st.sampled_from([" ", "  ", "\n", "\t", "\u00a0", "\u2009"])
TEXTS = st.lists(st.tuples(WORDS, SPACES), max_size=120).map(
    lambda pairs: "".join(word + space for word, space in pairs)
)


def words(texts: Sequence[str]) -> list[int]:
    return [len(text.split()) for text in texts]


def letters(texts: Sequence[str]) -> list[int]:
    """Count like a vocabulary of pieces of up to three letters."""
    return [sum(-(-len(word) // 3) for word in text.split()) for text in texts]


def bare(text: str) -> str:
    return "".join(text.split())


@settings(max_examples=150, deadline=None)
@given(text=TEXTS, limit=st.integers(1, 60))
def test_nothing_is_lost_and_nothing_is_over_the_limit(text: str, limit: int) -> None:
    parts = wrap(text, limit, letters)
    assert bare("".join(parts)) == bare(text)
    assert all(part and part == part.strip() for part in parts)
    assert all(letters([part])[0] <= limit or len(part) <= 3 for part in parts)


@settings(max_examples=60, deadline=None)
@given(text=st.text(max_size=200), limit=st.integers(1, 20))
def test_any_text_at_all_can_be_wrapped(text: str, limit: int) -> None:
    assert bare("".join(wrap(text, limit, letters))) == bare(text)


def test_a_short_text_stays_whole() -> None:
    assert wrap(" وصل الوفد أمس. ", 10, words) == ["وصل الوفد أمس."]


@pytest.mark.parametrize("text", ["", "  ", "\n"])
def test_blank_text_has_no_parts(text: str) -> None:
    assert wrap(text, 5, words) == []


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("انتهى البناء في المدينة القديمة هذا العام؛ وسيبدأ العمل بعد شهر واحد فقط هناك", "وسيبدأ"),
        ("انتهى البناء في المدينة القديمة، وسيبدأ العمل في الجسر الجديد بعد شهر واحد فقط", "وسيبدأ"),
        ("انتهى البناء في المدينة القديمة وسيبدأ العمل في الجسر الجديد بعد شهر واحد فقط", "وسيبدأ"),
        ("انتهى البناء في المدينة القديمة لكن العمل في الجسر الجديد لم يبدأ حتى الآن", "لكن"),
        ("The builders finished the old town and the work on the bridge will begin soon", "and"),
        ("The builders finished the old town, the work on the bridge will begin soon", "the"),
        ("The builders finished the old town — the work on the bridge will begin soon", "the"),
        ("The builders finished the old town. Work on the bridge in Mr. Smith's street begins", "Work"),
    ],
)
def test_cuts_fall_where_a_reader_pauses(text: str, second: str) -> None:
    parts = wrap(text, 9, words)
    assert len(parts) == 2
    assert parts[1].split()[0] == second


def test_a_minister_is_no_conjunction() -> None:
    """The first letter of وزير, وقت and their like is no "and"."""
    parts = wrap("زار المدينة صباح أمس وزير الصحة وقت الافتتاح الرسمي للمستشفى", 6, words)
    assert all(part.split()[0] not in ("وزير", "وقت") for part in parts[1:])


def test_numbers_and_times_are_not_cut() -> None:
    text = "بلغ العدد 3,000 شخص عند الساعة 10:30 صباحا بتوقيت المدينة المحلي"
    assert all("3,000" in part or "000" not in part for part in wrap(text, 4, words))


def test_parts_are_balanced() -> None:
    sentence = "كتب الصحفي تقريرا طويلا عن المدينة والنهر والجسر، وقرأه الناس في الصباح، "
    for repeats in (3, 10, 40):
        counts = words(wrap(sentence * repeats, 24, words))
        assert min(counts) >= 6
        assert sum(counts) / len(counts) >= 12


def test_a_word_longer_than_the_limit_is_cut_between_letters() -> None:
    word = "مُ" * 40
    parts = wrap(word, 5, letters)
    assert "".join(parts) == word
    assert all(part.startswith("م") for part in parts), "no mark is cut from its letter"


def test_counts_of_words_need_not_add_up() -> None:
    """A vocabulary may take more pieces for a phrase than for its words one by one."""

    def count(texts: Sequence[str]) -> list[int]:
        return [len(text.split()) ** 2 for text in texts]

    parts = wrap("a b c d e f g h", 9, count)
    assert max(count(parts)) <= 9
    assert " ".join(parts) == "a b c d e f g h"


def test_three_thousand_words_take_few_counts() -> None:
    """Work grows like n log n: each level of halving counts the text about once."""
    counted = 0

    def count(texts: Sequence[str]) -> list[int]:
        nonlocal counted
        counted += sum(len(text) for text in texts)
        return words(texts)

    text = "كلمة " * 3000
    parts = wrap(text, 100, count)
    assert max(words(parts)) <= 100
    assert len(parts) <= 60
    assert counted < 10 * len(text)
    assert all(first and second for first, second in pairwise(parts))


def test_a_limit_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="limit of 1"):
        wrap("a b", 0, words)
