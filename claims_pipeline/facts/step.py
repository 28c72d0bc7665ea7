"""The step: new claims find the facts that they belong to, and whatever hangs together with them is clustered again.

The clusters are a pure function of the claims that hang together (a component) and of the analysts' decisions, so
a run that adds a day ends where a rebuild of everything would end; only ids carry the history.
"""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import numpy as np

from claims_pipeline.embeddings.reference import reference
from claims_pipeline.errors import ClaimsError
from claims_pipeline.facts.claimset import ClaimSet
from claims_pipeline.facts.cluster import clusters, components
from claims_pipeline.facts.linkage import Book, Links, Seen, articles_of, compare, enter, links, names_of, pairs_inside
from claims_pipeline.facts.model import Model
from claims_pipeline.facts.model import load as load_model
from claims_pipeline.facts.scope import Decision, Scope
from claims_pipeline.facts.scope import scope as scope_of
from claims_pipeline.facts.writing import Clustered, write
from claims_pipeline.progress import Progress, silent
from claims_pipeline.records import StepResult
from claims_pipeline.warehouse import Warehouse, run

if TYPE_CHECKING:
    import duckdb

_STEPS = 6
_PAIRS = 2_000_000  # pairs clustered at a time


def link(warehouse: Warehouse, *, progress: Progress = silent) -> StepResult:
    """Link every claim that is new since the last run; fill ``facts``, ``fact_claims`` and ``fact_history``.

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
    whole = not last or last[0][1:] != (vectors, model.version)
    progress("facts", 0, _STEPS)
    if whole:
        for table in ("links", "keys", "pairs"):
            run(con, f"facts/drop_all_{table}")
    gone = run(con, "facts/gone_claims").fetchnumpy()["number"].astype(np.int64)
    ids = [row[0] for row in run(con, "facts/new_claims").fetchall()]
    before = links(con)
    new = enter(book, ids, len(before.component))
    progress("facts", 1, _STEPS)
    at_hand = links(con) if len(new) else before
    seen = compare(book, new, gone, at_hand, whole) if len(new) or len(gone) else Seen()
    progress("facts", 3, _STEPS)
    since = None if whole else last[0][0]
    decided = [(a, b, what, fresh) for a, b, what, fresh in run(con, "facts/decisions", since=since).fetchall()]
    found = _cluster(con, _scope(con, at_hand, new, gone, seen, decided, model, whole), at_hand, seen, decided, model)
    scope = found.numbers
    if not len(scope) and not len(gone):
        run(con, "facts/recount_roots")
        return counts
    progress("facts", 4, _STEPS)
    number, names = names_of(con, scope)
    at = np.empty(len(at_hand.component), np.int64)
    at[number] = np.arange(len(number))
    facts, changes = write(book, found, [names[k] for k in at[scope]], now, len(new))
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


def _cluster(con: duckdb.DuckDBPyConnection, of: Scope, at_hand: Links, seen: Seen, decided: list[Decision], model: Model) -> Clustered:
    """Cluster the claims in scope, and write their components."""
    import pyarrow as pa

    scope = of.numbers[np.argsort(at_hand.rank[of.numbers], kind="stable")]
    size, component, article = len(scope), at_hand.component, at_hand.article
    place = np.full(len(component), -1, np.int64)
    place[scope] = np.arange(size)
    owner, other, score = pairs_inside(con, scope)
    left, right = place[other], place[owner]
    inside = [(place[a], place[b], what) for a, b, what, _ in decided if place[a] >= 0 and place[b] >= 0]
    pins, cuts = (np.array([(a, b) for a, b, what in inside if what == kind], np.int64).reshape(-1, 2) for kind in ("pin", "cut"))
    likely = score >= round(model.link * 10_000)
    part = components(size, np.concatenate([left[likely], pins[:, 0]]), np.concatenate([right[likely], pins[:, 1]]))
    now = component.copy()
    now[scope] = scope[part]
    now[of.settled >= 0] = of.settled[of.settled >= 0]
    moved = np.flatnonzero(now != component)
    con.register("clustered", pa.table({"number": moved.astype(np.int32), "component": now[moved].astype(np.int32)}))
    run(con, "facts/set_components")
    together = part[left] == part[right]
    left, right, score = left[together], right[together], score[together]
    own, partner, best = _by_component(part, article[scope], left, right, score, pins, cuts, model)
    touched = np.zeros(len(component), bool)
    touched[seen.all()[0].ravel()] = True
    touched[[end for a, b, _, fresh in decided if fresh for end in (a, b)]] = True
    return Clustered(scope, own, partner, best, touched[scope])


def _by_component(
    part: np.ndarray,
    article: np.ndarray,
    left: np.ndarray,
    right: np.ndarray,
    score: np.ndarray,
    pins: np.ndarray,
    cuts: np.ndarray,
    model: Model,
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Cluster and surest partner of each claim, a few components at a time; ``part``: the component of each claim."""
    own, partner, best = np.arange(len(part)), np.arange(len(part)), np.full(len(part), 10_000, np.int64)
    apart = (article[left] == article[right]) & (score < round(model.apart * 10_000))
    cuts = np.concatenate([cuts, np.stack([left[apart], right[apart]], axis=1)])
    order = np.argsort(part[left], kind="stable")
    left, right, score = left[order], right[order], score[order]
    pairs = np.bincount(part[left], minlength=len(part))
    turn = (np.cumsum(pairs) - pairs) // _PAIRS  # of each component, by its first claim
    linked = np.flatnonzero(pairs[part] + np.bincount(part[pins[:, 0]], minlength=len(part))[part])
    for now in np.unique(turn[part[linked]]):
        here = linked[turn[part[linked]] == now]
        low, high = np.searchsorted(turn[part[left]], [now, now + 1])
        local = np.full(len(part), -1, np.int64)
        local[here] = np.arange(len(here))
        a, b, sure = local[left[low:high]], local[right[low:high]], score[low:high]
        tied, barred = (local[chosen][(local[chosen] >= 0).all(axis=1)] for chosen in (pins, cuts))
        found = clusters(len(here), a, b, sure, model.link, tied, barred)
        other, how = _partners(found, a, b, sure, tied)
        own[here], partner[here], best[here] = here[found], here[other], how
    return own, partner, best


def _partners(own: np.ndarray, left: np.ndarray, right: np.ndarray, score: np.ndarray, pins: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """For each claim the surest link inside its cluster; the earlier partner where two are equally sure."""
    partner, best = np.arange(len(own)), np.full(len(own), 10_000, np.int64)
    inside = own[left] == own[right]
    a, b = np.concatenate([left[inside], right[inside]]), np.concatenate([right[inside], left[inside]])
    sure = np.tile(score[inside], 2).astype(np.int64)
    order = np.lexsort((-b, sure, a))  # the last written wins
    partner[a[order]], best[a[order]] = b[order], sure[order]
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
