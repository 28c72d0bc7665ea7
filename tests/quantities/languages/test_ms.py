"""Malay: numbers, bounds, kinds and what happened to the counted, in sentences of our own."""

from __future__ import annotations

import pytest

from claims_pipeline.quantities import extract
from claims_pipeline.records import Quantity


def claims(sentence: str) -> list[Quantity]:
    return [q for q in extract(sentence, lang="ms") if q.is_claim]


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("lapan belas", 18, 18),
        ("dua ratus lima puluh", 250, 250),
        ("setengah juta", 500000, 500000),
        ("3.4 bilion", 3400000000, 3400000000),
        ("beratus-ratus", 100, 999),
        ("berpuluh-puluh ribu", 10000, 99999),
        ("dua pertiga", 2 / 3, 2 / 3),
        ("tujuh daripada 10", 0.7, 0.7),
        ("1,250", 1250, 1250),
    ],
)
def test_numbers(words: str, low: float, high: float) -> None:
    found = extract(words, lang="ms")
    assert len(found) == 1
    assert (found[0].low, found[0].high) == (low, high)


@pytest.mark.parametrize(
    ("sentence", "value", "bound", "attribute"),
    [
        ("Sekurang-kurangnya sembilan pelombong terkorban.", 9, "at_least", "killed"),
        ("Lebih 300 penduduk dipindahkan malam tadi.", 300, "more_than", "evacuated"),
        ("Kebakaran itu memusnahkan 40 rumah.", 40, "exact", "destroyed"),
        ("Polis menahan 12 penyokong.", 12, "exact", "arrested"),
        ("Hampir 500 peserta hadir.", 500, "nearly", "attended"),
        ("Seorang cedera dalam nahas itu.", 1, "exact", "injured"),
        ("Angka kematian meningkat sehingga 145.", 145, "exact", "killed"),
    ],
)
def test_bound_and_attribute(sentence: str, value: float, bound: str, attribute: str) -> None:
    (claim,) = claims(sentence)
    assert (claim.value, claim.bound, claim.attribute) == (value, bound, attribute)


@pytest.mark.parametrize(
    "sentence",
    [
        "Seorang lelaki menaiki bas pada 12 Mei.",
        "Satu keputusan telah dibuat.",
        "Pelari berusia 34 tahun itu menang.",
        "Kedua-dua pasukan tewas.",
        "Perlawanan berakhir 2-3.",
    ],
)
def test_no_claim(sentence: str) -> None:
    assert [q.text for q in claims(sentence)] == []
