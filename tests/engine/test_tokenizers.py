"""Tokenizers: the same pieces as the field's own code, nothing lost, nothing taken for special."""

from __future__ import annotations

import subprocess
import sys
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from base.errors import CorruptModelError, ModelError
from engine.architecture import Architecture
from engine.tokenizers import Tokenizer, load_tokenizer
from engine.tokenizers.codecs import SentencePieceCodec, join_pieces
from engine.types import Task
from tests.engine import tiny

AR_EN = Task("translate", "ar", "en")
EN_AR = Task("translate", "en", "ar")
SUM_AR = Task("summarize", "ar", "ar")
Checkpoint = Callable[[Architecture], Path]

# Source language as each family's own tokenizer wants to hear it.
SOURCES = {"mbart": ("ar_AR", "en_XX"), "m2m100": ("ar", "en"), "nllb": ("arb_Arab", "eng_Latn")}
STARTS = {
    "marian": (None, ()),
    "mbart": ("</s>", ("en_XX",)),
    "m2m100": ("</s>", ("__en__",)),
    "nllb": ("</s>", ("eng_Latn",)),
    "mt5": (None, ()),
    "bart": ("</s>", ("<s>",)),
    "pegasus": (None, ()),
}
SNIPPETS = st.text(st.sampled_from("ابتةثجحدرسشصطعفقكلمنهوي abcdefgrstuw.,،؟!:;0123٤٥٦é€\t"), max_size=40)


def own(folder: Path, architecture: str, *, arabic: bool) -> Any:
    from transformers import AutoTokenizer

    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Recommended: pip install sacremoses")
        tokenizer = AutoTokenizer.from_pretrained(folder)
    if architecture in SOURCES:
        tokenizer.src_lang = SOURCES[architecture][0 if arabic else 1]
    return tokenizer


@pytest.fixture(scope="module")
def marian(checkpoint: Checkpoint) -> Tokenizer:
    return load_tokenizer(checkpoint("marian"), "marian")


@pytest.mark.parametrize("architecture", tiny.FAMILIES)
@pytest.mark.parametrize("arabic", [True, False], ids=["ar", "en"])
def test_source_is_that_of_transformers(checkpoint: Checkpoint, architecture: Architecture, arabic: bool) -> None:
    folder = checkpoint(architecture)
    tokenizer = load_tokenizer(folder, architecture)
    theirs = own(folder, architecture, arabic=arabic)
    vocabulary = theirs.get_vocab()
    for text in tiny.SENTENCES[:10] if arabic else tiny.SENTENCES[10:]:
        task = AR_EN if arabic else EN_AR
        ours = tokenizer.source(tokenizer.pieces(text), task)
        code = {"marian": ">>eng<< " if arabic else ">>ara<< "}.get(architecture, "")
        expected = theirs(code + text)["input_ids"]
        assert [vocabulary.get(piece, theirs.unk_token_id) for piece in ours] == expected


@pytest.mark.parametrize("architecture", tiny.FAMILIES)
def test_start_names_the_target_language(checkpoint: Checkpoint, architecture: Architecture) -> None:
    start = load_tokenizer(checkpoint(architecture), architecture).start(AR_EN)
    assert (start.piece, start.prefix) == STARTS[architecture]


@pytest.mark.parametrize("architecture", tiny.FAMILIES)
def test_text_comes_back(checkpoint: Checkpoint, architecture: Architecture) -> None:
    tokenizer = load_tokenizer(checkpoint(architecture), architecture)
    for text in tiny.SENTENCES:
        pieces = tokenizer.pieces(text)
        assert tokenizer.text(pieces) == text
        assert tokenizer.text(tokenizer.source(pieces, AR_EN)) == text, "special pieces are no text"


@pytest.mark.parametrize("architecture", tiny.FAMILIES)
@pytest.mark.parametrize("text", ["a </s> b", "<pad>", ">>ara<< x", "ar_AR __en__ eng_Latn", "<extra_id_0> <mask>"])
def test_text_cannot_speak_to_the_model(checkpoint: Checkpoint, architecture: Architecture, text: str) -> None:
    tokenizer = load_tokenizer(checkpoint(architecture), architecture)
    special = {"</s>", "<pad>", ">>ara<<", "ar_AR", "__en__", "eng_Latn", "<extra_id_0>", "<mask>", "<s>"}
    assert not special & set(tokenizer.pieces(text))


