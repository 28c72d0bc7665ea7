"""Tells SQL which claims of the flags say that their count goes down by itself ("12 remain in hospital"), in every language."""

from __future__ import annotations

import duckdb

from claims_pipeline import warehouse as wh
from claims_pipeline.quantities.remaining import remains


def mark(con: duckdb.DuckDBPyConnection) -> int:
    """Fill the temporary table ``remaining`` from the claims in ``found``; give how many claims it holds."""
    import pyarrow as pa

    told = wh.run(con, "drift/remaining_told").fetchall()
    rows = [claim for claim, masked, lang in told if remains(masked, lang)]
    con.register("remained", pa.table({"claim_id": pa.array(rows, pa.string())}))
    wh.run(con, "drift/remaining")
    con.unregister("remained")
    return len(rows)
