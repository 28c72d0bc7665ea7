"""How true is the ledger of the sample newsroom, against its manifest?

    python -m benchmarks.newsroom LEDGER.duckdb          score claims, facts and flags, and hold them against the floors
    python -m benchmarks.newsroom LEDGER.duckdb --raise  write the floors that the figures allow; a floor only goes up
    python -m benchmarks.newsroom LEDGER.duckdb --errors also print what was missed, split, joined or not flagged

Figures: ``claims`` the share of the manifest's claims that were found; ``bounds`` the share of those with the right
value and bound; ``bcubed`` (Bagga and Baldwin 1998) and ``pairs`` F1 of facts, pairs across articles only; ``drift`` the
share of planted relations that carry a flag between the two facts' claims; ``relation`` the share flagged with the
planted name; ``traps`` figures that are no claims but were taken for some (its floor is a ceiling).
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any

import duckdb

from claims_pipeline.warehouse import open_snapshot

DATA = Path(__file__).resolve().parent.parent / "data"
FLOORS = DATA / "newsroom.floors.toml"
QUIET = {"agrees", "compatible"}
TAGS = {"circular_sourcing", "round_number_copying"}
SLACK = 0.005

Place = tuple[str, str, str, int, int]
"""article_id, content_hash, field, start, end"""


@dataclass
class Ledger:
    """What the ledger says, by place in the news."""

    claims: dict[tuple[str, str, str], list[tuple[int, int, str, float | None, float | None, str]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    fact: dict[str, str] = field(default_factory=dict)
    carried: dict[str, str] = field(default_factory=dict)
    flags: list[tuple[str, str, str, list[str]]] = field(default_factory=list)
    texts: dict[str, list[tuple[str, str, str]]] = field(default_factory=lambda: defaultdict(list))


def stored_ids(con: duckdb.DuckDBPyConnection, articles: list[dict[str, Any]]) -> dict[str, str]:
    """The ledger's article_id for each of the manifest's: the same, or that of its URL, or of its file."""
    rows = con.execute("SELECT DISTINCT article_id, url, source FROM article_versions").fetchall()
    own, by_url = {i for i, _, _ in rows}, {u: i for i, u, _ in rows if u}
    by_file: dict[str, list[str]] = defaultdict(list)
    for ident, _, source in rows:
        by_file["/".join(Path(source).parts[-2:])].append(ident)
    out = {}
    for article in articles:
        ident = article["id"]
        alone = by_file["/".join(Path(article["file"]).parts[-2:])]
        out[ident] = ident if ident in own else by_url.get(article.get("url", ""), alone[0] if len(alone) == 1 else ident)
    return out


def read(con: duckdb.DuckDBPyConnection, articles: list[dict[str, Any]]) -> Ledger:
    """Everything that scoring needs, under the manifest's article ids."""
    named = {stored: ident for ident, stored in stored_ids(con, articles).items()}
    ledger = Ledger()
    rows = con.execute(
        "SELECT article_id, content_hash, field, start_char, end_char, claim_id, value, low, bound, carried_from FROM claims"
    ).fetchall()
    for article, version, where, start, end, claim, value, low, bound, carried in rows:
        ledger.claims[named.get(article, article), version, where].append((start, end, claim, value, low, bound))
        if carried:
            ledger.carried[claim] = carried
    ledger.fact = dict(con.execute("SELECT claim_id, fact_id FROM fact_claims").fetchall())
    ledger.flags = con.execute("SELECT claim_id, against_claim_id, relation, tags FROM drift WHERE state <> 'closed'").fetchall()
    for article, version, title, text in con.execute(
        "SELECT article_id, content_hash, title, text FROM article_versions ORDER BY known_at, first_seen_at"
    ).fetchall():
        ledger.texts[named.get(article, article)].append((version, title, text))
    return ledger


