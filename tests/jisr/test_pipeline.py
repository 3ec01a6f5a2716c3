"""The whole path, on the embedded model: an article in, the reading out."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import jisr
from article import build_article
from base.errors import InputError, JisrError, MissingModelError
from base.languages import other
from base.progress import Progress
from jisr.cli import main
from jisr.pipeline import Pipeline, load_pipeline
from jisr.source import is_path, load_article
from summarize import make
from tests.translate.scripted import ScriptedModel
from translate.translator import Translator

ROOT = Path(__file__).resolve().parent.parent.parent
EXAMPLES = sorted((ROOT / "examples").glob("*.txt"))
ARABIC = (
    "افتتاح مكتبة في الميناء\n\n"
    "افتتحت البلدية أمس مكتبة عامة قرب الميناء. وتضم المكتبة 12 ألف كتاب و40 جهاز حاسوب.\n"
    "وقالت المديرة إن الدخول مجاني للجميع."
)


@pytest.fixture(scope="module")
def compact() -> Pipeline:
    return load_pipeline("compact", offline=True)


@pytest.fixture
def scripted() -> Pipeline:
    translator = Translator(ScriptedModel())
    return Pipeline(translator, make("centroid", translator=translator))


@pytest.mark.parametrize("path", EXAMPLES, ids=[path.name for path in EXAMPLES])
def test_every_sentence_comes_exactly_once_in_order_with_a_translation(path: Path, compact: Pipeline) -> None:
    article = load_article(path)
    reading = compact.read(article)
    data = json.loads(reading.to_json())
    assert data["article"]["language"] == path.suffixes[0][1:]
    assert data["target_language"] == other(article.language)
    assert [segment["id"] for segment in data["segments"]] == list(range(len(article.sentences)))
    assert [segment["source"] for segment in data["segments"]] == [s.text for s in article.sentences]
    assert all(segment["target"].strip() for segment in data["segments"])
    assert set(data["summaries"]) == {"ar", "en"}
    for summary in data["summaries"].values():
        assert summary["sentences"]
        assert summary["share_read"] == 1.0
        assert all(0 <= i < len(article.sentences) for s in summary["sentences"] for i in s["evidence"])
    assert {"load", "translate", "summarize", "total"} <= set(data["timings"])


def test_two_examples_of_each_kind_are_there() -> None:
    assert {path.name for path in EXAMPLES} == {"economy.ar.txt", "politics.ar.txt", "science.ar.txt", "world.en.txt"}


def test_progress_counts_every_sentence_and_summary(scripted: Pipeline) -> None:
    seen: list[Progress] = []
    scripted.read(build_article(ARABIC), progress=seen.append)
    assert [p.done for p in seen if p.stage == "translate"] == [1, 2, 3, 4]
    assert [(p.done, p.total) for p in seen if p.stage == "summarize"] == [(0, 2), (1, 2), (2, 2)]


def test_a_reading_names_what_made_it(scripted: Pipeline) -> None:
    reading = scripted.read(build_article(ARABIC), languages=("ar",))
    assert jisr.__version__ in reading.signature
    assert "scripted@1" in reading.signature
    assert list(reading.summaries) == ["ar"]


def test_an_article_partly_in_the_other_language_is_flagged(scripted: Pipeline) -> None:
    text = ARABIC + "\nThe library stays open until nine in the evening, and the entrance is free for everybody."
    reading = scripted.read(build_article(text, language="ar"))
    assert [flag.code for flag in reading.flags if flag.code == "mixed-language"]
    last = reading.translation.segments[-1]
    assert last.target == last.source


def test_the_articles_own_language_is_no_target(scripted: Pipeline) -> None:
    with pytest.raises(InputError, match="Arabic"):
        scripted.read(build_article(ARABIC), to="ar")


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("no-such-file.txt", True),
        ("pyproject.toml", True),
        ("The port opened today.", False),
        ("افتتح الميناء اليوم.", False),
        ("one\ntwo.txt", False),
        ("", False),
        ("x" * 5000, False),
    ],
)
def test_a_path_is_told_from_a_text(text: str, path: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert is_path(text) is path


def test_read_takes_a_text_and_offline_needs_no_other_model() -> None:
    reading = jisr.read(ARABIC, offline=True)
    assert reading.article.title == "افتتاح مكتبة في الميناء"
    with pytest.raises(MissingModelError, match="opus"):
        jisr.read(ARABIC, offline=True, model="opus")


Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "article.txt").write_text(ARABIC, encoding="utf-8")

    def invoke(*arguments: str, input: bytes | None = None) -> Result:  # noqa: A002
        return CliRunner().invoke(main, ["read", *arguments, "--offline"], input=input)

    return invoke


def test_the_command_prints_json(run: Run) -> None:
    result = run("article.txt", "--json")
    assert result.exit_code == 0, result.stderr
    assert json.loads(result.stdout)["article"]["sentences"] == 4
    assert result.stderr == ""


def test_the_command_reads_standard_input_and_prints_columns(run: Run) -> None:
    result = run("-", "--width", "80", input=ARABIC.encode())
    assert result.exit_code == 0, result.stderr
    assert "العربية" in result.stdout
    assert "\x1b[" not in result.stdout


def test_the_command_writes_files_and_nothing_else(run: Run, tmp_path: Path) -> None:
    result = run("article.txt", "--html", "r.html", "--markdown", "r.md", "--docx", "r.docx")
    assert result.exit_code == 0, result.stderr
    assert result.stdout == ""
    assert all((tmp_path / name).stat().st_size > 500 for name in ("r.html", "r.md", "r.docx"))
    assert run("article.txt", "--html", "-").stdout.startswith("<!doctype html>")


@pytest.mark.parametrize(
    ("content", "code", "words"),
    [
        (b"", 2, "empty"),
        (b" \n\t\n", 2, ""),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", 2, "PNG"),
        ("😀 🎉 👍".encode(), 2, "emoji"),
        (b"12 345 6,789\n", 2, "words"),
        ("Le ministre a annoncé hier que les travaux du port commenceront au printemps.".encode(), 2, "French"),
        ("كتب الوزير رسالة إلى المدير.".encode() + b"\xff\xfe\xc3", 2, "byte"),
    ],
)
def test_bad_input_is_named_with_its_exit_code(run: Run, tmp_path: Path, content: bytes, code: int, words: str) -> None:
    (tmp_path / "bad.txt").write_bytes(content)
    result = run("bad.txt")
    assert result.exit_code == code
    assert words.lower() in result.stderr.lower()
    assert "bad.txt" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("missing.txt",), 2, "missing.txt"),
        ((".",), 2, "folder"),
        (("article.txt", "--html", "nowhere/r.html"), 6, "nowhere"),
        (("article.txt", "--html", "."), 6, "folder"),
        (("article.txt", "--model", "no-such-model"), 3, "no-such-model"),
        (("article.txt", "--to", "ar"), 2, "already"),
        (("article.txt", "--length", "short"), 2, "headline"),
        (("article.txt", "--languages", "fr"), 2, "ar,en"),
        (("http://192.0.2.1/a",), 5, "Offline"),
    ],
)
def test_bad_wishes_are_named_with_their_exit_code(run: Run, arguments: Sequence[str], code: int, words: str) -> None:
    result = run(*arguments)
    assert result.exit_code == code, result.stderr
    assert words in result.stderr


def test_a_sentence_of_three_thousand_words_is_translated_whole(run: Run, tmp_path: Path) -> None:
    words = ["قال", "المدير", "إن", "العمل", "في", "الميناء", "يسير", "كما", "يجب"]
    text = " ".join(words[i % len(words)] for i in range(3000)) + "."
    (tmp_path / "long.txt").write_text(text, encoding="utf-8")
    result = run("long.txt", "--json", "--summary-model", "lead")
    assert result.exit_code == 0, result.stderr
    segments = json.loads(result.stdout)["segments"]
    assert [segment["source"] for segment in segments] == [text]
    assert len(segments[0]["target"].split()) > 100


def test_markup_in_a_text_stays_text_in_every_output() -> None:
    text = "قال <script>alert(1)</script> المدير إن العمل بدأ في الميناء. وانتهى <u>أمس</u> في المدينة كلها."
    reading = jisr.read(text, offline=True)
    assert reading.article.text == text
    assert "<script>alert" not in reading.to_html()
    assert "<u>" not in reading.to_html()


def test_lone_surrogates_are_refused() -> None:
    with pytest.raises(JisrError, match="surrogate"):
        jisr.read("قال المدير \ud800 إن العمل بدأ.", offline=True)


def test_no_socket_is_opened_offline(tmp_path: Path) -> None:
    import subprocess

    (tmp_path / "article.txt").write_text(ARABIC, encoding="utf-8")
    code = (
        "import sys\n"
        "seen = []\n"
        "sys.addaudithook(lambda event, _: seen.append(event) if event.startswith('socket.') else None)\n"
        "import jisr\n"
        "jisr.read('article.txt', offline=True)\n"
        "print(seen, 'torch' in sys.modules, 'transformers' in sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, timeout=120,
        env={"PYTHONPATH": str(ROOT), "PATH": ""},
    )  # fmt: skip
    assert done.stdout.strip() == "[] False False", done.stderr
