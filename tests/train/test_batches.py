"""Batches, the mix, and the schedule."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import numpy as np
import pytest
import torch

from train.alignment import load_table, save_table, soft_alignment, symmetrised, translation_table
from train.batches import Place, collate, split_batches, stream
from train.embedding import apart, bilingual_embedding, window_counts
from train.mix import Mix, kind_of, one_round, rates
from train.optimiser import rate_scale
from train.store import Example, Store
from train.workers import share

PAD = 50


def example(source: list[int], target: list[int], group: str = "news") -> Example:
    return Example(np.array(source, dtype=np.uint16), np.array(target, dtype=np.uint16), group)


def many(group: str, count: int = 300, longest: int = 30) -> list[Example]:
    random = np.random.default_rng(0)
    rows = [random.integers(2, PAD, size=random.integers(2, longest)) for _ in range(count)]
    return [example([2, *row, 0], [*row, 0], group) for row in rows]


@pytest.fixture
def examples() -> Store:
    return Store.of([*many("news", 200), *many("rare", 100)])


def test_a_store_gives_back_what_it_was_given() -> None:
    given = [*many("news", 20), *many("rare", 20)]
    store = Store.of(iter(given))
    assert len(store) == 40
    for number, one in enumerate(given):
        assert store[number].source.tolist() == one.source.tolist()
        assert store[number].target.tolist() == one.target.tolist()
        assert store[number].group == one.group
        assert store.sizes[number] == len(one.source) + len(one.target)
    assert len(Store.of([])) == 0


def test_batches_hold_every_example_once_within_the_budget(examples: Store) -> None:
    batches = split_batches(list(range(300)), examples.lengths, 400)
    assert sorted(index for batch in batches for index in batch) == list(range(300))
    for batch in batches:
        made = collate([examples[index] for index in batch], PAD)
        assert made.source.numel() + made.target.numel() <= 400


def test_the_decoder_input_is_the_target_shifted_by_the_start_token() -> None:
    batch = collate([example([2, 9, 0], [5, 6, 7, 0]), example([2, 0], [8, 0])], PAD)
    assert batch.decoder_input.tolist() == [[PAD, 5, 6, 7], [PAD, 8, PAD, PAD]]
    assert batch.target.tolist() == [[5, 6, 7, 0], [8, 0, PAD, PAD]]
    assert batch.tokens == 3 + 4 + 2 + 2


def test_a_stream_taken_up_in_the_middle_goes_on_the_same(examples: Store) -> None:
    mix = Mix({"pairs": 1.0}, {"news": 1.0, "rare": 0.5})
    whole = list(islice(stream(examples, 400, 3, mix), 60))
    place = whole[29][0]
    assert list(islice(stream(examples, 400, 3, mix, place), 30)) == whole[30:]
    assert place > Place()


def test_a_round_repeats_each_source_as_asked(examples: Store) -> None:
    order = one_round(examples, np.random.default_rng(0), Mix({"pairs": 1.0}, {"news": 2.0, "rare": 0.0}))
    assert sorted(order) == sorted(2 * list(range(200)))


def test_every_kind_takes_its_share_of_the_tokens() -> None:
    store = Store.of([*many("news"), *many("sum-news", 400, 60), *many("mono-ara", 900), *many("back-eng", 50)])
    mix = Mix({"pairs": 0.5, "summaries": 0.2, "denoise": 0.3, "gaps": 0.4}, {"news": 1.0})
    seen = rates(store, mix) * store.sizes
    shares = {kind_of(group): seen[store.codes == code].sum() / seen.sum() for code, group in enumerate(store.groups)}
    assert shares == pytest.approx({"pairs": 0.5, "summaries": 0.2, "denoise": 0.3, "back": 0.0})
    assert (rates(store, mix)[store.codes == store.groups.index("mono-ara")] >= 1 - 1e-9).all()


def test_a_round_of_very_many_examples_stays_short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("train.mix.ROUND_TOKENS", 2_000)
    store = Store.of([*many("news"), *many("mono-eng", 900)])
    order = one_round(store, np.random.default_rng(0), Mix({"pairs": 0.5, "denoise": 0.5}, {"news": 1.0}))
    assert store.sizes[order].sum() == pytest.approx(2_000, rel=0.2)


def test_counting_finds_which_piece_translates_which(tmp_path: Path) -> None:
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
    back_again = soft_alignment(table, torch.tensor([[24, 22]]), torch.tensor([[2, 4]]), to_english=False)
    assert back_again[0].argmax(1).tolist() == [1, 0]
    save_table(table, tmp_path / "table.pt")
    loaded = load_table(tmp_path / "table.pt", torch.device("cpu"))
    assert torch.allclose(loaded, table, atol=2e-3)
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
