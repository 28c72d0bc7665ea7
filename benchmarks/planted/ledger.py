"""Where the flags to score come from: the whole pipeline over the articles, or its rules over the true claims and facts."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb

from benchmarks.planted.records import Claim, World
from claims_pipeline.cli import cli
from claims_pipeline.drift.step import flag, track
from claims_pipeline.errors import ClaimsError
from claims_pipeline.warehouse import Warehouse, open_snapshot


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
        return _read(con)


def _read(con: duckdb.DuckDBPyConnection) -> Found:
    spots: dict[str, Spot] = {}
    claims = []
    facts = dict(con.execute("SELECT claim_id, fact_id FROM fact_claims").fetchall())
    rows = con.execute("SELECT claim_id, article_id, field, start_char, end_char, quote, value, low, bound FROM claims").fetchall()
    for ident, article, where, start, end, quote, value, low, bound in rows:
        spots[ident] = Spot(article, where, start, end, quote)
        claims.append((spots[ident], value, low, bound, facts.get(ident)))
    found = con.execute(
        "SELECT relation, claim_id, against_claim_id, matter, tags, explanation FROM drift WHERE state <> 'closed' ORDER BY severity DESC"
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


def from_rules(world: World, ledger: Path) -> Found:
    """Give the true claims, facts and roots to the rules of the drift, and read the flags."""
    warehouse = Warehouse(ledger)
    with warehouse.write() as con:
        _store(con, world)
    track(warehouse)
    flag(warehouse, now=datetime(2025, 1, 1))
    with warehouse.read() as con:
        return _read(con)


NOUNS = {"person": "people", "child": "children", "family": "families", "house": "houses", "case": "cases", "body": "bodies"}


def _store(con: duckdb.DuckDBPyConnection, world: World) -> None:
    when = {a.id: a.published_at.replace(tzinfo=None) for a in world.articles}
    lang = {a.id: (a.lang, a.outlet) for a in world.articles}
    first: dict[str, str] = {}
    for a in world.articles:
        at = when[a.id]
        _insert(
            con, "article_versions", article_id=a.id, content_hash="v1", outlet=a.outlet, title=a.title, text=a.text, lang=a.lang,
            published_at=at, known_at=at, first_seen_at=at, day=at.date(), source="truth", position="", credits=[], cleaner="truth",
        )  # fmt: skip
        copied = a.root != a.outlet
        root = first.setdefault(a.root, a.id) if copied else a.id
        _insert(con, "roots", article_id=a.id, root_id=root, via="credit" if copied else "own", reason="truth")
    members: dict[str, list[Claim]] = defaultdict(list)
    for c in world.claims:
        at, (code, outlet) = when[c.article], lang[c.article]
        money = c.unit or "US dollar"
        unit = money if c.kind == "money" else c.unit
        _insert(
            con, "claims", claim_id=c.id, article_id=c.article, content_hash="v1", field=c.field, start_char=c.start, end_char=c.end,
            quote=c.quote, sentence=c.sentence, sentence_start=0, masked="", value=c.value, low=c.low, high=c.high, bound=c.bound,
            noun=NOUNS.get(c.noun, ""), unit=unit, kind=c.kind, attribute=c.attribute, measure=c.measure, modality=c.modality,
            scope=c.scope, place=c.place, lang=code, outlet=outlet, published_at=at, known_at=at, day=at.date(),
        )  # fmt: skip
        members[c.worded].append(c)
    for ident, rows in members.items():
        rows.sort(key=lambda c: when[c.article])
        head = rows[0]
        for c in rows:
            _insert(con, "fact_claims", fact_id=ident, claim_id=c.id, score=1.0, reason="truth")
        _insert(
            con, "facts", fact_id=ident, label=ident, attribute=head.attribute, kind=head.kind, noun=NOUNS.get(head.noun, ""),
            unit=head.unit, measure=head.measure, scope=head.scope, place=head.place, status="steady", claims=len(rows),
            articles=len({c.article for c in rows}), outlets=1, roots=1, first_claim_at=when[head.article],
            last_claim_at=when[rows[-1].article],
        )  # fmt: skip


def _insert(con: duckdb.DuckDBPyConnection, table: str, **row: Any) -> None:
    marks = ", ".join("?" for _ in row)
    con.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})", list(row.values()))
