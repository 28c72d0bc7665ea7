"""Where the flags to score come from: the whole pipeline over the articles, a ledger that it made, or the lines of any tool."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

import duckdb

from claims_pipeline.cli import cli
from claims_pipeline.errors import ClaimsError
from claims_pipeline.warehouse import open_snapshot


@dataclass(slots=True)
class Spot:
    """Where a claim stands, as a tool found it."""

    article: str
    field: str
    start: int
    end: int
    quote: str = ""


@dataclass(slots=True)
class Flag:
    """What a tool raised: a relation between two claims. Flags of one ``matter`` are looked at once."""

    relation: str
    claim: Spot
    against: Spot
    matter: str
    tags: list[str] = field(default_factory=list)
    explanation: str = ""


@dataclass(slots=True)
class Found:
    """What a tool made of the articles."""

    flags: list[Flag]
    claims: list[tuple[Spot, float | None, float | None, str, str | None]] = field(default_factory=list)
    """Each claim with value, low, bound and the fact it was linked to: to tell errors of reading, linking and rules apart."""


def from_pipeline(articles: Path, ledger: Path) -> Found:
    """Run ``claims run`` over the articles into a new ledger and read it."""
    cli(["run", str(articles), "--warehouse", str(ledger), "--quiet"], standalone_mode=False)
    return from_ledger(ledger)


def from_ledger(path: Path) -> Found:
    """Open flags and claims of a ledger."""
    with open_snapshot(path) as con:
        return read(con)


def read(con: duckdb.DuckDBPyConnection) -> Found:
    """Open flags and claims of an open ledger."""
    spots: dict[str, Spot] = {}
    claims = []
    facts = dict(con.execute("SELECT claim_id, fact_id FROM fact_claims").fetchall())
    rows = con.execute("SELECT claim_id, article_id, field, start_char, end_char, quote, value, low, bound FROM claims").fetchall()
    for ident, article, where, start, end, quote, value, low, bound in rows:
        spots[ident] = Spot(article, where, start, end, quote)
        claims.append((spots[ident], value, low, bound, facts.get(ident)))
    found = con.execute(
        """
        SELECT relation, claim_id, against_claim_id, matter, tags, explanation FROM drift
        WHERE state NOT IN ('closed', 'possible') ORDER BY severity DESC
        """
    ).fetchall()
    flags = [Flag(r, spots[c], spots[a], m, list(t), e) for r, c, a, m, t, e in found if c in spots and a in spots]
    return Found(flags, claims)


def from_flags(path: Path) -> Found:
    """Flags of any tool, one JSON object a line: relation, article, field, start, end, the same four with ``against_``
    before them, and where the tool has them matter and tags."""
    flags = []
    for number, line in enumerate(path.read_text(encoding="utf8").splitlines(), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            spots = [Spot(row[f"{p}article"], row[f"{p}field"], int(row[f"{p}start"]), int(row[f"{p}end"])) for p in ("", "against_")]
            flags.append(Flag(row["relation"], spots[0], spots[1], str(row.get("matter", number)), list(row.get("tags", []))))
        except (ValueError, KeyError, TypeError) as error:
            seen = f"{type(error).__name__}: {error}"
            raise ClaimsError(f"{path}, line {number}", seen, "Write flags as docs/planted-benchmark.md says.") from error
    return Found(flags)
