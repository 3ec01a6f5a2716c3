"""The output layer of the embedded model without the pieces of the other script: the same results, computed faster."""

from __future__ import annotations

import pytest

import engine
from base.languages import other
from engine.ctranslate2_backend import CTranslate2Backend
from engine.scripts import foreign_pieces
from engine.types import Decoding, Task
from tests.engine.tiny import SENTENCES

PIECES = {"en": ">>eng<<", "ar": ">>ara<<"}


def backend(*, banned: bool) -> CTranslate2Backend:
    folder = engine.embedded_path() / "ctranslate2"
    plain = CTranslate2Backend(folder, device="cpu", compute_type="int8", threads=1)
    if not banned:
        return plain
    foreign = foreign_pieces(plain._vocabulary)
    lists = {piece: foreign[target] for target, piece in PIECES.items()}  # type: ignore[index]
    return CTranslate2Backend(folder, device="cpu", compute_type="int8", threads=1, banned=lists)


@pytest.mark.parametrize("target", ["en", "ar"])
def test_same_hypotheses_with_and_without_a_shortlist(target: str) -> None:
    model = engine.load("compact", threads=1)
    task = Task("translate", other(target), target)  # type: ignore[arg-type]
    texts = SENTENCES[:10] if target == "en" else SENTENCES[10:]
    sources = [model.tokenizer.source(model.tokenizer.pieces(text), task) for text in texts]  # type: ignore[attr-defined]
    start = model.tokenizer.start(task)  # type: ignore[attr-defined]
    short, full = backend(banned=True), backend(banned=False)
    rules = Decoding(suppress=foreign_pieces(full._vocabulary)[task.target])
    assert short._skipped(sources, rules.suppress)
    found, expected = (each.generate(sources, start, rules, 60) for each in (short, full))
    assert [[output.tokens for output in outputs] for outputs in found] == [
        [output.tokens for output in outputs] for outputs in expected
    ]
    scores = [output.score for outputs in found for output in outputs]
    assert scores == pytest.approx([output.score for outputs in expected for output in outputs], abs=1e-4)


def test_shortlist_is_used_only_where_all_of_it_is_unwanted() -> None:
    short = backend(banned=True)
    unwanted = foreign_pieces(short._vocabulary)["en"]
    assert not short._skipped([[">>eng<<", "a"]], unwanted[1:])
    assert not short._skipped([[">>eng<<", "a"], [">>ara<<", "b"]], unwanted)
    assert short._skipped([[">>eng<<", "a"]], ("<unk>", *unwanted)) == frozenset(unwanted)


def test_pieces_outside_of_the_shortlist_are_possible_when_nothing_is_suppressed() -> None:
    short = backend(banned=True)
    assert not short._skipped([[">>eng<<", "a"]], ())
