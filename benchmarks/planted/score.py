"""How many of the planted slips were flagged, and which flags were right.

A flag is right when it finds a slip under one of its names, or when what it says holds by definition between two true
claims (the next bulletin's higher figure is a revised_up, planted or not). It is neutral when it sees a planted matter
from another side that its class allows, or a newsroom that is a few hours late. Everything else is wrong.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from benchmarks.planted.ledger import Flag, Found, Spot
from benchmarks.planted.records import Claim, Slip, World
from benchmarks.planted.slips import CLASSES

OPEN_BOUNDS = {"at_least", "more_than", "at_most", "less_than", "nearly", "about"}
TAGS = {"circular_sourcing", "round_number_copying"}
SYMMETRIC = {"contradicts", "magnitude_slip", "scope_shift", "unit_slip"}
PURE = 0.8
"""A fact with a smaller share of claims of one question is a linking error, whatever the rules made of it."""
TRAPS = ("background", "increment", "vague_echo", "planned", "hypothetical", "percent", "household_pair", "currency_pair", "part")


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


@dataclass(slots=True)
class Scores:
    """The figures of one run."""

    planted: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    any_name: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    """Matters by relation or tag, right ones."""
    wrong: Counter[str] = field(default_factory=Counter)
    clean_facts: int = 0
    false_alarms: int = 0
    traps: Counter[str] = field(default_factory=Counter)
    trapped: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)
    parts: dict[str, float] = field(default_factory=dict)
    """What the flags stand on: claims found, those read right, B-cubed precision and recall of the facts."""

    def recall(self, cls: str) -> float:
        """Share of the class's slips that a flag found."""
        return self.found[cls] / self.planted[cls] if self.planted[cls] else 1.0

    def precision(self, name: str) -> float:
        """Share of a relation's or tag's matters that are right; neutral ones are left out."""
        told = self.right[name] + self.wrong[name]
        return self.right[name] / told if told else 1.0

    def matters(self) -> tuple[int, int]:
        """Right and wrong matters over all relations."""
        right, wrong = (sum(n for name, n in c.items() if name not in TAGS) for c in (self.right, self.wrong))
        return right, wrong

    def alarms_per_hundred(self) -> float:
        """Wrong matters that touch no slip, per hundred facts without one."""
        return 100 * self.false_alarms / self.clean_facts if self.clean_facts else 0.0


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


def score(world: World, found: Found) -> Scores:
    """Every figure, and the errors in words."""
    truth, scores = Truth(world), Scores()
    verdicts = [truth.judge(f) for f in found.flags]
    _recall(truth, verdicts, scores)
    _precision(truth, verdicts, scores)
    slipped = {s.fact for s in world.slips if s.cls != "revised_up"} | {c.worded for c in world.claims if c.slip}
    story = {f.id for e in world.events for f in e.facts if f.id in truth.told} | {c.fact for c in world.claims if c.role == "background"}
    scores.clean_facts = len(story - slipped)
    scores.traps = Counter(c.role for c in world.claims if c.role in TRAPS)
    causes = Causes(truth, found)
    scores.errors += causes.lines(verdicts)
    scores.parts = causes.parts()
    return scores


def _recall(truth: Truth, verdicts: list[Verdict], scores: Scores) -> None:
    hit: dict[str, list[Verdict]] = defaultdict(list)
    near: set[str] = set()
    for verdict in verdicts:
        if verdict.slip and verdict.verdict == "right":
            hit[verdict.slip].append(verdict)
        for claim in (verdict.claim, verdict.against):
            near |= {s.id for s in truth.of_claim[claim.id]} if claim else set()
    for slip in truth.slips.values():
        if not slip.counted:
            continue
        scores.planted[slip.cls] += 1
        scores.any_name[slip.cls] += slip.id in near
        tags = {t for v in hit[slip.id] for t in v.flag.tags}
        if hit[slip.id] and (not slip.tags or tags & set(slip.tags)):
            scores.found[slip.cls] += 1


