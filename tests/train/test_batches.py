"""Batches, the mix, and the schedule."""

from __future__ import annotations

from itertools import islice

import numpy as np
import pytest
import torch

from train.alignment import soft_alignment, symmetrised, translation_table
from train.batches import Place, collate, split_batches, stream
from train.embedding import apart, bilingual_embedding, window_counts
from train.examples import SUMMARY_SHARE, Example, one_round
from train.optimiser import rate_scale
from train.workers import share

PAD = 50


def example(source: list[int], target: list[int], group: str = "news") -> Example:
    return Example(np.array(source, dtype=np.uint16), np.array(target, dtype=np.uint16), group)


@pytest.fixture
def examples() -> list[Example]:
    random = np.random.default_rng(0)
    rows = [random.integers(2, PAD, size=random.integers(2, 30)) for _ in range(300)]
    return [example([2, *row, 0], [*row, 0], "news" if number % 3 else "rare") for number, row in enumerate(rows)]


def test_batches_hold_every_example_once_within_the_budget(examples: list[Example]) -> None:
    batches = split_batches(list(range(300)), examples, 400)
    assert sorted(index for batch in batches for index in batch) == list(range(300))
    for batch in batches:
        made = collate([examples[index] for index in batch], PAD)
        assert made.source.numel() + made.target.numel() <= 400


def test_the_decoder_input_is_the_target_shifted_by_the_start_token() -> None:
    batch = collate([example([2, 9, 0], [5, 6, 7, 0]), example([2, 0], [8, 0])], PAD)
    assert batch.decoder_input.tolist() == [[PAD, 5, 6, 7], [PAD, 8, PAD, PAD]]
    assert batch.target.tolist() == [[5, 6, 7, 0], [8, 0, PAD, PAD]]
    assert batch.tokens == 3 + 4 + 2 + 2


def test_a_stream_taken_up_in_the_middle_goes_on_the_same(examples: list[Example]) -> None:
    repeats = {"news": 1.0, "rare": 0.5}
    whole = list(islice(stream(examples, 400, 3, repeats), 60))
    place = whole[29][0]
    assert list(islice(stream(examples, 400, 3, repeats, place), 30)) == whole[30:]
    assert place > Place()


def test_a_round_repeats_each_source_as_asked(examples: list[Example]) -> None:
    order = one_round(examples, np.random.default_rng(0), {"news": 2.0, "rare": 0.0})
    assert sorted(order) == sorted(2 * [n for n, one in enumerate(examples) if one.group == "news"])


def test_summaries_take_their_share_of_the_tokens(examples: list[Example]) -> None:
    summaries = [example([4, *range(2, 40), 0], [5, 6, 0], "summaries") for _ in range(200)]
    both = [*examples, *summaries]
    order = one_round(both, np.random.default_rng(0), {"news": 1.0, "rare": 1.0})
    size = [len(one.source) + len(one.target) for one in both]
    share = sum(size[n] for n in order if n >= 300) / sum(size[n] for n in order)
    assert share == pytest.approx(SUMMARY_SHARE, abs=0.03)


def test_counting_finds_which_piece_translates_which() -> None:
    # Piece n of the source always comes with piece n + 20 of the target, in another order.
    random = np.random.default_rng(1)
    rows = [random.permutation(np.arange(2, 20))[:6] for _ in range(400)]
    pairs = [example(list(row), list(random.permutation(row) + 20)) for row in rows]
    back = [Example(pair.target, pair.source, pair.group) for pair in pairs]
    forward, counts = translation_table(pairs, PAD)
    table = symmetrised(forward, translation_table(back, PAD)[0])
    assert table[2:20].float().argmax(1).tolist() == list(range(22, 40))
    alignment = soft_alignment(table, torch.tensor([[2, 3, 4]]), torch.tensor([[24, 22, 49]]))
    assert alignment[0, :2].argmax(1).tolist() == [2, 0]
    assert alignment[0, 2].sum() < 0.2, "a piece without evidence is not aligned"
    vectors = bilingual_embedding(window_counts([pair.source for pair in pairs] * 3, PAD), counts, 16)
    assert torch.allclose(vectors.norm(dim=1), torch.ones(PAD), atol=1e-4)


def test_chosen_pieces_are_put_apart() -> None:
    rows = torch.ones(6, 16) / 4
    changed = apart(rows, [1, 2])
    assert abs(float(changed[1] @ changed[2])) < 0.9
    assert torch.equal(changed[0], rows[0])


def test_the_rate_rises_then_falls_to_nothing() -> None:
    assert rate_scale(0, 10, 0.0) == pytest.approx(0.1)
    assert rate_scale(50, 10, 0.1) > rate_scale(60, 10, 0.5) > rate_scale(70, 10, 0.9)
    assert rate_scale(80, 10, 1.0) == pytest.approx(0.0)


def test_workers_split_a_batch_without_loss_and_never_stand_idle() -> None:
    indices = list(range(7))
    assert sorted(share(indices, 0, 2) + share(indices, 1, 2)) == indices
    assert share([5], 1, 2) == [5]
