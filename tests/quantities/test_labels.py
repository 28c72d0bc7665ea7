"""Figures that only name, rank or place something: sizes in price lists, minutes, line-ups, limits of age, the word for one."""

from datetime import datetime

import pytest

from claims_pipeline.quantities import extract
from claims_pipeline.records import Quantity

PUBLISHED = datetime(2024, 5, 14)


def claims(text: str, lang: str) -> list[Quantity]:
    return [q for q in extract(text, lang, PUBLISHED) if q.is_claim]


@pytest.mark.parametrize(
    ("lang", "text", "values"),
    [
        ("id", "Emas 1 gram: Rp 1.200.000Emas 2 gram: Rp 2.350.000", [1_200_000, 2_350_000]),
        ("id", "10 gram Rp 11.500.000", [11_500_000]),
        ("id", "Harga perak 1 gram naik Rp200.", [200]),
        ("en", "Flour 2 kg: $3", [3]),
        ("de", "Mehl 2 kg: 3 Euro", [3]),
        ("en", "Police seized 5 kg of gold worth $300,000.", [5, 300_000]),
        ("id", "Polisi menyita sabu 5 kg senilai Rp 4 miliar.", [5, 4_000_000_000]),
    ],
)
def test_the_size_is_that_of_what_is_sold(lang: str, text: str, values: list[float]) -> None:
    assert [q.value for q in claims(text, lang)] == values


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("id", "Arema (3-4-2-1) menjamu Persis (4-3-3)."),
        ("en", "They lined up in a 4-2-3-1."),
        ("id", "Gol dicetak Rahman (45+2', 70')."),
        ("es", "Goles: Ruiz (45'+1), Gil (83')."),
        ("id", "Ia mencetak gol pada menit 25 dan 31."),
        ("id", "Gereja itu berdiri antara abad 11 dan 12."),
        ("id", "Truk terguling di jalan Tol Surabaya KM 12 + 400 arah Malang."),
        ("id", "Hal itu diatur Pasal 70C."),
        ("id", "Acara itu diikuti pelajar se-Provinsi Banten."),
        ("en", "Children under five are at risk, and so are those over 70."),
        ("en", "People 60 and older should stay home."),
        ("en", "Clubs turned away anyone younger than 21."),
    ],
)
def test_no_claim(lang: str, text: str) -> None:
    assert claims(text, lang) == []


@pytest.mark.parametrize(
    ("lang", "text", "value"),
    [
        ("en", "The hall holds under 50 people.", 50),
        ("en", "Adults over 40 percent of the time agreed.", 40),
        ("id", "Suhu mencapai 70C di lokasi itu.", 70),
        ("id", "Pada hari 3 dan 40 orang datang.", 40),
    ],
)
def test_still_a_claim(lang: str, text: str, value: float) -> None:
    assert value in [q.value for q in claims(text, lang)]
