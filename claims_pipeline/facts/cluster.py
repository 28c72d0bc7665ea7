"""Average linkage over the compared pairs: clusters join while the mean probability between them is high enough.

One wrong link between two facts meets all the other pairs between them, which say no; connected components would
join the facts through it. Pinned claims start in one cluster; cut claims never share one. All sums are of whole
numbers and ties are broken by the claims' own order, so the result does not depend on the order of anything.
"""

from __future__ import annotations

import numpy as np


def components(size: int, left: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Connected components as the smallest member of each, int64 of shape (size,)."""
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    graph = coo_matrix((np.ones(len(left), np.int8), (left, right)), shape=(size, size))
    _, part = connected_components(graph, directed=False)
    first = np.full(part.max() + 1 if size else 0, size, np.int64)
    np.minimum.at(first, part, np.arange(size))
    return first[part]


def clusters(
    size: int, left: np.ndarray, right: np.ndarray, score: np.ndarray, link: float, pins: np.ndarray, cuts: np.ndarray
) -> np.ndarray:
    """Cluster claims 0..size-1; returns the smallest member of each claim's cluster, int64 of shape (size,).

    ``score``: the pairs' probabilities in 1/10000; ``link``: the least mean; ``pins`` and ``cuts``: (k, 2) pairs.
    In each round every cluster looks for its best neighbour, and those that choose each other join; average linkage
    is reducible, so this gives what joining one best pair after another would give (Müllner 2011).
    """
    own = components(size, pins[:, 0], pins[:, 1])
    a, b, total, count = _between(own[left], own[right], score.astype(np.int64), np.ones(len(left), np.int64))
    barred = _pairs(own[cuts[:, 0]], own[cuts[:, 1]])
    least = round(link * 10_000)
    while len(a):
        open_ = (total >= least * count) & ~_in(a, b, barred)
        best = _best(size, a[open_], b[open_], total[open_], count[open_])
        at = np.flatnonzero(best >= 0)
        mutual = at[(best[best[at]] == at) & (at < best[at])]
        if not len(mutual):
            break
        step = np.arange(size)
        step[best[mutual]] = mutual
        own = step[own]
        a, b, total, count = _between(step[a], step[b], total, count)
        barred = _pairs(step[barred[:, 0]], step[barred[:, 1]])
    return own


def _between(a: np.ndarray, b: np.ndarray, total: np.ndarray, count: np.ndarray) -> tuple[np.ndarray, ...]:
    """Sum the pairs between the same two clusters; pairs inside one are done with."""
    low, high = np.minimum(a, b).astype(np.int64), np.maximum(a, b).astype(np.int64)
    apart = low != high
    low, high, total, count = low[apart], high[apart], total[apart], count[apart]
    if not len(low):
        return low, high, total, count
    order = np.lexsort((high, low))
    low, high = low[order], high[order]
    first = np.flatnonzero(np.concatenate([[True], (low[1:] != low[:-1]) | (high[1:] != high[:-1])]))
    return low[first], high[first], np.add.reduceat(total[order], first), np.add.reduceat(count[order], first)


def _best(size: int, a: np.ndarray, b: np.ndarray, total: np.ndarray, count: np.ndarray) -> np.ndarray:
    """Each cluster's neighbour with the highest mean; ties go to more pairs, then to the smaller pair of members."""
    best = np.full(size, -1, np.int64)
    if not len(a):
        return best
    # the mean in 1/10000, compared as whole numbers with four more digits: the same on every machine
    mean = total * 10_000 // count
    order = np.lexsort((-b, -a, count, mean))  # the last written wins below
    a, b = a[order], b[order]
    ends, other = np.stack([a, b], 1).ravel(), np.stack([b, a], 1).ravel()
    best[ends] = other
    return best


def _pairs(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    return np.stack([np.minimum(a, b), np.maximum(a, b)], axis=1) if len(a) else np.zeros((0, 2), np.int64)


def _in(a: np.ndarray, b: np.ndarray, barred: np.ndarray) -> np.ndarray:
    if not len(barred):
        return np.zeros(len(a), bool)
    size = int(max(a.max(initial=0), b.max(initial=0), barred.max())) + 1
    return np.isin(a * size + b, barred[:, 0] * size + barred[:, 1])
