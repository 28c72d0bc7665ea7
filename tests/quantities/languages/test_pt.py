"""Portuguese: numbers, bounds, what befell whom, idioms and articles."""

import pytest

from claims_pipeline.quantities import extract
from claims_pipeline.records import Quantity


def claims(text: str) -> list[Quantity]:
    return [q for q in extract(text, "pt") if q.is_claim]


@pytest.mark.parametrize(
    ("text", "value", "bound", "attribute"),
    [
        ("Pelo menos quatorze pastores morreram.", 14, "at_least", "killed"),
        ("Mais de 2.300 moradores foram evacuados.", 2300, "more_than", "evacuated"),
        ("Quase meio milhão de fiéis assistiram à missa.", 500000, "nearly", "attended"),
        ("Cerca de trinta e duas barcas ficaram destruídas.", 32, "about", "destroyed"),
        ("Há dezenas de milhares de desalojados.", (10000, 99999), "vague", "displaced"),
        ("A dívida soma mil milhões de euros.", 1000000000.0, "exact", "other"),
        ("Dezasseis turistas foram detidos.", 16, "exact", "arrested"),
        ("Foram resgatados 52 pescadores.", 52, "exact", "rescued"),
        ("A tempestade matou 17 camponeses.", 17, "exact", "killed"),
        ("Metade das salas está fechada.", 0.5, "exact", "other"),
        ("Nove em cada dez poços secaram.", 0.9, "exact", "other"),
    ],
)
def test_value_bound_and_attribute(text: str, value: float | tuple[float, float], bound: str, attribute: str) -> None:
    (q,) = claims(text)
    assert (q.value if q.value is not None else (q.low, q.high)) == pytest.approx(value)
    assert (q.bound, q.attribute) == (bound, attribute)


@pytest.mark.parametrize(
    "text",
    [
        "A prefeita, de 61 anos, saiu às 18h30 do dia 4 de março.",
        "É um dos bairros mais velhos.",
        "O visitante perdeu por 3 a 2.",
        "A festa celebra seu 40º aniversário.",
        "Segundo a rádio, chove na segunda-feira.",
    ],
)
def test_no_claim(text: str) -> None:
    assert claims(text) == []


def test_one_counts_only_beside_other_figures() -> None:
    assert claims("Um homem de 32 anos saiu da cadeia.") == []
    found = claims("Um vigia morreu e nove pessoas ficaram feridas.")
    assert [(q.value, q.attribute) for q in found] == [(1, "killed"), (9, "injured")]


def test_speaker_and_modality() -> None:
    (q,) = claims("Morreram 40 pessoas, segundo o ministério.")
    assert q.attributed_to is not None and "ministério" in q.attributed_to
    (planned,) = claims("A fábrica vai contratar 300 soldadores.")
    assert planned.modality == "planned"
