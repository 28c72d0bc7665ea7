"""What a run found goes into the tables: facts with their ids, links with their reasons, what became of old facts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from claims_pipeline.facts.claimset import ClaimSet
from claims_pipeline.facts.ids import Change, carry, possible_ids
from claims_pipeline.facts.label import Labelled, labelled
from claims_pipeline.facts.linkage import BATCH, Book, give, give_numbers
from claims_pipeline.facts.reasons import sentences
from claims_pipeline.facts.room import shed
from claims_pipeline.facts.wording import Wording, wording
from claims_pipeline.facts.workers import copied
from claims_pipeline.warehouse import run

if TYPE_CHECKING:
    import duckdb

_PARTS = 8  # of a batch, each named at once: a copy of this process holds what it reads and makes of one
_FIRST = 4  # parts of one; see ``workers.copied``
ALONE = "opens the fact: no other claim answers this question"


@dataclass(frozen=True, slots=True)
class Clustered:
    """The clusters of the claims in scope, over positions in ``numbers``."""

    numbers: np.ndarray
    """Claim numbers in the order that does not depend on arrival."""
    own: np.ndarray
    """Cluster of each claim, as its first member."""
    partner: np.ndarray
    """The claim of the same cluster that each is most surely linked with; itself when alone."""
    score: np.ndarray
    """Probability of that link, 1/10000; 10000 when alone."""
    touched: np.ndarray
    """The claim is new or read anew, or a pair of it changed or was decided on: its reason may differ; bool."""


@dataclass(frozen=True, slots=True)
class _Facts:
    """Facts to be named."""

    claims: ClaimSet
    members: list[np.ndarray]
    """Positions of each fact's claims in ``claims``."""
    wording: Wording


def write(book: Book, found: Clustered, ids: list[str], now: datetime, new: int) -> tuple[int, int]:
    """Write the facts whose claims or links changed, and their history; returns the numbers of facts and of changes.

    ``ids``: claim ids by position.
    """
    con = book.con
    order = np.argsort(found.own, kind="stable")
    groups = np.split(order, np.flatnonzero(np.diff(found.own[order])) + 1) if len(order) else []
    give_numbers(con, "scope", found.numbers)
    rows = run(con, "facts/facts_of_scope").fetchall()
    before = {claim: fact for claim, fact, _ in rows}
    moved = _moved(groups, ids, before, found.touched)
    groups = [group for group, changed in zip(groups, moved, strict=True) if changed]
    members = [[ids[k] for k in group] for group in groups]
    here = {claim for names in members for claim in names}
    gone = {claim for claim, _, number in rows if number is None}
    before = {claim: fact for claim, fact in before.items() if claim in here or claim in gone}
    why = f"{new} claims came or were read anew" if new else "an analyst's decision, or an article read anew"
    fact_ids, changes = carry(members, before, _taken(con, members), why)
    give(con, "rewritten", here)
    run(con, "facts/remove_fact_claims")
    con.register("kept_state", _kept_state(con, fact_ids))
    written = _write_claims(book, found, groups, ids, fact_ids)
    book.everyone = None  # nobody asks for the claims again, and a million facts need the room
    shed(con)
    _write_facts(con, fact_ids, written)
    told = {change.old_fact_id for change in changes} | set(fact_ids)
    lost = sorted(set(before.values()) - told)
    changes += [Change("retired", fact, fact, 0, "its articles were read anew and no longer say it") for fact in lost]
    _write_changes(con, changes, now)
    return len(fact_ids), len(changes)


