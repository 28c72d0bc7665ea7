"""Who copied whom: articles that go back to one witness share a root.

Every article is tied at most to one earlier article, by near-identical text or by a common credit that text,
figures or title support; the tie's end is the root. Why text alone is not enough: true reprints of a wire share
only about 30 % of their word triples (Silcock et al., Noise-robust de-duplication at scale, 2022).
"""

from __future__ import annotations

from collections import Counter
from time import perf_counter
from typing import TYPE_CHECKING, Any, Final

from claims_pipeline.articles.identity import digest
from claims_pipeline.articles.outlets import by_name, register
from claims_pipeline.articles.sketches import SKETCHER, sketch
from claims_pipeline.progress import Progress, silent
from claims_pipeline.records import StepResult
from claims_pipeline.warehouse import Warehouse, run

if TYPE_CHECKING:
    import pyarrow as pa

THRESHOLDS: Final[dict[str, float]] = {
    "copy": 0.35,  # share of the shorter text's word triples that makes a near copy
    "copy_short": 0.70,  # the same below 60 words, where a stock phrase is a large share
    "copy_hours": 240,
    "credit_overlap_wire": 0.12,  # share that supports the common credit of a wire
    "credit_overlap": 0.20,  # the same for an outlet
    "credit_overlap_own": 0.25,  # the same between articles of one outlet, which share background paragraphs
    "credit_hours": 48,
    "title_with_number": 0.30,  # likeness of titles (Jaccard, words) that supports a common credit, beside an unusual figure
    "title_alone": 0.50,
}
_BATCH: Final = 2_000


def step(warehouse: Warehouse, *, progress: Progress = silent) -> StepResult:
    """Write ``roots``: one row for every article. Linear in the articles; the order of arrival does not matter."""
    begin = perf_counter()
    sketched = _sketch(warehouse, progress)
    wires = sorted({o.name for o in register().names.values() if o.is_wire})
    with warehouse.write() as con:
        for name in ("root_carriers", "root_shingles", "root_terms", "root_pairs"):
            run(con, f"articles/{name}", wires=wires)
        ties = run(con, "articles/root_parents", wires=wires, **THRESHOLDS).to_arrow_table().to_pylist()
        articles = run(con, "articles/root_articles").to_arrow_table().to_pylist()
        rows = assign(articles, ties)
        run(con, "articles/forget_roots")
        run(con, "articles/forget_wire_credits")
        run(con, "articles/store_wire_credits", wires=wires)
        if rows:
            con.register("incoming_roots", _table(rows))
            run(con, "articles/store_roots")
            con.unregister("incoming_roots")
    progress("roots", len(articles), len(articles))
    vias = Counter(row["via"] for row in rows)
    counts = {"articles": len(rows), "sketched": sketched, "roots": len({r["root_id"] for r in rows})}
    return StepResult("roots", counts | {via: vias[via] for via in ("own", "near_copy", "credit")}, perf_counter() - begin)


def _sketch(warehouse: Warehouse, progress: Progress) -> int:
    """Sketch the articles that have none, a batch at a time."""
    import pyarrow as pa

    done, after = 0, ""
    while True:
        with warehouse.read() as con:
            rows = run(con, "articles/to_sketch", sketcher=SKETCHER, after=after, batch=_BATCH).fetchall()
        if not rows:
            return done
        made = [sketch(title, text) for _, _, title, text in rows]
        table = pa.table({
            "article_id": [r[0] for r in rows], "content_hash": [r[1] for r in rows], "sketcher": [SKETCHER] * len(rows),
            "words": pa.array([s.words for s in made], pa.int32()), "sampled": [s.sampled for s in made],
            "shingles": pa.array([s.shingles for s in made], pa.list_(pa.uint64())),
            "numbers": pa.array([s.numbers for s in made], pa.list_(pa.string())),
            "title_words": pa.array([s.title_words for s in made], pa.list_(pa.string())),
        })  # fmt: skip
        with warehouse.write() as con:
            con.register("incoming_sketches", table)
            run(con, "articles/store_sketches")
            con.unregister("incoming_sketches")
        done, after = done + len(rows), rows[-1][0]
        progress("roots", done, 0)


