from __future__ import annotations

import json
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from base.errors import FormatError, InputError, OutputError
from base.flags import Flag
from base.progress import Progress
from eval.catalogue import load, parse_name
from eval.comparison import compare_runs, pairs_of, runs_of, table
from eval.dataset import DataSet, Item
from eval.evaluation import evaluate
from eval.output import Output, read_outputs
from eval.page import extremes, kind_counts, report
from eval.results import read_results, results_of, write_results
from eval.run import path_of, read_run, run
from tests.eval.scripted import Scripted


@pytest.fixture
def data(corpus: Path) -> DataSet:
    return load(parse_name("flores200-dev:ar-en"), "translate", corpus_folder=corpus)[0]


def test_a_run_keeps_everything_and_is_not_done_twice(data: DataSet, tmp_path: Path) -> None:
    system, steps = Scripted(), list[Progress]()
    first = run(system, data, tmp_path, steps.append)
    assert [output.id for output in first.outputs] == [item.id for item in data.items]
    assert [step.done for step in steps] == list(range(7))
    again = run(system, data, tmp_path)
    assert again == first == read_run(first.path)
    assert len(system.asked) == 6
    header, outputs = read_outputs(first.path)
    assert header.licence == "CC BY-SA 4.0"
    assert header.checksum == data.checksum
    assert outputs[0].references == data.items[0].references


def test_an_interrupted_run_goes_on_and_ends_byte_for_byte_the_same(data: DataSet, tmp_path: Path) -> None:
    whole = run(Scripted(), data, tmp_path / "whole")
    hasty = Scripted(patience=2)
    with pytest.raises(KeyboardInterrupt):
        run(hasty, data, tmp_path / "cut")
    path = path_of(whole.header, tmp_path / "cut")
    with path.open("ab") as stream:
        stream.write(b'{"id": "3", "hypothesis": "ha')
    patient = Scripted()
    finished = run(patient, data, tmp_path / "cut")
    assert patient.asked == ["3", "4", "5", "6"]
    assert finished.path.read_bytes() == whole.path.read_bytes()


def test_another_version_or_sample_is_another_run(data: DataSet, tmp_path: Path) -> None:
    paths = {
        run(Scripted(), data, tmp_path).path,
        run(Scripted(version="2"), data, tmp_path).path,
        run(Scripted(), data.sample(3), tmp_path).path,
    }
    assert len(paths) == 3


def test_a_broken_line_is_named(data: DataSet, tmp_path: Path) -> None:
    path = run(Scripted(), data, tmp_path).path
    lines = path.read_text(encoding="utf-8").split("\n")
    path.write_text("\n".join([*lines[:2], "{broken", *lines[3:]]), encoding="utf-8")
    with pytest.raises(FormatError, match="line 3 is no JSON"):
        run(Scripted(), data, tmp_path)
    path.write_text("\n".join([lines[0], '{"id": "1"}', ""]), encoding="utf-8")
    with pytest.raises(FormatError, match="line 2 lacks references, hypothesis"):
        read_outputs(path)
    path.write_text('{"id": "1"}\n', encoding="utf-8")
    with pytest.raises(FormatError, match="line 1 does not describe a run"):
        read_outputs(path)


