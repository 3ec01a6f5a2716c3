"""The same batch on Ray: two actors on this machine, one of them killed in the middle."""

from __future__ import annotations

import importlib.util
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from base.errors import MissingExtraError
from tests.batch.documents import Batch, outputs_in
from tests.batch.test_job import ROOT, unlike
from translate import cluster
from translate.batch.cli import main
from translate.batch.job import Job
from translate.batch.model import Options

needs_ray = pytest.mark.skipif(
    importlib.util.find_spec("ray") is None, reason="ray is not installed: pip install 'jisr[cluster]'"
)


@needs_ray
def test_killed_worker_loses_nothing(tmp_path: Path) -> None:
    source = tmp_path / "in"
    source.mkdir()
    unlike(source / "a.jsonl", 300)
    (source / "b.jsonl").write_text('{"text": broken\n' + (source / "a.jsonl").read_text("utf-8"), encoding="utf-8")
    (source / "c.txt").write_text("وصلت الحافلة إلى القرية صباح الاثنين.", encoding="utf-8")
    command = [sys.executable, "-m", "tests.batch.on_ray", str(source), str(tmp_path / "out"), str(tmp_path / "pids")]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process:
        killed = kill_first(tmp_path / "pids", process)
        assert not (tmp_path / "out" / "_jisr" / "report.json").exists()
        output, _ = process.communicate(timeout=240)
    assert process.returncode == 2, output.decode()
    workers = {int(path.name) for path in (tmp_path / "pids").iterdir()}
    assert killed in workers
    local = Batch(source, tmp_path / "local")
    report = local.run()
    assert json.loads((tmp_path / "out" / "_jisr" / "report.json").read_text("utf-8")) == report.to_dict()
    assert outputs_in(tmp_path / "out") == local.outputs()


def kill_first(folder: Path, process: subprocess.Popen[bytes]) -> int:
    """Wait until two workers have worked, kill one the hard way, and return its process id."""
    for _ in range(1200):
        found = sorted(folder.iterdir()) if folder.exists() else []
        if len(found) >= 2:
            os.kill(int(found[0].name), signal.SIGKILL)
            return int(found[0].name)
        assert process.poll() is None, process.stdout.read().decode() if process.stdout else ""
        time.sleep(0.1)
    raise AssertionError("no two workers within two minutes")


def test_missing_ray_names_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    batch = Batch(tmp_path, tmp_path / "out")
    with pytest.raises((MissingExtraError, ModuleNotFoundError), match=r"jisr\[cluster\]|ray"):
        cluster.on_ray(Job((str(tmp_path),), tmp_path / "out", Options()), batch.work, cluster.Cluster())


def test_memory_file_is_refused_on_a_cluster(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    unlike(tmp_path / "a.jsonl", 1)
    given = [str(tmp_path / "a.jsonl"), "--out", str(tmp_path / "out"), "--engine", "ray", "--memory", "m.sqlite"]
    assert main(given) == 2
    assert "--memory" in capsys.readouterr().err


@pytest.mark.parametrize("size", [1, 7, 100])
def test_shards_give_what_reading_gives(tmp_path: Path, size: int) -> None:
    """Cut anywhere, records keep their numbers, lines and digests; header, blank and broken lines included."""
    from tests.batch.documents import FIRST, table
    from translate.batch.inputs import find_inputs
    from translate.batch.model import Item
    from translate.batch.records import open_records, slices

    table(tmp_path / "g.csv", 20)
    unlike(tmp_path / "f.jsonl", 15)
    lines = (tmp_path / "f.jsonl").read_text("utf-8").splitlines()
    lines[4:4] = ["", "{broken", json.dumps({"text": f"{FIRST} \u2028"}, ensure_ascii=False), "  "]
    (tmp_path / "f.jsonl").write_text("\ufeff" + "\n".join(lines), encoding="utf-8")

    def seen(items: Iterator[Item]) -> list[object]:
        return [(i.number, i.place, i.digest, str(i.error), i.render(None)) for i in items]

    for source in find_inputs([str(tmp_path)], tmp_path / "out"):
        whole = open_records(source, Options())
        assert whole is not None
        expected = seen(whole.items)
        whole.close()
        found: list[object] = []
        for part in slices(source, Options(), size):
            opened = open_records(source, Options(), part)
            assert opened is not None
            found += seen(opened.items)
            opened.close()
        assert found == expected