def assign(articles: list[dict[str, Any]], ties: list[dict[str, Any]]) -> list[dict[str, str | None]]:
    """The rows of ``roots`` from articles in order of publication and each one's tie to an earlier one.

    The root of a story is its earliest article by the source that most of its articles credit or are from; is there
    none, "reuters:..." stands for the witness that is not in the warehouse. Without such a source, the earliest.
    """
    by_doc = {a["doc"]: a for a in articles}
    tied = {t["doc"]: t for t in ties}
    first: dict[int, int] = {}
    for article in articles:  # in time order: what an article is tied to has its story already
        doc = article["doc"]
        first[doc] = first[tied[doc]["of_doc"]] if doc in tied else doc
    stories: dict[int, list[int]] = {}
    for doc, head in first.items():
        stories.setdefault(head, []).append(doc)
    rows = []
    for head, docs in stories.items():
        if len(docs) == 1:
            credited = by_doc[head]["credits"]
            note = f"; it credits {', '.join(credited)}, whose own article is not here" if credited else ""
            rows.append(_row(by_doc[head], by_doc[head]["article_id"], "own", f"shares no text or source with an earlier article{note}"))
            continue
        members = [by_doc[d] for d in docs]
        source = _source(members)
        origin = next((m for m in members if m["outlet"] == source), None) if source else members[0]
        root_id = origin["article_id"] if origin else f"{(source or '').lower().replace(' ', '-')}:{digest(members[0]['article_id'])}"
        for member in members:
            rows.append(_member_row(member, members, origin, root_id, source, tied.get(member["doc"]), by_doc))
    return rows


def _source(members: list[dict[str, Any]]) -> str | None:
    """The source that at least half of a story's articles credit or are from, and at least one credits."""
    credited = Counter(name for m in members for name in set(m["credits"]))
    carried = Counter(name for m in members for name in {*m["credits"], m["outlet"]} if name in credited)
    best = min(carried.items(), key=lambda p: (-p[1], p[0]), default=None)
    if best is None or best[1] < 2 or best[1] * 2 < len(members):
        return None
    wire = (known := by_name(best[0])) is not None and known.is_wire
    return best[0] if wire or len({m["outlet"] for m in members}) > 1 else None  # one outlet quoting a paper twice is its own witness


def _member_row(
    member: dict[str, Any], members: list[dict[str, Any]], origin: dict[str, Any] | None, root_id: str,
    source: str | None, tie: dict[str, Any] | None, by_doc: dict[int, dict[str, Any]],
) -> dict[str, str | None]:  # fmt: skip
    if member is origin:
        what = f"the earliest of {len(members)} articles that tell this story" + (f" from {source}" if source else "")
        return _row(member, root_id, "own", what, by_doc[tie["of_doc"]]["article_id"] if tie else None)
    if tie is None:
        if source in member["credits"]:
            what = f"credits {source}, " + (f"whose article is {root_id}" if origin else "whose own article is not here")
        else:
            what = f"tells the same story as {root_id}" if origin else f"others with this story credit {source}"
        return _row(member, root_id, "credit", f"{what}; the earliest of {len(members)} articles")
    other = by_doc[tie["of_doc"]]
    named = f"{other['article_id']}" + (f" ({other['outlet']})" if other["outlet"] else "")
    evidence = _evidence(tie)
    if tie["via"] == "near_copy":
        same = "an update of its own outlet's story: " if tie["same_outlet"] else ""
        also = f" and shares the source {tie['source']}" if tie["source"] else ""
        return _row(member, root_id, "near_copy", f"{same}has {evidence} in common with {named}{also}", other["article_id"])
    who = "both credit" if tie["source"] in member["credits"] and tie["source"] in other["credits"] else "both go back to"
    return _row(member, root_id, "credit", f"{who} {tie['source']} and have {evidence} in common with {named}", other["article_id"])


def _evidence(tie: dict[str, Any]) -> str:
    parts = []
    if tie["overlap"] >= 0.05:
        parts.append(f"{tie['overlap']:.0%} of their word triples")
    if tie["numbers"]:
        more = f" and {tie['numbers'] - 1} more" if tie["numbers"] > 1 else ""
        parts.append(f"the unusual figure {tie['number']}{more}")
    if tie["title"] >= 0.3:
        parts.append(f"{tie['title']:.0%} of the words of their titles")
    return ", ".join(parts) or "their text"


def _row(member: dict[str, Any], root_id: str, via: str, reason: str, tied_to: str | None = None) -> dict[str, str | None]:
    return {"article_id": member["article_id"], "root_id": root_id, "via": via, "reason": reason, "tied_to": tied_to}


def _table(rows: list[dict[str, str | None]]) -> pa.Table:
    import pyarrow as pa

    return pa.Table.from_pylist(rows, pa.schema([(n, pa.string()) for n in ("article_id", "root_id", "via", "reason", "tied_to")]))
