from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate.clauses import join_clauses, split_clauses


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        (
            "وصل الوزير إلى العاصمة أمس، ثم زار المصنع الجديد في الميناء.",
            ("وصل الوزير إلى العاصمة أمس،", "ثم زار المصنع الجديد في الميناء."),
        ),
        ("وصل الوزير، ثم زار المصنع الجديد.", ("وصل الوزير، ثم زار المصنع الجديد.",)),
        (
            "The port was closed on Monday because the wind was far too strong.",
            ("The port was closed on Monday", "because the wind was far too strong."),
        ),
        ("He paid 1,500 dollars in May.", ("He paid 1,500 dollars in May.",)),
        (
            "انتظر الركاب ساعات طويلة في المطار بينما واصل الطيارون إضرابهم عن العمل.",
            ("انتظر الركاب ساعات طويلة في المطار", "بينما واصل الطيارون إضرابهم عن العمل."),
        ),
    ],
)
def test_sentences_are_cut_behind_marks_or_before_conjunctions(text: str, clauses: tuple[str, ...]) -> None:
    assert split_clauses(text) == clauses


@given(st.text(st.sampled_from("اب ab،,;:- 1."), max_size=120))
@settings(max_examples=200, deadline=None)
def test_clauses_joined_give_the_text(text: str) -> None:
    plain = " ".join(text.split())
    assert " ".join(split_clauses(plain)) == plain


def test_joined_clauses_read_as_one_sentence() -> None:
    sources = ("قال الوزير إن العمل مستمر،", "وإن الميناء مفتوح؛", "ثم غادر القاعة.")
    targets = ("The minister said work went on.", "The port was open.", "Ali then left the hall.")
    assert join_clauses(targets, sources, "en") == (
        "The minister said work went on, the port was open; Ali then left the hall."
    )
