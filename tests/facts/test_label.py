"""Labels: the question in English, never a wrong translation, the month of the figure, the names of the event."""

from __future__ import annotations

from datetime import date, datetime
from types import SimpleNamespace

import numpy as np
import pytest

from claims_pipeline.embeddings.rarity import everyday
from claims_pipeline.facts.event import place_of, when_of
from claims_pipeline.facts.label import _past_unit, question
from claims_pipeline.facts.things import english, thing


@pytest.mark.parametrize(
    ("noun", "lang", "head", "full"),
    [
        ("orang", "id", "people", "people"),
        ("kali", "id", "times", "times"),  # no likeness of vectors says so: "calories" are nearer
        ("orang tersangka", "id", "suspects", "suspects"),
        ("tersangka perorangan", "id", "suspects", "suspects (“tersangka perorangan”)"),
        ("titik panas", "id", "hotspots", "hotspots"),
        ("gerabah", "id", "gerabah", "“gerabah”"),
        ("Jawa Tengah", "id", "", ""),
        ("setara", "id", "", ""),
        ("personas desplazadas", "es", "displaced people", "displaced people"),
        ("miles de viviendas", "es", "homes", "homes"),
        ("Schülerinnen", "de", "pupils", "pupils"),
        ("kişinin", "tr", "people", "people"),
        ("зрителей", "ru", "spectators", "spectators"),
        ("Children", "en", "children", "children"),
        ("Ebola clinics", "en", "clinics", "Ebola clinics"),
        ("rounds of ammunition", "en", "rounds", "rounds"),
        ("half", "en", "", ""),
        ("WHO", "en", "", ""),
        ("", "id", "", ""),
    ],
)
def test_a_noun_is_told_in_english_or_as_it_is_written(noun: str, lang: str, head: str, full: str) -> None:
    found = thing(noun, lang)
    assert (found.head, found.full) == (head, full)


@pytest.mark.parametrize(
    ("parts", "label"),
    [
        (("people", "count", None, "total", "killed"), "people killed"),
        (("deaths", "count", None, "total", "killed"), "people killed"),
        (("", "count", None, "increment", "injured"), "people newly injured"),
        (("", "count", None, "total", None), "number"),
        (("houses", "count", None, "total", "destroyed"), "houses destroyed"),
        (("clinics", "count", None, "increment", None), "new clinics"),
        (("voters", "percent", "percent", "total", None), "share of voters"),
        (("inflation", "percent", "percent", "total", None), "inflation, in percent"),
        (("exports", "percent", "percent", "change", None), "percentage change in exports"),
        (("", "fraction", None, "total", "killed"), "share of those killed"),
        (("", "money", "IDR", "total", None), "amount in rupiah"),
        (("gold price", "money", "IDR per gram", "change", None), "change in gold price in rupiah per gram"),
        (("", "measure", "IDR per USD", "rate", None), "exchange rate in rupiah per US dollar"),
        (("services", "rate", "layanan per day", "rate", None), "services per day"),
        (("rain", "measure", "inch", "total", None), "rain in inches"),
        (("", "measure", "kilometre per hour", "total", None), "speed in kilometres per hour"),
        (("", "measure", "magnitude", "total", None), "magnitude"),
    ],
)
def test_the_question_is_told_in_words(parts: tuple[str, str, str | None, str, str | None], label: str) -> None:
    assert question(*parts) == label


@pytest.mark.parametrize(
    ("noun", "lang", "place", "left"),
    [
        ("kg sabu", "id", None, "sabu"),
        ("inches of rain", "en", None, "rain"),
        ("per gram", "id", None, ""),
        ("mikrogram per meter kubik", "id", None, ""),
        ("km-wide fence", "en", None, "fence"),
        ("Jawa Timur", "id", "Jawa Timur", ""),
    ],
)
def test_what_a_unit_measures_is_told_without_it(noun: str, lang: str, place: str | None, left: str) -> None:
    assert _past_unit(noun, lang, place) == left


def test_words_of_headlines_are_no_names() -> None:
    assert all(map(everyday, ("Children", "Damaged", "Kebakaran", "Least")))
    assert not any(map(everyday, ("Gaza", "Palu", "Kim", "Palembang", "BNPB", "children", "غزة")))


def claims(**columns: list[object]) -> tuple[SimpleNamespace, np.ndarray]:
    size = len(next(iter(columns.values())))
    table = {"as_of": [None] * size, "dated": [True] * size, "place": [None] * size, "lang": ["en"] * size} | columns
    return SimpleNamespace(table=table), np.arange(size)


def test_the_month_is_that_of_the_figure() -> None:
    reports = [datetime(2019, 9, 2), datetime(2019, 9, 4), datetime(2019, 9, 5)]
    assert when_of(*claims(known_at=reports)) == "September 2019"
    assert when_of(*claims(known_at=reports, as_of=[date(2019, 8, 31), None, None])) == "August 2019"
    assert when_of(*claims(known_at=reports, as_of=[date(1989, 12, 31), None, None])) == "September 2019"  # another figure's
    assert when_of(*claims(known_at=reports, as_of=[date(1989, 12, 31)] * 3)) == "1989"
    assert when_of(*claims(known_at=[datetime(2012, 12, 16), datetime(2013, 4, 2)])) == "reported December 2012 to April 2013"
    assert when_of(*claims(known_at=[datetime(2020, 1, 5), datetime(2020, 5, 2)])) == "reported January to May 2020"
    assert when_of(*claims(known_at=reports, dated=[False] * 3)) == ""  # the day of reading is no day of the event


def test_the_place_is_that_of_most_claims() -> None:
    assert place_of(*claims(place=["Indonésie", "Indonesia", None])) == "Indonesia"
    assert place_of(*claims(place=["Palu", "Donggala"])) is None
    assert place_of(*claims(place=["Palu", None, None])) is None
    assert place_of(*claims(place=["Least", "Least"])) is None
    assert place_of(*claims(place=["Москва", "Москва"], lang=["ru", "ru"])) == "Moskva"


def test_every_attribute_and_kind_of_event_has_a_name() -> None:
    from claims_pipeline.embeddings.reference import _events
    from claims_pipeline.quantities.language import load

    attributes = {a for a, told in load("en").section("attributes").items() if isinstance(told, dict) and a != "other"}
    assert attributes <= set(english()["verbs"])
    assert set(english()["events"]) <= set(_events())
