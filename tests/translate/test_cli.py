from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

import engine
from engine import embedded_path
from engine.types import Decoding, Task
from tests.translate.scripted import ScriptedModel, echo
from translate.cli import main, translate_command
from translate.lines import read_chunks

NEWS = "عاد الميناء إلى العمل.\r\n\r\nوصلت 12 سفينة أمس.  وغادرت أخرى!\n"
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def loaded(monkeypatch: pytest.MonkeyPatch, model: ScriptedModel) -> ScriptedModel:
    monkeypatch.setattr(engine, "load", lambda *_, **__: model)
    return model


def run(*arguments: str, stdin: bytes | str = b"") -> Result:
    data = stdin.encode("utf-8") if isinstance(stdin, str) else stdin
    return CliRunner().invoke(translate_command, list(arguments), input=data, standalone_mode=False)


def output(result: Result) -> str:
    if result.exception:
        raise result.exception
    return result.stdout_bytes.decode("utf-8")


def code(*arguments: str, stdin: str = "", monkeypatch: pytest.MonkeyPatch) -> int:
    """Run the program as the shell does, and return its exit code."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode("utf-8"))))
    return main(list(arguments))


def test_standard_input_is_a_document_and_keeps_its_paragraph_breaks() -> None:
    text = output(run(stdin=NEWS))
    assert text.count("\r\n\r\n") == 1
    assert text.endswith("!\n")
    first, second = text.split("\r\n\r\n")
    assert first == echo("عاد الميناء إلى العمل.", Task("translate", "ar", "en"), Decoding())[0]
    assert second.count("  ") == 1


def test_files_one_after_the_other(tmp_path: Path) -> None:
    one, two = tmp_path / "one.txt", tmp_path / "two.txt"
    one.write_text("وصلت السفينة إلى الميناء.", encoding="utf-8")
    two.write_text("The ship left the port.\n", encoding="utf-8")
    lines = output(run(str(one), str(two))).splitlines()
    assert len(lines) == 2
    assert lines[0].isascii()
    assert not lines[1].isascii()


def test_json_is_one_object_a_document(tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_text(NEWS, encoding="utf-8")
    (line,) = output(run("--json", str(path))).splitlines()
    record = json.loads(line)
    assert record["origin"] == str(path)
    assert (record["source_language"], record["target_language"]) == ("ar", "en")
    assert [segment["id"] for segment in record["segments"]] == [0, 1, 2]
    assert record["segments"][1].keys() == {"id", "paragraph", "source", "target", "score", "flags"}


def test_flags_are_counted_on_standard_error_and_listed_in_json(model: ScriptedModel) -> None:
    model.script = lambda source, task, decoding: ["Many ships came in the night and left the port."]
    result = run("--json", stdin="وصلت 12 سفينة أمس ثم غادرت الميناء.")
    (segment,) = json.loads(output(result))["segments"]
    assert segment["flags"] == [{"code": "number", "detail": "12"}]
    assert "1 of 1 sentences are flagged (1 number)" in result.stderr


def test_the_licence_is_passed_on(monkeypatch: pytest.MonkeyPatch, model: ScriptedModel) -> None:
    seen: list[object] = []

    def load(name: str, **settings: object) -> ScriptedModel:
        seen.append(settings["accept_licence"])
        return model

    monkeypatch.setattr(engine, "load", load)
    output(run(stdin=NEWS))
    output(run("--accept-licence", stdin=NEWS))
    assert seen == [False, True]


def test_output_file(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    result = run("--output", str(path), stdin=NEWS)
    assert output(result) == ""
    assert path.read_bytes().decode("utf-8") == output(run(stdin=NEWS))
    assert [item.name for item in tmp_path.iterdir()] == ["out.txt"]


def test_a_failing_file_does_not_stop_the_others(tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text(NEWS, encoding="utf-8")
    empty = tmp_path / "empty.txt"
    empty.write_text("  \n", encoding="utf-8")
    result = run(str(tmp_path / "missing.txt"), str(empty), str(good))
    assert output(result) == output(run(stdin=NEWS))
    assert result.return_value == 2
    assert "missing.txt" in result.stderr
    assert "2 of 3 inputs failed." in result.stderr


@pytest.mark.parametrize(
    ("stdin", "message"),
    [
        ("", "empty"),
        (" \n\t\n", "empty"),
        ("🙂🙂 🙂", "emoji"),
        ("12 34\n56", "digits"),
        ("Le ministre a annoncé hier que les écoles seront fermées lundi à cause de la neige.", "French"),
    ],
)
def test_documents_that_are_none(stdin: str, message: str) -> None:
    result = run(stdin=stdin)
    assert output(result) == ""
    assert result.return_value == 2
    assert message in result.stderr


def test_the_language_it_is_in_already(tmp_path: Path) -> None:
    result = run("--to", "ar", stdin=NEWS)
    assert result.return_value == 2
    assert "Arabic already" in result.stderr


LINES = "عاد الميناء إلى العمل.\n\nوصلت 12 سفينة. وغادرت أخرى!\n2030\n   \n🙂\nنعم"


def test_lines_in_are_lines_out() -> None:
    lines = output(run("--lines", stdin=LINES)).split("\n")
    assert len(lines) == len(LINES.split("\n")) + 1
    assert lines[-1] == ""
    assert (lines[1], lines[3], lines[4], lines[5]) == ("", "2030", "   ", "🙂")
    assert lines[0].isascii()
    assert lines[2].count("!") == 1


SIGNS = "ابم .؟12\r\t\x0b\x0c\x1c\x85\u2028ab🙂<b>-•\u200f"


@given(
    lines=st.lists(st.text(st.sampled_from(SIGNS), max_size=20), min_size=1, max_size=40),
    final=st.booleans(),
)
@settings(max_examples=60, deadline=None)
def test_never_more_and_never_fewer_lines(lines: list[str], final: bool) -> None:
    # The first chunk tells the language, so that the lines under test may be anything.
    lines = ["عاد الميناء إلى العمل صباح اليوم."] * 32 + lines
    text = "\n".join(lines) + ("\n" if final else "")
    result = output(run("--lines", stdin=text))
    assert result.count("\n") == text.count("\n") + (0 if text.endswith("\n") else 1)
    for source, target in zip(lines, result.split("\n"), strict=False):
        assert bool(source.strip()) == bool(target.strip())


def test_no_lines_in_no_lines_out() -> None:
    result = run("--lines", stdin="")
    assert (output(result), result.return_value) == ("", 0)


def test_lines_without_letters_stay_until_the_language_is_known() -> None:
    assert output(run("--lines", stdin="1\n\n2")) == "1\n\n2\n"


def test_bytes_that_are_no_utf8_come_out_as_they_went_in_where_nothing_is_translated() -> None:
    stdin = (
        "عاد الميناء إلى العمل.\nنعم.\n".encode()
        + b"12 \xff 34\n"
        + "وصلت السفينة \udcfe أمس.\n".encode("utf-8", "surrogateescape")
    )
    result = run("--lines", stdin=stdin)
    assert result.exception is None
    lines = result.stdout_bytes.split(b"\n")
    assert lines[2] == b"12 \xff 34"
    assert len(lines) == 5


def test_lines_in_another_encoding_are_refused_with_the_remedy() -> None:
    result = run("--lines", stdin="عاد الميناء إلى العمل.\nوصلت السفينة.\n".encode("windows-1256"))
    assert result.return_value == 2
    assert "iconv" in result.stderr


def test_french_lines_are_refused() -> None:
    text = "Le ministre a annoncé hier que les écoles seront fermées.\n" * 4
    for arguments in (["--lines"], ["--lines", "--to", "ar"]):
        result = run(*arguments, stdin=text)
        assert result.return_value == 2
        assert "French" in result.stderr


def test_json_lines_name_file_and_line(tmp_path: Path) -> None:
    path = tmp_path / "in.txt"
    path.write_text(LINES, encoding="utf-8")
    records = [json.loads(line) for line in output(run("--lines", "--json", str(path))).splitlines()]
    assert [record["line"] for record in records] == list(range(1, 8))
    assert {record["origin"] for record in records} == {str(path)}
    assert len(records[2]["segments"]) == 2


def test_a_failing_file_among_lines(tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text("نعم.\n", encoding="utf-8")
    result = run("--lines", str(tmp_path / "missing"), str(tmp_path), str(good))
    assert output(result).count("\n") == 1
    assert result.return_value == 2
    assert "missing" in result.stderr


def test_chunks_grow_and_lose_nothing() -> None:
    lines = [f"line {number}" for number in range(5000)]
    chunks = list(read_chunks(io.BytesIO("\n".join(lines).encode())))
    assert [line for chunk in chunks for line in chunk] == lines
    assert len(chunks[0]) == 32
    assert max(map(len, chunks)) == 1024


def test_lines_are_given_out_while_the_writer_pauses() -> None:
    reader, writer = os.pipe()
    with os.fdopen(reader, "rb") as stream:
        os.write(writer, "واحد\nاثنان\nثلا".encode())
        chunks = read_chunks(stream)
        assert next(chunks) == ["واحد", "اثنان"]
        os.write(writer, "ثة\n".encode())
        os.close(writer)
        assert next(chunks) == ["ثلاثة"]
        assert list(chunks) == []


def test_glossary_and_digits(tmp_path: Path) -> None:
    glossary = tmp_path / "terms.csv"
    glossary.write_text("ميناء,harbour\n", encoding="utf-8")
    result = run("--glossary", str(glossary), "--json", stdin="عاد الميناء إلى العمل.")
    assert json.loads(output(result))["segments"][0]["flags"][0]["code"] == "term"
    assert "١٢" in output(run("--digits", "arabic-indic", stdin="The ship has 12 doors."))


def test_exit_codes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    assert code("--nonsense", monkeypatch=monkeypatch) == 2
    assert code("--help", monkeypatch=monkeypatch) == 0
    assert code(str(tmp_path / "missing.txt"), monkeypatch=monkeypatch) == 2
    assert code("--output", str(tmp_path / "no" / "such"), stdin=NEWS, monkeypatch=monkeypatch) == 6
    assert code("--glossary", str(tmp_path / "none.csv"), stdin=NEWS, monkeypatch=monkeypatch) == 2
    assert "Traceback" not in capfd.readouterr().err


def test_an_interrupted_run_leaves_no_half_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, model: ScriptedModel
) -> None:
    def interrupt(source: str, task: Task, decoding: Decoding) -> list[str]:
        raise KeyboardInterrupt

    model.script = interrupt
    assert code("--output", str(tmp_path / "out"), stdin=NEWS, monkeypatch=monkeypatch) == 130
    assert list(tmp_path.iterdir()) == []


def test_importing_the_room_loads_neither_click_nor_a_model_library() -> None:
    heavy = "('click', 'rich', 'ctranslate2', 'sentencepiece', 'torch', 'transformers')"
    program = f"import sys, translate; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.strip() == "[]"


pytestmark_embedded = pytest.mark.skipif(
    not (embedded_path("compact") / "config.json").exists(), reason="the embedded model has not been trained yet"
)


def program(*arguments: str, **environment: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "translate", "--model", "compact", "--offline", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        env={**os.environ, **environment},
    )


@pytestmark_embedded
def test_the_program_on_the_embedded_model_in_a_locale_without_unicode() -> None:
    process = program("--lines", LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    out, err = process.communicate(LINES.encode("utf-8"))
    assert process.returncode == 0, err.decode()
    lines = out.decode("utf-8").split("\n")
    assert len(lines) == 8
    assert (lines[1], lines[3], lines[5]) == ("", "2030", "🙂")
    assert lines[0].strip()
    assert "Traceback" not in err.decode()


@pytestmark_embedded
def test_a_reader_that_leaves_early_is_no_failure_with_a_traceback() -> None:
    process = program("--lines")
    assert process.stdin
    assert process.stdout
    assert process.stderr
    process.stdin.write("نعم.\n".encode())
    process.stdin.flush()
    assert process.stdout.readline().endswith(b"\n")
    process.stdout.close()
    process.stdin.write("لا.\n".encode() * 3)
    process.stdin.close()
    err = process.stderr.read().decode()
    process.stderr.close()
    assert process.wait() == 141
    assert "Traceback" not in err


@pytestmark_embedded
def test_control_c_ends_quietly() -> None:
    process = program("--lines")
    assert process.stdin
    assert process.stdout
    process.stdin.write("نعم.\n".encode())
    process.stdin.flush()
    assert process.stdout.readline().endswith(b"\n")
    process.send_signal(signal.SIGINT)
    _, err = process.communicate()
    assert process.returncode == 130
    assert "Traceback" not in err.decode()