def _precision(truth: Truth, verdicts: list[Verdict], scores: Scores) -> None:
    """One matter counts once, with the best that is said of its flags."""
    matters: dict[tuple[str, str], list[Verdict]] = defaultdict(list)
    for verdict in verdicts:
        matters[verdict.flag.relation, verdict.flag.matter].append(verdict)
    for (relation, _), rows in matters.items():
        best = next((w for w in ("right", "neutral") if any(v.verdict == w for v in rows)), "wrong")
        if best != "neutral":
            (scores.right if best == "right" else scores.wrong)[relation] += 1
        if best == "wrong":
            lead = rows[0]
            scores.false_alarms += lead.slip is None
            roles = {c.role for c in (lead.claim, lead.against) if c is not None}
            scores.trapped.update(roles & set(TRAPS))
        for tag in {t for v in rows for t in v.flag.tags}:
            told = [v for v in rows if tag in v.flag.tags]
            good = any(
                (v.slip and tag in truth.slips[v.slip].tags) or (tag == "circular_sourcing" and v.claim and truth.circular(v.claim))
                for v in told
            )
            (scores.right if good else scores.wrong)[tag] += 1
            if not good and told[0].claim:
                scores.errors.append(f"WRONG TAG {tag} on {relation}: {told[0].claim.article} {told[0].claim.sentence!r}")


class Causes:
    """Says of each error whether reading, linking or a rule is behind it."""

    def __init__(self, truth: Truth, found: Found) -> None:
        self.truth = truth
        self.read: dict[str, tuple[float | None, float | None, str, str | None]] = {}
        self.knows = bool(found.claims)
        for spot, value, low, bound, fact in found.claims:
            claim = truth.at(spot)
            if claim is not None:
                self.read[claim.id] = (value, low, bound, fact)
        members: dict[str | None, Counter[str]] = defaultdict(Counter)
        for ident, (_, _, _, fact) in self.read.items():
            members[fact][truth.claims[ident].worded] += 1
        self.purity = {fact: max(rows.values()) / rows.total() for fact, rows in members.items()}

    def lines(self, verdicts: list[Verdict]) -> list[str]:
        """One line an error: missed slips, then wrong flags."""
        out = []
        hit = {v.slip for v in verdicts if v.verdict == "right"}
        touching: dict[str, set[str]] = defaultdict(set)
        for v in verdicts:
            for claim in (v.claim, v.against):
                if claim is not None:
                    touching[claim.id].add(f"{v.flag.relation}:{v.verdict}")
        for slip in self.truth.slips.values():
            tagged = {t for v in verdicts if v.slip == slip.id for t in v.flag.tags}
            if slip.counted and (slip.id not in hit or (slip.tags and not tagged & set(slip.tags))):
                out.append(self._missed(slip, touching))
        seen: set[tuple[str, str]] = set()
        good = {(v.flag.relation, v.flag.matter) for v in verdicts if v.verdict != "wrong"}
        for v in verdicts:
            key = (v.flag.relation, v.flag.matter)
            if v.verdict == "wrong" and key not in seen and key not in good:
                seen.add(key)
                out.append(self._wrong(v))
        return out

    def parts(self) -> dict[str, float]:
        """Shares of claims found and read right, and B-cubed of the facts over the claims found; empty for bare flags."""
        if not self.read:
            return {}
        linked = {c: fact or f"alone {c}" for c, (_, _, _, fact) in self.read.items()}
        true = {c: self.truth.claims[c].worded for c in linked}
        both = Counter((true[c], linked[c]) for c in linked)
        of_true, of_linked = Counter(true.values()), Counter(linked.values())
        right = sum(not self._misread(self.truth.claims[c]) for c in linked)
        return {
            "claims found": len(linked) / len(self.truth.claims),
            "number and bound right": right / len(linked),
            "facts pure": sum(both[true[c], linked[c]] / of_linked[linked[c]] for c in linked) / len(linked),
            "facts whole": sum(both[true[c], linked[c]] / of_true[true[c]] for c in linked) / len(linked),
        }

    def _missed(self, slip: Slip, touching: dict[str, set[str]]) -> str:
        own = [self.truth.claims[c] for c in slip.claims]
        facts = {slip.fact} | {c.worded for c in own}
        others = [c for f in facts for c in self.truth.told[f] if c.id not in slip.claims and c.role in ("told", "slip")]
        if slip.against:
            others = [self.truth.claims[c] for c in slip.against]
        cause = self._cause(own, others)
        shown = " / ".join(f"{c.article} {c.field} {c.sentence!r}" for c in own[:2])
        against = next((c for c in others if c.id in self.read), others[0] if others else None)
        said = sorted({t for c in own for t in touching[c.id]}) or ["no flag"]
        beside = f" | beside {against.sentence!r}" if against else ""
        return f"MISSED {slip.cls} [{cause}] {', '.join(said)}: {shown}{beside}"

    def _wrong(self, v: Verdict) -> str:
        cause = "rule"
        if v.claim is None or v.against is None:
            cause = "reading"
        elif v.claim.fact != v.against.fact:
            cause = "linking"
        elif any(self._misread(c) for c in (v.claim, v.against)):
            cause = "reading"
        sides = [
            c.sentence if c else f"{s.quote!r} in {s.article} {s.field}" for c, s in ((v.claim, v.flag.claim), (v.against, v.flag.against))
        ]
        slip = f", near {v.slip}" if v.slip else ""
        ids = f"{v.flag.claim.article} after {v.flag.against.article}"
        return f"WRONG {v.flag.relation} [{cause}] {v.why}{slip}: {ids}: {sides[0]!r} | {sides[1]!r}"

    def _misread(self, claim: Claim) -> bool:
        if not self.knows:
            return False
        got = self.read.get(claim.id)
        if got is None:
            return True
        wanted, number = (claim.value, got[0]) if claim.value is not None else (claim.low, got[1])
        same = wanted is not None and number is not None and abs(number - wanted) <= 1e-3 * max(1.0, abs(wanted))
        return not same or got[2] != claim.bound

    def _cause(self, own: list[Claim], others: list[Claim]) -> str:
        if not self.knows:
            return "unknown"
        if all(self._misread(c) for c in own):
            return "reading"
        linked = {self.read[c.id][3] for c in own if c.id in self.read}
        if all(self.purity[f] < PURE for f in linked):
            return "linking"
        beside = Counter(self.read[c.id][3] for c in others if c.id in self.read)
        return "rule" if linked & set(beside) else "linking"


