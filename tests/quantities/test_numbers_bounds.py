"""Bounds become intervals, before the number and behind it."""

import pytest

from claims_pipeline.quantities import extract


@pytest.mark.parametrize(
    ("lang", "text", "bound", "low", "high"),
    [
        ("en", "At least eight sailors drowned.", "at_least", 8, None),
        ("en", "No fewer than 40 huts burned.", "at_least", 40, None),
        ("en", "50+ homes were hit.", "at_least", 50, None),
        ("en", "Some 70 people or more were trapped.", "about", 63, 77),
        ("en", "More than 200 goats were taken.", "more_than", 201, None),
        ("en", "The bill topped $200.", "more_than", 200, None),
        ("en", "Up to 300 seats are free.", "at_most", None, 300),
        ("en", "As many as 300 students fell ill.", "at_most", None, 300),
        ("en", "No more than 30 guests may enter.", "at_most", None, 30),
        ("en", "Fewer than 30 guests came.", "less_than", None, 29),
        ("en", "Turnout stayed below 30 percent.", "less_than", None, 30),
        ("en", "Nearly 1,000 pilgrims were hurt.", "nearly", 900, 1000),
        ("en", "About 120 pilgrims were hurt.", "about", 108, 132),
        ("en", "An estimated 2 million birds fly south.", "about", 1.5e6, 2.5e6),
        ("en", "Exactly 12 pilgrims were hurt.", "exact", 12, 12),
        ("en", "The fine was 25k.", "exact", 25000, 25000),
        ("en", "Tickets will rise by an average of 1700.", "exact", 1700, 1700),
        ("en", "A quarter of adults smoke.", "exact", 0.25, 0.25),
        ("en", "An estimated 6,000-plus visitors came.", "about", 5400, 6600),
        ("en", "The totals add up to 300 votes.", "exact", 300, 300),
        ("en", "The bay has an estimated population of 120 otters.", "about", 108, 132),
        ("en", "It needs, at least, 50 votes.", "at_least", 50, None),
        ("en", "The quake is estimated to have killed 130 goats.", "about", 117, 143),
        ("en", "Police estimate the crowd at 130.", "about", 117, 143),
        ("en", "As few as 30 herons nest there.", "at_least", 30, None),
        ("en", "Nowhere near 30 herons nest there.", "less_than", None, 29),
        ("en", "Barely 130 herons nest there.", "about", 117, 143),
        ("en", "It holds 30 herons at most.", "at_most", None, 30),
        ("en", 'Around "130 herons" were seen.', "about", 117, 143),
        ("en", "The town and some 130 farms burned.", "about", 117, 143),
        ("en", "He sold 20 or 30,000 records.", "range", 20000, 30000),
        ("it", "Il prezzo è salito fino a 300 euro.", "exact", 300, 300),
        ("it", "Il biglietto costa fino a 300 euro.", "at_most", None, 300),
        ("es", "Las ventas se han duplicado hasta 300 coches.", "exact", 300, 300),
        ("es", "Se estima que un 13 % lo usa.", "about", 11.7, 14.3),
        ("pt", "O lance precisa de, pelo menos, 50 votos.", "at_least", 50, None),
        ("fr", "Il a gardé la tête dans les huit tours.", "exact", 8, 8),
        ("tr", "Yüzde 20'den yüksek bir oran.", "more_than", 20, None),
        ("id", "Setidaknya delapan nelayan tenggelam.", "at_least", 8, None),
        ("id", "Sedikitnya 40 gubuk terbakar.", "at_least", 40, None),
        ("id", "Lebih dari 200 kambing dicuri.", "more_than", 201, None),
        ("id", "Ada 2000 orang lebih di alun-alun.", "more_than", 2001, None),
        ("id", "Tidak lebih dari 30 tamu boleh masuk.", "at_most", None, 30),
        ("id", "Kapasitasnya hingga 60 persen.", "at_most", None, 60),
        ("id", "Jumlahnya hingga mencapai 78 orang.", "exact", 78, 78),
        ("id", "Kurang dari 50 pendemo bertahan.", "less_than", None, 49),
        ("id", "Hampir 1.000 jemaah terluka.", "nearly", 900, 1000),
        ("id", "Sekitar 120 jemaah terluka.", "about", 108, 132),
        ("id", "Harganya 35 persen lebih rendah.", "exact", 35, 35),
        ("id", "Sebanyak 25 jemaah terluka.", "exact", 25, 25),
        ("id", "Ombak setinggi 4 meter memecah dermaga.", "at_most", None, 4),
        ("id", "Patung setinggi 4 meter itu roboh.", "exact", 4, 4),
        ("id", "Sewanya Rp 60 ribuan.", "about", 54000, 66000),
        ("id", "Anggarannya Rp 300 M.", "exact", 300e9, 300e9),
    ],
)
def test_bound(lang: str, text: str, bound: str, low: float | None, high: float | None) -> None:
    (only,) = [q for q in extract(text, lang) if q.is_claim]
    assert (only.bound, only.low, only.high) == (
        bound,
        pytest.approx(low) if low is not None else None,
        pytest.approx(high) if high is not None else None,
    )


