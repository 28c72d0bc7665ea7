"""Rounds of average linkage in which few clusters join: only what they touch is looked at again.

A fact that thousands of articles tell grows by a claim or two a round. Going through all pairs in each of hundreds of
rounds would cost the square of the claims; here a round costs the neighbours of the clusters that joined in it. Who joins
in which round, and so the result, is that of ``cluster``.
"""

from __future__ import annotations

import numpy as np

Row = tuple[np.ndarray, np.ndarray, np.ndarray]
"""Neighbours (as they were called at some time), sums and numbers of the pairs with them."""


def strength(total: np.ndarray, count: np.ndarray) -> np.ndarray:
    """What neighbours are compared by: the mean in 1/10000 with four more digits, then the number of pairs, as whole numbers."""
    return (total * 10_000 // np.maximum(count, 1)) << 32 | count


class Crowd:
    """Clusters 0..size-1 with what stands between each two; a joined one goes by its smallest member."""

    def __init__(self, size: int, a: np.ndarray, b: np.ndarray, total: np.ndarray, count: np.ndarray, least: int) -> None:
        ends, other = np.concatenate([a, b]), np.concatenate([b, a])
        order = np.argsort(ends, kind="stable")
        self.flat: Row = (other[order], np.tile(total, 2)[order], np.tile(count, 2)[order].astype(np.int64))
        self.begin = np.searchsorted(ends[order], np.arange(size + 1))
        self.joined: dict[int, Row] = {}
        self.own = np.arange(size)
        self.least, self.size = least, size
        self.best, self.sure = np.full(size, size), np.full(size, -1)
        self._choose(np.repeat(np.arange(size), np.diff(self.begin)), *self.flat)

    def run(self) -> np.ndarray:
        """Join until no mean is high enough; returns the smallest member of what each cluster became part of."""
        changed = np.flatnonzero(self.best < self.size)
        while len(changed):
            other = self.best[changed]
            mutual = (other < self.size) & (self.best[np.minimum(other, self.size - 1)] == changed)
            one, other = changed[mutual], other[mutual]
            pair = np.unique(np.minimum(one, other) << 32 | np.maximum(one, other))
            changed = self._join(pair >> 32, pair & 0xFFFFFFFF)
        return self.own

    def _join(self, into: np.ndarray, went: np.ndarray) -> np.ndarray:
        """Returns the clusters whose best neighbour may be another one now."""
        if not len(into):
            return into
        step = np.arange(self.size)
        step[went] = into
        self.own = step[self.own]
        parts = [(m, *self._row(k)) for m, k in zip([*into.tolist(), *into.tolist()], [*into.tolist(), *went.tolist()], strict=True)]
        cluster, near, total, count = self._summed(parts)
        for m in went.tolist():
            self.joined.pop(m, None)
        edge = np.searchsorted(cluster, into), np.searchsorted(cluster, into, side="right")
        for m, low, high in zip(into.tolist(), *(side.tolist() for side in edge), strict=True):
            self.joined[m] = (near[low:high].copy(), total[low:high].copy(), count[low:high].copy())
        self.best[went], self.sure[went] = self.size, -1
        self.best[into], self.sure[into] = self.size, -1
        self._choose(cluster, near, total, count)
        return np.union1d(into, self._heard(into, step, near, cluster, self._key(total, count)))

    def _heard(self, into: np.ndarray, step: np.ndarray, near: np.ndarray, cluster: np.ndarray, key: np.ndarray) -> np.ndarray:
        """The neighbours of clusters that joined take note; returns those that choose another one now."""
        is_new = np.zeros(self.size + 1, bool)
        is_new[into] = True
        aside = ~is_new[near]
        near, cluster, key = near[aside], cluster[aside], key[aside]
        was = np.append(step, self.size)[self.best[near]]
        chosen = was == cluster
        fell = chosen & (key < self.sure[near])  # the one that it had chosen is less like it now: all are weighed again
        renamed = near[chosen]
        self.best[renamed] = cluster[chosen]
        again = np.unique(near[fell])
        self.best[again], self.sure[again] = self.size, -1
        if len(again):
            self._choose(*self._summed([(k, *self._row(k)) for k in again.tolist()]))
        better = (key > self.sure[near]) | (key == self.sure[near]) & (cluster < self.best[near]) & (key >= 0)
        self._prefer(near[better], cluster[better], key[better])
        return np.unique(np.concatenate([renamed, again, near[better]]))

    def _row(self, cluster: int) -> Row:
        if cluster in self.joined:
            return self.joined[cluster]
        low, high = self.begin[cluster], self.begin[cluster + 1]
        other, total, count = self.flat
        return other[low:high], total[low:high], count[low:high]

    def _summed(self, parts: list[tuple[int, np.ndarray, np.ndarray, np.ndarray]]) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
        """Rows put together under the clusters they are given for: cluster, neighbour as it is called now, sum, number."""
        cluster = np.repeat([part[0] for part in parts], [len(part[1]) for part in parts])
        near, total, count = (np.concatenate([part[k] for part in parts]) for k in (1, 2, 3))
        near = self.own[near]
        apart = near != cluster
        key = (cluster << 32 | near)[apart]
        if not len(key):
            return key, key, key, key
        order = np.argsort(key)
        key = key[order]
        first = np.flatnonzero(np.concatenate([[True], key[1:] != key[:-1]]))
        total, count = (np.add.reduceat(values[apart][order], first) for values in (total, count))
        return key[first] >> 32, key[first] & 0xFFFFFFFF, total, count

    def _key(self, total: np.ndarray, count: np.ndarray) -> np.ndarray:
        """``strength``; -1 where the mean is too low."""
        return np.where(total >= self.least * count, strength(total, count), -1)

    def _choose(self, cluster: np.ndarray, near: np.ndarray, total: np.ndarray, count: np.ndarray) -> None:
        key = self._key(total, count)
        self._prefer(cluster[key >= 0], near[key >= 0], key[key >= 0])

    def _prefer(self, cluster: np.ndarray, near: np.ndarray, key: np.ndarray) -> None:
        """Take the best of what is offered, each better than what stands; ties go to the smaller neighbour."""
        np.maximum.at(self.sure, cluster, key)
        top = key == self.sure[cluster]
        self.best[cluster] = self.size
        np.minimum.at(self.best, cluster[top], near[top])
