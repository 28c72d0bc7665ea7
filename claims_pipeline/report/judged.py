"""What people judged on review sheets: the exported JSON becomes labels, and the figures that it gives."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import combinations, product
from pathlib import Path
from typing import Any

from claims_pipeline.errors import ClaimsError
from claims_pipeline.report.rows import rows
from claims_pipeline.warehouse import Warehouse, open_snapshot, run

Pairs = dict[tuple[str, str], tuple[bool, float]]
"""(claim_a, claim_b) -> (same, weight)"""


@dataclass(slots=True)
class Judged:
    """One or more exported sheets together."""

    facts: list[dict[str, Any]] = field(default_factory=list)
    flags: list[dict[str, Any]] = field(default_factory=list)
    """The items as exported, with ``judged_by`` and ``judged_at``."""


def read(files: list[Path]) -> Judged:
    """The items of exported sheets; :class:`ClaimsError` where a file is none."""
    out = Judged()
    for file in files:
        try:
            raw = json.loads(file.read_text(encoding="utf8"))
        except OSError as error:
            raise ClaimsError(f"sheet {file}", error.strerror or str(error), "Give the file that the page exported.") from error
        except ValueError as error:
            raise ClaimsError(f"sheet {file}", f"no JSON: {error}", "Give the file that the page exported, not the page itself.") from error
        try:
            told = {"judged_by": raw["judged_by"], "judged_at": _time(raw["exported_at"])}
            items = [item | told for item in raw["items"]]
            needed = ("verdict", "claims", "odd", "near") if raw["kind"] == "facts" else ("verdict", "drift_id", "relation", "severity")
            if raw["kind"] not in ("facts", "flags") or not all(name in item for item in items for name in needed):
                raise KeyError("items")
        except (KeyError, TypeError, ValueError) as error:
            raise ClaimsError(f"sheet {file}", "not what a review sheet exports", "Make one with `claims review facts`.") from error
        (out.facts if raw["kind"] == "facts" else out.flags).extend(items)
    return out


def pairs(fact: dict[str, Any]) -> Pairs:
    """The labelled pairs of a judged fact. Each claim weighs about one over all its pairs.

    Claims that belong are pairwise the same and differ from the odd ones; what the odd ones are to each other is not known.
    An impure fact without a marked claim says only that its pairs are not all the same: no label.
    """
    out: Pairs = {}
    odd = set(fact["odd"])
    own = [c for c in fact["claims"] if c not in odd]
    known = fact["verdict"] == "pure" or (fact["verdict"] == "impure" and odd)
    if known and len(fact["claims"]) > 1:
        weight = 1 / (len(fact["claims"]) - 1)
        _add(out, combinations(own, 2), True, weight)
        _add(out, product(own, odd), False, weight)
    for near in fact["near"]:
        if known and near["verdict"] in ("one", "two") and own and near["claims"]:
            _add(out, product(own, near["claims"]), near["verdict"] == "one", 1 / max(len(own), len(near["claims"])))
    return out


def _add(out: Pairs, found: Any, same: bool, weight: float) -> None:
    for a, b in found:
        if a != b:
            out[min(a, b), max(a, b)] = (same, round(weight, 4))


def store(ledger: Warehouse, judged: Judged) -> tuple[int, int, int]:
    """Write the labels to ``fact_labels`` and ``flag_labels``; returns pairs, flags, and how many of them are of another ledger."""
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for fact in judged.facts:
        for (a, b), (same, weight) in pairs(fact).items():
            found[a, b] = {"claim_a": a, "claim_b": b, "same": same, "weight": weight} | _who(fact)
    flags = {f["drift_id"]: f for f in judged.flags if f["verdict"] in ("wanted", "unwanted")}
    names = ("drift_id", "relation", "severity", "reason", "note")
    told = [{name: f.get(name) for name in names} | {"wanted": f["verdict"] == "wanted"} | _who(f) for f in flags.values()]
    with ledger.write() as con:
        known = _known(con, sorted({end for pair in found for end in pair} | flags.keys()))
        kept = [row for (a, b), row in found.items() if a in known and b in known]
        kept_flags = [row for row in told if row["drift_id"] in known]
        for name, batch in (("fact", kept), ("flag", kept_flags)):
            if batch:
                con.register("incoming_labels", _table(name, batch))
                run(con, f"report/store_{name}_labels")
                con.unregister("incoming_labels")
    return len(kept), len(kept_flags), len(found) + len(told) - len(kept) - len(kept_flags)


def write_labels(snapshot: Path, out: Path) -> int:
    """Write all labelled pairs of a ledger as JSON lines, as ``python -m claims_pipeline.facts.fit`` reads them."""
    with open_snapshot(snapshot) as con:
        found = rows(con, "report/fact_labels")
    out.write_text("".join(json.dumps(row) + "\n" for row in found), encoding="utf8")
    return len(found)


def figures(judged: Judged) -> list[str]:
    """Purity and completeness of the judged facts, the share of wanted flags by relation, and what is wrong with the others."""
    lines = []
    known = [f for f in judged.facts if f["verdict"] in ("pure", "impure")]
    if judged.facts:
        pure = sum(f["verdict"] == "pure" for f in known)
        lines.append(f"Facts       {len(known)} of {len(judged.facts)} judged")
        lines.append(f"Pure        {_share(pure, len(known))}")
        marked = [f for f in known if f["verdict"] == "pure" or f["odd"]]
        shown = sum(len(f["claims"]) for f in marked)
        lines.append(f"Belong      {_share(shown - sum(len(f['odd']) for f in marked), shown)} of the claims shown")
        asked = [f for f in known if any(n["verdict"] in ("one", "two") for n in f["near"]) or not f["near"]]
        whole = sum(all(n["verdict"] != "one" for n in f["near"]) for f in asked)
        beside = [n for f in known for n in f["near"] if n["verdict"] in ("one", "two")]
        lines.append(f"Complete    {_share(whole, len(asked))}: no fact beside it asks the same")
        lines.append(
            f"Missed      {_share(sum(n['verdict'] == 'one' for n in beside), len(beside))} of the pairs of facts shown should be one"
        )
    if judged.flags:
        told = [f for f in judged.flags if f["verdict"] in ("wanted", "unwanted")]
        lines.append(f"Flags       {len(told)} of {len(judged.flags)} judged")
        lines.append(f"Wanted      {_share(sum(f['verdict'] == 'wanted' for f in told), len(told))}")
        every = Counter(f["relation"] for f in told)
        wanted = Counter(f["relation"] for f in told if f["verdict"] == "wanted")
        lines += [f"  {relation:<18} {_share(wanted[relation], n)}" for relation, n in every.most_common()]
        wrong = Counter(f.get("reason") or "no reason given" for f in told if f["verdict"] == "unwanted")
        lines += [f"Not wanted  {n} {reason.replace('_', ' ')}" for reason, n in wrong.most_common()]
    return lines


def _share(part: int, whole: int) -> str:
    return f"{part} of {whole} ({part / whole:.2f})" if whole else "none judged"


def _known(con: Any, ids: list[str]) -> set[str]:
    import pyarrow as pa

    con.register("given_ids", pa.table({"id": pa.array(ids, pa.string())}))
    known = {row[0] for row in run(con, "report/labels_known").fetchall()}
    con.unregister("given_ids")
    return known


def _who(item: dict[str, Any]) -> dict[str, Any]:
    return {"judged_by": item["judged_by"], "judged_at": item["judged_at"]}


def _table(name: str, batch: list[dict[str, Any]]) -> Any:
    import pyarrow as pa

    text, number = pa.string(), pa.float64()
    own = {"claim_a": text, "claim_b": text, "same": pa.bool_(), "weight": number}
    if name == "flag":
        own = {"drift_id": text, "relation": text, "severity": number, "reason": text, "note": text, "wanted": pa.bool_()}
    return pa.Table.from_pylist(batch, pa.schema({**own, "judged_by": text, "judged_at": pa.timestamp("us")}))


def _time(said: str) -> datetime:
    return datetime.fromisoformat(said).astimezone(UTC).replace(tzinfo=None)
