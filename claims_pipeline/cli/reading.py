"""The everyday questions, read from the published snapshot."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click


def with_snapshot(command: Callable[..., Any]) -> Callable[..., Any]:
    """The option ``--warehouse``, which falls back on the settings."""
    return click.option(
        "--warehouse",
        type=click.Path(path_type=Path),
        callback=lambda _ctx, _param, value: value or _default_warehouse(),
        help="The ledger, X.duckdb. Default: as claims.toml says.",
    )(command)


def _default_warehouse() -> Path:
    from claims_pipeline import settings

    own = settings.load()
    return own.path(own.warehouse)


@click.command()
@click.argument("search", required=False)
@click.option("--limit", default=30, show_default=True, help="Rows at most.")
@with_snapshot
def facts(search: str | None, limit: int, warehouse: Path) -> None:
    """List facts, those with most independent sources first; SEARCH narrows by words of the label."""
    from claims_pipeline.report import reading

    click.echo(reading.table(reading.facts(warehouse, search=search, limit=limit)))


@click.command()
@click.argument("fact")
@with_snapshot
def show(fact: str, warehouse: Path) -> None:
    """Show FACT (an id, also an old one): its state, its claims in time order, its flags."""
    from claims_pipeline.report import reading

    click.echo(reading.show_text(warehouse, fact))


@click.command()
@click.option("--relation", help="Only this relation, for example magnitude_slip.")
@click.option(
    "--state", default="open", show_default=True, help="open, possible (its link is too weak), dismissed, confirmed, closed, or all."
)
@click.option("--min-severity", default=0.0, show_default=True, help="Only flags at or above it, 0 to 1.")
@click.option("--limit", default=20, show_default=True, help="Rows at most.")
@with_snapshot
def drift(relation: str | None, state: str, min_severity: float, limit: int, warehouse: Path) -> None:
    """List flags, the most severe first, each with its sentence."""
    from claims_pipeline.report import reading

    click.echo(
        reading.drift_text(warehouse, state=None if state == "all" else state, min_severity=min_severity, relation=relation, limit=limit)
    )


@click.command()
@click.argument("text")
@click.option("--limit", default=15, show_default=True, help="Rows at most.")
@click.option("--meaning/--words", default=True, show_default=True, help="By meaning in any language (loads the model), or by words only.")
@with_snapshot
def search(text: str, limit: int, meaning: bool, warehouse: Path) -> None:
    """Find claims that speak of TEXT, in any language."""
    from claims_pipeline.report import reading

    encode = None
    if meaning:
        from claims_pipeline.embeddings.encoder import embed_texts

        encode = embed_texts
    click.echo(reading.table(reading.search(warehouse, text, limit=limit, embed=encode)))


@click.command()
@click.option("--limit", default=50, show_default=True, help="Rows at most.")
@with_snapshot
def rejected(limit: int, warehouse: Path) -> None:
    """List what could not be read, with source, position and reason."""
    from claims_pipeline.report import reading

    click.echo(reading.table(reading.rejected(warehouse, limit=limit)))


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), required=False)
@with_snapshot
def report(folder: Path | None, warehouse: Path) -> None:
    """Write the HTML report of the snapshot again, into FOLDER."""
    from claims_pipeline import settings
    from claims_pipeline.report.html import write_report

    own = settings.load()
    click.echo(write_report(warehouse, folder or own.path(own.report), now=datetime.now(UTC).replace(tzinfo=None)))
