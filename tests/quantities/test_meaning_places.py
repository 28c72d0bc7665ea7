"""Names that are no place of a figure: papers, people, storms, currencies, bodies in capitals."""

import pytest

from claims_pipeline.quantities.api import extract, extract_article


@pytest.mark.parametrize(
    ("lang", "text", "place"),
    [
        ("en", "A paper in the New England Journal puts the dead at 640.", None),
        ("en", "The Washington Post counted 12 dead.", None),
        ("en", "The house was sold for 162,880 U.S. dollars.", None),
        ("en", "Only 40 percent have confidence in Malloy.", None),
        ("en", "Michael Jordan paid 12 million dollars.", None),
        ("en", "Some 12 people drowned in Jordan.", "Jordan"),
        ("en", "At least 30 people drowned in NYC.", "NYC"),
        ("en", "A Jakarta police officer said 12 people drowned in Medan.", "Medan"),
        ("id", "Kepala Dinas Kesehatan Provinsi Kalimantan Barat Sutrisno mengatakan 12 orang dirawat.", "Kalimantan Barat"),
        ("id", "Juru bicara Kolonel Turki al-Harbi mengatakan 18 rudal ditembakkan.", None),
        ("id", "Sebanyak 12 orang tewas di Turki.", "Turki"),
        ("id", "Dua guru yang bekerja di SMK itu ditahan.", None),
        ("id", "12 Provinsi Gelar Pameran Batik", None),
        ("es", "Perdieron 12 partidos en la Copa América.", None),
    ],
)
def test_place(lang: str, text: str, place: str | None) -> None:
    assert [q.place for q in extract(text, lang) if q.is_claim] == [place]


def test_a_storm_is_no_place_in_an_article_that_names_it() -> None:
    told = "So far 16 deaths are known, compared with more than 1,800 in Katrina."
    assert [q.place for q in extract_article("Worse than Hurricane Katrina?", told, "en") if q.is_claim] == [None, None]
    assert [q.place for q in extract("Some 1,800 people live in Katrina.", "en")] == ["Katrina"]


def test_a_figure_takes_no_place_from_behind_a_comparison() -> None:
    assert [q.place for q in extract("There are 16 dead, compared with 1,800 in Louisiana.", "en")] == [None, "Louisiana"]
