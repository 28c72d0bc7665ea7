"""Average linkage over the compared pairs: clusters join while the mean between them is high enough.

One wrong link between two facts meets all the other pairs between them, which say no; connected components would
join the facts through it. The mean is that of the third powers of the probabilities: the pairs of two facts are unsure for one
and the same reason, and a hundred of them that say "perhaps" are no surer than one (read pairs inside facts: 0.58 right instead of
0.53, with as many found). Pinned claims start in one cluster; cut claims never share one. All sums are of whole
numbers and ties are broken by the claims' own order, so the result does not depend on the order of anything.

In each round every cluster looks for its best neighbour, and those that choose each other join; average linkage is
reducible, so this gives what joining one best pair after another would (Müllner 2011; ties aside). A fact that thousands of
articles tell grows by a claim or two a round: when few clusters join in a round, ``crowd`` plays the rounds that are left.
"""

from __future__ import annotations

import numpy as np

from claims_pipeline.facts.crowd import Crowd, strength

_POWER = 3
_WHOLE = 10_000
_VOTES = np.rint((np.arange(_WHOLE + 1) / _WHOLE) ** _POWER * _WHOLE).astype(np.int32)
_CUT = -(1 << 40)  # part of the sum between claims that are cut: no sum of probabilities brings the mean back up
_AT_ONCE = 4_000_000  # pairs sorted at a time: the whole of a large ledger may hang together
_FEW = 1_000  # a join costs what so many pairs cost in a round that looks at all of them


def votes(score: np.ndarray) -> np.ndarray:
    """What pairs of these probabilities (whole numbers of 1/10000) say in a mean: int32, in 1/10000 too."""
    return _VOTES[score]


def bar(link: float) -> float:
    """The least mean of votes of two clusters that join, where pairs of probability ``link`` alone just join."""
    return float(link**_POWER)


def middle(score: np.ndarray) -> float:
    """The probability that all pairs would have where their votes have the mean of these."""
    return float((votes(score).mean() / _WHOLE) ** (1 / _POWER))


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

    ``score``: what the pairs say, in 1/10000 (:func:`votes`); ``link``: the least mean; ``pins`` and ``cuts``: (k, 2) pairs.
    """
    own = components(size, pins[:, 0], pins[:, 1]).astype(np.int32)
    least = round(link * 10_000)
    count = np.repeat(np.array([1, 0], np.int32), [len(left), len(cuts)])
    pairs = [own[np.concatenate([left, cuts[:, 0].astype(left.dtype)])], own[np.concatenate([right, cuts[:, 1].astype(right.dtype)])]]
    pairs += [np.concatenate([score, np.full(len(cuts), _CUT)]), count]
    del left, right, score, count
    a, b, total, count = _between(pairs)
    while True:
        a, b, total, count = _undecided(size, a, b, total, count, least)
        best = _best(size, a, b, total, count, least)
        at = np.flatnonzero(best < size)
        mutual = at[(best[best[at]] == at) & (at < best[at])]
        if len(mutual) * _FEW <= len(a):
            break
        step = np.arange(size, dtype=np.int32)
        step[best[mutual]] = mutual
        own = step[own]
        joined = np.zeros(size, bool)
        joined[mutual] = joined[best[mutual]] = True
        near = joined[a] | joined[b]  # only there can two sums become one
        columns = [a, b, total, count]
        moved: list[np.ndarray] = []
        kept: list[np.ndarray] = []
        del a, b, total, count
        while columns:
            column = columns.pop(0)
            moved.append(step[column[near]] if len(moved) < 2 else column[near])
            kept.append(column[~near])
            del column
        a, b, total, count = (np.concatenate([kept.pop(0), new]) for new in _between(moved))
    left_over, ends = np.unique(np.concatenate([a, b]), return_inverse=True)
    end = np.arange(size)
    end[left_over] = left_over[Crowd(len(left_over), ends[: len(a)], ends[len(a) :], total, count, least).run()]
    return end[own]


def _undecided(size: int, a: np.ndarray, b: np.ndarray, total: np.ndarray, count: np.ndarray, least: int) -> tuple[np.ndarray, ...]:
    """Without the pairs of clusters that have nobody to join with: whatever joins, the mean with them stays too low."""
    open_ = total >= np.multiply(count, least, dtype=np.int64)
    has = np.zeros(size, bool)
    has[a[open_]] = has[b[open_]] = True
    keep = has[a] & has[b]
    return (a, b, total, count) if keep.all() else (a[keep], b[keep], total[keep], count[keep])


def _between(pairs: list[np.ndarray]) -> tuple[np.ndarray, ...]:
    """Sum the pairs between the same two clusters, a few millions at a time; pairs inside one are done with.

    ``pairs``: the ends, sums and numbers of pairs, which are taken out of the list.
    """
    a, b, total, count = pairs
    pairs.clear()
    a, b = np.minimum(a, b), np.maximum(a, b)
    pieces = len(a) // _AT_ONCE + 1
    piece = (a // (int(a.max(initial=0)) // pieces + 1)).astype(np.int16)
    piece[a == b] = -1
    found: list[list[np.ndarray]] = [[], [], [], []]
    for k in range(pieces):
        here = np.flatnonzero(piece == k)
        for column, values in zip(found, _summed(a[here], b[here], total[here], count[here]), strict=True):
            column.append(values)
    del a, b, total, count, piece
    return tuple(np.concatenate(found.pop(0)) for _ in range(4))


def _summed(low: np.ndarray, high: np.ndarray, total: np.ndarray, count: np.ndarray) -> tuple[np.ndarray, ...]:
    if not len(low):
        return low, high, total, count
    key = low.astype(np.int64) << 32 | high
    order = np.argsort(key)
    key = key[order]
    first = np.flatnonzero(np.concatenate([[True], key[1:] != key[:-1]]))
    at = order[first]
    return low[at], high[at], np.add.reduceat(total[order], first), np.add.reduceat(count[order], first)


def _best(size: int, a: np.ndarray, b: np.ndarray, total: np.ndarray, count: np.ndarray, least: int) -> np.ndarray:
    """Each cluster's neighbour with the highest mean, ``size`` if none; ties go to more pairs, then to the smaller neighbour."""
    open_ = total >= np.multiply(count, least, dtype=np.int64)
    a, b = a[open_], b[open_]
    key = strength(total[open_], count[open_])
    most = np.full(size, -1, np.int64)
    np.maximum.at(most, a, key)
    np.maximum.at(most, b, key)
    best = np.full(size, size, a.dtype)
    for end, other in ((a, b), (b, a)):
        top = key == most[end]
        np.minimum.at(best, end[top], other[top])
    return best
