"""A sentence that tells a figure's move names one question twice."""

from pathlib import Path

import pytest
from told import Told, tell

from claims_pipeline.embeddings import embed
from claims_pipeline.facts.step import link
from claims_pipeline.warehouse import Warehouse


@pytest.mark.parametrize(
    ("old", "new", "one"),
    [
        ("The governor raised the toll of the storm from ## to #.", "The governor raised the toll of the storm from # to ##.", True),
        (
            "The storm killed ## people in the hills and # on the coast.",
            "The storm killed # people in the hills and ## on the coast.",
            False,
        ),
    ],
)
def test_old_and_new_level_are_one_fact(tmp_path: Path, old: str, new: str, one: bool) -> None:
    ledger = Warehouse(tmp_path / "ledger.duckdb")
    news = [
        Told("a", "Gazette", "Storm in Larkham", old, 64, "people", "killed", place=None if one else "the hills"),
        Told("a", "Gazette", "Storm in Larkham", new, 2975, "people", "killed", place=None if one else "the coast"),
    ]
    tell(ledger, news)
    with ledger.write() as con:  # told as two sentences above; here they are one
        con.execute("UPDATE claims SET sentence_start = 0, sentence = 'The governor raised the toll of the storm from 64 to 2975.'")
    embed(ledger)
    link(ledger)
    with ledger.read() as con:
        facts = con.execute("SELECT count(DISTINCT fact_id) FROM fact_claims").fetchone()
    assert facts == ((1,) if one else (2,))
