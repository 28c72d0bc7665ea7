"""The report: one HTML file that needs neither network nor script, for the people of a data desk."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from datetime import datetime
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from claims_pipeline.report import words
from claims_pipeline.report.rows import Row, of_all, rows
from claims_pipeline.report.timeline import ASIDES, TONES, chart
from claims_pipeline.warehouse import open_snapshot

if TYPE_CHECKING:
    import duckdb
    from jinja2 import Environment

NAME = "index.html"
MATTERS, FLAGS_EACH = 40, 5
FACTS, CLAIMS_DRAWN, CLAIMS_LISTED = 30, 48, 12
OUTLETS, REJECTED = 40, 30

VERDICTS = {
    "supported": "borne out by independent sources, or by a reference series",
    "single_source": "only one independent source had said so by then",
    "outdated": "true once, but superseded when it was published",
    "disputed": "independent sources disagreed at that time",
    "contradicted": "against what was known when it was published",
    "unsupported": "nothing to hold it against",
}
"""Every verdict with its meaning, in the order of the page's bar."""


def write_report(snapshot: Path, folder: Path, *, now: datetime) -> Path:
    """Write ``folder/index.html`` from a published snapshot and return its path.

    ``now`` (UTC) is when the report was made. The page stays under 2 MB whatever the size of the ledger: long lists
    end with how much more there is and the SQL that shows it. The file is replaced in one move.
    """
    with open_snapshot(snapshot) as con:
        page = environment().get_template("report.html.j2").render(**_content(con, Path(snapshot).name), now=now)
    folder.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=folder, prefix=".index.", suffix=".tmp")
    try:
        with os.fdopen(descriptor, "w", encoding="utf8") as file:
            file.write(page)
        Path(name).chmod(0o644)
        Path(name).replace(folder / NAME)
    finally:
        Path(name).unlink(missing_ok=True)
    return folder / NAME


def link(url: str | None) -> str | None:
    """The address if it is safe to put under a click: a web page, not a script."""
    try:
        return url if url and urlsplit(url).scheme in ("http", "https") else None
    except ValueError:
        return None


def severity_word(severity: float) -> str:
    """A severity from 0 to 1 in a word: grave from 0.75, serious from 0.5, else minor."""
    return "grave" if severity >= 0.75 else "serious" if severity >= 0.5 else "minor"


@cache
def language(code: str) -> str:
    """ "id" -> "Indonesian (id)"; "und" -> "not known"."""
    import icu

    if code == "und":
        return "not known"
    name = icu.Locale(code).getDisplayLanguage(icu.Locale("en"))
    return code if name in ("", code) else f"{name} ({code})"


@cache
def environment() -> Environment:
    """The templates of the package's pages, every value escaped."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"number": words.number, "moment": words.moment, "day": words.day, "link": link, "grade": severity_word}
    environment.filters |= {"language": language, "head": lambda text, width: words.marked(text, None, None, None, width).before}
    environment.globals |= {"plural": words.plural, "period": words.period, "marked": words.marked, "span": words.span}
    return environment


def _content(con: duckdb.DuckDBPyConnection, name: str) -> dict[str, Any]:
    groups = rows(con, "report/flag_groups", limit=MATTERS)
    facts = rows(con, "report/moving_facts", limit=FACTS)
    stories = _by_fact(rows(con, "report/timelines", facts=[f["fact_id"] for f in facts], each=CLAIMS_DRAWN))
    outlets = rows(con, "report/outlets", limit=OUTLETS)
    rejected = rows(con, "report/rejected", limit=REJECTED)
    verdicts = {r["verdict"]: r["claims"] for r in rows(con, "report/verdict_counts")}
    languages = rows(con, "report/languages")
    return {
        "name": name,
        "overview": rows(con, "report/overview")[0],
        "matters": _matters(con, groups),
        "matters_left": of_all(groups) - len(groups),
        "relations": rows(con, "report/relation_counts"),
        "facts": [_fact(f, stories.get(f["fact_id"], [])) for f in facts],
        "facts_left": of_all(facts) - len(facts),
        "verdicts": _shares(verdicts),
        "outlets": outlets,
        "outlets_left": of_all(outlets) - len(outlets),
        "languages": languages,
        "language_top": max((r["claims"] for r in languages), default=0),
        "reasons": rows(con, "report/rejected_reasons")[:REJECTED],
        "rejected": rejected,
        "rejected_left": of_all(rejected) - len(rejected),
        "tones": TONES,
        "asides": ASIDES,
    }


def _matters(con: duckdb.DuckDBPyConnection, groups: Sequence[Row]) -> list[dict[str, Any]]:
    """The matters under their facts, each with its leading flag in full and the next ones in a line."""
    flags: dict[str, list[Row]] = {}
    for flag in rows(con, "report/flags_of_matters", matters=[g["matter"] for g in groups], each=FLAGS_EACH):
        flags.setdefault(flag["matter"], []).append(flag)
    out = []
    for fact_id, causes in groupby(groups, key=lambda g: g["fact_id"]):
        found = [(cause, flags[cause["matter"]]) for cause in causes]
        shown = [{**c, "top": own[0], "lag": _lag(own[0]), "others": own[1:], "left": c["flags"] - len(own)} for c, own in found]
        out.append({"fact_id": fact_id, "label": found[0][0]["label"] or fact_id, "causes": shown})
    return out


def _lag(flag: Row) -> str | None:
    earlier, later = flag["against_published_at"] or flag["against_known_at"], flag["published_at"] or flag["known_at"]
    if earlier is None or later is None:
        return None
    return f"{words.span(later - earlier)} {'later' if later >= earlier else 'earlier'}"


def _fact(fact: Row, story: list[Row]) -> dict[str, Any]:
    return {**fact, "chart": chart(story), "story": story[-CLAIMS_LISTED:], "story_left": fact["claims"] - len(story[-CLAIMS_LISTED:])}


def _by_fact(found: Sequence[Row]) -> dict[str, list[Row]]:
    return {fact_id: list(group) for fact_id, group in groupby(found, key=lambda r: r["fact_id"])}


def _shares(counts: dict[str, int]) -> list[dict[str, Any]]:
    total = sum(counts.values())
    names = [v for v in VERDICTS if v in counts] + [v for v in counts if v not in VERDICTS]
    return [{"verdict": v, "claims": counts[v], "share": 100 * counts[v] / total, "meaning": VERDICTS.get(v, "")} for v in names]
