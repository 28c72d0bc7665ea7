"""What the sparse rows of two claims share: names by their weights, words by theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from claims_pipeline.facts.claimset import ClaimSet


def shared_words(rows: Any, weight: np.ndarray, asked: np.ndarray, i: np.ndarray, j: np.ndarray) -> np.ndarray:
    """Sum of the weights of the words that rows i and j share; 0 where not ``asked``."""
    out = np.zeros(len(i), np.float32)
    at = np.flatnonzero(asked & has_any(rows, i) & has_any(rows, j))
    out[at] = np.asarray(rows[i[at]].multiply(rows[j[at]]) @ weight).ravel()
    return out


def common(a: Any, b: Any, i: np.ndarray, j: np.ndarray) -> np.ndarray:
    """Sum over the names that row i of ``a`` and row j of ``b`` share of the products of their entries."""
    out = np.zeros(len(i), np.float32)
    at = np.flatnonzero(has_any(a, i) & has_any(b, j))
    both = a[i[at]].multiply(b[j[at]])
    some = np.flatnonzero(np.diff(both.indptr))
    out[at[some]] = np.add.reduceat(both.data, both.indptr[some]) if len(some) else 0
    return out


def of_articles(c: ClaimSet, a: Any, b: Any, i: np.ndarray, j: np.ndarray) -> np.ndarray:
    """As :func:`common` for rows of the claims' articles: each two articles once, however many pairs lie between them."""
    found, pair = np.unique(c.topic[i].astype(np.int64) << 32 | c.topic[j], return_inverse=True)
    return common(a, b, found >> 32, found & 0xFFFFFFFF)[pair]


def has_any(rows: Any, at: np.ndarray) -> np.ndarray:
    """Whether the rows at ``at`` have an entry; of a million rows a few thousand are asked for at a time."""
    return np.asarray(rows.indptr[at + 1] > rows.indptr[at])
