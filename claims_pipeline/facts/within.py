"""A second look at each cluster: the pairs in it that were never compared, and the cluster again from all of them.

A claim is compared with those of its blocks that it is most like. Of two facts that a chance likeness brings together only the
likest pairs are known, then, and the mean of those says more than the mean of all would: ten car thieves joined nineteen who
had set fires through two pairs of twenty-four. Inside a cluster every claim is compared with forty others, always the
same ones, so that a fact of thousands costs no more a claim than one of forty. It only parts: what blocking kept apart stays so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from claims_pipeline.facts.claimset import ragged
from claims_pipeline.facts.linkage import give_numbers, scored
from claims_pipeline.warehouse import run

if TYPE_CHECKING:
    from claims_pipeline.facts.linkage import Book

LANDMARKS = 40
"""Members of a cluster that every other one is compared with."""
_SMALLEST = 3  # two claims stand in one cluster by their own pair
_AT_ONCE = 500_000  # pairs scored at a time

Pairs = tuple[np.ndarray, np.ndarray, np.ndarray]
"""Places of the earlier and of the later claim, and the score."""


def unseen(own: np.ndarray, article: np.ndarray, left: np.ndarray, right: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The pairs of places, earlier and later, inside clusters that are not among those compared (``left`` before ``right``).

    ``own``: cluster of each place; ``article``: a hash of its article, by which the members are chosen that the others are
    compared with: which they are must not depend on when they arrived.
    """
    at = np.flatnonzero(np.bincount(own, minlength=len(own))[own] >= _SMALLEST)
    order = at[np.lexsort((at, article[at], own[at]))]
    first = np.flatnonzero(np.diff(own[order], prepend=-1))
    start = np.repeat(first, np.diff([*first, len(order)]))
    member, landmark = ragged(start, np.minimum(np.arange(len(order)) - start, LANDMARKS))
    one, other = order[member], order[landmark]
    key = np.minimum(one, other) << 32 | np.maximum(one, other)
    key = key[~np.isin(key, left.astype(np.int64) << 32 | right, assume_unique=True)]
    return key >> 32, key & 0xFFFFFFFF


def second_look(book: Book, scope: np.ndarray, own: np.ndarray, article: np.ndarray, compared: Pairs) -> tuple[Pairs, np.ndarray]:
    """All known pairs inside the clusters, and the places whose pairs are new; what was not compared is, and kept.

    ``scope``: claim numbers by place; ``compared``: the pairs inside the clusters that blocking gave.
    """
    con = book.con
    left, right = unseen(own, article, *compared[:2])
    give_numbers(con, "scope", scope)
    place = np.full(int(scope.max(initial=-1)) + 1, -1, np.int64)
    place[scope] = np.arange(len(scope))
    had = run(con, "facts/cluster_pairs_inside").fetchnumpy()
    before = place[had["other"].astype(np.int64)] << 32 | place[had["owner"].astype(np.int64)]
    order = np.argsort(before)
    before, kept = before[order], had["score"][order].astype(np.int32)
    wanted = left << 32 | right
    at = np.minimum(np.searchsorted(before, wanted), max(len(before) - 1, 0))
    known = before[at] == wanted if len(before) else np.zeros(len(wanted), bool)
    score = np.empty(len(wanted), np.int32)
    score[known] = kept[at[known]]
    fresh = np.flatnonzero(~known)
    for first in range(0, len(fresh), _AT_ONCE):
        some = fresh[first : first + _AT_ONCE]
        pairs = np.stack([scope[right[some]], scope[left[some]]], axis=1)
        score[some] = scored(book, pairs, np.ones(len(some), bool))
        _keep(book, pairs, score[some])
    every = tuple(np.concatenate(both) for both in zip(compared, (left, right, score), strict=True))
    return (every[0], every[1], every[2]), np.unique(np.concatenate([left[fresh], right[fresh]]))


def _keep(book: Book, pairs: np.ndarray, score: np.ndarray) -> None:
    import pyarrow as pa

    columns = {"owner": pairs[:, 0].astype(np.int32), "other": pairs[:, 1].astype(np.int32), "score": score.astype(np.int16)}
    book.con.register("pairs", pa.table(columns))
    run(book.con, "facts/add_cluster_pairs")
