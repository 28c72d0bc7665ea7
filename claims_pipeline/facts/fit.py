"""Fits the model on labelled pairs: a sift of few boosted trees over the base parts, then many over all of them.

Some parts may only speak one way (``FOR``, ``AGAINST``), whatever a few labels say: a shared number never parts two
claims, days never join them. Likeness of texts and names is free: two articles as alike as two of one day's price list
are of two days. A trees' leaf is a Newton step (Friedman 2001), each tree sees half of the pairs.

    python -m claims_pipeline.facts.fit                            on the pairs that ship with the project
    python -m claims_pipeline.facts.fit LEDGER.duckdb LABELS.jsonl   on them and on yours
        [--out weights.json]

LABELS holds one pair a line: {"claim_a": ..., "claim_b": ..., "same": true|false, "weight": 1.0}; the judgements of a
review sheet are written so. The shipped pairs are features, no texts: claims of real news in several languages, judged
by reading, and those of the sample newsroom.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np

from claims_pipeline.errors import ClaimsError
from claims_pipeline.facts.features import BASE, NAMES, features
from claims_pipeline.facts.model import WEIGHTS
from claims_pipeline.facts.step import open_claims
from claims_pipeline.facts.trees import DEPTH, INNER, LEAVES, Trees
from claims_pipeline.warehouse import open_snapshot

PAIRS = Path(__file__).with_name("pairs.parquet")
FOR = frozenset(
    {
        "attribute_same",
        "attribute_near",
        "scope_same",
        "place_same",
        "headline_and_text",
        "number_shared",
        "number_rare",
        "number_repeated",
        "number_rounded",
        "number_shifted",
        "slot",
        "main_place_same",
        "towns",
        "lands",
        "happening",
        "happening_told",
        "counted",
        "place_words",
        "nation",
        "scope_words",
        "event_named",
        "sentence_events",
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
        "place_unknown",
        "near_names_differ",
        "several_things_differs",
        "same_article",
        "same_sentence",
        "days",
        "as_of_apart",
        "as_of_differs",
        "main_place_unknown",
        "scope_told_differs",
        "number_elsewhere",
        "rival",
        "rival_least",
        "rival_equal",
        "answers",
        "places_apart",
    }
)
ROUNDS, RATE, SHARE, LEAST_PAIRS = 600, 0.04, 0.5, 25
SIFT_ROUNDS, SIFT_RATE = 60, 0.12  # few, and each says more: they are asked of every pair
_KEPT = 0.992
"""Share of the true pairs that the sift must let through."""


@dataclass(frozen=True, slots=True)
class Labels:
    """Labelled pairs: features float32 of shape (n, len(NAMES)), bool and float of shape (n,)."""

    found: np.ndarray
    same: np.ndarray
    weight: np.ndarray

    def and_(self, other: Labels) -> Labels:
        """Both."""
        return Labels(*(np.concatenate([getattr(self, f), getattr(other, f)]) for f in ("found", "same", "weight")))


def shipped(file: Path = PAIRS) -> Labels:
    """The pairs that ship with the project."""
    import pyarrow.parquet as pq

    table = pq.read_table(file)
    if table.column_names[: len(NAMES)] != list(NAMES):
        raise ClaimsError(f"{file}", "its columns are not the model's parts", "Take the file of this version of the project.")
    found = np.stack([table.column(name).to_numpy().astype(np.float32) for name in NAMES], axis=1)
    return Labels(found, table.column("same").to_numpy(), table.column("weight").to_numpy().astype(float))


def sift(labels: Labels) -> tuple[Trees, float]:
    """Trees over the base parts alone, and the log odds below which hardly any true pair lies."""
    trees = grow(labels, SIFT_ROUNDS, rate=SIFT_RATE, parts=BASE)
    return trees, float(np.quantile(trees.log_odds(labels.found)[labels.same], 1 - _KEPT))


def grow(labels: Labels, rounds: int = ROUNDS, seed: int = 7, rate: float = RATE, parts: tuple[str, ...] = NAMES) -> Trees:
    """Boosted trees for the labels over the first of the parts; the same labels and seed give the same trees."""
    from sklearn.tree import DecisionTreeRegressor

    found, truth, weight = labels.found[:, : len(parts)], labels.same.astype(float), labels.weight
    signs = [1 if n in FOR else -1 if n in AGAINST else 0 for n in parts]
    random = np.random.default_rng(seed)
    mean = np.average(truth, weights=weight)
    start = float(np.log(mean / (1 - mean)))
    odds = np.full(len(truth), start)
    grown: list[tuple[np.ndarray, np.ndarray, np.ndarray]] = []
    for _ in range(rounds):
        chance = 1 / (1 + np.exp(-odds))
        curve = np.maximum(chance * (1 - chance), 1e-4)
        part = random.random(len(truth)) < SHARE
        tree = DecisionTreeRegressor(
            max_depth=DEPTH, min_samples_leaf=LEAST_PAIRS, monotonic_cst=signs, max_features=0.5, random_state=int(random.integers(2**31))
        )
        tree.fit(found[part], ((truth - chance) / curve)[part], sample_weight=(weight * curve)[part])
        grown.append(_complete(tree.tree_, rate))
        odds += rate * np.clip(tree.predict(found), -_STEP, _STEP)
    feature, threshold, value = (np.stack(part) for part in zip(*grown, strict=True))
    return Trees(start, feature, threshold, value)


_STEP = 4.0  # log odds that one leaf may say: a leaf of sure pairs has hardly any curvature left


def _complete(tree: Any, rate: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """A fitted tree as a complete one, level by level; a leaf that came early is handed down."""
    feature, threshold = np.zeros(INNER, np.int64), np.full(INNER, np.inf, np.float32)
    value = np.zeros(INNER + LEAVES)
    place = {0: 0}
    for node in range(INNER + LEAVES):
        own = place[node]
        value[node] = rate * float(np.clip(tree.value[own].ravel()[0], -_STEP, _STEP))
        if node < INNER:
            inner = tree.children_left[own] >= 0
            if inner:
                feature[node], threshold[node] = tree.feature[own], np.float32(tree.threshold[own])
            place[2 * node + 1] = tree.children_left[own] if inner else own
            place[2 * node + 2] = tree.children_right[own] if inner else own
    return feature, threshold, value


def fit(labels: Labels, old: dict[str, Any]) -> dict[str, Any]:
    """The weights file for the labels; thresholds of clustering are those of ``old``."""
    first, least = sift(labels)
    trees = grow(labels)
    typical = np.average(labels.found, axis=0, weights=labels.weight)
    model = {
        "link": old["link"],
        "apart": old["apart"],
        "sift": {"least": round(least, 4), **_written(first, BASE)},
        "typical": {name: round(float(value), 4) for name, value in zip(NAMES, typical, strict=True)},
        **_written(trees, NAMES),
    }
    # two fits of one day must not pass for one: a ledger is linked anew where the version differs
    mark = hashlib.blake2b(json.dumps(model).encode(), digest_size=4).hexdigest()
    return {"version": f"{datetime.now(UTC):%Y-%m-%d}-{mark}", **model}


def _written(trees: Trees, names: tuple[str, ...]) -> dict[str, Any]:
    """Trees as the file has them: their parts, those that are asked first, and the trees by number of part."""
    used = sorted({int(f) for f in trees.feature.ravel()})
    at = {f: k for k, f in enumerate(used)}
    return {
        "parts": [names[f] for f in used] + [name for k, name in enumerate(names) if k not in at],
        "trees": {
            "start": round(trees.start, 5),
            "feature": [at[int(f)] for f in trees.feature.ravel()],
            "threshold": [None if np.isinf(t) else float(f"{t:.7g}") for t in trees.threshold.ravel()],
            "value": [round(float(v), 5) for v in trees.value.ravel()],
        },
    }


def labels_of(snapshot: Path, labels: Path) -> Labels:
    """The features of labelled pairs of a ledger; :class:`ClaimsError` where they teach nothing."""
    pairs = [json.loads(line) for line in labels.read_text(encoding="utf8").splitlines() if line.strip()]
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
    return Labels(
        features(claims, np.minimum(left, right), np.maximum(left, right)),
        np.array([pair["same"] for pair in known], bool),
        np.array([pair.get("weight", 1.0) for pair in known], float),
    )


def write(model: dict[str, Any], out: Path) -> None:
    """One line a part of the file, so that a change can be read."""
    lines = [f" {json.dumps(name)}: {json.dumps(value)}" for name, value in model.items()]
    out.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf8")


def main(arguments: Sequence[str] | None = None) -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ledger", type=Path, nargs="?")
    parser.add_argument("labels", type=Path, nargs="?")
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    given = parser.parse_args(arguments)
    labels = shipped()
    if given.ledger and given.labels:
        labels = labels.and_(labels_of(given.ledger, given.labels))
    write(fit(labels, json.loads(WEIGHTS.read_text(encoding="utf8"))), given.out)
    print(len(labels.same), "pairs")


if __name__ == "__main__":
    main()