@pytest.mark.parametrize("architecture", tiny.FAMILIES)
@pytest.mark.parametrize("text", ["\ud800 a", "\x00", "😀😀", "\u200b", "中文", "\u202e", "a" * 5000])
def test_odd_characters_are_no_accident(checkpoint: Checkpoint, architecture: Architecture, text: str) -> None:
    tokenizer = load_tokenizer(checkpoint(architecture), architecture)
    assert isinstance(tokenizer.text(tokenizer.pieces(text)), str)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=SNIPPETS)
def test_joining_is_that_of_sentencepiece(checkpoint: Checkpoint, text: str) -> None:
    import sentencepiece

    path = checkpoint("marian") / "source.spm"
    theirs = sentencepiece.SentencePieceProcessor(model_file=str(path))
    pieces = SentencePieceCodec(path).pieces(text)
    assert join_pieces(pieces) == theirs.decode(pieces).strip()


def test_bytes_become_letters() -> None:
    assert join_pieces(["▁a", "<0xD9>", "<0x85>", "▁b"]) == "aم b"
    assert join_pieces(["<0xF0>", "<0x9F>", "<0x98>", "<0x80>"]) == "😀"
    assert join_pieces(["<0xD9>", "▁b"]) == "\ufffd b"
    assert join_pieces([]) == ""


def test_marian_names_target_and_task(marian: Tokenizer) -> None:
    assert marian.source(["▁a"], AR_EN) == (">>eng<<", "▁a", "</s>")
    assert marian.source(["▁a"], EN_AR) == (">>ara<<", "▁a", "</s>")
    assert marian.source(["▁a"], SUM_AR) == (">>sum_ara<<", "▁a", "</s>")
    assert marian.source(["▁a"], Task("summarize", "ar", "en")) == (">>sum_eng<<", "▁a", "</s>")
    assert marian.text([">>eng<<", "▁a", "</s>"]) == "a"
    assert set(tiny.CODES) <= set(marian.suppressed)


@pytest.mark.parametrize(
    ("codes", "source", "can"),
    [
        ((), ("▁a", "</s>"), True),
        ((">>ara<<", ">>arz<<"), (">>ara<<", "▁a", "</s>"), True),
        ((">>fra<<",), None, False),
    ],
    ids=["one target", "several targets", "other targets"],
)
def test_marian_vocabularies_decide(
    tmp_path: Path, codes: tuple[str, ...], source: tuple[str, ...] | None, can: bool
) -> None:
    tiny.marian(tmp_path, codes)
    tokenizer = load_tokenizer(tmp_path, "marian")
    assert tokenizer.supports(EN_AR) is can
    assert not tokenizer.supports(SUM_AR)
    assert source is None or tokenizer.source(["▁a"], EN_AR) == source


def test_mbart_of_25_languages_names_them_behind(checkpoint: Checkpoint, tmp_path: Path) -> None:
    copy(checkpoint("mbart"), tmp_path)
    tiny.write_json(tmp_path / "tokenizer_config.json", {"tokenizer_class": "MBartTokenizer"})
    tokenizer = load_tokenizer(tmp_path, "mbart")
    assert tokenizer.source(["▁a"], AR_EN) == ("▁a", "</s>", "ar_AR")
    assert tokenizer.start(AR_EN).piece == "en_XX"
    assert tokenizer.start(AR_EN).prefix == ()


def test_mbart_without_languages_is_framed(checkpoint: Checkpoint, tmp_path: Path) -> None:
    copy(checkpoint("mbart"), tmp_path)
    tiny.write_json(tmp_path / "tokenizer_config.json", {"tokenizer_class": "BarthezTokenizer"})
    tokenizer = load_tokenizer(tmp_path, "mbart")
    assert tokenizer.source(["▁a"], SUM_AR) == ("<s>", "▁a", "</s>")
    assert tokenizer.start(SUM_AR).piece == "</s>"


