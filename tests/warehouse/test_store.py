"""One writer, many readers: transactions, publishing, the lock, and what an error says."""

import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from claims_pipeline.errors import ClaimsError
from claims_pipeline.warehouse import Warehouse, open_snapshot, run, sql


def settings_of(warehouse: Warehouse) -> list[tuple[str, float]]:
    with warehouse.read() as con:
        return con.execute("SELECT name, value FROM settings ORDER BY name").fetchall()


def add(warehouse: Warehouse, name: str, value: float) -> None:
    with warehouse.write() as con:
        con.execute("INSERT INTO settings VALUES (?, ?, 'for the test')", [name, value])


def test_a_block_that_fails_leaves_nothing(tmp_path: Path) -> None:
    warehouse = Warehouse(tmp_path / "w.duckdb")
    add(warehouse, "kept", 1.0)
    with pytest.raises(ZeroDivisionError), warehouse.write() as con:
        con.execute("INSERT INTO settings VALUES ('lost', 2.0, '')")
        raise ZeroDivisionError
    assert settings_of(warehouse) == [("kept", 1.0)]


def test_the_snapshot_changes_only_when_published(tmp_path: Path) -> None:
    warehouse = Warehouse(tmp_path / "w.duckdb")
    add(warehouse, "a", 1.0)
    warehouse.publish()
    add(warehouse, "b", 2.0)
    with open_snapshot(warehouse.path) as con:
        assert con.execute("SELECT name FROM settings").fetchall() == [("a",)]
    warehouse.publish()
    with open_snapshot(warehouse.path) as con:
        assert con.execute("SELECT name FROM settings ORDER BY 1").fetchall() == [("a",), ("b",)]
    assert sorted(p.name for p in tmp_path.glob("*.tmp")) == []


def test_a_reader_does_not_block_the_writer(tmp_path: Path) -> None:
    warehouse = Warehouse(tmp_path / "w.duckdb")
    add(warehouse, "a", 1.0)
    warehouse.publish()
    with open_snapshot(warehouse.path) as con:
        add(warehouse, "b", 2.0)
        warehouse.publish()
        assert con.execute("SELECT count(*) FROM settings").fetchall() == [(1,)], "an open snapshot keeps what it showed"


def test_a_lost_working_file_goes_on_from_the_snapshot(tmp_path: Path) -> None:
    warehouse = Warehouse(tmp_path / "w.duckdb")
    add(warehouse, "a", 1.0)
    warehouse.publish()
    warehouse.working.unlink()
    assert settings_of(warehouse) == [("a", 1.0)]


def test_the_lock_error_names_the_holder(tmp_path: Path) -> None:
    held = (
        "import sys; from claims_pipeline.warehouse import Warehouse\n"
        "with Warehouse(sys.argv[1]).read(): print('held', flush=True); sys.stdin.read()"
    )
    path = tmp_path / "w.duckdb"
    with subprocess.Popen([sys.executable, "-c", held, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None and other.stdout.readline() == "held\n"
        with pytest.raises(ClaimsError, match=rf"held for over 0.2 s by process {other.pid}"), Warehouse(path, lock_seconds=0.2).read():
            pass
        other.communicate("")
    assert settings_of(Warehouse(path, lock_seconds=0.2)) == []


def test_wrong_paths_name_themselves(tmp_path: Path) -> None:
    with pytest.raises(ClaimsError, match=r"ledger\.db.*does not end in \.duckdb"):
        Warehouse(tmp_path / "ledger.db")
    with pytest.raises(ClaimsError, match="no such file"):
        open_snapshot(tmp_path / "none.duckdb")
    (tmp_path / "text.duckdb").write_text("not a database")
    with pytest.raises(ClaimsError, match=r"text\.duckdb"):
        open_snapshot(tmp_path / "text.duckdb")


def test_a_statement_needs_its_parameters() -> None:
    con = duckdb.connect()
    with pytest.raises(ClaimsError, match=r"claims/pending\.sql.*days.*extractor.*force"):
        run(con, "claims/pending")
    with pytest.raises(ClaimsError, match="no such file"):
        run(con, "claims/absent")


def test_every_statement_says_what_it_reads_and_why() -> None:
    files = sorted(sql.sql_root().rglob("*.sql"))
    assert len(files) > 30
    for file in files:
        header = [line for line in file.read_text(encoding="utf8").splitlines() if line.startswith("--")]
        words = {line[3:].split(":")[0] for line in header if ":" in line}
        assert {"Reads", "Writes", "Why"} <= words, f"{file} lacks a header line"
        assert ("Grain" in words) or file.parent.name == "macros", f"{file} lacks its grain"


def test_a_ledger_of_an_older_version_is_made_again_from_its_records(tmp_path: Path) -> None:
    path = tmp_path / "w.duckdb"
    with duckdb.connect(str(tmp_path / "w.work.duckdb")) as con:
        sql.run(con, "tables/source_files")
        con.execute("INSERT INTO source_files VALUES ('a.txt', 'h', 'txt', 1, 0, TIMESTAMP '2024-01-01')")
        con.execute("CREATE TABLE claims (claim_id VARCHAR, old_column VARCHAR)")
        con.execute("CREATE VIEW v_old AS SELECT old_column FROM claims")
    with Warehouse(path).read() as con:
        assert "old_column" not in con.table("claims").columns and "masked" in con.table("claims").columns
        assert con.execute("SELECT source FROM source_files").fetchall() == [("a.txt",)]


def test_decisions_of_another_version_are_never_dropped(tmp_path: Path) -> None:
    with duckdb.connect(str(tmp_path / "w.work.duckdb")) as con:
        con.execute("CREATE TABLE drift_decisions (drift_id VARCHAR, verdict VARCHAR)")
    with pytest.raises(ClaimsError, match="drift_decisions"), Warehouse(tmp_path / "w.duckdb").read():
        pass
