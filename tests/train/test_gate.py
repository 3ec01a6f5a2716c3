"""The regression gate: the weights that ship are as good as their card says."""

from __future__ import annotations

import dataclasses
import json
import shutil
from pathlib import Path

import pytest

from base.errors import ModelError
from engine.embedded import embedded_digest, embedded_path, verify_embedded
from train import gate
from train.gate import Gate, Measured, shortfalls, stated_gate, with_gate, without_gate, write_gate

PAIR = ("وصل الوزير في 24 يناير.", "The minister arrived on 24 January.")
STATED = Gate("a", "b", 60, Measured(36.4, 0.75), Measured(30.8, 0.67))


def test_the_shipped_weights_are_as_good_as_their_card_says() -> None:
    pytest.importorskip("sacrebleu")
    folder = embedded_path("compact")
    stated = stated_gate(folder / "README.md")
    assert stated.weights == embedded_digest(folder), f"measured on other weights, run: {gate.REWRITE}"
    assert not shortfalls(stated, gate.measure(folder))


@pytest.mark.parametrize(
    ("ar_en", "en_ar", "complaints"),
    [
        (Measured(36.4, 0.75), Measured(30.8, 0.67), []),
        (Measured(35.0, 0.70), Measured(29.5, 0.60), []),
        (Measured(40.0, 1.00), Measured(40.0, 1.00), []),
        (Measured(32.7, 0.60), Measured(29.5, 0.63), ["ar-en: chrF 32.7", "ar-en: figures"]),
        (Measured(36.4, 0.75), Measured(20.0, 0.67), ["en-ar: chrF 20.0"]),
        (Measured(36.4, 0.75), Measured(30.8, 0.10), ["en-ar: figures"]),
    ],
)
def test_worse_weights_are_told_from_noise(ar_en: Measured, en_ar: Measured, complaints: list[str]) -> None:
    found = shortfalls(STATED, dataclasses.replace(STATED, ar_en=ar_en, en_ar=en_ar))
    assert len(found) == len(complaints)
    assert all(line.startswith(start) for line, start in zip(found, complaints, strict=True))


def test_another_set_of_sentences_is_not_compared() -> None:
    [line] = shortfalls(STATED, dataclasses.replace(STATED, pairs="c", ar_en=Measured(0, 0)))
    assert gate.REWRITE in line


def test_the_line_of_the_card_is_read_back(tmp_path: Path) -> None:
    card = tmp_path / "README.md"
    card.write_text("# card\n\n## Limits\n\nnone\n", encoding="utf-8")
    with pytest.raises(ModelError, match="gate --write"):
        stated_gate(card)
    text = with_gate(card.read_text(encoding="utf-8"), STATED)
    card.write_text(text, encoding="utf-8")
    assert stated_gate(card) == STATED
    assert without_gate(text) == "# card\n\n## Limits\n\nnone\n"
    assert json.loads(text.split("`")[1])["segments"] == 60


def test_writing_refuses_worse_weights_and_seals_better_ones(
    exported: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("sacrebleu")
    folder = shutil.copytree(exported, tmp_path / "compact")
    card = folder / "README.md"
    monkeypatch.setattr(
        gate, "gate_pairs", lambda: [("وصل الوزير في 24 يناير.", "The minister arrived on 24 January.")]
    )
    found = gate.measure(folder)
    better = dataclasses.replace(found, ar_en=Measured(90.0, 1.0))
    card.write_text(with_gate(without_gate(card.read_text(encoding="utf-8")), better), encoding="utf-8")
    with pytest.raises(ModelError, match="--lower"):
        write_gate(folder, (card,))
    assert stated_gate(card) == better
    written = write_gate(folder, (card,), lower=True)
    assert written == stated_gate(card) == dataclasses.replace(found, weights=embedded_digest(folder))
    assert verify_embedded(folder, hashes=True)
