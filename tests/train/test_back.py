"""Back-translation: what is kept, what is tagged, and that an interrupted round goes on."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from engine.types import Decoding, Hypothesis, Task
from train import back, pipeline
from train.back import OTHER, Draft, is_looping, make_round, rejection, translated, usable
from train.cross import make_cross
from train.examples import encode_summaries, load_store
from train.mix import Mix
from train.monolingual import some_sentences
from train.oneway import back_path, cross_path, read_one_way, write_one_way
from train.schedule import Stage
from train.vocab import SYNTHETIC, control_id, load

ENGLISH = "The council counted 24 boats in the harbour."
ARABIC = "أحصى المجلس 24 قاربا في الميناء."
STORY = {
    "The harbour of Port Salem": "أغلق ميناء بورت سالم {} أيام بعد العاصفة.",
    "Fishermen repaired": "أصلح الصيادون قواربهم بينما أحصى المجلس الأضرار التي خلفتها.",
    "The mayor thanked": "شكر رئيس البلدية الأطقم التي عملت طوال الليل.",
    "Ships will return": "ستعود السفن إلى الميناء يوم الأحد، ويفتح سوق السمك بعد ذلك بيوم.",
}


class Interpreter:
    """A model that knows two sentences and a story, and may fail after some calls."""

    def __init__(self, calls: int = 1000) -> None:
        self.calls = calls
        self.seen: list[str] = []

    def generate(self, sources: Sequence[str], task: Task, decoding: Decoding) -> list[tuple[Hypothesis, ...]]:
        if not self.calls:
            raise KeyboardInterrupt
        self.calls -= 1
        assert decoding.beam_size == 1
        self.seen.extend(sources)
        said = [self._say(source, task) for source in sources]
        return [(Hypothesis(text, -0.01 * (len(self.seen) + number), ()),) for number, text in enumerate(said)]

    def _say(self, source: str, task: Task) -> str:
        for start, arabic in STORY.items():
            if source.startswith(start):
                return arabic.format("".join(filter(str.isdigit, source)))
        return ENGLISH if task.target == "en" else ARABIC


@pytest.fixture
def work(settings: pipeline.Settings, tmp_path: Path) -> Path:
    """A copy of the work folder before any round."""
    return Path(shutil.copytree(settings.work, tmp_path / "work", ignore=shutil.ignore_patterns("back*", "cross*")))


@pytest.mark.parametrize(
    ("draft", "reason"),
    [
        (Draft(ARABIC, -1.0, True), None),
        (Draft("", -1.0, True), "unfinished"),
        (Draft(ARABIC, -1.0, False), "unfinished"),
        (Draft(ENGLISH, -1.0, True), "script"),
        (Draft("24 نعم", -1.0, True), None),
        (Draft("24", -1.0, True), "script"),
        (Draft(" ".join([ARABIC] * 4), -1.0, True), "length ratio"),
        (Draft("24 قاربا جدا جدا جدا في الميناء", -1.0, True), "repetition"),
        (Draft("أحصى المجلس 42 قاربا في الميناء.", -1.0, True), "figures"),
        (Draft("أحصى المجلس قواربه في الميناء.", -1.0, True), "figures"),
    ],
)
def test_each_unusable_draft_has_its_reason(draft: Draft, reason: str | None) -> None:
    assert rejection(ENGLISH, draft, "ara") == reason


def test_loops_are_seen_and_plain_repeats_are_not() -> None:
    assert is_looping("a b c a b c a b c")
    assert not is_looping("the city and the river and the port and the sea")


def test_the_drafts_that_the_model_doubts_most_are_dropped() -> None:
    drafts = [Draft(ARABIC, -float(n), True) for n in range(20)]
    counts: Counter[str] = Counter()
    kept = list(usable([ENGLISH] * 20, drafts, "ara", counts))
    assert len(kept) == 18
    assert counts == {"score": 2}
    assert list(usable([], [], "ara", counts)) == []


def test_an_interrupted_round_goes_on_and_ends_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(back, "CHUNK", 3)
    originals = [f"{ENGLISH} {n}" for n in range(10)]
    whole = list(translated(originals, "eng", Interpreter(), tmp_path / "whole.jsonl", print))  # type: ignore[arg-type]
    stopping, partial = Interpreter(calls=2), tmp_path / "partial.jsonl"
    with pytest.raises(KeyboardInterrupt):
        list(translated(originals, "eng", stopping, partial, print))  # type: ignore[arg-type]
    with partial.open("a", encoding="utf-8") as out:
        out.write('{"text": "cut o')
    rest = Interpreter()
    assert [one.text for one in translated(originals, "eng", rest, partial, print)] == [one.text for one in whole]  # type: ignore[arg-type]
    assert rest.seen == originals[6:]


def test_a_round_writes_other_sentences_than_the_next_one(work: Path, settings: pipeline.Settings) -> None:
    log: list[str] = []
    for number in (1, 2):
        make_round(work, settings.preset, number, Interpreter(), log.append)  # type: ignore[arg-type]
    parts = [set(some_sentences(work, "eng", part, 1000)) for part in range(3)]
    assert sum(map(len, parts)) == len(set.union(*parts)) == len(set().union(*parts))
    for number in (1, 2):
        targets = {target for _, target in read_one_way(back_path(work, number, "eng"))}
        assert targets <= parts[number]
    assert not list((work / "back").iterdir()), "nothing partial is left"
    made = Interpreter()
    make_round(work, settings.preset, 1, made, log.append)  # type: ignore[arg-type]
    assert not made.seen, "a finished round is not made again"


def test_synthetic_sources_are_tagged(work: Path, settings: pipeline.Settings) -> None:
    for language, text in (("eng", ENGLISH), ("ara", ARABIC)):
        write_one_way(back_path(work, 1, language), [({ENGLISH: ARABIC, ARABIC: ENGLISH}[text], text)])
    processor = load(work)
    stage = Stage("back-translation 1", 1.0, Mix({"back": 1.0}), back=1)
    store = load_store(processor, work, settings.preset, stage)
    for number, language in enumerate(("ara", "eng")):
        one = store[number]
        assert one.group == f"back-{language}"
        assert one.is_translation
        assert processor.id_to_piece(int(one.source[0])) == f">>{language}<<"
        assert int(one.source[1]) == control_id(processor, SYNTHETIC)
        assert processor.decode(one.target.tolist()) == {"eng": ENGLISH, "ara": ARABIC}[language]
        assert OTHER[OTHER[language]] == language


def test_translated_articles_keep_the_real_summary(work: Path, settings: pipeline.Settings) -> None:
    make_cross(work, settings.preset, 1, Interpreter(), print)  # type: ignore[arg-type]
    assert cross_path(work, 1).exists()
    processor = load(work)
    found = [one for one in encode_summaries(processor, work, settings.preset, 1) if one.group == "sum-cross"]
    assert found
    for one in found:
        assert processor.id_to_piece(int(one.source[0])) == ">>sum_eng<<"
        assert int(one.source[1]) == control_id(processor, SYNTHETIC)
        assert "ميناء" in processor.decode(one.source.tolist())
        assert "harbour" in processor.decode(one.target.tolist())
