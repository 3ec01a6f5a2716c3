"""Summaries that their articles support, and gap sentences."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from base.languages import Language
from tests.train.conftest import HELD_OUT, article, story, write_jsonl
from train import leakage, summaries
from train.corpus import read_news
from train.gaps import central, gap_rows
from train.summaries import collected_examples, news_examples, opening
from train.support import shared_words, unsupported

ARTICLE = (
    "The bridge over the river in Karima collapsed on Monday, and 14 people were hurt. Engineer Salwa Haddad said "
    "that the repairs would cost three million dollars."
)
ARABIC = (
    "انهار الجسر فوق النهر في كريمة يوم الاثنين وأصيب 14 شخصا. وقالت المهندسة سلوى حداد إن الإصلاح سيكلف ثلاثة "
    "ملايين دولار."
)


@pytest.mark.parametrize(
    ("summary", "language", "reason"),
    [
        ("A bridge collapsed in Karima and hurt 14 people.", "en", None),
        ("A bridge collapsed and hurt fourteen people.", "en", None),
        ("The repairs of the bridge will cost $3 million.", "en", None),
        ("A bridge collapsed and hurt 15 people.", "en", "number"),
        ("A bridge collapsed in Khartoum and hurt 14 people.", "en", "name"),
        ("Prices of wheat rose sharply because farmers planted less maize.", "en", "words"),
        ("انهار جسر في كريمة وأصيب 14 شخصا.", "ar", None),
        ("انهار جسر وأصيب 15 شخصا.", "ar", "number"),
    ],
)
def test_a_summary_asks_for_nothing_that_the_article_lacks(
    summary: str, language: Language, reason: str | None
) -> None:
    text = ARTICLE if language == "en" else ARABIC
    assert unsupported(summary, language, text, language) == reason


def test_support_is_judged_across_languages_by_numbers_and_names() -> None:
    assert unsupported("A bridge collapsed and hurt 14 people.", "en", ARABIC, "ar") is None
    assert unsupported("A bridge collapsed and hurt 41 people.", "en", ARABIC, "ar") == "number"
    assert unsupported("سلوى حداد تتحدث عن 14 مصابا.", "ar", ARTICLE, "en") is None
    assert unsupported("Boris Johnson visited the bridge.", "en", ARABIC, "ar") == "name"


def test_words_are_shared_whatever_their_endings_and_prefixes() -> None:
    assert shared_words("Repaired bridges", "The bridge needs repairs.") == 1.0
    assert shared_words("والمهندسة قالت", "قال مهندسون") == 0.5
    assert shared_words("a an of", ARTICLE) == 1.0


def test_only_what_the_model_is_shown_counts_as_support() -> None:
    assert len(opening(ARTICLE, 10).split()) == 10
    assert unsupported("14 people were hurt.", "en", opening(ARTICLE, 6), "en") == "number"


def test_an_article_gives_each_language_of_summary(corpus: Path) -> None:
    first = next(read_news(corpus / "news" / "train.jsonl"))
    tasks = Counter(example.task for example in news_examples(first, 200))
    assert set(tasks) <= {">>sum_eng<<", ">>sum_ara<<"}
    assert sum(tasks.values()) >= 2


def test_collected_summaries_are_capped_and_held_out_text_is_dropped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [story(n) for n in range(6)]
    rows[0]["text"] = f"{rows[0]['text']} {HELD_OUT[1]}"
    rows[1]["summary"] = "The storm closed the harbour of Port Salem for 90 days."
    path = tmp_path / "bbc2005_lead_en.train.jsonl.xz"
    write_jsonl(path, rows)
    counts: Counter[str] = Counter()
    held_out = leakage.keys(HELD_OUT)
    monkeypatch.setitem(summaries.CAPS, "bbc2005_lead_en", 3)
    kept = list(collected_examples(path, held_out, 200, counts))
    assert [example.task for example in kept] == [">>sum_eng<<"] * 3
    assert counts["sum-bbc2005_lead_en: leak"] == counts["sum-bbc2005_lead_en: number"] == 1
    assert all(HELD_OUT[1] not in example.source for example in kept)
    unknown = tmp_path / "unheard-of.train.jsonl.xz"
    write_jsonl(unknown, rows)
    assert not list(collected_examples(unknown, held_out, 200, counts)), "a source without a cap is not used"


def test_the_central_sentence_is_the_one_that_shares_most() -> None:
    sentences = ["Rain fell.", "The council closed the old bridge after rain.", "The bridge is old.", "Cats sleep."]
    assert central(sentences) == 1
    [row] = gap_rows("eng", iter([[*sentences, "The council met."], sentences]), 100)
    assert row["target"] == sentences[1]
    assert row["before"] == sentences[0]
    assert row["after"] == "The bridge is old. Cats sleep. The council met."
    assert row["task"] == ">>sum_eng<<"
    assert not list(gap_rows("eng", iter([[*sentences, "The council met."]]), 8)), "too short once cut"


def test_an_article_without_sentences_gives_nothing(tmp_path: Path) -> None:
    path = tmp_path / "train.jsonl"
    write_jsonl(path, [{**article(1, [("", "")]), "summary_ar": None}])
    [empty] = read_news(path)
    assert not list(news_examples(empty, 100))
