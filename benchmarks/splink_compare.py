"""Our linking model beside Splink's, on the same claims and labels.

    python -m benchmarks.splink_compare export LEDGER.duckdb OUT.parquet [--labels LABELS.jsonl]
    python benchmarks/splink_compare.py run TEST.parquet --train TRAIN.parquet

``export`` needs this package: it writes every labelled claim with the parts that our model compares, its label and our
fact. Labels are those of the sample newsroom, or rows {"claim_id": ..., "fact_id": ...}. ``run`` needs Splink 5 alone, in an
environment of its own: it compares all pairs on DuckDB (no blocking, to Splink's advantage), learns the weights once
from the labels of TRAIN and once, without labels, from the larger of both files (145 claims were too few: a probability
fell below the least that it allows), and takes for each the threshold that is best on TEST.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from itertools import combinations
from pathlib import Path
from typing import Any


def export(ledger: Path, out: Path, labels: Path | None) -> int:
    """Write the labelled claims; returns their number."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    from claims_pipeline.facts.step import open_claims
    from claims_pipeline.warehouse import open_snapshot

    truth = (
        _of_newsroom(ledger) if labels is None else {r["claim_id"]: r["fact_id"] for r in map(json.loads, labels.read_text().splitlines())}
    )
    con = open_snapshot(ledger)
    ours = dict(con.execute("SELECT claim_id, fact_id FROM fact_claims").fetchall())
    claims, _ = open_claims(con, sorted(truth.keys() & ours.keys()))
    rows = len(claims)
    columns: dict[str, Any] = {
        name: claims.table[name] for name in ("article_id", "lang", "attribute", "noun", "unit", "measure", "scope", "place")
    }
    columns |= {name: claims.table[name] for name in ("names", "topics", "noun_words", "modality")}
    columns["unique_id"] = list(range(rows))
    columns["number"] = claims.low
    columns["day"] = claims.day
    for name, texts in (("focus", claims.focus), ("thing", claims.noun_text), ("context", claims.context)):
        columns[name] = pa.FixedSizeListArray.from_arrays(pa.array(texts.vectors[texts.row].reshape(-1)), texts.vectors.shape[1])
    columns["label"] = [truth[claim] for claim in claims.ids]
    columns["ours"] = [ours[claim] for claim in claims.ids]
    pq.write_table(pa.table(columns), out)
    return rows


def _of_newsroom(ledger: Path) -> dict[str, str]:
    import tomllib

    from benchmarks import newsroom
    from claims_pipeline.warehouse import open_snapshot

    manifest = tomllib.loads((newsroom.DATA / "manifest.toml").read_text(encoding="utf8"))
    read = newsroom.read(open_snapshot(ledger), manifest["article"])
    out = {}
    for fact in manifest["fact"]:
        for row in fact["claim"]:
            if claim := newsroom.found(read, newsroom.place(read, row)):
                out[read.carried.get(claim[2], claim[2])] = fact["id"]
    return out


def scores(label: list[str], found: list[Any], article: list[str]) -> dict[str, float]:
    """B-cubed and pair figures (pairs of two articles only)."""
    size, made, both = Counter(label), Counter(found), Counter(zip(label, found, strict=True))
    precision = sum(both[a, b] / made[b] for a, b in zip(label, found, strict=True)) / len(label)
    recall = sum(both[a, b] / size[a] for a, b in zip(label, found, strict=True)) / len(label)
    hit = same = joined = 0
    for i, j in combinations(range(len(label)), 2):
        if article[i] != article[j]:
            hit += label[i] == label[j] and found[i] == found[j]
            same += label[i] == label[j]
            joined += found[i] == found[j]
    pair_precision, pair_recall = hit / max(1, joined), hit / max(1, same)
    return {
        "bcubed": 2 * precision * recall / (precision + recall),
        "precision": precision,
        "recall": recall,
        "pairs": 2 * pair_precision * pair_recall / max(1e-9, pair_precision + pair_recall),
    }


