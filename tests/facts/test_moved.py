"""A sentence that tells a figure's move names one question twice."""

from datetime import datetime
from pathlib import Path

import pytest
from told import Told, tell

from claims_pipeline.drift.step import flag, track
from claims_pipeline.embeddings import embed
from claims_pipeline.facts.step import link
from claims_pipeline.warehouse import Warehouse

OLD, NEW = "The governor raised the toll of the storm from ## to #.", "The governor raised the toll of the storm from # to ##."


def _ledger(folder: Path, old: str, new: str, others: list[Told], place: tuple[str | None, str | None] = (None, None)) -> Warehouse:
    ledger = Warehouse(folder / "ledger.duckdb")
    tell(
        ledger,
        [
            Told("a", "Gazette", "Storm in Larkham", old, 64, "people", "killed", place=place[0]),
            Told("a", "Gazette", "Storm in Larkham", new, 2975, "people", "killed", place=place[1]),
            *others,
        ],
    )
    with ledger.write() as con:  # told as two sentences above; here they are one
        con.execute(
            "UPDATE claims SET sentence_start = 0, sentence = 'The governor raised the toll from 64 to 2975.' WHERE article_id = 'a'"
        )
    embed(ledger)
    link(ledger)
    return ledger


@pytest.mark.parametrize(
    ("old", "new", "place", "one"),
    [
        (OLD, NEW, (None, None), True),
        (
            "The storm killed ## people in the hills and # on the coast.",
            "The storm killed # people in the hills and ## on the coast.",
            ("the hills", "the coast"),
            False,
        ),
    ],
)
def test_old_and_new_level_are_one_fact(tmp_path: Path, old: str, new: str, place: tuple[str | None, str | None], one: bool) -> None:
    with _ledger(tmp_path, old, new, [], place).read() as con:
        assert con.execute("SELECT count(DISTINCT fact_id) FROM fact_claims").fetchone() == ((1,) if one else (2,))


def test_each_with_its_own_crowd_they_stay_together_and_the_move_is_no_slip(tmp_path: Path) -> None:
    said = "The storm killed ## people in Larkham."
    crowd = [
        Told(f"{value}-{n}", f"Paper {value} {n}", "Storm in Larkham", said, value, "people", "killed", hours=hours + n)
        for value, hours in ((64, -900.0), (2975, 4.0))
        for n in range(3)
    ]
    ledger = _ledger(tmp_path, OLD, NEW, crowd)
    with ledger.read() as con:
        told = "SELECT count(DISTINCT fact_id) FROM fact_claims JOIN claims USING (claim_id) WHERE article_id = 'a'"
        assert con.execute(told).fetchone() == (1,)
    track(ledger)
    flag(ledger, now=datetime(2021, 5, 1))
    with ledger.read() as con:
        own = con.execute("SELECT relation FROM drift JOIN claims USING (claim_id) WHERE article_id = 'a'").fetchall()
    assert {relation for (relation,) in own} == {"revised_up"}, "a revision by its own words, and nothing else"
