"""A flag goes with its claim when facts are linked anew, closed flags too."""

from pathlib import Path

from claims_pipeline.warehouse import Warehouse, run


def test_no_flag_names_a_fact_that_is_gone(tmp_path: Path) -> None:
    with Warehouse(tmp_path / "w.duckdb").write() as con:
        con.execute("INSERT INTO fact_claims VALUES ('f-new', 'c1', 1.0, ''), ('f-same', 'c2', 1.0, '')")
        nothing = {"INTEGER": "0", "DOUBLE": "0", "BOOLEAN": "false", "TIMESTAMP": "TIMESTAMP '2024-01-01'", "VARCHAR[]": "[]"}
        columns = con.execute(
            "SELECT column_name, data_type FROM duckdb_columns() WHERE table_name = 'drift' ORDER BY column_index"
        ).fetchall()
        for fact, claim, state in (("f-gone", "c1", "closed"), ("f-same", "c2", "open")):
            own = {"drift_id": f"d-{claim}", "fact_id": fact, "claim_id": claim, "state": state}
            values = [f"'{own[name]}'" if name in own else nothing.get(kind, "'x'") for name, kind in columns]
            con.execute(f"INSERT INTO drift VALUES ({', '.join(values)})")
        run(con, "drift/follow_facts")
        assert con.execute("SELECT drift_id, fact_id, state FROM drift ORDER BY 1").fetchall() == [
            ("d-c1", "f-new", "closed"),
            ("d-c2", "f-same", "open"),
        ]
