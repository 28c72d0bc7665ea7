"""What is planted: slips of every class, each in an article of its own among the others.

A slip is planted where its class can be told from honest news: a contradiction where two independent sources have told
the figure, an outdated repeat where two have moved on. A fact carries one slip at most, so what is found on it is clear.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from itertools import pairwise
from random import Random
from typing import Any

from benchmarks.planted import changes, copies, plan
from benchmarks.planted.records import Draft, Event, Fact, Slip, Step, Tell, World

CLASSES = (
    "revised_up", "revised_down", "revised_own", "contradiction", "outdated_repeat", "outdated_floor", "magnitude_digit",
    "magnitude_scale", "magnitude_swap", "unit_slip", "hedge_lost", "hedge_lost_across", "hedge_gained", "scope_shift_part",
    "scope_shift_whole", "circular_sourcing", "circular_agreement", "round_number_copying",
)  # fmt: skip
AFTER_LAST = timedelta(hours=44)
ANOTHER_SIDE = ("revised_up", "revised_down", "outdated_repeat")
"""How a wrong figure looks to who reads on: as growth that is taken back, and the true one as left behind."""


@dataclass(frozen=True, slots=True)
class Episode:
    """A value of a fact while officials held it, and when the first, second ... independent source had told it."""

    value: float
    bound: str
    step: int
    until: datetime
    told: tuple[datetime, ...]
    tellers: frozenset[str]


def lower_truth(world: World) -> None:
    """Choose the facts whose officials take back a part of the last figure, before anybody writes about them.

    Twice as many as are planted: where the press never shows that it is a revision, it is none to find.
    """
    random = Random(f"lower {world.seed}")
    fit = [f for e in world.events for f in e.facts if f.shape == "grows" and not f.scope and len(f.steps) >= 3]
    part_of = {e.id for e in world.events if any(f.scope for f in e.facts)}
    fit = [f for f in fit if f.steps[-2].value >= 12 and not (f.question == "killed" and f.event in part_of)]
    for fact in random.sample(fit, k=min(len(fit), 2 * count(world))):
        high = max(s.value for s in fact.steps[:-1])
        fact.steps[-2].value = high
        for k, step in enumerate(fact.steps[-2:], start=len(fact.steps) - 2):
            step.bound = "exact"
            if k == len(fact.steps) - 1:
                step.value = _lowered(high, [s.value for s in fact.steps[:-1]], random)
        world.slips.append(Slip(f"revised_down-{fact.id}", "revised_down", fact.id, ["revised_down"]))


def plant(world: World, drafts: list[Draft]) -> list[Draft]:
    """The drafts with the slips' articles among them, in order of publication; fills ``world.slips``."""
    planter = Planter(world, drafts)
    makers: dict[str, Callable[[Event, Fact], Slip | None]] = {
        "scope_shift_whole": planter.scope_shift_whole, "scope_shift_part": planter.scope_shift_part, "unit_slip": planter.unit_slip,
        "outdated_repeat": planter.outdated_repeat, "outdated_floor": planter.outdated_floor, "magnitude_scale": planter.magnitude_scale,
        "hedge_lost": planter.hedge_lost, "hedge_lost_across": planter.hedge_lost_across, "revised_own": planter.revised_own,
        "magnitude_swap": planter.magnitude_swap, "circular_sourcing": partial(copies.circular_sourcing, planter),
        "contradiction": planter.contradiction, "round_number_copying": partial(copies.round_number_copying, planter),
        "magnitude_digit": planter.magnitude_digit, "hedge_gained": planter.hedge_gained,
        "circular_agreement": partial(copies.circular_agreement, planter),
    }  # fmt: skip
    for name, maker in makers.items():
        planted = 0
        for event, fact in planter.open_facts(name):
            slip = maker(event, fact)
            if slip is not None:
                world.slips.append(slip)
                planted += 1
            if planted == count(world):
                break
    return sorted(planter.drafts, key=lambda d: (d.at, d.id))


def on_its_way(fact: Fact, episode: Episode, value: float) -> bool:
    """Whether a figure lies between that of its time and a later official one: 5,067, 5,607, 6,315 is growth to every reader."""
    return any((value - episode.value) * (s.value - value) > 0 for s in fact.steps[episode.step + 1 :])


