"""Translation by dictionary, and the running text it is made of."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
import torch

from tests.train.conftest import HELD_OUT, write_running
from train import leakage, pipeline
from train.corpus import Pair
from train.dictionary import (
    COUNTED,
    WordDictionary,
    counted_pairs,
    make_dictionary,
    mixed,
    pseudo_arabic,
    pseudo_english,
)
from train.monolingual import documents, is_prose, read_documents
from train.oneway import dictionary_path, read_one_way

PAIRS = [
    Pair("lex-arabeyes-dict", "حكومة", "government"),
    Pair("lex-arabeyes-dict", "وزير", "minister"),
    Pair("lex-arabeyes-dict", "مدينة", "city"),
    Pair("lex-arabeyes-dict", "مهندس", "engineer"),
    Pair("lex-arabeyes-dict", "أَعْلَنَ", "announce"),
    Pair("lex-arabeyes-dict", "كبير", "large"),
    Pair("lex-names-wikidata", "أحمد", "Ahmad"),
    Pair("lex-arabeyes-dict", "رئيس الوزراء", "prime minister"),
]


@pytest.fixture(scope="module")
def words() -> WordDictionary:
    return make_dictionary(PAIRS, ["the government and the minister", "Ahmad"])


@pytest.mark.parametrize(
    ("word", "english"),
    [
        ("حكومة", ["government"]),
        ("الحكومة", ["the", "government"]),
        ("حكومته", ["his", "government"]),
        ("وحكومتها", ["and", "its", "government"]),
        ("لحكومتهم", ["to", "their", "government"]),
        ("والمهندسون", ["and", "the", "engineers"]),
        ("المدينات", ["the", "cities"]),
        ("مهندسان", ["two", "engineers"]),
        ("اعلن", ["announce"]),
        ("وأعلنت", ["and", "announce"]),
        ("احمد", ["Ahmad"]),
        ("كبيرا", ["large"]),
        ("قلم", []),
    ],
)
def test_arabic_words_are_found_in_their_forms(words: WordDictionary, word: str, english: list[str]) -> None:
    assert words.english_words(word, Random(0)) == english


@pytest.mark.parametrize(
    ("word", "arabic"),
    [
        ("Cities", "مدينة"),
        ("cities", "مدينة"),
        ("Minister's", "وزير"),
        ("announced", "أعلن"),
        ("Ahmad", "أحمد"),
        ("pens", None),
    ],
)
def test_english_words_are_found_in_their_forms(words: WordDictionary, word: str, arabic: str | None) -> None:
    assert words.arabic_word(word, Random(0)) == arabic


def test_pseudo_sentences_keep_figures_and_drop_the_unknown(words: WordDictionary) -> None:
    english = pseudo_english("أعلن وزير حكومته 24 خطة.", words, Random(0), rate=1.0)
    assert {"announce", "minister", "his", "government", "24"} <= set(english.replace(".", " ").split())
    arabic = pseudo_arabic("The minister announced 24 zzz.", words, Random(0), rate=1.0)
    assert set(arabic.replace(".", " ").split()) == {"الوزير", "أعلن", "24"}


def test_marks_are_those_of_the_language_and_figures_stay_whole(words: WordDictionary) -> None:
    arabic = pseudo_arabic("The minister, at 06:40, announced 1,500 and 30%?", words, Random(0), rate=1.0)
    assert arabic == "الوزير، 06:40، أعلن 1,500 30%؟"
    english = pseudo_english("أعلن وزير، 24.", words, Random(0), rate=1.0)
    assert english.endswith(", 24.")
    assert pseudo_arabic("to the city", words, Random(0), rate=1.0) == "للمدينة"


def test_a_capital_makes_a_name_inside_a_sentence_only() -> None:
    known = [Pair("lex-names-wikidata", "بوش", "Bush"), Pair("lex-arabeyes-dict", "شجيرة", "bush")]
    words = make_dictionary(known, ["Bush"])
    assert words.arabic_word("Bush", Random(0)) == "بوش"
    assert words.arabic_word("Bush", Random(0), first=True) == "شجيرة"
    assert words.arabic_word("bush", Random(0)) == "شجيرة"
    rare = make_dictionary([Pair("lex-names-wikidata", "كان", "Kan")], ["nothing of that name"])
    assert rare.english_words("كان", Random(0)) == [], "an everyday word that some name is spelled like"


def test_mixed_sentences_keep_the_order_and_the_unknown(words: WordDictionary) -> None:
    assert mixed("The minister saw zzz.", words, Random(0), arabic=False, rate=1.0) == "The وزير saw zzz."
    assert mixed("رأى وزير قلما", words, Random(0), arabic=True, rate=1.0) == "رأى minister قلما"
    assert mixed("رأى وزير قلما", words, Random(0), arabic=True, rate=0.0) == "رأى وزير قلما"


def test_what_was_counted_in_sentence_pairs_goes_before_word_lists() -> None:
    pieces = ["</s>", "▁كان", "▁was", "▁ال", "كان", "▁the"]
    table = torch.zeros(6, 6)
    table[1, 2], table[3, 5], table[4, 2] = 0.6, 0.1, 0.9
    counted = list(counted_pairs(table, pieces))
    assert counted == [Pair(COUNTED, "كان", "was")]
    words = make_dictionary([Pair("lex-names-wikidata", "كان", "Kan"), *counted], ["Kan Kan Kan was"])
    assert words.to_english["كان"] == ["was", "Kan"]


def test_running_text_is_clean_distinct_and_not_held_out(tmp_path: Path) -> None:
    sentence = "Farmers carried the olives down to the press before the rain."
    write_running(tmp_path / "mono" / "news.en.jsonl.xz", [sentence, HELD_OUT[1], "Click here now!", sentence])
    held_out = leakage.keys(HELD_OUT)
    assert list(documents(tmp_path, "eng", held_out)) == [[sentence]]
    assert list(documents(tmp_path, "eng", held_out, share=0.0)) == []
    assert list(documents(tmp_path, "ara", held_out)) == []
    assert not is_prose(sentence, "ara")


def test_the_work_folder_has_all_that_a_machine_without_the_corpus_needs(settings: pipeline.Settings) -> None:
    for language in ("ara", "eng"):
        running = {sentence for document in read_documents(settings.work, language) for sentence in document}
        made = list(read_one_way(dictionary_path(settings.work, language)))
        assert 20 < len(made) <= settings.preset.dictionary
        assert {target for _, target in made} <= running
