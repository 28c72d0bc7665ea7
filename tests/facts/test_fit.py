"""The weights: every part has one and a sign; labels move them; a weights file that does not fit is refused."""

import json
from pathlib import Path

import numpy as np
import pytest

from claims_pipeline.errors import ClaimsError
from claims_pipeline.facts.features import NAMES
from claims_pipeline.facts.fit import AGAINST, FOR, fit, fit_ledger
from claims_pipeline.facts.model import WEIGHTS, load


def test_every_part_speaks_in_its_own_direction() -> None:
    model = load()
    weights = dict(zip(NAMES, model.weights, strict=True))
    assert all(weights[name] >= 0 for name in FOR)
    assert all(weights[name] <= 0 for name in AGAINST)
    assert not FOR & AGAINST and set(NAMES) >= FOR | AGAINST
    assert not [name for name in NAMES if "number" in name and weights[name] < 0], "a number never speaks against a link"


def test_labels_move_a_weight_and_signs_hold() -> None:
    random = np.random.default_rng(5)
    found = random.random((400, len(NAMES))).astype(np.float32)
    noun, days = NAMES.index("noun"), NAMES.index("days")
    same = found[:, noun] + 0.2 * found[:, days] > 0.6
    _, weights = fit(found, same, np.ones(400), {}, spread=10.0)
    assert weights[noun] > 5
    assert weights[days] <= 0, "days speak against, whatever the labels say"


def test_few_labels_leave_the_prior() -> None:
    found = np.zeros((4, len(NAMES)), np.float32)
    _, weights = fit(found, np.array([True, False, True, False]), np.ones(4), {"context": 5.0})
    assert weights[NAMES.index("context")] == pytest.approx(5.0)


def test_weights_that_miss_a_part_are_refused(tmp_path: Path) -> None:
    raw = json.loads(WEIGHTS.read_text(encoding="utf8"))
    del raw["weights"]["noun"]
    file = tmp_path / "weights.json"
    file.write_text(json.dumps(raw), encoding="utf8")
    with pytest.raises(ClaimsError, match="noun"):
        load(file)


def test_labels_of_one_kind_teach_nothing(tmp_path: Path) -> None:
    from told import Told, tell

    from claims_pipeline.embeddings import embed
    from claims_pipeline.warehouse import Warehouse

    news = [Told(f"a{k}", "Gazette", "Storm", "The storm killed ## people in Larkham.", 5 + k, "people", "killed") for k in range(2)]
    ledger = Warehouse(tmp_path / "ledger.duckdb")
    tell(ledger, news)
    embed(ledger)
    labels = tmp_path / "labels.jsonl"
    labels.write_text(json.dumps({"claim_a": news[0].claim_id, "claim_b": news[1].claim_id, "same": True}), encoding="utf8")
    with pytest.raises(ClaimsError, match="all of one kind"):
        fit_ledger(ledger.publish(), labels, tmp_path / "out.json")
