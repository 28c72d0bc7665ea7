"""Why two claims are one fact, or why they are not: the parts, the probability, the search, the analysts' word."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from claims_pipeline.errors import ClaimsError
from claims_pipeline.facts import why as account_of
from claims_pipeline.facts.candidates import KINDS
from claims_pipeline.facts.cluster import middle
from claims_pipeline.facts.model import disasters_differ, kinds_differ, load, told_apart
from claims_pipeline.facts.reasons import Account
from claims_pipeline.facts.step import open_claims
from claims_pipeline.report import naming
from claims_pipeline.report.rows import Row, rows
from claims_pipeline.report.words import plural
from claims_pipeline.warehouse import open_snapshot

if TYPE_CHECKING:
    import duckdb

CROSS = 40
"""Claims a fact that are held against the other fact's, where two facts stay apart although two of their claims are alike."""


@dataclass(frozen=True, slots=True)
class Why:
    """Everything that is known about a pair of claims."""

    a: Row
    b: Row
    account: Account
    verdict: str
    """Whether and why they are one fact, in one or two sentences."""
    search: str
    """Whether they were compared, and if not, why the search did not bring them together."""
    decision: Row | None
    """A row of ``sql/report/decisions`` where an analyst decided on this pair."""


def why(snapshot: Path, name_a: str, name_b: str) -> Why:
    """The account of two claims in a published warehouse; names as in :func:`claims_pipeline.report.naming.claim`."""
    with open_snapshot(snapshot) as con:
        a, b = naming.claim(con, name_a), naming.claim(con, name_b)
        pair = sorted((a["claim_id"], b["claim_id"]))
        if pair[0] == pair[1]:
            raise ClaimsError(f"claims {name_a} and {name_b}", "are one claim", "Name two different claims.")
        decided = [d for d in rows(con, "report/decisions") if [d["claim_a"], d["claim_b"]] == pair and d["decision"] != "none"]
        decision = decided[0] if decided else None
        shared = rows(con, "report/shared_parts", a=a["claim_id"], b=b["claim_id"])
        compared, search = _search(con, a, b, shared[0] if shared else None)
        account = account_of(str(snapshot), a["claim_id"], b["claim_id"])
        verdict = _verdict(con, a, b, account, compared, decision)
    return Why(a, b, account, verdict, search, decision)


def _search(con: duckdb.DuckDBPyConnection, a: Row, b: Row, shared: Row | None) -> tuple[bool, str]:
    if shared is None:
        return False, "not compared: one of them has not been linked yet; `claims run` does it"
    blocks = rows(con, "report/shared_blocks", a=a["claim_id"], b=b["claim_id"])
    if shared["compared"]:
        return True, f"compared: they share {plural(len(blocks), 'search key')}; {_shared(a, b, shared)}"
    if not blocks:
        return False, f"not compared: a {a['kind']} and a {b['kind']} are never searched together"
    near = [block for block in blocks if block["apart"] <= KINDS[block["kind"]].window]
    if not near:
        last = min(blocks, key=lambda block: block["apart"] / KINDS[block["kind"]].window)
        where = f"too many claims lie between them: {last['apart']:,}, where {KINDS[last['kind']].window:,} are looked back at"
    else:
        where = "in every block of claims that holds both, others were more alike"
    return False, f"not compared: {where}; {_shared(a, b, shared)}"


def _shared(a: Row, b: Row, shared: Row) -> str:
    names, things = shared["names"], shared["same_attribute"] or shared["same_unit"] or shared["nouns"]
    unlike = f"no name in common ({_list(shared['names_a'])} | {_list(shared['names_b'])})"
    where = f"names in common ({_list(names)})" if names else unlike
    counted = [" ".join(filter(None, (r["noun"], f"[{r['attribute']}]" if r["attribute"] else ""))) or "?" for r in (a, b)]
    return f"{where}, " + ("a like thing counted" if things else f"other things counted ({counted[0]} | {counted[1]})")


def _list(names: list[str]) -> str:
    return ", ".join(names[:4]) or "none"


def _verdict(con: duckdb.DuckDBPyConnection, a: Row, b: Row, account: Account, compared: bool, decision: Row | None) -> str:
    model, chance = load(), account.probability
    together = a["fact_id"] is not None and a["fact_id"] == b["fact_id"]
    if decision:
        who = decision["decided_by"] or "an analyst"
        word = "pinned together" if decision["decision"] == "pin" else "cut apart"
        note = f" ({decision['note']})" if decision["note"] else ""
        day = f"{decision['decided_at']:%Y-%m-%d}"
        return f"{'One fact' if together else 'Two facts'}: {word} by {who} on {day}{note}, {decision['standing']}."
    if together:
        if compared and chance >= model.link:
            return f"One fact: {chance:.2f} is at least {model.link:.2f}, and their fact's other claims agree."
        how = "too unlike by themselves" if compared else "never compared with each other"
        mean = f"the mean over the fact's compared pairs is at least {model.link:.2f}"
        return f"One fact through other claims of it: these two were {how}, but {mean}."
    return f"Two facts: {_apart(con, a, b, chance, compared)}"


