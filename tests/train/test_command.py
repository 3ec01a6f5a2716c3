"""The command line: one command for all, again and again, and the steps that stand alone."""

from __future__ import annotations

import dataclasses
import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from engine.embedded import seal, verify_embedded
from train import gate, pipeline
from train.__main__ import main
from train.fit import Budget
from train.gate import stated_gate
from train.presets import preset
from train.tune import Trial, best

PAIR = ("وصل الوزير في 24 يناير.", "The minister arrived on 24 January.")


def run(*arguments: str | Path) -> Result:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exit_code == 0, result.output
    return result


@pytest.fixture
def work(trained: tuple[pipeline.Settings, list[str]], tmp_path: Path) -> Path:
    """A copy of the work folder of a finished toy run."""
    return Path(shutil.copytree(trained[0].work, tmp_path / "work"))


def test_one_command_goes_on_where_it_stopped_and_makes_the_rest(
    corpus: Path, work: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("sacrebleu")
    monkeypatch.setattr(gate, "gate_pairs", lambda: [PAIR])
    monkeypatch.setattr("train.tune.BEAMS", (1, 2))
    out = tmp_path / "out"
    arguments = ("--corpus", corpus, "--work", work, "--preset", "toy", "--threads", 1, "--steps", 40, "--out", out)
    result = run("all", *map(str, arguments), "--parts", tmp_path / "parts")
    assert "data: there already" in result.output
    assert "resumed at step 40" in result.output
    assert "flores200-dev ar-en, 1 segments" in result.output
    assert verify_embedded(out, hashes=True)
    assert stated_gate(out / "README.md").segments == 1
    found = json.loads((work / "tune.json").read_text(encoding="utf-8"))
    assert set(found["chosen"]) == {"ar-en", "en-ar"}
    assert len(found["trials"]) == 2 * 4
    (work / "checkpoint.pt").unlink()
    run("join", "--work", work, "--parts", tmp_path / "parts")
    assert (work / "checkpoint.pt").exists()
    run("split", "--work", work, "--parts", tmp_path / "average", "--average")
    assert (tmp_path / "average" / "average.safetensors.000").exists()
    assert CliRunner().invoke(main, ["join", "--work", str(work), "--parts", str(tmp_path / "average")]).exit_code != 0


def test_a_session_spends_its_minutes_and_no_more(trained: tuple[pipeline.Settings, list[str]], work: Path) -> None:
    (work / "checkpoint.pt").unlink()
    settings, _ = trained
    without = dataclasses.replace(settings.preset, pretraining=0.0)
    short = dataclasses.replace(settings, work=work, preset=without, budget=Budget(minutes=2.0), session=0.02)
    lines: list[str] = []
    spent = pipeline.fit_step(short, lines.append)
    assert [line.split(":")[0] for line in lines if line.startswith("stage")] == ["stage supervised"]
    assert 0.0 < spent < 0.2
    assert pipeline.fit_step(short, lambda line: None) > spent


def test_fit_needs_nothing_but_the_work_folder(work: Path, tmp_path: Path) -> None:
    settings = pipeline.Settings(tmp_path / "no corpus here", work, preset("toy"), Budget(steps=41), threads=1)
    assert pipeline.fit_step(settings, lambda line: None) == 1.0


def test_the_smallest_beam_that_is_as_good_is_chosen() -> None:
    trials = [
        Trial("ar-en", 1, 1.0, 30.0, 5.0),
        Trial("ar-en", 2, 0.6, 31.9, 6.0),
        Trial("ar-en", 2, 1.4, 31.95, 6.0),
        Trial("ar-en", 6, 1.0, 32.0, 6.5),
        Trial("en-ar", 4, 1.0, 20.0, 2.0),
    ]
    assert best(trials, "ar-en") == trials[2]
    assert best(trials, "en-ar") == trials[4]


def test_gate_fails_for_worse_weights(exported: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("sacrebleu")
    monkeypatch.setattr(gate, "gate_pairs", lambda: [PAIR])
    folder = shutil.copytree(exported, tmp_path / "compact")
    run("gate", "--out", folder, "--write")
    card = folder / "README.md"
    stated = stated_gate(card)
    better = dataclasses.replace(stated, en_ar=gate.Measured(99.0, 1.0))
    card.write_text(gate.with_gate(gate.without_gate(card.read_text(encoding="utf-8")), better), encoding="utf-8")
    seal(folder)
    result = CliRunner().invoke(main, ["gate", "--out", str(folder)])
    assert result.exit_code == 1
    assert "en-ar: chrF" in result.output
