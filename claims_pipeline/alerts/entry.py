"""What one alert says, in each of its forms: a record for programs, plain text, HTML."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from claims_pipeline.report.html import severity_word
from claims_pipeline.report.rows import Row
from claims_pipeline.report.words import marked, moment

Entry = dict[str, Any]


def entry(flag: Row, now: datetime) -> Entry:
    """The record of a flag (a row of ``v_flags`` with ``reason``): JSON values only, times in UTC. ``now``: when it is listed."""
    kept = ("drift_id", "fact_id", "label", "relation", "what", "severity", "tags", "explanation", "matter", "reason")
    return {
        "alert_id": flag["alert_id"],
        "listed_at": utc(now),
        "detected_at": utc(flag["detected_at"]),
        **{name: flag[name] for name in kept},
        "text": f"{flag['explanation']} ({flag['what']}, {severity_word(flag['severity'])}{_why(flag['reason'])})",
        "claim": _side(flag, ""),
        "against": _side(flag, "against_"),
    }


def title(told: Entry) -> str:
    """The head of an alert in a line."""
    return f"{told['what']}: {told['label'] or told['fact_id']}"


def plain(told: Entry) -> str:
    """An alert as plain text: what happened, both sentences with the figure between » «, links."""
    lines = [f"{title(told)} [{told['severity']:.2f}]", told["explanation"]]
    if told["reason"] != "new":
        lines.append(f"Told again: {told['reason']}")
    for side in ("against", "claim"):
        c = told[side]
        m = marked(c["sentence"], c["mark_from"], c["mark_to"], c["quote"])
        lines.append(
            f"  {c['outlet'] or 'outlet not known'}, {_when(c)}: {m.before}»{m.figure}«{m.after}" + (f"\n  {c['url']}" if c["url"] else "")
        )
    return "\n".join([*lines, f"flag {told['drift_id']}, fact {told['fact_id']}"])


def html(told: Entry) -> str:
    """The same as HTML; every text escaped, the figure marked."""
    from markupsafe import Markup

    page = Markup("<p>{}</p>").format(told["explanation"])
    if told["reason"] != "new":
        page += Markup("<p><i>Told again: {}</i></p>").format(told["reason"])
    for side in ("against", "claim"):
        c = told[side]
        m = marked(c["sentence"], c["mark_from"], c["mark_to"], c["quote"])
        quote = Markup("{}<mark>{}</mark>{}").format(*m)
        page += Markup("<p><b>{}</b>, {}:</p><blockquote>{}</blockquote>").format(c["outlet"] or "outlet not known", _when(c), quote)
    return str(page + Markup("<p>Severity {:.2f}; flag {}, fact {}</p>").format(told["severity"], told["drift_id"], told["fact_id"]))


def utc(when: datetime | None) -> str | None:
    """ISO 8601 with Z."""
    return None if when is None else when.strftime("%Y-%m-%dT%H:%M:%SZ")


def _why(reason: str) -> str:
    return "" if reason == "new" else f"; {reason}"


def _when(side: Entry) -> str:
    return f"{moment(datetime.fromisoformat(side['published_at']))} UTC" if side["published_at"] else "time not known"


def _side(flag: Row, side: str) -> Entry:
    names = ("claim_id", "article_id", "outlet", "lang", "figure", "quote", "sentence", "mark_from", "mark_to", "url")
    return {name: flag[side + name] for name in names} | {"published_at": utc(flag[f"{side}published_at"] or flag[f"{side}known_at"])}
