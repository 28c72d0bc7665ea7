"""Asks the linking model how likely the two claims of a flag answer one question.

Claims share a fact through the mean of many pairs, so two of them may share one though the pair itself is unlikely: most
wrong flags on real news are such pairs. What the model says drops a flag, or makes it quiet or loud (``sql/drift/rank.sql``).
"""

from __future__ import annotations

import duckdb

from claims_pipeline import warehouse as wh
from claims_pipeline.facts.step import open_claims
from claims_pipeline.progress import Progress, silent

PAIRS_A_BATCH = 20_000
"""About 200 MB of vectors."""


def ask(con: duckdb.DuckDBPyConnection, question: str, progress: Progress = silent) -> int:
    """Add the pairs of the statement ``question`` to ``pair_links``; give how many the model knew: none without vectors.

    Most pairs were weighed when the claims were linked, and what the model said then is kept; it is asked about the others.
    """
    pairs = wh.run(con, question).to_arrow_table()
    if not len(pairs) or not wh.run(con, "facts/model_in_use").fetchall():
        return 0
    con.register("wanted_pairs", pairs)
    known = wh.run(con, "drift/pair_links_weighed").fetchall()[0][0]
    rest = wh.run(con, "drift/to_weigh").fetchall()
    con.unregister("wanted_pairs")
    for start in range(0, len(rest), PAIRS_A_BATCH):
        progress("trust", start, len(rest))
        known += _weigh(con, rest[start : start + PAIRS_A_BATCH])
    progress("trust", len(rest), len(rest))
    return int(known)


def _weigh(con: duckdb.DuckDBPyConnection, pairs: list[tuple[str, str]]) -> int:
    import numpy as np
    import pyarrow as pa

    claims, model = open_claims(con, sorted({claim for pair in pairs for claim in pair}))
    at = {claim: place for place, claim in enumerate(claims.ids)}
    known = [(a, b) for a, b in pairs if a in at and b in at]
    chance = model.score(claims, np.array([at[a] for a, _ in known], np.int64), np.array([at[b] for _, b in known], np.int64))
    con.register("asked", pa.table({
        "claim_id": [a for a, _ in known], "against_claim_id": [b for _, b in known], "probability": chance / 10_000,
    }))  # fmt: skip
    wh.run(con, "drift/pair_links_keep")
    con.unregister("asked")
    return len(known)
