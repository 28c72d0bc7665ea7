"""Article versions become rows of ``claims``: the extraction step over the warehouse."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from datetime import date
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from claims_pipeline import warehouse as wh
from claims_pipeline.batches import map_batches
from claims_pipeline.progress import Progress, silent
from claims_pipeline.quantities import api
from claims_pipeline.records import Quantity, StepResult

if TYPE_CHECKING:
    import pyarrow as pa

BATCH = 400
"""Article versions read, extracted and written at a time: bounds the memory, about 2 MB of text."""

_OWN = ("claim_id", "article_id", "content_hash", "lang", "outlet", "published_at", "known_at", "day")
_FROM_QUANTITY = {
    "field": "field", "start_char": "start", "end_char": "end", "quote": "text", "sentence": "sentence",
    "sentence_start": "sentence_start", "masked": "masked", "value": "value", "low": "low", "high": "high",
    "bound": "bound", "noun": "noun", "unit": "unit", "kind": "kind", "attribute": "attribute", "measure": "measure",
    "modality": "modality", "attributed_to": "attributed_to", "scope": "scope", "place": "place", "as_of": "as_of",
}  # fmt: skip


def claim_id(article_id: str, content_hash: str, field: str, start: int, end: int) -> str:
    """The id of a claim: a hash of where it stands, so that a re-run gives the same id."""
    key = "\x1f".join((article_id, content_hash, field, str(start), str(end)))
    return blake2b(key.encode(), digest_size=10).hexdigest()


def extract_claims(
    warehouse: wh.Warehouse,
    *,
    days: Sequence[date] | None = None,
    force: bool = False,
    engine: str = "local",
    progress: Progress = silent,
) -> StepResult:
    """Extract the claims of the article versions of ``days`` (None: all) that this extractor has not read yet.

    The rows of each article version are replaced whole, so a run that was killed and one that is repeated end the same.
    """
    began = time.monotonic()
    with warehouse.read() as con:
        todo = wh.run(con, "claims/pending", extractor=api.extractor_version(), days=_days(days), force=force).fetchall()
    counts = {"articles": len(todo), "quantities": 0, "claims": 0}
    batches = [todo[at : at + BATCH] for at in range(0, len(todo), BATCH)]
    # A second process costs a second to start: it pays from a few thousand articles on.
    results = map_batches(
        read_articles, (_articles(warehouse, keys) for keys in batches), workers=None if len(batches) > 5 else 1, engine=engine
    )
    for number, (rows, done) in enumerate(results, start=1):
        with warehouse.write() as con:
            _store(con, rows, done)
        counts["quantities"] += sum(d["quantities"] for d in done)
        counts["claims"] += len(rows)
        progress("claims", min(number * BATCH, len(todo)), len(todo))
    with warehouse.write() as con:
        wh.run(con, "claims/drop_orphans")
        wh.run(con, "claims/drop_orphan_extractions")
    return StepResult("claims", counts, time.monotonic() - began)


def _articles(warehouse: wh.Warehouse, keys: list[tuple[str, str, date]]) -> list[dict[str, Any]]:
    import pyarrow as pa

    with warehouse.read() as con:
        con.register("batch_keys", pa.table({"article_id": [k[0] for k in keys], "content_hash": [k[1] for k in keys]}))
        return wh.run(con, "claims/articles_of", first=keys[0][2], last=keys[-1][2]).to_arrow_table().to_pylist()


def _days(days: Iterable[date] | None) -> list[date] | None:
    return None if days is None else sorted(days)


def read_articles(articles: list[dict[str, Any]]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Rows of ``claims`` and of ``extractions`` for a batch of article versions. Pure: any process can run it."""
    rows, done = [], []
    for article in articles:
        found = api.extract_article(
            article["title"],
            article["text"],
            lang=article["lang"],
            published_at=article["published_at"],
            dateline_place=article["dateline_place"],
        )
        claims = [q for q in found if q.is_claim]
        rows += [_row(article, quantity) for quantity in claims]
        done.append(
            {k: article[k] for k in ("article_id", "content_hash", "day", "cleaner")}
            | {"extractor": api.extractor_version(), "quantities": len(found), "claims": len(claims)}
        )
    return rows, done


def _row(article: dict[str, Any], quantity: Quantity) -> dict[str, Any]:
    row = {column: getattr(quantity, name) for column, name in _FROM_QUANTITY.items()}
    row |= {name: article[name] for name in _OWN if name != "claim_id"}
    row["lang"] = quantity.lang
    row["claim_id"] = claim_id(article["article_id"], article["content_hash"], quantity.field, quantity.start, quantity.end)
    return row


def _store(con: Any, rows: list[dict[str, Any]], done: list[dict[str, Any]]) -> None:
    con.register("batch_done", _table(con, "extractions", done))
    wh.run(con, "claims/replace_delete")
    wh.run(con, "claims/replace_extractions_delete")
    wh.run(con, "claims/insert_extractions")
    if rows:
        con.register("batch_claims", _table(con, "claims", rows))
        wh.run(con, "claims/insert")
        con.unregister("batch_claims")
    wh.run(con, "claims/mark_carried")
    con.unregister("batch_done")


def _table(con: Any, name: str, rows: list[dict[str, Any]]) -> pa.Table:
    """``rows`` as Arrow with the types of the warehouse's table, so that an all-null column keeps its type."""
    import pyarrow as pa

    schema = con.table(name).limit(0).to_arrow_table().schema
    present = [f for f in schema if f.name in rows[0]]
    return pa.Table.from_pylist(rows, schema=pa.schema(present))