@pytest.mark.parametrize(
    ("lang", "text", "low", "high"),
    [
        ("en", "Between 20 and 30 arrests are expected.", 20, 30),
        ("en", "Expect 2 to 4 inches of rain.", 2, 4),
        ("en", "Police made 20-30 arrests.", 20, 30),
        ("en", "The deal is worth $10 to $15 billion.", 10e9, 15e9),
        ("en", "Prices should rise between 5% and 6%.", 5, 6),
        ("en", "It takes two or three nurses.", 2, 3),
        ("en", "The choir drew 15-20,000 visitors.", 15000, 20000),
        ("en", "Upkeep costs £4-5m a year.", 4e6, 5e6),
        ("en", "Nights stay between -3C and -8C.", -8, -3),
        ("en", "Upkeep costs US$1.2-1.5 billion.", 1.2e9, 1.5e9),
        ("id", "Antara 20 dan 30 orang ditahan.", 20, 30),
        ("id", "Hujan 2 hingga 3 inci per jam.", 2, 3),
        ("id", "Diskon 5% - 40% berlaku.", 5, 40),
        ("id", "Kurs Rp 13.000 sampai dengan Rp 13.400 per dolar AS.", 13000, 13400),
    ],
)
def test_range(lang: str, text: str, low: float, high: float) -> None:
    (only,) = [q for q in extract(text, lang) if q.is_claim]
    assert (only.bound, only.value, only.low, only.high) == ("range", None, low, high)


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "The toll rose by 30 to 230.", [30, 230]),
        ("en", "Arrests rose from 20 to 30.", [20, 30]),
        ("en", "Jews backed them by 79 percent to 17 percent.", [79, 17]),
        ("en", "Sales rose 60% in 2018 to 3.9 million phones.", [60, 3.9e6]),
        ("id", "Jumlah korban naik 30 menjadi 230.", [30, 230]),
    ],
)
def test_two_figures_are_no_range(lang: str, text: str, expected: list[float]) -> None:
    assert [q.value for q in extract(text, lang) if q.is_claim] == expected


def test_one_is_not_hedged_by_the_preposition_in_front() -> None:
    (cow,) = extract("The bus swerved around one cow.", "en")
    assert (cow.bound, cow.low, cow.high) == ("exact", 1, 1)
    (hour,) = extract("It lasted about one hour.", "en")
    assert hour.bound == "about"


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "A gale sank 3 boats at least and 17 were damaged.", ["at_least", "exact"]),
        ("en", "A gale sank 3 boats and damaged at least 17.", ["exact", "at_least"]),
        ("ar", "قتل 45 جنديا على الأقل وجرح 12 مدنيا.", ["at_least", "exact"]),
        ("ar", "غرق 45 صيادا على الأقل، بينهم 12 قبطانا.", ["at_least", "exact"]),
        ("ar", "جرح ٤٢ صيادا على الأقل ونجا ٩٠ صيادا على الأقل.", ["at_least", "at_least"]),
    ],
)
def test_a_bound_before_and_is_of_the_number_behind_it(lang: str, text: str, expected: list[str]) -> None:
    assert [q.bound for q in extract(text, lang) if q.is_claim] == expected
