from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from base.errors import EncodingError, FormatError, InputError, MissingExtraError, OfflineError
from base.offline import offline
from eval import hub
from eval.catalogue import directions_of, load, names, parse_name
from eval.dataset import TaskName
from eval.local import local_dataset, parallel_files, read_lines
from eval.validate import check_ids, check_texts, language_warning


def test_development_sets_by_name(corpus: Path) -> None:
    (arabic, english) = load(parse_name("flores200-dev"), "translate", corpus_folder=corpus)
    assert (arabic.label, english.label) == ("flores200-dev:ar-en", "flores200-dev:en-ar")
    assert arabic.items[1].source == english.items[1].references[0]
    assert arabic.licence == "CC BY-SA 4.0"
    assert arabic.checksum == hashlib.sha256((corpus / "eval/flores200-dev.tsv").read_bytes()).hexdigest()
    (easc,) = load(parse_name("easc"), "summarize", corpus_folder=corpus)
    assert len(easc.items[0].references) == 2
    summaries = load(parse_name("news-dev"), "summarize", corpus_folder=corpus)
    assert [one.label for one in summaries] == [f"news-dev:{way}" for way in ("ar-ar", "en-en", "ar-en", "en-ar")]
    (reading, _) = load(parse_name("news-dev"), "read", corpus_folder=corpus)
    assert reading.items[0].title == "حديقة جديدة"
    assert reading.items[0].references[0].startswith("A new park\n\nThe municipality")
    assert set(reading.items[0].summaries) == {"ar", "en"}
    (segments,) = load(parse_name("news-dev:ar-en"), "translate", corpus_folder=corpus)
    assert len(segments.items) == 2 * 7
    assert segments.items[0].id == "N0:0"


def test_samples_are_fixed_ordered_and_told(corpus: Path) -> None:
    data = load(parse_name("flores200-dev:ar-en"), "translate", corpus_folder=corpus)[0]
    sample = data.sample(3)
    assert sample == data.sample(3)
    assert [item.id for item in sample.items] == [str(place + 1) for place in sample.positions]
    assert sample.selection == "3 of 6, seed 13"
    assert "n:3/6|sample:13" in sample.signature
    assert data.sample(100) is data
    with pytest.raises(InputError, match="limit of 0"):
        data.sample(0)


@pytest.mark.parametrize(
    ("name", "task", "message"),
    [
        ("flores200-def", "translate", "Did you mean 'flores200-dev'"),
        ("easc", "translate", "no references for `translate`"),
        ("flores200-dev", "summarize", "no references for `summarize`"),
        ("easc:en-en", "summarize", "no English texts with English references"),
        ("flores200-dev:fr-en", "translate", "unknown direction 'fr-en'"),
        ("flores200-dev", "translate", "--corpus DIR"),
        ("pairs.tsv", "translate", "No data set or file"),
    ],
)
def test_names_that_cannot_be_served(name: str, task: TaskName, message: str) -> None:
    with pytest.raises(InputError, match=message):
        load(parse_name(name), task)


def test_a_corpus_without_the_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"flores200-dev\.tsv does not exist"):
        load(parse_name("flores200-dev"), "translate", corpus_folder=tmp_path)


def test_every_name_serves_some_task() -> None:
    for name in names():
        served = 0
        for task in ("translate", "summarize", "read"):
            try:
                served += bool(directions_of(name, task))
            except InputError:
                continue
        assert served, name


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("a.tsv", "مرحبا\tHello\n"),
        ("b.tsv", "id\tar\ten\nx\tمرحبا\tHello\n"),
        ("c.csv", 'source,reference,domain\nمرحبا,"Hello",chat\n'),
        ("d.jsonl", '{"source": "مرحبا", "references": ["Hello", "Hi"]}\n\n'),
        ("e.jsonl", '\ufeff{"ar": "مرحبا", "en": "Hello"}'),
    ],
)
def test_local_files(tmp_path: Path, file: str, text: str) -> None:
    path = tmp_path / file
    path.write_text(text, encoding="utf-8")
    (data,) = load(parse_name(f"{path}:ar-en"), "translate")
    assert (data.items[0].source, data.items[0].references[0]) == ("مرحبا", "Hello")
    assert load(parse_name(str(path)), "translate", to="en")[0].items == data.items
    with pytest.raises(InputError, match="--to"):
        load(parse_name(str(path)), "translate")


