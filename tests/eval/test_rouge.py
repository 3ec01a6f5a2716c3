from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rouge_score.rouge_scorer import RougeScorer

from eval.rouge import rouge
from eval.statistics import Statistics
from eval.tokens import TokenizerName, normalised_tokens, tokenizer, unpunctuated

KINDS = ("rouge1", "rouge2", "rougeL", "rougeLsum")
ENGLISH = [
    (
        "The harbour reopened on Monday.\nTwo ferries sailed to the islands, officials said.",
        "The harbour was reopened on Monday after repairs.\nOfficials said that ferries sail to two islands.",
    ),
    ("Prices fell 3.5% in 2023; wages didn't.", "Wages did not fall in 2023, but prices fell by 3.5 percent."),
    ("the the the cat", "the cat the"),
    ("Nothing shared", "wholly different words here"),
    ("!!!", "some words"),
    ("Running runners ran easily", "The runner runs with ease\n\nand dying lies"),
]
WORDS = st.lists(
    st.sampled_from(["ports", "Port", "running", "runs", "the", "a", "dying", "3.5", "U.S.", "\n", "lies", "—"]),
    min_size=1,
    max_size=14,
).map(" ".join)


def by_name(statistics: tuple[Statistics, ...]) -> dict[str, Statistics]:
    return {metric.name: metric for metric in statistics}


def single(hypothesis: str, reference: str, tokens: TokenizerName, language: str = "ar") -> dict[str, float]:
    found = rouge([hypothesis], [[reference]], language, tokens)  # type: ignore[arg-type]
    return {metric.name: metric.value for metric in found}


@pytest.mark.parametrize(("tokens", "stemmed"), [("google", False), ("google-porter", True)])
def test_english_equals_rouge_score(tokens: TokenizerName, stemmed: bool) -> None:
    scorer = RougeScorer(list(KINDS), use_stemmer=stemmed)
    for hypothesis, reference in ENGLISH:
        theirs = scorer.score(reference, hypothesis)
        ours = rouge([hypothesis], [[reference]], "en", tokens)
        for kind, metric in zip(KINDS, ours, strict=True):
            f1, _, precision, recall = metric.table[0]
            assert (f1, precision, recall) == pytest.approx(
                (theirs[kind].fmeasure, theirs[kind].precision, theirs[kind].recall), abs=5e-5
            )


@given(WORDS, WORDS)
@settings(max_examples=60, deadline=None)
def test_any_english_equals_rouge_score(hypothesis: str, reference: str) -> None:
    theirs = RougeScorer(list(KINDS), use_stemmer=True).score(reference, hypothesis)
    ours = rouge([hypothesis], [[reference]], "en", "google-porter")
    for kind, metric in zip(KINDS, ours, strict=True):
        assert metric.value == pytest.approx(100 * theirs[kind].fmeasure, abs=5e-3)


def test_the_best_of_several_references_counts_as_in_rouge_score() -> None:
    hypothesis, references = ENGLISH[0][0], [ENGLISH[1][1], ENGLISH[0][1]]
    theirs = RougeScorer(list(KINDS)).score_multi(references, hypothesis)
    for kind, metric in zip(KINDS, rouge([hypothesis], [references], "en", "google"), strict=True):
        assert metric.value == pytest.approx(100 * theirs[kind].fmeasure, abs=5e-3)
        assert "nrefs:2" in metric.signature


def test_identical_arabic_is_nothing_to_rouge_score_and_everything_to_us() -> None:
    text = "افتتحت البلدية المكتبة الجديدة صباح الأحد."
    theirs = RougeScorer(list(KINDS)).score(text, text)
    assert [theirs[kind].fmeasure for kind in KINDS] == [0, 0, 0, 0]
    for tokens in ("xlsum", "normalised"):
        assert set(single(text, text, tokens).values()) == {100.0}


def test_arabic_by_hand() -> None:
    # Normalised, 5 words of the hypothesis and 6 of the reference: افتتح الوزير / جسرا جديدا / امس match but for one.
    hypothesis = "افتتح الوزير جسراً جديداً أمس"
    reference = "أمس افتتح الوزير جسرا في المدينة"
    found = single(hypothesis, reference, "normalised")
    # Unigrams: افتتح، الوزير، جسرا، امس = 4; bigrams: افتتح الوزير، الوزير جسرا = 2 of 4 and 5.
    assert found["ROUGE-1"] == pytest.approx(100 * 2 * (4 / 5) * (4 / 6) / (4 / 5 + 4 / 6))
    assert found["ROUGE-2"] == pytest.approx(100 * 2 * (2 / 4) * (2 / 5) / (2 / 4 + 2 / 5))
    # Longest common subsequence: افتتح الوزير جسرا = 3.
    assert found["ROUGE-L"] == pytest.approx(100 * 2 * (3 / 5) * (3 / 6) / (3 / 5 + 3 / 6))


def test_summary_level_lcs_by_hand() -> None:
    # The union over both hypothesis lines covers all four words of the reference; each line alone covers two.
    reference = "عاد الهدوء إلى الميناء"
    hypothesis = "إلى الميناء\nعاد الهدوء"
    found = single(hypothesis, reference, "normalised")
    assert found["ROUGE-Lsum"] == 100.0
    assert found["ROUGE-L"] == pytest.approx(50.0)


def test_spelling_variants_are_one_word_when_normalised() -> None:
    assert normalised_tokens("إلى مدرسةٍ أُولى في القـــاهرة عام ٢٠٢٣") == normalised_tokens(
        "الي مدرسه اولي في القاهره عام 2023"
    )
    assert normalised_tokens("1,500 و3.5 ٪") == ["1500", "و", "3.5"]
    assert single("مدرسة أحمد", "مدرسه احمد", "normalised")["ROUGE-1"] == 100.0
    assert single("على مدى عام", "علي مدي عام", "normalised")["ROUGE-1"] == 100.0
    assert single("على مدى عام", "علي مدي عام", "xlsum")["ROUGE-1"] == pytest.approx(100 / 3)


def test_xlsum_tokens_drop_punctuation_of_any_script_and_stem() -> None:
    assert unpunctuated("قال: «نعم»، ثم… مضى؟ (A-B)\u200f!") == ["قال", "نعم", "ثم", "مضى", "a", "b"]
    stem = tokenizer("xlsum", "ar")
    assert stem("المعلمون") == stem("المعلمين")
    assert stem("في") == ["في"]
    assert tokenizer("xlsum", "en")("Running ships") == ["run", "ship"]


@given(st.text(alphabet="ابتثأإىة ًَـ،؟.0٣5", min_size=1, max_size=30))
@settings(max_examples=60, deadline=None)
def test_normalising_twice_changes_nothing(text: str) -> None:
    once = normalised_tokens(text)
    assert normalised_tokens(" ".join(once)) == once


def test_signature_tells_the_settings_apart() -> None:
    lines = {
        rouge(["نص"], [["نص"]], "ar", tokens, sentences=sentences)[0].signature
        for tokens in ("xlsum", "normalised")
        for sentences in ("lines", "split")
    }
    assert len(lines) == 4
    assert all("tok:" in line and "stem:" in line and "version:" in line for line in lines)
