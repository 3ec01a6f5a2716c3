"""Everything is read, nothing is longer than the encoder takes."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.types import Task
from summarize.windows import windows
from tests.summarize.scripted import always

TASK = Task("summarize", "en", "en")
texts = st.lists(
    st.lists(st.sampled_from(["alpha", "beta,", "gamma", "delta;"]), min_size=1, max_size=40).map(" ".join),
    min_size=1,
    max_size=30,
)


@settings(max_examples=80, deadline=None)
@given(texts, st.integers(8, 60))
def test_every_word_is_read_and_no_window_is_too_long(sentences: list[str], room: int) -> None:
    model = always(max_source_pieces=room)
    found = list(windows(range(len(sentences)), sentences, model, TASK))
    assert all(len(window.text.split()) <= room for window in found)
    assert {index for window in found for index in window.ids} == set(range(len(sentences)))
    read = " ".join(window.text for window in found)
    for sentence in sentences:
        for word in set(sentence.split()):
            assert read.split().count(word) >= sentence.split().count(word)


def test_neighbours_overlap_by_whole_sentences() -> None:
    sentences = [f"Sentence number {index} has six words." for index in range(60)]
    found = list(windows(range(60), sentences, always(max_source_pieces=100), TASK))
    assert len(found) > 3
    assert all(set(one.ids) & set(other.ids) for one, other in pairwise(found))
    assert all(one.ids[0] < other.ids[0] for one, other in pairwise(found))


def test_a_short_article_is_one_window() -> None:
    (only,) = windows((0, 2), ["One.", "Skipped.", "Two."], always(), TASK)
    assert only.ids == (0, 2)
    assert only.text == "One. Two."


def test_one_endless_word_is_cut_and_wholly_read() -> None:
    class Letters(type(always())):  # type: ignore[misc]
        def count_pieces(self, texts: list[str], task: Task) -> list[int]:
            return [len(text) for text in texts]

    model = Letters(lambda *_: (), max_source_pieces=50)
    found = list(windows((0,), ["a" * 333], model, TASK, overlap=0.0))
    assert "".join(window.text for window in found).replace(" ", "") == "a" * 333
