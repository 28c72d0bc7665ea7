"""Slips of many outlets at once: one wire's figure in four, a round number in three."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from random import Random
from typing import TYPE_CHECKING, Any

from benchmarks.planted import changes, plan, world
from benchmarks.planted.records import Draft, Event, Fact, Slip, Tell

if TYPE_CHECKING:
    from benchmarks.planted.slips import Planter

ANOTHER_SIDE = ["revised_up", "revised_down", "outdated_repeat"]
"""How a wrong figure looks to who reads on: as growth that is taken back, and the true one as left behind."""


def circular_sourcing(planter: Planter, event: Event, fact: Fact) -> Slip | None:
    """Four outlets print one wire's wrong figure, or its slipped digit: many outlets, one witness."""
    wires = _silent_wires(planter, event)
    for episode in planter.settled(fact, roots=2):
        at = planter.moment(episode, roots=2, within=8)
        digit = planter.random.random() < 0.5
        value = changes.ten_times(episode.value, planter.random) if digit else planter.other_value(fact, episode, at)
        staff = [n for n in plan.newsrooms() if not planter.tells_it(n, event, fact)]
        if at and value and wires and len(staff) >= 4:
            slip = planter.slip("circular_sourcing", fact, ["magnitude_slip"] if digit else ["contradicts"], also=list(ANOTHER_SIDE))
            slip.tags = ["circular_sourcing"]
            _print(planter, event, staff, at, [Tell(fact, value, "exact", -1, slip=slip.id)] * 4, wires[0])
            return slip
    return None


def circular_agreement(planter: Planter, event: Event, fact: Fact) -> Slip | None:
    """Four outlets print one wire's figure of a question that nobody else reports: they agree, and are one witness."""
    del fact  # the question is one that the event had not
    wires = _silent_wires(planter, event)
    if not wires or any(s.cls == "circular_agreement" and s.fact.startswith(event.id) for s in planter.world.slips):
        return None
    told = {f.attribute for f in event.facts} | ({"hospitalised"} if any(f.attribute == "injured" for f in event.facts) else set())
    questions = world.rules()["question"]
    open_ = [n for n, q in questions.items() if q["shape"] == "grows" and q["noun"] == "person" and q["attribute"] not in told]
    first = event.bulletins[0] + timedelta(hours=1.5)
    last = event.bulletins[1] - timedelta(hours=6)
    if not open_ or last <= first:
        return None
    random = Random(f"agreed {planter.world.seed} {event.id}")
    asked = world.fact(random, event, random.choice(open_), None)
    asked.steps[0].bound = "exact"
    slip = planter.slip("circular_agreement", asked, ["agrees"])
    slip.tags = ["circular_sourcing"]
    event.facts.append(asked)
    planter.world.facts[asked.id] = asked
    tell = Tell(asked, asked.steps[0].value, "exact", 0)
    at = first + (last - first) * random.random()
    _print(planter, event, list(plan.newsrooms()), at, [tell] + [replace(tell, slip=slip.id)] * 3, wires[0])
    return slip


def _silent_wires(planter: Planter, event: Event) -> list[str]:
    return [w for w in ("AFP", "Reuters") if not any(d.credit == w for d in planter.drafts if d.event is event)]


def _print(planter: Planter, event: Event, staff: list[dict[str, Any]], at: datetime, tells: list[Tell], wire: str) -> None:
    """One wire's story in as many outlets as there are ``tells``, each with the credit line."""
    first: Draft | None = None
    for newsroom, tell in zip(planter.random.sample(staff, k=len(tells)), tells, strict=True):
        made = planter.carry(event, newsroom, at, replace(tell))
        made.credit, made.root = wire, f"{wire}:{event.id}"
        made.voice = f"{planter.world.seed}:{wire}:{event.id}:slip:{newsroom['lang']}"
        if first is None:
            first = made
        else:
            made.tells, made.main, made.extras = [replace(t) for t in first.tells], None, first.extras
            for told in made.tells:
                if told.fact is tell.fact:
                    told.slip = tell.slip
            made.main = next(t for t in made.tells if first.main is not None and t.fact is first.main.fact)
        at += timedelta(hours=planter.random.uniform(0.3, 1.6))


def round_number_copying(planter: Planter, event: Event, fact: Fact) -> Slip | None:
    """Three outlets print one round number beside the precise one that is known."""
    for episode in planter.settled(fact, roots=2, least=120):
        value = float(f"{episode.value * planter.random.uniform(1.25, 1.6):.0e}")
        at = planter.moment(episode, roots=2, within=8)
        staff = [n for n in plan.newsrooms() if not n.get("credit") and not planter.tells_it(n, event, fact)]
        far = not 0.85 < value / episode.value < 1.15 and value not in {s.value for s in fact.steps}
        if at and far and fact.kind == "count" and len(f"{episode.value:.0f}".rstrip("0")) >= 3 and len(staff) >= 3:
            slip = planter.slip("round_number_copying", fact, ["contradicts", "revised_up"], also=list(ANOTHER_SIDE))
            slip.tags = ["round_number_copying"]
            for newsroom in planter.random.sample(staff, k=3):
                planter.carry(event, newsroom, at, Tell(fact, value, "exact", -1, slip=slip.id))
                at += timedelta(hours=planter.random.uniform(0.4, 1.5))
            return slip
    return None
