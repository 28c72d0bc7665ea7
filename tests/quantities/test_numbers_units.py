"""Units and rates around a number: symbols, quotients, words between, what a figure is told per."""

import pytest

from claims_pipeline.quantities import extract


@pytest.mark.parametrize(
    ("text", "value", "unit", "kind"),
    [
        ("The well water held 14 mg/L of arsenic.", 14, "milligram per litre", "measure"),
        ("A field of 12 kV/cm was applied.", 12, "kilovolt per centimetre", "measure"),
        ("The cell delivered 7 mA/cm2 at noon.", 7, "milliampere per square centimetre", "measure"),
        ("The grid runs at 132 kV here.", 132, "kilovolt", "measure"),
        ("A dose of 3 mSv was measured.", 3, "millisievert", "measure"),
        ("Gas sold at $3.10 per mmBTU.", 3.10, "USD per mega british thermal unit", "rate"),
        ("Gas sold at $3.10 per million British thermal units.", 3.10, "USD per mega british thermal unit", "rate"),
        ("Power costs 61 euros/MWh.", 61, "EUR per megawatt hour", "rate"),
        ("Butter sells at $4.20/lb.", 4.20, "USD per pound-mass", "rate"),
        ("Beans sell for $2 a pound.", 2, "USD per pound-mass", "rate"),
        ("It pays $1.40 a share.", 1.40, "USD per share", "rate"),
        ("The town spends $9,000 per pupil per year.", 9000, "USD per pupil per year", "rate"),
        ("The bill adds 2 percent for every full year.", 2, "percent per year", "rate"),
        ("Crude fetched $71 U.S. per barrel.", 71, "USD per barrel", "rate"),
        ("Lumber fetched $71 Canadian.", 71, "CAD", "money"),
        ("The stock closed at 318p.", 318, "penny", "money"),
        ("He carried a 60-pound sack.", 60, "pound-mass", "measure"),
        ("They paid a 430,000-pound sum.", 430000, "GBP", "money"),
        ("The fine is 300 YEN.", 300, "JPY", "money"),
        ("Diesel costs 171p a litre.", 171, "penny per litre", "rate"),
        ("The oven reached 451F.", 451, "fahrenheit", "measure"),
        ("The capacitor holds 4 F.", 4, "farad", "measure"),
        ("The wall is 40' tall.", 40, "foot", "measure"),
        ("The guard stands 6'6\".", 6.5, "foot", "measure"),
        ("He ran for 88 rushing yards.", 88, "yard", "measure"),
        ("A keeper of 6ft 3in was signed.", 6.25, "foot", "measure"),
        ("The keeper is 6-foot-3.", 6.25, "foot", "measure"),
        ("Exports reached 2.1 million bpd.", 2.1e6, "barrel per day", "rate"),
        ("A 75-basis-point cut followed.", 75, "basis point", "measure"),
        ("She served 11 difficult years.", 11, "year", "duration"),
        ("The tremor had a magnitude of 4.9.", 4.9, "magnitude", "measure"),
        ("Murders fell to 4.1 per 100,000 people.", 4.1, "per 100000 people", "rate"),
        ("It loses 31 babies per 1,000 live births.", 31, "babies per 1000 live births", "rate"),
        ("Toyo slid to Y=2,410.", 2410, "JPY", "money"),
    ],
)
def test_unit(text: str, value: float, unit: str, kind: str) -> None:
    (only,) = extract(text, "en")
    assert (only.value, only.unit, only.kind) == (pytest.approx(value), unit, kind)


@pytest.mark.parametrize(
    ("text", "value", "kind", "unit"),
    [
        ("The clip plays in 1080p.", 1080, "identifier", None),
        ("The army bought 5 TV sets.", 5, "count", None),
        ("Police arrested 12 last year.", 12, "count", None),
        ("It covers 10 square miles.", 10, "measure", "square mile"),
        ("Five new seasons are planned.", 5, "count", None),
        ("Rs 300 each was handed out.", 300, "money", "INR"),
        ("The firm made $5 million a year earlier.", 5e6, "money", "USD"),
        ("Sales rose 5% each time the shop opened.", 5, "percent", "percent"),
    ],
)
def test_no_such_unit(text: str, value: float, kind: str, unit: str | None) -> None:
    first = next(q for q in extract(text, "en") if q.value == value)
    assert (first.kind, first.unit) == (kind, unit)


