"""The splitter against boundaries made by hand (`tests/data/boundaries`)."""

import pytest

from article.split import split_sentences
from benchmarks.boundaries import boundaries, joined, paragraphs


def f1(part: str) -> float:
    right = wrong = missed = 0
    for _, sentences in paragraphs(part):
        expected = boundaries(sentences)
        found = boundaries(sentence.text for sentence in split_sentences(joined(sentences)))
        right, wrong, missed = (
            right + len(expected & found),
            wrong + len(found - expected),
            missed + len(expected - found),
        )
    return 2 * right / (2 * right + wrong + missed)


@pytest.mark.parametrize("part", ["open", "blind"])
def test_boundary_f1(part: str) -> None:
    assert f1(part) >= 0.98


def test_the_gold_is_large_enough() -> None:
    assert sum(len(sentences) - 1 for part in ("open", "blind") for _, sentences in paragraphs(part)) >= 300


def test_nothing_of_the_gold_texts_is_lost() -> None:
    for part in ("open", "blind"):
        for _, sentences in paragraphs(part):
            text = joined(sentences)
            assert "".join("".join(s.text.split()) for s in split_sentences(text)) == "".join(text.split())
