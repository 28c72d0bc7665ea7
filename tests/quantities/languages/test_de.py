"""German: numbers, bounds, kinds and what happened to the counted, in sentences of our own."""

from __future__ import annotations

import pytest

from claims_pipeline.quantities import extract
from claims_pipeline.records import Quantity


def claims(sentence: str) -> list[Quantity]:
    return [q for q in extract(sentence, lang="de") if q.is_claim]


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("zweihundertfünfzig", 250, 250),
        ("siebentausenddreihundert", 7300, 7300),
        ("dreissig", 30, 30),
        ("fünfunddreissig", 35, 35),
        ("zweieinhalb Millionen", 2500000, 2500000),
        ("ein halbes Dutzend", 6, 6),
        ("3,4 Mrd.", 3400000000, 3400000000),
        ("Zehntausende", 10000, 99999),
        ("mehrere hundert", 100, 999),
        ("zwei Drittel", 2 / 3, 2 / 3),
    ],
)
def test_numbers(words: str, low: float, high: float) -> None:
    found = extract(words, lang="de")
    assert len(found) == 1
    assert (found[0].low, found[0].high) == (low, high)


@pytest.mark.parametrize(
    ("sentence", "value", "bound", "attribute"),
    [
        ("Bei dem Grubenunglück kamen mindestens neun Kumpel ums Leben.", 9, "at_least", "killed"),
        ("Über 300 Anwohner wurden wegen des Hochwassers am Abend evakuiert.", 300, "more_than", "evacuated"),
        ("Das Feuer, das 40 Häuser zerstörte, ist gelöscht.", 40, "exact", "destroyed"),
        ("Die Polizei nahm zwölf Fans fest.", 12, "exact", "arrested"),
        ("An der Kundgebung nahmen knapp 5.000 Menschen teil.", 5000, "nearly", "attended"),
        ("Eine Person wurde schwer verletzt.", 1, "exact", "injured"),
        ("Der Ort hat eine geschätzte Bevölkerung von 12.000.", 12000, "about", "other"),
    ],
)
def test_bound_and_attribute(sentence: str, value: float, bound: str, attribute: str) -> None:
    (claim,) = claims(sentence)
    assert (claim.value, claim.bound, claim.attribute) == (value, bound, attribute)


@pytest.mark.parametrize(
    "sentence",
    [
        "Ein Mann stieg am 12. Mai in den Zug.",
        "Im 19. Jahrhundert war das anders.",
        "Die 34-jährige Läuferin gewann um 14.30 Uhr.",
        "Sie feiert ihren 40. Geburtstag.",
        "Das ist einer der besten Filme.",
    ],
)
def test_no_claim(sentence: str) -> None:
    assert [q.text for q in claims(sentence)] == []
