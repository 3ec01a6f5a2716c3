"""What a user would suffer from: lost work, overwritten files, one bad file among good ones."""

from __future__ import annotations

import contextlib
import csv
import errno
import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from base.errors import EmptyInputError, InputError, OutputError
from engine.types import Decoding, Task
from tests.batch.documents import ENGLISH, FIRST, SECOND, Batch, jsonl, outputs_in, table
from tests.translate.scripted import ScriptedModel, echo
from translate.batch.cli import main
from translate.memory import StoredMemory
from translate.settings import Settings

ROOT = Path(__file__).resolve().parents[2]


def test_output_mirrors_the_input_tree(corpus: Path, tmp_path: Path) -> None:
    batch = Batch(corpus, tmp_path / "out")
    report = batch.run()
    assert report.exit_code == 0
    assert sorted(batch.outputs()) == sorted(outputs_in(corpus))
    assert report.counts.done == 6 + 5 + 4


@pytest.mark.parametrize("batch_tokens", [16, 200, 4096])
def test_outputs_do_not_depend_on_batches(corpus: Path, tmp_path: Path, batch_tokens: int) -> None:
    plain = Batch(corpus, tmp_path / "plain")
    plain.run()
    other = Batch(corpus, tmp_path / "other", settings=Settings(batch_tokens=batch_tokens))
    other.run()
    assert plain.outputs() == other.outputs()


def test_each_sentence_is_translated_once(tmp_path: Path) -> None:
    jsonl(tmp_path / "f.jsonl", 300)
    batch = Batch(tmp_path / "f.jsonl", tmp_path / "out")
    batch.run()
    asked = [source for sources, _ in batch.model.calls for source in sources]
    assert sorted(asked) == sorted({*asked})
    assert len(asked) == 2


def test_memory_in_a_file_outlives_the_run(tmp_path: Path) -> None:
    jsonl(tmp_path / "f.jsonl")
    first = Batch(tmp_path / "f.jsonl", tmp_path / "out", memory=StoredMemory(tmp_path / "memory.sqlite"))
    first.run()
    again = Batch(tmp_path / "f.jsonl", tmp_path / "out2", memory=StoredMemory(tmp_path / "memory.sqlite"))
    again.run()
    assert again.model.calls == []
    assert again.outputs() == first.outputs()


