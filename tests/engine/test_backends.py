"""Both backends: the same pieces, and those that transformers gives by itself."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from base.errors import CorruptModelError, ModelError
from engine.architecture import Architecture
from engine.backend import Backend, Output, TargetStart
from engine.ctranslate2_backend import CTranslate2Backend
from engine.embedded import embedded_path
from engine.tokenizers import load_tokenizer
from engine.types import Decoding, Task
from tests.engine import tiny

AR_EN = Task("translate", "ar", "en")
TEXTS = (*tiny.SENTENCES[:6], "نعم", "The road was not easy.")
LENGTH = 24
Folder = Callable[[Architecture], Path]
Pair = tuple[Backend, Backend]

DECODINGS = {
    "greedy": Decoding(beam_size=1),
    "beam 4": Decoding(beam_size=4),
    "short is good": Decoding(beam_size=4, length_penalty=0.0),
    "long is good": Decoding(beam_size=3, length_penalty=2.0),
    "no loops": Decoding(beam_size=4, repetition_penalty=1.3, no_repeat_ngram=2),
    "greedy without loops": Decoding(beam_size=1, repetition_penalty=1.5, no_repeat_ngram=3),
    "at least ten": Decoding(beam_size=4, min_length=10),
}


@pytest.fixture(scope="module")
def backends(checkpoint: Folder, conversion: Folder) -> Callable[[Architecture], Pair]:
    """Return a function from family to its two backends, loaded once."""
    loaded: dict[Architecture, Pair] = {}

    def get(architecture: Architecture) -> Pair:
        if architecture not in loaded:
            loaded[architecture] = (
                CTranslate2Backend(conversion(architecture), device="cpu", compute_type="float32", threads=1),
                transformers_backend(checkpoint(architecture), architecture),
            )
        return loaded[architecture]

    return get


def transformers_backend(folder: Path, architecture: Architecture) -> Any:
    from engine.transformers_backend import TransformersBackend

    return TransformersBackend(folder, architecture=architecture, device="cpu", dtype="float32", threads=1)


def run(
    backend: Backend, folder: Path, architecture: Architecture, decoding: Decoding, length: int = LENGTH
) -> list[tuple[Output, ...]]:
    tokenizer = load_tokenizer(folder, architecture)
    sources = [tokenizer.source(tokenizer.pieces(text), AR_EN) for text in TEXTS]
    decoding = replace(decoding, suppress=tokenizer.suppressed)
    return backend.generate(sources, tokenizer.start(AR_EN), decoding, length)


def tokens(beams: Sequence[tuple[Output, ...]]) -> list[list[tuple[str, ...]]]:
    return [[output.tokens for output in beam] for beam in beams]


@pytest.mark.parametrize("architecture", tiny.FAMILIES)
@pytest.mark.parametrize("name", DECODINGS)
def test_backends_agree_piece_by_piece(
    backends: Callable[[Architecture], Pair], checkpoint: Folder, architecture: Architecture, name: str
) -> None:
    ours, theirs = (
        run(backend, checkpoint(architecture), architecture, DECODINGS[name]) for backend in backends(architecture)
    )
    assert tokens(ours) == tokens(theirs), "every hypothesis of every beam, in order"
    for one, other in zip(ours, theirs, strict=True):
        for left, right in zip(one, other, strict=True):
            assert left.finished == right.finished
            assert left.score == pytest.approx(right.score, abs=1e-4)


@pytest.mark.parametrize("architecture", tiny.FAMILIES)
def test_the_comparison_means_something(
    backends: Callable[[Architecture], Pair], checkpoint: Folder, architecture: Architecture
) -> None:
    """Random networks could answer every source alike, or never end; these do neither."""
    found = run(backends(architecture)[0], checkpoint(architecture), architecture, Decoding(beam_size=4))
    assert len({beam[0].tokens for beam in found}) > 2
    finished = [output.finished for beam in found for output in beam]
    assert any(finished)


@pytest.mark.parametrize("architecture", tiny.FAMILIES)
def test_greedy_is_what_transformers_does_by_itself(
    backends: Callable[[Architecture], Pair], checkpoint: Folder, architecture: Architecture
) -> None:
    """Their tokenizer, their generate, their settings for the target language; none of our code."""
    import torch
    from transformers import AutoModelForSeq2SeqLM

    from tests.engine.test_tokenizers import own

    folder = checkpoint(architecture)
    tokenizer, model = own(folder, architecture, arabic=True), AutoModelForSeq2SeqLM.from_pretrained(folder)
    start = load_tokenizer(folder, architecture).start(AR_EN)
    vocabulary = tokenizer.get_vocab()
    banned = [vocabulary[piece] for piece in load_tokenizer(folder, architecture).suppressed if piece in vocabulary]
    # Rows without a piece, which the conversion names and our tokenizers suppress.
    banned += range(len(vocabulary), model.config.vocab_size)
    code = ">>eng<< " if architecture == "marian" else ""
    ours = run(backends(architecture)[0], folder, architecture, Decoding(beam_size=1))
    for text, beam in zip(TEXTS, ours, strict=True):
        begin = [model.generation_config.decoder_start_token_id, *(vocabulary[piece] for piece in start.prefix)]
        found = model.generate(
            **tokenizer(code + text, return_tensors="pt"),
            decoder_input_ids=torch.tensor([begin]),
            suppress_tokens=banned,
            forced_bos_token_id=None,
            forced_eos_token_id=None,
            bad_words_ids=None,
            num_beams=1,
            do_sample=False,
            early_stopping=False,
            length_penalty=1.0,
            no_repeat_ngram_size=0,
            min_length=0,
            min_new_tokens=1,
            max_new_tokens=LENGTH,
        )[0, len(begin) :].tolist()
        ids = [vocabulary[piece] for piece in beam[0].tokens]
        assert found == ids + [model.config.eos_token_id] * beam[0].finished


@pytest.mark.parametrize("which", [0, 1], ids=["ctranslate2", "transformers"])
def test_decoding_overrules_the_checkpoint(
    backends: Callable[[Architecture], Pair], checkpoint: Folder, which: int
) -> None:
    """bart-large-cnn asks for 56 pieces at least, no trigram twice, and a beam of four."""
    found = run(backends("bart")[which], checkpoint("bart"), "bart", Decoding(beam_size=1), length=60)
    pieces = [beam[0].tokens for beam in found]
    assert min(map(len, pieces)) < 56
    assert all(len(beam) == 1 for beam in found)
    assert any(len(set(trigrams(each))) < len(trigrams(each)) for each in pieces)


def trigrams(pieces: Sequence[str]) -> list[tuple[str, ...]]:
    return list(zip(pieces, pieces[1:], pieces[2:], strict=False))


@pytest.mark.parametrize("which", [0, 1], ids=["ctranslate2", "transformers"])
@pytest.mark.parametrize("architecture", ["marian", "nllb"])
class TestEachBackend:
    def test_a_batch_is_its_sources_one_by_one(
        self, backends: Callable[[Architecture], Pair], checkpoint: Folder, architecture: Architecture, which: int
    ) -> None:
        backend, tokenizer = backends(architecture)[which], load_tokenizer(checkpoint(architecture), architecture)
        together = run(backend, checkpoint(architecture), architecture, Decoding(beam_size=3), 12)
        rules = Decoding(beam_size=3, suppress=tokenizer.suppressed)
        for text, beam in zip(TEXTS, together, strict=True):
            source = tokenizer.source(tokenizer.pieces(text), AR_EN)
            alone = backend.generate([source], tokenizer.start(AR_EN), rules, 12)
            assert tokens(alone) == tokens([beam])

    def test_lengths_are_kept(
        self, backends: Callable[[Architecture], Pair], checkpoint: Folder, architecture: Architecture, which: int
    ) -> None:
        backend = backends(architecture)[which]
        rules = Decoding(beam_size=2, min_length=6)
        for beam in run(backend, checkpoint(architecture), architecture, rules, length=9):
            assert all(6 <= len(output.tokens) <= 9 for output in beam)
            assert all(output.length <= 9 for output in beam)
            assert all(output.finished or output.length == 9 for output in beam)
        shortest = run(backend, checkpoint(architecture), architecture, Decoding(beam_size=2), length=1)
        assert all(output.length == 1 for beam in shortest for output in beam)

    def test_suppressed_pieces_are_not_produced(
        self, backends: Callable[[Architecture], Pair], checkpoint: Folder, architecture: Architecture, which: int
    ) -> None:
        backend, tokenizer = backends(architecture)[which], load_tokenizer(checkpoint(architecture), architecture)
        before = run(backend, checkpoint(architecture), architecture, Decoding(beam_size=2), 12)
        common = before[0][0].tokens[0]
        source = tokenizer.source(tokenizer.pieces(TEXTS[0]), AR_EN)
        rules = Decoding(beam_size=2, suppress=(*tokenizer.suppressed, common, "no piece at all"))
        after = backend.generate([source], tokenizer.start(AR_EN), rules, 12)
        assert all(common not in output.tokens for output in after[0])

    def test_scores_are_mean_log_probabilities_best_first(
        self, backends: Callable[[Architecture], Pair], checkpoint: Folder, architecture: Architecture, which: int
    ) -> None:
        for beam in run(backends(architecture)[which], checkpoint(architecture), architecture, Decoding(beam_size=4)):
            assert all(output.score < 0 for output in beam)
            # With a length penalty of 1 the order is that of the mean, but for the given prefix in its length.
            assert beam[0].score >= min(output.score for output in beam)

    def test_a_target_language_that_is_not_there_is_refused(
        self, backends: Callable[[Architecture], Pair], checkpoint: Folder, architecture: Architecture, which: int
    ) -> None:
        """Left alone it would become the unknown piece, and the model would answer in any language."""
        with pytest.raises(ModelError, match="xyz_Latn"):
            backends(architecture)[which].generate([("▁a", "</s>")], TargetStart(None, ("xyz_Latn",)), Decoding(), 5)

    def test_the_signature_names_library_and_precision(
        self, backends: Callable[[Architecture], Pair], checkpoint: Folder, architecture: Architecture, which: int
    ) -> None:
        signature = backends(architecture)[which].signature
        assert signature.startswith(("ctranslate2 ", "transformers "))
        assert signature.endswith(" float32 cpu")


def test_mbart_may_start_with_the_language(checkpoint: Folder, tmp_path: Path) -> None:
    """mBART of 25 languages: the target code is the decoder's start, in both backends."""
    from engine.convert import convert

    folder = tmp_path / "mbart25"
    shutil.copytree(checkpoint("mbart"), folder)
    tiny.write_json(folder / "tokenizer_config.json", {"tokenizer_class": "MBartTokenizer", "bos_token": "<s>"})
    # The vocabulary is that of mBART-50, whose class the conversion needs; only the layout is older.
    convert(checkpoint("mbart"), tmp_path / "converted", "float32")
    converted = CTranslate2Backend(tmp_path / "converted", device="cpu", compute_type="float32", threads=1)
    unconverted = transformers_backend(checkpoint("mbart"), "mbart")
    ours, theirs = (run(backend, folder, "mbart", Decoding()) for backend in (converted, unconverted))
    assert tokens(ours) == tokens(theirs)


