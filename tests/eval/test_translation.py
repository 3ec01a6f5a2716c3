from __future__ import annotations

import numpy as np
import pytest
import sacrebleu
from hypothesis import given, settings
from hypothesis import strategies as st

from eval.translation import bleu, chrf, chrf_and_plus, ter

HYPOTHESES = [
    "The minister opened the new bridge on Sunday.",
    "Prices of wheat rose by 12 percent in May",
    "ال",
    "",
    "افتتح الوزير الجسر الجديد يوم الأحد.",
]
REFERENCES = [
    "On Sunday the minister opened the new bridge.",
    "Wheat prices rose 12% in May.",
    "الأمل باقٍ",
    "not translated at all",
    "الوزير افتتح الجسر الجديد الأحد.",
]
TEXTS = st.lists(
    st.tuples(
        st.lists(st.sampled_from(["a", "bridge", "the", "جسر", "12", "."]), max_size=8).map(" ".join),
        st.lists(st.sampled_from(["a", "bridge", "the", "جسر", "12", "."]), min_size=1, max_size=8).map(" ".join),
    ),
    min_size=1,
    max_size=5,
)


def one_each(texts: list[str]) -> list[list[str]]:
    return [[text] for text in texts]


@given(TEXTS)
@settings(max_examples=80, deadline=None)
def test_formulas_give_what_sacrebleu_gives(pairs: list[tuple[str, str]]) -> None:
    hypotheses, references = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    wanted = one_each(references)
    expected = [
        sacrebleu.BLEU().corpus_score(hypotheses, [references]).score,
        sacrebleu.CHRF().corpus_score(hypotheses, [references]).score,
        sacrebleu.CHRF(word_order=2).corpus_score(hypotheses, [references]).score,
        sacrebleu.TER().corpus_score(hypotheses, [references]).score,
    ]
    found = [bleu(hypotheses, wanted), *chrf_and_plus(hypotheses, wanted), ter(hypotheses, wanted)]
    assert [metric.value for metric in found] == pytest.approx(expected, abs=1e-6)


def test_single_segments_and_signatures_are_sacrebleu_s() -> None:
    wanted = one_each(REFERENCES)
    metric = sacrebleu.CHRF()
    each = [metric.sentence_score(h, [r]).score for h, r in zip(HYPOTHESES, REFERENCES, strict=True)]
    found = chrf(HYPOTHESES, wanted)
    np.testing.assert_allclose(found.each(), each, atol=1e-9)
    assert found.signature == str(metric.get_signature())
    scorer = sacrebleu.BLEU()
    scorer.corpus_score(HYPOTHESES, [REFERENCES])
    assert bleu(HYPOTHESES, wanted).signature == str(scorer.get_signature())


def test_chrf_is_read_out_of_chrf_plus_plus() -> None:
    wanted = one_each(REFERENCES)
    characters, plus = chrf_and_plus(HYPOTHESES, wanted)
    direct = chrf(HYPOTHESES, wanted)
    np.testing.assert_array_equal(characters.table, direct.table)
    assert characters.signature == direct.signature
    assert plus.name == "chrF++"


def test_several_references() -> None:
    streams = [REFERENCES, [*HYPOTHESES[:3], "another text", *REFERENCES[4:]]]
    wanted = [list(pair) for pair in zip(*streams, strict=True)]
    assert bleu(HYPOTHESES, wanted).value == pytest.approx(sacrebleu.BLEU().corpus_score(HYPOTHESES, streams).score)
    characters, _ = chrf_and_plus(HYPOTHESES, wanted)
    assert characters.value == pytest.approx(sacrebleu.CHRF().corpus_score(HYPOTHESES, streams).score)
    assert "nrefs:2" in characters.signature


def test_resampled_sums_are_scored_row_by_row() -> None:
    metric = bleu(HYPOTHESES, one_each(REFERENCES))
    sums = np.stack([metric.table.sum(axis=0), metric.table[0], metric.table[3]])
    assert list(metric.formula(sums)) == pytest.approx([metric.value, float(metric.each()[0]), 0.0])