def test_bad_files_and_records_are_reported_with_their_place(corpus: Path, tmp_path: Path) -> None:
    (corpus / "empty.txt").touch()
    (corpus / "broken.docx").write_bytes(b"PK\x03\x04 no zip archive")
    (corpus / "picture.png").write_bytes(b"\x89PNG")
    lines = (corpus / "f.jsonl").read_text(encoding="utf-8").splitlines()
    lines[3:3] = ['{"text": broken', '{"text": "Привет, как дела у вас сегодня вечером, друзья?"}', '{"text": ""}']
    (corpus / "f.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    batch = Batch(corpus, tmp_path / "out")
    report = batch.run()
    places = [(failure.file, failure.place) for failure in report.failures]
    assert places == [
        ("broken.docx", ""),
        ("empty.txt", ""),
        ("f.jsonl", "line 4"),
        ("f.jsonl", "line 5"),
        ("f.jsonl", "line 6"),
    ]
    assert report.exit_code == 2
    assert report.skipped == {".png": 1}
    made = [json.loads(line) for line in batch.outputs()["f.jsonl"].splitlines()]
    assert [bool(record["translation"]) for record in made] == [True] * 3 + [False] * 3 + [True] * 2
    assert "broken JSON" in made[3]["error"]
    saved = json.loads(report.path.read_text(encoding="utf-8"))
    assert saved["failed"] == 5
    assert {failure["place"] for failure in saved["failures"]} == {"", "line 4", "line 5", "line 6"}


def test_retry_failed_translates_only_what_failed(tmp_path: Path) -> None:
    source = tmp_path / "in"
    source.mkdir()
    table(source / "g.csv", 6)
    rows = (source / "g.csv").read_bytes().decode()
    broken = rows.replace(f"{FIRST}\nويقول أمينها إن القراءة تجمع الناس. 3", "12 34", 1)
    (source / "g.csv").write_bytes(broken.encode())
    (source / "late.txt").touch()
    batch = Batch(source, tmp_path / "out")
    assert len(batch.run().failures) == 2
    assert len(batch.run(resume=True).failures) == 2
    (source / "g.csv").write_bytes(rows.encode())
    (source / "late.txt").write_text(FIRST, encoding="utf-8")
    fresh = Batch(source, tmp_path / "out")
    report = fresh.run(retry_failed=True)
    assert report.exit_code == 0
    asked = [sentence for sources, _ in fresh.model.calls for sentence in sources]
    assert len(asked) == 2
    whole = Batch(source, tmp_path / "whole")
    whole.run()
    assert whole.outputs() == fresh.outputs()


def test_finished_batch_is_not_done_again(corpus: Path, tmp_path: Path) -> None:
    first = Batch(corpus, tmp_path / "out")
    before = first.run()
    again = Batch(corpus, tmp_path / "out")
    report = again.run(resume=True)
    assert again.model.calls == []
    assert report.to_dict() == before.to_dict()
    assert report.path.read_bytes() == before.path.read_bytes()


def test_changed_file_is_done_again_and_deleted_output_too(corpus: Path, tmp_path: Path) -> None:
    Batch(corpus, tmp_path / "out").run()
    (corpus / "a.txt").write_text(ENGLISH, encoding="utf-8")
    (tmp_path / "out" / "c.html").unlink()
    with (corpus / "f.jsonl").open("a", encoding="utf-8") as stream:
        stream.write(json.dumps({"text": ENGLISH}) + "\n")
    again = Batch(corpus, tmp_path / "out")
    report = again.run(resume=True)
    whole = Batch(corpus, tmp_path / "whole")
    assert report.to_dict() == whole.run().to_dict()
    assert again.outputs() == whole.outputs()


def test_second_batch_needs_resume_and_the_same_settings(corpus: Path, tmp_path: Path) -> None:
    Batch(corpus, tmp_path / "out").run()
    with pytest.raises(InputError, match="--resume"):
        Batch(corpus, tmp_path / "out").run()
    with pytest.raises(InputError, match="format was 'keep' and is 'txt'"):
        Batch(corpus, tmp_path / "out").run(resume=True, format="txt")


@pytest.mark.parametrize("number", range(1, 40, 6))
def test_full_disk_stops_cleanly_and_resumes(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    whole = Batch(corpus, tmp_path / "whole")
    whole.run()
    fail_at(number, monkeypatch)
    batch = Batch(corpus, tmp_path / "out")
    with contextlib.suppress(OutputError):
        batch.run()
    monkeypatch.undo()
    report = batch.run(resume=True)
    assert report.exit_code == 0
    assert batch.outputs() == whole.outputs()


def test_full_disk_is_named(corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fail_at(3, monkeypatch)
    with pytest.raises(OutputError, match="No space left"):
        Batch(corpus, tmp_path / "out").run()


def fail_at(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the disk be full from the `number`th sync on; what was written before that sync may be cut."""
    calls = 0
    sync = os.fsync

    def full(handle: int) -> None:
        nonlocal calls
        calls += 1
        if calls >= number:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        sync(handle)

    monkeypatch.setattr(os, "fsync", full)


def test_torn_journal_line_is_dropped(corpus: Path, tmp_path: Path) -> None:
    batch = Batch(corpus, tmp_path / "out")
    batch.run()
    journal = tmp_path / "out" / "_jisr" / "journal.jsonl"
    whole = journal.read_bytes()
    journal.write_bytes(whole[:-9])
    assert batch.run(resume=True).exit_code == 0
    assert all(json.loads(line) for line in journal.read_bytes().splitlines())


def test_unexpected_fault_fails_one_document_only(tmp_path: Path) -> None:
    source = tmp_path / "in"
    source.mkdir()
    jsonl(source / "f.jsonl", 3)
    (source / "bad.txt").write_text("خلل مقصود في هذه الجملة.", encoding="utf-8")

    def script(sentence: str, task: Task, decoding: Decoding) -> Sequence[str]:
        if sentence.startswith("خلل"):
            raise ZeroDivisionError("planted")
        return echo(sentence, task, decoding)

    batch = Batch(source, tmp_path / "out", model=ScriptedModel(script))
    report = batch.run()
    assert [(failure.file, report.counts.done) for failure in report.failures] == [("bad.txt", 3)]
    assert "planted" in report.failures[0].reason


def test_documents_in_the_target_language_are_failures(tmp_path: Path) -> None:
    lines = [json.dumps({"text": each}, ensure_ascii=False) for each in (FIRST, ENGLISH, SECOND)]
    (tmp_path / "f.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    report = Batch(tmp_path / "f.jsonl", tmp_path / "out").run(target="en")
    assert [failure.place for failure in report.failures] == ["line 2"]
    assert "--to ar" in report.failures[0].reason


@pytest.mark.parametrize(
    ("prepare", "names", "message"),
    [
        (lambda root: None, ["missing.txt"], "no such file"),
        (lambda root: (root / "void").mkdir(), ["void"], "no file of a format"),
        (lambda root: (root / "void").mkdir(), ["void/*.txt"], "no file of a format"),
        (lambda root: (root / "x.txt").write_text(ENGLISH), ["x.txt", "--out", "."], "overwritten"),
        (lambda root: (root / "f.jsonl").write_text('{"text": "a"}\n'), ["f.jsonl", "--out", "f.jsonl"], "is a file"),
    ],
)
def test_senseless_requests_are_refused(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    prepare: Callable[[Path], object],
    names: list[str],
    message: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    prepare(tmp_path)
    given = names if "--out" in names else [*names, "--out", "out"]
    assert main(given) == 2
    assert message in capsys.readouterr().err


def test_missing_column_names_those_there_are(tmp_path: Path) -> None:
    table(tmp_path / "g.csv")
    report = Batch(tmp_path / "g.csv", tmp_path / "out").run(column="body")
    assert "'id', 'text', 'note'" in report.failures[0].reason
    taken = Batch(tmp_path / "g.csv", tmp_path / "out2").run(into="note")
    assert "--into" in taken.failures[0].reason


def test_output_folder_among_the_inputs_is_not_read(corpus: Path) -> None:
    batch = Batch(corpus, corpus / "translated")
    count = batch.run().counts.done
    assert batch.run(resume=True).counts.done == count
    assert not (corpus / "translated" / "translated").exists()


def test_files_of_others_are_not_overwritten(corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "a.txt").write_text("mine", encoding="utf-8")
    report = Batch(corpus, tmp_path / "out").run()
    assert (tmp_path / "out" / "a.txt").read_text(encoding="utf-8") == "mine"
    assert [failure.file for failure in report.failures] == ["a.txt"]
    assert report.exit_code == OutputError.exit_code


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_unwritable_output_folder(corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir(mode=0o500)
    with pytest.raises(OutputError, match="Permission denied"):
        Batch(corpus, tmp_path / "out").run()


def test_output_folder_that_cannot_be_made(corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OutputError):
        Batch(corpus, tmp_path / "file" / "out").run()


def test_two_batches_do_not_share_a_folder(corpus: Path, tmp_path: Path) -> None:
    from translate.batch.job import locked

    with locked(tmp_path / "out" / "_jisr"), pytest.raises(OutputError, match="Another batch"):
        Batch(corpus, tmp_path / "out").run()


def test_empty_inputs_are_an_error(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "only.pdf").touch()
    with pytest.raises(EmptyInputError, match=r"1 \.pdf"):
        Batch(tmp_path / "in", tmp_path / "out").run()


def test_globs_and_several_names_keep_their_places(corpus: Path, tmp_path: Path) -> None:
    batch = Batch(corpus, tmp_path / "out")
    batch.run(f"{corpus}/**/*.txt", str(corpus / "below"), str(corpus / "e.srt"))
    assert sorted(batch.outputs()) == ["a.txt", "below/again.txt", "e.srt"]


def test_utf16_and_windows_tables_are_read_and_written_as_utf8(tmp_path: Path) -> None:
    rows = f"id;text\r\n1;{FIRST}\r\n"
    (tmp_path / "w.csv").write_bytes(rows.encode("windows-1256"))
    batch = Batch(tmp_path / "w.csv", tmp_path / "out")
    assert batch.run().exit_code == 0
    made = list(csv.reader(io.StringIO(batch.outputs()["w.csv"].decode()), delimiter=";"))
    assert made[1][:2] == ["1", FIRST]
    assert len(made[1]) == 3


@pytest.mark.parametrize("moment", [0.0, 0.2])
def test_killed_batch_resumes_byte_identical(tmp_path: Path, moment: float) -> None:
    source = tmp_path / "in"
    source.mkdir()
    for name in ("a", "b"):
        unlike(source / f"{name}.jsonl", 150)
    for number in range(20):
        (source / f"c{number:02}.txt").write_text(f"{FIRST} {SECOND}\n{number}\n", encoding="utf-8")
    whole = Batch(source, tmp_path / "whole")
    report = whole.run()
    with start(source, tmp_path / "out") as process:
        wait_for_journal(tmp_path / "out", process)
        time.sleep(moment)
        process.send_signal(signal.SIGKILL)
    assert process.returncode == -signal.SIGKILL
    after = Batch(source, tmp_path / "out")
    assert after.run(resume=True).to_dict() == report.to_dict()
    assert after.outputs() == whole.outputs()


def test_interrupted_batch_says_how_to_go_on(tmp_path: Path) -> None:
    unlike(tmp_path / "a.jsonl", 400)
    with start(tmp_path / "a.jsonl", tmp_path / "out") as process:
        wait_for_journal(tmp_path / "out", process)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"interrupted" in errors
    after = Batch(tmp_path / "a.jsonl", tmp_path / "out")
    report = after.run(resume=True)
    whole = Batch(tmp_path / "a.jsonl", tmp_path / "whole")
    assert report.to_dict() == whole.run().to_dict()
    assert after.outputs() == whole.outputs()


def unlike(path: Path, number: int) -> None:
    """Write records with sentences that are all different."""
    records = [{"id": at, "text": f"{FIRST} وهذه الجملة رقمها {at}. {SECOND}"} for at in range(number)]
    path.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), encoding="utf-8")


def start(source: Path, out: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "tests.batch.slow", str(source), str(out)]
    return subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE)


def wait_for_journal(out: Path, process: subprocess.Popen[bytes]) -> None:
    """Wait until the first records are safe."""
    journal = out / "_jisr" / "journal.jsonl"
    for _ in range(600):
        if journal.exists() and journal.read_bytes().count(b"\n") > 3:
            return
        assert process.poll() is None, process.stderr.read() if process.stderr else b""
        time.sleep(0.05)
    raise AssertionError("nothing was journaled within half a minute")


def test_embedded_model_gives_the_same_in_any_batch(corpus: Path, tmp_path: Path) -> None:
    import engine
    from translate.batch.job import Job, run
    from translate.batch.model import Options
    from translate.batch.work import TranslateWork
    from translate.translator import Translator

    model = engine.load("compact", offline=True)
    unlike(corpus / "many.jsonl", 20)
    for tokens in (40, 2048):
        work = TranslateWork(Translator(model, Settings(batch_tokens=tokens)))
        run(Job((str(corpus),), tmp_path / str(tokens), Options(segments=True)), lambda w=work: w)  # type: ignore[misc]
    assert outputs_in(tmp_path / "40") == outputs_in(tmp_path / "2048")