def table(scores: Scores, world: World) -> str:
    """The figures for people."""
    relation = {s.cls: (s.tags or s.relations)[0] for s in world.slips}
    head = f"{'class':<22}{'planted':>9}{'found':>7}{'recall':>8}{'any name':>10}   "
    out = [head + f"{'flagged as':<22}{'right':>6}{'wrong':>7}{'precision':>11}"]
    for cls in CLASSES:
        if not scores.planted[cls]:
            continue
        name = "revised_up/down" if cls == "revised_own" else relation[cls]
        any_name = scores.any_name[cls] / scores.planted[cls]
        right = sum(scores.right[n] for n in ("revised_up", "revised_down")) if cls == "revised_own" else scores.right[name]
        wrong = sum(scores.wrong[n] for n in ("revised_up", "revised_down")) if cls == "revised_own" else scores.wrong[name]
        precision = right / (right + wrong) if right + wrong else 1.0
        out.append(
            f"{cls:<22}{scores.planted[cls]:>9}{scores.found[cls]:>7}{scores.recall(cls):>8.2f}{any_name:>10.2f}   "
            f"{name:<22}{right:>6}{wrong:>7}{precision:>11.2f}"
        )
    total, found = sum(scores.planted.values()), sum(scores.found.values())
    right, wrong = scores.matters()
    share = right / (right + wrong) if right + wrong else 1.0
    out.append(f"{'all':<22}{total:>9}{found:>7}{found / max(1, total):>8.2f}{'':>13}{'':<22}{right:>6}{wrong:>7}{share:>11.2f}")
    rate = scores.alarms_per_hundred()
    out.append(f"\nfalse alarms: {scores.false_alarms} on {scores.clean_facts} facts without a slip = {rate:.2f} per hundred")
    out.append("must not flag: " + ", ".join(f"{t} {scores.trapped[t]} of {scores.traps[t]}" for t in TRAPS if scores.traps[t]))
    if scores.parts:
        out.append("what they stand on: " + ", ".join(f"{name} {share:.3f}" for name, share in scores.parts.items()))
    return "\n".join(out)
