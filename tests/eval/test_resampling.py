from __future__ import annotations

import numpy as np
import pytest
import sacrebleu
from sacrebleu.significance import PairedTest, Result

from base.errors import InputError
from eval.resampling import compare, score
from eval.statistics import Statistics, average, share, table_of
from eval.translation import bleu, chrf

WORDS = [f"word{number}" for number in range(17)]


def corpus(noise: float, seed: int, size: int = 120) -> tuple[list[str], list[str]]:
    draw = np.random.default_rng(seed)
    references = [" ".join(draw.permutation(WORDS)[:12]) for _ in range(size)]
    hypotheses = [
        " ".join("x" if draw.random() < noise else word for word in reference.split()) for reference in references
    ]
    return hypotheses, references


def mean_of(values: list[float], signature: str = "nrefs:1|version:1") -> Statistics:
    return Statistics("mean", table_of([(value, 1) for value in values], 2), average, signature)


def test_an_interval_of_means_is_that_of_the_normal_law() -> None:
    values = list(np.random.default_rng(3).normal(50, 10, 400))
    (found,) = score([mean_of(values)], resamples=2000)
    spread = 1.96 * np.std(values) / np.sqrt(len(values))
    assert found.low == pytest.approx(np.mean(values) - spread, abs=0.15)
    assert found.high == pytest.approx(np.mean(values) + spread, abs=0.15)
    assert found.signature == "nrefs:1|bs:2000|seed:12345|version:1"


def test_intervals_hold_the_value_agree_with_sacrebleu_and_repeat() -> None:
    hypotheses, references = corpus(0.3, 1)
    wanted = [[text] for text in references]
    metrics = [bleu(hypotheses, wanted), chrf(hypotheses, wanted)]
    first, second = score(metrics)
    assert score(metrics) == (first, second)
    theirs = sacrebleu.BLEU().corpus_score(hypotheses, [references], n_bootstrap=1000)
    assert first.low is not None
    assert first.high is not None
    assert first.low <= first.value <= first.high
    assert (first.high - first.low) / 2 == pytest.approx(theirs._ci, rel=0.15)


def test_without_resamples_there_is_no_interval() -> None:
    (found,) = score([mean_of([1, 2, 3])], resamples=0)
    assert (found.low, found.high, found.interval) == (None, None, "")
    assert found.signature == "nrefs:1|version:1"


def test_one_item_has_no_interval() -> None:
    assert score([mean_of([7.0])])[0].interval == ""


def test_nothing_to_score_is_no_score() -> None:
    empty = Statistics("numbers kept", table_of([(0, 0), (0, 0)], 2), share, "nrefs:0|v:1", counted=1)
    assert score([empty, mean_of([1, 2])])[0].name == "mean"
    assert len(score([empty])) == 0


def test_resamples_without_anything_to_count_do_not_spoil_the_interval() -> None:
    rare = Statistics("numbers kept", table_of([(1, 1), *[(0, 0)] * 9], 2), share, "nrefs:0|v:1", counted=1)
    (found,) = score([rare])
    assert (found.low, found.value, found.high, found.n) == (100.0, 100.0, 100.0, 1)


def test_a_clear_difference_is_found_by_both_tests() -> None:
    worse, references = corpus(0.35, 1)
    better, same = corpus(0.10, 1)
    assert references == same
    wanted = [[text] for text in references]
    found = compare(chrf(worse, wanted), chrf(better, wanted), trials=2000)
    assert found.difference > 0
    assert found.low > 0
    assert found.p_bootstrap < 0.01
    assert found.p_randomisation < 0.01
    assert found.verdict == "second"
    assert compare(chrf(better, wanted), chrf(worse, wanted), trials=2000).verdict == "first"


def test_p_values_agree_with_sacrebleu() -> None:
    first, references = corpus(0.25, 5, 60)
    second = corpus(0.20, 5, 60)[0]
    wanted = [[text] for text in references]
    ours = compare(bleu(first, wanted), bleu(second, wanted))
    test = PairedTest(
        [("a", first), ("b", second)], {"BLEU": sacrebleu.BLEU()}, [references], test_type="ar", n_samples=10_000
    )
    theirs = test()[1]["BLEU"][1]
    assert isinstance(theirs, Result)
    assert ours.second == pytest.approx(theirs.score)
    assert ours.p_randomisation == pytest.approx(theirs.p_value, abs=0.03)


def test_a_system_does_not_beat_itself() -> None:
    hypotheses, references = corpus(0.2, 2)
    metric = chrf(hypotheses, [[text] for text in references])
    found = compare(metric, metric, trials=500)
    assert (found.difference, found.verdict) == (0.0, "no difference")
    assert found.p_randomisation == 1.0


def test_lower_is_better_turns_the_verdict() -> None:
    high, low = mean_of([9.0] * 50), mean_of([1.0] * 50)
    turned = [Statistics("TER", one.table, one.formula, one.signature, higher_is_better=False) for one in (high, low)]
    assert compare(*turned, trials=200).verdict == "second"


def test_other_data_or_settings_are_refused() -> None:
    with pytest.raises(InputError, match=r"2 segments .* and 3"):
        compare(mean_of([1, 2]), mean_of([1, 2, 3]))
    with pytest.raises(InputError, match="same settings"):
        compare(mean_of([1, 2]), mean_of([1, 2], "nrefs:2|version:1"))
