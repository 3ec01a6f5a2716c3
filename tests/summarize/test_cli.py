"""`python -m summarize`: articles in, summaries out, errors with their exit codes."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from summarize import cli
from tests.summarize.conftest import PORT_AR, PORT_EN
from tests.summarize.scripted import SUMMARIES, TRANSLATIONS, ScriptedModel, always


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    english, arabic = tmp_path / "port.txt", tmp_path / "ميناء.txt"
    english.write_text(PORT_EN, encoding="utf-8")
    arabic.write_text(PORT_AR, encoding="utf-8")
    return str(english), str(arabic)


def use(monkeypatch: pytest.MonkeyPatch, model: ScriptedModel) -> None:
    import engine

    monkeypatch.setattr(engine, "load", lambda *args, **kwargs: model)


def test_a_file_is_summarized_without_a_model(files: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--method", "lead-1", files[0]]) == 0
    out = capsys.readouterr().out
    assert out == "The port of Marsa Nour reopened on Tuesday after a storm had kept it closed for nine days.\n"


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PORT_AR.encode("utf-8")), encoding="utf-8"))
    assert cli.main(["--method", "centroid", "--length", "bullets"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 3
    assert all(line.startswith("• ") for line in lines)


def test_json_has_evidence_support_and_flags(
    files: tuple[str, str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    use(monkeypatch, always("The port reopened after 17 days."))
    assert cli.main(["--json", "--languages", "en", "--length", "line", files[0]]) == 0
    entry = json.loads(capsys.readouterr().out)
    assert entry["article"]["language"] == "en"
    (sentence,) = entry["summaries"]["en"]["sentences"]
    assert sentence["evidence"] == [1]
    assert sentence["support"] == 1.0
    assert sentence["flags"] == [{"code": "replaced", "detail": ""}]
    assert entry["summaries"]["en"]["share_read"] == 1.0
    assert entry["flags"] == []


def test_both_languages_are_the_default_with_a_model(
    files: tuple[str, str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    use(monkeypatch, always("Nothing.", tasks=SUMMARIES | TRANSLATIONS))
    assert cli.main(["--length", "line", files[1]]) == 0
    out = capsys.readouterr().out
    assert out.startswith("== Arabic ==\n")
    assert "\n== English ==\n" in out


def test_evidence_is_shown_with_its_ids(files: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--method", "lead-2", "--evidence", files[0]]) == 0
    out = capsys.readouterr().out
    assert "    #1 The port of Marsa Nour reopened" in out
    assert "support 1.00" in out


def test_jsonl_gives_one_line_an_article_and_goes_on_after_a_bad_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "articles.jsonl"
    rows = [json.dumps({"text": PORT_EN}), json.dumps({"text": ""}), json.dumps({"text": PORT_AR})]
    path.write_text("\n".join(rows), encoding="utf-8")
    assert cli.main(["--json", "--method", "lead", str(path)]) == 2
    captured = capsys.readouterr()
    found = [json.loads(line) for line in captured.out.splitlines()]
    assert [entry["article"]["language"] for entry in found] == ["en", "ar"]
    assert captured.err.count("error:") == 1


def test_a_missing_file_is_named_and_the_others_are_done(
    files: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["--method", "lead", "missing.txt", files[0]]) == 2
    captured = capsys.readouterr()
    assert "missing.txt" in captured.err
    assert captured.out.startswith("The port")


def test_another_route_says_which_command_has_it(
    files: tuple[str, str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    use(monkeypatch, always("Text."))
    assert cli.main(["--languages", "en", "--route", "translate-then-summarize", files[1]]) == 3
    assert "jisr summarize" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "code", "hint"),
    [
        (["--languages", "fr"], 2, "expected ar, en"),
        (["--length", "endless"], 2, "headline, line, bullets, paragraph"),
        (["--method", "magic"], 3, "expected one of"),
        (["--route", "sideways"], 2, "--route"),
    ],
)
def test_wrong_options_say_what_is_right(
    arguments: list[str], code: int, hint: str, files: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main([*arguments, files[0]]) == code
    assert hint in capsys.readouterr().err


def test_the_licence_is_passed_on(files: tuple[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    import engine

    seen: list[object] = []

    def load(name: str, **settings: object) -> ScriptedModel:
        seen.append(settings["accept_licence"])
        return always("Nothing.")

    monkeypatch.setattr(engine, "load", load)
    assert cli.main(["--languages", "en", files[0]]) == 0
    assert cli.main(["--languages", "en", "--accept-licence", files[0]]) == 0
    assert seen == [False, True]


def test_help_tells_where_the_other_routes_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--help"]) == 0
    assert "jisr summarize" in capsys.readouterr().out
