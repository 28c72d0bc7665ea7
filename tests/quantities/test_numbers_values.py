"""Values of numbers: digits with every separator, words, scale words, fractions, vague words."""

import pytest

from claims_pipeline.quantities import Quantity, extract


def read(text: str, lang: str) -> list[Quantity]:
    return extract(text, lang)


def values(text: str, lang: str) -> list[float | tuple[float | None, float | None] | None]:
    return [q.value if q.value is not None else (q.low, q.high) for q in read(text, lang) if q.is_claim]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "Rescuers pulled 1,204 villagers from the mud.", [1204]),
        ("en", "The fund holds $3.75 billion.", [3.75e9]),
        ("en", "It paid €2.1billion ($2.4bn) for the mine.", [2.1e9, 2.4e9]),
        ("en", "The club was sold for £90m.", [9e7]),
        ("en", "Two hundred and fifty miners walked out.", [250]),
        ("en", "A hundred tents and a dozen trucks arrived.", [100, 12]),
        ("en", "Half a million homes lost power.", [500000]),
        ("en", "Two-and-a-half million doses were wasted.", [2.5e6]),
        ("en", "Two thirds of the village fled.", [2 / 3]),
        ("en", "A third of the herd was lost.", [1 / 3]),
        ("en", "Seven in ten farmers lost a crop.", [0.7]),
        ("en", "The wall is 6 1/2 feet high.", [6.5]),
        ("en", "It was minus-12 degrees Celsius at dawn.", [-12]),
        ("en", "Officials counted 4.500 people at the gate.", [4500]),
        ("en", "The index closed at 96.088.", [96.088]),
        ("en", "A baker's dozen of rolls costs more.", [13]),
        ("id", "Petugas mendata 1.204 warga.", [1204]),
        ("id", "Kerugian mencapai Rp 2,5 triliun.", [2.5e12]),
        ("id", "Produksi turun 5.2 juta ton.", [5.2e6]),
        ("id", "Dua ratus lima puluh satu rumah terendam.", [251]),
        ("id", "Seratus dua puluh ribu orang mengungsi.", [120000]),
        ("id", "Setengah juta pelanggan terdampak.", [500000]),
        ("id", "Sepertiga penduduk desa itu pindah.", [1 / 3]),
        ("id", "Dua lusin perahu hilang.", [24]),
        ("id", "Luasnya 41.219,97 hektare.", [41219.97]),
    ],
)
def test_value(lang: str, text: str, expected: list[float]) -> None:
    assert values(text, lang) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("lang", "text", "low", "high"),
    [
        ("en", "Hundreds were stranded overnight.", 100, 999),
        ("en", "Dozens of shops closed.", 12, 99),
        ("en", "Tens of thousands of birds died.", 10000, 99999),
        ("en", "Scores of cars were crushed.", 20, 99),
        ("en", "Several hundred nurses marched.", 100, 999),
        ("id", "Belasan toko tutup.", 11, 19),
        ("id", "Puluhan ribu ekor ayam mati.", 10000, 99999),
        ("id", "Ratusan warga berjaga.", 100, 999),
        ("id", "Beberapa ratus perawat turun ke jalan.", 100, 999),
    ],
)
def test_vague_words_are_intervals(lang: str, text: str, low: float, high: float) -> None:
    (only,) = [q for q in read(text, lang) if q.is_claim]
    assert (only.value, only.low, only.high, only.bound) == (None, low, high, "vague")


def test_a_pair_of_numbers_is_not_added() -> None:
    assert values("The court ordered two three-course meals.", "en") == [2, 3]


def test_digits_of_every_script_read_alike() -> None:
    assert values("At least ٢٠٠ people and ３００ dogs", "en") == [200, 300]


def test_an_unknown_language_reads_digits_and_says_so() -> None:
    found = read("Ta hanitra 1,500 ny olona sy roa", "xx")
    assert [q.value for q in found] == [1500]
    assert "language.unknown" in found[0].rules


@pytest.mark.parametrize(
    ("lang", "text", "value"),
    [
        ("en", "Floods affected 125 000 people.", 125_000),
        ("en", "At least 1 610 houses were destroyed.", 1_610),
        ("id", "Sebanyak 12 610 000 warga terdampak.", 12_610_000),
        ("tr", "1 610 ev yıkıldı.", 1_610),
    ],
)
def test_a_space_parts_thousands_where_the_language_has_none_too(lang: str, text: str, value: float) -> None:
    assert [q.value for q in extract(text, lang) if q.is_claim] == [value]


@pytest.mark.parametrize(
    "text", ["On day 1 200 people came.", "Boeing 737 200 dead", "Chapter 3 200 workers left", "In 2014 200 people died."]
)
def test_a_number_that_counts_nothing_is_no_group_of_the_next(text: str) -> None:
    assert [q.value for q in extract(text, "en") if q.is_claim] == [200]
