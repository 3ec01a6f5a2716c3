"""`jisr batch --summaries`: translation and summaries of every document, where a program looks for them."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from jisr.batch.work import LoadReading, with_sentences
from jisr.cli import main
from tests.batch.documents import write_all
from translate.batch.formats.document import block_article
from translate.batch.job import Job, run
from translate.batch.model import Options
from translate.batch.work import LoadTranslation


def test_summaries_of_every_format(corpus: Path, tmp_path: Path) -> None:
    load = LoadReading(LoadTranslation("compact", offline=True), ("ar", "en"), "line", "lead")
    report = run(Job((str(corpus),), tmp_path / "out", Options(summaries=("ar", "en"))), load)
    assert report.failures == ()
    out = tmp_path / "out"
    for name in ("a.txt", "b.md", "c.html", "d.docx", "e.srt", "below/again.txt"):
        beside = json.loads((out / f"{name}.summaries.json").read_text(encoding="utf-8"))
        assert list(beside) == ["ar", "en"]
        assert all(beside.values())
    records = [json.loads(line) for line in (out / "f.jsonl").read_text(encoding="utf-8").splitlines()]
    assert all(record["summaries"]["ar"] and record["translation"] for record in records)
    with (out / "g.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert list(rows[0]) == ["id", "text", "note", "translation", "summary_ar", "summary_en"]
    assert all(row["summary_en"] for row in rows)


def test_command_line_dry_run_then_batch_then_nothing_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_all(tmp_path / "in")
    runner = CliRunner()
    given = ["batch", "in", "--out", "out", "--offline", "--json"]
    dry = runner.invoke(main, [*given, "--dry-run"])
    assert dry.exit_code == 0, dry.output
    estimate = json.loads(dry.stdout)
    assert estimate["files"][".txt"] == 2
    assert estimate["documents"] >= 8
    assert not (tmp_path / "out").exists()
    first = runner.invoke(main, given)
    assert first.exit_code == 0, first.output
    report = json.loads(first.stdout)
    assert (report["failed"], report["documents"]) == (0, 15)
    again = runner.invoke(main, [*given, "--resume"])
    assert json.loads(again.stdout)["sentences"] == report["sentences"]
    assert json.loads(again.stdout)["sentences_per_second"] == 0


def test_blocks_without_sentences_are_no_paragraphs_of_an_article() -> None:
    article = block_article(["The bus carries books.", "  ", "Children wait."], "x")
    assert [bool(paragraph.sentences) for paragraph in article.paragraphs] == [True, False, True]
    assert with_sentences(article).sentences == article.sentences
    assert all(paragraph.sentences for paragraph in with_sentences(article).paragraphs)
