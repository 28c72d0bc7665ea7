"""Review sheets: one HTML page to judge the linking or the flags by eye. It needs no network and exports JSON."""

from __future__ import annotations

from datetime import datetime
from hashlib import blake2b
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from claims_pipeline.errors import ClaimsError
from claims_pipeline.report.html import environment
from claims_pipeline.report.rows import Row, of_all, rows
from claims_pipeline.warehouse import open_snapshot

if TYPE_CHECKING:
    import duckdb

SHOWN, NEAR_SHOWN = 24, 3
"""Claims of a fact, and of a fact beside it, that the page shows at most."""
NEAR, LOOKED_AT, LIKELY = 3, 15, 0.05
"""Facts beside a fact: shown at most, compared at most, and the mean probability from which one is worth a look."""
REASONS = (
    ("wrong_link", "the claims speak of different things"),
    ("misread", "a number, bound or noun was read wrongly"),
    ("no_difference", "the figures do not really differ"),
    ("expected", "a change that anybody expects"),
    ("trivial", "too small a matter"),
    ("other", "something else"),
)
"""Why a flag is not wanted."""


def facts_sheet(snapshot: Path, *, sample: int, seed: int, multi_outlet: bool, now: datetime) -> str:
    """The page with ``sample`` facts of at least two claims (``multi_outlet``: of two outlets) and up to three beside each."""
    with open_snapshot(snapshot) as con:
        found = rows(con, "report/review_facts", sample=_sample(sample), seed=str(seed), multi_outlet=multi_outlet)
        ids = [fact["fact_id"] for fact in found]
        near = _near(con, ids)
        told = _claims(con, [*ids, *(n["fact_id"] for beside in near.values() for n in beside)])
    items: list[dict[str, Any]] = []
    for fact in found:
        beside = [n | {"shown": told[n["fact_id"]][:NEAR_SHOWN]} for n in near.get(fact["fact_id"], ())]
        items.append({**fact, "shown": told[fact["fact_id"]], "near": beside})
    return _page("facts", snapshot, items, of_all(found), seed, now, multi_outlet=multi_outlet)


def flags_sheet(snapshot: Path, *, sample: int, seed: int, now: datetime) -> str:
    """The page with ``sample`` open flags, each with both sentences."""
    with open_snapshot(snapshot) as con:
        found = rows(con, "report/review_flags", sample=_sample(sample), seed=str(seed))
    items = [{**flag, "sides": [_side(flag, "against_"), _side(flag, "")]} for flag in found]
    return _page("flags", snapshot, items, of_all(found), seed, now)


def _page(kind: str, snapshot: Path, items: list[dict[str, Any]], total: int, seed: int, now: datetime, **more: Any) -> str:
    names = "\0".join(str(item.get("drift_id") or item["fact_id"]) for item in items)
    ident = blake2b(f"{kind}\0{snapshot.stem}\0{names}".encode(), digest_size=8).hexdigest()
    sheet = {"kind": kind, "id": ident, "ledger": snapshot.stem, "seed": seed, "made_at": f"{now:%Y-%m-%dT%H:%M:%SZ}", **more}
    return environment().get_template("review.html.j2").render(sheet=sheet, items=items, of_all=total, now=now, reasons=REASONS)


def _claims(con: duckdb.DuckDBPyConnection, facts: list[str]) -> dict[str, list[Row]]:
    told = rows(con, "report/review_claims", facts=facts, each=SHOWN)
    return {fact: list(group) for fact, group in groupby(told, key=lambda row: row["fact_id"])}


def _near(con: duckdb.DuckDBPyConnection, facts: list[str]) -> dict[str, list[dict[str, Any]]]:
    """For each fact those beside it that the model finds likeliest, by the mean over pairs of their claims."""
    from claims_pipeline.facts.step import open_claims

    pairs = rows(con, "report/review_near", facts=facts, each=LOOKED_AT)
    if not pairs:
        return {}
    wanted = sorted({pair[end] for pair in pairs for end in ("fact_id", "near_id")})
    members = {f: [r["claim_id"] for r in told[:8]] for f, told in _claims(con, wanted).items()}
    labels = {row["fact_id"]: row for row in rows(con, "report/labels_of_facts", facts=wanted)}
    claims, model = open_claims(con, sorted({c for told in members.values() for c in told}))
    at = {claim: place for place, claim in enumerate(claims.ids)}
    cross = [(p, at[a], at[b]) for p, pair in enumerate(pairs) for a in members[pair["fact_id"]] for b in members[pair["near_id"]]]
    score = model.score(claims, np.array([a for _, a, _ in cross]), np.array([b for _, _, b in cross])) / 10_000
    owner = np.array([p for p, _, _ in cross])
    mean = np.bincount(owner, score, len(pairs)) / np.bincount(owner, minlength=len(pairs))
    out: dict[str, list[dict[str, Any]]] = {}
    for p in np.argsort(-mean, kind="stable"):
        pair, beside = pairs[p], out.setdefault(pairs[p]["fact_id"], [])
        if mean[p] >= LIKELY and len(beside) < NEAR:
            beside.append(labels[pair["near_id"]] | {"likely": float(mean[p])})
    return out


def _side(flag: Row, side: str) -> Row:
    names = (
        "claim_id",
        "outlet",
        "lang",
        "published_at",
        "known_at",
        "sentence",
        "mark_from",
        "mark_to",
        "quote",
        "figure",
        "title",
        "url",
    )
    return {name: flag[side + name] for name in names}


def _sample(sample: int) -> int:
    if sample < 1:
        raise ClaimsError("--sample", str(sample), "Give 1 or more.")
    return sample