def count(world: World) -> int:
    return max(2, len(world.events) // 8)


class Planter:
    """Plants slip after slip and keeps the drafts that there are."""

    def __init__(self, world: World, drafts: list[Draft]) -> None:
        self.world, self.drafts = world, list(drafts)
        self.random = Random(f"plant {world.seed}")
        self.used = {s.fact for s in world.slips}

    def open_facts(self, name: str) -> Iterator[tuple[Event, Fact]]:
        """The facts that carry no slip yet, shuffled."""
        pairs = [(e, f) for e in self.world.events for f in e.facts]
        Random(f"order {self.world.seed} {name}").shuffle(pairs)
        for event, fact in pairs:
            if fact.id not in self.used:
                yield event, fact

    def contradiction(self, event: Event, fact: Fact) -> Slip | None:
        """Another source has another figure of its own at the same time."""
        for episode in self.settled(fact, roots=2):
            at = self.moment(episode, roots=2, within=10)
            value = self.other_value(fact, episode, at)
            newsroom = self.newsroom(event, fact)
            if at and value and newsroom:
                slip = self.slip("contradiction", fact, ["contradicts"], also=list(ANOTHER_SIDE))
                self.carry(event, newsroom, at, Tell(fact, value, "exact", -1, slip=slip.id))
                return slip
        return None

    def revised_own(self, event: Event, fact: Fact) -> Slip | None:
        """A newsroom has a figure of its own and later comes round to what the others have: two matters."""
        for episode in self.settled(fact, roots=2):
            at = self.moment(episode, roots=2, within=10)
            value = self.other_value(fact, episode, at)
            newsroom = self.newsroom(event, fact)
            later = at + timedelta(hours=self.random.uniform(5, 11)) if at else None
            if at and later and later < episode.until and value and newsroom:
                first = self.slip("contradiction", fact, ["contradicts"], also=list(ANOTHER_SIDE))
                first.counted = False  # taken back within hours: the correction is the matter
                self.carry(event, newsroom, at, Tell(fact, value, "exact", -1, slip=first.id))
                relation = "revised_down" if value > episode.value else "revised_up"
                slip = self.slip("revised_own", fact, [relation], also=["contradicts", "outdated_repeat"])
                slip.turned = False
                self.carry(event, newsroom, later, Tell(fact, episode.value, "exact", episode.step, slip=slip.id))
                self.world.slips.append(first)
                return slip
        return None

    def outdated_repeat(self, event: Event, fact: Fact) -> Slip | None:
        """A figure is printed after two independent sources had published its successor."""
        episodes = self.episodes(fact)
        for before, now in pairwise(episodes):
            at = self.moment(now, roots=2, after=1.5)
            newsroom = self.newsroom(event, fact)
            grown = before.bound == now.bound == "exact" and now.value > 1.12 * before.value and before.told
            if grown and at and newsroom and before.told[0] < now.told[0]:
                slip = self.slip("outdated_repeat", fact, ["outdated_repeat"])
                slip.turned = False
                self.carry(event, newsroom, at, Tell(fact, before.value, "exact", before.step, slip=slip.id))
                return slip
        return None

    def outdated_floor(self, event: Event, fact: Fact) -> Slip | None:
        """An early "at least" is left standing when far more are known."""
        for episode in self.settled(fact, roots=2, least=40):
            at = self.moment(episode, roots=2, after=1.5)
            newsroom = self.newsroom(event, fact)
            if fact.kind == "count" and at and newsroom:
                slip = self.slip("outdated_floor", fact, ["outdated_repeat"])
                slip.turned = False
                value = float(max(2, int(episode.value * self.random.uniform(0.03, 0.15))))
                while any(0.9 < 10 * value / s.value < 1.1 for s in fact.steps):
                    value += 1  # five for fifty is a lost digit
                self.carry(event, newsroom, at, Tell(fact, value, "at_least", -1, slip=slip.id))
                return slip
        return None

    def magnitude_digit(self, event: Event, fact: Fact) -> Slip | None:
        """A digit too many or one too few."""
        return self._magnitude("magnitude_digit", event, fact, changes.ten_times)

    def magnitude_scale(self, event: Event, fact: Fact) -> Slip | None:
        """The thousand, million or billion is gone, or is another one."""
        return self._magnitude("magnitude_scale", event, fact, changes.lost_scale)

    def magnitude_swap(self, event: Event, fact: Fact) -> Slip | None:
        """Two neighbouring digits change places."""
        return self._magnitude("magnitude_swap", event, fact, changes.swapped)

    def _magnitude(self, name: str, event: Event, fact: Fact, change: Callable[[float, Random], float | None]) -> Slip | None:
        for episode in self.settled(fact, roots=2):
            at = self.moment(episode, roots=2)
            newsroom = self.newsroom(event, fact)
            value = change(episode.value, self.random)
            if name == "magnitude_swap" and value and on_its_way(fact, episode, value):
                continue
            if at and newsroom and value:
                slip = self.slip(name, fact, ["magnitude_slip"], also=list(ANOTHER_SIDE))
                self.carry(event, newsroom, at, Tell(fact, value, "exact", -1, slip=slip.id))
                return slip
        return None

    def unit_slip(self, event: Event, fact: Fact) -> Slip | None:
        """The number of the families is told of people, that of the hectares of acres."""
        noun = {"family": "person", "hectare": "acre"}.get(fact.noun)
        for episode in self.settled(fact, roots=2, least=100):
            at = self.moment(episode, roots=2)
            newsroom = self.newsroom(event, fact)
            if noun and at and newsroom:
                slip = self.slip("unit_slip", fact, ["unit_slip"])
                self.carry(event, newsroom, at, Tell(fact, episode.value, "exact", episode.step, slip=slip.id, noun=noun))
                return slip
        return None

    def hedge_lost(self, event: Event, fact: Fact) -> Slip | None:
        """The "at least" is gone, the number is the same."""
        return self._hedge("hedge_lost", event, fact, across=False)

    def hedge_lost_across(self, event: Event, fact: Fact) -> Slip | None:
        """The "at least" is gone on the way into another language."""
        return self._hedge("hedge_lost_across", event, fact, across=True)

    def _hedge(self, name: str, event: Event, fact: Fact, *, across: bool) -> Slip | None:
        for episode in self.episodes(fact):
            if episode.bound in ("at_least", "about") and episode.told:
                langs = {d.newsroom["lang"] for d, t in self.tellings(fact) if t.step == episode.step and t.bound == episode.bound}
                at = self.moment(episode, roots=1)
                newsroom = self.newsroom(event, fact, lang=None if across else langs, not_lang=langs if across else None)
                if at and newsroom:
                    slip = self.slip(name, fact, ["hedge_lost"])
                    slip.turned = False
                    self.carry(event, newsroom, at, Tell(fact, episode.value, "exact", episode.step, slip=slip.id))
                    return slip
        return None

    def hedge_gained(self, event: Event, fact: Fact) -> Slip | None:
        """A bare number gets an open end that nobody gave it."""
        for episode in self.settled(fact, roots=2):
            at = self.moment(episode, roots=2)
            newsroom = self.newsroom(event, fact)
            if at and newsroom and fact.kind == "count":
                slip = self.slip("hedge_gained", fact, ["hedge_gained"])
                slip.turned = False
                bound = self.random.choice(("at_least", "more_than", "about"))
                self.carry(event, newsroom, at, Tell(fact, episode.value, bound, episode.step, slip=slip.id))
                return slip
        return None

    def scope_shift_part(self, event: Event, fact: Fact) -> Slip | None:
        """The number of all who were killed is told of the children among them."""
        part = next((f for f in event.facts if f.scope), None)
        if fact.question != "killed" or part is None:
            return None
        return self._scope("scope_shift_part", event, fact, part)

    def scope_shift_whole(self, event: Event, fact: Fact) -> Slip | None:
        """The number of the children is told of all who were killed."""
        return self._scope("scope_shift_whole", event, fact, event.facts[0]) if fact.scope else None

    def _scope(self, name: str, event: Event, fact: Fact, worded: Fact) -> Slip | None:
        for episode in self.settled(fact, roots=1, least=101):
            if len(f"{episode.value:.0f}".rstrip("0")) < 3 or worded.id in self.used:
                continue
            at = self.moment(episode, roots=1)
            newsroom = self.newsroom(event, fact)
            if at and newsroom:
                slip = self.slip(name, fact, ["scope_shift"], also=["contradicts", "revised_up", "revised_down", "outdated_repeat"])
                self.used.add(worded.id)
                self.carry(event, newsroom, at, Tell(fact, episode.value, "exact", episode.step, slip=slip.id, worded=worded))
                return slip
        return None

    def slip(self, name: str, fact: Fact, relations: list[str], also: list[str] | None = None) -> Slip:
        """A slip on the fact, which is then taken."""
        self.used.add(fact.id)
        return Slip(f"{name}-{fact.id}", name, fact.id, relations, also or [])

    def carry(self, event: Event, newsroom: dict[str, Any], at: datetime, tell: Tell) -> Draft:
        """A new article that carries the figure, half the time as its main one."""
        step = max(k for k, b in enumerate(event.bulletins) if b <= at or not k)  # the rest of the article is up to date
        made = plan.draft(self.world, event, {**newsroom, "credit": "", "rounds": 0.0}, at, step, f"{len(self.drafts) + 1:04}")
        subject = {tell.fact.id, *([tell.worded.id] if tell.worded else [])}
        others = [t for t in made.tells if t.fact.id not in subject and t.fact.scope is None]
        made.newsroom = newsroom
        made.root = newsroom["name"]
        head = (tell.worded or tell.fact).question
        titled = [f for f in event.facts if f.id not in subject and not f.scope and f.question != "damage"]
        if (not others or others[0].fact.question == "damage") and titled:
            others = [plan.figure(titled[0], step, {"rounds": 0.0}, self.random), *[t for t in others if t.fact is not titled[0]]]
        leads = head not in ("damage", "killed_children") and (self.random.random() < 0.5 or not others)
        made.tells = [tell, *others[:3]] if leads else [others[0], tell, *others[1:3]]
        made.main = made.tells[0]
        self.drafts.append(made)
        return made

    def episodes(self, fact: Fact) -> list[Episode]:
        """The values of a fact in turn, with the independent sources that told each as it was."""
        out = []
        runs: list[tuple[int, Step]] = [(k, s) for k, s in enumerate(fact.steps) if not k or s.value != fact.steps[k - 1].value]
        for place, (k, step) in enumerate(runs):
            until = runs[place + 1][1].at if place + 1 < len(runs) else fact.steps[-1].at + AFTER_LAST
            steps = range(k, runs[place + 1][0] if place + 1 < len(runs) else len(fact.steps))
            first: dict[str, datetime] = {}
            for draft, tell in self.tellings(fact):
                if tell.step in steps and tell.value == step.value and tell.bound == step.bound:
                    first.setdefault(draft.root, draft.at)
            out.append(Episode(step.value, step.bound, steps[-1], until, tuple(sorted(first.values())), frozenset(first)))
        return out

    def settled(self, fact: Fact, *, roots: int, least: float = 8) -> list[Episode]:
        """The episodes of an exact value that so many independent sources have told."""
        if fact.shape == "falls":
            return []
        return [e for e in self.episodes(fact) if e.bound == "exact" and len(e.told) >= roots and e.value >= least]

    def tellings(self, fact: Fact) -> list[tuple[Draft, Tell]]:
        """Who tells the fact, in order."""
        return sorted(((d, t) for d in self.drafts for t in d.tells if t.fact is fact and not t.slip), key=lambda p: p[0].at)

    def moment(self, episode: Episode, *, roots: int, after: float = 0.5, within: float = 16) -> datetime | None:
        """A time when so many sources have told the value and officials still hold it."""
        if len(episode.told) < roots:
            return None
        first = episode.told[roots - 1] + timedelta(hours=after)
        last = min(episode.until - timedelta(minutes=30), first + timedelta(hours=within))
        return first + (last - first) * self.random.random() if last > first else None

    def newsroom(
        self, event: Event, fact: Fact, *, lang: set[str] | None = None, not_lang: set[str] | None = None
    ) -> dict[str, Any] | None:
        """A newsroom with its own reporters that has not told the fact."""
        fit = [n for n in plan.newsrooms() if not n.get("credit") and not self.tells_it(n, event, fact)]
        fit = [n for n in fit if (lang is None or n["lang"] in lang) and (not_lang is None or n["lang"] not in not_lang)]
        return self.random.choice(fit) if fit else None

    def tells_it(self, newsroom: dict[str, Any], event: Event, fact: Fact) -> bool:
        """Whether the newsroom has an article with the fact."""
        return any(
            d.event is event and d.newsroom["name"] == newsroom["name"] and any(t.fact is fact for t in d.tells) for d in self.drafts
        )

    def other_value(self, fact: Fact, episode: Episode, at: datetime | None) -> float | None:
        """A figure that no honest reading of the true one allows, and that no bulletin ever gave.

        A higher one only where others tell the true one after it too: until then it is news like any growth.
        """
        value = episode.value
        if at is None:
            return None
        confirmed = any(t > at for t in episode.told[1:])
        for _ in range(20):
            higher = confirmed and self.random.random() < 0.5
            other = value * (self.random.uniform(1.25, 1.9) if higher else self.random.uniform(0.5, 0.8))
            other = float(f"{other:.1e}") if value >= 1e6 else float(round(other))
            near = any(abs(other - s.value) < 0.06 * s.value for s in fact.steps)
            if not near and str(int(other)).rstrip("0") != str(int(value)).rstrip("0") and other >= 5:
                return other
        return None


def _lowered(high: float, before: list[float], random: Random) -> float:
    """A lower figure that is no earlier one: that would be an outdated repeat to any reader."""
    value = 3.0
    for _ in range(20):
        value = float(max(3, round(high * random.uniform(0.6, 0.88))))
        if all(abs(value - old) > 0.04 * old for old in before):
            break
    return value
