"""The benchmarks measure what they say: material, models, systems, tables. No test looks at a clock."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from benchmarks import memory, tables
from benchmarks.chart import bars, line
from benchmarks.material import document, originals, paragraphs, sentences
from benchmarks.measure import System, machine, save, side_by_side
from benchmarks.opus import FixedLength
from engine.types import Decoding, Task
from tests.translate.scripted import ScriptedModel


def test_sentences_are_different_and_always_the_same() -> None:
    chosen = sentences("ar", 1000)
    assert len(set(chosen)) == 1000
    assert chosen == sentences("ar", 1000)
    assert set(sentences("en", 50)) <= set(originals("en"))
    assert sum(map(len, paragraphs(chosen, 7))) > sum(map(len, chosen))
    assert 400 <= len(document("ar", 400).split()) < 450


def test_systems_take_turns() -> None:
    turns: list[str] = []
    systems = {name: System(3, lambda name=name: turns.append(name)) for name in "ab"}  # type: ignore[misc]
    found = side_by_side(systems, 2)
    assert turns == ["a", "b", "a", "b"]
    assert len(found["a"].seconds) == len(found["a"].processor) == 2
    assert found["b"].rate > 0


def test_fixed_length_is_asked_of_the_model() -> None:
    model = ScriptedModel()
    fixed = FixedLength(model, 24)
    fixed.generate(["نص"], Task("translate", "ar", "en"), Decoding(beam_size=2))
    list(fixed.stream(["نص"], Task("translate", "ar", "en")))
    assert {(d.min_length, d.max_length) for _, d in model.calls} == {(24, 24)}
    assert fixed.signature != model.signature


def test_memory_file_has_that_many_documents(tmp_path: Path) -> None:
    memory.write(tmp_path / "in.jsonl", 450)
    lines = (tmp_path / "in.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(lines) == 450
    assert len(set(lines)) == 200
    assert all(json.loads(line)["text"] for line in lines)


def test_page_is_made_of_results(tmp_path: Path) -> None:
    head = {"machine": machine(), "load": 0.1}
    rows = [
        {"system": "transformers, loop", "sentences": 8, "rate": 2.0, "ms": 900.0},
        {"system": "jisr, one decoding", "sentences": 80, "rate": 50.0, "ms": 40.0},
    ]
    records = {
        "throughput-compact": {"command": "x --model compact", "rows": rows},
        "summaries": {
            "command": "x",
            "rows": [{"method": "extract", "words": 20_000, "mib": 80.5, "seconds": 0.1}],
        },
        "memory": {"command": "x", "rows": [{"documents": 10**n, "mib": 150.0, "seconds": 1} for n in (2, 3, 4)]},
    }
    for name, record in records.items():
        (tmp_path / f"{name}.json").write_text(json.dumps({**head, **record}), encoding="utf-8")
    page = tmp_path / "README.md"
    page.write_text(f"before\n{tables._BEGIN}\nold\n{tables._END}\nafter\n", encoding="utf-8")
    tables.update(page, tmp_path)
    once = page.read_text(encoding="utf-8")
    assert "| transformers, loop | 8 | 2.00 | 900.0 | 25.00 |" in once
    assert "| extract | 20,000 | 80.5 | 0.1 |" in once
    assert once.startswith("before\n")
    assert once.endswith("after\n")
    assert "old" not in once
    tables.update(page, tmp_path)
    assert page.read_text(encoding="utf-8") == once


def test_plots_are_well_formed() -> None:
    for plot in (bars([("jisr <1>", 5.0), ("x", 0.5)], "a&b"), line([(100, 5.0), (1000, 6.0)], "documents", "MiB")):
        assert ElementTree.fromstring(plot).tag.endswith("svg")


def test_results_say_how_they_were_made(tmp_path: Path) -> None:
    import benchmarks.measure as measure

    before = measure.RESULTS
    try:
        measure.RESULTS = tmp_path / "results"  # type: ignore[misc]
        save("x", "python -m x", {"rows": []})
        record = json.loads((tmp_path / "results" / "x.json").read_text(encoding="utf-8"))
    finally:
        measure.RESULTS = before  # type: ignore[misc]
    assert record["command"] == "python -m x"
    assert "cores" in record["machine"]
