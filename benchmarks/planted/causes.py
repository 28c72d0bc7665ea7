"""Says of each error whether reading, linking or a rule is behind it."""

from __future__ import annotations

from collections import Counter, defaultdict

from benchmarks.planted.judge import Truth, Verdict
from benchmarks.planted.ledger import Found
from benchmarks.planted.records import Claim, Slip

PURE = 0.8
"""A fact with a smaller share of claims of one question is a linking error, whatever the rules made of it."""


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
        elif v.claim.worded != v.against.worded and self._together(v.claim, v.against):
            cause = "linking"
        elif any(self._misread(c) for c in (v.claim, v.against)):
            cause = "reading"
        sides = [
            c.sentence if c else f"{s.quote!r} in {s.article} {s.field}" for c, s in ((v.claim, v.flag.claim), (v.against, v.flag.against))
        ]
        slip = f", near {v.slip}" if v.slip else ""
        ids = f"{v.flag.claim.article} after {v.flag.against.article}"
        return f"WRONG {v.flag.relation} [{cause}] {v.why}{slip}: {ids}: {sides[0]!r} | {sides[1]!r}"

    def _together(self, one: Claim, other: Claim) -> bool:
        """Whether the tool took the two for one fact, or joined either with other questions; True where it does not say."""
        if not self.knows:
            return True
        facts = [self.read[c.id][3] for c in (one, other) if c.id in self.read]
        return len(facts) < 2 or facts[0] == facts[1] or any(self.purity[f] < PURE for f in facts)

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
