from __future__ import annotations

import json
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

import eval.job
import eval.record
from base.errors import MissingExtraError, MissingModelError, UnknownModelError
from eval.catalogue import load, parse_name
from eval.cli import main
from eval.code import code_digest
from eval.dataset import DataSet
from eval.difference import read_differences
from eval.job import Job, Request, make_system
from eval.neural import bert_score, comet
from eval.record import SELECTION, document_with, recorded_data
from eval.system import FileSystem, Models, TranslationSystem, segment_article
from tests.eval.conftest import PAIRS
from tests.eval.scripted import Scripted
from tests.translate.scripted import ScriptedModel

DOCUMENT = "".join(
    f"<!-- results:{task} -->\n<!-- /results:{task} -->\n" for task in ("translate", "summarize", "read")
)


def write(path: Path, lines: list[str]) -> Path:
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path, Path]:
    return (
        write(tmp_path / "s.ar", [arabic for arabic, _ in PAIRS]),
        write(tmp_path / "r.en", [english for _, english in PAIRS]),
        write(tmp_path / "h.en", [english.replace("12", "21") for _, english in PAIRS]),
    )


def test_score_prints_signed_scores(files: tuple[Path, Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    source, reference, hypotheses = map(str, files)
    assert main(["score", "--reference", reference, "--hypotheses", hypotheses, "--source", source]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert any(line.startswith("BLEU|nrefs:1|bs:1000|seed:12345|") for line in lines)
    assert any(line.startswith("ROUGE-L|") and "tok:xlsum" in line for line in lines)
    numbers = next(line for line in lines if line.startswith("numbers kept|"))
    assert "= 0.00" in numbers
    assert main(["score", "--reference", reference, "--hypotheses", hypotheses, "--json", "--resamples", "0"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert rows[0]["name"] == "BLEU"
    assert rows[0]["low"] is None


def test_score_tells_what_is_wrong(files: tuple[Path, Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    source, reference, _ = files
    short = write(source.parent / "short.en", ["one line"])
    assert main(["score", "--reference", str(reference), "--hypotheses", str(short)]) == 2
    error = capsys.readouterr().err
    assert "short.en has 1 lines" in error
    assert "r.en has 6" in error
    blank = write(source.parent / "blank.en", ["", *[english for _, english in PAIRS[1:]]])
    assert main(["score", "--reference", str(reference), "--hypotheses", str(blank)]) == 2
    assert "line 1" in capsys.readouterr().err
    assert main(["score", "--reference", str(reference), "--hypotheses", str(blank), "--allow-blank"]) == 0
    capsys.readouterr()
    assert main(["score", "--reference", str(reference), "--hypotheses", str(source)]) == 0
    assert "100% of the texts (6 of 6) are not in English" in capsys.readouterr().err
    assert main(["score", "--reference", str(reference), "--hypotheses", "nowhere.txt"]) == 2
    assert "nowhere.txt" in capsys.readouterr().err


def test_other_systems_outputs_make_a_report(
    files: tuple[Path, Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, reference, hypotheses = map(str, files)
    out = tmp_path / "out"
    command = ["translate", "--source", source, "--reference", reference, "--to", "en", "--out", str(out)]
    assert main([*command, "--hypotheses", f"swapped={hypotheses}", "--hypotheses", f"human={reference}"]) == 0
    table = capsys.readouterr().out
    assert "| r.en:ar-en | swapped | all 6 |" in table
    for name in ("translate.report.html", "translate.report.md", "translate.results.jsonl"):
        assert (out / name).stat().st_size > 0
    assert main(["compare", "swapped", "human", "--out", str(out), "--trials", "200"]) == 0
    assert "numbers kept" in capsys.readouterr().out
    assert main([*command, "--hypotheses", f"swapped={hypotheses}", "--json", "--resamples", "0"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {row["system"] for row in rows} == {"swapped"}


def test_methods_without_a_model_summarize(corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = ["summarize", "--system", "lead-3", "--system", "centroid", "--data", "easc", "--data", "cnn-highlights"]
    assert main([*command, "--corpus", str(corpus), "--out", str(tmp_path), "--resamples", "50"]) == 0
    table = capsys.readouterr().out
    assert "| easc:ar-ar | lead-3 | all 2 | normalised |" in table
    assert "| cnn-highlights:en-en | centroid | all 2 | google |" in table


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["translate"], "name data with --data"),
        (["translate", "--data", "flores200-dev"], "--corpus DIR"),
        (["translate", "--source", "a"], "--source and --reference go together"),
        (["translate", "--source", "a", "--reference", "b"], "--to"),
        (["translate", "--data", "no-such-set"], "No data set or file 'no-such-set'"),
    ],
)
def test_requests_that_make_no_sense(arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    assert message in capsys.readouterr().err


def test_help_and_the_list_of_data(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    assert "python -m eval record --corpus DIR" in capsys.readouterr().out
    assert main(["data"]) == 0
    listed = capsys.readouterr().out
    assert "own\ttranslate, summarize, read\tCC BY 4.0" in listed
    assert "xlsum\tsummarize\tCC BY-NC-SA 4.0" in listed


def test_one_failing_system_does_not_stop_the_others(corpus: Path, tmp_path: Path) -> None:
    data = load(parse_name("flores200-dev:ar-en"), "translate", corpus_folder=corpus)
    job = Job(Request("translate", ("no-such-model",), out=tmp_path, offline=True))
    job.run(data)
    assert isinstance(job.failures[0], UnknownModelError)
    job.add(Scripted(), data[0])
    assert {result.system for result in job.results} == {"scripted"}


def test_a_model_is_run_through_the_translator(corpus: Path, tmp_path: Path) -> None:
    model = ScriptedModel()
    models = Models(loaded=[("scripted", model)])
    data = load(parse_name("flores200-dev:en-ar"), "translate", corpus_folder=corpus)[0]
    system = TranslationSystem("scripted", models)
    outputs = list(system.run(data, data.items))
    assert [output.id for output in outputs] == [item.id for item in data.items]
    assert all(output.hypothesis and output.score is not None for output in outputs)
    assert "scripted@1" in system.signature(data)


def test_other_code_is_another_signature(tmp_path: Path) -> None:
    room = tmp_path / "room"
    room.mkdir()
    digests = []
    for text in ("a = 1\n", "a = 2\n"):
        (room / "module.py").write_text(text, encoding="utf-8")
        code_digest.cache_clear()
        digests.append(code_digest(("room",), tmp_path))
    code_digest.cache_clear()
    assert len(set(digests)) == 2
    assert all(len(digest) == 8 for digest in digests)


def test_a_segment_of_two_sentences_is_split_and_put_together() -> None:
    article = segment_article("انتهى العمل. بدأ البيع.", "ar", "x")
    assert [sentence.text for sentence in article.sentences] == ["انتهى العمل.", "بدأ البيع."]
    assert segment_article("  ", "ar", "x").sentences == ()


def test_files_may_hold_the_whole_set_or_the_sample(corpus: Path, tmp_path: Path) -> None:
    data: DataSet = load(parse_name("flores200-dev:ar-en"), "translate", corpus_folder=corpus)[0]
    sample = data.sample(3)
    whole = FileSystem("x", write(tmp_path / "whole", [english for _, english in PAIRS]))
    part = FileSystem("x", write(tmp_path / "part", [item.references[0] for item in sample.items]))
    for system in (whole, part):
        assert [one.hypothesis for one in system.run(sample, sample.items)] == [
            item.references[0] for item in sample.items
        ]


def test_the_record_fills_results_and_document(corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    document = tmp_path / "evaluation.md"
    document.write_text(f"before\n{DOCUMENT}after\n", encoding="utf-8")
    monkeypatch.setattr(eval.record, "FOLDER", tmp_path / "results")
    monkeypatch.setattr(eval.record, "DOCUMENT", document)
    monkeypatch.setattr(eval.record, "SELECTION", SELECTION[:2] + SELECTION[7:8])
    monkeypatch.setattr(eval.job, "make_system", lambda task, name, models, length="", folder=None: Scripted(name))
    job = eval.job.record(corpus, "compact", tmp_path / "out")
    assert not job.failures
    text = document.read_text(encoding="utf-8")
    assert text.startswith("before\n")
    assert text.endswith("after\n")
    assert "| flores200-dev:ar-en | compact | all 6 |" in text
    assert "| data | items | system | ROUGE-L | Lead | centroid | TextRank | LexRank |" in text
    assert "- **easc:ar-ar**, compact, all 2: no significant difference from Lead (+0.0" in text
    assert "nrefs:" not in text
    names = {"translate.jsonl", "summarize.jsonl", "summarize.differences.jsonl"}
    assert {path.name for path in (tmp_path / "results").iterdir()} == names
    assert read_differences(tmp_path / "results" / "summarize.differences.jsonl") == job.differences
    assert document_with(text, job.results, job.differences) == text


def test_a_part_of_the_record_and_a_trial_of_it(corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    document = tmp_path / "evaluation.md"
    document.write_text(DOCUMENT, encoding="utf-8")
    monkeypatch.setattr(eval.record, "FOLDER", tmp_path / "results")
    monkeypatch.setattr(eval.record, "DOCUMENT", document)
    monkeypatch.setattr(eval.record, "SELECTION", SELECTION[:1] + SELECTION[7:8])
    monkeypatch.setattr(eval.job, "make_system", lambda task, name, models, length="", folder=None: Scripted(name))
    trial = eval.job.record(corpus, "compact", tmp_path / "trial", most=1)
    assert {result.selection for result in trial.results} == {"1 of 6, seed 13", "1 of 2, seed 13"}
    assert document.read_text(encoding="utf-8") == DOCUMENT
    assert not (tmp_path / "results").exists()
    part = eval.job.record(corpus, "compact", tmp_path / "part", tasks=("summarize",))
    assert {result.task for result in part.results} == {"summarize"}
    assert "ROUGE-L" in document.read_text(encoding="utf-8")
    assert "BLEU" not in document.read_text(encoding="utf-8")


def test_the_record_takes_every_development_set(corpus: Path) -> None:
    labels = {data.label for _, data in recorded_data(corpus)}
    for name in (
        "flores200-dev:en-ar",
        "news-dev:ar-en",
        "easc:ar-ar",
        "guardian-standfirst:en-en",
        "tatoeba-test:ar-en",
    ):
        assert name in labels


def test_a_document_without_markers_is_refused(
    capsys: pytest.CaptureFixture[str], corpus: Path, tmp_path: Path
) -> None:
    data = load(parse_name("flores200-dev:ar-en"), "translate", corpus_folder=corpus)[0]
    job = Job(Request("translate", (), out=tmp_path))
    job.add(Scripted(), data)
    with pytest.raises(Exception, match="<!-- results:translate -->"):
        document_with("no markers", job.results)


def test_comet_and_bertscore_are_called_when_they_are_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "comet", None)
    with pytest.raises(MissingExtraError, match="pip install unbabel-comet"):
        comet(["س"], ["h"], [["r"]], "x.ckpt")
    seen: list[object] = []

    def predict(rows: list[dict[str, str]], **settings: object) -> SimpleNamespace:
        seen.extend(rows)
        return SimpleNamespace(scores=[0.8, 0.6])

    fake = ModuleType("comet")
    fake.load_from_checkpoint = lambda path: SimpleNamespace(predict=predict)  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "comet", fake)
    with pytest.raises(MissingModelError, match=r"x\.ckpt"):
        comet(["س"], ["h"], [["r"]], "x.ckpt")
    checkpoint = write(tmp_path / "model.ckpt", [])
    found = comet(["س", "ش"], ["h", "i"], [["r"], ["q"]], str(checkpoint))
    assert found.value == pytest.approx(0.7)
    assert seen[0] == {"src": "س", "mt": "h", "ref": "r"}
    scorer = ModuleType("bert_score")
    scorer.score = lambda hyps, refs, **_: ([], [], [0.9] * len(hyps))  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "bert_score", scorer)
    assert bert_score(["h"], [["r"]], "en", "some/model").value == pytest.approx(90)


def test_systems_by_task() -> None:
    models = Models()
    assert make_system("translate", "compact", models).name == "compact"
    assert make_system("summarize", "lead-3", models, "bullets").name == "lead-3"
    assert make_system("read", "compact", models).name == "compact"
