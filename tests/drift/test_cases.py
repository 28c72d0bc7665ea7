"""Every rule of the drift is tested by data: ``cases/*.toml`` gives claims and the flags that must come, no more, no fewer.

A case needs no Python. Keys of a claim: id, outlet, at (UTC; a date alone has no clock), says, and where they matter fact, measure,
article, version, field, root, dated (false: an undated article, first seen at that time), lang, kind, attribute, unit, noun, scope,
masked, sentence_start, place, as_of, modality, sentence, carried_from.
Keys of a case: flags (with orderless where no lag may be said), and where they matter roles, notes, state, status, matters,
severity_below, severity_above, settings.
"""

from __future__ import annotations

import math
import tomllib
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from claims_pipeline.drift.step import flag, track
from claims_pipeline.warehouse import Warehouse
from tests.drift import newsroom

FILES = sorted((Path(__file__).parent / "cases").glob("*.toml"))
CASES = [pytest.param(c, id=f"{f.stem}: {c['name']}") for f in FILES for c in tomllib.loads(f.read_text(encoding="utf8"))["case"]]


@pytest.mark.parametrize("case", CASES)
def test_case(case: dict[str, Any], tmp_path: Path) -> None:
    warehouse = Warehouse(tmp_path / "ledger.duckdb")
    with warehouse.write() as con:
        newsroom.add(con, case["claims"])
    track(warehouse, settings=case.get("settings"))
    flag(warehouse, now=datetime(2022, 1, 1))
    with warehouse.read() as con:
        flags = {(r, c, a) for r, c, a in con.execute("SELECT relation, claim_id, against_claim_id FROM drift").fetchall()}
        assert flags == {(f["relation"], f["claim"], f["against"]) for f in case["flags"]}
        for wanted in case["flags"]:
            found = con.execute(
                "SELECT lead, explanation, superseded_by, severity, tags, lag_hours FROM drift WHERE relation = ? AND claim_id = ?",
                [wanted["relation"], wanted["claim"]],
            ).fetchall()[0]
            assert wanted.get("lead", found[0]) == found[0]
            assert wanted.get("superseded_by", found[2]) == found[2]
            assert wanted.get("tags", found[4]) == found[4]
            assert found[1].endswith(".")
            assert (found[5] is None) == wanted.get("orderless", False)
            for words in wanted.get("says", []):
                assert words in found[1]
            assert case.get("severity_above", 0) < found[3] < case.get("severity_below", 1.01)
        for claim, role in case.get("roles", {}).items():
            assert con.execute("SELECT role FROM fact_timeline WHERE claim_id = ?", [claim]).fetchall() == [(role,)], claim
        for claim, words in case.get("notes", {}).items():
            note, relation = con.execute("SELECT coalesce(note, ''), relation FROM fact_timeline WHERE claim_id = ?", [claim]).fetchall()[0]
            assert words in note if words else note == "", claim
            assert relation == "compatible" or not words or any(f["claim"] == claim for f in case["flags"]), claim
        first = case["claims"][0].get("fact", "fact")
        low, high, status = con.execute("SELECT current_low, current_high, status FROM facts WHERE fact_id = ?", [first]).fetchall()[0]
        if "state" in case:
            wanted_state = [None if end == "open" else end for end in case["state"]]
            assert [low, high] == wanted_state or (high is not None and math.isclose(high, wanted_state[1]))
        assert case.get("status", status) == status
        assert con.execute("SELECT count(DISTINCT matter) FROM drift").fetchall()[0][0] == case.get(
            "matters", con.execute("SELECT count(*) FROM drift WHERE lead").fetchall()[0][0]
        )