def test_a_conversion_with_another_start_is_refused(conversion: Folder) -> None:
    backend = CTranslate2Backend(conversion("bart"), device="cpu", compute_type="float32", threads=1)
    with pytest.raises(ModelError, match="checkpoint with '<s>'"):
        backend.generate([("<s>", "</s>")], TargetStart("<s>"), Decoding(), 5)


@pytest.mark.parametrize("name", ["model.bin", "shared_vocabulary.json", "config.json"])
@pytest.mark.parametrize("damage", ["missing", "cut"])
def test_a_damaged_conversion_names_its_file(conversion: Folder, tmp_path: Path, name: str, damage: str) -> None:
    folder = tmp_path / "model"
    shutil.copytree(conversion("marian"), folder)
    path = folder / name
    if damage == "missing":
        path.unlink()
    else:
        path.write_bytes(path.read_bytes()[:40])
    with pytest.raises(CorruptModelError, match=r"model") as caught:
        CTranslate2Backend(folder, device="cpu", compute_type="float32", threads=1)
    assert name in str(caught.value)
    assert "jisr models" in str(caught.value)


def test_a_precision_that_is_not_there_says_what_to_do(conversion: Folder) -> None:
    with pytest.raises(ModelError, match="--device cpu"):
        CTranslate2Backend(conversion("marian"), device="cpu", compute_type="float7", threads=1)


