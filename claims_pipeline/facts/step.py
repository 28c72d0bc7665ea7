"""The step: new claims find the facts that they belong to, and whatever hangs together with them is clustered again.

The clusters are a pure function of the claims that hang together (a component) and of the analysts' decisions, so
a run that adds a day ends where a rebuild of everything would end; only ids carry the history.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import numpy as np

from claims_pipeline.embeddings.reference import Reference, reference
from claims_pipeline.errors import ClaimsError
from claims_pipeline.facts import candidates
from claims_pipeline.facts.claimset import ClaimSet, load
from claims_pipeline.facts.cluster import clusters, components
from claims_pipeline.facts.ids import Change, carry
from claims_pipeline.facts.label import Labelled, labelled
from claims_pipeline.facts.model import Model
from claims_pipeline.facts.model import load as load_model
from claims_pipeline.facts.reasons import sentences
from claims_pipeline.progress import Progress, silent
from claims_pipeline.records import StepResult
from claims_pipeline.warehouse import Warehouse, run

if TYPE_CHECKING:
    import duckdb

_STEPS = 6


@dataclass(frozen=True, slots=True)
class _Linked:
    """What clustering the claims in scope gave."""

    own: np.ndarray
    """Cluster of each claim, as its first member."""
    component: np.ndarray
    partner: np.ndarray
    """The claim of the same cluster that each claim is most surely linked with; itself when alone."""
    score: np.ndarray
    """Probability of that link, 1/10000; 10000 when alone."""


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
    known = reference(con, vectors)
    last = run(con, "facts/last_run").fetchall()
    progress("facts", 0, _STEPS)
    if not last or last[0][1:] != (vectors, model.version):
        run(con, "facts/drop_all_links")
        new, scope = _all(con, vectors, known)
    else:
        new, scope = _touched(con, vectors, known, model, since=last[0][0])
    progress("facts", 1, _STEPS)
    if not scope and not new:
        run(con, "facts/recount_roots")
        return counts
    claims = _claims(con, scope, vectors, known)
    progress("facts", 2, _STEPS)
    linked = _cluster(con, claims, model)
    progress("facts", 4, _STEPS)
    facts, changes = _write(con, claims, linked, model, known, now, len(new))
    progress("facts", _STEPS, _STEPS)
    run(con, "facts/note_run", now=now, model=vectors, weights=model.version, claims=len(new), clustered=len(claims), changes=changes)
    return {"claims": len(new), "clustered": len(claims), "facts": facts, "changes": changes}


def _all(con: duckdb.DuckDBPyConnection, vectors: str, known: Reference) -> tuple[list[str], list[str]]:
    ids = [row[0] for row in run(con, "facts/all_claims").fetchall()]
    _add_keys(con, ids, vectors, known)
    return ids, ids


def _touched(con: duckdb.DuckDBPyConnection, vectors: str, known: Reference, model: Model, since: datetime) -> tuple[list[str], list[str]]:
    """The new claims, and all claims whose component they or a decision or a loss touch."""
    new = [row[0] for row in run(con, "facts/new_claims").fetchall()]
    disturbed = [row[0] for row in run(con, "facts/disturbed_claims", since=since).fetchall()]
    run(con, "facts/drop_gone_links")
    keys = _add_keys(con, new, vectors, known)
    touched = set(disturbed) | set(new)
    if new:
        partners, left, right = _block_pairs(con, keys, set(new))
        claims = _claims(con, partners, vectors, known)
        at = {claim: place for place, claim in enumerate(claims.ids)}
        left = np.array([at[partners[k]] for k in left], np.int32)
        right = np.array([at[partners[k]] for k in right], np.int32)
        likely = model.score(claims, left, right) >= round(model.link * 10_000)
        touched |= {claims.ids[k] for k in np.unique(np.concatenate([left[likely], right[likely]]))}
    _give(con, "touched_claims", sorted(touched))
    return new, [row[0] for row in run(con, "facts/component_claims").fetchall()]


def _add_keys(con: duckdb.DuckDBPyConnection, ids: list[str], vectors: str, known: Reference) -> np.ndarray:
    """Write the keys of new claims; returns the distinct ones."""
    import pyarrow as pa

    if not ids:
        return np.zeros(0, np.uint64)
    claims = _claims(con, ids, vectors, known)
    claim, key = candidates.keys(claims, known.pivots)
    pointer = np.searchsorted(claim, np.arange(len(claims) + 1)).astype(np.int32)
    con.register("links", pa.table({"claim_id": claims.ids, "keys": pa.ListArray.from_arrays(pointer, pa.array(key))}))
    run(con, "facts/add_links")
    return np.unique(key)


def _block_pairs(con: duckdb.DuckDBPyConnection, keys: np.ndarray, wanted: set[str] | None) -> tuple[list[str], np.ndarray, np.ndarray]:
    """Candidate pairs in the blocks of ``keys``: claim ids, and pairs of positions in them.

    ``wanted``: only pairs with one of these claims; None: all.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    con.register("wanted_keys", pa.table({"key": pa.array(keys, pa.uint64())}))
    rows = run(con, "facts/blocks").to_arrow_table().combine_chunks()
    ids = pc.unique(rows.column("claim_id"))  # in the order of the rows: that of the claims
    claim = pc.index_in(rows.column("claim_id"), ids).to_numpy().astype(np.int32)
    left, right = candidates.pairs(claim, rows.column("key").to_numpy(), np.arange(len(ids)))
    names = ids.to_pylist()
    if wanted is not None:
        own = np.array([name in wanted for name in names], bool)
        kept = own[left] | own[right]
        left, right = left[kept], right[kept]
    return names, left, right