def test_a_folder_that_cannot_be_written(data: DataSet, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("x", encoding="utf-8")
    with pytest.raises(OutputError, match="Choose a folder"):
        run(Scripted(), data, blocked)


def test_perfect_outputs_score_perfectly(data: DataSet, tmp_path: Path) -> None:
    found = {score.name: score for score in evaluate(run(Scripted(), data, tmp_path)).scores}
    for name in ("BLEU", "chrF", "chrF++", "numbers kept", "dates kept"):
        assert found[name].value == pytest.approx(100), name
    assert {found[name].value for name in ("TER", "blank", "dropped text", "untranslated")} == {0.0}


def test_mistakes_show_where_they_should(data: DataSet, tmp_path: Path) -> None:
    said = {"2": "The project cost 20 million dinars.", "5": "", "6": "سيبدأ بيع التذاكر الأسبوع المقبل."}
    found = evaluate(run(Scripted(spoken=said), data, tmp_path))
    scores = {score.name: score.value for score in found.scores}
    assert scores["numbers kept"] < 100
    assert scores["blank"] == pytest.approx(100 / 6)
    assert scores["untranslated"] == pytest.approx(100 / 6)
    assert ("12 مليون دينار", "20 million dinars") in {(event.said, event.told) for event in found.numbers}
    assert sum(row.changed for row in kind_counts(found.numbers)) == 1
    worst, best = extremes(found, 2)
    assert {example.output.id for example in worst} == {"5", "6"}
    assert not {"2", "5", "6"} & {example.output.id for example in best}
    assert "1 of 5" in found.warning


def test_scores_by_length_and_domain(tmp_path: Path) -> None:
    items = tuple(
        Item(str(number), "كلمة " * (5 if number < 6 else 25), ("word " * 5,), "news" if number % 2 else "law")
        for number in range(12)
    )
    data = DataSet("made", "translate", "ar", "en", items, "CC0", "0" * 64, total=12)
    found = evaluate(run(Scripted(), data, tmp_path), edits=False)
    groups = {part.group: part.scores[0].n for part in found.parts}
    assert groups == {"length 1-10 words": 6, "length 21-30 words": 6, "domain law": 6, "domain news": 6}


def test_summaries_and_readings_are_evaluated(corpus: Path, tmp_path: Path) -> None:
    (easc,) = load(parse_name("easc"), "summarize", corpus_folder=corpus)
    found = evaluate(run(Scripted(), easc, tmp_path))
    names = {score.name: score.value for score in found.scores}
    assert names["ROUGE-1"] == 100.0
    assert names["numbers supported"] == 100.0
    assert "density" in names
    reading = load(parse_name("news-dev:ar-en"), "read", corpus_folder=corpus)[0]
    outputs = run(Scripted(), reading, tmp_path).outputs
    full = tuple(
        replace(
            one,
            segments=(("بلغت الكلفة 12 ديناراً.", "The cost was 12 dinars."),),
            summaries={language: texts[0] for language, texts in item.summaries.items()},
            summary_references=item.summaries,
        )
        for one, item in zip(outputs, reading.items, strict=True)
    )
    read = evaluate(replace(run(Scripted(), reading, tmp_path), outputs=full))
    scores = {score.name: score.value for score in read.scores}
    assert scores["ar ROUGE-1"] == scores["en ROUGE-2"] == 100.0
    assert scores["numbers kept"] == 100.0
    assert "summaries agree" in scores


def test_outputs_come_back_as_they_were_written() -> None:
    output = Output(
        "1", "نص", ("a", "b"), "", "news", -0.25, 1.5, (Flag("number", "12"),), (("نص", "text"),), {"ar": "م"}, {}
    )
    assert json.loads(output.to_json())["hypothesis"] == ""


class Page(HTMLParser):
    """Collects what a test asks about a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.ids: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.ids += [value for name, value in attrs if name == "id" and value]


def test_the_page_escapes_everything_and_turns_arabic_around(data: DataSet, tmp_path: Path) -> None:
    said = {"1": "<script>alert(1)</script> & حديقة", "2": "<img src=x onerror=alert(1)>"}
    system = Scripted(spoken=said)
    found = evaluate(run(system, data, tmp_path))
    flagged = tuple(replace(one, flags=(Flag("number", "<b>12</b>"),)) for one in found.outputs)
    text = report([replace(found, outputs=flagged, flags=(("number", 6),))], "Title <i>")
    page = Page(text)
    names = [tag for tag, _ in page.tags]
    assert "script" not in names
    assert "img" not in names
    assert "b" not in names
    assert "i" not in names
    arabic = [attributes for tag, attributes in page.tags if attributes.get("lang") == "ar" and tag == "td"]
    assert arabic
    assert all(attributes["dir"] == "rtl" for attributes in arabic)
    assert any(tag == "bdi" for tag in names)
    assert names.count("svg") >= 3
    assert len(page.ids) == len(set(page.ids))
    loading = ("src", "srcset", "data", "action")
    assert not [attributes for _, attributes in page.tags if any(name in attributes for name in loading)]
    assert "@import" not in text
    assert "url(http" not in text


def test_results_are_rows_that_read_back(data: DataSet, tmp_path: Path) -> None:
    rows = results_of(evaluate(run(Scripted(), data, tmp_path)))
    path = tmp_path / "rows.jsonl"
    write_results(path, rows)
    assert read_results(path) == rows
    row = next(row for row in rows if row.metric == "numbers kept")
    assert row.cell.endswith(f"of {row.n}")
    assert row.signature.startswith("nrefs:1|bs:1000|seed:12345|")
    path.write_text('{"task": "translate"}\n', encoding="utf-8")
    with pytest.raises(FormatError, match="line 1 is no result"):
        read_results(path)


def test_two_systems_are_compared_on_what_they_share(data: DataSet, corpus: Path, tmp_path: Path) -> None:
    good = run(Scripted("good"), data, tmp_path)
    bad = run(Scripted("bad", {item.id: "The wrong thing." for item in data.items}), data, tmp_path)
    other = load(parse_name("tico19-test:ar-en"), "translate", corpus_folder=corpus)[0]
    alone = run(Scripted("alone"), replace(other, name="elsewhere"), tmp_path)
    ((left, right),) = pairs_of(runs_of("bad", tmp_path), runs_of("good", tmp_path))
    found = {one.name: one for one in compare_runs(left, right, trials=500)}
    assert found["BLEU"].verdict == "second"
    assert found["numbers kept"].difference == 100.0
    assert "| numbers kept | 0.00 | 100.00 |" in table(left, right, list(found.values()))
    assert runs_of(str(good.path), tmp_path) == [good]
    with pytest.raises(InputError, match="no data in common"):
        pairs_of([good], [alone])
    with pytest.raises(InputError, match=r"no run of a system of that name .*alone, bad, good"):
        runs_of("nobody", tmp_path)
    with pytest.raises(InputError, match="differ in 1 items"):
        compare_runs(good, replace(bad, outputs=bad.outputs[1:]))
