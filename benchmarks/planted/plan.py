"""Which newsroom writes when about what, and with which figures: the world as it reaches the press, before any slip."""

from __future__ import annotations

import math
import tomllib
from datetime import datetime, timedelta
from functools import cache
from random import Random
from typing import Any

from benchmarks.planted import language
from benchmarks.planted.records import Draft, Event, Fact, Tell, World
from benchmarks.planted.world import DATA

ATTENTION = 0.6
"""Share of its usual coverage that a newsroom gives to one event among many."""
FOLLOW_SHARE = 0.6
"""How many of an event's later bulletins a newsroom that covers it writes about."""
EXTRAS = {
    "background": 0.35,
    "increment": 0.2,
    "vague": 0.15,
    "planned": 0.1,
    "hypothetical": 0.1,
    "percent": 0.08,
    "households": 0.15,
    "currency": 0.5,
    "parts": 0.15,
}
"""Share of the articles that carry a figure which is no part of the story's ledger, where the event allows it."""


@cache
def newsrooms() -> tuple[dict[str, Any], ...]:
    """The newsrooms whose language has a file."""
    rows = tomllib.loads((DATA / "newsrooms.toml").read_text(encoding="utf8"))["newsroom"]
    return tuple(r for r in rows if r["lang"] in language.known())


def cover(world: World) -> list[Draft]:
    """The drafts of every event, in order of publication."""
    drafts: list[Draft] = []
    for event in world.events:
        random = Random(f"cover {world.seed} {event.id}")
        staff = [n for n in newsrooms() if random.random() < n["covers"] * ATTENTION]
        own = [n for n in newsrooms() if not n.get("credit") and n not in staff]
        while sum(not n.get("credit") for n in staff) < 3:
            staff.append(own.pop(random.randrange(len(own))))
        for newsroom in staff:
            for step, bulletin in enumerate(event.bulletins):
                if step and random.random() > FOLLOW_SHARE:
                    continue
                at = bulletin + timedelta(hours=random.uniform(*newsroom["delay"]))
                drafts.append(draft(world, event, newsroom, at, step, f"{len(drafts) + 1:04}"))
    drafts.sort(key=lambda d: (d.at, d.id))
    return drafts


def draft(world: World, event: Event, newsroom: dict[str, Any], at: datetime, step: int, number: str) -> Draft:
    """One article of a newsroom on a bulletin. Articles that print one wire's story share figures and words."""
    wire = newsroom.get("credit")
    root = f"{wire}:{event.id}" if wire else newsroom["name"]
    voice = f"{wire}:{event.id}:{step}" if wire else f"{number}:{event.id}:{step}"
    random = Random(f"tells {world.seed} {voice}")
    made = Draft(f"{event.id}-{number}", event, newsroom, at, step, root, f"{world.seed}:{voice}:{newsroom['lang']}", credit=wire)
    told = [f for f in event.facts if not f.scope and f.question != "damage"]
    first = told[0] if random.random() < 0.8 or len(told) == 1 else random.choice(told[1:])
    rest = [f for f in event.facts if f is not first and random.random() < 0.62]
    order = [first, *sorted(rest, key=lambda f: (f.scope is None, random.random()))]
    if any(f.scope for f in rest) and event.facts[0] not in order:
        order.insert(1, event.facts[0])  # children are told beside the whole that they belong to
    made.tells = [figure(f, step, newsroom, random) for f in order]
    made.main = made.tells[0]
    made.extras = [name for name, share in EXTRAS.items() if random.random() < share]
    return made


def figure(fact: Fact, step: int, newsroom: dict[str, Any], random: Random) -> Tell:
    """The official figure of a bulletin in a newsroom's habit: as it is, or rounded behind a hedge."""
    step = min(step, len(fact.steps) - 1)
    value, bound = fact.steps[step].value, fact.steps[step].bound
    if bound == "exact" and 100 <= value < 1e6 and not fact.scope and random.random() < newsroom["rounds"]:
        size = 10 ** (int(math.log10(value)) - 1)
        low, high = value // size * size, -(-value // size) * size
        if low < value:
            choice = random.choice(("more_than", "nearly", "about"))
            if choice == "more_than":
                return Tell(fact, low, "more_than", step)
            return Tell(fact, high, "nearly", step) if choice == "nearly" else Tell(fact, round(value / size) * size, "about", step)
    return Tell(fact, value, bound, step)


def vague_class(value: float) -> tuple[int, int] | None:
    """The limits of the vague word that fits the value, or None."""
    return next(((low, high) for low, high in ((20, 99), (200, 999), (2000, 9999)) if low <= value <= high), None)


def interval(value: float, bound: str, kind: str) -> tuple[float | None, float | None]:
    """The true values that the words allow."""
    step = 1.0 if kind == "count" else 0.0
    granule = 10.0 ** (len(f"{value:.0f}") - len(f"{value:.0f}".rstrip("0"))) if value == int(value) else 0.0
    spread = max(granule / 2, 0.1 * value)
    ends: dict[str, tuple[float | None, float | None]] = {
        "exact": (value, value),
        "at_least": (value, None),
        "more_than": (value + step, None),
        "at_most": (None, value),
        "less_than": (None, value - step),
        "nearly": (0.9 * value, value),
        "about": (value - spread, value + spread),
    }
    return ends[bound]
