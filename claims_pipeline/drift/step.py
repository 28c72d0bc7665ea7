"""Runs the rules of ``sql/drift`` and ``sql/verdicts`` in order. Every rule is SQL; here is only the order.

:func:`track` keeps the ledger (what was believed before and after each claim), :func:`flag` finds what an editor must
see, :func:`judge` gives each claim its verdict at its own time, :func:`decide` records an analyst's judgement.

Each first fills temporary tables and then writes the ledger in one transaction. What a transaction has not committed yet DuckDB
takes for empty: with the temporary tables inside it, statements over a million rows were planned for one, on one core.
"""

from __future__ import annotations

import time
import zlib
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import duckdb

from claims_pipeline import warehouse as wh
from claims_pipeline.drift import reference, remaining, replay, things, thresholds, trust
from claims_pipeline.errors import ClaimsError
from claims_pipeline.progress import Progress, silent
from claims_pipeline.records import StepResult
from claims_pipeline.warehouse.sql import names

CLAIMS_A_SLICE = 250_000
"""So many claims are folded at a time: about 100 MB."""
LEDGER = (
    "states_drop", "states_insert", "timeline_drop", "timeline_insert", "facts_update", "ledger_drop", "ledger_update",
)  # fmt: skip
PREPARE = ("look_again", "told", "article_facts", "found_create", "pair_links", "magnitude_slip", "magnitude_slip_between_facts", "beside")
"""Slips first: what differs from a slip is right."""
RULES = (
    "gaps", "explained", "moved_on", "outdated_repeat", "outdated_floor", "outdated_floor_in_article", "contradicts",
    "contradicts_lone_move", "contradicts_undated",
    "revised_told", "revised_down", "revised_up", "revised_own", "unit_slip",
    "unit_slip_between_facts", "scope_shift", "scope_shift_between_facts", "hedge_lost", "hedge_gained", "one_source",
)  # fmt: skip
"""The order matters: a slipped figure is no revision as well, and a number in another unit lost no hedge."""
FIND = (*RULES, "weigh")
RANK = ("rank", "merged")
FLAG = (
    "close", "merge_drop", "merge", "close_corrected", "drop_gone", "follow_facts", "certainty_keep", "certainty_drop",
    "timeline_relation", "timeline_note", "timeline_households", "ledger_flagged",
)  # fmt: skip
LOOK = ("todo", "against_series")
JUDGE = ("drop", "judge", "carried", "ledger_judged")
STATES = ("open", "dismissed", "confirmed")


def track(
    warehouse: wh.Warehouse,
    *,
    fact_ids: Sequence[str] | None = None,
    settings: Mapping[str, float | str] | None = None,
    progress: Progress = silent,
) -> StepResult:
    """Keep the ledger of the facts whose claims, sources or thresholds changed; ``fact_ids`` narrows it further."""
    began = time.monotonic()
    values = thresholds.chosen(settings)
    with warehouse.read() as con:
        thresholds.store(con, values)
        thresholds.fix(con)
        wh.run(con, "drift/changed_facts", rules=_rules_print(values), fact_ids=list(fact_ids) if fact_ids is not None else None)
        _replay(con, timedelta(days=values["state_days"]), progress)
        with wh.transaction(con):
            for name in LEDGER:
                wh.run(con, f"drift/{name}")
        facts, claims, moves = wh.run(con, "drift/track_counts").fetchall()[0]
    return StepResult("fact_timeline", {"facts": facts, "claims": claims, "moves": moves}, time.monotonic() - began)


