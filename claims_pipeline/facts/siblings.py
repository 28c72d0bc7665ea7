"""What stands beside a claim in its own article: another claim there may be the better answer to the other's question.

The likeness of two claims is the sum of two cosines. All that a pair needs are those of one claim with the siblings of
the other, and the pairs of one article ask for many: so the claims of an article are multiplied with those of all the
articles that it is held against at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from claims_pipeline.facts.claimset import once, ragged

if TYPE_CHECKING:
    from claims_pipeline.facts.claimset import ClaimSet

_SMALL = 12  # a number up to this is shared by chance
_NONE = -1.0
_CELLS = 4_000_000  # likenesses held at a time


def rivals(c: ClaimSet, i: np.ndarray, j: np.ndarray) -> dict[str, Any]:
    """Columns ``rival``, ``rival_least`` and ``number_elsewhere`` of pairs of claims, float32.

    ``rival``: by how much the best other claim of one article, with another number and of the same family, is more
    like the claim of the other article than its partner is; the larger of the two directions, ``rival_least`` the
    smaller. "3 killed and 264 injured" against "264 hurt": the 3 has a rival. ``number_elsewhere``: in how many
    directions such a sibling holds the very number. Zero in one article.
    """
    out = np.zeros((len(i), 3), np.float32)
    apart = np.flatnonzero(c.article[i] != c.article[j])
    out[apart, :2] = _NONE
    beside = _siblings(c)
    apart = apart[beside.count[i[apart]] + beside.count[j[apart]] > 0]
    for rows in _pieces(c, apart[np.argsort(c.article[j[apart]], kind="stable")], i, j):
        a, b = i[rows], j[rows]
        like = _Likeness.of(c, a, b)
        pair, sibling = beside.each(b)
        one, held = _best(c, a, pair, sibling, like.at(a[pair], sibling))
        pair, sibling = beside.each(a)
        two, holds = _best(c, b, pair, sibling, like.at(sibling, b[pair]))
        own = like.at(a, b)
        one, two = (np.maximum(best - own, _NONE) for best in (one, two))
        out[rows] = np.stack([np.maximum(one, two), np.minimum(one, two), held + holds], axis=1)
    return {"rival": out[:, 0], "rival_least": out[:, 1], "number_elsewhere": out[:, 2]}


def _best(c: ClaimSet, own: np.ndarray, pair: np.ndarray, sibling: np.ndarray, like: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """For each claim of ``own`` the highest likeness among the siblings of its partner, and 1.0 where one holds its number."""
    number = _numbers(c)
    best, held = np.full(len(own), -np.inf), np.zeros(len(own))
    first = np.flatnonzero(np.diff(pair, prepend=-1))
    if len(first):
        best[pair[first]] = np.maximum.reduceat(like, first)
        # a number that is shared by chance says nothing
        held[pair[(number[own[pair]] == number[sibling]) & (number[sibling] > _SMALL)]] = 1
    return best, held


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


@once
def _siblings(c: ClaimSet) -> _Siblings:
    number, (order, start, _) = _numbers(c), _articles(c)
    claim, at = ragged(start[c.article], np.diff(start)[c.article])
    other = order[at]
    kept = (other != claim) & (number[other] != number[claim]) & (c.family[other] == c.family[claim])
    count = np.bincount(claim[kept], minlength=len(c))
    return _Siblings(np.cumsum(count) - count, count, other[kept])


@once
def _articles(c: ClaimSet) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Claims sorted by article, where each article begins among them, and each claim's place in its own."""
    order = np.argsort(c.article, kind="stable")
    start = np.searchsorted(c.article[order], np.arange(int(c.article.max(initial=-1)) + 2))
    within = np.empty(len(c), np.int64)
    within[order] = np.arange(len(c)) - start[c.article[order]]
    return order, start, within


@once
def _numbers(c: ClaimSet) -> np.ndarray:
    return np.where(np.isnan(c.low), c.high, c.low)


def _pieces(c: ClaimSet, rows: np.ndarray, i: np.ndarray, j: np.ndarray) -> Iterator[np.ndarray]:
    """Rows sorted by the article of j, in pieces that hold whole articles and ask for some millions of likenesses."""
    if not len(rows):
        return
    size = np.diff(_articles(c)[1])
    home = c.article[j[rows]]
    cells = np.cumsum(size[home] * size[c.article[i[rows]]]) // _CELLS
    ends = np.flatnonzero(np.diff(home)) + 1
    yield from np.split(rows, ends[np.diff(cells[ends - 1], append=cells[-1]) > 0] if len(ends) else ends)


@dataclass(frozen=True, slots=True)
class _Likeness:
    """Likenesses of the claims of two articles, for each two articles that stand against each other in a pair."""

    articles: tuple[np.ndarray, np.ndarray, np.ndarray]
    article: np.ndarray
    block: np.ndarray
    """Sorted codes of the two articles."""
    first: np.ndarray
    """Where the block begins in ``cells``."""
    width: np.ndarray
    """Cells a row of the block."""
    cells: np.ndarray

    @classmethod
    def of(cls, c: ClaimSet, away: np.ndarray, home: np.ndarray) -> _Likeness:
        """Of pairs of claims (away, home)."""
        order, start, _ = articles = _articles(c)
        block = np.unique(c.article[home].astype(np.int64) << 32 | c.article[away])
        homes, aways = block >> 32, block & 0xFFFFFFFF
        wide = start[aways + 1] - start[aways]
        edges = np.flatnonzero(np.diff(homes, prepend=-1, append=-1))
        column = np.cumsum(wide) - wide
        sizes = np.add.reduceat(wide, edges[:-1])
        high = start[homes + 1] - start[homes]
        group = np.repeat(np.arange(len(sizes)), np.diff(edges))
        cells = sizes * high[edges[:-1]]
        begin = np.cumsum(cells) - cells
        out = np.empty(int(cells.sum()))
        columns = order[ragged(start[aways], wide)[1]]
        for at, low, width in zip(edges[:-1].tolist(), begin.tolist(), sizes.tolist(), strict=True):
            rows = order[start[homes[at]] : start[homes[at] + 1]]
            some = columns[column[at] : column[at] + width]
            np.matmul(_both(c, rows), _both(c, some).T, out=out[low : low + len(rows) * width].reshape(len(rows), width))
        return cls(articles, c.article, block, begin[group] + column - column[edges[:-1]][group], sizes[group], out)

    def at(self, away: np.ndarray, home: np.ndarray) -> np.ndarray:
        """Likeness of claims, float64."""
        within = self.articles[2]
        block = np.searchsorted(self.block, self.article[home].astype(np.int64) << 32 | self.article[away])
        return np.asarray(self.cells[self.first[block] + within[home] * self.width[block] + within[away]])


def _both(c: ClaimSet, claims: np.ndarray) -> np.ndarray:
    """Vectors of wording and counted thing side by side, in float64: sums of their products are exact in any order."""
    return np.concatenate([text.vectors[text.row[claims]] for text in (c.focus, c.noun_text)], axis=1, dtype=np.float64)
