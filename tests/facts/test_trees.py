"""Trees by bits are trees: what a walk down each of them finds; and those that stop early only stop where nothing is likely."""

from __future__ import annotations

import numpy as np

from claims_pipeline.facts.trees import INNER, LEAVES, Trees


def _grown(trees: int, features: int, low: float = -0.3, high: float = 0.3) -> Trees:
    draw = np.random.default_rng(3)
    threshold = draw.random((trees, INNER)).astype(np.float32)
    threshold[draw.random((trees, INNER)) < 0.1] = np.inf
    return Trees(-0.5, draw.integers(0, features, (trees, INNER)), threshold, draw.uniform(low, high, (trees, INNER + LEAVES)))


def _walked(trees: Trees, row: np.ndarray) -> float:
    total = trees.start
    for feature, threshold, value in zip(trees.feature, trees.threshold, trees.value, strict=True):
        node = 0
        while node < INNER:
            node = 2 * node + 1 + bool(row[feature[node]] > threshold[node])
        total += value[node]
    return total


def test_bits_find_the_leaf_that_a_walk_finds() -> None:
    trees = _grown(125, 9)  # neither whole groups nor whole chunks
    found = np.random.default_rng(4).random((301, 9)).astype(np.float32)
    assert np.allclose(trees.log_odds(found), [_walked(trees, row) for row in found])


def test_what_is_said_of_a_pair_does_not_depend_on_the_pairs_beside_it() -> None:
    trees = _grown(240, 9)
    found = np.random.default_rng(5).random((20_000, 9)).astype(np.float32)
    some = np.random.default_rng(6).permutation(len(found))[:777]
    for whole in (True, False):
        assert np.array_equal(trees.log_odds(found, whole)[some], trees.log_odds(found[some], whole))


def test_trees_stop_early_only_where_a_pair_is_unlikely() -> None:
    trees = _grown(240, 9, low=-0.33, high=0.3)
    found = np.random.default_rng(7).random((5_000, 9)).astype(np.float32)
    whole, soon = trees.log_odds(found), trees.log_odds(found, whole=False)
    stopped = whole != soon
    grown = (trees.feature, trees.threshold, trees.value)
    first, second = (Trees(trees.start, *(part[:k] for part in grown)).log_odds(found) for k in (60, 180))
    assert 0 < stopped.sum() < len(found)
    assert np.array_equal(stopped, (first < -2.05) | (second < -2.5))
    assert soon[stopped].max() < -3.5
