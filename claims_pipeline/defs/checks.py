"""Asset checks: one file of ``sql/checks`` a check, whose rows are what breaks the rule.

The file's header names the asset and whether the check blocks what comes after it. A new check is a new file.
"""

import re

import dagster as dg

from claims_pipeline import warehouse as wh
from claims_pipeline.defs.resources import Ledger
from claims_pipeline.warehouse.sql import names

_HEADER = re.compile(r"^-- (Check|Blocking|Why):\s+(.*(?:\n--\s{6,}.*)*)", re.MULTILINE)
SHOWN = 10
"""Rows of a broken rule that the check's metadata shows."""


def _check(name: str) -> dg.AssetChecksDefinition:
    header = dict(_HEADER.findall(wh.statement(name)))
    blocking = header["Blocking"] == "yes"

    @dg.asset_check(
        asset=header["Check"],
        name=name.split("__")[1],
        description=re.sub(r"\s*\n--\s*", " ", header["Why"]),
        blocking=blocking,
        metadata={"sql": dg.MetadataValue.md(f"```sql\n{wh.statement(name)}\n```")},
        pool="warehouse",
    )
    def check(ledger: Ledger) -> dg.AssetCheckResult:
        with ledger.warehouse().read() as con:
            rows = wh.run(con, name, rejected_share=ledger.settings().rejected_share).fetchdf()
        shown = "\n".join("- " + ", ".join(f"{k} = {v}" for k, v in row.items()) for row in rows.head(SHOWN).to_dict("records"))
        return dg.AssetCheckResult(
            passed=rows.empty,
            severity=dg.AssetCheckSeverity.ERROR if blocking else dg.AssetCheckSeverity.WARN,
            metadata={"rows that break the rule": len(rows), "the first of them": dg.MetadataValue.md(shown or "none")},
        )

    return check


@dg.definitions
def checks() -> dg.Definitions:
    """Every check in ``sql/checks``."""
    return dg.Definitions(asset_checks=[_check(name) for name in names("checks")])
