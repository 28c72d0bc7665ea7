"""Articles become claims, and claims become vectors."""

import dagster as dg

from claims_pipeline.defs.articles import articles
from claims_pipeline.defs.metadata import columns, described, logged
from claims_pipeline.defs.partitions import DAYS, ONE_RUN, days_of
from claims_pipeline.defs.resources import Ledger


@dg.asset(
    group_name="claims",
    kinds={"python", "duckdb"},
    pool="warehouse",
    partitions_def=DAYS,
    backfill_policy=ONE_RUN,
    deps=[articles],
    metadata=columns("claims", "extractions"),
)
def claims(context: dg.AssetExecutionContext, ledger: Ledger) -> dg.MaterializeResult:
    """Every numeric claim of a day's articles: its number, bound and interval, what is counted, of whom, where, who says so."""
    from claims_pipeline.quantities.step import extract_claims
    from claims_pipeline.report.preview import chart_markdown

    warehouse = ledger.warehouse()
    result = extract_claims(warehouse, days=days_of(context, warehouse), progress=logged(context))
    with warehouse.read() as con:
        chart = dg.MetadataValue.md(chart_markdown(con, "claims", "day"))
    return described(warehouse, result, "claims", {"claims by day": chart})


@dg.asset(group_name="claims", kinds={"python", "duckdb"}, pool="warehouse", deps=[claims], metadata=columns("claim_texts"))
def claim_embeddings(context: dg.AssetExecutionContext, ledger: Ledger) -> dg.MaterializeResult:
    """Each distinct text of a claim (its number-masked words, its article's title and lead) as a vector, embedded once ever."""
    from claims_pipeline.embeddings.step import embed

    warehouse = ledger.warehouse()
    return described(warehouse, embed(warehouse, model=ledger.model_name(), progress=logged(context)), "claim_texts")
