"""The last lines of a run."""

from __future__ import annotations

from pathlib import Path

import duckdb

from claims_pipeline.report.summary import summary


def test_summary_counts_and_names_one_flag_of_each_of_three_facts(ledger: Path) -> None:
    lines = summary(ledger, Path("/tmp/x/index.html")).splitlines()
    assert lines[0] == "Read      22 articles from 11 outlets in 5 languages, 9 Sep – 7 Nov 2023 (UTC)"
    assert lines[1] == "Claims    26 in 5 facts, 2 moving or disputed"
    assert lines[2] == "Flags     8 open, 1 decided"
    assert [line[:20] for line in lines if line[:4].strip().rstrip(".").isdigit()] == [
        "  1. Valley Dispatch",
        "  2. Coastal Observe",
        "  3. Valley Dispatch",
    ]
    assert lines[-2:] == [f"Ledger    {ledger}", "Report    /tmp/x/index.html"]


def test_summary_fills_up_from_the_same_fact_where_there_are_fewer(own_ledger: Path) -> None:
    with duckdb.connect(str(own_ledger)) as con:
        con.execute("DELETE FROM drift WHERE fact_id <> 'f-hostages'")
    text = summary(own_ledger)
    assert [s in text for s in ("0.91", "0.84", "0.72", "0.66")] == [True, True, True, False]


def test_summary_of_an_empty_ledger(empty_ledger: Path) -> None:
    assert summary(empty_ledger).splitlines() == [
        "Read      0 articles from 0 outlets in 0 languages, dates not known (UTC)",
        "Claims    0 in 0 facts, 0 moving or disputed",
        "Flags     0 open, 0 decided",
        "Not read  0 items",
    ]