def settings() -> Any:
    """Splink's comparisons over the parts that our model weighs."""
    import splink.comparison_level_library as levels
    import splink.comparison_library as comparisons
    from splink import SettingsCreator

    def cosine(column: str, *at: float) -> Any:
        return comparisons.CosineSimilarityAtThresholds(column, list(at))

    number = comparisons.CustomComparison(
        output_column_name="number",
        comparison_levels=[
            levels.NullLevel("number"),
            levels.CustomLevel("number_l = number_r AND number_l > 12", label_for_charts="the same unusual number"),
            levels.ElseLevel(),
        ],
    )
    days = comparisons.CustomComparison(
        output_column_name="day",
        comparison_levels=[
            levels.NullLevel("day"),
            levels.CustomLevel("abs(day_l - day_r) <= 1"),
            levels.CustomLevel("abs(day_l - day_r) <= 7"),
            levels.CustomLevel("abs(day_l - day_r) <= 60"),
            levels.ElseLevel(),
        ],
    )
    return SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            cosine("focus", 0.8, 0.65, 0.5, 0.35, 0.2),
            cosine("thing", 0.9, 0.7, 0.5, 0.3),
            cosine("context", 0.8, 0.6, 0.4, 0.25),
            comparisons.ArrayIntersectAtSizes("topics", [8, 4, 2, 1]),
            comparisons.ArrayIntersectAtSizes("names", [3, 2, 1]),
            comparisons.ArrayIntersectAtSizes("noun_words", [2, 1]),
            comparisons.ExactMatch("attribute"),
            comparisons.ExactMatch("unit"),
            comparisons.ExactMatch("measure"),
            comparisons.ExactMatch("modality"),
            comparisons.ExactMatch("scope"),
            comparisons.ExactMatch("place"),
            number,
            days,
        ],
        blocking_rules_to_generate_predictions=["1 = 1"],
        retain_matching_columns=False,
    )


def run(test: Path, train: Path) -> None:
    """Print the figures of both."""
    import duckdb

    con = duckdb.connect()
    columns = con.execute(
        "SELECT label, ours, article_id, unique_id FROM read_parquet($file) ORDER BY unique_id", {"file": str(test)}
    ).fetchall()
    label, ours, article = ([row[k] for row in columns] for k in range(3))
    print(f"{len(columns)} claims, {len(set(label))} facts")
    _print("ours", scores(label, ours, article), None, 0.0)
    for how in ("labels", "EM"):
        began = time.monotonic()
        predicted, cluster = _splink(test, train if how == "labels" else max(test, train, key=_claims), how)
        tried = []
        for threshold in (0.001, 0.01, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.9, 0.95, 0.99, 0.999, 0.9999, 0.99999, 0.999999):
            of = cluster(predicted, threshold)
            tried.append((scores(label, [of[k] for k in range(len(label))], article), threshold))
        best = max(tried, key=lambda item: item[0]["bcubed"])
        _print(f"Splink, {how}", *best, time.monotonic() - began)


def _claims(file: Path) -> int:
    import duckdb

    return int(duckdb.connect().execute("SELECT count(*) FROM read_parquet($file)", {"file": str(file)}).fetchall()[0][0])


def _splink(test: Path, train: Path, how: str) -> tuple[Any, Any]:
    import duckdb
    from splink import DuckDBAPI, Linker

    def linker(file: Path, given: Any) -> Any:
        con = duckdb.connect()
        width = con.execute(f"SELECT len(focus) FROM read_parquet('{file}') LIMIT 1").fetchall()[0][0]
        fixed = ", ".join(f"{name}::FLOAT[{width}] AS {name}" for name in ("focus", "thing", "context"))
        con.execute(f"CREATE TABLE claims AS SELECT * EXCLUDE (ours) REPLACE ({fixed}) FROM read_parquet('{file}')")
        return Linker(DuckDBAPI(connection=con).register("claims"), given, log_level="ERROR")

    taught = linker(train, settings())
    taught.training.estimate_u_using_random_sampling(max_pairs=1e6)
    if how == "labels":
        taught.training.estimate_m_from_label_column("label")
    else:
        for rule in ("l.attribute = r.attribute", "list_has_any(l.topics, r.topics)"):
            taught.training.estimate_parameters_using_expectation_maximisation(rule, record_sample_proportion=1.0)
    model = json.loads(json.dumps(taught.misc.save_model_to_json()))
    asked = linker(test, model)
    predicted = asked.inference.predict()

    def cluster(found: Any, threshold: float) -> dict[int, Any]:
        made = asked.clustering.cluster_pairwise_predictions_at_threshold(found, threshold_match_probability=threshold)
        return {row["unique_id"]: row["cluster_id"] for row in made.as_record_list()}

    return predicted, cluster


def _print(name: str, found: dict[str, float], threshold: float | None, seconds: float) -> None:
    at = "" if threshold is None else f"  at {threshold}, {seconds:.1f} s"
    print(f"{name:<16}" + "  ".join(f"{key} {value:.3f}" for key, value in found.items()) + at, flush=True)


def main(arguments: list[str] | None = None) -> int:
    """Export or run."""
    options = argparse.ArgumentParser(description="Our linking model beside Splink's.")
    parts = options.add_subparsers(dest="part", required=True)
    first = parts.add_parser("export")
    first.add_argument("ledger", type=Path)
    first.add_argument("out", type=Path)
    first.add_argument("--labels", type=Path)
    second = parts.add_parser("run")
    second.add_argument("test", type=Path)
    second.add_argument("--train", type=Path, required=True)
    given = options.parse_args(arguments)
    if given.part == "export":
        print(export(given.ledger, given.out, given.labels), "claims")
    else:
        run(given.test, given.train)
    return 0


if __name__ == "__main__":
    sys.exit(main())
