"""Noise and segmentation: what pre-training and regularisation do to a line of pieces."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from sentencepiece import SentencePieceProcessor

from train import pipeline
from train.examples import load_store
from train.mix import Mix
from train.noise import MASKED, Noise
from train.schedule import Stage
from train.store import Ids
from train.subword import SubwordSampler
from train.vocab import MASK, TASKS, control_id, load

PASSAGE = (
    "The minister arrived in the city on Monday. Rain fell all night and the river rose. Schools stayed closed today."
)


@pytest.fixture
def processor(settings: pipeline.Settings) -> SentencePieceProcessor:
    return load(settings.work)


def encoded(processor: SentencePieceProcessor, text: str = PASSAGE) -> Ids:
    return np.array(processor.encode(text), dtype=np.uint16)


def test_noise_hides_its_share_of_the_words_and_adds_none(processor: SentencePieceProcessor) -> None:
    mask, noise = control_id(processor, MASK), Noise(processor)
    words = PASSAGE.split()
    hidden = []
    for seed in range(30):
        noisy = noise.noisy(encoded(processor), np.random.default_rng(seed))
        assert mask in noisy
        kept = processor.decode([int(piece) for piece in noisy if piece != mask]).split()
        assert set(kept) <= set(words)
        hidden.append(1 - len(kept) / len(words))
        assert not any(one == other == mask for one, other in itertools.pairwise(noisy)), "one mask a span"
    assert 0.5 * MASKED < np.mean(hidden) <= MASKED + 0.05


def test_sentences_change_places_whole(processor: SentencePieceProcessor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("train.noise.MASKED", 0.0)
    noise, orders = Noise(processor), set()
    for seed in range(20):
        text = processor.decode(noise.noisy(encoded(processor), np.random.default_rng(seed)).tolist())
        orders.add(text)
        assert sorted(part.strip(" .") for part in text.split(".")) == sorted(s.strip(" .") for s in PASSAGE.split("."))
    assert len(orders) > 2


def test_noise_and_segmentation_repeat_with_the_seed(processor: SentencePieceProcessor) -> None:
    noise = Noise(processor)
    ids = encoded(processor)
    for make in (noise.noisy, SubwordSampler(processor, 0.5, 500).sampled, SubwordSampler(processor, 0.5, 500).sampled):
        first, second, other = (make(ids, np.random.default_rng(seed)) for seed in (1, 1, 2))
        assert first.tolist() == second.tolist() != other.tolist()


def test_a_single_word_can_be_hidden(processor: SentencePieceProcessor) -> None:
    ids = encoded(processor, "rain")
    assert len(Noise(processor).noisy(ids, np.random.default_rng(0))) >= 1


def test_segmentations_differ_and_say_the_same(processor: SentencePieceProcessor) -> None:
    task = processor.piece_to_id(TASKS[0])
    line = np.array([task, *encoded(processor, f"{PASSAGE} في عام 2015 漢"), 0], dtype=np.uint16)
    sampler = SubwordSampler(processor, 0.3, 500)
    seen = set()
    for seed in range(10):
        sampled = sampler.sampled(line, np.random.default_rng(seed))
        assert (sampled[0], sampled[-1]) == (task, 0)
        assert processor.decode(sampled[1:-1].tolist()) == processor.decode(line[1:-1].tolist())
        seen.add(tuple(sampled.tolist()))
    assert len(seen) > 5


def test_likely_segmentations_are_sampled_most(processor: SentencePieceProcessor) -> None:
    ids = encoded(processor)
    random = np.random.default_rng(0)
    kept = []
    for alpha in (50.0, 0.1):
        sampler = SubwordSampler(processor, alpha, 500)
        kept.append(np.mean([sampler.sampled(ids, random).tolist() == ids.tolist() for _ in range(8)]))
    assert kept[0] == 1.0
    assert kept[1] < 0.5


def test_a_line_that_would_outgrow_the_network_stays(processor: SentencePieceProcessor) -> None:
    ids = encoded(processor)
    assert SubwordSampler(processor, 0.1, len(ids)).sampled(ids, np.random.default_rng(0)).size <= len(ids)


def test_passages_are_neighbouring_sentences_and_gaps_have_one_mask(settings: pipeline.Settings) -> None:
    processor = load(settings.work)
    stage = Stage("pre-training", 1.0, Mix({"denoise": 0.5, "gaps": 0.5}))
    store = load_store(processor, settings.work, settings.preset, stage)
    assert set(store.groups) == {"mono-ara", "mono-eng", "gap-ara", "gap-eng"}
    mask, ends = control_id(processor, MASK), 0
    for number in range(len(store)):
        one = store[number]
        language = ">>sum_" if one.group.startswith("gap") else ">>"
        assert processor.id_to_piece(int(one.source[0])) == f"{language}{one.group[-3:]}<<"
        assert (one.source == mask).sum() == one.group.startswith("gap")
        assert one.target[-1] == 0
        ends += one.group == "mono-eng" and processor.decode(one.target.tolist()).count(". ") > 0
    assert ends > 5, "passages of more than one sentence"
