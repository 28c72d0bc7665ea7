"""Ukrainian: numbers, bounds, kinds and what happened to the counted, in sentences of our own."""

from __future__ import annotations

import pytest

from claims_pipeline.quantities import extract
from claims_pipeline.records import Quantity


def claims(sentence: str) -> list[Quantity]:
    return [q for q in extract(sentence, lang="uk") if q.is_claim]


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("двохсот п'ятдесяти", 250, 250),
        ("п’ятнадцятьох", 15, 15),
        ("шістьма", 6, 6),
        ("півтора мільйона", 1500000, 1500000),
        ("сотнями тисяч", 100000, 999999),
        ("кількох десятків", 10, 99),
        ("семеро", 7, 7),
        ("третина", 1 / 3, 1 / 3),
    ],
)
def test_numbers(words: str, low: float, high: float) -> None:
    found = extract(words, lang="uk")
    assert len(found) == 1
    assert (found[0].low, found[0].high) == (low, high)


@pytest.mark.parametrize(
    ("sentence", "value", "bound", "attribute"),
    [
        ("Щонайменше дев'ять рибалок потонули в озері.", 9, "at_least", "killed"),
        ("Понад тисячу мешканців евакуювали з долини.", 1000, "more_than", "evacuated"),
        ("Град пошкодив майже 300 дахів.", 300, "nearly", "damaged"),
        ("Близько 120 теплиць пошкодила буря.", 120, "about", "damaged"),
        ("Поліція затримала двох водіїв.", 2, "exact", "arrested"),
        ("Кількість загиблих зросла до 52.", 52, "exact", "killed"),
    ],
)
def test_bound_and_attribute(sentence: str, value: float, bound: str, attribute: str) -> None:
    (claim,) = claims(sentence)
    assert (claim.value, claim.bound, claim.attribute) == (value, bound, attribute)


@pytest.mark.parametrize(
    "sentence",
    [
        "Це один із найкращих фільмів року.",
        "35-річний водій народився 5 травня 1987 року.",
        "Жоден пасажир не постраждав.",
        "Потяг № 92 прибув о 18:35.",
    ],
)
def test_no_claims(sentence: str) -> None:
    assert claims(sentence) == []


def test_elided_people() -> None:
    first, second = claims("Загинули 14 людей, ще 30 дістали поранення.")
    assert (first.attribute, second.attribute, second.noun) == ("killed", "injured", "людей")


def test_speaker_behind() -> None:
    (claim,) = claims("У лікарні перебувають 25 осіб, повідомляє прокуратура.")
    assert (claim.attributed_to, claim.attribute) == ("прокуратура", "hospitalised")
