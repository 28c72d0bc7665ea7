"""Fits the weights on labelled pairs: logistic regression around prior weights, with the sign of each part fixed.

A maximum a posteriori fit (Gaussian priors, L-BFGS-B with bounds): a few hundred labelled pairs cannot teach forty
weights, so each starts from what is known beforehand and moves only as far as the labels pull. The signs are fixed so
that no part can come to speak against what it says ("the same noun" never parts two claims).

    python -m claims_pipeline.facts.fit LEDGER.duckdb LABELS.jsonl [--out weights.json]

LABELS holds one pair a line: {"claim_a": ..., "claim_b": ..., "same": true|false, "weight": 1.0}; the judgements of a
review sheet are written so.
"""

from __future__ import annotations

import argparse
import json
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from claims_pipeline.errors import ClaimsError
from claims_pipeline.facts.features import NAMES, features
from claims_pipeline.facts.model import WEIGHTS
from claims_pipeline.facts.step import open_claims
from claims_pipeline.warehouse import open_snapshot

FOR = frozenset(
    {
        "focus",
        "noun",
        "context",
        "topics",
        "names",
        "covered",
        "covered_least",
        "words",
        "noun_words",
        "noun_equal",
        "other_language",
        "attribute_same",
        "attribute_near",
        "scope_same",
        "place_same",
        "near_names_shared",
        "headline_and_text",
        "number_shared",
        "number_rare",
        "number_repeated",
    }
)
AGAINST = frozenset(
    {
        "topics_disjoint",
        "attribute_differs",
        "family_differs",
        "unit_differs",
        "measure_differs",
        "past_differs",
        "planned_differs",
        "scope_differs",
        "place_differs",
        "near_names_differ",
        "several_things_differs",
        "same_article",
        "same_sentence",
        "days",
        "as_of_apart",
    }
)
_SPREAD = 0.1  # how far a weight moves from its prior, in standard deviations of its part, before that costs


def fit(
    found: np.ndarray, same: np.ndarray, weight: np.ndarray, prior: dict[str, float], spread: float = _SPREAD
) -> tuple[float, np.ndarray]:
    """Intercept and weights, float64 of shape (len(NAMES),), from feature rows, labels and the weight of each row."""
    from scipy.optimize import minimize

    # a part that hardly occurs in the labels keeps its prior: its own deviation would make its scale meaningless
    deviation = found.std(axis=0).astype(np.float64)
    scale = np.where(deviation < 0.02, 0.25, deviation)
    scaled, truth = found / scale, same.astype(np.float64)
    centre = np.array([prior.get(name, 0.0) for name in NAMES]) * scale

    def loss(x: np.ndarray) -> tuple[float, np.ndarray]:
        log_odds = scaled @ x[1:] + x[0]
        wrong = weight * (1 / (1 + np.exp(-log_odds)) - truth)
        away = x[1:] - centre
        value = (weight * (np.logaddexp(0, log_odds) - truth * log_odds)).sum() + (away**2).sum() / (2 * spread**2)
        return float(value), np.concatenate([[wrong.sum()], scaled.T @ wrong + away / spread**2])

    bounds = [(None, None)] + [(0, None) if n in FOR else (None, 0) if n in AGAINST else (None, None) for n in NAMES]
    best = minimize(loss, np.zeros(len(NAMES) + 1), jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 3000})
    return float(best.x[0]), best.x[1:] / scale


def fit_ledger(snapshot: Path, labels: Path, out: Path) -> int:
    """Fit on the labelled pairs of one ledger and write a weights file; returns the number of pairs used."""
    pairs = [json.loads(line) for line in labels.read_text(encoding="utf8").splitlines() if line.strip()]
    old = json.loads(WEIGHTS.read_text(encoding="utf8"))
    con = open_snapshot(snapshot)
    try:
        claims, _ = open_claims(con, sorted({pair[end] for pair in pairs for end in ("claim_a", "claim_b")}))
    finally:
        con.close()
    at = {claim: place for place, claim in enumerate(claims.ids)}
    known = [pair for pair in pairs if pair["claim_a"] in at and pair["claim_b"] in at]
    if not any(pair["same"] for pair in known) or all(pair["same"] for pair in known):
        raise ClaimsError(f"labels {labels}", f"{len(known)} pairs of this ledger, all of one kind", "Label pairs of one fact and of two.")
    left, right = (np.array([at[pair[end]] for pair in known], np.int32) for end in ("claim_a", "claim_b"))
    found = features(claims, left, right)
    same = np.array([pair["same"] for pair in known], bool)
    weight = np.array([pair.get("weight", 1.0) for pair in known], float)
    intercept, weights = fit(found, same, weight, old["weights"])
    new = old | {
        "version": f"{datetime.now(UTC):%Y-%m-%d}-{len(known)}",
        "intercept": round(intercept, 4),
        "weights": {name: round(float(value), 4) for name, value in zip(NAMES, weights, strict=True)},
    }
    out.write_text(json.dumps(new, indent=1) + "\n", encoding="utf8")
    return len(known)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ledger", type=Path)
    parser.add_argument("labels", type=Path)
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    given = parser.parse_args()
    print(fit_ledger(given.ledger, given.labels, given.out), "pairs")
