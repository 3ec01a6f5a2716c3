"""Outputs keep the structure of their inputs."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from article.model import Paragraph, Sentence
from tests.batch.documents import FIRST, SECOND, THIRD, TITLE, Batch, docx, html, jsonl, markdown, srt, table, text
from tests.translate.scripted import TO_LATIN
from translate.batch.formats.document import block_article, block_targets
from translate.batch.formats.inline import Run, anchor, joined, phrases, restyled
from translate.model import Segment


def spelled(arabic: str) -> str:
    return arabic.translate(TO_LATIN).capitalize()


def translated(tmp_path: Path, name: str, **options: object) -> bytes:
    batch = Batch(tmp_path / name, tmp_path / "out")
    report = batch.run(**options)
    assert report.failures == ()
    return (tmp_path / "out" / name).read_bytes()


def test_text_keeps_every_line_end(tmp_path: Path) -> None:
    text(tmp_path / "a.txt")
    made = translated(tmp_path, "a.txt").decode()
    assert re.findall(r"[\r\n]+", made) == ["\r\n\r\n", "\n\n\n"]
    assert made.startswith(spelled(TITLE))


def test_html_keeps_tags_attributes_scripts_and_turns_the_page(tmp_path: Path) -> None:
    html(tmp_path / "c.html")
    made = translated(tmp_path, "c.html").decode()
    assert made.startswith("<!DOCTYPE html>")
    assert '<html lang="en" dir="ltr">' in made
    assert f"<title>{spelled(TITLE)}</title>" in made
    assert f'<h1 class="big">{spelled(TITLE)}</h1>' in made
    assert f"<b>{spelled(SECOND)}</b><br>{spelled(THIRD)}" in made
    assert f'<a href="/news">{spelled(THIRD)}</a>' in made
    assert f'let a = "{TITLE}";' in made
    assert '<img src="bus.png" alt="x">' in made
    assert "<pre>code</pre>" in made
    assert "p { color: red }" in made


def test_html_fragment_stays_a_fragment(tmp_path: Path) -> None:
    (tmp_path / "c.html").write_text(f'<p dir="rtl">{FIRST}</p>\n<p>{SECOND}</p>\n', encoding="utf-8")
    made = translated(tmp_path, "c.html").decode()
    assert made.count("<p") == 2
    assert "<html" not in made
    assert 'dir="rtl"' not in made
    assert spelled(FIRST) in made


def test_html_into_arabic_is_right_to_left(tmp_path: Path) -> None:
    page = '<html lang="en"><body><p dir="ltr">The bus carries <a href="/b">books</a> to villages.</p></body></html>'
    (tmp_path / "c.html").write_text(page, encoding="utf-8")
    made = translated(tmp_path, "c.html").decode()
    assert '<html lang="ar" dir="rtl">' in made
    assert '<p dir="rtl">' in made
    assert made.count('<a href="/b">') == 1


def test_docx_keeps_styles_tables_and_runs(tmp_path: Path) -> None:
    import docx as library

    docx(tmp_path / "d.docx")
    translated(tmp_path, "d.docx")
    document = library.Document(str(tmp_path / "out" / "d.docx"))
    heading, paragraph = document.paragraphs[:2]
    assert (heading.style.name, heading.text) == ("Heading 1", spelled(TITLE))
    assert paragraph.text == f"{spelled(FIRST)} {spelled(SECOND)}"
    assert [run.text for run in paragraph.runs if run.bold] == [spelled(SECOND)]
    assert document.tables[0].style.name == "Table Grid"
    assert [cell.text for cell in document.tables[0].rows[0].cells] == [spelled(TITLE), "12"]
    assert document.sections[0].header.paragraphs[0].text == spelled(TITLE)


def test_docx_into_arabic_turns_paragraphs_runs_and_tables(tmp_path: Path) -> None:
    import docx as library

    document = library.Document()
    document.add_paragraph("The bus carries books to villages by the sea.")
    document.add_table(rows=1, cols=1).cell(0, 0).text = "Children wait for it."
    document.save(str(tmp_path / "d.docx"))
    translated(tmp_path, "d.docx")
    xml = library.Document(str(tmp_path / "out" / "d.docx")).element.xml
    assert "<w:bidi/>" in xml
    assert "<w:rtl/>" in xml
    assert "<w:bidiVisual/>" in xml


def test_docx_keeps_links_pictures_and_breaks_between_runs(tmp_path: Path) -> None:
    import docx as library
    from docx.enum.text import WD_BREAK
    from docx.oxml import parse_xml

    name = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    document = library.Document()
    paragraph = document.add_paragraph(FIRST)
    paragraph.add_run().add_break(WD_BREAK.PAGE)
    paragraph.add_run(" " + SECOND + " ")
    paragraph._p.append(parse_xml(f'<w:hyperlink {name} w:anchor="here"><w:r><w:t>{THIRD}</w:t></w:r></w:hyperlink>'))
    document.save(str(tmp_path / "d.docx"))
    translated(tmp_path, "d.docx")
    made = library.Document(str(tmp_path / "out" / "d.docx")).paragraphs[0]
    xml = made._p.xml
    assert xml.index(spelled(FIRST)) < xml.index('w:type="page"') < xml.index(spelled(SECOND))
    assert 'w:anchor="here"' in xml
    assert made.hyperlinks[0].text == spelled(THIRD)


def test_srt_keeps_numbers_timings_and_styles(tmp_path: Path) -> None:
    srt(tmp_path / "e.srt")
    made = translated(tmp_path, "e.srt").decode()
    timing = re.compile(r"\d\d:\d\d:\d\d,\d+ --> \d\d:\d\d:\d\d,\d+")
    assert timing.findall(made) == timing.findall((tmp_path / "e.srt").read_text(encoding="utf-8"))
    cues = made.strip().split("\n\n")
    assert len(cues) == 3
    assert all(len(cue.splitlines()) >= 3 for cue in cues)
    assert "<i>" in cues[2]
    words = " ".join(" ".join(cue.splitlines()[2:]) for cue in cues[:2])
    assert words == spelled(FIRST)


def test_markdown_keeps_marks_code_and_links(tmp_path: Path) -> None:
    markdown(tmp_path / "b.md")
    made = translated(tmp_path, "b.md").decode().split("\n")
    assert made[:4] == ["---", "author: x", "---", f"# {spelled(TITLE)}"]
    assert f"{spelled(FIRST)} {spelled(SECOND)}" in made
    assert f"- {spelled(THIRD)}" in made
    assert f"- [{spelled(FIRST)}](https://a.example/b)" in made
    assert "code stays" in made
    assert f"| {spelled(TITLE)} | {spelled(TITLE)} |" in made
    assert f"| {spelled(THIRD)} | 12 |" in made


def test_jsonl_keeps_fields_and_gives_segments_on_demand(tmp_path: Path) -> None:
    jsonl(tmp_path / "f.jsonl", 3)
    made = [json.loads(line) for line in translated(tmp_path, "f.jsonl", segments=True).decode().splitlines()]
    assert [list(record) for record in made] == [["id", "text", "tags", "translation", "segments"]] * 3
    assert [record["tags"] for record in made] == [["a", 0], ["a", 1], ["a", 2]]
    assert made[0]["translation"] == f"{spelled(FIRST)} {spelled(SECOND)}"
    assert [segment["source"] for segment in made[0]["segments"]] == [FIRST, SECOND]


def test_table_keeps_its_columns_byte_for_byte(tmp_path: Path) -> None:
    table(tmp_path / "g.csv")
    made = translated(tmp_path, "g.csv", into="english").decode()
    source = (tmp_path / "g.csv").read_bytes().decode()
    assert made.startswith(source.partition("\r\n")[0])
    rows = list(csv.DictReader(made.splitlines(keepends=True)))
    before = list(csv.DictReader(source.splitlines(keepends=True)))
    assert [{key: row[key] for key in before[0]} for row in rows] == before
    assert rows[2]["english"].startswith(spelled(FIRST) + "\n")


@pytest.mark.parametrize("name", ["c.html", "d.docx", "b.md", "g.csv"])
def test_other_formats_on_request(corpus: Path, tmp_path: Path, name: str) -> None:
    batch = Batch(corpus / name, tmp_path / "out")
    assert batch.run(format="jsonl").failures == ()
    lines = (tmp_path / "out" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    assert all(spelled(FIRST) in json.loads(line)["translation"] for line in lines)
    text_batch = Batch(corpus / name, tmp_path / "text")
    assert text_batch.run(format="txt").failures == ()
    assert spelled(FIRST) in (tmp_path / "text" / f"{name}.txt").read_text(encoding="utf-8")


def test_style_goes_where_its_words_went() -> None:
    text_of_block = "افتتح الوزير جسرًا طوله 240 مترًا."
    start = text_of_block.index("240")
    runs = [Run(text_of_block[:start], ""), Run("240", "b"), Run(text_of_block[start + 3 :], "")]
    paragraph = Paragraph((Sentence(text_of_block, 0, len(text_of_block)),), 0, len(text_of_block))
    made = restyled(runs, paragraph, ["The minister opened a bridge of 240 metres."], {}, lambda style: False)
    assert made == [Run("The minister opened a bridge of ", ""), Run("240", "b"), Run(" metres.", "")]


def test_lost_link_covers_its_sentence_and_lost_bold_goes() -> None:
    runs = [Run("افتتح ", ""), Run("الوزير", "a"), Run(" جسرًا.", "")]
    source = joined(runs)
    paragraph = Paragraph((Sentence(source, 0, len(source)),), 0, len(source))
    assert phrases(runs) == ["الوزير"]
    kept = restyled(runs, paragraph, ["He opened a bridge."], {}, lambda style: style == "a")
    assert kept == [Run("He opened a bridge.", "a")]
    assert restyled(runs, paragraph, ["He opened it."], {}, lambda style: False) == [Run("He opened it.", "")]
    found = restyled(runs, paragraph, ["The minister opened it."], {"الوزير": "The minister."}, lambda style: False)
    assert found[0] == Run("The minister", "a")


_BLOCKS = st.lists(st.text(alphabet="ab .\n؟جم", min_size=1, max_size=30), min_size=1, max_size=6)


@settings(max_examples=60, deadline=None)
@given(_BLOCKS)
def test_blocks_come_back_as_they_were_when_nothing_is_translated(blocks: list[str]) -> None:
    article = block_article(blocks, "x", "en")
    segments = [Segment(at, 0, each.text, each.text, 0.0) for at, each in enumerate(article.sentences)]
    assert block_targets(article, segments) == blocks


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.text(alphabet="ab .؟", min_size=1, max_size=9), st.sampled_from("xyz")), min_size=1))
def test_runs_lose_no_text_and_anchors_stay_inside(pairs: list[tuple[str, str]]) -> None:
    runs = [Run(text, style) for text, style in pairs]
    article = block_article([joined(runs)], "x", "en")
    paragraph = article.paragraphs[0]
    targets = [sentence.text.upper() for sentence in paragraph.sentences]
    made = joined(restyled(runs, paragraph, targets, {}, lambda style: style == "z"))
    assert made == joined(runs).upper()
    places = [anchor(paragraph, targets, at) for at in range(len(joined(runs)) + 1)]
    assert places == sorted(places)
    assert all(0 <= place <= len(made) for place in places)
