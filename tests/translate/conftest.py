from __future__ import annotations

import pytest

from tests.translate.scripted import ScriptedModel


@pytest.fixture
def model() -> ScriptedModel:
    return ScriptedModel()
