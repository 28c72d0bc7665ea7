"""Markdown for an asset's page."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from claims_pipeline.report.preview import bars, chart_markdown, preview_markdown
from claims_pipeline.warehouse import open_snapshot


def test_preview_is_a_markdown_table_without_empty_columns(ledger: Path) -> None:
    with open_snapshot(ledger) as con:
        lines = preview_markdown(con, "drift", limit=3).splitlines()
    assert lines[0].startswith("| drift_id | fact_id | relation | severity | claim_id")
    assert "note" not in lines[0]
    assert len([line for line in lines if line.startswith("| d-")]) == 3
    assert {line.count("|") for line in lines[:5]} == {lines[0].count("|")}


def test_preview_neither_breaks_the_table_nor_lets_markup_through() -> None:
    with duckdb.connect() as con:
        con.execute("CREATE TABLE t AS SELECT 'a|b' || chr(10) || '<img src=x>`' AS x, ['p', 'q'] AS y, 1234567.0 AS z")
        last = preview_markdown(con, "t").splitlines()[-1]
    assert last == "| a\\|b &lt;img src=x>\\` | p, q | 1,234,567 |"


def test_preview_of_an_empty_table_says_so(empty_ledger: Path) -> None:
    with open_snapshot(empty_ledger) as con:
        assert preview_markdown(con, "claims") == "*claims is empty*"
        assert chart_markdown(con, "claims", "day") == "*claims is empty*"


def test_chart_by_day_is_in_order_and_by_kind_by_frequency(ledger: Path) -> None:
    with open_snapshot(ledger) as con:
        days = chart_markdown(con, "claims", "day").splitlines()[1:-1]
        kinds = chart_markdown(con, "drift", "relation").splitlines()[1:-1]
    assert [line.split()[0] for line in days] == sorted(line.split()[0] for line in days)
    assert sum(int(line.split()[-1]) for line in days) == 26
    assert kinds[0].startswith("magnitude slip")
    assert kinds[0].endswith(" 4")


@pytest.mark.parametrize(("days", "form"), [(15, 10), (100, 7), (4000, 4)])
def test_many_days_are_summed_to_months_and_years(days: int, form: int) -> None:
    with duckdb.connect() as con:
        con.execute(f"CREATE TABLE t AS SELECT DATE '2012-01-01' + i::INTEGER AS day FROM range({days}) AS r(i)")
        lines = chart_markdown(con, "t", "day").splitlines()[1:-1]
    assert {len(line.split()[0]) for line in lines} == {form}
    assert sum(int(line.split()[-1].replace(",", "")) for line in lines) == days


def test_many_kinds_end_in_others() -> None:
    with duckdb.connect() as con:
        con.execute("CREATE TABLE t AS SELECT 'k' || (i % 30) AS kind FROM range(300) AS r(i)")
        lines = chart_markdown(con, "t", "kind").splitlines()[1:-1]
    assert len(lines) == 21
    assert lines[-1].startswith("10 others")
    assert lines[-1].endswith(" 100")


def test_bars_are_in_proportion_and_the_smallest_is_seen() -> None:
    full, half, least, none = bars([("a", 1000), ("b", 500), ("c", 1), ("d", 0)]).splitlines()[1:-1]
    assert (full.count("█"), half.count("█"), least.count("▏"), none.count("▏")) == (28, 14, 1, 0)