def flag(warehouse: wh.Warehouse, *, now: datetime, progress: Progress = silent) -> StepResult:
    """Find the drift in the facts that were tracked since the last flags. ``now`` (UTC) dates new flags."""
    began = time.monotonic()
    with warehouse.read() as con:
        thresholds.fix(con)
        steps = len(PREPARE) + len(FIND) + len(FLAG)
        for done, name in enumerate(PREPARE):
            progress("drift", done, steps)
            wh.run(con, f"drift/{name}")
        if trust.ask(con, "drift/to_trust_beside", progress):
            wh.run(con, "drift/pair_links_figures")
            wh.run(con, "drift/beside_trusted")
        for done, name in enumerate(FIND, len(PREPARE)):
            progress("drift", done, steps)
            if name == "weigh":
                things.name(con)
                remaining.mark(con)
            wh.run(con, f"drift/{name}")
        wh.run(con, "drift/tellings")
        trust.ask(con, "drift/to_trust", progress)
        wh.run(con, "drift/pair_links_hedges")
        wh.run(con, "drift/certain")
        for name in RANK:
            wh.run(con, f"drift/{name}", now=now)
        facts, flags, matters = wh.run(con, "drift/flag_counts").fetchall()[0]
        with wh.transaction(con):
            for done, name in enumerate(FLAG, len(PREPARE) + len(FIND)):
                progress("drift", done, steps)
                wh.run(con, f"drift/{name}", now=now)
    progress("drift", steps, steps)
    return StepResult("drift", {"facts": facts, "flags": flags, "matters": matters}, time.monotonic() - began)


def load_reference(
    warehouse: wh.Warehouse, files: Sequence[Path | str], *, now: datetime | None = None, progress: Progress = silent
) -> StepResult:
    """Load the official series that the mapping ``files`` describe (see :mod:`claims_pipeline.drift.reference`)."""
    began = time.monotonic()
    counts = {"series": 0, "rows": 0, "rejected": 0}
    mappings = [m for f in files for m in reference.read_mapping(Path(f))]
    with warehouse.write() as con:
        for done, mapping in enumerate(mappings):
            progress("reference_series", done, len(mappings))
            stored, rejected = reference.load(con, mapping, now or datetime.now(UTC).replace(tzinfo=None))
            counts["series"] += 1
            counts["rows"] += stored
            counts["rejected"] += rejected
    return StepResult("reference_series", counts, time.monotonic() - began)


def judge(warehouse: wh.Warehouse, *, progress: Progress = silent) -> StepResult:
    """Give each claim of a changed fact its verdict, against what was known when it was published."""
    began = time.monotonic()
    with warehouse.read() as con:
        thresholds.fix(con)
        for name in LOOK:
            wh.run(con, f"verdicts/{name}")
        with wh.transaction(con):
            for done, name in enumerate(JUDGE):
                progress("verdicts", done, len(JUDGE))
                wh.run(con, f"verdicts/{name}")
        counts = {str(verdict): int(n) for verdict, n in wh.run(con, "verdicts/counts").fetchall()}
    return StepResult("verdicts", counts, time.monotonic() - began)


def decide(warehouse: wh.Warehouse, drift_id: str, state: str, note: str | None = None, *, now: datetime) -> None:
    """Record what an analyst decided about a flag: open, dismissed or confirmed. It survives every later run."""
    if state not in STATES:
        raise ClaimsError(f"flag {drift_id}", f"unknown state {state!r}", f"Choose one of {', '.join(STATES)}.")
    with warehouse.write() as con:
        wh.run(con, "drift/decide", drift_id=drift_id, state=state, note=note, now=now)
        if not wh.run(con, "drift/apply_decision", drift_id=drift_id).fetchall()[0][0]:
            raise ClaimsError(f"flag {drift_id}", "no such flag", "List the flags with `claims drift`.")


def _replay(con: duckdb.DuckDBPyConnection, patience: timedelta, progress: Progress) -> None:
    """Fold the claims of the changed facts, slice by slice, into the ledger's lines."""
    wh.run(con, "drift/partial")
    wh.run(con, "drift/evidence")
    wh.run(con, "drift/ledger_begin")
    slices = wh.run(con, "drift/slices", claims_a_slice=CLAIMS_A_SLICE).fetchall()[0][0]
    for done in range(slices):
        progress("fact_timeline", done, slices)
        claims = wh.run(con, "drift/folding", slice=done, slices=slices).to_arrow_table()
        con.register("folded", replay.fold(claims, patience))
        wh.run(con, "drift/ledger_keep")
        con.unregister("folded")
    progress("fact_timeline", slices, slices)


def _rules_print(values: Mapping[str, float]) -> int:
    """A number that changes when a threshold or a statement of the ledger changes, so that all facts are done again."""
    text = "".join(wh.statement(name) for folder in ("drift", "macros") for name in names(folder)) + replay.VERSION
    return zlib.crc32((text + repr(sorted(values.items()))).encode())
