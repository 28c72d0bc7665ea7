"""Parts that are held to what they claim to say, on claims told for the purpose."""

from collections.abc import Callable
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from told import Told, tell

from claims_pipeline.embeddings import embed
from claims_pipeline.facts.features import NAMES, features
from claims_pipeline.facts.model import forbidden
from claims_pipeline.facts.numbers import nearly
from claims_pipeline.facts.step import open_claims
from claims_pipeline.warehouse import Warehouse

STORM = "Hurricane Odalys tears roofs off in Port Selwyn"
BODY = "The mayor of Port Selwyn asked for tents. "


@pytest.fixture
def ledger(tmp_path: Path) -> Callable[[], Warehouse]:
    """Empty ledgers."""
    numbers = count()
    return lambda: Warehouse(tmp_path / f"{next(numbers)}.duckdb")


def told(article: str, sentence: str, value: float, noun: str = "people", attribute: str = "killed", **more: Any) -> Told:
    return Told(article, article.title(), STORM, sentence, value, noun, attribute, body=BODY, **more)


def parts(ledger: Warehouse, one: Told, other: Told) -> dict[str, float]:
    """The parts of the pair by name, and ``forbidden``."""
    tell(ledger, [one, other])
    embed(ledger)
    with ledger.read() as con:
        claims, _ = open_claims(con, [one.claim_id, other.claim_id])
        at = {claim: k for k, claim in enumerate(claims.ids)}
        left, right = (np.array([at[claim.claim_id]]) for claim in (one, other))
        found = dict(zip(NAMES, features(claims, left, right)[0].tolist(), strict=True))
        return found | {"forbidden": float(forbidden(claims, left, right)[0])}


def test_two_numbers_of_one_article_for_two_states_akin_are_two_facts(ledger: Callable[[], Warehouse]) -> None:
    moved = told("gazette", "Boats evacuated ## people from Port Selwyn.", 2683, attribute="evacuated")
    homeless = told("gazette", "The storm displaced ## people in Port Selwyn.", 519, attribute="displaced")
    assert parts(ledger(), moved, homeless)["forbidden"] == 1
    elsewhere = told("courier", "The storm displaced ## people in Port Selwyn.", 519, attribute="displaced")
    assert parts(ledger(), moved, elsewhere)["forbidden"] == 0  # newsrooms call one figure either
    same = told("gazette", "The storm displaced ## people in Port Selwyn.", 2683, attribute="displaced")
    assert parts(ledger(), moved, same)["forbidden"] == 0


def test_children_are_a_part_of_the_people(ledger: Callable[[], Warehouse]) -> None:
    toll = told("gazette", "The storm killed ## people in Port Selwyn.", 7)
    children = told("courier", "The storm killed ## children in Port Selwyn.", 7, noun="children")
    assert parts(ledger(), toll, children)["forbidden"] == 1
    enfants = told("courrier", "La tempête a tué ## enfants à Port Selwyn.", 7, noun="enfants", lang="fr")
    assert parts(ledger(), toll, enfants)["forbidden"] == 1
    assert parts(ledger(), children, enfants)["forbidden"] == 0
    everyone = told("courier", "The storm killed ## men, women and children in Port Selwyn.", 7, noun="men, women and children")
    assert parts(ledger(), toll, everyone)["forbidden"] == 0


def test_what_was_added_on_two_days_is_two_facts(ledger: Callable[[], Warehouse]) -> None:
    def added(article: str, value: float, day: int | None) -> Told:
        as_of = day and date(2021, 3, day)
        return told(article, "Rescuers found ## more bodies in Port Selwyn.", value, noun="bodies", measure="increment", as_of=as_of)

    wednesday = added("gazette", 17, 3)
    assert parts(ledger(), wednesday, added("courier", 67, 4))["forbidden"] == 1
    assert parts(ledger(), wednesday, added("courier", 19, 3))["forbidden"] == 0  # two tellings of one day
    assert parts(ledger(), wednesday, added("courier", 67, None))["forbidden"] == 0  # no day told


def test_an_event_that_both_sentences_name(ledger: Callable[[], Warehouse]) -> None:
    one = told("gazette", "In Selwyn ## people died in Hurricane Odalys.", 64)
    other = told("courier", "The true toll of Hurricane Odalys is ## deaths, a study says.", 2975, noun="deaths")
    same = parts(ledger(), one, other)["event_named"]
    earlier = told("courier", "In the north Hurricane Berenger killed ## people.", 1833)
    assert same > parts(ledger(), one, earlier)["event_named"]
    elsewhere = told("courier", "In the town of Berenger the storm killed ## people.", 1833)
    assert parts(ledger(), one, elsewhere)["event_named"] == -1


def test_two_kinds_of_event_in_two_sentences(ledger: Callable[[], Warehouse]) -> None:
    quake = told("gazette", "The earthquake killed ## people in Selwyn.", 384)
    fights = told("gazette", "More than ## people died when gangs battled in the streets.", 1000)
    assert parts(ledger(), quake, fights)["sentence_events"] == -1


@pytest.mark.parametrize(("one", "other", "said"), [
    ("orang tersangka", "tersangka karhutla", 0.5), ("tersangka", "tersangka", 1.0), ("tersangka", "saksi", -1.0),
])  # fmt: skip
def test_the_words_of_two_groups(ledger: Callable[[], Warehouse], one: str, other: str, said: float) -> None:
    a = told("kabar", "Polisi menetapkan ## orang tersangka.", 185, noun="orang", attribute="other", lang="id", scope=one)
    b = told("warta", "Jumlahnya ## orang, kata polisi.", 230, noun="orang", attribute="other", lang="id", scope=other)
    assert parts(ledger(), a, b)["scope_words"] == said


def test_articles_without_a_date_are_told_as_such(ledger: Callable[[], Warehouse]) -> None:
    warehouse = ledger()
    one, other = told("gazette", "The storm killed ## people.", 21), told("courier", "In Selwyn ## people died.", 21)
    assert parts(warehouse, one, other)["undated"] == 0
    with warehouse.write() as con:
        con.execute("UPDATE claims SET published_at = NULL WHERE article_id = 'courier'")
    with warehouse.read() as con:
        claims, _ = open_claims(con, [one.claim_id, other.claim_id])
        assert features(claims, np.array([0]), np.array([1]))[0][NAMES.index("undated")] == 1


@pytest.mark.parametrize(("a", "b", "rounded", "shifted"), [
    (328, 328_724, 0, 1), (328_000, 328_724, 1, 0), (57e6, 5.7e6, 0, 2 / 3), (3758, 3785, 0, 0), (12, 1250, 0, 0),
])  # fmt: skip
def test_one_number_rounded_or_at_another_scale(a: float, b: float, rounded: float, shifted: float) -> None:
    for one, other in ((a, b), (b, a)):
        found = nearly(np.array([one], float), np.array([other], float))
        assert [float(part[0]) for part in found] == pytest.approx([rounded, shifted])
