"""Analysts' decisions on pairs of claims: what stands, and whether a new one would go against it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from claims_pipeline.errors import ClaimsError
from claims_pipeline.report import naming, words
from claims_pipeline.report.rows import Row, rows
from claims_pipeline.warehouse import open_snapshot

Pair = tuple[str, str]


def decisions(snapshot: Path, *, withdrawn: bool = False) -> list[Row]:
    """Every decision with its two claims and whether it is in force, the newest first; ``withdrawn`` ones only when asked for."""
    with open_snapshot(snapshot) as con:
        return [d for d in rows(con, "report/decisions") if withdrawn or d["decision"] != "none"]


def named(snapshot: Path, names: Sequence[str]) -> list[Row]:
    """The claims that ``names`` mean, each once. :class:`ClaimsError` where fewer than two are meant."""
    with open_snapshot(snapshot) as con:
        found = {row["claim_id"]: row for row in (naming.claim(con, name) for name in names)}
    if len(found) < 2:
        raise ClaimsError(f"claims {' '.join(names)}", "are one claim" if names else "none given", "Name two different claims.")
    return list(found.values())


def must_agree(snapshot: Path, pins: Iterable[Pair] = (), cuts: Iterable[Pair] = ()) -> None:
    """:class:`ClaimsError` where new pins and cuts go against decisions that stand.

    Pins reach further than their pair: A with B and B with C put A with C, so A and C cannot be cut.
    """
    with open_snapshot(snapshot) as con:
        standing = {(d["claim_a"], d["claim_b"]): d["decision"] for d in rows(con, "report/decided_pairs")}
    for kind, pairs in (("pin", list(pins)), ("cut", list(cuts))):
        standing |= {(min(p), max(p)): kind for p in pairs}
    group = _groups(pair for pair, kind in standing.items() if kind == "pin")
    for (a, b), kind in sorted(standing.items()):
        if kind == "cut" and group.get(a, a) == group.get(b, b):
            raise ClaimsError(
                f"claims {a} and {b}",
                "would be cut apart and pinned together through other claims",
                f"Withdraw one of the decisions first: `claims decisions` lists them, `claims decisions --undo {a} {b}` undoes this one.",
            )


def as_text(found: Sequence[Row]) -> str:
    """One block a decision."""
    from claims_pipeline.report.table import printable

    if not found:
        return "No decision on claims. `claims pin A B` and `claims cut A B` make one."
    blocks = []
    for d in found:
        by = f" by {d['decided_by']}" if d["decided_by"] else ""
        head = f"{d['decision']}  {words.moment(d['decided_at'])}{by}: {d['standing']}" + (f"; {d['note']}" if d["note"] else "")
        blocks.append("\n".join([head, *(_side(d, side) for side in "ab")]))
    return printable("\n\n".join(blocks))


def _side(d: Row, side: str) -> str:
    told = f"{d[f'outlet_{side}'] or 'outlet not known'}: {d[f'figure_{side}'] or '–'} {d[f'noun_{side}'] or ''}"
    return f"     {d[f'claim_{side}']}  {told.rstrip()}  (fact {d[f'fact_{side}'] or '–'})"


def _groups(pairs: Iterable[Pair]) -> dict[str, str]:
    """Each pinned claim's group, by its smallest member."""
    group: dict[str, str] = {}

    def top(claim: str) -> str:
        while group.setdefault(claim, claim) != claim:
            claim = group[claim]
        return claim

    for a, b in pairs:
        x, y = sorted((top(a), top(b)))
        group[y] = x
    return {claim: top(claim) for claim in list(group)}