def test_quotation_marks_in_a_tsv_are_text(tmp_path: Path) -> None:
    path = tmp_path / "quotes.tsv"
    path.write_text('"نعم" قالها\t"Yes", he said\nثم "مضى\tthen "left\n', encoding="utf-8")
    assert [item.source for item in local_dataset(path, "translate", "ar", "en").items] == ['"نعم" قالها', 'ثم "مضى']


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        ("a.jsonl", '{"source": "a", "reference": "b"}\n{"source": "a"\n', "line 2 is no JSON"),
        ("b.jsonl", '["a"]\n', "line 1 holds a list"),
        ("c.jsonl", '{"source": "a", "ref": "b"}\n', "row 1: none of the columns"),
        ("d.jsonl", '{"source": 3, "reference": "b"}\n', "'source' holds int"),
        ("e.tsv", "a\tb\nc\n", "row 2 has 1 columns, expected 2"),
        ("f.csv", "x,y\na,b\n", "no known column"),
        ("g.txt", "a\n", "unknown kind of file"),
        ("h.jsonl", '{"id": "x", "source": "a", "reference": "b"}\n' * 2, "more than once"),
    ],
)
def test_broken_files(tmp_path: Path, file: str, text: str, message: str) -> None:
    path = tmp_path / file
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=message) as caught:
        local_dataset(path, "translate", "ar", "en")
    assert file in str(caught.value)


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    path = tmp_path / "latin.tsv"
    path.write_bytes(b"a\tb\nc\t\xe9\n")
    with pytest.raises(EncodingError, match="line 2"):
        local_dataset(path, "translate", "ar", "en")


def test_lines_end_at_line_feeds_only(tmp_path: Path) -> None:
    path = tmp_path / "lines.txt"
    path.write_text("one\u2028still one\r\n\ntwo", encoding="utf-8", newline="")
    assert read_lines(path) == ["one\u2028still one", "", "two"]


