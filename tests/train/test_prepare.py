"""The training text: what is dropped, and above all that nothing held out gets in."""

from __future__ import annotations

import json
import lzma
import shutil
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies

from tests.train.conftest import DEV_SENTENCE, HELD_OUT, article, write_jsonl
from train import leakage
from train.corpus import FINAL_REPEATS, REPEATS, Pair
from train.filters import rejection
from train.prepare import prepare, prepare_pairs
from train.presets import preset
from train.summaries import read_summaries
from train.vocab import monolingual

ARABIC, ENGLISH = "وصلت السفينة إلى الميناء صباحا", "The ship reached the port in the morning"


@pytest.mark.parametrize(
    ("pair", "reason"),
    [
        (Pair("news", ARABIC, ENGLISH), None),
        (Pair("news", "", ENGLISH), "empty"),
        (Pair("news", ENGLISH, ENGLISH), "script"),
        (Pair("news", ARABIC, ARABIC), "script"),
        (Pair("news", "نعم", ENGLISH + " and " + ENGLISH), "length ratio"),
        (Pair("news", ARABIC * 60, ENGLISH * 60), "long"),
        (Pair("ui-shop", "حفظ الملف", "Save file"), "software string"),
        (Pair("ui-shop", ARABIC + " {name}", ENGLISH + " {name}"), "software string"),
        (Pair("ui-shop", ARABIC, ENGLISH), None),
    ],
)
def test_each_filter_names_its_reason(pair: Pair, reason: str | None) -> None:
    assert rejection(pair) == reason


def test_leaks_are_dropped_whatever_their_spelling(corpus: Path) -> None:
    held_out = leakage.keys(leakage.held_out_texts(corpus))
    counts: Counter[str] = Counter()
    kept = list(prepare_pairs(corpus, held_out, counts))
    assert counts["ud-pud: leak"] == 3
    assert not any("library" in pair.english or "farmers" in pair.english for pair in kept)
    assert counts["news: kept"] > 20


def test_a_held_out_article_leaks_by_each_of_its_sentences() -> None:
    held_out = leakage.keys(["Rain fell all night. The river rose by two metres! Nobody was hurt."])
    assert leakage.leaks(held_out, "the river rose by two metres")
    assert not leakage.leaks(held_out, "the river fell by two metres")
    assert not leakage.leaks(held_out, "Nobody was hurt"), "three words are too few to tell"


@settings(max_examples=50, deadline=None)
@given(strategies.text(alphabet="أإآابتثىيةه abcABC،.!", max_size=60))
def test_leakage_keys_ignore_case_marks_and_spelling_variants(text: str) -> None:
    key = leakage.key(text)
    variant = text.upper().replace("أ", "ا").replace("ى", "ي").replace("ة", "ه") + " ."
    assert leakage.key(variant) == key


def test_running_text_with_a_held_out_sentence_is_not_counted(tmp_path: Path) -> None:
    lines = ["The library opened in the old port on Monday morning.", "Rain fell on the port all through the night."]
    path = tmp_path / "news.en.jsonl.xz"
    with lzma.open(path, "wt", encoding="utf-8") as out:
        out.write(json.dumps({"text": "\n".join(lines)}) + "\n")
    assert list(monolingual(path, 10, set())) == lines
    assert list(monolingual(path, 10, leakage.keys(["rain fell on the port, all through the night"]))) == lines[:1]


def test_an_article_with_a_held_out_sentence_gives_no_summaries(corpus: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(corpus, tmp_path / "corpus")
    write_jsonl(folder / "news" / "train.jsonl", [article(1, [DEV_SENTENCE, HELD_OUT])])
    counts = prepare(folder, tmp_path / "work", preset("toy"))
    assert counts["sum-news: leak"] == 1
    assert not [one for one in read_summaries(tmp_path / "work") if one.group == "sum-news"]


def test_classical_and_software_text_is_capped() -> None:
    assert REPEATS["hadith-noisnad"] == REPEATS["quran-risan"] == 0
    assert max(often for name, often in REPEATS.items() if name.startswith("ui-")) < 0.2
    assert max(REPEATS.values()) == REPEATS["news"] == FINAL_REPEATS["news"]
