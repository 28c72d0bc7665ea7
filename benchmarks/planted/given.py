"""Parts of the truth given to the pipeline: what still goes wrong is the work of the parts that are left to it.

``from_rules`` gives the true claims, facts and sources, so that only the rules of the drift are at work. ``from_linked``
gives the true facts alone: reading and sources are the pipeline's own.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb

from benchmarks.planted.judge import Truth
from benchmarks.planted.ledger import Found, Spot, read
from benchmarks.planted.records import Claim, World
from claims_pipeline.articles import roots
from claims_pipeline.articles import step as reading
from claims_pipeline.drift.step import flag, track
from claims_pipeline.quantities.step import extract_claims
from claims_pipeline.warehouse import Warehouse

NOW = datetime(2025, 1, 1)


def from_rules(world: World, ledger: Path) -> Found:
    """Give the true claims, facts and roots to the rules of the drift, and read the flags."""
    warehouse = Warehouse(ledger)
    with warehouse.write() as con:
        _store(con, world)
    return _flagged(warehouse)


def from_linked(world: World, articles: Path, ledger: Path) -> Found:
    """Read the articles, join the claims to the facts that they truly tell, and read the flags."""
    warehouse = Warehouse(ledger)
    reading.read(warehouse, [str(articles)], now=NOW)
    reading.clean(warehouse)
    roots.step(warehouse)
    extract_claims(warehouse)
    with warehouse.write() as con:
        _link(con, Truth(world))
    return _flagged(warehouse)


def _flagged(warehouse: Warehouse) -> Found:
    track(warehouse)
    flag(warehouse, now=NOW)
    with warehouse.read() as con:
        return read(con)


def _link(con: duckdb.DuckDBPyConnection, truth: Truth) -> None:
    """One fact for each true question; what is no claim of the world stays alone."""
    columns = "claim_id, article_id, field, start_char, end_char, attribute, kind, noun, unit, measure, scope, place, known_at"
    members: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in con.execute(f"SELECT {columns} FROM claims ORDER BY known_at, claim_id").fetchall():
        claim = dict(zip(columns.split(", "), row, strict=True))
        true = truth.at(Spot(claim["article_id"], claim["field"], claim["start_char"], claim["end_char"]))
        members[true.worded if true else f"alone-{claim['claim_id']}"].append(claim)
    for ident, rows in members.items():
        said = {
            name: Counter(r[name] for r in rows).most_common(1)[0][0]
            for name in ("attribute", "kind", "noun", "unit", "measure", "scope", "place")
        }
        _fact(con, ident, [(r["claim_id"], r["article_id"], r["known_at"]) for r in rows], **said)


def _fact(con: duckdb.DuckDBPyConnection, ident: str, rows: list[tuple[str, str, datetime]], **said: Any) -> None:
    """A fact of claims in the order of time, each with its article and when it was told."""
    for claim, _, _ in rows:
        _insert(con, "fact_claims", fact_id=ident, claim_id=claim, score=1.0, reason="truth")
    articles = len({article for _, article, _ in rows})
    _insert(
        con, "facts", fact_id=ident, label=ident, status="steady", claims=len(rows), articles=articles, outlets=1, roots=1,
        first_claim_at=rows[0][2], last_claim_at=rows[-1][2], **said,
    )  # fmt: skip


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
        _fact(
            con, ident, [(c.id, c.article, when[c.article]) for c in rows], attribute=head.attribute, kind=head.kind,
            noun=NOUNS.get(head.noun, ""), unit=head.unit, measure=head.measure, scope=head.scope, place=head.place,
        )  # fmt: skip


def _insert(con: duckdb.DuckDBPyConnection, table: str, **row: Any) -> None:
    marks = ", ".join("?" for _ in row)
    con.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})", list(row.values()))
