"""Plain text for the terminal: rows as tables, a fact as a story, flags as sentences with both quotes."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from claims_pipeline.report import words
from claims_pipeline.report.naming import SHORT
from claims_pipeline.report.rows import Row, of_all
from claims_pipeline.report.table import Column, clip, plain_table, printable

Cell = Callable[[Row], str]

_FACTS: tuple[tuple[Column, Cell], ...] = (
    (Column("fact"), lambda r: r["fact_id"]),
    (Column("what", flexible=True), lambda r: r["label"]),
    (Column("stands at", flexible=True), lambda r: r["current_range"]),
    (Column("status"), lambda r: r["status"].replace("_", " ")),
    (Column("claims", right=True), lambda r: words.number(r["claims"])),
    (Column("sources", right=True), lambda r: words.number(r["roots"])),
    (Column("flags", right=True), lambda r: words.number(r["open_flags"])),
    (Column("last claim"), lambda r: words.day(r["last_claim_at"])),
)
_FOUND: tuple[tuple[Column, Cell], ...] = (
    (Column("fact"), lambda r: r["fact_id"] or "–"),
    (Column("figure", flexible=True), lambda r: r["figure"]),
    (Column("outlet"), lambda r: clip(r["outlet"] or "–", 20)),
    (Column("published"), lambda r: words.day(r["published_at"] or r["known_at"])),
    (Column("claims", right=True), lambda r: words.number(r["claims_found"])),
    (Column("sentence", flexible=True), lambda r: _around(r)),
)
_FLAGS: tuple[tuple[Column, Cell], ...] = (
    (Column("flag"), lambda r: r["drift_id"]),
    (Column("severity", right=True), lambda r: f"{r['severity']:.2f}"),
    (Column("what"), lambda r: r["what"]),
    (Column("sentence", flexible=True), lambda r: r["explanation"]),
    (Column("state"), lambda r: r["state"]),
)
_REJECTED: tuple[tuple[Column, Cell], ...] = (
    (Column("source", flexible=True), lambda r: r["source"]),
    (Column("where"), lambda r: r["position"] or "whole file"),
    (Column("reason", flexible=True), lambda r: r["reason"]),
    (Column("begins", flexible=True), lambda r: r["begins"]),
)
_STORY: tuple[tuple[Column, Cell], ...] = (
    (Column("claim"), lambda r: r["claim_id"][:SHORT]),
    (Column("published"), lambda r: words.moment(r["published_at"] or r["known_at"])),
    (Column("outlet"), lambda r: clip(r["outlet"] or "–", 20)),
    (Column("figure"), lambda r: r["figure"]),
    (Column("role"), lambda r: (r["relation"] or r["role"] or "–").replace("_", " ")),
    (Column("then believed"), lambda r: r["state_after"]),
    (Column("sentence", flexible=True), lambda r: _around(r)),
)
_LAYOUTS = (("begins", _REJECTED), ("claims_found", _FOUND), ("drift_id", _FLAGS), ("current_range", _FACTS), ("state_after", _STORY))


def as_table(found: Sequence[Row], width: int | None = None) -> str:
    """Rows as a table in the layout of their kind, with how many more there were before the limit."""
    if not found:
        return "Nothing found."
    layout = next((cells for key, cells in _LAYOUTS if key in found[0]), None) or tuple(
        (Column(k, flexible=True), _of(k)) for k in found[0]
    )
    text = plain_table([c for c, _ in layout], [[cell(r) for _, cell in layout] for r in found], _width(width))
    left = of_all(list(found)) - len(found) if "of_all" in found[0] else 0
    return f"{text}\n… and {words.number(left)} more (--limit)" if left > 0 else text


def as_flags(found: Sequence[Row], width: int | None = None) -> str:
    """Flags one under the other: severity, what happened, both sentences with the figure between » «."""
    if not found:
        return "No flag of this kind."
    cells = _width(width)
    blocks = []
    for r in found:
        state = "" if r["state"] == "open" else f"  {r['state']}" + (f": {r['note']}" if r["note"] else "")
        blocks.append("\n".join([
            f"{r['severity']:.2f}  {r['what']}  {r['label'] or r['fact_id']}{state}",
            *_wrap(r["explanation"], "      ", cells),
            *_wrap(_quoted(r, "against_"), "      – ", cells),
            *_wrap(_quoted(r, ""), "      – ", cells),
            f"      flag {r['drift_id']}, fact {r['fact_id']}{_sure(r)}",
        ]))  # fmt: skip
    left = of_all(list(found)) - len(found) if "of_all" in found[0] else 0
    if left > 0:
        blocks.append(f"… and {words.number(left)} more (--limit)")
    return printable("\n\n".join(blocks))


def _sure(r: Row) -> str:
    """How sure it is that the two figures of a difference answer one question, and why."""
    if r["certainty"] is None or not r["tellings"]:
        return ""
    kinds = {True: "; one kind of event", False: "; two kinds of event", None: ""}[r["one_kind"]]
    pairs = words.plural(r["tellings"], "pair")
    shared = words.plural(r["shared"], "other figure")
    return f"; one question: {r['certainty']:.2f} (links {r['link_mean']:.2f} over {pairs}, {shared} shared{kinds})"


def as_story(told: dict[str, Any], width: int | None = None) -> str:
    """A fact: what stands now, what became of its id, its claims in time order, its flags."""
    fact, cells = told["fact"], _width(width)
    lines = [
        f"{fact['label']}",
        f"fact {fact['fact_id']}, {fact['status'].replace('_', ' ')}, {words.period(fact['first_claim_at'], fact['last_claim_at'])} (UTC)",
        f"now {fact['current_range']}"
        + ("" if fact["recommended"] is None else f"; recommended {words.number(fact['recommended'])}")
        + (f" ({fact['recommended_rule'].replace('_', ' ')})" if fact["recommended_rule"] else ""),
        f"{words.plural(fact['claims'], 'claim')}, {words.plural(fact['outlets'], 'outlet')}, "
        f"{words.plural(fact['roots'], 'independent source')}",
    ]
    if fact["by_history"]:
        lines.append(f"asked for {told['asked']}, which became this fact")
    lines += [f"also became {other['fact_id']}: {other['label']}" for other in told["others"]]
    lines += [
        f"{words.moment(h['changed_at'])}: {h['change']} of {h['old_fact_id']} into {h['new_fact_id']} ({h['reason']})"
        for h in told["history"]
    ]
    lines += ["", as_table(told["timeline"], cells)]
    if told["flags"]:
        lines += ["", "Flags", "", as_flags(told["flags"], cells)]
    return printable("\n".join(lines))


def _around(row: Row) -> str:
    """The figure with the words around it, so that a clipped cell still shows it."""
    sentence = row["sentence"] or ""
    at = sentence.find(row["quote"] or "")
    if at <= 40:
        return sentence
    cut = sentence.rfind(" ", 0, at - 24)
    return "… " + sentence[max(cut, 0) :].lstrip()


def _quoted(row: Row, side: str) -> str:
    m = words.marked(row[f"{side}sentence"], row[f"{side}mark_from"], row[f"{side}mark_to"], row[f"{side}quote"], 300)
    text = f"{m.before}»{m.figure}«{m.after}" if m.figure else m.before
    published, known = row[f"{side}published_at"], row[f"{side}known_at"]
    when = words.moment(published) if published else f"no date, known since {words.moment(known)}"
    url = f" {row[f'{side}url']}" if row[f"{side}url"] else ""
    return f"{row[f'{side}outlet'] or 'outlet not known'}, {when}: {text}{url}"


def _wrap(text: str, lead: str, cells: int) -> list[str]:
    return textwrap.wrap(text, cells, initial_indent=lead, subsequent_indent=" " * len(lead), break_long_words=False) or [lead]


def _of(name: str) -> Cell:
    return lambda row: _plain(row[name])


def _plain(value: Any) -> str:
    if isinstance(value, float | int) and not isinstance(value, bool):
        return words.number(value)
    return words.moment(value) if isinstance(value, datetime) else "–" if value is None else str(value)


def _width(width: int | None) -> int:
    return width or min(max(shutil.get_terminal_size((120, 40)).columns, 80), 200)
