"""What people open: the snapshot and the report."""

from datetime import UTC, datetime

import dagster as dg

from claims_pipeline.defs.facts import verdicts
from claims_pipeline.defs.resources import Ledger


@dg.asset(group_name="publish", kinds={"duckdb"}, pool="warehouse", deps=[verdicts])
def snapshot(ledger: Ledger) -> dg.MaterializeResult:
    """The read-only copy that analysts, the report and the reading commands open; replaced in one move."""
    path = ledger.warehouse().publish()
    return dg.MaterializeResult(metadata={"path": dg.MetadataValue.path(str(path)), "megabytes": round(path.stat().st_size / 1e6, 1)})


@dg.asset(group_name="publish", kinds={"html"}, deps=[snapshot])
def report(ledger: Ledger) -> dg.MaterializeResult:
    """The HTML report and the feed of new flags."""
    from claims_pipeline.report.feed import write_feed
    from claims_pipeline.report.html import write_report

    now = datetime.now(UTC).replace(tzinfo=None)
    folder, path = ledger.report_folder(), ledger.warehouse().path
    page = write_report(path, folder, now=now)
    new = write_feed(path, folder, now=now)
    return dg.MaterializeResult(metadata={"page": dg.MetadataValue.path(str(page)), "new flags in the feed": new})
