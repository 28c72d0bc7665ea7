"""French: numbers, bounds, what befell whom, idioms and articles."""

import pytest

from claims_pipeline.quantities import extract
from claims_pipeline.records import Quantity


def claims(text: str) -> list[Quantity]:
    return [q for q in extract(text, "fr") if q.is_claim]


@pytest.mark.parametrize(
    ("text", "value", "bound", "attribute"),
    [
        ("Au moins quatorze bergers ont péri.", 14, "at_least", "killed"),
        ("Plus de 2 300 riverains ont été évacués.", 2300, "more_than", "evacuated"),
        ("Près d'un demi-million de fidèles ont assisté à la messe.", 500000, "nearly", "attended"),
        ("Une trentaine de barques ont été détruites.", 30, "about", "destroyed"),
        ("Des dizaines de milliers de villageois ont fui.", (10000, 99999), "vague", "displaced"),
        ("La dette atteint quatre-vingt-dix-sept millions d'euros.", 97000000.0, "exact", "other"),
        ("Quelque septante vaches manquent.", 70, "about", "other"),
        ("La préfecture confirme la mort d'une cinquantaine de marins.", 50, "about", "killed"),
        ("La moitié des classes est fermée.", 0.5, "exact", "other"),
        ("Un puits sur quatre est à sec.", 0.25, "exact", "other"),
        ("Moins des deux tiers des puits ont été fermés.", 0.6666666666666666, "less_than", "other"),
    ],
)
def test_value_bound_and_attribute(text: str, value: float | tuple[float, float], bound: str, attribute: str) -> None:
    (q,) = claims(text)
    assert (q.value if q.value is not None else (q.low, q.high)) == pytest.approx(value)
    assert (q.bound, q.attribute) == (bound, attribute)


@pytest.mark.parametrize(
    "text",
    [
        "La maire, âgée de 61 ans, a démissionné à 18 h 30 le 4 mars.",
        "C'est l'un des quartiers les plus vieux.",
        "Les visiteurs se sont imposés 3 à 2.",
        "La fête en est à sa 40e édition.",
        "Le véhicule est neuf.",
    ],
)
def test_no_claim(text: str) -> None:
    assert claims(text) == []


def test_one_counts_only_beside_other_figures() -> None:
    assert claims("Un homme de 32 ans est sorti de prison.") == []
    found = claims("Un gardien est mort et neuf autres ont été blessés.")
    assert [(q.value, q.attribute) for q in found] == [
        (1, "killed"),
        (9, "injured"),
    ]


def test_speaker_and_modality() -> None:
    (q,) = claims("Quarante personnes sont mortes, selon le parquet.")
    assert q.attributed_to is not None and "parquet" in q.attributed_to
    (planned,) = claims("L'usine embauchera 300 soudeurs.")
    assert planned.modality == "planned"
