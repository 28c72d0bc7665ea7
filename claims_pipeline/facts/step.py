"""The step: new claims find the facts that they belong to, and whatever hangs together with them is clustered again.

The clusters are a pure function of the claims that hang together (a component) and of the analysts' decisions, so
a run that adds a day ends where a rebuild of everything would end; only ids carry the history.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from claims_pipeline.embeddings.reference import reference
from claims_pipeline.errors import ClaimsError
from claims_pipeline.facts.claimset import ClaimSet
from claims_pipeline.facts.cluster import bar, clusters, components, votes
from claims_pipeline.facts.linkage import Book, Links, Seen, articles_of, compare, enter, links, names_of, pairs_inside
from claims_pipeline.facts.model import CERTAIN, Model
from claims_pipeline.facts.model import load as load_model
from claims_pipeline.facts.room import shed
from claims_pipeline.facts.scope import Decision, Scope
from claims_pipeline.facts.scope import scope as scope_of
from claims_pipeline.facts.within import Pairs, second_look
from claims_pipeline.facts.workers import ahead
from claims_pipeline.facts.writing import Clustered, write
from claims_pipeline.progress import Progress, silent
from claims_pipeline.records import StepResult
from claims_pipeline.warehouse import Warehouse, run

if TYPE_CHECKING:
    import duckdb

_STEPS = 6
_ANY = -32_768  # every score
_NO = 12
"""So many pairs does a pair of one article weigh that is apart: it parts two small facts, and no single one of them, by a
misread place, parts two that twenty articles tell as one."""
_CLAIMS = 50_000  # claims clustered at a time; more only where more hang together


def link(warehouse: Warehouse, *, progress: Progress = silent) -> StepResult:
    """Link every claim that is new or read differently since the last run; fill ``facts``, ``fact_claims`` and ``fact_history``.

    Everything is linked anew when the embedding model or the weights changed. Decisions of analysts
    (``fact_decisions``) are applied in every run.
    """
    started = time.monotonic()
    now = datetime.now(UTC).replace(tzinfo=None)
    with warehouse.write() as con:
        counts = _link(con, now, progress)
    return StepResult("facts", counts, time.monotonic() - started)


def _link(con: duckdb.DuckDBPyConnection, now: datetime, progress: Progress) -> dict[str, int]:
    counts = {"claims": 0, "clustered": 0, "facts": 0, "changes": 0}
    used = run(con, "facts/model_in_use").fetchall()
    if not used:
        return counts
    vectors, model = used[0][0], load_model()
    book = Book(con, vectors, reference(con, vectors), model)
    last = run(con, "facts/last_run").fetchall()
    gone = run(con, "facts/gone_claims").fetchnumpy()["number"].astype(np.int64)
    before = links(con)
    lost = len(gone)
    kept = run(con, "facts/sketched").fetchall()[0][0]
    # taking most claims out and putting them in again costs more than to begin anew
    whole = not last or last[0][1:] != (vectors, model.version) or not kept or len(gone) * 2 > int(np.count_nonzero(before.component >= 0))
    progress("facts", 0, _STEPS)
    if whole:
        for table in ("links", "keys", "pairs", "cluster_pairs", "sketches"):
            run(con, f"facts/drop_all_{table}")
        gone, before = gone[:0], links(con)
    ids = run(con, "facts/new_claims").to_arrow_table().column("claim_id")
    new = enter(book, ids, len(before.component), whole)
    progress("facts", 1, _STEPS)
    at_hand = links(con) if len(new) else before
    seen = compare(book, new, gone, at_hand, whole) if len(new) or len(gone) else Seen()
    if book.everyone is not None:
        book.everyone.kept.clear()  # what was found for pairs makes room for clusters
        shed(con)
    progress("facts", 3, _STEPS)
    since = None if whole else last[0][0]
    decided = [(a, b, what, fresh) for a, b, what, fresh in run(con, "facts/decisions", since=since).fetchall()]
    found = _cluster(book, _scope(con, at_hand, new, gone, seen, decided, model, whole), at_hand, new, seen, decided)
    scope = found.numbers
    if not len(scope) and not lost:
        run(con, "facts/recount_roots")
        return counts
    progress("facts", 4, _STEPS)
    facts, changes = write(book, found, names_of(con, scope).to_pylist(), now, len(new))
    progress("facts", _STEPS, _STEPS)
    run(con, "facts/note_run", now=now, model=vectors, weights=model.version, claims=len(new), clustered=len(scope), changes=changes)
    return {"claims": len(new), "clustered": len(scope), "facts": facts, "changes": changes}


def _scope(
    con: duckdb.DuckDBPyConnection,
    at_hand: Links,
    new: np.ndarray,
    gone: np.ndarray,
    seen: Seen,
    decided: list[Decision],
    model: Model,
    whole: bool,
) -> Scope:
    if whole:
        return Scope(new, np.full(len(at_hand.component), -1, np.int64))
    return scope_of(con, at_hand, new, gone, seen, decided, round(model.link * 10_000))


def _cluster(book: Book, of: Scope, at_hand: Links, new: np.ndarray, seen: Seen, decided: list[Decision]) -> Clustered:
    """Cluster the claims in scope, look at each cluster again, and write the components."""
    import pyarrow as pa

    con, model = book.con, book.model
    scope = of.numbers[np.argsort(at_hand.rank[of.numbers], kind="stable")]
    size, component, article = len(scope), at_hand.component, at_hand.article[scope]
    place = np.full(len(component), -1, np.int32)
    place[scope] = np.arange(size)
    inside = [(place[a], place[b], what) for a, b, what, _ in decided if place[a] >= 0 and place[b] >= 0]
    pins, cuts = (np.array([(a, b) for a, b, what in inside if what == kind], np.int64).reshape(-1, 2) for kind in ("pin", "cut"))
    everyone = size == np.count_nonzero(component >= 0)
    likely = [(place[a], place[b]) for a, b, _ in pairs_inside(con, scope, round(model.link * 10_000), everyone)]
    left, right = (np.concatenate([pins[:, k].astype(np.int32), *(ends[k] for ends in likely)]) for k in (0, 1))
    part = components(size, left, right)
    del likely, left, right
    now = component.copy()
    now[scope] = scope[part]
    now[of.settled >= 0] = of.settled[of.settled >= 0]
    moved = np.flatnonzero(now != component)
    con.register("clustered", pa.table({"number": moved.astype(np.int32), "component": now[moved].astype(np.int32)}))
    run(con, "facts/set_components")
    own, partner, best = np.arange(size), np.arange(size), np.full(size, 10_000, np.int64)
    within: list[Pairs] = [(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0, np.int32))]

    def clustered(some: list[np.ndarray]) -> tuple[np.ndarray, ...]:
        here = some.pop(0)
        return here, *_grouped(model, here, article, some, pins, cuts)

    for here, found, other, how, *inner in ahead(clustered, _by_component(con, scope, place, part, everyone)):
        own[here], partner[here], best[here] = here[found], here[other], how
        within.append((inner[0], inner[1], inner[2]))
    compared = tuple(np.concatenate(column) for column in zip(*within, strict=True))
    del within
    (left, right, score), looked = second_look(book, scope, own, article, (compared[0], compared[1], compared[2]))
    again = np.unique(np.concatenate([left, right, pins.ravel()]))
    found, other, how, *_ = _grouped(model, again, article, [left, right, score], pins, cuts)
    own[again], partner[again], best[again] = again[found], again[other], how
    touched = np.zeros(len(component), bool)
    touched[new] = True  # one that is read differently may stay in its fact, and yet tell it otherwise
    touched[seen.all()[0].ravel()] = True
    touched[scope[looked]] = True
    touched[[end for a, b, _, fresh in decided if fresh for end in (a, b)]] = True
    return Clustered(scope, own, partner, best, touched[scope])


def _grouped(
    model: Model, here: np.ndarray, article: np.ndarray, pairs: list[np.ndarray], pins: np.ndarray, cuts: np.ndarray
) -> tuple[np.ndarray, ...]:
    """Cluster the places ``here`` by their pairs: of each its cluster, its surest partner and how sure (as places in ``here``), and
    the pairs inside the clusters: earlier and later place, and score.

    ``pairs``: the places of the two ends, and the scores. They are taken out of the list: of a large ledger they are tens of
    millions, and are not held twice.
    """
    left, right, score = pairs
    pairs.clear()
    local = np.full(len(article), -1, np.int32)
    local[here] = np.arange(len(here))
    one, other = local[left], local[right]
    del left, right
    tied, barred = (local[chosen][(local[chosen] >= 0).all(axis=1)] for chosen in (pins, cuts))
    told_in = np.unique(article[here], return_inverse=True)[1].astype(np.int32)
    told = votes(score)
    told[(told_in[one] == told_in[other]) & (score < round(model.apart * 10_000))] = -_NO * 10_000
    # what one sentence calls one question starts in one cluster: its two figures have each their own crowd
    certain = np.flatnonzero(score >= CERTAIN)
    sure = np.stack([one[certain], other[certain]], axis=1)
    sure = sure[~np.isin(_keys(sure), _keys(barred))]
    found = clusters(len(here), one, other, told, bar(model.link), np.concatenate([tied, sure]), barred)
    inner = np.flatnonzero(found[one] == found[other])
    ends = np.stack([here[one[inner]], here[other[inner]]]).astype(np.int64)
    return found, *_partners(found, one, other, score, tied), ends.min(axis=0), ends.max(axis=0), score[inner].astype(np.int32)


def _keys(pairs: np.ndarray) -> np.ndarray:
    """One number a pair of places, whichever comes first."""
    return pairs.min(axis=1, initial=2**31 - 1).astype(np.int64) << 32 | pairs.max(axis=1, initial=-1)


def _by_component(
    con: duckdb.DuckDBPyConnection, scope: np.ndarray, place: np.ndarray, part: np.ndarray, everyone: bool
) -> Iterator[list[np.ndarray]]:
    """The claims of some components, the ends of their pairs and the scores; claims that hang together with none are left out.

    ``part``: component of each place in ``scope``. Of the pairs only those inside a component are held, ten bytes each.
    """
    members = np.bincount(part, minlength=len(part))
    turn = (((np.cumsum(members) - members) // _CLAIMS)[part]).astype(np.int16)
    turn[members[part] == 1] = -1
    # claims may hang together through a pin alone: then no pair of theirs is read
    none = (np.zeros(0, np.int32), np.zeros(0, np.int32), np.zeros(0, np.int16))
    pairs: dict[int, list[list[np.ndarray]]] = {k: [[empty] for empty in none] for k in np.unique(turn[turn >= 0]).tolist()}
    for owner, other, score in pairs_inside(con, scope, _ANY, everyone):
        left, right = place[other], place[owner]
        together = np.flatnonzero(part[left] == part[right])
        together = together[np.argsort(turn[left[together]], kind="stable")]
        left, right, score = left[together], right[together], score[together]
        edges = np.searchsorted(turn[left], [*pairs, len(part)])
        for k, (low, high) in zip(pairs, pairwise(edges.tolist()), strict=True):
            for column, values in zip(pairs[k], (left, right, score), strict=True):
                column.append(values[low:high].copy())
    shed(con)  # of the pairs that were read DuckDB holds what its limit allows
    for k in list(pairs):
        yield [np.flatnonzero(turn == k), *map(_joined, pairs.pop(k))]


def _joined(pieces: list[np.ndarray]) -> np.ndarray:
    """The pieces as one; they themselves are let go."""
    whole = np.concatenate(pieces)
    pieces.clear()
    return whole


def _partners(own: np.ndarray, left: np.ndarray, right: np.ndarray, score: np.ndarray, pins: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """For each claim the surest link inside its cluster; the earlier partner where two are equally sure."""
    inside = own[left] == own[right]
    left, right, score = left[inside], right[inside], score[inside]
    sides = ((left, right), (right, left))
    best, partner = np.full(len(own), -1, np.int64), np.arange(len(own))
    for one, _ in sides:
        np.maximum.at(best, one, score)
    partner[best >= 0] = len(own)
    for one, other in sides:
        surest = score == best[one]
        np.minimum.at(partner, one[surest], other[surest])
    best[best < 0] = 10_000
    for one, other in pins:  # a pinned claim may have no compared pair
        for x, y in ((one, other), (other, one)):
            if partner[x] == x:
                partner[x], best[x] = y, 10_000
    return partner, best


def open_claims(con: duckdb.DuckDBPyConnection, ids: list[str]) -> tuple[ClaimSet, Model]:
    """The linked claims among ``ids`` with their articles' other claims, and the model, for questions about them.

    Any connection, a read-only one too.
    """
    used = run(con, "facts/model_in_use").fetchall()
    if not used:
        raise ClaimsError("warehouse", "holds no embedded claims", "Run `claims run` first.")
    return articles_of(con, ids, used[0][0], reference(con, used[0][0])), load_model()
