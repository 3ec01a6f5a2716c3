from __future__ import annotations

import io
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from rich.cells import cell_len

from base.errors import OutputError
from base.flags import Flag, FlagCode
from jisr.exports.html import isolated
from jisr.exports.markdown import inline
from jisr.exports.terminal import render, wrap
from jisr.messages import message
from jisr.reading import Reading
from tests.jisr.conftest import TARGETS

KEYS = {"jisr", "signature", "article", "target_language", "segments", "summaries", "flags", "timings"}


def test_json_has_every_key_and_readable_arabic(reading: Reading) -> None:
    text = reading.to_json()
    data = json.loads(text)
    assert set(data) == KEYS
    assert "افتتحت" in text
    assert [s["id"] for s in data["segments"]] == [0, 1, 2]
    assert data["segments"][1]["flags"][0]["code"] == "number"
    assert "12" in data["segments"][1]["flags"][0]["message"]
    assert data["summaries"]["en"]["sentences"][0]["evidence"] == [1, 0]
    assert data["article"] == {
        "title": "جسر جديد فوق النهر", "language": "ar", "paragraphs": 2,
        "sentences": 3, "words": 18, "origin": "<text>",
    }  # fmt: skip


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_flag_has_a_message_in_both_languages(language: str) -> None:
    for code in FlagCode.__args__:  # type: ignore[attr-defined]
        assert message(Flag(code), language)  # type: ignore[arg-type]
        assert "(7)" in message(Flag(code, "7"), language)  # type: ignore[arg-type]


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


@pytest.mark.parametrize("language", ["ar", "en"])
def test_html_escapes_user_text_and_loads_nothing(reading: Reading, language: str) -> None:
    page = reading.to_html(language=language)  # type: ignore[arg-type]
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;" in page
    assert "<b>road</b>" not in page
    tags = Tags()
    tags.feed(page)
    assert not [tag for tag, attributes in tags.found if tag in ("link", "img", "iframe") or "src" in attributes]
    assert "@import" not in page
    assert "url(" not in page


def test_html_marks_direction_and_aligns_sentences(reading: Reading) -> None:
    tags = Tags()
    tags.feed(reading.to_html())
    segments = [a["data-segment"] for tag, a in tags.found if a.get("class") == "jisr-segment"]
    assert sorted(segments) == ["0", "0", "1", "1", "2", "2"]
    paragraphs = [(a.get("lang"), a.get("dir")) for tag, a in tags.found if tag == "p" and "lang" in a]
    assert set(paragraphs) == {("ar", "rtl"), ("en", "ltr")}
    claims = [a["data-evidence"] for tag, a in tags.found if a.get("class") == "jisr-claim"]
    assert claims == ["1", "1 0"]


def test_runs_are_isolated_in_html() -> None:
    assert isolated("شركة A&B في 12 مايو", "ar") == (
        'شركة <bdi lang="en">A&amp;B</bdi> في <bdi dir="ltr">12</bdi> مايو'
    )


def test_markdown_shows_user_text_as_text(reading: Reading) -> None:
    text = reading.to_markdown()
    html = MarkdownIt("commonmark").enable("table").render(text)
    assert "<script>" not in html
    assert "&lt;script&gt;" in html
    assert "a_b *c*" in html
    assert '<div dir="rtl" lang="ar">' in text
    rows = re.findall(r"<tr>\n<td[^>]*>", html)
    assert len(rows) == 3


@given(st.text(max_size=40))
def test_markdown_inline_is_one_line_that_renders_as_itself(text: str) -> None:
    source = inline(text)
    assert len(source.splitlines()) <= 1
    html = MarkdownIt("commonmark", {"html": True}).renderInline(source)
    assert not re.search(r"<(?!/?(em|strong)>)[a-zA-Z]", html)


def test_docx_paragraphs_are_really_right_to_left(reading: Reading) -> None:
    word = docx.Document(io.BytesIO(reading.to_docx()))
    cells = [row.cells for row in word.tables[0].rows]
    assert cells[2][0].text == " ".join(TARGETS[1:])
    arabic = cells[2][1].paragraphs[0]
    assert arabic._p.pPr.find(qn("w:bidi")) is not None
    assert cells[2][0].paragraphs[0]._p.pPr is None or cells[2][0].paragraphs[0]._p.pPr.find(qn("w:bidi")) is None
    marks = {run.text: run._r.rPr.find(qn("w:rtl")) is not None for run in arabic.runs}
    assert marks["Bridge Works"] is False
    assert marks["افتتحت شركة "] is True


def test_docx_survives_characters_that_xml_forbids(reading: Reading) -> None:
    from dataclasses import replace

    bad = replace(reading.translation.segments[0], target="a\x00b\x01c\ud800d\uffff")
    translation = replace(reading.translation, segments=(bad, *reading.translation.segments[1:]))
    word = docx.Document(io.BytesIO(replace(reading, translation=translation).to_docx()))
    assert word.tables[0].rows[1].cells[0].text == "abcd"


@pytest.mark.parametrize("mode", ["logical", "visual"])
@pytest.mark.parametrize("width", [60, 100])
def test_terminal_lines_fit_and_nothing_is_lost(reading: Reading, mode: str, width: int) -> None:
    text = render(reading, width=width, mode=mode)  # type: ignore[arg-type]
    table = [line for line in text.splitlines() if line.startswith(("│", "├", "╭", "╰"))]
    assert table
    assert all(cell_len(line) <= width for line in table)
    assert "\x1b[" not in text
    words = " ".join(re.sub(r"[│\u2066-\u2069]", " ", line) for line in table).split()
    for word in " ".join(TARGETS[:2]).split():
        assert word in words


def test_terminal_colours_only_when_asked(reading: Reading) -> None:
    assert "\x1b[" in render(reading, color=True)
    assert "[b]" not in reading.to_terminal()


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Mn", "Cf", "Lo", "So"])))
def test_wrap_loses_nothing(text: str) -> None:
    lines = wrap(text, 20)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(cell_len(line) <= 20 for line in lines)


@pytest.mark.parametrize("suffix", [".json", ".html", ".md", ".docx"])
def test_save_goes_by_the_suffix(reading: Reading, tmp_path: Path, suffix: str) -> None:
    reading.save(tmp_path / f"reading{suffix}")
    assert (tmp_path / f"reading{suffix}").stat().st_size > 500


def test_save_says_what_is_wrong(reading: Reading, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"\.pdf"):
        reading.save(tmp_path / "reading.pdf")
    with pytest.raises(OutputError, match="nowhere"):
        reading.save(tmp_path / "nowhere" / "reading.json")
