"""Dutch: numbers, bounds, kinds and what happened to the counted, in sentences of our own."""

from __future__ import annotations

import pytest

from claims_pipeline.quantities import extract
from claims_pipeline.records import Quantity


def claims(sentence: str) -> list[Quantity]:
    return [q for q in extract(sentence, lang="nl") if q.is_claim]


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("tweehonderdvijftig", 250, 250),
        ("vijfentwintigduizend", 25000, 25000),
        ("anderhalf miljoen", 1500000, 1500000),
        ("een half dozijn", 6, 6),
        ("3,4 mld.", 3400000000, 3400000000),
        ("tienduizenden", 10000, 99999),
        ("enkele honderd", 100, 999),
        ("twee derde", 2 / 3, 2 / 3),
        ("negen op de tien", 0.9, 0.9),
    ],
)
def test_numbers(words: str, low: float, high: float) -> None:
    found = extract(words, lang="nl")
    assert len(found) == 1
    assert (found[0].low, found[0].high) == (low, high)


@pytest.mark.parametrize(
    ("sentence", "value", "bound", "attribute"),
    [
        ("Zeker negen mijnwerkers kwamen om.", 9, "at_least", "killed"),
        ("Ruim 300 bewoners zijn gisteravond geëvacueerd.", 300, "more_than", "evacuated"),
        ("De brand, die 40 woningen verwoestte, is geblust.", 40, "exact", "destroyed"),
        ("De politie hield twaalf supporters aan.", 12, "exact", "arrested"),
        ("Een kleine 500 mensen protesteerden.", 500, "nearly", "attended"),
        ("Eén persoon raakte gewond.", 1, "exact", "injured"),
        ("Het dodental steeg tot 145.", 145, "exact", "killed"),
        ("Het dorp heeft een geschatte bevolking van 12.000.", 12000, "about", "other"),
    ],
)
def test_bound_and_attribute(sentence: str, value: float, bound: str, attribute: str) -> None:
    (claim,) = claims(sentence)
    assert (claim.value, claim.bound, claim.attribute) == (value, bound, attribute)


@pytest.mark.parametrize(
    "sentence",
    [
        "Een man stapte op 12 mei in de trein.",
        "In de 19e eeuw was dat anders.",
        "De 34-jarige loopster won om 14.30 uur.",
        "Dat is een van de beste films.",
    ],
)
def test_no_claim(sentence: str) -> None:
    assert [q.text for q in claims(sentence)] == []
