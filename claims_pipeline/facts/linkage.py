"""The compared pairs as the ledger keeps them: numbers for claims, their blocks, and each pair's score, once.

A run adds the new claims' pairs and looks again for the claims whose view back a new or a lost claim changes: those
that stand less than a window after it in one of its blocks. Everything else stays as it is, and what is kept is what
comparing everything anew would give.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from claims_pipeline.embeddings.reference import Reference
from claims_pipeline.facts import candidates
from claims_pipeline.facts.claimset import ClaimSet, hashes, load
from claims_pipeline.facts.likeness import one_core
from claims_pipeline.facts.model import Model
from claims_pipeline.warehouse import run

if TYPE_CHECKING:
    import duckdb

BATCH = 100_000  # claims entered and written at a time
_VIEW = 1_000_000  # claims that look back over one set: what they see may be the whole history, and is read once a view
_OWNERS = 50_000  # of those so many at a time
_PIECE = 50_000  # pairs scored at a time
_ROWS = 1_000_000  # compared pairs read at a time


@dataclass(frozen=True, slots=True)
class Book:
    """An open ledger and what its claims are compared by."""

    con: duckdb.DuckDBPyConnection
    vectors: str
    """Name of the embedding model."""
    known: Reference
    model: Model

    def words(self, ids: list[str]) -> ClaimSet:
        """The claims with these ids without vectors: all that keys are made of."""
        give(self.con, "in_scope", ids)
        return load(self.con, self.vectors, self.known, texts=False)

    def articles(self, ids: list[str]) -> ClaimSet:
        """The claims with these ids, and every other claim of their articles."""
        return articles_of(self.con, ids, self.vectors, self.known)


@dataclass(slots=True)
class Links:
    """The linked claims by number: component and place in the order of looking back."""

    component: np.ndarray
    """int64 of shape (numbers,), -1 where a number is free."""
    rank: np.ndarray
    """Place in that order, int64; free numbers stand last."""
    article: np.ndarray
    """The same number for claims of one article, uint64."""


@dataclass(slots=True)
class Seen:
    """What changed in the pairs of a run: (pairs, 2) numbers and their scores, added and lost alike."""

    pairs: list[np.ndarray] = field(default_factory=list)
    scores: list[np.ndarray] = field(default_factory=list)

    def note(self, pairs: np.ndarray, scores: np.ndarray) -> None:
        """Keep some."""
        self.pairs.append(pairs)
        self.scores.append(scores)

    def all(self) -> tuple[np.ndarray, np.ndarray]:
        """Everything noted."""
        return np.concatenate([np.zeros((0, 2), np.int64), *self.pairs]), np.concatenate([np.zeros(0, np.int32), *self.scores])


def links(con: duckdb.DuckDBPyConnection) -> Links:
    """Read them all; plain numbers, so a million take a second."""
    found = run(con, "facts/links").fetchnumpy()
    number = found["number"].astype(np.int64)
    size = int(number[-1]) + 1 if len(number) else 0
    component, rank = np.full(size, -1, np.int64), np.full(size, len(number), np.int64)
    component[number] = found["component"]
    rank[number[np.lexsort((number, found["tie"], found["moment"]))]] = np.arange(len(number))
    article = np.zeros(size, np.uint64)
    article[number] = found["tie"] >> np.uint64(24)
    return Links(component, rank, article)


def enter(book: Book, ids: list[str], first: int) -> np.ndarray:
    """Give new claims numbers from ``first`` on and write their keys; returns the numbers."""
    import pyarrow as pa

    for at in range(0, len(ids), BATCH):
        claims = book.words(ids[at : at + BATCH])
        number = first + at + np.arange(len(claims), dtype=np.int32)
        moment, tie = _moment(claims)
        book.con.register("links", pa.table({"claim_id": claims.table["claim_id"], "number": number, "moment": moment, "tie": tie}))
        run(book.con, "facts/add_links")
        claim, key = candidates.keys(claims)
        book.con.register("keys", pa.table({"key": key, "number": number[claim]}))
        run(book.con, "facts/add_keys")
    return np.arange(first, first + len(ids))


def compare(book: Book, new: np.ndarray, gone: np.ndarray, at_hand: Links, whole: bool) -> Seen:
    """Bring ``claim_pairs`` up to date; ``whole``: every claim is new."""
    con, seen = book.con, Seen()
    stale = np.zeros(0, np.int64)
    if whole:
        owners, blocks = new, _Blocks.read(con, "facts/all_blocks", at_hand)
    else:
        # an article read anew: its other claims stand beside claims that they did not stand beside before
        beside = np.flatnonzero(np.isin(at_hand.article, at_hand.article[np.concatenate([new, gone])]) & (at_hand.component >= 0))
        stale = np.setdiff1d(beside, np.concatenate([new, gone]))
        changed = np.concatenate([new, gone, stale])
        give_numbers(con, "asked", changed)
        owners = np.union1d(np.concatenate([new, stale]), _Blocks.read(con, "facts/blocks_of", at_hand).after(changed))
        owners = np.setdiff1d(owners, gone)
        _forget(con, gone)
        give_numbers(con, "asked", owners)
        blocks = _Blocks.read(con, "facts/blocks_of", at_hand)
    owners = owners[np.argsort(at_hand.rank[owners], kind="stable")]
    with one_core():
        for at in range(0, len(owners), _VIEW):
            some = owners[at : at + _VIEW]
            view = _View.of(book, blocks.number[blocks.before(some)], at_hand)
            for low in range(0, len(some), _OWNERS):
                _look_back(book, view, some[low : low + _OWNERS], blocks, seen, whole, stale)
    return seen


def claims_of(con: duckdb.DuckDBPyConnection, ids: list[str], vectors: str, known: Reference) -> ClaimSet:
    """The claims with these ids."""
    give(con, "in_scope", ids)
    return load(con, vectors, known)


def articles_of(con: duckdb.DuckDBPyConnection, ids: list[str], vectors: str, known: Reference) -> ClaimSet:
    """The claims with these ids, and every other claim of their articles: what a pair is weighed in the light of."""
    give(con, "in_scope", ids)
    return claims_of(con, [row[0] for row in run(con, "facts/siblings").fetchall()], vectors, known)


def give(con: duckdb.DuckDBPyConnection, name: str, ids: Iterable[str]) -> None:
    """Register claim ids as a table."""
    import pyarrow as pa

    con.register(name, pa.table({"claim_id": pa.array(list(ids), pa.string())}))


def give_numbers(con: duckdb.DuckDBPyConnection, name: str, numbers: np.ndarray) -> None:
    """Register claim numbers as a table."""
    import pyarrow as pa

    con.register(name, pa.table({"number": pa.array(numbers.astype(np.int32))}))


def names_of(con: duckdb.DuckDBPyConnection, numbers: np.ndarray) -> tuple[np.ndarray, list[str]]:
    """The numbers and the claim ids that they stand for."""
    give_numbers(con, "scope", numbers)
    found = run(con, "facts/ids_of").to_arrow_table()
    return found.column("number").to_numpy().astype(np.int64), found.column("claim_id").to_pylist()


@dataclass(slots=True)
class _Blocks:
    """Rows of blocks, sorted by key and then by rank."""

    key: np.ndarray
    number: np.ndarray
    start: np.ndarray
    """Where the block of each row begins."""

    @classmethod
    def read(cls, con: duckdb.DuckDBPyConnection, statement: str, at_hand: Links) -> _Blocks:
        found = run(con, statement).to_arrow_table()
        key, number = found.column("key").to_numpy(), found.column("number").to_numpy()
        order = np.lexsort((at_hand.rank[number], key))
        key, number = key[order], number[order]
        first = np.ones(len(key), bool)
        first[1:] = key[1:] != key[:-1]
        return cls(key, number, np.maximum.accumulate(np.where(first, np.arange(len(key)), 0)) if len(key) else np.zeros(0, np.int64))

    def after(self, changed: np.ndarray) -> np.ndarray:
        """Claims that look back at one of ``changed``: less than a window after it in one of its blocks."""
        row = np.flatnonzero(np.isin(self.number, changed))
        last = np.append(np.flatnonzero(np.diff(self.start)), len(self.start) - 1) if len(self.start) else np.zeros(0, int)
        end = last[np.searchsorted(last, row)] + 1
        return np.unique(self.number[self._between(row + 1, np.minimum(row + 1 + candidates.reach(self.key[row]), end))])

    def before(self, owners: np.ndarray) -> np.ndarray:
        """Rows that the owners look back at, and their own; a mask."""
        row = np.flatnonzero(np.isin(self.number, owners))
        return self._between(np.maximum(row - candidates.reach(self.key[row]), self.start[row]), row + 1)

    def _between(self, low: np.ndarray, high: np.ndarray) -> np.ndarray:
        step = np.zeros(len(self.key) + 1, np.int32)
        np.add.at(step, low, 1)
        np.add.at(step, high, -1)
        return np.cumsum(step[:-1]) > 0


def _moment(claims: ClaimSet) -> tuple[np.ndarray, np.ndarray]:
    """When and where each claim stands: microseconds, and article with place in it."""
    moment = np.array(claims.table["known_at"], "datetime64[us]").astype(np.int64)
    names = sorted((code, name or "") for name, code in claims.codes["article_id"].items() if code >= 0)
    article = hashes([name for _, name in names])[claims.article] if names else np.zeros(0, np.uint64)
    place = np.array(claims.table["start_char"], np.int64).clip(0, (1 << 23) - 1) + np.where(claims.title, 0, 1 << 23)
    return moment, (article & ~np.uint64(0xFFFFFF)) | place.astype(np.uint64)


def _forget(con: duckdb.DuckDBPyConnection, gone: np.ndarray) -> None:
    """Claims that are gone leave everything that is kept of them."""
    if not len(gone):
        return
    give_numbers(con, "gone", gone)
    give_numbers(con, "owners", gone)
    run(con, "facts/remove_pairs")
    run(con, "facts/remove_keys")
    run(con, "facts/remove_links")


@dataclass(slots=True)
class _View:
    """The claims that some owners look back at, and the owners."""

    here: np.ndarray
    """Their numbers in the order of looking back."""
    place: np.ndarray
    """Where each number stands in ``here``, int32."""
    claims: ClaimSet
    row: np.ndarray
    """Where each of ``here`` stands in ``claims``."""
    sketches: np.ndarray
    """In the order of ``here``."""

    @classmethod
    def of(cls, book: Book, numbers: np.ndarray, at_hand: Links) -> _View:
        here = np.flatnonzero(np.bincount(numbers, minlength=len(at_hand.rank)))
        here = here[np.argsort(at_hand.rank[here], kind="stable")]
        place = np.zeros(len(at_hand.rank), np.int32)
        place[here] = np.arange(len(here))
        named, ids = names_of(book.con, here)
        # with the claims beside them: nearly every claim in view is in some pair, and a pair is weighed beside its articles
        claims = book.articles(ids)
        at = dict(zip(claims.table["claim_id"], range(len(claims)), strict=True))
        row = np.zeros(len(here), np.int32)
        row[place[named]] = [at[ident] for ident in ids]
        return cls(here, place, claims, row, candidates.sketch(claims, row))

    def score(self, model: Model, left: np.ndarray, right: np.ndarray) -> np.ndarray:
        """Of pairs of places."""
        out = np.zeros(len(left), np.int32)
        kept = np.flatnonzero(~candidates.hopeless(self.sketches, self.claims.day[self.row], left, right))
        out[kept] = _in_pieces(partial(model.score, self.claims), self.row[left[kept]], self.row[right[kept]])
        return out


def _look_back(book: Book, view: _View, owners: np.ndarray, blocks: _Blocks, seen: Seen, whole: bool, stale: np.ndarray) -> None:
    """Find and score the pairs of some owners, and write those that changed."""
    inside = blocks.before(owners)
    owner = np.zeros(len(view.here), bool)
    owner[view.place[owners]] = True
    articles, langs = view.claims.article[view.row], view.claims.lang[view.row]
    left, right = candidates.pairs(view.sketches, articles, langs, view.place[blocks.number[inside]], blocks.key[inside], owner)
    found = np.stack([view.here[right], view.here[left]], axis=1)
    if whole:
        _add(book.con, found, view.score(book.model, left, right))
    else:
        _replace(book.con, owners, found, lambda some: view.score(book.model, left[some], right[some]), seen, stale)


def _in_pieces(of: Callable[[np.ndarray, np.ndarray], np.ndarray], left: np.ndarray, right: np.ndarray) -> np.ndarray:
    """A function of pairs, some thousands at a time on all cores: numpy and scipy let go of the interpreter."""
    count = max(1, len(left) // _PIECE)
    with ThreadPoolExecutor(len(os.sched_getaffinity(0))) as pool:
        return np.concatenate(list(pool.map(of, np.array_split(left, count), np.array_split(right, count))))


def _replace(
    con: duckdb.DuckDBPyConnection,
    owners: np.ndarray,
    found: np.ndarray,
    score: Callable[[np.ndarray], np.ndarray],
    seen: Seen,
    stale: np.ndarray,
) -> None:
    """Write the pairs of the owners whose pairs changed; those with a ``stale`` claim are scored again."""
    give_numbers(con, "owners", owners)
    old = run(con, "facts/pairs_of").fetchnumpy()
    was = old["owner"].astype(np.int64) << 32 | old["other"]
    order = np.argsort(was)
    was, kept = was[order], old["score"][order].astype(np.int32)
    now = found[:, 0] << 32 | found[:, 1]
    at = np.searchsorted(was, now)
    known = np.zeros(len(now), bool)
    known[at < len(was)] = was[at[at < len(was)]] == now[at < len(was)]
    again = known & np.isin(found, stale).any(axis=1)
    known &= ~again
    scores = np.empty(len(now), np.int32)
    scores[known] = kept[at[known]]
    scores[~known] = score(np.flatnonzero(~known))
    lost = ~np.isin(was, now[~again])
    seen.note(found[~known], scores[~known])
    seen.note(np.stack([was[lost] >> 32, was[lost] & 0xFFFFFFFF], axis=1), kept[lost])
    changed = np.unique(np.concatenate([found[~known, 0], was[lost] >> 32]))
    give_numbers(con, "owners", changed)
    run(con, "facts/remove_pairs")
    theirs = np.isin(found[:, 0], changed)
    _add(con, found[theirs], scores[theirs])


def _add(con: duckdb.DuckDBPyConnection, pairs: np.ndarray, score: np.ndarray) -> None:
    import pyarrow as pa

    columns = {"owner": pairs[:, 0].astype(np.int32), "other": pairs[:, 1].astype(np.int32), "score": score.astype(np.int16)}
    con.register("pairs", pa.table(columns))
    run(con, "facts/add_pairs")


def pairs_inside(con: duckdb.DuckDBPyConnection, scope: np.ndarray, least: int) -> Iterator[tuple[np.ndarray, np.ndarray, np.ndarray]]:
    """Owner, other (int32) and score (int16) of the compared pairs of ``least`` or more whose claims are all in ``scope``, piece by piece.

    To be read to its end before the connection is asked anything else.
    """
    give_numbers(con, "scope", scope)
    for piece in run(con, "facts/pairs_inside", least=least).to_arrow_reader(_ROWS):
        yield piece.column("owner").to_numpy(), piece.column("other").to_numpy(), piece.column("score").to_numpy()
