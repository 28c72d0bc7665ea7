"""How many of the planted slips were flagged, and which flags were right: the figures of a run, or of several together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from benchmarks.planted.causes import Causes
from benchmarks.planted.judge import Truth, Verdict
from benchmarks.planted.ledger import Found
from benchmarks.planted.records import World
from benchmarks.planted.slips import CLASSES

TAGS = {"circular_sourcing", "round_number_copying"}
TRAPS = ("background", "increment", "vague_echo", "planned", "hypothetical", "percent", "household_pair", "currency_pair", "part")


@dataclass(slots=True)
class Scores:
    """The figures of one run."""

    planted: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    any_name: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    """Matters by relation or tag, right ones."""
    wrong: Counter[str] = field(default_factory=Counter)
    neutral: Counter[str] = field(default_factory=Counter)
    clean_facts: int = 0
    false_alarms: int = 0
    traps: Counter[str] = field(default_factory=Counter)
    trapped: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    """The relation or tag that a class is flagged as."""
    parts: dict[str, float] = field(default_factory=dict)
    """What the flags stand on: claims found, those read right, B-cubed precision and recall of the facts."""

    def recall(self, cls: str) -> float:
        """Share of the class's slips that a flag found."""
        return self.found[cls] / self.planted[cls] if self.planted[cls] else 1.0

    def mean_recall(self) -> float:
        """Mean of the classes' recalls: growth, of which there is much, counts as one class among the others."""
        return sum(self.recall(c) for c in self.planted) / len(self.planted) if self.planted else 1.0

    def mean_precision(self) -> float:
        """Mean of the precisions of the relations and tags that were flagged."""
        told = {*self.right, *self.wrong}
        return sum(self.precision(name) for name in told) / len(told) if told else 1.0

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


def score(world: World, found: Found) -> Scores:
    """Every figure, and the errors in words."""
    truth, scores = Truth(world), Scores()
    scores.names = {s.cls: (s.tags or s.relations)[0] for s in world.slips}
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
        {"right": scores.right, "neutral": scores.neutral, "wrong": scores.wrong}[best][relation] += 1
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


def pool(runs: Sequence[Scores]) -> Scores:
    """Several worlds as one: counts add up, shares are means over the worlds."""
    out = Scores()
    for run in runs:
        for name in ("planted", "found", "any_name", "right", "wrong", "neutral", "traps", "trapped"):
            getattr(out, name).update(getattr(run, name))
        out.clean_facts += run.clean_facts
        out.false_alarms += run.false_alarms
        out.errors += run.errors
        out.names |= run.names
    if all(run.parts for run in runs):
        out.parts = {name: sum(run.parts[name] for run in runs) / len(runs) for name in runs[0].parts}
    return out


def table(scores: Scores) -> str:
    """The figures for people."""
    head = f"{'class':<22}{'planted':>9}{'found':>7}{'recall':>8}{'any name':>10}   "
    out = [head + f"{'flagged as':<22}{'right':>6}{'wrong':>7}{'precision':>11}"]
    for cls in CLASSES:
        if not scores.planted[cls]:
            continue
        name = "revised_up/down" if cls == "revised_own" else scores.names[cls]
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
    out.append(f"{'mean of the classes':<38}{scores.mean_recall():>8.2f}{'':>48}{scores.mean_precision():>11.2f}")
    out.append(f"\nneutral, left out: {scores.neutral.total()} matters")
    rate = scores.alarms_per_hundred()
    out.append(f"false alarms: {scores.false_alarms} on {scores.clean_facts} facts without a slip = {rate:.2f} per hundred")
    out.append("must not flag: " + ", ".join(f"{t} {scores.trapped[t]} of {scores.traps[t]}" for t in TRAPS if scores.traps[t]))
    if scores.parts:
        out.append("what they stand on: " + ", ".join(f"{name} {share:.3f}" for name, share in scores.parts.items()))
    return "\n".join(out)
