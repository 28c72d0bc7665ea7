"""Why two articles count as one witness, or as two: their sources, what they have in common, and the way between them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claims_pipeline.articles.roots import THRESHOLDS
from claims_pipeline.errors import ClaimsError
from claims_pipeline.report.rows import Row, rows
from claims_pipeline.report.table import printable
from claims_pipeline.report.words import moment, plural
from claims_pipeline.warehouse import open_snapshot

if TYPE_CHECKING:
    import duckdb

CARRIED = 12
"""Articles that carry a figure up to which it is unusual, as in sql/articles/root_terms."""


@dataclass(frozen=True, slots=True)
class WhyRoot:
    """Everything that is known about two articles as witnesses."""

    a: Row
    b: Row
    one: bool
    """They share a root."""
    path: list[Row]
    """The articles from ``a`` over their common one to ``b``, each with the reason of its tie; empty for two witnesses."""
    evidence: list[str]
    """What they have in common themselves, strongest first."""
    missing: list[str]
    """For two witnesses: what a tie between them would have needed."""


def why_root(snapshot: Path, name_a: str, name_b: str) -> WhyRoot:
    """The account of two articles (ids, or addresses); :class:`ClaimsError` where one is not there."""
    with open_snapshot(snapshot) as con:
        a, b = (_article(con, name) for name in (name_a, name_b))
        if a["article_id"] == b["article_id"]:
            raise ClaimsError(f"articles {name_a} and {name_b}", "are one article", "Name two different ones.")
        found = rows(con, "report/root_shared", a=a["article_id"], b=b["article_id"])
        shared: Row = found[0] if found else {}
        one = a["root_id"] == b["root_id"]
        path = _path(con, a["article_id"], b["article_id"]) if one else []
    return WhyRoot(a, b, one, path, _evidence(a, b, shared), [] if one else _missing(shared))


def as_text(found: WhyRoot) -> str:
    """The account for the terminal."""
    lines = []
    for letter, row in (("A", found.a), ("B", found.b)):
        lines += [
            f"{letter}  {row['article_id']}  {row['outlet'] or 'outlet not known'}, {moment(row['published_at'] or row['known_at'])}",
            f"   {row['title'] or '(no title)'}",
            f"   credits {', '.join(row['credits']) or 'nobody'}; root {row['root_id']}: {row['root_reason'] or 'not looked at yet'}",
        ]
    lines += ["", _verdict(found)]
    if len(found.path) > 1:
        lines.append("The way from A to B:")
        lines += [f"  {p['article_id']} ({p['outlet'] or 'outlet not known'}): {p['reason']}" for p in found.path]
    lines += ["", "In common:", *(f"  {e}" for e in found.evidence or ["nothing that tells of copying"])]
    if found.missing:
        lines += ["", "A tie between them would have needed:", *(f"  {m}" for m in found.missing)]
    return printable("\n".join(lines))


def _verdict(found: WhyRoot) -> str:
    """Whose the figures are is told apart from whose text it is: agencies and outlets write many stories."""
    a, b = found.a["witness"], found.b["witness"]
    if a == b:
        return "One witness." if found.one else f"Two stories, one witness: {a}."
    return f"One story, two witnesses: {a} and {b}, as each credits." if found.one else "Two witnesses."


def _article(con: duckdb.DuckDBPyConnection, name: str) -> Row:
    found = rows(con, "report/root_article", called=name)
    if not found:
        raise ClaimsError(f"article {name}", "no such article", "Give an article_id or its address, as in the table articles.")
    return found[0]


def _path(con: duckdb.DuckDBPyConnection, a: str, b: str) -> list[Row]:
    """Up from each to the first article that both ways hold, then down to the other."""
    up, other = (rows(con, "report/root_path", article=article) for article in (a, b))
    there = {row["article_id"]: at for at, row in enumerate(other)}
    meet = next((at for at, row in enumerate(up) if row["article_id"] in there), None)
    return [] if meet is None else [*up[: meet + 1], *reversed(other[: there[up[meet]["article_id"]]])]


def _evidence(a: Row, b: Row, shared: Row) -> list[str]:
    if not shared:
        return []
    out = []
    if shared["shared"] >= 4 and (shared["overlap"] or 0) >= 0.01:
        out.append(f"{shared['overlap']:.0%} of the shorter text's word triples ({shared['shared']:,} in the sample compared)")
    both = sorted(set(a["credits"]) & set(b["credits"]))
    out += [f"both credit {', '.join(both)}"] if both else []
    out += [
        f"{x['outlet']} credits {y['outlet']}" for x, y in ((a, b), (b, a)) if y["outlet"] in x["credits"] and y["outlet"] != x["outlet"]
    ]
    if rare := [n for n in shared["numbers"] or () if n["articles"] <= CARRIED]:
        told = ", ".join(f"{n['number']} ({plural(n['articles'], 'article')})" for n in rare[:5])
        out.append(f"unusual figures, weak evidence alone: {told}")
    if (shared["title"] or 0) >= 0.15:
        out.append(f"{shared['title']:.0%} of the words of their titles")
    if shared["same_outlet"]:
        out.append("the same outlet")
    out.append(f"{shared['hours']:.0f} hours between them")
    return out


def _missing(shared: Row) -> list[str]:
    t: dict[str, Any] = THRESHOLDS
    if not shared:
        return ["both articles to have been looked at: `claims run` does it"]
    copy = t["copy_short"] if shared["words"] < 60 else t["copy"]
    out = [f"{copy:.0%} of the shorter text's word triples, within {t['copy_hours'] / 24:.0f} days"]
    if not shared["sources"]:
        return [*out, "or a source that both credit or are from, with like text, figures or titles"]
    if shared["hours"] > t["credit_hours"]:
        return [*out, f"or their common source ({', '.join(shared['sources'])}) within {t['credit_hours']:.0f} hours"]
    least = t["credit_overlap_own"] if shared["same_outlet"] else t["credit_overlap_wire"]
    return [*out, f"or, beside their common source ({', '.join(shared['sources'])}): {least:.0%} or more of the word triples, three"
                  " unusual figures, or one and like titles"]  # fmt: skip
