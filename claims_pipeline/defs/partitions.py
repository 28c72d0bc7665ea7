"""Daily partitions by UTC day of publication."""

from datetime import date

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
