from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jisr.bidi import isolate, runs, terminal_mode, visual


@given(st.text(), st.sampled_from(["ar", "en"]))
def test_runs_joined_give_the_text(text: str, language: str) -> None:
    assert "".join(run for run, _ in runs(text, language)) == text  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "isolated"),
    [
        ("قالت شركة Bridge Works إن 12.5% من السكان", ["Bridge Works", "12.5%"]),
        ("زوروا https://example.org/a?b=1. شكرا", ["https://example.org/a?b=1"]),
        ("في ١٢ مايو، الساعة 10:30.", ["١٢", "10:30"]),
        ("نحو $3,500 لكل طن", ["$3,500"]),
        ("فيروس COVID-19 ينتشر", ["COVID-19"]),
        ("اكتب إلى press@example.org الآن", ["press@example.org"]),
        ("لا شيء هنا.", []),
    ],
)
def test_runs_of_the_other_direction_are_found_in_arabic(text: str, isolated: list[str]) -> None:
    assert [run for run, is_isolated in runs(text, "ar") if is_isolated] == isolated


def test_arabic_in_english_is_one_run_and_numbers_are_none() -> None:
    found = [run for run, is_isolated in runs("The word جسر جديد means bridge in 12 towns.", "en") if is_isolated]
    assert found == ["جسر جديد"]


def test_isolates_come_in_pairs() -> None:
    assert isolate("نص", "ar") == "\u2067نص\u2069"
    assert isolate("", "ar") == ""


def test_visual_order_starts_with_the_last_arabic_word_and_keeps_latin() -> None:
    line = visual("قالت شركة Bridge إن 12", "ar")
    assert line.startswith("12")
    assert "Bridge" in line
    assert len(line.split()) == 5


@pytest.mark.parametrize(
    ("environment", "mode"),
    [
        ({"VTE_VERSION": "7200", "TERM": "xterm-256color"}, "logical"),
        ({"KITTY_WINDOW_ID": "1"}, "visual"),
        ({"TERM": "linux"}, "visual"),
        ({"TERM_PROGRAM": "vscode"}, "visual"),
        ({"TERM_PROGRAM": "Apple_Terminal"}, "logical"),
        ({}, "logical"),
    ],
)
def test_terminals_are_told_apart(environment: dict[str, str], mode: str) -> None:
    assert terminal_mode(environment) == mode
