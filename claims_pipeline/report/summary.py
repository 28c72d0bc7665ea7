"""The last lines of a run: what the ledger holds and the three flags to look at first."""

from __future__ import annotations

from pathlib import Path

from claims_pipeline.report import words
from claims_pipeline.report.rows import Row, rows
from claims_pipeline.warehouse import open_snapshot


def summary(snapshot: Path, report: Path | None = None) -> str:
    """A few plain lines about a published snapshot; with ``report`` (the page), the paths of both as well."""
    with open_snapshot(snapshot) as con:
        o = rows(con, "report/overview")[0]
        groups = rows(con, "report/flag_groups", limit=200)
    lines = [
        f"Read      {words.plural(o['articles'], 'article')} from {words.plural(o['outlets'], 'outlet')} "
        f"in {words.plural(o['languages'], 'language')}, {words.period(o['first_published_at'], o['last_published_at'])} (UTC)",
        f"Claims    {words.number(o['claims'])} in {words.plural(o['facts'], 'fact')}, "
        f"{words.number(o['moving_facts'])} moving or disputed",
        f"Flags     {words.number(o['open_flags'])} open, {words.number(o['decided_flags'])} decided",
        f"Not read  {words.plural(o['rejected'], 'item')}" + (" (see `claims rejected`)" if o["rejected"] else ""),
    ]
    top = _three(groups)
    if top:
        lines += ["", "Look first at:" if len(top) > 1 else "Look at:"]
        lines += [f"  {i}. {g['explanation']} ({g['what']}, severity {g['severity']:.2f})" for i, g in enumerate(top, 1)]
    if report is not None:
        lines += ["", f"Ledger    {snapshot}", f"Report    {report}"]
    return "\n".join(lines)


def _three(groups: list[Row]) -> list[Row]:
    """The gravest matter of each of three facts; a fact's second matter only where there are fewer facts."""
    ranked = sorted(groups, key=lambda g: -g["severity"])
    firsts = {g["fact_id"]: g for g in reversed(ranked)}
    chosen = [g for g in ranked if firsts[g["fact_id"]] is g][:3]
    rest = [g for g in ranked if g not in chosen]
    return sorted(chosen + rest[: 3 - len(chosen)], key=lambda g: -g["severity"])
