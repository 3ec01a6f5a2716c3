"""The stages: in order, to the end, and each with what it needs."""

from __future__ import annotations

import dataclasses
import itertools

import pytest

from train.mix import kind_of
from train.presets import PRESETS, preset
from train.schedule import schedule


@pytest.mark.parametrize("name", PRESETS)
def test_stages_rise_to_the_whole_budget(name: str) -> None:
    stages = schedule(preset(name))
    ends = [stage.until for stage in stages]
    assert all(one < other for one, other in itertools.pairwise(ends))
    assert ends[-1] == 1.0
    for stage in stages:
        assert sum(stage.mix.shares.values()) == pytest.approx(1.0)
        assert bool(stage.back) == (stage.mix.shares.get("back", 0) > 0)
    for stage in stages[1:]:
        assert stage.mix.shares["summaries"] == preset(name).summary_share
    assert [stage.back for stage in stages] == [0, 0, 1, 2, 2]


def test_a_preset_without_pretraining_sees_no_noise() -> None:
    stages = schedule(dataclasses.replace(preset("toy"), pretraining=0.0))
    assert stages[0].until == 0.0
    assert all(not stage.mix.shares.get("denoise") for stage in stages[1:])


def test_the_kind_of_a_group_is_read_off_its_name() -> None:
    kinds = {"news": "pairs", "grammar": "pairs", "sum-cross": "summaries", "mono-ara": "denoise", "back-eng": "back"}
    assert {group: kind_of(group) for group in kinds} == kinds
