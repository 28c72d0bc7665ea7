"""``claims decide``: what an analyst thinks of a flag."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click


@click.command()
@click.argument("drift_id")
@click.argument("state", type=click.Choice(["open", "dismissed", "confirmed"]))
@click.option("--note", help="Why; kept beside the flag.")
@click.option("--warehouse", type=click.Path(path_type=Path), help="The ledger, X.duckdb. Default: as claims.toml says.")
def decide(drift_id: str, state: str, note: str | None, warehouse: Path | None) -> None:
    """Set the STATE of flag DRIFT_ID; it survives every later run."""
    from claims_pipeline import settings
    from claims_pipeline.drift.step import decide as store
    from claims_pipeline.warehouse import Warehouse

    own = settings.load()
    ledger = Warehouse(warehouse or own.path(own.warehouse), memory_limit=own.memory_limit)
    store(ledger, drift_id, state, note, now=datetime.now(UTC).replace(tzinfo=None))
    ledger.publish()
    click.echo(f"{drift_id} is {state}")