def place(ledger: Ledger, row: dict[str, Any]) -> Place | None:
    """Where the manifest's quote stands in the stored article, or None."""
    versions = ledger.texts.get(row["article"], [])
    if "version" in row:
        versions = versions[row["version"] - 1 : row["version"]]
    for version, title, text in versions:
        for where, body in (("title", title), ("text", text)):
            at = body.find(row["phrase"])
            if at >= 0:
                start = at + row["phrase"].find(row["quote"])
                return row["article"], version, where, start, start + len(row["quote"])
    return None


def found(ledger: Ledger, at: Place | None) -> tuple[int, int, str, float | None, float | None, str] | None:
    """The ledger's claim that overlaps the place most."""
    if at is None:
        return None
    here = [c for c in ledger.claims[at[:3]] if c[0] < at[4] and c[1] > at[3]]
    return max(here, key=lambda c: min(c[1], at[4]) - max(c[0], at[3]), default=None)


def f1(precision: float, recall: float) -> float:
    """Harmonic mean."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def cluster_figures(gold: dict[str, str], predicted: dict[str, str], article: dict[str, str], errors: list[str]) -> dict[str, float]:
    """B-cubed F1 over all claims and pair F1 over claims of different articles."""
    members: tuple[dict[str, set[str]], dict[str, set[str]]] = (defaultdict(set), defaultdict(set))
    for claim in gold:
        members[0][gold[claim]].add(claim)
        members[1][predicted[claim]].add(claim)
    shared = {c: len(members[0][gold[c]] & members[1][predicted[c]]) for c in gold}
    precision = sum(shared[c] / len(members[1][predicted[c]]) for c in gold) / len(gold)
    recall = sum(shared[c] / len(members[0][gold[c]]) for c in gold) / len(gold)
    hits = same = joined = 0
    for a, b in combinations(gold, 2):
        if article[a] != article[b]:
            wanted, got = gold[a] == gold[b], predicted[a] == predicted[b]
            hits, same, joined = hits + (wanted and got), same + wanted, joined + got
            if wanted != got:
                errors.append(f"{'SPLIT ' if wanted else 'JOINED'} {gold[a]}: {a}  |  {gold[b]}: {b}")
    return {"bcubed": f1(precision, recall), "pairs": f1(hits / joined if joined else 0.0, hits / same if same else 0.0)}


def score(manifest: dict[str, Any], ledger: Ledger) -> tuple[dict[str, float], list[str]]:
    """Every figure by name, and the errors in words."""
    errors: list[str] = []
    gold: dict[str, str] = {}
    predicted: dict[str, str] = {}
    article: dict[str, str] = {}
    where: dict[tuple[str, str], str] = {}
    hits = right = total = 0
    for fact in manifest["fact"]:
        for row in fact["claim"]:
            key = f"{row['article']}:{row['phrase']}"
            total += 1
            claim = found(ledger, place(ledger, row))
            gold[key], article[key] = fact["id"], row["article"]
            predicted[key] = f"alone {key}"
            if claim is None:
                errors.append(f"MISSED {key}")
                continue
            hits += 1
            wanted = row.get("value", row.get("low"))
            number = claim[3] if "value" in row else claim[4]
            agrees = wanted is None or (number is not None and abs(number - wanted) <= 1e-3 * max(1.0, abs(wanted)))
            right += agrees and claim[5] == row["bound"]
            if not (agrees and claim[5] == row["bound"]):
                errors.append(f"BOUND  {key}: {row['bound']} {wanted}, not {claim[5]} {number}")
            ident = ledger.carried.get(claim[2], claim[2])
            predicted[key] = ledger.fact.get(ident, f"alone {key}")
            where[row["article"], row["phrase"]] = ident
    figures = {"claims": hits / total, "bounds": right / hits if hits else 0.0, **cluster_figures(gold, predicted, article, errors)}
    figures |= drift_figures(manifest, ledger, where, errors)
    taken = [t for t in manifest["trap"] if found(ledger, place(ledger, t))]
    errors += [f"TRAP   {t['article']}: {t['phrase']}" for t in taken]
    return figures | {"traps": len(taken) / len(manifest["trap"])}, errors


def drift_figures(manifest: dict[str, Any], ledger: Ledger, where: dict[tuple[str, str], str], errors: list[str]) -> dict[str, float]:
    """Shares of the planted relations that a flag between claims of the two facts tells, with any name and with the planted one.

    A flag counts when one of its ends is a claim of the planted pair and its other end is a claim of the other's planted
    fact. A planted tag of copying counts on any flag of either claim.
    """
    of_fact: dict[str, set[str]] = defaultdict(set)
    home: dict[tuple[str, str], str] = {}
    for fact in manifest["fact"]:
        for row in fact["claim"]:
            key = row["article"], row["phrase"]
            home[key] = fact["id"]
            if key in where:
                of_fact[fact["id"]].add(where[key])
    flags: dict[str, list[tuple[str, str, list[str]]]] = defaultdict(list)
    for later, earlier, relation, tags in ledger.flags:
        flags[later].append((earlier, relation, tags))
        flags[earlier].append((later, f"against {relation}", tags))
    planted = any_flag = named = 0
    for row in manifest["relation"]:
        if row["relation"] in QUIET:
            continue
        planted += 1
        keys = (row["b_article"], row["b_phrase"]), (row["a_article"], row["a_phrase"])
        seen: list[set[str]] = [set(), set()]
        for side, (own, other) in enumerate((keys, keys[::-1])):
            end = where.get(own)
            if end is None:
                continue
            for far, relation, tags in flags[end]:
                seen[side] |= {relation} if far in of_fact[home[other]] else set()
                seen[side] |= set(tags) if row["relation"] in TAGS else set()
        here = bool(seen[0]) or bool(seen[1])
        exact = (
            row["relation"] in seen[0]
            or f"against {row['relation']}" in seen[0]
            or (row["relation"] in TAGS and row["relation"] in seen[1])
        )
        any_flag, named = any_flag + here, named + exact
        if not exact:
            errors.append(f"DRIFT  {row['relation']}: {row['a_phrase']!r} -> {row['b_phrase']!r}: flags {sorted(seen[0]) or 'none'}")
    return {"drift": any_flag / planted, "relation": named / planted}


def main(arguments: list[str] | None = None) -> int:
    """Print the figures; exit code 1 when one is below its floor."""
    parser = argparse.ArgumentParser(description="Score the sample newsroom's ledger against its manifest.")
    parser.add_argument("ledger", type=Path)
    parser.add_argument("--raise", dest="lift", action="store_true", help="write the floors that the figures allow")
    parser.add_argument("--errors", action="store_true", help="print every error")
    options = parser.parse_args(arguments)
    manifest = tomllib.loads((DATA / "manifest.toml").read_text(encoding="utf8"))
    floors: dict[str, float] = tomllib.loads(FLOORS.read_text(encoding="utf8")) if FLOORS.exists() else {}
    with open_snapshot(options.ledger) as con:
        figures, errors = score(manifest, read(con, manifest["article"]))
    for name, value in figures.items():
        print(f"{name:10} {value:.3f}" + (f"   floor {floors[name]:.3f}" if name in floors else ""))
    if options.errors:
        print("\n".join(errors))
    fallen = [n for n, floor in floors.items() if (figures[n] > floor if n == "traps" else figures[n] < floor)]
    if options.lift:
        new = {n: (min(v + SLACK, floors.get(n, 1.0)) if n == "traps" else max(v - SLACK, floors.get(n, 0.0))) for n, v in figures.items()}
        text = "# What a run over data/newsroom reaches against data/manifest.toml; CI fails below. A floor only goes up.\n"
        FLOORS.write_text(text + "".join(f"{n} = {v:.3f}\n" for n, v in new.items()), encoding="utf8")
    for name in fallen:
        print(f"below the floor: {name}")
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
