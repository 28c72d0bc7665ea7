"""Is a flag right? Judged against the planted world.

A flag is right when it finds a slip under one of its names, or when what it says holds by definition between two true
claims (the next bulletin's higher figure is a revised_up, planted or not). It is neutral when it sees a planted matter
from another side that its class allows, or a newsroom that is a few hours late. Everything else is wrong.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta

from benchmarks.planted.ledger import Flag, Spot
from benchmarks.planted.records import Claim, Slip, World

OPEN_BOUNDS = {"at_least", "more_than", "at_most", "less_than", "nearly", "about"}
SYMMETRIC = {"contradicts", "magnitude_slip", "scope_shift", "unit_slip"}


@dataclass(slots=True)
class Verdict:
    """What became of one flag."""

    flag: Flag
    verdict: str
    """right, neutral, wrong"""
    why: str
    slip: str | None = None
    claim: Claim | None = None
    against: Claim | None = None


class Truth:
    """The world, ready to be asked about places in texts."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.slips: dict[str, Slip] = {s.id: s for s in world.slips}
        self.claims = {c.id: c for c in world.claims}
        self.when: dict[str, datetime] = {a.id: a.published_at for a in world.articles}
        self.root = {a.id: a.root for a in world.articles}
        self.spots: dict[tuple[str, str], list[Claim]] = defaultdict(list)
        self.told: dict[str, list[Claim]] = defaultdict(list)
        self.of_claim: dict[str, list[Slip]] = defaultdict(list)
        for claim in world.claims:
            self.spots[claim.article, claim.field].append(claim)
            self.told[claim.fact].append(claim)
        for slip in world.slips:
            for ident in slip.claims:
                self.of_claim[ident].append(slip)

    def at(self, spot: Spot) -> Claim | None:
        """The true claim that overlaps a place most."""
        here = [c for c in self.spots[spot.article, spot.field] if c.start < spot.end and c.end > spot.start]
        return max(here, key=lambda c: min(c.end, spot.end) - max(c.start, spot.start), default=None)

    def judge(self, flag: Flag) -> Verdict:
        """Whether a flag is right."""
        claim, against = self.at(flag.claim), self.at(flag.against)
        if claim is None or against is None:
            return Verdict(flag, "wrong", "one of the two is no claim", None, claim, against)
        for slip in self.of_claim[claim.id]:
            if flag.relation in slip.relations and self._against(slip, claim, against):
                return Verdict(flag, "right", slip.cls, slip.id, claim, against)
        for slip in self.of_claim[against.id]:
            if (slip.turned or flag.relation in SYMMETRIC) and flag.relation in slip.relations and self._against(slip, against, claim):
                return Verdict(flag, "right", slip.cls, slip.id, claim, against)
        if self._holds(flag.relation, claim, against):
            return Verdict(flag, "right", "holds by definition", None, claim, against)
        touched = [*self.of_claim[claim.id], *self.of_claim[against.id]]
        for slip in touched:
            if flag.relation in slip.also and (claim.fact == against.fact or claim.worded == against.worded):
                return Verdict(flag, "neutral", f"another side of {slip.cls}", slip.id, claim, against)
        if self._late(flag.relation, claim, against):
            return Verdict(flag, "neutral", "a newsroom that is late", None, claim, against)
        why = "the two answer different questions" if claim.fact != against.fact else "the relation does not hold"
        return Verdict(flag, "wrong", why, touched[0].id if touched else None, claim, against)

    def _against(self, slip: Slip, own: Claim, other: Claim) -> bool:
        """Whether the other side belongs to the slip's matter."""
        facts = {slip.fact, own.fact, own.worded}
        if slip.against:
            return other.id in slip.against or (slip.cls in ("revised_up", "revised_down") and other.fact in facts)
        return other.fact in facts

    def _holds(self, relation: str, claim: Claim, against: Claim) -> bool:
        """Whether the relation is true of two claims by the definition of the relations, planted or not."""
        if claim.fact != against.fact or claim.modality != "asserted" or against.modality != "asserted":
            return False
        later = self.when[claim.article] >= self.when[against.article]
        if relation in ("hedge_lost", "hedge_gained") and claim.value is not None and claim.value == against.value:
            hedged, bare = (against, claim) if relation == "hedge_lost" else (claim, against)
            return later and hedged.bound in OPEN_BOUNDS and bare.bound == "exact"
        if relation == "agrees":
            return claim.value == against.value and self.circular(claim) and len({self.root[c.article] for c in self.told[claim.fact]}) == 1
        told = all(c.step >= 0 and c.worded == c.fact and c.noun == self.world.facts[c.fact].noun for c in (claim, against))
        if not told or not later:
            return False
        if relation == "revised_up":
            return claim.step > against.step and _above(claim, against)
        if relation == "revised_down":
            return claim.step > against.step and _above(against, claim)
        if relation == "outdated_repeat":
            return claim.step < against.step and len(self._moved_on(claim)) >= 2
        return False

    def _moved_on(self, claim: Claim) -> set[str]:
        """The independent sources that had told a later figure before the claim."""
        before = [c for c in self.told[claim.fact] if c.role == "told" and self.when[c.article] < self.when[claim.article]]
        return {self.root[c.article] for c in before if c.step > claim.step} - {self.root[claim.article]}

    def _late(self, relation: str, claim: Claim, against: Claim) -> bool:
        """A newsroom that still has the last bulletin's figure within a day of the next: late, and not yet wrong."""
        if relation not in ("contradicts", "outdated_repeat") or claim.fact != against.fact or min(claim.step, against.step) < 0:
            return False
        apart = abs(self.when[claim.article] - self.when[against.article])
        return claim.step != against.step and apart <= timedelta(hours=36) and (_above(claim, against) or _above(against, claim))

    def circular(self, claim: Claim) -> bool:
        """Whether three or more outlets and one root alone carry the claim's figure."""
        same = [c for c in self.told[claim.fact] if c.value == claim.value and c.bound == claim.bound]
        return len({c.article.split("-")[-1] for c in same}) >= 3 and len({self.root[c.article] for c in same}) == 1


def _above(high: Claim, low: Claim) -> bool:
    return high.low is not None and low.high is not None and high.low > low.high
