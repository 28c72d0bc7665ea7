"""Italian: numbers, bounds, what befell whom, idioms and articles."""

import pytest

from claims_pipeline.quantities import extract
from claims_pipeline.records import Quantity


def claims(text: str) -> list[Quantity]:
    return [q for q in extract(text, "it") if q.is_claim]


@pytest.mark.parametrize(
    ("text", "value", "bound", "attribute"),
    [
        ("Almeno quattordici pastori sono morti.", 14, "at_least", "killed"),
        ("Più di 2.300 abitanti sono stati evacuati.", 2300, "more_than", "evacuated"),
        ("Quasi mezzo milione di fedeli ha assistito alla messa, hanno assistito anche i vescovi.", 500000, "nearly", "attended"),
        ("Una trentina di barche sono state distrutte.", 30, "about", "destroyed"),
        ("Ci sono decine di migliaia di sfollati.", (10000, 99999), "vague", "displaced"),
        ("Trecentocinquanta famiglie sono senza casa.", 350, "exact", "displaced"),
        ("Nel corteo 40mila operai.", 40000, "exact", "other"),
        ("Sono stati tratti in salvo 52 pescatori.", 52, "exact", "rescued"),
        ("La polizia ha arrestato 17 tifosi.", 17, "exact", "arrested"),
        ("La metà delle aule è chiusa.", 0.5, "exact", "other"),
        ("Un pozzo su quattro è secco.", 0.25, "exact", "other"),
    ],
)
def test_value_bound_and_attribute(text: str, value: float | tuple[float, float], bound: str, attribute: str) -> None:
    (q,) = claims(text)
    assert (q.value if q.value is not None else (q.low, q.high)) == pytest.approx(value)
    assert (q.bound, q.attribute) == (bound, attribute)


@pytest.mark.parametrize(
    "text",
    [
        "La sindaca, 61 anni, si è dimessa alle 18.30 del 4 marzo.",
        "È uno dei quartieri più vecchi.",
        "Gli ospiti hanno vinto 3-2.",
        "La sagra festeggia il 40° anniversario.",
        "Soffiano venti di burrasca.",
    ],
)
def test_no_claim(text: str) -> None:
    assert claims(text) == []


def test_one_counts_only_beside_other_figures() -> None:
    assert claims("Un uomo di 32 anni è uscito di prigione.") == []
    found = claims("Un custode è morto e altri nove sono rimasti feriti.")
    assert [(q.value, q.attribute) for q in found] == [
        (1, "killed"),
        (9, "injured"),
    ]


def test_speaker_and_modality() -> None:
    (q,) = claims("Sono morte 40 persone, secondo la procura.")
    assert q.attributed_to is not None and "procura" in q.attributed_to
    (planned,) = claims("La fabbrica assumerà 300 saldatori.")
    assert planned.modality == "planned"
