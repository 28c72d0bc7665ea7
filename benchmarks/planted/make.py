"""From a seed to a world with its articles, claims and slips."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta

from benchmarks.planted import plan, render, slips, world
from benchmarks.planted.records import Claim, Slip, World

GROWTH = 1.12
"""A step up counts as one that must be seen from this factor on; smaller ones may be rounding."""


def make(seed: int, events: int) -> World:
    """The whole world of a seed: the same for the same arguments."""
    made = world.make(seed, events)
    slips.lower_truth(made)
    drafts = slips.plant(made, plan.cover(made))
    render.render(made, drafts)
    _settle(made)
    return made


def _settle(made: World) -> None:
    """Give each slip the claims that carry it, and make a matter of every step up that the press told."""
    told: dict[str, list[Claim]] = defaultdict(list)
    carried: dict[str, list[str]] = defaultdict(list)
    when = {a.id: a.published_at for a in made.articles}
    for claim in made.claims:
        if claim.slip:
            carried[claim.slip].append(claim.id)
        elif claim.role == "told":
            told[claim.fact].append(claim)
    for rows in told.values():
        rows.sort(key=lambda c: when[c.article])
    kept: list[Slip] = []
    for slip in made.slips:
        if slip.cls == "revised_down":
            slip.claims, slip.against = _fallen(told[slip.fact], len(made.facts[slip.fact].steps) - 1, made)
            slip.turned = False
            if sum(s.cls == slip.cls for s in kept) == slips.count(made):
                continue
        else:
            slip.claims = carried[slip.id]
        if slip.claims:
            kept.append(slip)
    slipped = {s.fact for s in kept} | {c.worded for c in made.claims if c.slip}
    for fact, rows in told.items():
        if fact not in slipped and made.facts[fact].shape == "grows":
            kept += _risen(fact, rows)
    made.slips = kept


def _fallen(rows: list[Claim], last: int, made: World) -> tuple[list[str], list[str]]:
    """The claims of the lowered figure, and those of higher ones told before.

    None where no reader could tell the revision from a contradiction: somebody must take back a figure of his own, or
    a day must lie between.
    """
    when = {a.id: (a.published_at, a.root) for a in made.articles}
    high = [c for c in rows if c.step == last - 1 and c.low is not None]
    fallen = [c for c in rows if c.step == last and c.high is not None and any((o.low or 0) * 0.94 > c.high for o in high)]
    known = {when[c.article][1] for c in high}
    latest = max((when[c.article][0] for c in high), default=None)
    clear = [c for c in fallen if when[c.article][1] in known or (latest and when[c.article][0] - latest > timedelta(hours=25))]
    return ([c.id for c in fallen], [c.id for c in high]) if clear else ([], [])


def _risen(fact: str, rows: list[Claim]) -> list[Slip]:
    """One matter for each step whose figure excludes every figure told before it."""
    out = []
    for step in sorted({c.step for c in rows if c.step > 0}):
        before = [c for c in rows if 0 <= c.step < step]
        now = [c for c in rows if c.step == step and c.low is not None]
        closed = [c.high for c in before if c.high is not None]
        if before and now and len(closed) == len(before):
            risen = [c for c in now if c.low is not None and c.low > GROWTH * max(closed)]
            if risen:
                slip = Slip(f"revised_up-{fact}-{step}", "revised_up", fact, ["revised_up"], turned=False)
                slip.claims, slip.against = [c.id for c in risen], [c.id for c in before]
                out.append(slip)
    return out
