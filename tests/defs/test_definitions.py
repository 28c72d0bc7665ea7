"""The code location: it loads, everything is described, sensors and schedules are on, checks block where they must."""

import dagster as dg
import pytest

from claims_pipeline.definitions import defs
from claims_pipeline.warehouse.sql import names

ASSETS = {
    "source_records",
    "articles",
    "roots",
    "claims",
    "claim_embeddings",
    "facts",
    "fact_timeline",
    "drift",
    "reference_series",
    "verdicts",
    "snapshot",
    "report",
    "alerts",
}


@pytest.fixture(scope="module")
def loaded() -> dg.Definitions:
    found = defs()
    dg.Definitions.validate_loadable(found)
    return found


def test_every_asset_is_there_and_described(loaded: dg.Definitions) -> None:
    specs = {spec.key.to_user_string(): spec for spec in loaded.resolve_all_asset_specs()}
    assert set(specs) == ASSETS
    assert all(spec.description for spec in specs.values())


def test_every_column_is_described(loaded: dg.Definitions) -> None:
    for spec in loaded.resolve_all_asset_specs():
        schema = spec.metadata.get("dagster/column_schema")
        if schema is None:
            assert spec.key.to_user_string() in {"snapshot", "report"}
            continue
        bare = [column.name for column in schema.columns if not column.description]
        assert schema.columns and not bare, f"{spec.key.to_user_string()}: {bare}"


def test_every_check_file_is_a_check(loaded: dg.Definitions) -> None:
    keys = {f"{k.asset_key.to_user_string()}__{k.name}" for d in loaded.asset_checks or [] for k in d.check_keys}
    assert keys == {name.removeprefix("checks/") for name in names("checks")}
    blocking = {k.name for d in loaded.asset_checks or [] for s in d.check_specs for k in [s.key] if s.blocking}
    assert {"offsets_true", "intervals_ordered", "each_claim_once"} <= blocking


def test_sensors_and_schedules_are_on(loaded: dg.Definitions) -> None:
    assert {s.name: s.default_status.value for s in loaded.sensors or []} == {"new_files": "RUNNING", "new_records": "RUNNING"}
    assert {s.name: s.default_status.value for s in loaded.schedules or []} == {
        "hourly_read": "RUNNING",
        "daily_report": "RUNNING",
        "hourly_alerts": "RUNNING",
    }
