"""What stands beside a claim in its own article: another claim there may be the better answer to the other's question."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from claims_pipeline.facts.claimset import ClaimSet

_SMALL = 12  # a number up to this is shared by chance
_NONE = -1.0


def rivals(c: ClaimSet, i: np.ndarray, j: np.ndarray) -> dict[str, Any]:
    """Columns ``rival``, ``rival_least`` and ``number_elsewhere`` of pairs of claims, float32.

    ``rival``: by how much (in wording and counted thing, the sum of two cosines) the best other claim of one article,
    with another number and of the same family, is more like the claim of the other article than its partner is; the
    larger of the two directions, ``rival_least`` the smaller. "3 killed and 264 injured" against "264 hurt": the 3 has
    a rival. ``number_elsewhere``: in how many directions such a sibling holds the very number. Zero in one article.
    """
    number = np.where(np.isnan(c.low), c.high, c.low)
    order = np.argsort(c.article, kind="stable")
    start = np.searchsorted(c.article[order], np.arange(int(c.article.max(initial=-1)) + 2))
    within = np.empty(len(c), np.int64)
    within[order] = np.arange(len(c)) - start[c.article[order]]
    out = np.zeros((len(i), 3), np.float32)
    apart = np.flatnonzero(c.article[i] != c.article[j])
    low, high = np.minimum(c.article[i], c.article[j])[apart], np.maximum(c.article[i], c.article[j])[apart]
    sort = np.lexsort((high, low))
    apart, low, high = apart[sort], low[sort], high[sort]
    changes = (low[1:] != low[:-1]) | (high[1:] != high[:-1])
    ends: list[int] = [*(np.flatnonzero(changes) + 1).tolist(), len(apart)] if len(apart) else []
    barred: dict[int, tuple[np.ndarray, np.ndarray]] = {}
    at = 0
    for end in ends:
        a, b = int(low[at]), int(high[at])
        rows = apart[at:end]
        at = end
        one, two = order[start[a] : start[a + 1]], order[start[b] : start[b + 1]]
        likeness = _products(c, one, two)
        for article, claims in ((a, one), (b, two)):
            if article not in barred:
                barred[article] = _others(c, claims, number)
        x = within[np.where(c.article[i[rows]] == a, i[rows], j[rows])]
        y = within[np.where(c.article[i[rows]] == a, j[rows], i[rows])]
        own = likeness[x, y]
        forward = (likeness[x] + barred[b][0][y]).max(axis=1) - own
        backward = (likeness.T[y] + barred[a][0][x]).max(axis=1) - own
        forward, backward = np.maximum(forward, _NONE), np.maximum(backward, _NONE)
        held = _held(number[one[x]], number[two], barred[b][1][y]).astype(int) + _held(number[two[y]], number[one], barred[a][1][x])
        out[rows] = np.stack([np.maximum(forward, backward), np.minimum(forward, backward), held], axis=1)
    return {"rival": out[:, 0], "rival_least": out[:, 1], "number_elsewhere": out[:, 2]}


def _products(c: ClaimSet, one: np.ndarray, two: np.ndarray) -> np.ndarray:
    focus, noun = c.focus, c.noun_text
    return np.asarray(
        focus.vectors[focus.row[one]] @ focus.vectors[focus.row[two]].T + noun.vectors[noun.row[one]] @ noun.vectors[noun.row[two]].T
    )


def _others(c: ClaimSet, claims: np.ndarray, number: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """For each claim of an article, which of its siblings count: 0 or a large negative number to add, and as booleans."""
    differs = (number[claims][:, None] != number[claims][None]) & (c.family[claims][:, None] == c.family[claims][None])
    np.fill_diagonal(differs, False)
    return np.where(differs, np.float32(0), np.float32(-1e3)), differs


def _held(own: np.ndarray, theirs: np.ndarray, counts: np.ndarray) -> np.ndarray:
    """A sibling of the partner holds the claim's very number, and one that is not shared by chance."""
    return ((own[:, None] == theirs[None]) & counts).any(axis=1) & (own > _SMALL)
