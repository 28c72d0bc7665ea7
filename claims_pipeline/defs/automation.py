"""The job, the daily schedules, the folder sensor."""

from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

import dagster as dg

from claims_pipeline.defs.articles import source_records
from claims_pipeline.defs.partitions import DAYS, range_tags, stale_days, stretches
from claims_pipeline.defs.publish import alerts, report, snapshot
from claims_pipeline.defs.resources import Ledger

READ = [source_records.key]

ledger_job = dg.define_asset_job(
    "ledger_job",
    selection=dg.AssetSelection.all(),
    partitions_def=DAYS,
    description="Everything: read the sources, then articles, claims, facts, drift, verdicts, report and alerts of the chosen days.",
)


def rest_of(job: dg.JobDefinition) -> list[dg.AssetKey]:
    """All assets of the job but the reading of sources."""
    return [key for key in job.asset_layer.executable_asset_keys if key not in READ]


@dg.sensor(job=ledger_job, minimum_interval_seconds=30, default_status=dg.DefaultSensorStatus.RUNNING)
def new_files(context: dg.SensorEvaluationContext, ledger: Ledger) -> dg.SensorResult | dg.SkipReason:
    """Reads the sources when a file under them is new or changed."""
    seen = _state(ledger.source_paths())
    if seen == context.cursor:
        return dg.SkipReason("no file is new or changed")
    return dg.SensorResult(run_requests=[dg.RunRequest(run_key=f"files-{seen}", asset_selection=READ)], cursor=seen)


@dg.asset_sensor(asset_key=source_records.key, job=ledger_job, minimum_interval_seconds=30, default_status=dg.DefaultSensorStatus.RUNNING)
def new_records(
    context: dg.SensorEvaluationContext, asset_event: dg.EventLogEntry, ledger: Ledger
) -> Iterator[dg.RunRequest | dg.SkipReason]:
    """After the sources were read: runs the rest of the job over the days that hold something new."""
    stale = stale_days(ledger.warehouse())
    if not stale:
        yield dg.SkipReason("the sources held nothing new")
        return
    assert context.repository_def is not None
    job = context.repository_def.get_job(ledger_job.name)
    rest = rest_of(job)
    for first, last in stretches(stale):
        yield dg.RunRequest(run_key=f"records-{asset_event.run_id}-{first}", asset_selection=rest, tags=range_tags(first, last))


@dg.schedule(job=ledger_job, cron_schedule="15 * * * *", default_status=dg.DefaultScheduleStatus.RUNNING)
def hourly_read(context: dg.ScheduleEvaluationContext) -> dg.RunRequest:
    """Reads the sources every hour: feeds and URLs change without a file changing."""
    return dg.RunRequest(run_key=f"{context.scheduled_execution_time:%Y-%m-%dT%H}", asset_selection=READ)


@dg.schedule(job=ledger_job, cron_schedule="30 5 * * *", default_status=dg.DefaultScheduleStatus.RUNNING)
def daily_report(context: dg.ScheduleEvaluationContext) -> dg.RunRequest:
    """Publishes the snapshot, writes the report and tells new flags every morning at 05:30 UTC."""
    return dg.RunRequest(
        run_key=f"report-{context.scheduled_execution_time:%Y-%m-%d}", asset_selection=[snapshot.key, report.key, alerts.key]
    )


@dg.schedule(job=ledger_job, cron_schedule="45 * * * *", default_status=dg.DefaultScheduleStatus.RUNNING)
def hourly_alerts(context: dg.ScheduleEvaluationContext) -> dg.RunRequest:
    """Tries again every hour what could not be sent, also when no news came."""
    return dg.RunRequest(run_key=f"alerts-{context.scheduled_execution_time:%Y-%m-%dT%H}", asset_selection=[alerts.key])


def _state(sources: list[str]) -> str:
    """A hash over path, size and modification time of every file under the sources."""
    digest = blake2b(digest_size=16)
    for source in sources:
        path = Path(source)
        files = sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path] if path.is_file() else []
        for file in files:
            stat = file.stat()
            digest.update(f"{file}|{stat.st_size}|{stat.st_mtime_ns}\n".encode())
    return digest.hexdigest()
