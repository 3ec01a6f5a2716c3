"""The table of models, and what a name stands for."""

from __future__ import annotations

from pathlib import Path

import pytest

from base.errors import UnknownModelError
from engine import registry
from engine.licence import is_non_commercial
from engine.registry import AR_EN, EN_AR, SUM_AR, SUM_AR_EN, SUM_EN, ModelRecord
from engine.types import Task

DESIGN = {
    "compact", "opus", "opus-big", "mbart", "nllb-600m", "nllb-1.3b", "xlsum", "crosssum-en", "crosssum-ar",
    "arabart", "bart-cnn", "distilbart-cnn",
}  # fmt: skip


def nothing_here(_record: ModelRecord) -> bool:
    return False


def test_every_alias_is_there_once() -> None:
    assert set(registry.ALIASES) == DESIGN
    assert len(registry.ALIASES) == len(registry.MODELS)


@pytest.mark.parametrize("record", registry.MODELS, ids=lambda record: record.alias)
def test_records_are_consistent(record: ModelRecord) -> None:
    assert record.non_commercial == is_non_commercial(record.licence)
    assert record.embedded == (record.download_mb == 0)
    assert len(set(record.tasks)) == len(record.tasks) > 0
    for score in record.scores:
        assert score.task in record.tasks
        assert score.source
        assert 0 < score.value < 100


def test_both_directions_of_opus_are_checkpoints_of_their_own() -> None:
    repos = {checkpoint.repo: checkpoint.tasks for checkpoint in registry.record("opus").checkpoints}
    assert repos == {"Helsinki-NLP/opus-mt-ar-en": (AR_EN,), "Helsinki-NLP/opus-mt-en-ar": (EN_AR,)}


def test_names_are_aliases_folders_or_hub_ids(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert registry.lookup("opus").record is registry.record("opus")
    assert registry.lookup("someone/some-model").repo == "someone/some-model"
    assert registry.lookup(str(tmp_path)).folder == tmp_path
    assert registry.lookup(tmp_path).folder == tmp_path
    monkeypatch.chdir(tmp_path)
    (tmp_path / "opus").mkdir()
    assert registry.lookup("opus").record is not None
    assert registry.lookup("./opus").folder == Path("opus")
    (tmp_path / "someone" / "some-model").mkdir(parents=True)
    assert registry.lookup("someone/some-model").folder == Path("someone/some-model")


@pytest.mark.parametrize(
    "name", ["", "no-such", "../no-such/etc", "a/b/c", "someone/../passwd", "someone/", "/no/such/folder"]
)
def test_unknown_names_are_refused_with_the_list(name: str) -> None:
    with pytest.raises(UnknownModelError, match="opus-big"):
        registry.lookup(name)


@pytest.mark.parametrize(("typed", "meant"), [("opsu", "opus"), ("Compact", "compact"), ("nllb-600", "nllb-600m")])
def test_close_matches_are_offered(typed: str, meant: str) -> None:
    with pytest.raises(UnknownModelError, match=f"Did you mean .*{meant}"):
        registry.lookup(typed)


def test_known_checkpoints_are_found_by_hub_id() -> None:
    found = registry.checkpoint_of("helsinki-nlp/OPUS-MT-en-ar")
    assert found is not None
    assert found[0].alias == "opus"
    assert found[1].tasks == (EN_AR,)
    assert registry.checkpoint_of("someone/else") is None
    assert registry.checkpoint_of("embedded") is None


@pytest.mark.parametrize("task", [None, *registry.every_task()])
def test_auto_falls_back_to_the_embedded_model(task: Task | None) -> None:
    choice = registry.auto(task, nothing_here)
    assert choice.record.alias == "compact"
    assert "\n" not in choice.line


def test_auto_takes_the_best_model_that_is_ready() -> None:
    here = {"opus", "mbart", "nllb-600m"}
    choice = registry.auto(AR_EN, lambda record: record.alias in here)
    assert choice.record.alias == "nllb-600m"
    assert registry.auto(AR_EN, lambda record: record.alias in {"opus", "mbart"}).record.alias == "opus"
    assert registry.auto(SUM_AR, lambda record: record.alias in here).record.alias == "compact"


def test_auto_says_how_to_get_a_better_model_that_is_free() -> None:
    assert "jisr models pull opus-big" in registry.auto(None, nothing_here).line
    assert "jisr models pull arabart" in registry.auto(SUM_AR, nothing_here).line
    assert "pull" not in registry.auto(AR_EN, lambda record: record.alias == "opus-big").line
    assert "pull" not in registry.auto(SUM_AR_EN, nothing_here).line


def test_tasks_are_said_in_words() -> None:
    assert registry.describe(AR_EN) == "translate Arabic into English"
    assert registry.describe(SUM_EN) == "summarize English"
    assert registry.describe(SUM_AR_EN) == "summarize Arabic in English"
    assert len({registry.describe(task) for task in registry.every_task()}) == 6


@pytest.mark.parametrize(("megabytes", "text"), [(0, "0 MB"), (560, "560 MB"), (2450, "2.5 GB"), (1000, "1.0 GB")])
def test_sizes_are_readable(megabytes: float, text: str) -> None:
    assert registry.size(megabytes) == text
