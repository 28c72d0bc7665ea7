"""Create the tables, macros and views of ``sql/``, and bring a ledger that an older version made up to date."""

from __future__ import annotations

import duckdb

from claims_pipeline.errors import ClaimsError
from claims_pipeline.warehouse import sql

KEPT = frozenset(
    {
        "source_files",
        "source_records",
        "rejected",
        "drift_decisions",
        "fact_decisions",
        "fact_labels",
        "flag_labels",
        "alert_outbox",
        "reference_series",
        "claim_embeddings",
        "embedding_models",
    }
)
"""Tables that nothing else in the ledger could give back (what was read, decided and told), and the vectors, which
belong to texts by their hash and cost the most time."""


def create_schema(con: duckdb.DuckDBPyConnection) -> None:
    """Create what is missing of tables, macros and views, in that order. Running it again changes nothing.

    When the columns of a derived table are no longer those of this version, all derived tables are dropped: the next
    run makes them again from the records, with the same ids. A kept table with other columns is a :class:`ClaimsError`.
    """
    changed = _changed(con)
    if lost := changed & KEPT:
        raise ClaimsError(
            f"table {sorted(lost)[0]}", "its columns are those of another version", "Read the news into a new ledger, or use that version."
        )
    if changed:
        for (view,) in sql.run(con, "schema/views").fetchall():
            con.execute(f'DROP VIEW "{view}"')
        for table in _columns(con).keys() - KEPT:
            con.execute(f'DROP TABLE "{table}"')
    for folder in ("tables", "macros", "views"):
        for name in sql.names(folder):
            sql.run(con, name)


def _changed(con: duckdb.DuckDBPyConnection) -> frozenset[str]:
    """Tables that exist with other columns than ``sql/tables`` declares."""
    with duckdb.connect() as fresh:
        for name in sql.names("tables"):
            sql.run(fresh, name)
        declared = _columns(fresh)
    present = _columns(con)
    return frozenset(table for table, columns in present.items() if table in declared and columns != declared[table])


def _columns(con: duckdb.DuckDBPyConnection) -> dict[str, list[tuple[str, str]]]:
    out: dict[str, list[tuple[str, str]]] = {}
    for table, column, kind in sql.run(con, "schema/columns").fetchall():
        out.setdefault(table, []).append((column, kind))
    return out
