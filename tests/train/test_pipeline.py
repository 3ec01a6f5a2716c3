"""The whole recipe at toy size, in the real file formats."""

from __future__ import annotations

import dataclasses
import difflib
import json
import re
import shutil
import warnings
from collections.abc import Callable
from itertools import islice
from pathlib import Path

import pytest
import torch
from click.testing import CliRunner
from sentencepiece import SentencePieceProcessor

from base.errors import CorruptModelError, InputError, ModelError
from engine.embedded import verify_embedded
from train import pipeline
from train.__main__ import main
from train.batches import stream
from train.examples import load_store
from train.export import convert, swap
from train.fit import Budget, Run, fit
from train.loader import load_batches
from train.mix import Mix
from train.oneway import back_path
from train.presets import preset
from train.schedule import Stage, schedule
from train.score import figures_kept, foreign_pieces, score, translate
from train.vocab import MASK, SYNTHETIC, TASKS, control_id, load, vocabulary_json

ARABIC, ENGLISH = "وصل وزير الخارجية إلى باريس في 24 يناير 2015.", "The minister arrived on January 24, 2015."


def test_the_vocabulary_splits_digits_and_spells_the_unknown(settings: pipeline.Settings) -> None:
    processor = load(settings.work)
    pieces = processor.encode("عام 2015", out_type=str)
    assert pieces[-4:] == ["2", "0", "1", "5"]
    assert processor.decode(processor.encode("漢字 عام 😀")) == "漢字 عام 😀"
    table = vocabulary_json(processor)
    assert (table["</s>"], table["<unk>"], table["<pad>"]) == (0, 1, len(table) - 1)
    assert all(token in table for token in (*TASKS, MASK, SYNTHETIC))


def test_no_text_of_a_user_becomes_a_task_token(settings: pipeline.Settings) -> None:
    processor = load(settings.work)
    controls = {control_id(processor, token) for token in (*TASKS, MASK, SYNTHETIC)}
    assert len(controls) == 6
    assert not controls & set(processor.encode(">>ara<< hello >>sum_eng<< <mask> <synthetic>"))
    with pytest.raises(InputError, match="train vocab"):
        control_id(processor, "<unheard-of>")


@pytest.mark.parametrize(
    "mix", [Mix({"pairs": 0.9, "summaries": 0.1}), Mix({"denoise": 0.6, "dictionary": 0.3, "gaps": 0.1})]
)
def test_training_lowers_the_loss(trained: tuple[pipeline.Settings, list[str]], tmp_path: Path, mix: Mix) -> None:
    settings, _ = trained
    run = pipeline.make_run(dataclasses.replace(settings, budget=Budget(steps=60)))
    only = Stage("all", 1.0, mix)
    store = load_store(load(settings.work), settings.work, settings.preset, only)
    run.recipe = dataclasses.replace(run.recipe, stages=(only,), store=store)
    losses = fit(run, tmp_path / "other.pt")
    assert len(losses) == 60
    assert sum(losses[-10:]) / 10 < sum(losses[:10]) / 10 - 0.3


def test_every_stage_is_trained_and_both_rounds_are_made(trained: tuple[pipeline.Settings, list[str]]) -> None:
    settings, lines = trained
    log = "\n".join(lines)
    for stage in schedule(settings.preset):
        assert f"stage {stage.name}:" in log
    assert log.index("back-translation 1, ara") < log.index("stage back-translation 1")
    assert log.index("stage back-translation 1") < log.index("back-translation 2, ara")
    for number in (1, 2):
        assert all(back_path(settings.work, number, language).exists() for language in ("ara", "eng"))


