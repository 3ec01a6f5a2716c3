"""The output layer without the pieces that a target cannot hold: the same results, computed faster."""

from __future__ import annotations

from pathlib import Path

import pytest

import engine
from base.errors import CorruptModelError
from base.languages import other
from engine.ctranslate2_backend import CTranslate2Backend
from engine.scripts import foreign_pieces
from engine.tokenizers.codecs import SentencePieceCodec
from engine.tokenizers.marian import source_only_pieces
from engine.types import Decoding, Task
from tests.engine import tiny
from tests.engine.tiny import SENTENCES

INTO_ENGLISH = Task("translate", "ar", "en")
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


@pytest.fixture(params=[tiny.CODES, ()], ids=["codes", "one target"])
def opus(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    tiny.marian(tmp_path, request.param)
    return tmp_path


def test_pieces_of_the_source_alone_are_left_out_of_the_output_layer(opus: Path) -> None:
    model = engine.load(str(opus), task=INTO_ENGLISH, check=False, threads=1)
    pieces = source_only_pieces(opus)
    assert any(piece.strip("\u2581").isalpha() for piece in pieces)
    assert not set(pieces) & SentencePieceCodec(opus / "target.spm").vocabulary()
    assert not {"</s>", "<unk>", "<pad>", *tiny.CODES} & set(pieces)
    sources = [model.tokenizer.source(model.tokenizer.pieces(text), INTO_ENGLISH) for text in SENTENCES[:10]]  # type: ignore[attr-defined]
    assert model.backend._skipped(sources, pieces) == frozenset(pieces)  # type: ignore[attr-defined]


def test_outputs_hold_target_pieces_and_are_the_same_on_both_backends(opus: Path) -> None:
    models = [
        engine.load(str(opus), task=INTO_ENGLISH, check=False, threads=1, backend=backend, compute_type="float32")
        for backend in ("ctranslate2", "transformers")
    ]
    found = [model.generate(list(SENTENCES[:10]), INTO_ENGLISH, Decoding(max_length=20)) for model in models]
    tokens = [[one[0].tokens for one in each] for each in found]
    assert tokens[0] == tokens[1]
    assert {token for one in tokens[0] for token in one} <= SentencePieceCodec(opus / "target.spm").vocabulary()


def test_a_damaged_target_model_is_named(opus: Path) -> None:
    (opus / "target.spm").write_bytes(b"nothing of the kind")
    with pytest.raises(CorruptModelError, match=r"target\.spm"):
        engine.load(str(opus), task=INTO_ENGLISH, check=False)
