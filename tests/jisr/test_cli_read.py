"""`jisr read`: the options of the summaries."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from engine.types import Decoding, Task
from jisr.cli import main
from tests.summarize.conftest import PORT_AR
from tests.summarize.scripted import SUMMARIES, TRANSLATIONS, ScriptedModel

WRITTEN = "The port of Marsa Nour is open again after nine days."
LATE = "Fishermen have asked the government for help with new nets."


def write(source: str, task: Task, decoding: Decoding) -> list[str]:
    """Summarize with one sentence of its own words; translate a sentence about fishermen, and anything else as well."""
    if task.kind == "summarize":
        return [WRITTEN]
    return [LATE if "الصيادون" in source else "The port of Marsa Nour reopened on Tuesday after nine days."]


@pytest.fixture
def loaded(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    import engine

    names: list[str] = []

    def load(name: str, **settings: object) -> ScriptedModel:
        names.append(name)
        return ScriptedModel(write, SUMMARIES | TRANSLATIONS)

    monkeypatch.setattr(engine, "load", load)
    return names


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "port.txt"
    path.write_text(PORT_AR, encoding="utf-8")
    return str(path)


def read(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["read", *arguments])


def summary(*arguments: str) -> str:
    result = read(*arguments, "--json", "--languages", "en", "--length", "line")
    assert result.exit_code == 0, result.output
    return str(json.loads(result.stdout)["summaries"]["en"]["text"])


def test_the_model_writes_or_sentences_are_copied_as_asked_for(loaded: list[str], article: str) -> None:
    assert summary(article, "--method", "abstractive") == WRITTEN
    assert summary(article, "--method", "extract") == "The port of Marsa Nour reopened on Tuesday after nine days."
    assert summary(article) == WRITTEN


@pytest.mark.parametrize("method", ["lead", "lead-1", "centroid"])
def test_methods_that_need_no_model_load_none_for_the_summaries(loaded: list[str], article: str, method: str) -> None:
    assert summary(article, "--method", method) in ("The port of Marsa Nour reopened on Tuesday after nine days.", LATE)
    assert loaded == ["auto"]


def test_the_route_is_taken(loaded: list[str], article: str) -> None:
    assert summary(article, "--method", "abstractive", "--route", "translate-then-summarize") == WRITTEN


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("--method", "magic"), 3, "abstractive, extract, lead"),
        (("--method", "lead", "--summary-model", "compact"), 2, "takes no --summary-model"),
        (("--route", "sideways"), 2, "--route"),
    ],
)
def test_wishes_that_make_no_sense_load_nothing(
    loaded: list[str], article: str, arguments: tuple[str, ...], code: int, words: str
) -> None:
    result = read(article, *arguments)
    assert (result.exit_code, words in result.output) == (code, True)
    assert loaded == []