@pytest.mark.parametrize("stopped", [5, 23])
def test_a_resumed_run_ends_in_the_same_weights(
    trained: tuple[pipeline.Settings, list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stopped: int
) -> None:
    settings, _ = trained
    shutil.copytree(settings.work, tmp_path / "work", ignore=shutil.ignore_patterns("checkpoint.pt", "round*"))
    again = dataclasses.replace(settings, work=tmp_path / "work")
    with monkeypatch.context() as patch:
        patch.setattr(Run, "save", _stopping(Run.save, stopped))
        patch.setattr(pipeline, "make_run", _saving_after(pipeline.make_run, stopped))
        with pytest.raises(KeyboardInterrupt):
            pipeline.fit_step(again, print)
    lines: list[str] = []
    pipeline.fit_step(again, lines.append)
    assert lines[0].startswith(f"resumed at step {stopped},")
    whole, resumed = (torch.load(one.work / "checkpoint.pt", weights_only=True) for one in (settings, again))
    assert resumed["place"] == whole["place"]
    assert resumed["step"] == whole["step"] == 40
    for name, weight in whole["average"].items():
        assert torch.equal(weight, resumed["average"][name]), name


def _stopping(save: Callable[[Run, Path], None], step: int) -> Callable[[Run, Path], None]:
    def stopping(run: Run, path: Path) -> None:
        save(run, path)
        if run.step == step:
            raise KeyboardInterrupt

    return stopping


def _saving_after(make: Callable[[pipeline.Settings], Run], steps: int) -> Callable[[pipeline.Settings], Run]:
    def made(settings: pipeline.Settings) -> Run:
        run = make(settings)
        run.recipe = dataclasses.replace(run.recipe, save_every=steps)
        return run

    return made


# Newer versions of Python warn of a fork with threads about; the loaders touch none of them.
@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_loaders_of_their_own_make_the_same_batches(trained: tuple[pipeline.Settings, list[str]]) -> None:
    settings, _ = trained
    run = pipeline.make_run(settings)
    [stage, *_] = run.recipe.stages
    pipeline.prepare_stage(run, stage, settings, lambda line: None)
    places = list(islice(stream(run.recipe.store, 600, 1, stage.mix), 6))
    alone = list(load_batches(run.recipe, iter(places)))
    beside = list(load_batches(dataclasses.replace(run.recipe, loaders=2), iter(places)))
    for (place, one), (other_place, other) in zip(alone, beside, strict=True):
        assert place == other_place
        assert torch.equal(one.source, other.source)
        assert torch.equal(one.target, other.target)
    plain = dataclasses.replace(run.recipe, noise=None, sampler=None)
    pairs = list(zip(alone, load_batches(plain, iter(places)), strict=True))
    assert any(one.source.shape != other.source.shape for (_, one), (_, other) in pairs)
    assert any(one.target.shape != other.target.shape for (_, one), (_, other) in pairs), "targets are cut anew, too"


def test_the_export_is_complete_and_its_checksums_hold(exported: Path, tmp_path: Path) -> None:
    files = {path.relative_to(exported).as_posix() for path in exported.rglob("*") if path.is_file()}
    assert {"config.json", "source.spm", "target.spm", "vocab.json", "model.safetensors"} <= files
    assert {"README.md", "LICENSE", "ctranslate2/model.bin", "generation_config.json"} <= files
    assert verify_embedded(exported, hashes=True) == len(files) - 1
    changed = shutil.copytree(exported, tmp_path / "changed")
    (changed / "LICENSE").write_text("changed", encoding="utf-8")
    with pytest.raises(CorruptModelError, match="LICENSE"):
        verify_embedded(changed, hashes=True)


def test_transformers_and_ctranslate2_agree_on_the_export(exported: Path, tmp_path: Path) -> None:
    from transformers import MarianMTModel, MarianTokenizer

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        tokenizer = MarianTokenizer.from_pretrained(exported)
        model = MarianMTModel.from_pretrained(exported, dtype=torch.float32).eval()
    convert(exported, tmp_path / "float32", "float32")
    likeness = []
    for text, task in ((ARABIC, ">>eng<<"), (ENGLISH, ">>ara<<"), (ARABIC, ">>sum_ara<<")):
        inputs = tokenizer([f"{task} {text}"], return_tensors="pt")
        with torch.no_grad():
            ids = model.generate(**inputs, num_beams=1, do_sample=False, max_length=25)[0]
        expected = tokenizer.decode(ids, skip_special_tokens=True)
        [found] = translate(
            exported, [text], task, beam=1, longest=24, converted=tmp_path / "float32", one_script=False
        )
        assert found.strip() == expected.strip()
        [rounded] = translate(exported, [text], task, beam=1, longest=24, one_script=False)
        likeness.append(difflib.SequenceMatcher(None, rounded, found).ratio())
    assert sum(likeness) / 3 > 0.5, "rounding the weights to int8 changes little"


def test_one_script_keeps_the_letters_of_the_source_out(exported: Path) -> None:
    processor = SentencePieceProcessor(model_file=str(exported / "source.spm"))
    banned = {piece for [piece] in foreign_pieces(processor, ">>eng<<")}
    assert "ا" in banned
    assert not banned & {"5", ".", "</s>", "e", *TASKS}
    [output] = translate(exported, [ARABIC], ">>eng<<", longest=24)
    assert not re.search("[\u0600-\u06ff]", output)


def test_the_tokenizer_puts_one_task_token_in_front(exported: Path) -> None:
    from transformers import MarianTokenizer

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        tokenizer = MarianTokenizer.from_pretrained(exported)
    table = json.loads((exported / "vocab.json").read_text("utf-8"))
    for token in TASKS:
        ids = tokenizer(f"{token} {ENGLISH}")["input_ids"]
        assert ids[0] == table[token]
        assert ids[-1] == 0


def test_an_export_that_is_too_large_leaves_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("train.export.LARGEST_BYTES", 10)
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "model.bin").write_bytes(b"x" * 11)
    (tmp_path / "compact").mkdir()
    (tmp_path / "compact" / "model.bin").write_bytes(b"old")
    with pytest.raises(ModelError, match="smaller preset"):
        swap(tmp_path / "new", tmp_path / "compact")
    assert (tmp_path / "compact" / "model.bin").read_bytes() == b"old"


def test_a_step_out_of_order_names_the_step_that_is_missing(corpus: Path, tmp_path: Path) -> None:
    settings = pipeline.Settings(corpus, tmp_path, preset("toy"), Budget(steps=1))
    with pytest.raises(InputError, match="python -m train data"):
        pipeline.vocabulary_step(settings)
    with pytest.raises(InputError, match="python -m train vocab"):
        pipeline.fit_step(settings, print)
    arguments = ["export", "--work", str(tmp_path), "--preset", "toy"]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == ModelError.exit_code
    assert "python -m train fit" in result.output


def test_scores_come_with_their_signatures() -> None:
    pytest.importorskip("sacrebleu")
    perfect = score([ARABIC], [ENGLISH], [ENGLISH], "ar-en")
    assert perfect.chrf.value == pytest.approx(100)
    assert "tok:13a" in perfect.bleu.signature
    assert "nc:6" in perfect.chrf.signature
    assert perfect.figures == 1.0


def test_a_lost_or_garbled_figure_counts() -> None:
    assert figures_kept(["في ٢٤ يناير 2015"], ["on January 42, 2015"]) == 0.5
    assert figures_kept(["6,000 رجل"], ["000 6 men"]) == 1.0
    assert figures_kept(["بلا أرقام"], ["no figures"]) == 1.0
