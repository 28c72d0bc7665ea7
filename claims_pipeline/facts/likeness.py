"""Cosines between the texts of claims: of each pair by itself, and for the claims of two articles at once.

Every pair asks for three of them (wording, counted thing, article), and most pairs end there. The others ask for each
wording with the other's article, and for those of one claim with the siblings of the other; the pairs of one article ask
for the same ones many times over: so the texts of an article are multiplied with those of all the articles that it is
held against, and each is read once, not once a pair.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from claims_pipeline.facts.claimset import GRAIN, Texts, once, ragged

if TYPE_CHECKING:
    from claims_pipeline.facts.claimset import ClaimSet

_PAIRS = 50_000  # pairs at a time
_ROWS = 256  # pairs whose vectors are widened at a time: they stay in the core's own cache
_CELLS = 16_000_000  # products at a time, 64 MB: an article of a thousand figures has a million with another one


@dataclass(frozen=True, slots=True)
class Likeness:
    """Of pairs of claims. What is found does not depend on the pairs that are asked for together."""

    claims: ClaimSet
    away: np.ndarray
    """The claims on the left, int of shape (pairs,)."""
    home: np.ndarray
    """Those on the right."""
    block: np.ndarray
    """Which two articles each pair lies between."""
    said: _Products
    """Of wordings and articles."""
    counted: _Products
    """Of counted things."""

    @classmethod
    def of(cls, c: ClaimSet, left: np.ndarray, right: np.ndarray) -> Likeness:
        """Multiply the texts of the pairs' articles; see :func:`pieces` for how many at once."""
        articles = c.article[right].astype(np.int64) << 32 | c.article[left]
        found, block = np.unique(articles, return_inverse=True)
        ends = found & 0xFFFFFFFF, found >> 32
        return cls(c, left, right, block, _Products.of(_said(c), *ends), _Products.of(_counted(c), *ends))

    def of_rows(self, rows: np.ndarray) -> Likeness:
        """Some of the pairs."""
        return replace(self, away=self.away[rows], home=self.home[rows], block=self.block[rows])

    def across(self) -> tuple[np.ndarray, np.ndarray]:
        """Of the left claim's clause and the right one's article, and the other way round; float32."""
        return self._said(0, 1), self._said(1, 0)

    def between(self, pair: np.ndarray, away: np.ndarray, home: np.ndarray) -> np.ndarray:
        """Sum of the cosines of wording and counted thing of any claims of the articles of pair number ``pair``; float64."""
        block, total = self.block[pair], np.zeros(len(pair))
        for products in (self.said, self.counted):
            place = products.texts.place[0]
            total += products.at(block, place[away], place[home])
        return total

    def _said(self, left: int, right: int) -> np.ndarray:
        place = self.said.texts.place
        return self.said.at(self.block, place[left][self.away], place[right][self.home]).astype(np.float32)


def cosines(texts: Texts, left: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Of the texts of each two claims, float32 of shape (pairs,)."""
    row, out = texts.placed(), np.empty(len(left), np.float32)
    for at in range(0, len(left), _ROWS):
        ends = (texts.store.take(row[claims[at : at + _ROWS]], axis=0).astype(np.float32) for claims in (left, right))
        out[at : at + _ROWS] = np.einsum("ij,ij->i", *ends)
    return (out / np.float64(GRAIN**2)).astype(np.float32)


def one_core() -> AbstractContextManager[Any]:
    """While it lasts, a product of matrices keeps to one core: shared out, these small ones cost ten times as much.

    To be entered before the work is given to threads, and not by them.
    """
    limit: AbstractContextManager[Any] = _controller().limit(limits=1, user_api="blas")
    return limit


@cache
def _controller() -> Any:
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()


def pieces(c: ClaimSet, left: np.ndarray, right: np.ndarray) -> Iterator[slice]:
    """Slices of pairs whose products fit into memory; pairs that are sorted by their right claim share the most."""
    size = _said(c).size
    cells = np.cumsum(size[c.article[left]] * size[c.article[right]])
    at = 0
    while at < len(left):
        before = cells[at - 1] if at else 0
        end = min(at + _PAIRS, max(at + 1, int(np.searchsorted(cells, before + _CELLS, side="right"))))
        yield slice(at, end)
        at = end


@dataclass(frozen=True, slots=True)
class _Bundle:
    """The different texts of each article, one article after another."""

    store: np.ndarray
    """See :class:`claims_pipeline.facts.claimset.Texts`."""
    start: np.ndarray
    """Where the texts of an article begin."""
    size: np.ndarray
    """How many it has."""
    row: np.ndarray
    """Row of each text in ``store``."""
    place: tuple[np.ndarray, ...]
    """Each claim's place among the texts of its article, one array a kind."""

    @classmethod
    def of(cls, c: ClaimSet, *kinds: Texts) -> _Bundle:
        texts = np.concatenate([c.article.astype(np.int64) << 32 | kind.placed() for kind in kinds])
        found, place = np.unique(texts, return_inverse=True)
        size = np.bincount(found >> 32, minlength=int(c.article.max(initial=-1)) + 1)
        start = np.cumsum(size) - size
        own = tuple(part - start[c.article] for part in np.split(place, len(kinds)))
        return cls(kinds[0].store, start, size, found & 0xFFFFFFFF, own)

    def vectors(self, texts: np.ndarray) -> np.ndarray:
        """In float32, where sums of their products are exact."""
        return self.store.take(self.row[texts], axis=0).astype(np.float32)


@once
def _said(c: ClaimSet) -> _Bundle:
    return _Bundle.of(c, c.focus, c.context)


@once
def _counted(c: ClaimSet) -> _Bundle:
    return _Bundle.of(c, c.noun_text)


@dataclass(frozen=True, slots=True)
class _Products:
    """For each two articles the products of all their texts."""

    texts: _Bundle
    first: np.ndarray
    """Where the products of two articles begin in ``cells``."""
    width: np.ndarray
    """Cells from one text of the away article to the next."""
    cells: np.ndarray

    @classmethod
    def of(cls, texts: _Bundle, away: np.ndarray, home: np.ndarray) -> _Products:
        """Of articles; ``home`` sorted."""
        many, width = texts.size[away], texts.size[home]
        begin = np.cumsum(many * width) - many * width
        cells = np.empty(int((many * width).sum()), np.float32)
        columns, ends = ragged(texts.start[away], many)[1], np.cumsum(many)
        edges = np.flatnonzero(np.diff(home, prepend=-1, append=-1))
        for low, high in pairwise(edges.tolist()):
            own = np.arange(texts.start[home[low]], texts.start[home[low]] + width[low])
            others = columns[ends[low] - many[low] : ends[high - 1]]
            out = cells[begin[low] : begin[low] + len(others) * len(own)].reshape(len(others), len(own))
            # the many on the left: so it takes two thirds of the time
            np.matmul(texts.vectors(others), texts.vectors(own).T, out=out)
        return cls(texts, begin, width, cells)

    def at(self, block: np.ndarray, away: np.ndarray, home: np.ndarray) -> np.ndarray:
        """Of places in the two articles of each block, float64."""
        return self.cells[self.first[block] + away * self.width[block] + home] / np.float64(GRAIN**2)
