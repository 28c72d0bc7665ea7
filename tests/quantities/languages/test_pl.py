"""Polish: numbers, bounds, kinds and what happened to the counted, in sentences of our own."""

from __future__ import annotations

import pytest

from claims_pipeline.quantities import extract
from claims_pipeline.records import Quantity


def claims(sentence: str) -> list[Quantity]:
    return [q for q in extract(sentence, lang="pl") if q.is_claim]


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("dwustu pięćdziesięciu", 250, 250),
        ("czworga", 4, 4),
        ("półtorej tony", 1.5, 1.5),
        ("pół miliarda", 500000000, 500000000),
        ("kilkanaście", 11, 19),
        ("kilkuset", 100, 999),
        ("dziesiątki tysięcy", 10000, 99999),
        ("2,4 mld", 2400000000, 2400000000),
        ("dwie trzecie", 2 / 3, 2 / 3),
    ],
)
def test_numbers(words: str, low: float, high: float) -> None:
    found = extract(words, lang="pl")
    assert len(found) == 1
    assert (found[0].low, found[0].high) == (low, high)


@pytest.mark.parametrize(
    ("sentence", "value", "bound", "attribute"),
    [
        ("Co najmniej dziewięciu wędkarzy utonęło w jeziorze.", 9, "at_least", "killed"),
        ("Ponad tysiąc mieszkańców ewakuowano z doliny.", 1000, "more_than", "evacuated"),
        ("Blisko 300 dachów uszkodziła burza.", 300, "nearly", "damaged"),
        ("Policja zatrzymała około czterdziestu kibiców.", 40, "about", "arrested"),
        ("Niespełna 200 osób trafiło do szpitala.", 200, "less_than", "hospitalised"),
        ("Liczba ofiar wzrosła do 52.", 52, "exact", "killed"),
    ],
)
def test_bound_and_attribute(sentence: str, value: float, bound: str, attribute: str) -> None:
    (claim,) = claims(sentence)
    assert (claim.value, claim.bound, claim.attribute) == (value, bound, attribute)


@pytest.mark.parametrize(
    "sentence",
    [
        "To jeden z najlepszych filmów roku.",
        "34-letni biegacz urodził się 5 maja 1987 r.",
        "Miasto świętowało 40. rocznicę założenia.",
        "Pociąg odjechał o godz. 14.30.",
        "Strażacy wyjeżdżali 1200 razy.",
    ],
)
def test_no_claims(sentence: str) -> None:
    assert claims(sentence) == []


def test_decimal_behind_a_month() -> None:
    (claim,) = claims("Inflacja wyniosła w lipcu 4,2 proc.")
    assert (claim.value, claim.kind) == (4.2, "percent")


def test_change_and_level() -> None:
    step, level = claims("Stopy wzrosły o 0,5 proc., do 6 proc.")
    assert (step.measure, level.measure, level.bound) == ("change", "total", "exact")