def _cluster(con: duckdb.DuckDBPyConnection, claims: ClaimSet, model: Model) -> _Linked:
    size = len(claims)
    at = {claim: place for place, claim in enumerate(claims.ids)}
    _give(con, "in_scope", claims.ids)
    keys = run(con, "facts/links_of").to_arrow_table().column("key").to_numpy()
    ids, left, right = _block_pairs(con, keys, None)
    place = np.array([at.get(claim, -1) for claim in ids], np.int32)
    left, right = place[left], place[right]
    inside = (left >= 0) & (right >= 0)
    left, right = left[inside], right[inside]
    decided = run(con, "facts/decisions_of_scope").fetchall()
    pins, cuts = (np.array([(at[a], at[b]) for a, b, what in decided if what == kind], np.int64).reshape(-1, 2) for kind in ("pin", "cut"))
    score = model.score(claims, left, right)
    likely = score >= round(model.link * 10_000)
    component = components(size, np.concatenate([left[likely], pins[:, 0]]), np.concatenate([right[likely], pins[:, 1]]))
    together = component[left] == component[right]
    left, right, score = left[together], right[together], score[together]
    apart = (claims.article[left] == claims.article[right]) & (score < round(model.apart * 10_000))
    cuts = np.concatenate([cuts, np.stack([left[apart], right[apart]], axis=1)])
    own = clusters(size, left, right, score, model.link, pins, cuts)
    partner, best = _partners(own, left, right, score, pins)
    return _Linked(own, component, partner, best)


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


