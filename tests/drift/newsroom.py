"""Builds a warehouse from the few words of a case: who said what, when."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Any

import duckdb

from benchmarks.planted.plan import interval

_OPEN = {
    "at least": "at_least",
    "more than": "more_than",
    "up to": "at_most",
    "fewer than": "less_than",
    "nearly": "nearly",
    "about": "about",
}


def figure(says: str, kind: str) -> dict[str, Any]:
    """``"at least 8"``, ``"20-30"``, ``"vague 12-99"``, ``"150"`` as bound, value and interval."""
    if spread := re.fullmatch(r"(vague )?([\d.]+)-([\d.]+)", says):
        return {
            "bound": "vague" if spread[1] else "range",
            "value": None,
            "low": float(spread[2]),
            "high": float(spread[3]),
        }
    words, number = re.fullmatch(r"(?:([a-z ]+) )?([\d.]+)", says).groups()  # type: ignore[union-attr]
    value, bound = float(number), _OPEN[words] if words else "exact"
    low, high = interval(value, bound, kind)
    return {"bound": bound, "value": value, "low": low, "high": high}


def moment(text: str) -> datetime:
    """A UTC time; a bare date is a day without a clock."""
    found = datetime.fromisoformat(text)
    return found.astimezone(UTC).replace(tzinfo=None) if found.tzinfo else found


def add(con: duckdb.DuckDBPyConnection, claims: list[dict[str, Any]]) -> None:
    """Write articles, roots, claims and facts for the claims of a case."""
    for place, c in enumerate(claims):
        at, kind = moment(c["at"]), c.get("kind", "count")
        published = at if c.get("dated", True) else None
        article, version = c.get("article", f"article-{c['id']}"), f"v{c.get('version', 1)}"
        insert(
            con, "article_versions",
            article_id=article, content_hash=version, outlet=c["outlet"], title="", text="", lang=c.get("lang", "en"),
            published_at=published, known_at=at, first_seen_at=at, day=at.date(), source="case", position="", credits=[], cleaner="case",
        )  # fmt: skip
        insert(
            con, "roots",
            article_id=article, root_id=c.get("root", article), via="credit" if "root" in c else "own", reason="case",
        )  # fmt: skip
        as_of = date.fromisoformat(c["as_of"]) if "as_of" in c else None
        insert(
            con, "claims",
            claim_id=c["id"], article_id=article, content_hash=version, field=c.get("field", "text"), start_char=place, end_char=place + 1,
            quote=c["says"], sentence=c.get("sentence", f"{c['id']} {c['says']}"),
            sentence_start=c.get("sentence_start", 0), masked=c.get("masked", ""), noun=c.get("noun", ""),
            unit=c.get("unit"), kind=kind, attribute=c.get("attribute", "killed"), measure=c.get("measure", "total"),
            modality=c.get("modality", "asserted"),
            attributed_to=c.get("attributed_to"), scope=c.get("scope"), place=c.get("place"), as_of=as_of, lang=c.get("lang", "en"),
            outlet=c["outlet"], published_at=published, known_at=at, day=at.date(), carried_from=c.get("carried_from"),
            **figure(c["says"], kind),
        )  # fmt: skip
        insert(con, "fact_claims", fact_id=c.get("fact", "fact"), claim_id=c["id"], score=1.0, reason="case")
    for fact in {c.get("fact", "fact") for c in claims}:
        mine = [c for c in claims if c.get("fact", "fact") == fact]
        insert(
            con, "facts",
            fact_id=fact, label=fact, attribute=mine[0].get("attribute", "killed"), kind=mine[0].get("kind", "count"), noun="",
            unit=mine[0].get("unit"), measure="total", scope=mine[0].get("scope"), place=mine[0].get("place"), status="steady",
            claims=len(mine),
            articles=1, outlets=1, roots=1, first_claim_at=moment(mine[0]["at"]), last_claim_at=moment(mine[-1]["at"]),
        )  # fmt: skip


def insert(con: duckdb.DuckDBPyConnection, table: str, **row: Any) -> None:
    """One row, by name; a row that is there already stays."""
    marks = ", ".join("?" for _ in row)
    con.execute(f"INSERT OR IGNORE INTO {table} ({', '.join(row)}) VALUES ({marks})", list(row.values()))
