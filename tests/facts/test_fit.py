"""The model: parts that may speak one way only do, labels move it, a file that does not fit is refused."""

import json
from pathlib import Path

import numpy as np
import pytest

from claims_pipeline.errors import ClaimsError
from claims_pipeline.facts.features import BASE, NAMES
from claims_pipeline.facts.fit import AGAINST, FOR, Labels, fit, grow, labels_of, main, shipped, sift, write
from claims_pipeline.facts.model import WEIGHTS, load


def labels(rows: int = 3000) -> Labels:
    """Pairs of one fact where the noun is alike and, of figures of a moment, the days are near."""
    random = np.random.default_rng(5)
    found = random.random((rows, len(NAMES))).astype(np.float32)
    moment = NAMES.index("momentary")
    found[:, moment] = found[:, moment] > 0.5
    same = (found[:, NAMES.index("noun")] > 0.5) & ((found[:, moment] == 0) | (found[:, NAMES.index("days")] < 0.3))
    return Labels(found, same, np.ones(rows))


def test_parts_speak_in_their_own_direction() -> None:
    assert not FOR & AGAINST and set(NAMES) >= FOR | AGAINST
    model, pairs = load(), shipped()
    rows = pairs.found[np.random.default_rng(3).choice(len(pairs.same), 400, replace=False)]
    for sign, parts in ((1, FOR), (-1, AGAINST)):
        for part in sorted(parts):
            more = rows.copy()
            more[:, NAMES.index(part)] += 0.2
            for trees in (model.sift, model.trees):
                change = trees.log_odds(more) - trees.log_odds(rows)
                assert (sign * change >= -1e-9).all(), part


def test_what_the_parts_say_sums_to_the_log_odds() -> None:
    model, rows = load(), shipped().found[:200]
    roots = model.trees.start + model.trees.value[:, 0].sum()
    assert model.said(rows).sum(axis=1) + roots == pytest.approx(model.trees.log_odds(rows), abs=1e-6)


def test_trees_learn_what_one_weight_a_part_cannot() -> None:
    given = labels()
    trees = grow(given, rounds=120)
    odds = trees.log_odds(given.found)
    assert ((odds > 0) == given.same).mean() > 0.97
    same = grow(given, rounds=120)
    assert (same.value == trees.value).all() and (same.threshold == trees.threshold).all()


def test_the_sift_keeps_nearly_all_true_pairs() -> None:
    given = labels()
    trees, least = sift(given)
    assert trees.feature.max() < len(BASE)
    odds = trees.log_odds(given.found)
    assert 0.99 < (odds[given.same] >= least).mean() < 1
    assert (odds[~given.same] < least).mean() > 0.5


def test_the_shipped_pairs_give_a_model_that_tells_them_apart() -> None:
    pairs, model = shipped(), load()
    chance = model.probabilities(pairs.found)
    news = np.isin(pairs.weight, (1, 2, 3, 6))
    assert news.sum() > 10_000
    order = np.argsort(chance[news])
    rank = np.empty(len(order))
    rank[order] = np.arange(len(order))
    same = pairs.same[news]
    area = (rank[same].mean() - (same.sum() - 1) / 2) / (~same).sum()
    assert area > 0.9


def test_a_written_model_reads_back_the_same(tmp_path: Path) -> None:
    given, file = labels(), tmp_path / "weights.json"
    write(fit(given, {"link": 0.3, "apart": 0.1}), file)
    model = load(file)
    assert (model.link, model.apart) == (0.3, 0.1)
    assert np.abs(model.trees.log_odds(given.found) - grow(given).log_odds(given.found)).max() < 0.02


def test_weights_that_miss_a_part_are_refused(tmp_path: Path) -> None:
    raw = json.loads(WEIGHTS.read_text(encoding="utf8"))
    raw["sift"]["parts"].remove("noun")
    file = tmp_path / "weights.json"
    file.write_text(json.dumps(raw), encoding="utf8")
    with pytest.raises(ClaimsError, match="noun"):
        load(file)
    raw["sift"] = {"least": 0.02, "weights": {}}  # as files of an earlier version have it
    older = tmp_path / "older.json"
    older.write_text(json.dumps(raw), encoding="utf8")
    with pytest.raises(ClaimsError, match="Fit the model again"):
        load(older)


def test_labels_of_a_ledger_teach_only_where_both_kinds_are_there(tmp_path: Path) -> None:
    from told import Told, tell

    from claims_pipeline.embeddings import embed
    from claims_pipeline.facts import link
    from claims_pipeline.warehouse import Warehouse

    news = [Told(f"a{k}", "Gazette", "Storm", "The storm killed ## people in Larkham.", 5 + k, "people", "killed") for k in range(3)]
    ledger = Warehouse(tmp_path / "ledger.duckdb")
    tell(ledger, news)
    embed(ledger)
    link(ledger)
    file, snapshot = tmp_path / "labels.jsonl", ledger.publish()
    ids = [told.claim_id for told in news]
    rows = [{"claim_a": ids[0], "claim_b": ids[1], "same": True}]
    file.write_text("\n".join(map(json.dumps, rows)), encoding="utf8")
    with pytest.raises(ClaimsError, match="all of one kind"):
        main([str(snapshot), str(file), "--out", str(tmp_path / "out.json")])
    rows.append({"claim_a": ids[0], "claim_b": ids[2], "same": False, "weight": 2.0})
    file.write_text("\n".join(map(json.dumps, rows)), encoding="utf8")
    found = labels_of(snapshot, file)
    assert found.same.tolist() == [True, False] and found.weight.tolist() == [1.0, 2.0]
    assert found.found.shape == (2, len(NAMES))


def test_another_bar_is_another_version(tmp_path: Path) -> None:
    told = json.loads(WEIGHTS.read_text(encoding="utf8"))
    file = tmp_path / "weights.json"
    file.write_text(json.dumps(told | {"link": told["link"] + 0.05}), encoding="utf8")
    assert load(file).version != load(WEIGHTS).version
