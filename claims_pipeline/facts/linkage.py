"""The compared pairs as the ledger keeps them: numbers for claims, their blocks, and each pair's score, once.

A run adds the new claims' pairs and looks again for the claims whose view back a new or a lost claim changes: those
that stand less than a window after it in one of its blocks. Everything else stays as it is, and what is kept is what
comparing everything anew would give.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np

from claims_pipeline.embeddings.reference import Reference
from claims_pipeline.facts import candidates
from claims_pipeline.facts.blocks import Blocks
from claims_pipeline.facts.claimset import ClaimSet, hashes, load, moments
from claims_pipeline.facts.model import Model
from claims_pipeline.facts.room import shed
from claims_pipeline.facts.sketches import Sketches
from claims_pipeline.facts.workers import ahead, portions
from claims_pipeline.warehouse import run

if TYPE_CHECKING:
    import duckdb

BATCH = 100_000  # claims entered and written at a time
AT_HAND = 1_000_000  # claims that a run from nothing reads once, and holds until their facts are written
_OWNERS = 50_000  # claims that look back whose pairs are held at a time
_PIECE = 50_000  # pairs scored at a time
_SHED = 8  # pieces of pairs written until DuckDB lets go of them
_ROWS = 1_000_000  # compared pairs read at a time


@dataclass(slots=True)
class Book:
    """An open ledger and what its claims are compared by."""

    con: duckdb.DuckDBPyConnection
    vectors: str
    """Name of the embedding model."""
    known: Reference
    model: Model
    everyone: ClaimSet | None = None
    """All claims of the ledger, once they are at hand."""
    sketches: Sketches | None = None
    """Theirs, until all are compared."""

    def claims(self, ids: Any) -> ClaimSet:
        """The claims with these ids (an Arrow array, or any number of strings)."""
        return claims_of(self.con, ids, self.vectors, self.known)

    def articles(self, ids: Any) -> ClaimSet:
        """The claims with these ids, and every other claim of their articles."""
        return self.everyone or articles_of(self.con, ids, self.vectors, self.known)


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


def enter(book: Book, ids: Any, first: int, whole: bool) -> np.ndarray:
    """Give new claims numbers from ``first`` on, and write their keys and sketches; returns the numbers.

    ``ids``: an Arrow array; ``whole``: they are all claims of the ledger.
    """
    import pyarrow as pa

    hold = whole and len(ids) <= AT_HAND
    batch = AT_HAND if hold else BATCH
    for at in range(0, len(ids), batch):
        claims = book.claims(ids[at : at + batch])
        if hold:
            shed(book.con)
        moment, tie = _moment(claims)
        # numbered in the order of looking back, the claims of one time stand together in the tables
        order = np.lexsort((tie, moment))
        number = np.empty(len(claims), np.int32)
        number[order] = first + at + np.arange(len(claims), dtype=np.int32)
        links = {"claim_id": claims.table.array("claim_id"), "number": number, "moment": moment, "tie": tie}
        book.con.register("links", pa.table(links))
        run(book.con, "facts/add_links")
        jobs: list[Callable[[], Any]] = [
            partial(candidates.keys, claims),
            partial(Sketches.made, claims, order, number[order], first + len(ids)),
        ]
        (claim, key), sketches = ahead(lambda job: job(), jobs)
        book.con.register("keys", pa.table({"key": key, "number": number[claim]}))
        run(book.con, "facts/add_keys")
        del claim, key
        if hold:  # they are written when they are compared
            book.everyone, book.sketches = claims, sketches
        else:
            sketches.write(book.con, [name for name in claims.codes["lang"] if name is not None])
    return np.arange(first, first + len(ids))


def compare(book: Book, new: np.ndarray, gone: np.ndarray, at_hand: Links, whole: bool) -> Seen:
    """Bring ``claim_pairs`` up to date; ``whole``: every claim is new."""
    con, seen = book.con, Seen()
    stale = np.zeros(0, np.int64)
    if whole:
        owners, blocks = new, Blocks.read(con, "facts/all_blocks", at_hand.rank)
    else:
        # an article read anew: its other claims stand beside claims that they did not stand beside before
        beside = np.flatnonzero(np.isin(at_hand.article, at_hand.article[np.concatenate([new, gone])]) & (at_hand.component >= 0))
        stale = np.setdiff1d(beside, np.concatenate([new, gone]))
        changed = np.concatenate([new, gone, stale])
        give_numbers(con, "asked", changed)
        owners = np.union1d(np.concatenate([new, stale]), Blocks.read(con, "facts/blocks_of", at_hand.rank).after(changed))
        owners = np.setdiff1d(owners, gone)
        _forget(con, gone)
        give_numbers(con, "owners", changed)
        run(con, "facts/remove_cluster_pairs")
        give_numbers(con, "asked", owners)
        blocks = Blocks.read(con, "facts/blocks_of", at_hand.rank)
    owners = owners[np.argsort(at_hand.rank[owners], kind="stable")]
    if book.everyone is not None and book.sketches is not None:
        _all_at_once(con, book.everyone, book.sketches, book.model, blocks, owners)
        book.sketches = None
        return seen
    for at in range(0, len(owners), _OWNERS):
        some = owners[at : at + _OWNERS]
        found, telling = _found(con, blocks, some, at_hand)
        if whole:
            _add(con, found[:, 0], found[:, 1], scored(book, found, telling))
        else:
            _replace(book, some[np.isin(some, new, invert=True)], found, telling, seen, stale)
    return seen


def claims_of(con: duckdb.DuckDBPyConnection, ids: Any, vectors: str, known: Reference) -> ClaimSet:
    """The claims with these ids."""
    give(con, "in_scope", ids)
    return load(con, vectors, known)


def articles_of(con: duckdb.DuckDBPyConnection, ids: Any, vectors: str, known: Reference) -> ClaimSet:
    """The claims with these ids, and every other claim of their articles: what a pair is weighed in the light of."""
    give(con, "in_scope", ids)
    return claims_of(con, run(con, "facts/siblings").to_arrow_table().column("claim_id"), vectors, known)


def give(con: duckdb.DuckDBPyConnection, name: str, ids: Any) -> None:
    """Register claim ids (an Arrow array, or any number of strings) as a table."""
    import pyarrow as pa

    column = ids if isinstance(ids, (pa.Array, pa.ChunkedArray)) else pa.array(list(ids), pa.string())
    con.register(name, pa.table({"claim_id": column}))


def give_numbers(con: duckdb.DuckDBPyConnection, name: str, numbers: np.ndarray) -> None:
    """Register claim numbers as a table."""
    import pyarrow as pa

    con.register(name, pa.table({"number": pa.array(numbers.astype(np.int32))}))


def names_of(con: duckdb.DuckDBPyConnection, numbers: np.ndarray) -> Any:
    """The claim ids that the numbers stand for, each number once, as an Arrow array."""
    import pyarrow.compute as pc

    give_numbers(con, "scope", numbers)
    found = run(con, "facts/ids_of").to_arrow_table()
    at = np.empty(len(found), np.int64)
    at[np.argsort(numbers, kind="stable")] = np.argsort(found.column("number").to_numpy(), kind="stable")
    return pc.take(found.column("claim_id"), at).combine_chunks()


def _moment(claims: ClaimSet) -> tuple[np.ndarray, np.ndarray]:
    """When and where each claim stands: microseconds, and article with place in it."""
    moment = moments(claims.table)
    names = sorted((code, name or "") for name, code in claims.codes["article_id"].items() if code >= 0)
    article = hashes([name for _, name in names])[claims.article] if names else np.zeros(0, np.uint64)
    place = claims.table.numbers("start_char").astype(np.int64).clip(0, (1 << 23) - 1) + np.where(claims.title, 0, 1 << 23)
    return moment, (article & ~np.uint64(0xFFFFFF)) | place.astype(np.uint64)


def _forget(con: duckdb.DuckDBPyConnection, gone: np.ndarray) -> None:
    """Claims that are gone leave everything that is kept of them."""
    if not len(gone):
        return
    give_numbers(con, "gone", gone)
    give_numbers(con, "owners", gone)
    run(con, "facts/remove_pairs")
    run(con, "facts/remove_keys")
    run(con, "facts/remove_sketches")
    run(con, "facts/remove_links")


def _all_at_once(
    con: duckdb.DuckDBPyConnection, claims: ClaimSet, sketches: Sketches, model: Model, blocks: Blocks, owners: np.ndarray
) -> None:
    """Pairs and scores of all claims, some thousands of owners a core; the sketches are written while the first are found."""
    row = claims.table.places("claim_id", names_of(con, sketches.number))
    blocks.indexed()

    def pairs(some: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        left, right, telling = sketches.pairs(blocks, some)
        score = np.zeros(len(left), np.int16)
        score[telling] = model.score(claims, row[left[telling]], row[right[telling]])
        return sketches.number[right], sketches.number[left], score

    def written() -> None:
        sketches.write(con, [name for name in claims.codes["lang"] if name is not None])
        shed(con)

    for piece, found in enumerate(ahead(pairs, portions(owners, _OWNERS // 4), written), start=1):
        _add(con, *found)
        if piece % _SHED == 0:
            shed(con)


def _found(con: duckdb.DuckDBPyConnection, blocks: Blocks, owners: np.ndarray, at_hand: Links) -> tuple[np.ndarray, np.ndarray]:
    """Pairs (owner, other) of what each owner is compared with, and which of them are worth weighing."""
    seen = np.unique(blocks.number[blocks.before(owners)]).astype(np.int64)
    sketches = Sketches.read(con, seen, at_hand.rank, at_hand.article)
    parts = list(ahead(partial(sketches.pairs, blocks), portions(owners, _OWNERS // 4)))
    left, right, telling = (np.concatenate(part) for part in zip(*parts, strict=True))
    return np.stack([sketches.number[right], sketches.number[left]], axis=1), telling


def scored(book: Book, pairs: np.ndarray, telling: np.ndarray) -> np.ndarray:
    """Scores of pairs of numbers; those worth weighing are weighed beside the other claims of their articles."""
    out = np.zeros(len(pairs), np.int32)
    if not telling.any():
        return out
    numbers, ends = np.unique(pairs[telling], return_inverse=True)
    ids = names_of(book.con, numbers)
    claims = book.articles(ids)
    row = claims.table.places("claim_id", ids)[ends.reshape(-1, 2)]
    pieces = (slice(at, at + _PIECE) for at in range(0, len(row), _PIECE))
    score = ahead(lambda some: book.model.score(claims, row[some, 1], row[some, 0]), pieces)
    out[telling] = np.concatenate(list(score))
    return out


def _replace(book: Book, had: np.ndarray, found: np.ndarray, telling: np.ndarray, seen: Seen, stale: np.ndarray) -> None:
    """Write the pairs of the owners whose pairs changed; those with a ``stale`` claim are scored again.

    ``had``: the owners that may have pairs from earlier runs.
    """
    con = book.con
    give_numbers(con, "owners", had)
    old = run(con, "facts/pairs_of").fetchnumpy() if len(had) else {name: np.zeros(0, np.int32) for name in ("owner", "other", "score")}
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
    scores[~known] = scored(book, found[~known], telling[~known])
    lost = ~np.isin(was, now[~again])
    seen.note(found[~known], scores[~known])
    seen.note(np.stack([was[lost] >> 32, was[lost] & 0xFFFFFFFF], axis=1), kept[lost])
    changed = np.unique(np.concatenate([found[~known, 0], was[lost] >> 32]))
    written = np.intersect1d(changed, had)
    if len(written):
        give_numbers(con, "owners", written)
        run(con, "facts/remove_pairs")
    theirs = np.isin(found[:, 0], changed)
    _add(con, found[theirs, 0], found[theirs, 1], scores[theirs])


def _add(con: duckdb.DuckDBPyConnection, owner: np.ndarray, other: np.ndarray, score: np.ndarray) -> None:
    import pyarrow as pa

    columns = {"owner": owner.astype(np.int32), "other": other.astype(np.int32), "score": score.astype(np.int16)}
    con.register("pairs", pa.table(columns))
    run(con, "facts/add_pairs")


def pairs_inside(
    con: duckdb.DuckDBPyConnection, scope: np.ndarray, least: int, everyone: bool = False
) -> Iterator[tuple[np.ndarray, np.ndarray, np.ndarray]]:
    """Owner, other (int32) and score (int16) of the compared pairs of ``least`` or more whose claims are all in ``scope``, piece by piece.

    ``everyone``: they all are.

    To be read to its end before the connection is asked anything else.
    """
    give_numbers(con, "scope", scope)
    statement = "facts/all_pairs" if everyone else "facts/pairs_inside"
    for piece in run(con, statement, least=least).to_arrow_reader(_ROWS):
        yield piece.column("owner").to_numpy(), piece.column("other").to_numpy(), piece.column("score").to_numpy()