def _apart(con: duckdb.DuckDBPyConnection, a: Row, b: Row, chance: float, compared: bool) -> str:
    model = load()
    claims, _ = open_claims(con, [a["claim_id"], b["claim_id"]])
    at = {claim: place for place, claim in enumerate(claims.ids)}
    ends = np.array([at[a["claim_id"]]]), np.array([at[b["claim_id"]]])
    if kinds_differ(claims, *ends)[0]:
        return f"a {a['kind']} and a {b['kind']} never answer one question, whatever else they share."
    if told_apart(claims, *ends)[0]:
        return "one is told as of an earlier event, or they are told of dates years apart, whatever else they share."
    if disasters_differ(claims, *ends)[0]:
        return "their articles tell of two disasters, by the kinds that they name, whatever else they share."
    if a["article_id"] == b["article_id"] and chance < model.apart:
        return f"two claims of one article below {model.apart:.2f} speak against one fact as much as twelve pairs speak for it."
    if not compared:
        if chance >= model.link:
            return f"they were never compared; {chance:.2f} would have been enough, so `claims pin` joins them if they are one."
        return f"they were never compared, and {chance:.2f} would have been below {model.link:.2f}."
    if chance < model.link:
        return f"{chance:.2f} is below {model.link:.2f}."
    cuts = _cuts(con, a["fact_id"], b["fact_id"])
    if cuts:
        return f"these two are alike, but other claims of the two facts were cut apart ({cuts[0][0]} and {cuts[0][1]})."
    mean = f"over all their pairs, the sure ones before the unsure, the mean is {_mean(con, a, b):.2f}, where {model.link:.2f} joins"
    return f"these two are alike, but the facts' other claims are not: {mean}."


def _members(con: duckdb.DuckDBPyConnection, fact_a: str, fact_b: str, each: int) -> tuple[list[str], list[str]]:
    found = rows(con, "report/claims_of_facts", fact_a=fact_a, fact_b=fact_b, each=each)
    return tuple([r["claim_id"] for r in found if r["fact_id"] == fact] for fact in (fact_a, fact_b))  # type: ignore[return-value]


def _cuts(con: duckdb.DuckDBPyConnection, fact_a: str, fact_b: str) -> list[tuple[str, str]]:
    ones, others = map(set, _members(con, fact_a, fact_b, 100_000))
    pairs = [(d["claim_a"], d["claim_b"]) for d in rows(con, "report/decided_pairs") if d["decision"] == "cut"]
    return [(x, y) for x, y in pairs if (x in ones and y in others) or (x in others and y in ones)]


def _mean(con: duckdb.DuckDBPyConnection, a: Row, b: Row) -> float:
    ones, others = _members(con, a["fact_id"], b["fact_id"], CROSS)
    claims, model = open_claims(con, [*ones, *others])
    at = {claim: place for place, claim in enumerate(claims.ids)}
    left, right = np.meshgrid([at[c] for c in ones if c in at], [at[c] for c in others if c in at])
    return middle(model.score(claims, left.ravel(), right.ravel()))


def as_text(found: Why) -> str:
    """The account for the terminal."""
    from claims_pipeline.report.table import printable
    from claims_pipeline.report.words import marked, moment

    lines = []
    for letter, row in (("A", found.a), ("B", found.b)):
        m = marked(row["sentence"], row["mark_from"], row["mark_to"], row["quote"], 300)
        fact = f"fact {row['fact_id']}: {row['label']}" if row["fact_id"] else "not linked yet"
        lines += [
            f"{letter}  {row['claim_id']}  {row['outlet'] or 'outlet not known'}, {moment(row['told_at'])} ({row['lang']})",
            f"   {m.before}»{m.figure}«{m.after}",
            f"   {fact}",
        ]
    lines += ["", found.verdict, "", f"Probability of one fact: {found.account.probability:.2f} (weights {found.account.version})"]
    for title, sign in (("For", 1), ("Against", -1)):
        parts = [p for p in found.account.parts if p.words and p.says * sign > 0.005]
        lines.append(f"{title}: " + (", ".join(f"{p.words} ({p.says:+.1f})" for p in parts) or "nothing"))
    lines.append("(log odds, against a typical pair of claims that are compared)")
    lines += ["", f"Search: {found.search}"]
    return printable("\n".join(lines))
