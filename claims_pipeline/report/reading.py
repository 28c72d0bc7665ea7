"""The everyday questions, answered from a published snapshot: rows for programs, plain tables for people.

Each question is also a view or macro of the warehouse (``docs/sql.md``), so that whoever prefers SQL gets the same rows.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb

from claims_pipeline.errors import ClaimsError
from claims_pipeline.report.rows import Row, rows
from claims_pipeline.report.shown import as_flags, as_story, as_table
from claims_pipeline.warehouse import open_snapshot

if TYPE_CHECKING:
    import numpy as np

    Embed = Callable[[Sequence[str]], np.ndarray]

STATES = ("open", "possible", "dismissed", "confirmed", "closed")
RELATIONS = (
    *("revised_up", "revised_down", "contradicts", "outdated_repeat", "magnitude_slip"),
    *("hedge_lost", "hedge_gained", "scope_shift", "unit_slip", "agrees"),
)


def facts(snapshot: Path, search: str | None = None, limit: int = 30) -> list[Row]:
    """Rows of ``v_facts`` whose label, noun, scope and place contain every word of ``search``; most independent sources first."""
    with open_snapshot(snapshot) as con:
        return rows(con, "report/facts", search=search or "", limit=_at_least_one(limit))


def show(snapshot: Path, fact_id: str) -> dict[str, Any]:
    """One fact: ``fact`` (a row of ``v_facts``), ``others`` (where the id was split), ``timeline``, ``flags`` and ``history``.

    An id that a merge or split retired is answered with its successor. :class:`ClaimsError` where no fact ever had it.
    """
    with open_snapshot(snapshot) as con:
        found = rows(con, "report/current_facts", fact_id=fact_id)
        if not found:
            near = rows(con, "report/similar_ids", fact_id=fact_id)
            hint = (
                "Close to it: " + "; ".join(f"{n['fact_id']} ({n['label']})" for n in near) if near else "`claims facts WORDS` finds facts."
            )
            raise ClaimsError(f"fact {fact_id}", "no fact has or had this id", hint)
        current = found[0]["fact_id"]
        return {
            "asked": fact_id,
            "fact": found[0],
            "others": found[1:] if found[0]["by_history"] else [],
            "timeline": rows(con, "report/timeline_of_fact", fact_id=current),
            "flags": rows(con, "report/flags_of_fact", fact_id=current),
            "history": rows(con, "report/fact_history", fact_id=current, asked=fact_id),
        }


def drift(snapshot: Path, state: str | None = "open", min_severity: float = 0.0, relation: str | None = None, limit: int = 20) -> list[Row]:
    """Rows of ``v_flags``, the gravest first. ``state`` and ``relation`` None mean any; severity runs from 0 to 1."""
    _known("state", state, STATES)
    _known("relation", relation, RELATIONS)
    with open_snapshot(snapshot) as con:
        return rows(con, "report/drift", state=state, min_severity=min_severity, relation=relation, limit=_at_least_one(limit))


def search(snapshot: Path, text: str, limit: int = 15, *, embed: Embed | None = None, model: str | None = None) -> list[Row]:
    """One row a fact whose claims say ``text``, the best first.

    Without ``embed`` by words, as the macro ``search_claims``. With it (texts -> float32 of shape (n, d)) by meaning, in any
    language: cosine with the stored vectors of ``model`` (None: all stored), which must have the same d.
    """
    if not text.strip():
        raise ClaimsError("search", "no words given", 'Give what to look for, for example `claims search "hostages"`.')
    with open_snapshot(snapshot) as con:
        if embed is None:
            return rows(con, "report/search_words", words=text, limit=_at_least_one(limit))
        if not rows(con, "report/has_table", table="claim_embeddings")[0]["there"]:
            raise ClaimsError(
                f"warehouse {snapshot}", "holds no vectors to search by meaning", "Run `claims run` first, or search by words."
            )
        con.register("query_vector", _vector(embed([text])))
        try:
            return rows(con, "report/search_meaning", model=model, limit=_at_least_one(limit))
        except duckdb.BinderException as error:
            raise ClaimsError(
                "search by meaning",
                f"the stored vectors are of another model ({str(error).splitlines()[0]})",
                "Search with the model of the run.",
            ) from error


def rejected(snapshot: Path, limit: int = 50) -> list[Row]:
    """Rows of ``v_rejected``, newest first."""
    with open_snapshot(snapshot) as con:
        return rows(con, "report/rejected", limit=_at_least_one(limit))


def table(found: Sequence[Row], width: int | None = None) -> str:
    """Rows of :func:`facts`, :func:`search`, :func:`drift` or :func:`rejected` as a plain table, as wide as the terminal."""
    return as_table(found, width)


def show_text(snapshot: Path, fact_id: str, width: int | None = None) -> str:
    """:func:`show` as plain text."""
    return as_story(show(snapshot, fact_id), width)


def drift_text(
    snapshot: Path,
    state: str | None = "open",
    min_severity: float = 0.0,
    relation: str | None = None,
    limit: int = 20,
    width: int | None = None,
) -> str:
    """:func:`drift` as plain text: each flag's sentence with both figures in their sentences."""
    return as_flags(drift(snapshot, state, min_severity, relation, limit), width)


def _vector(vectors: Any) -> Any:
    import pyarrow as pa

    vector = [float(v) for v in vectors[0]]
    return pa.table({"embedding": pa.array([vector], pa.list_(pa.float32(), len(vector)))})


def _at_least_one(limit: int) -> int:
    if limit < 1:
        raise ClaimsError("limit", str(limit), "Give 1 or more.")
    return limit


def _known(name: str, value: str | None, values: Sequence[str]) -> None:
    if value is not None and value not in values:
        raise ClaimsError(name, repr(value), f"Known: {', '.join(values)}.")