@pytest.mark.parametrize("damage", ["missing", "cut"])
def test_a_damaged_checkpoint_names_its_folder(checkpoint: Folder, tmp_path: Path, damage: str) -> None:
    folder = tmp_path / "model"
    shutil.copytree(checkpoint("marian"), folder)
    weights = folder / "model.safetensors"
    if damage == "missing":
        weights.unlink()
    else:
        weights.write_bytes(weights.read_bytes()[:500])
    with pytest.raises(CorruptModelError, match=r"jisr models pull") as caught:
        transformers_backend(folder, "marian")
    assert str(folder) in str(caught.value)


def test_the_embedded_model_runs_through_both() -> None:
    """Eight-bit weights round, so the two need not agree to the end; they must begin alike."""
    folder = embedded_path("compact")
    eight_bit = CTranslate2Backend(folder / "ctranslate2", device="cpu", compute_type="int8", threads=1)
    full = transformers_backend(folder, "marian")
    rules = Decoding(beam_size=1)
    ours, theirs = (run(backend, folder, "marian", rules, length=12) for backend in (eight_bit, full))
    begin = [one[0].tokens[:2] == other[0].tokens[:2] for one, other in zip(ours, theirs, strict=True)]
    assert sum(begin) * 2 >= len(begin)
    assert all(beam[0].tokens for beam in ours)
