"""What truly happens: events, the questions about them, and the official figures from bulletin to bulletin."""

from __future__ import annotations

import math
import tomllib
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.planted.records import Event, Fact, Step, World

FIRST_DAY = datetime(2024, 2, 5, tzinfo=UTC)
DATA = Path(__file__).parent / "data"
NEIGHBOUR_SHARE = 0.3
"""How many events have another of their kind in a town of the same region in the same week."""


@cache
def rules() -> dict[str, Any]:
    """Regions, kinds of events and questions."""
    return tomllib.loads((DATA / "world.toml").read_text(encoding="utf8"))


def make(seed: int, events: int) -> World:
    """A world of so many events. The same seed and number give the same world."""
    random = Random(f"world {seed} {events}")
    made: list[Event] = []
    taken: dict[tuple[str, str], list[datetime]] = {}
    cells = [(region, town) for region, towns in rules()["regions"].items() for town in towns]
    while len(made) < events:
        region, town = random.choice(cells)
        kind = random.choice(list(rules()["kind"]))
        at = FIRST_DAY + timedelta(hours=random.uniform(0, 24 * max(30, events)))
        if made and random.random() < NEIGHBOUR_SHARE:
            near = random.choice(made)
            kind, region = near.kind, near.region
            town = random.choice([t for t in rules()["regions"][region] if t != near.place])
            at = near.at + timedelta(hours=random.uniform(-60, 60))
        if town not in rules()["kind"][kind].get("towns", [town]):
            continue
        if any(abs(at - other) < timedelta(days=45) for other in taken.get((kind, town), [])):
            continue  # one town, one kind, one season: newsrooms themselves would confuse them
        taken.setdefault((kind, town), []).append(at)
        made.append(_event(random, f"e{len(made) + 1:03}", kind, region, town, at))
    made.sort(key=lambda e: e.at)
    older: dict[tuple[str, str], Fact] = {}
    for event in made:
        event.older = older.setdefault((event.region, event.kind), _older(random, event))
    return World(seed, made, {f.id: f for e in made for f in [*e.facts, *([e.older] if e.older else [])]})


def _event(random: Random, ident: str, kind: str, region: str, place: str, at: datetime) -> Event:
    bulletins = [at + timedelta(hours=random.uniform(2, 5))]
    for _ in range(random.choice((2, 3, 3, 4))):
        bulletins.append(bulletins[-1] + timedelta(hours=random.uniform(16, 34)))
    event = Event(ident, kind, region, place, at, bulletins)
    own = rules()["kind"][kind]
    for name in own["questions"]:
        event.facts.append(fact(random, event, name, own.get("range", {}).get(name)))
    return event


def fact(random: Random, event: Event, name: str, narrowed: list[float] | None) -> Fact:
    """A question about an event with its true figures; ``narrowed``: another range for the last of them."""
    question = rules()["question"][name]
    made = Fact(
        f"{event.id}-{name}", event.id, event.kind, event.place, name, question["attribute"], question["noun"],
        question.get("kind", "count"), question.get("unit"), question.get("scope"), question["shape"],
    )  # fmt: skip
    whole = next((f for f in event.facts if f.question == question.get("part_of")), None)
    if whole is not None:
        share = random.uniform(*question["share"])
        made.steps = [Step(s.at, max(3, round(s.value * share))) for s in whole.steps]
        return made
    low, high = narrowed or question["range"]
    final = _official(math.exp(random.uniform(math.log(low), math.log(high))), random)
    made.steps = _course(random, final, made, event.bulletins)
    return made


def _official(value: float, random: Random) -> float:
    """A figure as officials give it: to the unit up to some thousands, then often rounded."""
    if value >= 1e6:
        return float(f"{value:.1e}")
    if value >= 9500 and random.random() < 0.5:
        return float(round(value, -3))
    return float(round(value))


def _course(random: Random, final: float, fact: Fact, bulletins: list[datetime]) -> list[Step]:
    count = len(bulletins)
    if fact.shape == "settled":
        return [Step(bulletins[0], final, random.choice(("exact", "exact", "about")))]
    start = random.uniform(0.08, 0.55)
    shares = sorted(random.uniform(start, 0.97) for _ in range(count - 1))
    shares[0] = start
    shares.append(1.0)
    if fact.shape == "falls":
        shares = [1.0, *sorted((random.uniform(0.2, 0.9) for _ in range(count - 1)), reverse=True)]
    steps: list[Step] = []
    for k, (at, share) in enumerate(zip(bulletins, shares, strict=True)):
        value = max(3.0, _official(final * share, random) if final * share < 9500 else float(round(final * share, -3)))
        if value >= 1000 and value % 1000 and final >= 9500 and random.random() < 0.6:
            value = float(round(value))
        bound = "at_least" if fact.shape == "grows" and random.random() < (0.55, 0.25, 0.1, 0.05, 0.0)[min(k, 4)] else "exact"
        if steps and (value == steps[-1].value or random.random() < 0.12):
            value, bound = steps[-1].value, steps[-1].bound
        steps.append(Step(at, value, bound))
    return steps


def _older(random: Random, event: Event) -> Fact:
    name = {"protest": "arrested", "outbreak": "cases"}.get(event.kind, "killed")
    question = rules()["question"][name]
    year = random.choice((2009, 2011, 2014, 2016, 2018))
    fact = Fact(
        f"older-{event.region}-{event.kind}", f"{event.region}-{event.kind}-{year}", event.kind, event.region, name, question["attribute"],
        question["noun"], "count", None, None, "settled",
    )  # fmt: skip
    fact.steps = [Step(datetime(year, 6, 1, tzinfo=UTC), float(round(math.exp(random.uniform(math.log(20), math.log(3000))))))]
    return fact
