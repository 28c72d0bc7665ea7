"""What people open: the snapshot and the report."""

from datetime import UTC, datetime

import dagster as dg

from claims_pipeline.defs.facts import verdicts
from claims_pipeline.defs.metadata import columns, described, logged
from claims_pipeline.defs.resources import Ledger


@dg.asset(group_name="publish", kinds={"duckdb"}, pool="warehouse", deps=[verdicts])
def snapshot(ledger: Ledger) -> dg.MaterializeResult:
    """The read-only copy that analysts, the report and the reading commands open; replaced in one move."""
    path = ledger.warehouse().publish()
    return dg.MaterializeResult(metadata={"path": dg.MetadataValue.path(str(path)), "megabytes": round(path.stat().st_size / 1e6, 1)})


@dg.asset(group_name="publish", kinds={"html"}, deps=[snapshot])
def report(ledger: Ledger) -> dg.MaterializeResult:
    """The HTML report."""
    from claims_pipeline.report.html import write_report

    now = datetime.now(UTC).replace(tzinfo=None)
    folder, path = ledger.report_folder(), ledger.warehouse().path
    page = write_report(path, folder, now=now)
    return dg.MaterializeResult(metadata={"page": dg.MetadataValue.path(str(page))})


@dg.asset(group_name="publish", kinds={"python"}, deps=[report], metadata=columns("alert_outbox"))
def alerts(context: dg.AssetExecutionContext, ledger: Ledger) -> dg.MaterializeResult:
    """New flags, told once: the feed and the file of JSON lines beside the report; mail and a webhook where they are set.

    What cannot be sent waits in `alert_outbox` and is tried again by every run.
    """
    from claims_pipeline.alerts.settings import checked
    from claims_pipeline.alerts.step import send

    warehouse = ledger.warehouse()
    result = send(warehouse, ledger.report_folder(), checked(ledger.settings().alerts), progress=logged(context))
    if result.counts["queued"] or result.counts["sent"] or result.counts["failed"]:
        warehouse.publish()  # analysts see in the snapshot what was told and what waits
    return described(warehouse, result, "alert_outbox")
