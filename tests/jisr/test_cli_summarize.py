"""`jisr summarize`: the options of `python -m summarize`, and a translator behind them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from engine.types import Decoding, Task
from jisr.cli import main
from tests.summarize.conftest import PORT_AR, PORT_EN
from tests.summarize.scripted import SUMMARIES, TRANSLATIONS, ScriptedModel

EN = "The port of Marsa Nour reopened on Tuesday after a storm had kept it closed for nine days."
AR = "أعيد فتح ميناء مرسى نور يوم الثلاثاء بعد أن أبقته العاصفة مغلقا تسعة أيام."


def write(source: str, task: Task, decoding: Decoding) -> list[str]:
    """Say one true sentence, in whatever language is asked for."""
    return [EN if task.target == "en" else AR]


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch) -> ScriptedModel:
    import engine

    scripted = ScriptedModel(write, SUMMARIES | TRANSLATIONS)
    monkeypatch.setattr(engine, "load", lambda *args, **kwargs: scripted)
    return scripted


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "ميناء.txt"
    path.write_text(PORT_AR, encoding="utf-8")
    return str(path)


def run(*arguments: str, data: str = "") -> Result:
    return CliRunner().invoke(main, ["summarize", *arguments], input=data.encode("utf-8"))


@pytest.mark.parametrize("route", ["direct", "translate-then-summarize", "summarize-then-translate"])
def test_every_route_can_be_taken(model: ScriptedModel, article: str, route: str) -> None:
    result = run("--languages", "en", "--length", "line", "--route", route, "--json", article)
    assert result.exit_code == 0, result.output
    summary = json.loads(result.stdout)["summaries"]["en"]
    assert summary["route"] == route
    assert summary["text"] == EN


def test_standard_input_in_both_languages_with_evidence(model: ScriptedModel) -> None:
    result = run("--length", "line", "--evidence", data=PORT_EN)
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("== Arabic ==\n")
    assert f"== English ==\n{EN}\n    support 1.00\n    #1 {EN}" in result.stdout


def test_a_baseline_crosses_the_languages_with_the_translator(model: ScriptedModel, article: str) -> None:
    result = run("--method", "lead-1", "--length", "bullets", article)
    assert result.exit_code == 0, result.output
    assert f"== English ==\n• {EN}" in result.stdout


def test_many_articles_one_bad(model: ScriptedModel, tmp_path: Path) -> None:
    path = tmp_path / "articles.jsonl"
    path.write_text("\n".join(json.dumps({"text": text}) for text in (PORT_EN, " ", PORT_AR)), encoding="utf-8")
    result = run("--json", "--languages", "ar", str(path))
    assert result.exit_code == 2
    assert [json.loads(line)["article"]["language"] for line in result.stdout.splitlines()] == ["en", "ar"]
    assert result.stderr.count("error:") == 1


@pytest.mark.parametrize(
    ("arguments", "code", "hint"),
    [
        (["--languages", "fr"], 2, "expected ar, en"),
        (["--length", "endless"], 2, "headline, line, bullets, paragraph"),
        (["--method", "magic"], 3, "expected one of"),
        (["--route", "sideways"], 2, "--route"),
        (["missing.txt"], 2, "missing.txt"),
    ],
)
def test_wrong_options_say_what_is_right(
    model: ScriptedModel, article: str, arguments: list[str], code: int, hint: str
) -> None:
    result = run(*arguments, article)
    assert result.exit_code == code
    assert hint in result.stderr


def test_the_licence_and_offline_mode_reach_the_models(article: str, monkeypatch: pytest.MonkeyPatch) -> None:
    import engine

    seen: list[dict[str, object]] = []

    def load(name: str, **settings: object) -> ScriptedModel:
        seen.append({"name": name, **settings})
        return ScriptedModel(write, SUMMARIES | TRANSLATIONS)

    monkeypatch.setattr(engine, "load", load)
    assert run("--accept-licence", "--offline", "--model", "xlsum", "--translator", "nllb-600m", article).exit_code == 0
    assert [call["name"] for call in seen] == ["nllb-600m", "xlsum"]
    assert all(call["accept_licence"] and call["offline"] for call in seen)