def test_different_line_counts_name_both_files(tmp_path: Path) -> None:
    source, reference = tmp_path / "s.ar", tmp_path / "r.en"
    source.write_text("أ\nب\n", encoding="utf-8")
    reference.write_text("a\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"s\.ar has 2 lines and .*r\.en has 1"):
        parallel_files("translate", source, [reference], "ar", "en")


def test_texts_that_cannot_be_scored() -> None:
    with pytest.raises(InputError, match=r"2 of 3 references are empty \(lines 1, 3\)"):
        check_texts(["a", "b", "c"], [[""], ["x"], [" "]])
    with pytest.raises(InputError, match=r"1 of 2 hypotheses are blank \(line 2\).*--allow-blank"):
        check_texts(["a", " "], [["x"], ["y"]])
    check_texts(["a", " "], [["x"], ["y"]], allow_blank=True)
    with pytest.raises(InputError, match="no texts"):
        check_texts([], [])
    with pytest.raises(InputError, match="the hypotheses has 1 lines and the references has 2"):
        check_texts(["a"], [["x"], ["y"]])
    with pytest.raises(InputError, match="1 ids occur more than once \\('a'\\)"):
        check_ids(["a", "b", "a"], "file")


def test_wrong_language_is_a_warning_with_its_share() -> None:
    assert language_warning(["نص عربي", "آخر"], "ar", "x") == ""
    assert "x: 75% of the texts (3 of 4) are not in Arabic" in language_warning(["a", "b", "c", "نص"], "ar", "x")
    assert language_warning(["12", "..."], "en", "x") == ""


class FakeHub(ModuleType):
    """The package `datasets` with one function, which remembers what it was asked and gives rows or raises."""

    def __init__(self, tables: dict[tuple[str, str], list[dict[str, Any]]]) -> None:
        super().__init__("datasets")
        self.tables = tables
        self.asked: list[tuple[str, str, str, str | None]] = []

    def load_dataset(self, repo: str, config: str, *, split: str, revision: str | None) -> list[dict[str, Any]]:
        self.asked.append((repo, config, split, revision))
        if (repo, config) not in self.tables:
            raise ConnectionError("no route to the hub")
        return self.tables[repo, config]


PAIR = {"sourceLang": "ara", "targetLang": "eng", "sourceString": "نعم", "targetString": "Yes"}
TABLES: dict[tuple[str, str], list[dict[str, Any]]] = {
    ("openlanguagedata/flores_plus", "arb_Arab"): [{"id": 2, "text": "ثان"}, {"id": 1, "text": "أول"}],
    ("openlanguagedata/flores_plus", "eng_Latn"): [{"id": 1, "text": "first"}, {"id": 2, "text": "second"}],
    ("mteb/NTREX", "default"): [{"arb_Arab": "نعم", "eng_Latn": "Yes"}],
    ("Helsinki-NLP/tatoeba_mt", "ara-eng"): [PAIR],
    ("gmnlp/tico19", "en-ar"): [
        {"sourceLang": "en", "targetLang": "ar", "sourceString": "Yes", "targetString": "نعم", "stringID": "t:1"}
    ],
    ("IWSLT/iwslt2017", "iwslt2017-ar-en"): [{"translation": {"ar": "نعم", "en": "Yes"}}],
    ("IWSLT/iwslt2017", "iwslt2017-en-ar"): [{"translation": {"ar": "نعم", "en": "Yes"}}],
    ("csebuetnlp/xlsum", "arabic"): [{"id": "x", "title": "ع", "text": "نص", "summary": "ملخص"}],
    ("csebuetnlp/xlsum", "english"): [{"id": "x", "title": "t", "text": "text", "summary": "sum"}],
    ("csebuetnlp/CrossSum", "arabic-english"): [{"source_url": "u", "text": "نص", "summary": "sum"}],
    ("csebuetnlp/CrossSum", "english-arabic"): [{"source_url": "u", "text": "text", "summary": "ملخص"}],
    ("esdurmus/wiki_lingua", "arabic"): [{"article": {"document": ["نص", ""], "summary": ["ملخص", "x"]}}],
    ("esdurmus/wiki_lingua", "english"): [{"article": {"document": ["text"], "summary": ["sum"]}}],
}


@pytest.fixture
def fake_hub(monkeypatch: pytest.MonkeyPatch) -> FakeHub:
    fake = FakeHub(dict(TABLES))
    monkeypatch.setitem(sys.modules, "datasets", fake)
    return fake


@pytest.mark.parametrize("one", hub.SETS, ids=lambda one: one.name)
def test_every_public_set_is_read_from_its_columns(fake_hub: FakeHub, one: hub.HubSet) -> None:
    for data in load(parse_name(one.name), one.task):
        assert data.licence == one.licence
        assert len(data.checksum) == 64
        for item in data.items:
            assert any("ء" <= letter <= "ي" for letter in item.source) == (data.source == "ar")
            assert any("ء" <= letter <= "ي" for letter in item.references[0]) == (data.target == "ar")
    assert {(repo, split, revision) for repo, _, split, revision in fake_hub.asked} == {
        (one.repo, one.split, one.revision)
    }


def test_flores_plus_is_aligned_by_id(fake_hub: FakeHub) -> None:
    items = load(parse_name("flores-plus:ar-en"), "translate")[0].items
    assert [(item.source, item.references[0]) for item in items] == [("ثان", "second"), ("أول", "first")]


def test_a_changed_public_set_is_told(fake_hub: FakeHub) -> None:
    fake_hub.tables["csebuetnlp/xlsum", "arabic"] = [{"id": "x", "body": "نص", "summary": "ملخص"}]
    with pytest.raises(FormatError, match="no column 'text'; found id, body, summary"):
        load(parse_name("xlsum:ar-ar"), "summarize")


def test_a_public_set_that_cannot_be_fetched(fake_hub: FakeHub) -> None:
    fake_hub.tables.clear()
    with pytest.raises(InputError, match=r"no route to the hub.*Check the network"):
        load(parse_name("ntrex-128:ar-en"), "translate")
    with offline(), pytest.raises(OfflineError, match="without --offline"):
        load(parse_name("ntrex-128:ar-en"), "translate")


def test_the_missing_package_is_named_with_its_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "datasets", None)
    with pytest.raises(MissingExtraError, match="pip install 'datasets>=3'"):
        load(parse_name("xlsum:en-en"), "summarize")


def test_json_numbers_as_ids_become_text(tmp_path: Path) -> None:
    path = tmp_path / "ids.jsonl"
    path.write_text(json.dumps({"id": 7, "source": "a", "reference": "b"}), encoding="utf-8")
    assert local_dataset(path, "translate", "en", "ar").items[0].id == "7"
