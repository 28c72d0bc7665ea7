"""Towns by their names in every script, and what two articles say of where they play."""

from pathlib import Path

import numpy as np
import pytest
from told import Told, tell

from claims_pipeline.embeddings import embed
from claims_pipeline.facts.features import NAMES, features
from claims_pipeline.facts.names import name_key
from claims_pipeline.facts.step import link, open_claims
from claims_pipeline.facts.towns import town
from claims_pipeline.warehouse import Warehouse, open_snapshot


@pytest.mark.parametrize(
    "spellings",
    [
        ["Najaf", "Nayaf", "النجف", "Наджаф"],
        ["Veracruz", "Веракрус", "ベラクルス"],
        ["Istanbul", "Стамбул", "Стамбуле", "Стамбулом"],
        ["Fez", "Fes", "Fès", "فاس"],
        ["Basra", "البصرة", "بالبصرة"],
        ["Trujillo", "Трухильо", "تروخيو", "تروخیو"],  # two letters for yeh, and listed with its country
        ["Gorontalo", "غورونتالو", "جورونتالو"],  # Egypt writes g with its letter for j
        ["Jakarta", "Джакарте", "جاكرتا"],  # the last is not in the list: by its consonants
    ],
)
def test_one_town_has_one_key(spellings: list[str]) -> None:
    assert len({name_key(name) for name in spellings}) == 1, {name: name_key(name) for name in spellings}


def test_what_consonants_confuse_is_told_apart() -> None:
    assert name_key("Basra") != name_key("Peshawar")
    assert name_key("Veracruz") != name_key("Algeria")


def test_codes_and_common_words_are_no_towns() -> None:
    assert town("CGK") is None and town("maydwgwry") is None and town("Dan") is None
    palu = town("Palu")
    assert palu is not None and palu.land == "ID"


@pytest.fixture(scope="module")
def pairs(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], dict[str, float]]:
    """Features of claims by article."""
    ledger = Warehouse(Path(tmp_path_factory.mktemp("towns")) / "ledger.duckdb")
    said = "At least ## people were killed in {0}, where {1} struck {0} on Sunday."
    tell(
        ledger,
        [
            Told("palu", "Gazette", "Earthquake in Palu", said.format("Palu", "an earthquake"), 30, "people", "killed", place="Palu"),
            Told("again", "Courier", "Palu earthquake", said.format("Palu", "a quake"), 34, "people", "killed", place="Palu", hours=3),
            Told("poso", "Courier", "Flood in Jambi", said.format("Jambi", "a flood"), 31, "people", "killed", place="Jambi", hours=2),
            Told("lima", "Herald", "Riots in Lima", said.format("Lima", "unrest"), 12, "people", "killed", place="Lima", hours=4),
        ],
    )
    embed(ledger)
    link(ledger)
    with open_snapshot(ledger.publish()) as con:
        claims, _ = open_claims(con, [row[0] for row in con.execute("SELECT claim_id FROM claims").fetchall()])
    name = claims.table["article_id"]
    left, right = (np.array(part) for part in zip(*[(i, j) for i in range(4) for j in range(i + 1, 4)], strict=True))
    rows = [dict(zip(NAMES, row.tolist(), strict=True)) for row in features(claims, left, right)]
    return {key: row for i, j, row in zip(left, right, rows, strict=True) for key in ((name[i], name[j]), (name[j], name[i]))}


def test_articles_know_each_others_towns_and_countries(pairs: dict[tuple[str, str], dict[str, float]]) -> None:
    assert (pairs["palu", "again"]["towns"], pairs["palu", "again"]["lands"]) == (1, 1)
    assert (pairs["palu", "poso"]["towns"], pairs["palu", "poso"]["lands"]) == (-1, 1), "two towns of one country"
    assert (pairs["palu", "lima"]["towns"], pairs["palu", "lima"]["lands"]) == (-1, -1)
    assert [pairs["palu", other]["places_apart"] for other in ("again", "poso", "lima")] == [0, 1, 1]


def test_articles_tell_of_one_kind_of_event_or_of_two(pairs: dict[tuple[str, str], dict[str, float]]) -> None:
    assert [pairs["palu", other]["happening"] for other in ("again", "poso", "lima")] == [1, -1, -1]
    assert pairs["palu", "again"]["happening_told"] == 1 and pairs["palu", "poso"]["happening_told"] == -1
