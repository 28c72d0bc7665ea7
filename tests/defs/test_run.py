"""The whole graph through Dagster on the sample newsroom: what a run leaves, and that a second one changes nothing."""

import shutil
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.conftest import Project

TABLES = (
    "source_records",
    "article_versions",
    "rejected",
    "roots",
    "claims",
    "claim_texts",
    "claim_embeddings",
    "facts",
    "fact_claims",
    "fact_timeline",
    "drift",
    "verdicts",
    "alert_outbox",
)


def contents(ledger: Path) -> dict[str, list[tuple[Any, ...]]]:
    with duckdb.connect(str(ledger), read_only=True) as con:
        return {table: con.execute(f"FROM {table} ORDER BY ALL").fetchall() for table in TABLES}


def test_every_table_is_filled(newsroom: Project) -> None:
    counts = {table: len(rows) for table, rows in contents(newsroom.ledger).items()}
    assert all(counts.values()), counts
    assert (newsroom.folder / "out" / "report" / "index.html").stat().st_size > 10_000


def test_a_second_run_changes_nothing(newsroom: Project, tmp_path: Path) -> None:
    copy = Project(tmp_path / "copy")
    shutil.copytree(newsroom.folder, copy.folder)
    before = contents(copy.ledger)
    result = copy.claims("run", "--quiet")
    assert result.exit_code == 0, result.output
    after = contents(copy.ledger)
    assert {t: len(r) for t, r in after.items()} == {t: len(r) for t, r in before.items()}
    assert after == before


def test_the_run_stands_in_dagsters_own_history(newsroom: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    from dagster import AssetKey, DagsterInstance, DagsterRunStatus

    monkeypatch.chdir(newsroom.folder)  # its dagster.yaml names folders beside itself
    with DagsterInstance.from_config(str(newsroom.folder)) as instance:
        runs = instance.get_runs()
        assert runs and all(run.status is DagsterRunStatus.SUCCESS for run in runs), [(r.status, sorted(r.tags)) for r in runs]
        for name in ("source_records", "claims", "drift", "report", "alerts"):
            assert instance.get_latest_materialization_event(AssetKey(name)) is not None, name