def _write_claims(book: Book, found: Clustered, groups: list[np.ndarray], ids: list[str], fact_ids: list[str]) -> list[Labelled]:
    """Write the links of the facts' claims with their reasons, a batch of facts at a time; returns the facts as they are told.

    Naming facts is plain Python and takes longest: copies of this process do it while the next links are written.
    """

    def drawn() -> Iterator[_Facts]:
        for few in _batches(groups, BATCH if book.everyone is None else BATCH // _PARTS):
            place = np.concatenate([groups[g] for g in few])
            names = [ids[k] for k in place.tolist()]
            claims = book.articles(names)
            at = np.zeros(len(ids), np.int32)
            at[place] = claims.table.places("claim_id", names)
            facts = np.repeat(np.array(fact_ids[few.start : few.stop], object), [len(groups[g]) for g in few])
            _write_links(book, claims, at, names, place, facts, found)
            shed(book.con)
            give(book.con, "in_scope", names)
            yield _Facts(claims, [at[groups[g]] for g in few], wording(book.con))

    def told(facts: _Facts) -> list[Labelled]:
        return [labelled(facts.claims, members, book.known, facts.wording) for members in facts.members]

    return [one for some in copied(told, drawn()) for one in some]


def _moved(groups: list[np.ndarray], ids: list[str], before: dict[str, str], touched: np.ndarray) -> list[bool]:
    """True for the groups that are not, claim by claim, a fact that stands written."""
    sizes: dict[str, int] = {}
    for fact in before.values():
        sizes[fact] = sizes.get(fact, 0) + 1
    out = []
    for group in groups:
        facts = {before.get(ids[k]) for k in group}
        only = facts.pop()
        out.append(bool(facts) or only is None or sizes[only] != len(group) or bool(touched[group].any()))
    return out


def _taken(con: duckdb.DuckDBPyConnection, members: list[list[str]]) -> Any:
    """Whether an id is or was a fact's; what new facts may be called is asked in one statement."""
    import pyarrow as pa

    asked = {name for names in members for name in possible_ids(names[0])}

    def used(wanted: set[str]) -> set[str]:
        con.register("wanted_ids", pa.table({"fact_id": pa.array(sorted(wanted), pa.string())}))
        return {row[0] for row in run(con, "facts/used_ids").fetchall()}

    taken = used(asked)
    return lambda ident: ident in taken if ident in asked else bool(used({ident}))


def _batches(groups: list[np.ndarray], size: int) -> list[range]:
    """Runs of groups with about ``size`` claims together; the first, which keeps one core alone busy, is a small one of many."""
    ends = np.cumsum([len(group) for group in groups])
    first = size // _FIRST if len(ends) and ends[-1] > size else size
    turn = np.where(ends < first, -1, (ends - first) // size)
    edges = [0, *(np.flatnonzero(np.diff(turn)) + 1).tolist(), len(groups)]
    return [range(a, b) for a, b in pairwise(edges) if b > a]


def _write_links(
    book: Book, claims: ClaimSet, at: np.ndarray, names: list[str], place: np.ndarray, facts: np.ndarray, found: Clustered
) -> None:
    """``at``: where each position stands in ``claims``; ``names`` and ``facts``: of the positions ``place``."""
    import pyarrow as pa

    own, other = at[place], at[found.partner[place]]
    score = found.score[place] / 10_000
    reason = np.full(len(place), ALONE, object)
    linked = np.flatnonzero(own != other)
    reason[linked] = np.array(sentences(claims, book.model, own[linked], other[linked], score[linked]), object)
    rows = {"fact_id": pa.array(facts, pa.string()), "claim_id": names, "score": score, "reason": pa.array(reason, pa.string())}
    book.con.register("linked", pa.table(rows))
    run(book.con, "facts/add_fact_claims")


def _kept_state(con: duckdb.DuckDBPyConnection, fact_ids: list[str]) -> Any:
    import pyarrow as pa

    con.register("labelled", pa.table({"fact_id": pa.array(fact_ids, pa.string())}))
    return run(con, "facts/state_of").to_arrow_table()


def _write_facts(con: duckdb.DuckDBPyConnection, fact_ids: list[str], parts: list[Labelled]) -> None:
    import pyarrow as pa

    text = pa.string()
    names = ("label", "attribute", "kind", "noun", "unit", "measure", "scope", "place")
    columns: dict[str, Any] = {"fact_id": pa.array(fact_ids, text)}
    columns |= {name: pa.array([getattr(part, name) for part in parts], text) for name in names}
    con.register("labelled", pa.table(columns))
    run(con, "facts/remove_facts")
    run(con, "facts/add_facts")
    run(con, "facts/recount_roots")


def _write_changes(con: duckdb.DuckDBPyConnection, changes: list[Change], now: datetime) -> None:
    import pyarrow as pa

    if not changes:
        return
    columns = {
        "changed_at": pa.array([now] * len(changes), pa.timestamp("us")),
        "change": [c.change for c in changes],
        "old_fact_id": [c.old_fact_id for c in changes],
        "new_fact_id": [c.new_fact_id for c in changes],
        "claims": pa.array([c.claims for c in changes], pa.int32()),
        "reason": [c.reason for c in changes],
    }
    con.register("changes", pa.table(columns))
    run(con, "facts/add_history")
