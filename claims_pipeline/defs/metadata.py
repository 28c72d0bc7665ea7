"""What an asset shows of itself in the UI: counts, rows, a preview, its columns; and progress in the log."""

import re
from collections.abc import Mapping
from typing import Any

import dagster as dg

from claims_pipeline import warehouse as wh
from claims_pipeline.progress import Progress, announce
from claims_pipeline.records import StepResult

_COLUMN = re.compile(
    r"^    (?P<name>[a-z_]+)\s+(?P<type>[A-Z]+(?:\[\w*\])?)(?P<constraints>[^,\n-]*),?\s*(?:--\s*(?P<note>.*))?$", re.MULTILINE
)


def columns(*tables: str) -> dict[str, Any]:
    """Definition metadata with the column schema of the first table, read from its file in ``sql/tables``."""
    found = [
        dg.TableColumn(
            m["name"], m["type"], description=m["note"], constraints=dg.TableColumnConstraints(nullable="NULL" not in m["constraints"])
        )
        for m in _COLUMN.finditer(wh.statement(f"tables/{tables[0]}"))
    ]
    return {
        "dagster/column_schema": dg.TableSchema(columns=found),
        "tables": ", ".join(tables),
        "sql": dg.MetadataValue.md("\n\n".join(f"```sql\n{wh.statement(f'tables/{t}')}\n```" for t in tables)),
    }


def described(warehouse: wh.Warehouse, result: StepResult, table: str, extra: Mapping[str, Any] | None = None) -> dg.MaterializeResult:
    """The result of a step as metadata: its counts, the table's rows and a preview."""
    from claims_pipeline.report.preview import preview_markdown

    with warehouse.read() as con:
        rows = con.table(table).count("*").fetchall()[0][0]
        preview = preview_markdown(con, table)
    metadata: dict[str, Any] = {
        "dagster/row_count": rows,
        "seconds": round(result.seconds, 2),
        "preview": dg.MetadataValue.md(preview),
        **{f"this run: {name}": value for name, value in result.counts.items()},
        **(extra or {}),
    }
    if result.notes:
        metadata["notes"] = dg.MetadataValue.md("\n".join(f"- {n}" for n in result.notes))
    return dg.MaterializeResult(metadata=metadata)


def logged(context: dg.AssetExecutionContext) -> Progress:
    """Progress into Dagster's log at every tenth of the way, and to whoever listens on the command line."""
    last = -1

    def tell(step: str, done: int, total: int) -> None:
        nonlocal last
        announce(step, done, total)
        tenth = done * 10 // total if total else done // 1000
        if tenth != last:
            last = tenth
            context.log.info(f"{step}: {done:,} of {total:,}" if total else f"{step}: {done:,}")

    return tell
