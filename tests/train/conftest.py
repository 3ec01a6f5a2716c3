"""A toy corpus in the real layout, and a run of every step of the recipe on it."""

from __future__ import annotations

import json
import lzma
from pathlib import Path

import pytest

from train import pipeline
from train.fit import Budget
from train.grammar import generate
from train.presets import preset

NAMES = (("سمير", "Samir"), ("ليلى", "Layla"), ("حداد", "Haddad"), ("مريم", "Mariam"), ("جونسون", "Johnson"))
HELD_OUT = ("افتتح الوزير مكتبة عامة في المدينة.", "The minister opened a public library in the city.")
LEAKED_IN_ENGLISH = ("دشن المسؤول مكتبة جديدة هناك.", "The minister opened a public library, in the city!")
DEV_SENTENCE = ("عاد المزارعون إلى حقولهم بعد المطر.", "The farmers returned to their fields after the rain.")


def article(number: int, sentences: list[tuple[str, str]]) -> dict[str, object]:
    """One article in the layout of `news/`; its summary is its first sentence."""
    return {
        "id": f"T{number}",
        "title_ar": f"خبر رقم {number} من المدينة اليوم",
        "title_en": f"Story number {number} from the city today",
        "sentences": sentences,
        "summary_ar": sentences[0][0],
        "summary_en": sentences[0][1],
        "source": "test",
    }


def story(number: int) -> dict[str, object]:
    """One English story in the layout of `summ/`, whose summary says what its text says."""
    text = (
        f"The harbour of Port Salem was closed for {number + 3} days after the storm. Fishermen repaired their boats "
        "while the council counted the damage. The mayor thanked the crews who had worked through the night. "
        "Ships will return to the harbour on Sunday, and the fish market will open again a day later."
    )
    summary = f"The storm closed the harbour of Port Salem for {number + 3} days."
    return {"id": f"s{number}", "lang": "en", "title": "Storm", "text": text, "summary": summary}


def write_running(path: Path, sentences: list[str]) -> None:
    """Write sentences as articles of six in the layout of `mono/`."""
    articles = [" ".join(sentences[start : start + 6]) for start in range(0, len(sentences), 6)]
    rows: list[dict[str, object]] = [{"id": f"m{n}", "title": "", "text": text} for n, text in enumerate(articles)]
    write_jsonl(path, rows)


def write_jsonl(path: Path, rows: list[dict[str, object]]) -> None:
    """Write JSON lines."""
    path.parent.mkdir(parents=True, exist_ok=True)
    content = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()
    path.write_bytes(lzma.compress(content) if path.suffix == ".xz" else content)


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corpus folder with two leaks in it: one into `eval`, one into `news/dev`."""
    root = tmp_path_factory.mktemp("corpus")
    made = [(pair.arabic, pair.english) for pair in generate(120, NAMES, seed=7)]
    (root / "parallel").mkdir()
    with lzma.open(root / "parallel" / "ud-pud.tsv.xz", "wt", encoding="utf-8") as out:
        for arabic, english in (*made[:80], LEAKED_IN_ENGLISH, HELD_OUT, DEV_SENTENCE):
            out.write(f"{arabic}\t{english}\n")
    (root / "eval").mkdir()
    (root / "eval" / "flores200-dev.tsv").write_text("\t".join(HELD_OUT) + "\n", encoding="utf-8")
    running = [(pair.arabic, pair.english) for pair in generate(360, NAMES, seed=8)]
    write_running(root / "mono" / "news.ar.jsonl.xz", [arabic for arabic, _ in running])
    write_running(root / "mono" / "news.en.jsonl.xz", [*(english for _, english in running), HELD_OUT[1]])
    write_jsonl(root / "summ" / "bbc2005_lead_en.train.jsonl.xz", [story(n) for n in range(8)])
    write_jsonl(root / "news" / "train.jsonl", [article(n, made[80 + 4 * n : 84 + 4 * n]) for n in range(10)])
    write_jsonl(root / "news" / "dev.jsonl", [article(99, [DEV_SENTENCE, HELD_OUT])])
    return root


@pytest.fixture(scope="session")
def settings(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> pipeline.Settings:
    """Settings of a toy run whose data and vocabulary are made."""
    work = tmp_path_factory.mktemp("work")
    made = pipeline.Settings(corpus, work, preset("toy"), Budget(steps=40), threads=1)
    pipeline.data_step(made)
    pipeline.vocabulary_step(made)
    return made


@pytest.fixture(scope="session")
def trained(settings: pipeline.Settings) -> tuple[pipeline.Settings, list[str]]:
    """The toy run after `fit`, and its log."""
    lines: list[str] = []
    pipeline.fit_step(settings, lines.append)
    return settings, lines


@pytest.fixture(scope="session")
def exported(trained: tuple[pipeline.Settings, list[str]], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the toy run ships."""
    folder = tmp_path_factory.mktemp("out") / "compact"
    pipeline.export_step(trained[0], folder)
    return folder
