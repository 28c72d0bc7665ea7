"""Letting go of memory in the middle of a transaction that holds more than the little that is asked for."""

from pathlib import Path

import duckdb
import pytest

from claims_pipeline.facts import room


def test_a_transaction_outlives_a_limit_that_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with duckdb.connect(str(tmp_path / "ledger.duckdb"), config={"memory_limit": "1GB"}) as con:
        limit = con.execute("SELECT current_setting('memory_limit')").fetchall()
        con.begin()
        con.execute("CREATE TABLE told AS SELECT range AS n, hash(range) AS h FROM range(300000)")
        monkeypatch.setattr(room, "_LITTLE", "1KB")
        for _ in range(3):
            room.shed(con)
        con.execute("INSERT INTO told SELECT range, 0 FROM range(10)")
        con.commit()
        assert con.execute("SELECT count(*) FROM told").fetchall() == [(300_010,)]
        assert con.execute("SELECT current_setting('memory_limit')").fetchall() == limit
        with pytest.raises(duckdb.OutOfMemoryException):  # so it was refused above
            con.execute("SET memory_limit = '1KB'")
