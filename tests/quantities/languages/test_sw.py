"""Swahili: numbers, bounds, kinds and what happened to the counted, in sentences of our own."""

from __future__ import annotations

import pytest

from claims_pipeline.quantities import extract
from claims_pipeline.records import Quantity


def claims(sentence: str) -> list[Quantity]:
    return [q for q in extract(sentence, lang="sw") if q.is_claim]


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("mia mbili na hamsini", 250, 250),
        ("elfu ishirini na tano", 25000, 25000),
        ("elfu mia mbili", 200000, 200000),
        ("milioni moja na laki mbili", 1200000, 1200000),
        ("milioni 1.5", 1500000, 1500000),
        ("milioni mbili na nusu", 2500000, 2500000),
        ("makumi ya maelfu", 10000, 99999),
        ("nusu milioni", 500000, 500000),
        ("theluthi mbili", 2 / 3, 2 / 3),
    ],
)
def test_numbers(words: str, low: float, high: float) -> None:
    found = extract(words, lang="sw")
    assert len(found) == 1
    assert (found[0].low, found[0].high) == (low, high)


@pytest.mark.parametrize(
    ("sentence", "value", "bound", "attribute"),
    [
        ("Angalau wachimbaji tisa walikufa.", 9, "at_least", "killed"),
        ("Zaidi ya wakazi 300 walihamishwa jana.", 300, "more_than", "evacuated"),
        ("Moto uliharibu nyumba 40.", 40, "exact", "destroyed"),
        ("Polisi waliwakamata mashabiki kumi na wawili.", 12, "exact", "arrested"),
        ("Karibu watu 500 walihudhuria mkutano.", 500, "nearly", "attended"),
        ("Mtu mmoja alijeruhiwa.", 1, "exact", "injured"),
        ("Idadi ya vifo ilipanda hadi 145.", 145, "exact", "killed"),
        ("Bei ilipanda kwa asilimia 4.5.", 4.5, "exact", "other"),
    ],
)
def test_bound_and_attribute(sentence: str, value: float, bound: str, attribute: str) -> None:
    (claim,) = claims(sentence)
    assert (claim.value, claim.bound, claim.attribute) == (value, bound, attribute)


@pytest.mark.parametrize(
    "sentence",
    [
        "Mwanamume mmoja alipanda basi tarehe 12 Mei.",
        "Mwanariadha mwenye umri wa miaka 34 alishinda.",
        "Hii ni moja ya filamu bora.",
        "Alikuja siku moja.",
    ],
)
def test_no_claim(sentence: str) -> None:
    assert [q.text for q in claims(sentence)] == []
