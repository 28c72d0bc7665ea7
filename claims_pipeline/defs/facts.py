"""Claims become facts, facts are followed, drift is flagged, claims are judged."""

from datetime import UTC, datetime

import dagster as dg

from claims_pipeline.defs.articles import roots
from claims_pipeline.defs.claims import claim_embeddings
from claims_pipeline.defs.metadata import columns, described, logged
from claims_pipeline.defs.resources import Ledger


@dg.asset(
    group_name="facts",
    kinds={"python", "duckdb"},
    pool="warehouse",
    deps=[claim_embeddings, roots],
    metadata=columns("facts", "fact_claims", "fact_history"),
)
def facts(context: dg.AssetExecutionContext, ledger: Ledger) -> dg.MaterializeResult:
    """One row a quantity question: the claims of all outlets and languages that answer it, whatever number they give.

    Ids stay when articles are added.
    """
    from claims_pipeline.facts.step import link

    warehouse = ledger.warehouse()
    return described(warehouse, link(warehouse, progress=logged(context)), "facts")


@dg.asset(group_name="facts", kinds={"sql", "duckdb"}, pool="warehouse", deps=[facts], metadata=columns("fact_timeline"))
def fact_timeline(context: dg.AssetExecutionContext, ledger: Ledger) -> dg.MaterializeResult:
    """The ledger: each fact's claims in time order, with the state before and after."""
    from claims_pipeline.drift.step import track

    warehouse = ledger.warehouse()
    return described(warehouse, track(warehouse, progress=logged(context), settings=ledger.settings().drift), "fact_timeline")


@dg.asset(group_name="drift", kinds={"sql", "duckdb"}, pool="warehouse", deps=[fact_timeline], metadata=columns("drift", "drift_decisions"))
def drift(context: dg.AssetExecutionContext, ledger: Ledger) -> dg.MaterializeResult:
    """Where a number drifted in a way that an editor must see: revised, contradicted, outdated, a digit or a hedge lost."""
    from claims_pipeline.drift.step import flag
    from claims_pipeline.report.preview import chart_markdown

    warehouse = ledger.warehouse()
    now = datetime.now(UTC).replace(tzinfo=None)
    result = flag(warehouse, now=now, progress=logged(context))
    with warehouse.read() as con:
        chart = dg.MetadataValue.md(chart_markdown(con, "drift", "relation"))
    return described(warehouse, result, "drift", {"flags by relation": chart})


@dg.asset(group_name="drift", kinds={"duckdb"}, pool="warehouse", metadata=columns("reference_series"))
def reference_series(context: dg.AssetExecutionContext, ledger: Ledger) -> dg.MaterializeResult:
    """Official counts by date, with every revision kept; which series are loaded is a setting."""
    from claims_pipeline.drift.step import load_reference

    warehouse, own = ledger.warehouse(), ledger.settings()
    files = [own.path(f) for f in own.reference]
    return described(warehouse, load_reference(warehouse, files, progress=logged(context)), "reference_series")


@dg.asset(group_name="drift", kinds={"sql", "duckdb"}, pool="warehouse", deps=[drift, reference_series], metadata=columns("verdicts"))
def verdicts(context: dg.AssetExecutionContext, ledger: Ledger) -> dg.MaterializeResult:
    """Each claim against what was known when it was published: supported, outdated, contradicted, disputed, single_source, unsupported."""
    from claims_pipeline.drift.step import judge

    warehouse = ledger.warehouse()
    return described(warehouse, judge(warehouse, progress=logged(context)), "verdicts")
