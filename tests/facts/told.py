"""A ledger told in few words: each line an article with one claim, as the extraction step would have written it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hashlib import blake2b

import pyarrow as pa

from claims_pipeline.warehouse import Warehouse

_COLUMNS = ("noun", "attribute", "kind", "measure", "modality", "bound", "unit", "scope", "place", "as_of", "lang", "outlet", "field")
START = datetime(2021, 3, 1, 8)


@dataclass(frozen=True)
class Told:
    """``sentence`` holds "##" where the number stands; other numbers are "#"."""

    article: str
    outlet: str
    title: str
    sentence: str
    value: float
    noun: str = ""
    attribute: str | None = "other"
    kind: str = "count"
    measure: str = "total"
    modality: str = "asserted"
    bound: str = "exact"
    hours: float = 0
    lang: str = "en"
    unit: str | None = None
    scope: str | None = None
    place: str | None = None
    as_of: date | None = None
    body: str = ""
    field: str = "text"

    @property
    def claim_id(self) -> str:
        return "c" + blake2b(f"{self.article}|{self.field}|{self.sentence}|{self.noun}".encode(), digest_size=6).hexdigest()


def tell(ledger: Warehouse, news: list[Told]) -> None:
    """Write the articles and their claims."""
    if not news:
        return
    articles, claims = {}, []
    for one in news:
        at = START + timedelta(hours=one.hours)
        clean = one.sentence.replace("##", f"{one.value:g}")
        text = articles[one.article]["text"] + " " + clean if one.article in articles else f"{one.body} {clean}".strip()
        articles[one.article] = {
            "article_id": one.article, "content_hash": "h", "url": None, "outlet": one.outlet, "title": one.title, "text": text,
            "lang": one.lang, "published_at": at, "published_from": "given", "known_at": at, "first_seen_at": at, "day": at.date(),
            "source": "test", "position": "", "author": None, "dateline_place": None, "credits": [], "cleaner": "1",
        }  # fmt: skip
        start = one.sentence.find("##")
        low = None if one.bound in ("at_most", "less_than") else one.value
        high = None if one.bound in ("at_least", "more_than") else one.value
        own = {name: getattr(one, name) for name in _COLUMNS}
        claims.append(
            own
            | {
                "claim_id": one.claim_id, "article_id": one.article, "content_hash": "h", "start_char": start,
                "end_char": start + len(f"{one.value:g}"),
                "quote": f"{one.value:g}", "sentence": clean, "sentence_start": sum(map(ord, one.sentence)), "masked": one.sentence,
                "value": one.value,
                "low": low, "high": high, "attributed_to": None, "published_at": at, "known_at": at, "day": at.date(), "carried_from": None,
            }
        )  # fmt: skip
    with ledger.write() as con:
        con.register("told_articles", pa.Table.from_pylist(list(articles.values())))
        con.execute("INSERT OR REPLACE INTO article_versions BY NAME SELECT * FROM told_articles")
        con.register("told_claims", pa.Table.from_pylist(claims))
        con.execute("INSERT INTO claims BY NAME SELECT * FROM told_claims")


def facts_of(ledger: Warehouse) -> dict[str, str]:
    """Fact id by claim id."""
    with ledger.read() as con:
        return dict(con.execute("SELECT claim_id, fact_id FROM fact_claims").fetchall())


def clusters_of(ledger: Warehouse) -> set[frozenset[str]]:
    """The facts as sets of claims, whatever their ids."""
    found: dict[str, set[str]] = {}
    for claim, fact in facts_of(ledger).items():
        found.setdefault(fact, set()).add(claim)
    return {frozenset(claims) for claims in found.values()}
