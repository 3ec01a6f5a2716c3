"""Baselines at another system's length, item by item, and the sentences about who wins."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from base.errors import FormatError, InputError
from base.languages import Language
from eval.catalogue import load, parse_name
from eval.dataset import DataSet, Item
from eval.difference import Difference, differences, read_differences, sentences, tally, title, write_differences
from eval.equal import EqualLength, first_words, is_equal_length
from eval.evaluation import evaluate
from eval.job import make_system
from eval.results import results_of
from eval.run import run
from eval.summary_tables import summary_tables
from eval.system import Models, Remembering, SummarySystem, item_article
from summarize.extractive import METHODS
from tests.eval.conftest import ARTICLE_EN, PAIRS
from tests.eval.scripted import Scripted
from translate.model import Segment


@pytest.fixture
def news(corpus: Path) -> DataSet:
    return load(parse_name("news-dev:en-en"), "summarize", corpus_folder=corpus)[0]


def test_words_are_taken_by_rank_cut_and_put_into_order() -> None:
    ranked = [(4, "e f g"), (1, "a b"), (2, "c d")]
    assert first_words(ranked, 4) == ["a", "e f g"]
    assert first_words(ranked, 100) == ["a b", "c d", "e f g"]
    assert first_words(ranked, 0) == []


@pytest.mark.parametrize("method", METHODS)
def test_a_baseline_has_exactly_the_words_of_the_other_system(news: DataSet, tmp_path: Path, method: str) -> None:
    said = {"N0": "One two three four five.", "N1": "One two three\nfour five six seven eight nine."}
    other = Scripted("other", said)
    outputs = run(EqualLength(method, other, Models(), tmp_path), news, tmp_path).outputs
    assert [len(one.hypothesis.split()) for one in outputs] == [5, 9]
    words = set(ARTICLE_EN.split())
    assert all(set(one.hypothesis.split()) <= words for one in outputs)


def test_lead_at_equal_length_is_the_opening(news: DataSet, tmp_path: Path) -> None:
    other = Scripted("other", {"N0": "word " * 12, "N1": "word"})
    found = run(EqualLength("lead", other, Models(), tmp_path), news, tmp_path).outputs
    assert found[0].hypothesis.split() == ARTICLE_EN.split()[:12]
    assert found[1].hypothesis == ARTICLE_EN.split()[0]


def test_another_system_or_setting_is_another_signature(news: DataSet, tmp_path: Path) -> None:
    lines = {
        EqualLength(method, Scripted("x", version=version), Models(), tmp_path).signature(news)
        for method in ("lead", "centroid")
        for version in ("1", "2")
    }
    assert len(lines) == 4


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("lead=compact", True),
        ("textrank=compact:abstractive", True),
        ("lead-3", False),
        ("a=b", False),
        ("lead=", False),
    ],
)
def test_names_of_such_baselines(name: str, expected: bool) -> None:
    assert is_equal_length(name) is expected


def test_a_name_makes_its_system(tmp_path: Path) -> None:
    made = make_system("summarize", "lead=compact:abstractive", Models(), "line", tmp_path)
    assert isinstance(made, EqualLength)
    assert isinstance(made.other, SummarySystem)
    assert (made.name, made.other.name, made.other.length) == (
        "lead=compact:abstractive",
        "compact:abstractive",
        "line",
    )
    assert made.folder == tmp_path


@dataclass
class Counting:
    """Counts the sentences that it is given to translate."""

    count: int = 0

    def translate_segments(self, sentences: tuple[str, ...], source: Language, target: Language) -> tuple[Segment, ...]:
        self.count += len(sentences)
        return tuple(Segment(number, 0, text, text.upper(), 0.0) for number, text in enumerate(sentences))


def test_no_sentence_is_translated_twice() -> None:
    inner = Counting()
    translator = Remembering(inner)  # type: ignore[arg-type]
    assert [one.target for one in translator.translate_segments(("a", "b", "a"), "ar", "en")] == ["A", "B", "A"]
    assert [one.target for one in translator.translate_segments(("b", "c"), "ar", "en")] == ["B", "C"]
    assert inner.count == 3
    translator.translate_segments(("a",), "en", "ar")
    assert inner.count == 4


def test_an_article_is_built_once_and_titles_are_kept() -> None:
    item = Item("1", ARTICLE_EN, ("r",), title="A new park")
    assert item_article(item, "en") is item_article(item, "en")
    assert item_article(item, "en").title == "A new park"


def long_data() -> DataSet:
    items = tuple(Item(str(number), f"{ARTICLE_EN} Number {number}.", (PAIRS[number % 3][1],)) for number in range(12))
    return DataSet("made", "summarize", "en", "en", items, "CC0", "0" * 64, total=12)


def test_who_wins_is_said_in_a_sentence(tmp_path: Path) -> None:
    data = long_data()
    good = evaluate(run(Scripted("good"), data, tmp_path))
    bad = evaluate(run(Scripted("lead=good", {item.id: "Something else." for item in data.items}), data, tmp_path))
    same = evaluate(run(Scripted("centroid=good"), data, tmp_path))
    found = list(differences(good, [bad, same], trials=500))
    assert [(one.other, one.metric, one.verdict) for one in found if one.metric == "ROUGE-L"] == [
        ("lead=good", "ROUGE-L", "better"),
        ("centroid=good", "ROUGE-L", "level"),
    ]
    assert tally(found) == [
        "- good against Lead: better on 1 of 1 sets, no significant difference on 0, worse on 0.",
        "- good against centroid: better on 0 of 1 sets, no significant difference on 1, worse on 0.",
    ]
    (line,) = sentences(found)
    assert line.startswith("- **made:en-en**, good, all 12: better than Lead (+")
    assert "; no significant difference from centroid (+0.0 [+0.0, +0.0], p = 1.000)." in line
    assert sentences(list(differences(bad, [good], trials=500)))[0].count("worse than good (-") == 1
    table = "\n".join(summary_tables([row for one in (good, bad, same) for row in results_of(one)], found))
    assert "| data | items | system | ROUGE-L | Lead | centroid |" in table
    assert table.count("| made:en-en | all 12 | good | 100.0") == 3
    assert "| data | system | numbers supported |" in table


def test_differences_read_back(tmp_path: Path) -> None:
    row = Difference("d", "all 2", "s", "lead=s", "ROUGE-L", 2.0, 1.0, 1.0, 0.5, 1.5, 0.01, 0.02, "better", 2, "sig")
    path = tmp_path / "rows.jsonl"
    write_differences(path, [row, row])
    assert read_differences(path) == [row, row]
    assert title(row.other) == "Lead"
    assert title("compact") == "compact"
    path.write_text("{}\n", encoding="utf-8")
    with pytest.raises(FormatError, match="line 1 is no comparison"):
        read_differences(path)
    with pytest.raises(InputError, match="eval record"):
        read_differences(tmp_path / "none.jsonl")
