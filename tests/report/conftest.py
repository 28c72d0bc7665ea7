"""A small ledger: four matters of the autumn of 2023 in five languages, as tables in ``fixture/``."""

from __future__ import annotations

import json
from pathlib import Path

import duckdb
import pytest

from claims_pipeline.warehouse.store import create_schema

FIXTURE = Path(__file__).parent / "fixture"


NEUTRAL = {"UBIGINT": "0", "VARCHAR": "''", "INTEGER": "0", "DOUBLE": "0", "BOOLEAN": "false", "VARCHAR[]": "[]"}
"""For columns that the fixture leaves out because nothing here reads them."""


def fill(con: duckdb.DuckDBPyConnection) -> None:
    """Create the schema and load every table of the fixture."""
    create_schema(con)
    con.execute("CREATE TABLE IF NOT EXISTS claim_embeddings (text_hash VARCHAR, model VARCHAR, embedding FLOAT[3])")
    for file in sorted(FIXTURE.glob("*.jsonl")):
        given = json.loads(file.read_text(encoding="utf8").splitlines()[0])
        columns = con.execute(f"DESCRIBE {file.stem}").fetchall()
        rest = "".join(f", {NEUTRAL[kind]} AS {name}" for name, kind, null, *_ in columns if null == "NO" and name not in given)
        con.execute(
            f"INSERT INTO {file.stem} BY NAME SELECT *{rest} FROM read_json($file, format = 'newline_delimited')", {"file": str(file)}
        )


@pytest.fixture(scope="session")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A published snapshot with the fixture in it."""
    path = tmp_path_factory.mktemp("ledger") / "ledger.duckdb"
    with duckdb.connect(str(path)) as con:
        fill(con)
    return path


@pytest.fixture
def own_ledger(tmp_path: Path) -> Path:
    """The same for a test that changes it."""
    path = tmp_path / "own.duckdb"
    with duckdb.connect(str(path)) as con:
        fill(con)
    return path


@pytest.fixture
def empty_ledger(tmp_path: Path) -> Path:
    """A ledger that nothing was ever read into."""
    path = tmp_path / "empty.duckdb"
    with duckdb.connect(str(path)) as con:
        create_schema(con)
    return path
