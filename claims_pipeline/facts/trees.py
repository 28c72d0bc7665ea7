"""Boosted trees of depth four as plain arrays: what the model file holds, and how a batch of pairs goes through it.

A sum of small trees weighs parts in each other's light, which one weight a part cannot: days apart say nothing of two
tolls and everything of two prices. Fitted in :mod:`claims_pipeline.facts.fit` (gradient boosting, Friedman 2001).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

DEPTH = 4
INNER, LEAVES = 2**DEPTH - 1, 2**DEPTH
_TOGETHER = 3  # trees whose leaves are looked up as one number of twelve bits
_ROWS = 16_384  # pairs at a time: a comparison's input and output stay in the cache


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
        missing = -len(self.feature) % _TOGETHER
        # trees that say nothing fill the last group
        feature = np.pad(self.feature, ((0, missing), (0, 0)))
        threshold = np.pad(self.threshold, ((0, missing), (0, 0)), constant_values=np.inf)
        sums = _sums(np.pad(self.value[:, INNER:], ((0, missing), (0, 0))))
        splits = list(zip(feature.tolist(), threshold, strict=True))
        total = np.full(len(found), self.start)
        for at in range(0, len(found), _ROWS):
            columns = np.ascontiguousarray(found[at : at + _ROWS].T, dtype=np.float32)
            above = np.empty((INNER, columns.shape[1]), bool)
            leaves = np.empty(columns.shape[1], np.uint16)
            for group, said in enumerate(sums):
                leaves[:] = 0
                for split in splits[group * _TOGETHER : (group + 1) * _TOGETHER]:
                    _leaf(columns, *split, above, leaves)
                total[at : at + _ROWS] += said[leaves]
        return total

    def contributions(self, found: np.ndarray) -> np.ndarray:
        """Log odds that each feature adds on the way down the trees: float64, shape as ``found``.

        The change of the value at each split goes to its feature (Saabas 2014); with the start and each tree's root
        they sum to the log odds.
        """
        out = np.zeros(found.shape)
        for at in range(0, len(found), _ROWS):
            columns = np.ascontiguousarray(found[at : at + _ROWS].T, dtype=np.float32)
            said = np.zeros(columns.shape)
            for feature, threshold, value in zip(self.feature.tolist(), self.threshold, self.value, strict=True):
                passes = [np.ones(columns.shape[1], bool)]
                for node in range(INNER):
                    above = columns[feature[node]] > threshold[node]
                    right, left = passes[node] & above, passes[node] & ~above
                    said[feature[node]] += right * (value[2 * node + 2] - value[node]) + left * (value[2 * node + 1] - value[node])
                    passes += [left, right]
            out[at : at + _ROWS] = said.T
        return out


def _sums(value: np.ndarray) -> np.ndarray:
    """For each group of trees the sum of their terms by the leaves that a pair falls into, four bits a tree."""
    grouped = value.reshape(-1, _TOGETHER, LEAVES)
    out = grouped[:, 0]
    for k in range(1, _TOGETHER):
        out = (out[:, :, None] + grouped[:, k, None, :]).reshape(len(grouped), -1)
    return out


def _leaf(columns: np.ndarray, feature: list[int], threshold: np.ndarray, above: np.ndarray, leaves: np.ndarray) -> None:
    """Shift each row's leaf 0..15 of one tree into ``leaves``.

    Every split of the tree is asked of every row, and bits choose among the answers: to go down a tree row by row
    costs twenty times as much.
    """
    for column, least, out in zip(feature, threshold, above, strict=True):
        np.greater(columns[column], least, out=out)
    taken: list[np.ndarray] = []
    for level in range(DEPTH):
        answers = list(above[2**level - 1 : 2 ** (level + 1) - 1])
        for bit in taken:  # each turn taken above leaves half of the level's splits in question
            half = len(answers) // 2
            answers = [_chosen(bit, yes, no) for no, yes in zip(answers[:half], answers[half:], strict=True)]
        taken.append(answers[0])
    for bit in taken:
        np.left_shift(leaves, 1, out=leaves)
        np.bitwise_or(leaves, bit, out=leaves)


def _chosen(which: np.ndarray, yes: np.ndarray, no: np.ndarray) -> np.ndarray:
    """``yes`` where ``which``, else ``no``; in place of ``yes``."""
    yes ^= no
    yes &= which
    yes ^= no
    return yes
