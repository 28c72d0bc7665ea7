"""The scale benchmark multiplies a ledger into facts that stay apart, and measures what it says."""

import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from benchmarks import link_scale
from claims_pipeline.embeddings import embed
from claims_pipeline.facts import link
from claims_pipeline.warehouse import Warehouse

sys.path.append(str(Path(__file__).parents[1] / "facts"))
from told import Told, tell


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    told = Warehouse(tmp_path_factory.mktemp("source") / "told.duckdb")
    quake = Told(
        "q1", "Gazette", "Earthquake strikes the Varda valley", "At least ## people were killed in Varda, the mayor of Tolmin said.", 40,
        "people", "killed", hours=1, body="The earthquake struck the Varda valley at dawn. Rescuers reached Tolmin and Bresk by noon. ",
    )  # fmt: skip
    again = replace(
        quake, article="q2", outlet="Courier", sentence="The earthquake in Varda killed ## people, Tolmin said.", value=52, hours=9
    )
    tell(told, [quake, again])
    embed(told)
    link(told)
    return told.publish()


def test_copies_are_facts_of_their_own(source: Path, tmp_path: Path) -> None:
    many = link_scale.Multiplier(source)
    assert many.size == 2
    target = Warehouse(tmp_path / "many.duckdb")
    many.begin(target)
    assert many.copies(target, 0, 30) == 60
    assert link(target).counts["claims"] == 60
    with target.read() as con:
        rows = con.execute("SELECT split_part(claim_id, '~', 2), fact_id FROM fact_claims").fetchall()
        values = con.execute("SELECT count(DISTINCT value), count(DISTINCT known_at) FROM claims").fetchall()[0]
    copies_of = {fact: {copy for copy, other in rows if other == fact} for _, fact in rows}
    assert sum(len(copies) == 1 for copies in copies_of.values()) >= 0.8 * len(copies_of), "facts of two copies stay apart"
    assert values[0] > 20 and values[1] == 60, "numbers and days vary"


def test_a_turned_copy_keeps_what_is_alike_and_leaves_the_others() -> None:
    draw = np.random.default_rng(0)
    vectors = draw.standard_normal((50, 384)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    one, other = link_scale.turned(vectors, 1, 0.5), link_scale.turned(vectors, 2, 0.5)
    assert np.abs(one @ one.T - vectors @ vectors.T).max() < 0.3
    assert 0.35 < np.mean(np.sum(one * other, axis=1)) < 0.65
    assert np.array_equal(one, link_scale.turned(vectors, 1, 0.5)), "the same in every run"


def test_endings_differ() -> None:
    assert len({link_scale.ending(k) for k in range(5000)}) == 5000


def test_the_table_of_a_small_run(source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert link_scale.main([str(source), "--claims", "40", "--day", "4", "--headline", "60", "--work", str(tmp_path)]) == 0
    told = capsys.readouterr().out
    assert told.count("one headline figure") == 2
    assert "twice the claims cost" in told and "ten times the history" in told
