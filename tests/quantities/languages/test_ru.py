"""Russian: numbers, bounds, kinds and what happened to the counted, in sentences of our own."""

from __future__ import annotations

import pytest

from claims_pipeline.quantities import extract
from claims_pipeline.records import Quantity


def claims(sentence: str) -> list[Quantity]:
    return [q for q in extract(sentence, lang="ru") if q.is_claim]


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("двумястами", 200, 200),
        ("сорока семи", 47, 47),
        ("трёхсот", 300, 300),
        ("полутора миллионов", 1500000, 1500000),
        ("полмиллиарда", 500000000, 500000000),
        ("десятками тысяч", 10000, 99999),
        ("несколько сотен", 100, 999),
        ("пятеро", 5, 5),
        ("2 тысячи 300", 2300, 2300),
        ("две трети", 2 / 3, 2 / 3),
    ],
)
def test_numbers(words: str, low: float, high: float) -> None:
    found = extract(words, lang="ru")
    assert len(found) == 1
    assert (found[0].low, found[0].high) == (low, high)


@pytest.mark.parametrize(
    ("sentence", "value", "bound", "attribute"),
    [
        ("В реке утонули не менее девяти рыбаков.", 9, "at_least", "killed"),
        ("Более тысячи жителей эвакуировали из долины.", 1000, "more_than", "evacuated"),
        ("Полиция задержала около сорока болельщиков.", 40, "about", "arrested"),
        ("Шторм повредил почти 300 крыш.", 300, "nearly", "damaged"),
        ("Число погибших выросло до 52.", 52, "exact", "killed"),
        ("На митинг пришли до 15 тысяч человек.", 15000, "at_most", "attended"),
    ],
)
def test_bound_and_attribute(sentence: str, value: float, bound: str, attribute: str) -> None:
    (claim,) = claims(sentence)
    assert (claim.value, claim.bound, claim.attribute) == (value, bound, attribute)


@pytest.mark.parametrize(
    "sentence",
    [
        "Это один из лучших фильмов года.",
        "35-летний водитель родился 5 мая 1987 года.",
        "Ни один пассажир не пострадал.",
        "Музей открыт с 2004 г. и отметил 15-летие.",
        "Поезд № 92 пришёл в 18:35.",
        "Двадцать первого марта музей закрыли.",
    ],
)
def test_no_claims(sentence: str) -> None:
    assert claims(sentence) == []


def test_singular_or_plural() -> None:
    """ "тысячи" is one thousand behind a word that governs it, thousands elsewhere."""
    assert [(q.low, q.high) for q in claims("Менее тысячи домов уцелели, тысячи семей остались без крова.")] == [(None, 999), (1000, 9999)]


def test_speaker_and_part() -> None:
    first, second = claims("По данным прокуратуры, погибли 14 человек, в том числе трое детей.")
    assert (first.attributed_to, second.value, second.attribute) == ("прокуратуры", 3, "killed")


def test_decree_of_change() -> None:
    (step, level) = claims("Тариф вырос на 5%, до 42 рублей.")
    assert (step.measure, level.measure, level.bound, level.unit) == ("change", "total", "exact", "RUB")
