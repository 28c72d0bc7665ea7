"""Sources become articles; who copied whom."""

from datetime import UTC, datetime

import dagster as dg

from claims_pipeline.defs.metadata import columns, described, logged
from claims_pipeline.defs.partitions import DAYS, ONE_RUN, days_of, stale_days
from claims_pipeline.defs.resources import Ledger


@dg.asset(
    group_name="articles", kinds={"python", "duckdb"}, pool="warehouse", metadata=columns("source_records", "source_files", "rejected")
)
def source_records(context: dg.AssetExecutionContext, ledger: Ledger) -> dg.MaterializeResult:
    """Every article as its source gave it: files, folders, feeds.

    A file whose bytes did not change is not read again; what cannot be read is a row of `rejected`.
    """
    from claims_pipeline.articles import step

    warehouse = ledger.warehouse()
    now = datetime.now(UTC).replace(tzinfo=None)
    result = step.read(warehouse, ledger.source_paths(), now=now, progress=logged(context))
    stale = stale_days(warehouse)
    extra = {"first new day": stale[0].isoformat(), "last new day": stale[-1].isoformat()} if stale else {}
    return described(warehouse, result, "source_records", extra)


@dg.asset(
    group_name="articles",
    kinds={"python", "duckdb"},
    pool="warehouse",
    partitions_def=DAYS,
    backfill_policy=ONE_RUN,
    deps=[source_records],
    metadata=columns("article_versions"),
)
def articles(context: dg.AssetExecutionContext, ledger: Ledger) -> dg.MaterializeResult:
    """Articles of a day: cleaned, dated in their own conventions, in a known language, with the sources they credit.

    Every version of an article is kept.
    """
    from claims_pipeline.articles import step

    warehouse = ledger.warehouse()
    result = step.clean(warehouse, days_of(context, warehouse), progress=logged(context))
    return described(warehouse, result, "article_versions")


@dg.asset(group_name="articles", kinds={"python", "duckdb"}, pool="warehouse", deps=[articles], metadata=columns("roots"))
def roots(context: dg.AssetExecutionContext, ledger: Ledger) -> dg.MaterializeResult:
    """Who copied whom: articles that go back to one source share a root, with the reason in words. Corroboration counts roots."""
    from claims_pipeline.articles.roots import step

    warehouse = ledger.warehouse()
    return described(warehouse, step(warehouse, progress=logged(context)), "roots")