def _write(
    con: duckdb.DuckDBPyConnection, claims: ClaimSet, linked: _Linked, model: Model, known: Reference, now: datetime, new: int
) -> tuple[int, int]:
    """Write components, facts, links and history; returns the numbers of facts and of changes."""
    import pyarrow as pa

    ids = claims.ids
    order = np.argsort(linked.own, kind="stable")
    groups = np.split(order, np.flatnonzero(np.diff(linked.own[order])) + 1) if len(order) else []
    before = dict(run(con, "facts/facts_of_scope").fetchall())
    taken = {row[0] for row in run(con, "facts/used_ids").fetchall()}
    why = f"{new} new claims came" if new else "an analyst's decision, or an article read anew"
    fact_ids, changes = carry([[ids[k] for k in group] for group in groups], before, taken.__contains__, why)
    fact_of = np.empty(len(ids), object)
    for group, fact in zip(groups, fact_ids, strict=True):
        fact_of[group] = fact
    run(con, "facts/remove_fact_claims")
    con.register(
        "linked",
        pa.table({"fact_id": fact_of.tolist(), "claim_id": ids, "score": linked.score / 10_000, "reason": _reasons(claims, linked, model)}),
    )
    run(con, "facts/add_fact_claims")
    _write_facts(con, fact_ids, [labelled(claims, group, known) for group in groups])
    con.register("clustered", pa.table({"claim_id": ids, "component": [ids[k] for k in linked.component]}))
    run(con, "facts/set_components")
    gone = [
        Change("retired", fact, fact, 0, "its articles were read anew and no longer say it") for fact in _lost(before, fact_ids, changes)
    ]
    _write_changes(con, [*changes, *gone], now)
    return len(fact_ids), len(changes) + len(gone)


def _reasons(claims: ClaimSet, linked: _Linked, model: Model) -> list[str]:
    alone = linked.partner == np.arange(len(claims))
    out = np.full(len(claims), "opens the fact: no other claim answers this question", object)
    at = np.flatnonzero(~alone)
    out[at] = np.array(sentences(claims, model, at, linked.partner[at], linked.score[at] / 10_000), object)
    return out.tolist()


def _write_facts(con: duckdb.DuckDBPyConnection, fact_ids: list[str], parts: list[Labelled]) -> None:
    import pyarrow as pa

    text = pa.string()
    names = ("label", "attribute", "kind", "noun", "unit", "measure", "scope", "place")
    columns: dict[str, Any] = {"fact_id": pa.array(fact_ids, text)}
    columns |= {name: pa.array([getattr(part, name) for part in parts], text) for name in names}
    con.register("labelled", pa.table(columns))
    con.register("kept_state", run(con, "facts/state_of").to_arrow_table())
    run(con, "facts/remove_facts")
    run(con, "facts/add_facts")
    run(con, "facts/recount_roots")


def _lost(before: dict[str, str], fact_ids: list[str], changes: list[Change]) -> list[str]:
    told = {change.old_fact_id for change in changes} | set(fact_ids)
    return sorted(set(before.values()) - told)


def _write_changes(con: duckdb.DuckDBPyConnection, changes: list[Change], now: datetime) -> None:
    import pyarrow as pa

    if not changes:
        return
    con.register(
        "changes",
        pa.table(
            {
                "changed_at": pa.array([now] * len(changes), pa.timestamp("us")),
                "change": [c.change for c in changes],
                "old_fact_id": [c.old_fact_id for c in changes],
                "new_fact_id": [c.new_fact_id for c in changes],
                "claims": pa.array([c.claims for c in changes], pa.int32()),
                "reason": [c.reason for c in changes],
            }
        ),
    )
    run(con, "facts/add_history")


def open_claims(con: duckdb.DuckDBPyConnection, ids: list[str]) -> tuple[ClaimSet, Model]:
    """The linked claims among ``ids`` and the model, for questions about them. Any connection, a read-only one too."""
    used = run(con, "facts/model_in_use").fetchall()
    if not used:
        raise ClaimsError("warehouse", "holds no embedded claims", "Run `claims run` first.")
    return _claims(con, ids, used[0][0], reference(con, used[0][0])), load_model()


def _claims(con: duckdb.DuckDBPyConnection, ids: list[str], vectors: str, known: Reference) -> ClaimSet:
    _give(con, "in_scope", ids)
    return load(con, vectors, known)


def _give(con: duckdb.DuckDBPyConnection, name: str, ids: Iterable[str]) -> None:
    import pyarrow as pa

    con.register(name, pa.table({"claim_id": pa.array(list(ids), pa.string())}))