def test_the_base_of_a_rate_counts_nothing() -> None:
    found = extract("The county had 6.5 killings per 100,000 people and 40 arrests.", "en")
    assert [(q.value, q.unit) for q in found] == [(6.5, "killings per 100000 people"), (40, None)]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "Growth slipped from 6.3 to 5.9 percent.", [(6.3, "percent"), (5.9, "percent")]),
        ("en", "The budget grew from 18.5 to 21 billion euros.", [(18.5e9, "EUR"), (21e9, "EUR")]),
        ("en", "Shipments rose from 2.2 to 2.9 million crates.", [(2.2e6, None), (2.9e6, None)]),
        ("en", "Pay went up from $14 an hour to $17.", [(14, "USD per hour"), (17, "USD per hour")]),
        ("en", "The boxer went from 90 kg to 82.", [(90, "kilogram"), (82, "kilogram")]),
        ("en", "The route fell from 12 miles to 3 stops.", [(12, "mile"), (3, None)]),
        ("en", "Fares rose 6 and 9 percent.", [(6, "percent"), (9, "percent")]),
        ("en", "Fares rose 6, 9 and 12 percent.", [(6, "percent"), (9, "percent"), (12, "percent")]),
        ("en", "The index lost 31.20 or 0.4%.", [(31.2, None), (0.4, "percent")]),
        ("en", "It sold 2.5 million, or 30 percent, more.", [(2.5e6, None), (30, "percent")]),
        ("en", "Deaths rose from 7.1 to 9.4 per 100,000 people.", [(7.1, "per 100000 people"), (9.4, "per 100000 people")]),
        ("id", "Pertumbuhan turun dari 5,3 menjadi 4,8 persen.", [(5.3, "percent"), (4.8, "percent")]),
        ("de", "Der Anteil stieg von 12 auf 15 Prozent.", [(12, "percent"), (15, "percent")]),
    ],
)
def test_unit_written_once(lang: str, text: str, expected: list[tuple[float, str | None]]) -> None:
    assert [(pytest.approx(q.value), q.unit) for q in extract(text, lang)] == expected


@pytest.mark.parametrize(
    ("text", "values", "unit"),
    [
        ("Inflation was 5.3% in May, compared with 4.8 a year ago.", [5.3, 4.8], "percent"),
        ("Inflation rose to 5.3 percent in 2018 from 4.8 in 2017.", [5.3, 4.8], "percent"),
        ("Inflation fell from 5.3 to 4.8 percent.", [5.3, 4.8], "percent"),
        ("Turnover came to $5.3 billion, up from 4.8 the year before.", [5.3e9, 4.8e9], "USD"),
    ],
)
def test_the_figure_of_another_time_has_the_same_unit(text: str, values: list[float], unit: str) -> None:
    found = [q for q in extract(text, "en") if q.kind != "date"]
    assert [q.value for q in found] == pytest.approx(values)
    assert {q.unit for q in found} == {unit}


def test_what_is_counted_from_something_keeps_its_own_unit() -> None:
    money, donors = extract("They raised $5 million from 30 donors.", "en")
    assert (money.unit, donors.unit, donors.noun) == ("USD", None, "donors")


def test_a_falling_series_in_one_unit_is_one_range() -> None:
    (only,) = extract("The cell was run at densities of 1.3 A/cm2 to 0.03 A/cm2.", "en")
    assert (only.low, only.high, only.bound) == (0.03, 1.3, "range")


@pytest.mark.parametrize(
    ("lang", "text", "texts"),
    [
        ("es", "La tasa bajó del 5,3 al 4,8 por ciento.", ["5,3", "4,8 por ciento"]),
        ("tr", "Oran yüzde 20'den yüzde 30'a çıktı.", ["yüzde 20", "yüzde 30"]),
    ],
)
def test_both_levels_of_a_share_keep_their_place(lang: str, text: str, texts: list[str]) -> None:
    found = extract(text, lang)
    assert [q.text for q in found] == texts
    assert {q.unit for q in found} == {"percent"}
