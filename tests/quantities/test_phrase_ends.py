"""Where the counted noun ends: agreement, quotation marks, conjunctions written onto the next word, names with a number."""

from __future__ import annotations

import pytest

from claims_pipeline.quantities import extract


@pytest.mark.parametrize(
    ("lang", "text", "noun"),
    [
        ("es", "Cinco mujeres mayores cantan en la plaza.", "mujeres mayores"),
        ("es", "Los tres jueces hubiesen firmado la orden.", "jueces"),
        ("fr", "Trente hommes masqués dansent.", "hommes masqués"),
        ("fr", "Trente maisons totalement détruites.", "maisons"),
        ("fr", "Trente maisons totalement vides.", "maisons totalement vides"),
        ("pt", "Seis turistas permaneciam no hotel.", "turistas"),
        ("it", "Dieci medici esperti guidano la missione.", "medici esperti"),
        ("it", "Hanno aperto trenta piccoli club.", "piccoli club"),
        ("en", 'About 40 percent of "undecided" Ohio voters stayed home.', "undecided Ohio voters"),
        ("nl", "Veertig procent van de 'trouwe' klanten bleef weg.", "trouwe klanten"),
        ("ar", "أصيب ثلاثة عمال ومدير.", "عمال"),
        ("uk", "14 людей постраждали.", "людей"),
        ("tr", "Deprem dokuz kişinin ölümüne yol açtı.", "kişinin"),
        ("tr", "Üç Cumhuriyetçi senatörün bilgileri yayımlandı.", "Cumhuriyetçi senatörün"),
        ("tr", "On dört kişi limandaki yangında yaralandı.", "kişi"),
        ("tr", "Kırk mağazaya yeni ürün geldi.", "mağazaya"),
        ("tr", "İki köyün dışındaki evler yandı.", "köyün"),
        ("ru", "Двенадцать моряков незаметно пересекли границу.", "моряков"),
        ("es", "Un bolso de 9.000 dólares de Marta Ruiz.", "dólares"),
        ("en", "It grew from an initial $2 million.", "$"),
        ("ru", "20-метровая волна обрушилась на берег.", "метровая волна"),
        ("sw", "Nyumba 40 za wakazi ziliharibiwa.", "Nyumba za wakazi"),
    ],
)
def test_noun(lang: str, text: str, noun: str) -> None:
    claim = next(q for q in extract(text, lang) if q.is_claim)
    assert claim.noun == noun


@pytest.mark.parametrize(
    ("lang", "text", "unit"),
    [
        ("ru", "300-килограммовый медведь вышел к людям.", "kilogram"),
        ("uk", "20-метрова хвиля накрила берег.", "metre"),
        ("pl", "10-procentowy wzrost cen.", "percent"),
        ("ms", "Gempa bumi 6.4 magnitud melanda pulau itu.", "magnitude"),
    ],
)
def test_adjectives_of_units(lang: str, text: str, unit: str) -> None:
    assert [q.unit for q in extract(text, lang)] == [unit]


def test_the_number_of_a_name_before_one_thing() -> None:
    price, name = extract("Engineers built the $11 billion Baltic Stream 2 pipeline.", "en")
    assert (price.noun, name.kind, name.is_claim) == ("Baltic Stream 2 pipeline", "identifier", False)
    (people,) = extract("In Baltic Stream 2 people died.", "en")
    assert people.is_claim


def test_three_zeros_behind_a_separator_are_thousands() -> None:
    assert extract("دمرت 76.000 شجرة.", "ar")[0].value == 76_000
    assert extract("دمرت 7.5 هكتار.", "ar")[0].value == 7.5


def test_each_day_beside_a_figure_makes_its_measure_a_rate() -> None:
    claim = extract("Sebanyak 300 kapal singgah setiap hari.", "id")[0]
    assert (claim.kind, claim.measure, claim.noun) == ("count", "rate", "kapal singgah")
