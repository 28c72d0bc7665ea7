"""Candidate pairs: claims that share a key are found, and a crowded key stays linear."""

import numpy as np

from claims_pipeline.facts.candidates import WINDOW, pairs


def test_all_pairs_of_a_small_block_once_each() -> None:
    claim = np.array([0, 1, 2, 0, 1, 3])
    key = np.array([7, 7, 7, 9, 9, 11], np.uint64)
    left, right = pairs(claim, key, np.arange(4))
    assert list(zip(left.tolist(), right.tolist(), strict=True)) == [(0, 1), (0, 2), (1, 2)]


def test_a_crowded_block_is_a_band_in_the_fixed_order() -> None:
    def found(size: int) -> tuple[np.ndarray, np.ndarray]:
        arrived = np.random.default_rng(3).permutation(size)
        return pairs(arrived, np.full(size, 5, np.uint64), np.arange(size))

    left, right = found(4000)
    assert (right - left).max() == WINDOW
    assert len(left) == 4000 * WINDOW - WINDOW * (WINDOW + 1) // 2
    assert abs(len(found(8000)[0]) / len(left) - 2) < 0.01


def test_nothing_in_nothing_out() -> None:
    left, right = pairs(np.zeros(0, int), np.zeros(0, np.uint64), np.zeros(0, int))
    assert len(left) == len(right) == 0
