"""Documents of every format, in careful Arabic, and a batch with a model that spells."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.translate.scripted import ScriptedModel
from translate.batch.job import Job, run
from translate.batch.model import Options
from translate.batch.report import Report
from translate.batch.work import TranslateWork
from translate.memory import Memory, RecentMemory
from translate.settings import Settings
from translate.translator import Translator

TITLE = "مكتبة متنقلة تصل إلى القرى"
FIRST = "بدأت حافلة محملة بالكتب جولتها في قرى الساحل."
SECOND = "وتضم الحافلة 1,200 كتاب للأطفال."
THIRD = "ويقول أمينها إن القراءة تجمع الناس."
ENGLISH = "The bus carries books to villages by the sea. Children wait for it on Mondays."


@dataclass
class Batch:
    """A batch in a folder; every run gets a fresh model unless one is given."""

    source: Path
    out: Path
    model: ScriptedModel = field(default_factory=ScriptedModel)
    memory: Memory = field(default_factory=RecentMemory)
    settings: Settings = field(default_factory=Settings)

    def run(self, *names: str, resume: bool = False, retry_failed: bool = False, **options: Any) -> Report:
        inputs = names or (str(self.source),)
        job = Job(inputs, self.out, Options(**options), resume, retry_failed)
        return run(job, self.work)

    def work(self) -> TranslateWork:
        return TranslateWork(Translator(self.model, self.settings, self.memory))

    def outputs(self) -> dict[str, bytes]:
        return outputs_in(self.out)


def outputs_in(folder: Path) -> dict[str, bytes]:
    """Every file of a folder but the state of the batch."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and "_jisr" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def write_all(folder: Path) -> Path:
    (folder / "below").mkdir(parents=True)
    for name, write in WRITERS.items():
        write(folder / name)
    text(folder / "below" / "again.txt")
    return folder


def text(path: Path) -> None:
    path.write_bytes(f"{TITLE}\r\n\r\n{FIRST} {SECOND}\n\n\n{THIRD}".encode())


def markdown(path: Path) -> None:
    path.write_text(
        f"---\nauthor: x\n---\n# {TITLE}\n\n{FIRST}\n{SECOND}\n\n- {THIRD}\n- [{FIRST}](https://a.example/b)\n\n"
        f"```\ncode stays\n```\n\n| {TITLE} | {TITLE} |\n|---|---|\n| {THIRD} | 12 |\n",
        encoding="utf-8",
    )


def html(path: Path) -> None:
    path.write_text(
        f'<!DOCTYPE html>\n<html lang="ar-EG" dir="rtl"><head><meta charset="utf-8"><title>{TITLE}</title>'
        f"<style>p {{ color: red }}</style></head><body><h1 class='big'>{TITLE}</h1>"
        f'<p id="one">{FIRST} <b>{SECOND}</b><br>{THIRD} <img src="bus.png" alt="x"></p>'
        f'<ul><li><a href="/news">{THIRD}</a></li></ul><pre>code</pre><script>let a = "{TITLE}";</script>'
        "</body></html>",
        encoding="utf-8",
    )


def docx(path: Path) -> None:
    import docx

    document = docx.Document()
    document.add_heading(TITLE, level=1)
    paragraph = document.add_paragraph(FIRST + " ")
    paragraph.add_run(SECOND).bold = True
    table = document.add_table(rows=1, cols=2, style="Table Grid")
    table.cell(0, 0).text, table.cell(0, 1).text = TITLE, "12"
    document.sections[0].header.paragraphs[0].text = TITLE
    document.save(str(path))


def srt(path: Path) -> None:
    path.write_text(
        "1\n00:00:01,000 --> 00:00:03,000\nبدأت حافلة محملة بالكتب\n\n"
        "2\n00:00:03,100 --> 00:00:05,000\nجولتها في قرى الساحل.\n\n"
        f"3\n00:00:09,000 --> 00:00:11,500\n<i>{THIRD}</i>\n",
        encoding="utf-8",
    )


def jsonl(path: Path, number: int = 5) -> None:
    records = [{"id": at, "text": f"{FIRST} {SECOND}", "tags": ["a", at]} for at in range(number)]
    lines = [json.dumps(record, ensure_ascii=False) for record in records]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def table(path: Path, number: int = 4) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["id", "text", "note"])
        writer.writerows([at, f"{FIRST}\n{THIRD} {at}", 'a, "b"'] for at in range(number))


WRITERS: dict[str, Callable[[Path], None]] = {
    "a.txt": text,
    "b.md": markdown,
    "c.html": html,
    "d.docx": docx,
    "e.srt": srt,
    "f.jsonl": jsonl,
    "g.csv": table,
}
