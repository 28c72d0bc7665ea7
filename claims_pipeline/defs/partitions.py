"""Daily partitions by UTC day of publication."""

from collections.abc import Iterable
from datetime import date, timedelta

import dagster as dg

from claims_pipeline import settings
from claims_pipeline import warehouse as wh

DAYS = dg.DailyPartitionsDefinition(start_date=settings.load().first_day.isoformat(), end_offset=1)
"""Today is a partition too: the news of a day is wanted on that day."""

ONE_RUN = dg.BackfillPolicy.single_run()
"""A backfill of many days is one run over the range: the steps work on batches, not on days."""


def days_of(context: dg.AssetExecutionContext, warehouse: wh.Warehouse) -> list[date]:
    """The days of this run that hold a record. The first partition also stands for all days before it."""
    keys = context.partition_key_range
    first, last = date.fromisoformat(keys.start), date.fromisoformat(keys.end)
    with warehouse.read() as con:
        rows = wh.run(
            con, "articles/days_between", first=None if keys.start == DAYS.get_first_partition_key() else first, last=last
        ).fetchall()
    return [day for (day,) in rows]


def stale_days(warehouse: wh.Warehouse) -> list[date]:
    """The days with a record that the current rules have not cleaned or read for claims."""
    from claims_pipeline.articles.clean import CLEANER
    from claims_pipeline.quantities.api import extractor_version

    with warehouse.read() as con:
        return [day for (day,) in wh.run(con, "articles/stale_days", cleaner=CLEANER, extractor=extractor_version()).fetchall()]


GAP = timedelta(days=14)
"""Days that are further apart are run apart: Dagster writes an event for every day of a range, also an empty one."""


def stretches(days: Iterable[date]) -> list[tuple[date, date]]:
    """The days as ranges (first, last) without a gap longer than :data:`GAP`, in order."""
    out: list[tuple[date, date]] = []
    for day in sorted(days):
        if out and day - out[-1][1] <= GAP:
            out[-1] = (out[-1][0], day)
        else:
            out.append((day, day))
    return out


def range_tags(first: date, last: date) -> dict[str, str]:
    """Run tags that make one run cover the partitions ``first`` to ``last``, clamped to those that exist."""
    keys = DAYS.get_partition_keys()
    start, end = (min(max(day.isoformat(), keys[0]), keys[-1]) for day in (first, last))
    return {"dagster/asset_partition_range_start": start, "dagster/asset_partition_range_end": end}
