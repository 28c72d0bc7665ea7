"""What stands beside a claim in its own article: another claim there may be the better answer to the other's question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from claims_pipeline.facts.claimset import once, ragged
from claims_pipeline.facts.each import figure, vague
from claims_pipeline.facts.numbers import SMALL

if TYPE_CHECKING:
    from claims_pipeline.facts.claimset import ClaimSet
    from claims_pipeline.facts.likeness import Likeness

_NONE = -1.0


def rivals(like: Likeness) -> dict[str, Any]:
    """Columns ``rival``, ``rival_least``, ``number_elsewhere``, ``rival_equal`` and ``answers`` of pairs of claims, float32.

    ``rival``: by how much (in wording and counted thing, the sum of two cosines) the best other claim of one article,
    with another number and of the same family, is more like the claim of the other article than its partner is; the
    larger of the two directions, ``rival_least`` the smaller. "3 killed and 264 injured" against "264 hurt": the 3 has
    a rival. ``number_elsewhere``: in how many directions such a sibling holds the very number. ``rival_equal``: as
    ``rival``, among the siblings that hold the very number, a small one too: "four civilians hit" is not the "three
    dead" of an article that goes on "and four wounded". ``answers``: how many other figures of its kind stand beside the
    claim that has more of them, as log(1 + n): among thirty figures of one kind the like one is seldom the same. Zero
    in one article.
    """
    c, a, b = like.claims, like.away, like.home
    apart = c.article[a] != c.article[b]
    out = np.zeros((5, len(a)), np.float32)
    out[:2, apart] = out[3] = _NONE
    beside = _siblings(c)
    out[4, apart] = np.log1p(np.maximum(beside.count[a], beside.count[b]))[apart]
    asked = np.flatnonzero(apart & (beside.count[a] + beside.count[b] > 0))
    like, a, b = like.of_rows(asked), a[asked], b[asked]
    own = like.between(np.arange(len(asked)), a, b)
    pair, sibling = beside.each(b)
    one, held, equal = _best(c, a, pair, sibling, like.between(pair, a[pair], sibling))
    pair, sibling = beside.each(a)
    two, holds, equals = _best(c, b, pair, sibling, like.between(pair, sibling, b[pair]))
    one, two, equal = (np.maximum(best - own, _NONE) for best in (one, two, np.maximum(equal, equals)))
    out[:4, asked] = np.maximum(one, two), np.minimum(one, two), held + holds, equal
    return dict(zip(("rival", "rival_least", "number_elsewhere", "rival_equal", "answers"), out, strict=True))


def _best(
    c: ClaimSet, own: np.ndarray, pair: np.ndarray, sibling: np.ndarray, like: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """For each claim of ``own`` the highest likeness among the siblings of its partner, 1.0 where one holds its number, and
    the highest likeness of those that do."""
    number = figure(c)
    best, held, equal = np.full(len(own), -np.inf), np.zeros(len(own)), np.full(len(own), -np.inf)
    first = np.flatnonzero(np.diff(pair, prepend=-1))
    if len(first):
        best[pair[first]] = np.maximum.reduceat(like, first)
        # a number that is shared by chance says nothing
        hundreds = vague(c)  # "hundreds" and "hundreds" share no number
        same = (number[own[pair]] == number[sibling]) & ~hundreds[sibling]
        held[pair[same & (number[sibling] > SMALL)]] = 1
        np.maximum.at(equal, pair[same], like[same])
    return best, held, equal


@dataclass(frozen=True, slots=True)
class _Siblings:
    """For each claim those of its article that have another number and the same family."""

    start: np.ndarray
    count: np.ndarray
    claim: np.ndarray

    def each(self, claims: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Place in ``claims`` and sibling, in the order of ``claims``."""
        place, at = ragged(self.start[claims], self.count[claims])
        return place, self.claim[at]


def _echoes(c: ClaimSet, a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """A headline's "hundreds killed" over "384 killed" is its echo and no rival: one is vague and holds the other."""
    unsure = vague(c)
    known = c.attribute != c.codes["attribute"].get("other", -2)
    holds = (np.nan_to_num(c.low[a], nan=-np.inf) <= np.nan_to_num(c.high[b], nan=np.inf)) & (
        np.nan_to_num(c.low[b], nan=-np.inf) <= np.nan_to_num(c.high[a], nan=np.inf)
    )
    return (unsure[a] | unsure[b]) & holds & known[a] & (c.attribute[a] == c.attribute[b])


@once
def _siblings(c: ClaimSet) -> _Siblings:
    order, number = np.argsort(c.article, kind="stable"), figure(c)
    start = np.searchsorted(c.article[order], np.arange(int(c.article.max(initial=-1)) + 2))
    claim, at = ragged(start[c.article], np.diff(start)[c.article])
    other = order[at]
    kept = (other != claim) & (number[other] != number[claim]) & (c.family[other] == c.family[claim])
    kept &= ~_echoes(c, claim, other)
    count = np.bincount(claim[kept], minlength=len(c))
    return _Siblings(np.cumsum(count) - count, count, other[kept])
