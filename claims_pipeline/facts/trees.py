"""Boosted trees of depth four as plain arrays: what the model file holds, and how a batch of pairs goes through it.

A sum of small trees weighs parts in each other's light, which one weight a part cannot: days apart say nothing of two
tolls and everything of two prices. Fitted in :mod:`claims_pipeline.facts.fit` (gradient boosting, Friedman 2001).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np

DEPTH = 4
INNER, LEAVES = 2**DEPTH - 1, 2**DEPTH
_TOGETHER = 3  # trees whose leaves are looked up as one number of twelve bits
_CHUNK = 60  # trees asked at once
_ROWS = 8_192  # pairs at a time: the answers to a chunk's splits stay in the cache
# after so many trees: log odds below which the other trees change nothing that matters, and by what a pair's are multiplied then.
# Of 560,000 pairs of real news none that all trees call likelier than 0.22 lay below the first, than 0.15 below the second
_STOPS = {60: (-2.05, 1.9), 180: (-2.5, 1.5)}


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

    chunks: tuple[_Chunk, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        missing = -len(self.feature) % _TOGETHER
        # trees that say nothing fill the last group
        feature = np.pad(self.feature, ((0, missing), (0, 0)))
        threshold = np.pad(self.threshold, ((0, missing), (0, 0)), constant_values=np.inf)
        value = np.pad(self.value[:, INNER:], ((0, missing), (0, 0)))
        some = [slice(at, at + _CHUNK) for at in range(0, len(feature), _CHUNK)]
        object.__setattr__(self, "chunks", tuple(_Chunk.of(feature[k], threshold[k], value[k]) for k in some))

    def log_odds(self, found: np.ndarray, whole: bool = True) -> np.ndarray:
        """Of feature rows float32 of shape (n, features): float64 of shape (n,).

        Unless ``whole``, the trees stop where the first of them already say that a pair is hopeless: half of the pairs do not
        need nine in ten of the trees. What is said of those is near: the mean of what all trees would say.
        """
        total = np.full(len(found), self.start)
        for at in range(0, len(found), _ROWS):
            columns = np.ascontiguousarray(found[at : at + _ROWS].T, dtype=np.float32)
            open_ = np.arange(at, at + columns.shape[1])
            for asked, chunk in enumerate(self.chunks, start=1):
                total[open_] = chunk.added(columns, total[open_])
                if whole or asked * _CHUNK not in _STOPS or asked == len(self.chunks):
                    continue
                least, times = _STOPS[asked * _CHUNK]
                kept = total[open_] >= least
                total[open_[~kept]] *= times
                open_, columns = open_[kept], columns.compress(kept, axis=1)
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


@dataclass(frozen=True, slots=True)
class _Chunk:
    """Some trees, asked together: each of their different splits once of every row, and bits choose among the answers.

    To go down a tree row by row costs twenty times as much. Eight rows are one byte, so that most of the work is on an
    eighth of the bytes, and in few calls: threads that share the interpreter wait for each other between two.
    """

    splits: tuple[tuple[int, slice, np.ndarray], ...]
    """Feature, places among the answers, and thresholds (a column)."""
    place: np.ndarray
    """The answer to each node, int of shape (INNER, trees)."""
    sums: np.ndarray
    """See :func:`_sums`."""

    @classmethod
    def of(cls, feature: np.ndarray, threshold: np.ndarray, value: np.ndarray) -> _Chunk:
        both = np.stack([feature.ravel().astype(np.float64), threshold.ravel().astype(np.float64)])
        (own, least), place = np.unique(both, axis=1, return_inverse=True)
        edges = pairwise(np.flatnonzero(np.diff(own, prepend=-1, append=-1)).tolist())
        splits = tuple((int(own[a]), slice(a, b), least[a:b, None].astype(np.float32)) for a, b in edges)
        return cls(splits, place.reshape(-1, INNER).T.copy(), _sums(value))

    def added(self, columns: np.ndarray, total: np.ndarray) -> np.ndarray:
        """``total`` of each row with what the trees say, one group after another; ``columns``: one feature a row."""
        rows = columns.shape[1]
        answers = np.empty((self.splits[-1][1].stop, -(-rows // 8)), np.uint8)
        for feature, those, least in self.splits:
            answers[those] = np.packbits(columns[feature] > least, axis=1)
        taken: list[np.ndarray] = []
        for level in range(DEPTH):
            left = [answers[node] for node in self.place[2**level - 1 : 2 ** (level + 1) - 1]]
            for bit in taken:  # each turn taken above leaves half of the level's splits in question
                half = len(left) // 2
                left = [_chosen(bit, yes, no) for no, yes in zip(left[:half], left[half:], strict=True)]
            taken.append(left[0])
        leaf = np.zeros((self.place.shape[1], rows), np.uint8)
        for bit in taken:
            leaf += leaf
            leaf |= np.unpackbits(bit, axis=1, count=rows)
        leaves = leaf[::_TOGETHER].astype(np.uint16)
        for k in range(1, _TOGETHER):
            leaves *= LEAVES
            leaves += leaf[k::_TOGETHER]
        for said, some in zip(self.sums, leaves, strict=True):
            total += said.take(some)
        return total


def _chosen(which: np.ndarray, yes: np.ndarray, no: np.ndarray) -> np.ndarray:
    """``yes`` where ``which``, else ``no``; in place of ``yes``."""
    yes ^= no
    yes &= which
    yes ^= no
    return yes
