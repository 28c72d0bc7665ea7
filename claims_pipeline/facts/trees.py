"""Boosted trees of depth three as plain arrays: what the model file holds, and how a batch of pairs goes through it.

A sum of small trees weighs parts in each other's light, which one weight a part cannot: days apart say nothing of two
tolls and everything of two prices. Fitted in :mod:`claims_pipeline.facts.fit` (gradient boosting, Friedman 2001).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

DEPTH = 3
INNER, LEAVES = 2**DEPTH - 1, 2**DEPTH


@dataclass(frozen=True, slots=True)
class Trees:
    """Complete binary trees, stored level by level; a node that does not split has the threshold +inf."""

    start: float
    """Log odds before any tree."""
    feature: np.ndarray
    """int of shape (trees, INNER)."""
    threshold: np.ndarray
    """float32 of shape (trees, INNER): a pair goes right where its feature is above."""
    value: np.ndarray
    """float64 of shape (trees, INNER + LEAVES): log odds of the pairs that pass a node; the last LEAVES are the sums' terms."""

    def log_odds(self, found: np.ndarray) -> np.ndarray:
        """Of feature rows float32 of shape (n, features): float64 of shape (n,)."""
        columns = np.asfortranarray(found, dtype=np.float32)
        total = np.full(len(columns), self.start)
        for feature, threshold, value in zip(self.feature, self.threshold, self.value, strict=True):
            total += value[INNER:][_leaf(columns, feature, threshold)]
        return total

    def contributions(self, found: np.ndarray) -> np.ndarray:
        """Log odds that each feature adds on the way down the trees: float64, shape as ``found``.

        The change of the value at each split goes to its feature (Saabas 2014); with the start and each tree's root
        they sum to the log odds.
        """
        columns = np.asfortranarray(found, dtype=np.float32)
        out = np.zeros(columns.shape, np.float64, order="F")
        rows = np.arange(len(columns))
        for feature, threshold, value in zip(self.feature, self.threshold, self.value, strict=True):
            node = np.zeros(len(columns), np.int64)
            for _ in range(DEPTH):
                split = feature[node]
                below = 2 * node + 1 + (columns[rows, split] > threshold[node])
                np.add.at(out, (rows, split), value[below] - value[node])
                node = below
        return out


def _leaf(columns: np.ndarray, feature: np.ndarray, threshold: np.ndarray) -> np.ndarray:
    """Each row's leaf 0..7: whole columns are compared, since gathering a feature a row costs ten times as much."""
    above = [columns[:, f] > t for f, t in zip(feature, threshold, strict=True)]
    top, left, right, *low = above
    second = np.where(top, right, left)
    third = np.where(top, np.where(right, low[3], low[2]), np.where(left, low[1], low[0]))
    return top * np.uint8(4) + second * np.uint8(2) + third
