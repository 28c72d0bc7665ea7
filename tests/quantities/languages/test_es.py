"""Spanish: numbers, bounds, what befell whom, idioms and articles."""

import pytest

from claims_pipeline.quantities import extract
from claims_pipeline.records import Quantity


def claims(text: str) -> list[Quantity]:
    return [q for q in extract(text, "es") if q.is_claim]


@pytest.mark.parametrize(
    ("text", "value", "bound", "attribute"),
    [
        ("Al menos catorce pastores murieron en la avalancha.", 14, "at_least", "killed"),
        ("Más de 2.300 vecinos fueron evacuados.", 2300, "more_than", "evacuated"),
        ("Casi medio millón de fieles asistieron a la misa.", 500000, "nearly", "attended"),
        ("Unas treinta y dos barcas quedaron destruidas.", 32, "about", "destroyed"),
        ("Hay decenas de miles de desplazados.", (10000, 99999), "vague", "displaced"),
        ("El fisco perdonó dos mil quinientos millones de pesos.", 2500000000.0, "exact", "other"),
        ("Un centenar de jubilados sigue sin luz.", 100, "about", "other"),
        ("Fueron rescatados 52 pescadores.", 52, "exact", "rescued"),
        ("El ejército mató a 17 insurgentes.", 17, "exact", "killed"),
        ("La mitad de las aulas está cerrada.", 0.5, "exact", "other"),
        ("Nueve de cada diez pozos se secaron.", 0.9, "exact", "other"),
    ],
)
def test_value_bound_and_attribute(text: str, value: float | tuple[float, float], bound: str, attribute: str) -> None:
    (q,) = claims(text)
    assert (q.value if q.value is not None else (q.low, q.high)) == pytest.approx(value)
    assert (q.bound, q.attribute) == (bound, attribute)


@pytest.mark.parametrize(
    "text",
    [
        "El alcalde, de 61 años, dimitió a las 18.30 del 4 de marzo.",
        "Es uno de los barrios más viejos.",
        "El local perdió 3 a 2 en la jornada 7.",
        "El festival celebra su 40 aniversario.",
        "La calle 125 cruza el parque.",
    ],
)
def test_no_claim(text: str) -> None:
    assert claims(text) == []


def test_one_counts_only_beside_other_figures() -> None:
    assert claims("Un hombre de 32 años salió de la cárcel.") == []
    found = claims("Un guardia murió y nueve más resultaron heridos.")
    assert [(q.value, q.attribute) for q in found] == [(1, "killed"), (9, "injured")]


def test_speaker_and_modality() -> None:
    (q,) = claims("Han muerto 40 personas, según la fiscalía.")
    assert q.attributed_to is not None and "fiscalía" in q.attributed_to
    (planned,) = claims("La empresa contratará a 300 soldadores.")
    assert planned.modality == "planned"