@pytest.mark.parametrize("architecture", ["mbart", "nllb", "mt5", "pegasus", "bart"])
def test_a_folder_with_only_a_tokenizer_file_will_do(
    checkpoint: Checkpoint, tmp_path: Path, architecture: Architecture
) -> None:
    copy(checkpoint(architecture), tmp_path)
    own(tmp_path, architecture, arabic=True).save_pretrained(tmp_path)
    for name in ("sentencepiece.bpe.model", "spiece.model", "vocab.json", "merges.txt"):
        (tmp_path / name).unlink(missing_ok=True)
    before, after = (load_tokenizer(folder, architecture) for folder in (checkpoint(architecture), tmp_path))
    for text in tiny.SENTENCES:
        assert after.source(after.pieces(text), AR_EN) == before.source(before.pieces(text), AR_EN)
        assert after.text(after.pieces(text)) == text


def test_mt5_reads_any_white_space_as_one_space(checkpoint: Checkpoint) -> None:
    tokenizer = load_tokenizer(checkpoint("mt5"), "mt5")
    assert tokenizer.pieces("The  road\n\nwas \t easy. ") == tokenizer.pieces("The road was easy.")


def test_pegasus_keeps_lines(checkpoint: Checkpoint) -> None:
    tokenizer = load_tokenizer(checkpoint("pegasus"), "pegasus")
    pieces = tokenizer.pieces("The road\nwas easy.")
    assert "<n>" in pieces
    assert tokenizer.text(pieces) == "The road\nwas easy."


@pytest.mark.parametrize("name", ["source.spm", "target.spm", "vocab.json"])
def test_a_missing_file_is_named(checkpoint: Checkpoint, tmp_path: Path, name: str) -> None:
    copy(checkpoint("marian"), tmp_path)
    (tmp_path / name).unlink()
    with pytest.raises(CorruptModelError, match=name):
        load_tokenizer(tmp_path, "marian")


@pytest.mark.parametrize(
    ("architecture", "name"),
    [("marian", "source.spm"), ("marian", "vocab.json"), ("mt5", "spiece.model"), ("bart", "vocab.json")],
)
@pytest.mark.parametrize("content", [b"", b"\x00\xff no model"], ids=["empty", "garbage"])
def test_a_damaged_file_is_named(
    checkpoint: Checkpoint, tmp_path: Path, architecture: Architecture, name: str, content: bytes
) -> None:
    copy(checkpoint(architecture), tmp_path)
    (tmp_path / name).write_bytes(content)
    with pytest.raises(CorruptModelError, match=name.replace(".", r"\.")):
        load_tokenizer(tmp_path, architecture)


def test_no_tokenizer_at_all_says_what_was_expected(checkpoint: Checkpoint, tmp_path: Path) -> None:
    copy(checkpoint("mt5"), tmp_path)
    (tmp_path / "spiece.model").unlink()
    with pytest.raises(CorruptModelError, match=r"spiece\.model, tokenizer\.json"):
        load_tokenizer(tmp_path, "mt5")


def test_separate_vocabularies_are_refused(checkpoint: Checkpoint, tmp_path: Path) -> None:
    copy(checkpoint("marian"), tmp_path)
    tiny.write_json(tmp_path / "target_vocab.json", {"</s>": 0})
    with pytest.raises(ModelError, match="separate"):
        load_tokenizer(tmp_path, "marian")


def test_marian_loads_without_torch_and_transformers(checkpoint: Checkpoint) -> None:
    code = (
        "import sys; from pathlib import Path; from engine.tokenizers import load_tokenizer;"
        "t = load_tokenizer(Path(sys.argv[1]), 'marian'); assert t.pieces('road');"
        "print(sorted({'torch', 'transformers', 'tokenizers', 'ctranslate2'} & set(sys.modules)))"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, str(checkpoint("marian"))], capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == "[]"


def copy(source: Path, target: Path) -> None:
    """Copy everything but the weights."""
    for path in source.iterdir():
        if path.suffix != ".safetensors":
            (target / path.name).write_bytes(path.read_bytes())
