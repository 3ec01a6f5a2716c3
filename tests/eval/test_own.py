from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest

from base.errors import FormatError, InputError
from eval.own import FOLDER, faults, own_dataset, read_own
from tests.eval.conftest import PAIRS, SUMMARIES

ARTICLES = read_own()


def article() -> dict[str, Any]:
    """An article long enough: the body comes five times."""
    body = [{"ar": arabic, "en": english} for _ in range(6) for arabic, english in PAIRS]
    return {
        "id": "park",
        "language": "ar",
        "domain": "city",
        "title": "حديقة جديدة في المدينة",
        "licence": "CC BY 4.0",
        "segments": [{"ar": "حديقة جديدة في المدينة", "en": "A new park in the city"}, *body],
        "summaries": {language: [text, text] for language, text in SUMMARIES.items()},
    }


def write(folder: Path, *articles: dict[str, Any]) -> Path:
    for one in articles:
        (folder / f"{one['id']}.json").write_text(json.dumps(one, ensure_ascii=False), encoding="utf-8")
    return folder


@pytest.mark.skipif(not ARTICLES, reason="no articles yet")
@pytest.mark.parametrize("one", ARTICLES, ids=lambda one: one["id"])
def test_the_articles_of_the_set_are_sound(one: dict[str, Any]) -> None:
    assert list(faults(one)) == []


@pytest.mark.skipif(not ARTICLES, reason="no articles yet")
def test_the_set_serves_every_task() -> None:
    assert len({one["id"] for one in ARTICLES}) == len(ARTICLES) == len(list(FOLDER.glob("*.json")))
    assert len(own_dataset("summarize", "en", "ar").items) == len(ARTICLES)
    assert len(own_dataset("translate", "ar", "en").items) == sum(len(one["segments"]) for one in ARTICLES)


def test_a_sound_article_has_no_faults() -> None:
    assert list(faults(article())) == []


def broken(change: str) -> dict[str, Any]:
    one = copy.deepcopy(article())
    if change == "number":
        one["segments"][2]["en"] = "The project cost 13 million dinars."
    elif change == "script":
        one["segments"][1]["ar"] = "The municipality opened a park."
    elif change == "blank":
        one["segments"][3]["en"] = " "
    elif change == "title":
        one["title"] = "عنوان آخر"
    elif change == "short":
        one["segments"] = one["segments"][:8]
    elif change == "summaries":
        one["summaries"]["en"] = one["summaries"]["en"][:1]
    elif change == "invented":
        one["summaries"]["en"][1] = "A park that cost 99 million dinars has opened."
    elif change == "licence":
        one["licence"] = "unknown"
    elif change == "language":
        one["language"] = "fr"
    return one


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ("number", "segment 2: only the Arabic text has 12"),
        ("script", "segment 1: only 0% of the Arabic text's letters"),
        ("blank", "every segment needs a text"),
        ("title", "has to be the title"),
        ("short", "words, expected 200 to 400"),
        ("summaries", "1 English summaries, expected 2"),
        ("invented", "English summary 2: the article does not have 99"),
        ("licence", "licence 'unknown'"),
        ("language", "language 'fr'"),
    ],
)
def test_faults_are_found_and_named(change: str, message: str) -> None:
    assert any(message in fault for fault in faults(broken(change)))


def test_broken_files_and_an_empty_folder(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds no articles"):
        own_dataset("translate", "ar", "en", tmp_path)
    (tmp_path / "a.json").write_text("{", encoding="utf-8")
    with pytest.raises(FormatError, match=r"a\.json"):
        read_own(tmp_path)
    (tmp_path / "a.json").write_text('{"id": "a"}', encoding="utf-8")
    with pytest.raises(FormatError, match="keys domain, language"):
        read_own(tmp_path)


def test_an_article_serves_in_both_directions(tmp_path: Path) -> None:
    folder = write(tmp_path, article())
    forth, back = own_dataset("translate", "ar", "en", folder), own_dataset("translate", "en", "ar", folder)
    assert [item.source for item in forth.items] == [item.references[0] for item in back.items]
    assert forth.items[0].source == "حديقة جديدة في المدينة"
    summary = own_dataset("summarize", "en", "ar", folder).items[0]
    assert summary.title == "A new park in the city"
    assert summary.references == (SUMMARIES["ar"], SUMMARIES["ar"])
