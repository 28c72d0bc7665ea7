"""What do the ledger, the flags and the verdicts cost on many claims, as a ratio to a bare GROUP BY of the same rows?

    python -m benchmarks.drift_scale [--claims 50000] [--new 0.01] [--seed 1] [--seconds 120]

Makes a world of facts with true values that grow, and newsrooms that tell them late, hedged, rounded, and sometimes wrong
(numpy, seeded; no text). Three claims in ten belong to a few running stories of thousands of claims, the others to facts
of one to five. Then it runs track, flag and judge on an empty ledger, once more with nothing new, and once more with a
share of new claims (``--new``): only their facts are computed again. Prints seconds, claims a second, the ratio, the
facts computed and the memory peak; exit code 1 when the first run takes longer than ``--seconds``.
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from datetime import datetime
from pathlib import Path

import duckdb
import numpy as np
import pyarrow as pa

from claims_pipeline.drift import step as drift
from claims_pipeline.warehouse import Warehouse

NOW = datetime(2026, 1, 1)
BEGIN = np.datetime64("2020-01-01T06:00:00", "us")
OUTLETS = 60
LONG_FACTS_SHARE = 0.03
BOUNDS = np.array(["exact", "at_least", "more_than", "about", "vague"])


def world(claims: int, seed: int, first: int = 0, facts: int | None = None) -> dict[str, pa.Table]:
    """Rows of claims, articles, roots and links; ``first`` is the number of the first claim, ``facts`` how many there are."""
    rng = np.random.default_rng(seed)
    facts = facts or max(claims * 3 // 10, 10)
    running = max(facts // 60_000, 1)
    fact = np.where(rng.random(claims) < LONG_FACTS_SHARE, rng.integers(0, running, claims), rng.integers(running, facts, claims))
    minute = rng.integers(0, 60 * 24 * 20, claims)
    scale = 10.0 ** (np.random.default_rng(7).random(facts) * 4 + 1)
    truth = np.round(scale[fact] * (1 + minute / minute.max()))
    luck = rng.random(claims)
    value = np.where(
        luck < 0.01, truth * 10, np.where(luck < 0.04, np.round(truth * 0.8), np.where(luck < 0.2, np.round(scale[fact]), truth))
    )
    bound = BOUNDS[np.searchsorted([0.8, 0.9, 0.95, 0.99], rng.random(claims), side="right")]
    outlet = rng.integers(0, OUTLETS, claims)
    known = BEGIN + minute.astype("timedelta64[m]")
    number = np.arange(first, first + claims)
    article = pa.array([f"a{n}" for n in number])
    claim = pa.array([f"c{n}" for n in number])
    fact_id = pa.array([f"f{n}" for n in fact])
    outlets = pa.array([f"outlet {n}" for n in outlet])
    times = pa.array(known, pa.timestamp("us"))
    days = pa.array(known.astype("datetime64[D]"), pa.date32())
    same = {
        name: pa.array([text] * claims) for name, text in {"en": "en", "hash": "v1", "text": "text", "people": "people", "": ""}.items()
    }
    low = np.where(bound == "about", 0.9 * value, np.where(bound == "more_than", value + 1, np.where(bound == "vague", value // 2, value)))
    high = np.where(bound == "about", 1.1 * value, np.where(bound == "vague", value * 2, value))
    whole = pa.array([f"{v:.0f}" for v in value])
    told = [f"{v:.0f} people died, officials said on day {m // 1440}." for v, m in zip(value, minute, strict=True)]
    return {
        "article_versions": pa.table({
            "article_id": article, "content_hash": same["hash"], "outlet": outlets, "title": same[""], "text": same[""], "lang": same["en"],
            "published_at": times, "known_at": times, "first_seen_at": times, "day": days, "source": same[""], "position": same[""],
            "cleaner": same[""], "credits": pa.array([[]] * claims, pa.list_(pa.string())),
        }),
        "roots": pa.table({"article_id": article, "root_id": article, "via": pa.array(["own"] * claims), "reason": same[""]}),
        "claims": pa.table({
            "claim_id": claim, "article_id": article, "content_hash": same["hash"], "field": same["text"],
            "start_char": pa.array(np.zeros(claims, np.int32)), "end_char": pa.array(np.full(claims, 5, np.int32)), "quote": whole,
            "sentence": pa.array(told),
            "sentence_start": pa.array(np.zeros(claims, np.int32)), "masked": same[""],
            "value": pa.array(value, mask=bound == "vague"), "low": pa.array(low),
            "high": pa.array(high, mask=np.isin(bound, ["at_least", "more_than"])), "bound": pa.array(bound), "noun": same["people"],
            "kind": pa.array(["count"] * claims), "attribute": pa.array(["killed"] * claims), "measure": pa.array(["total"] * claims),
            "modality": pa.array(["asserted"] * claims), "lang": same["en"], "outlet": outlets, "published_at": times, "known_at": times,
            "day": days,
        }),
        "fact_claims": pa.table({"fact_id": fact_id, "claim_id": claim, "score": pa.array(np.ones(claims)), "reason": same[""]}),
    }  # fmt: skip


def store(warehouse: Warehouse, tables: dict[str, pa.Table]) -> None:
    """Write the rows, and the facts that they speak to."""
    with warehouse.write() as con:
        for name, rows in tables.items():
            con.register("rows", rows)
            con.execute(f"INSERT INTO {name} BY NAME SELECT * FROM rows")
            con.unregister("rows")
        con.execute(
            "INSERT OR IGNORE INTO facts BY NAME SELECT fact_id, 'deaths' AS label, 'killed' AS attribute, 'count' AS kind, "
            "'people' AS noun, "
            "'total' AS measure, 'steady' AS status, 1 AS claims, 1 AS articles, 1 AS outlets, 1 AS roots, "
            "min(known_at) AS first_claim_at, "
            "max(known_at) AS last_claim_at FROM fact_claims JOIN claims USING (claim_id) GROUP BY fact_id"
        )


def run(warehouse: Warehouse) -> tuple[float, str]:
    """Seconds of track, flag and judge, and a line about them."""
    began = time.perf_counter()
    results = [drift.track(warehouse), drift.flag(warehouse, now=NOW), drift.judge(warehouse)]
    seconds = time.perf_counter() - began
    return seconds, f"{results[0].counts['facts']:,} facts computed, " + ", ".join(f"{r.step} {r.seconds:.1f} s" for r in results)


def plain(warehouse: Warehouse) -> float:
    """Seconds of a bare GROUP BY over the same rows: the least that reading them by fact costs."""
    with warehouse.read() as con:
        began = time.perf_counter()
        con.execute(
            "SELECT count(*), sum(spread) FROM (SELECT fact_id, max(high) - min(low) AS spread, arg_max(value, known_at) FROM claims "
            "JOIN fact_claims USING (claim_id) GROUP BY fact_id)"
        ).fetchall()
        return time.perf_counter() - began


def counts(warehouse: Warehouse) -> str:
    """What the world looks like, and how many flags came of it."""
    with warehouse.read() as con:
        facts, longest = con.execute("SELECT count(*), max(n) FROM (SELECT count(*) AS n FROM fact_claims GROUP BY fact_id)").fetchall()[0]
        flags, leads = con.execute("SELECT count(*), count(*) FILTER (lead) FROM drift").fetchall()[0]
    return f"{facts:,} facts, the longest of {longest:,} claims; {flags:,} flags in {leads:,} matters"


def main(arguments: list[str] | None = None) -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description="Drift at scale: seconds, and the ratio to a bare GROUP BY of the same rows.")
    parser.add_argument("--claims", type=int, default=50_000)
    parser.add_argument("--new", type=float, default=0.01, help="share of new claims in the last run")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=120.0, help="the first run may take so long")
    parser.add_argument("--memory", default="4GB", help="DuckDB's memory limit")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        warehouse = Warehouse(Path(folder) / "scale.duckdb", memory_limit=options.memory, threads=2)
        store(warehouse, world(options.claims, options.seed))
        bare = min(plain(warehouse) for _ in range(3))
        first, line = run(warehouse)
        print(f"{options.claims:,} claims of {counts(warehouse)}")
        print(f"bare GROUP BY   {bare:8.2f} s")
        print(f"first run       {first:8.2f} s = {first / bare:,.0f} times it, {options.claims / first:,.0f} claims/s ({line})")
        again, line = run(warehouse)
        print(f"nothing new     {again:8.2f} s ({line})")
        fresh = max(int(options.claims * options.new), 1)
        store(warehouse, world(fresh, options.seed + 1, options.claims, max(options.claims * 3 // 10, 10)))
        more, line = run(warehouse)
        print(f"{fresh:,} new claims {more:6.2f} s ({line})")
    print(f"memory peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB, duckdb {duckdb.__version__}")
    return int(first > options.seconds)


if __name__ == "__main__":
    sys.exit(main())
