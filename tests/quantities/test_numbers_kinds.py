"""What is not a claim stays out, by kind; units and their names."""

import pytest

from claims_pipeline.quantities import extract


@pytest.mark.parametrize(
    ("lang", "text", "kind"),
    [
        ("en", "The mill burned down in 1939.", "date"),
        ("en", "A 2014 RAND study said so.", "date"),
        ("en", "It opened on March 4, 2017.", "date"),
        ("en", "It opened on 4 March 2017.", "date"),
        ("en", "Doors close at 10 p.m.", "date"),
        ("en", "The alarm rang at 19:30 GMT.", "date"),
        ("es", "La feria va del 5 al 8 de mayo.", "date"),
        ("fr", "La foire se tient du 5 au 8 mai.", "date"),
        ("it", "La fiera va dal 5 all'8 maggio.", "date"),
        ("pt", "A feira vai de 5 a 8 de maio.", "date"),
        ("nl", "De beurs loopt van 5 t/m 8 mei.", "date"),
        ("en", "Anna Reyes, 37, was fined.", "age"),
        ("en", "A 35-year-old mother was fined.", "age"),
        ("en", "Life expectancy for fishermen there is about 67.", "age"),
        ("en", "He will be 41 in June.", "age"),
        ("en", "The crew, whose ages ranged from 21 to 63, swam.", "age"),
        ("en", "It took three weeks.", "duration"),
        ("en", "In the 89th minute he scored.", "ordinal"),
        ("en", "The home side won 3-1.", "score"),
        ("en", "Flight 6321 never left.", "identifier"),
        ("fr", "Les victimes peuvent joindre l'association au 116 006.", "identifier"),
        ("es", "Los vecinos pueden llamar gratis al 900 202 010.", "identifier"),
        ("de", "Die Beratung ist unter der Nummer 0800 111 0 222 offen.", "identifier"),
        ("nl", "Bel 113 00 24 voor hulp.", "identifier"),
        ("nl", "De fabriek sloot in de jaren 70.", "date"),
        ("it", "Ha perso una palla alla buca del par 4.", "identifier"),
        ("id", "Warga Kepulauan Seribu menolak dermaga itu.", "identifier"),
        ("en", "Crews closed Highway 101 near the dam.", "identifier"),
        ("en", "Resolution 1701 was cited.", "identifier"),
        ("en", "Call 0800 555 111 now.", "identifier"),
        ("en", "Call the desk at 859-292-3680.", "identifier"),
        ("en", "Follow @river911 for more.", "identifier"),
        ("en", "A case of COVID-19 was found.", "identifier"),
        ("en", "The F-16 landed safely.", "identifier"),
        ("en", "The Boeing 737 Max took off.", "identifier"),
        ("id", "Pabrik itu terbakar pada tahun 1939.", "date"),
        ("id", "Acara digelar Rabu (18/6/2025).", "date"),
        ("id", "Kereta tiba pukul 14.05 WIB.", "date"),
        ("id", "Perempuan 32 tahun itu tersenyum.", "age"),
        ("id", "Ia berusia 4 bulan.", "age"),
        ("id", "Perjalanan itu makan tiga hari.", "duration"),
        ("id", "Ia finis di posisi ke-10.", "ordinal"),
        ("id", "Presiden ketiga hadir.", "ordinal"),
        ("id", "Tuan rumah menang 3 - 1.", "score"),
        ("id", "Undang-Undang Nomor 30 tetap berlaku.", "identifier"),
        ("id", "Kecelakaan terjadi di KM 13.", "identifier"),
    ],
)
def test_no_claim(lang: str, text: str, kind: str) -> None:
    found = extract(text, lang)
    assert [q.kind for q in found] == [kind]
    assert not found[0].is_claim


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "It was one of the worst storms."),
        ("en", "One expert said so."),
        ("en", "I am 100 percent sure."),
        ("id", "Ini salah satu badai terburuk."),
        ("id", "Itu satu-satunya jalan."),
        ("id", "Kedua tim pulang."),
        ("en", "Photo 3 of 12 photos"),
        ("en", "14 comments"),
    ],
)
def test_figures_of_speech_and_page_furniture_claim_nothing(lang: str, text: str) -> None:
    assert [q.text for q in extract(text, lang) if q.is_claim] == []


@pytest.mark.parametrize("text", ["No one came.", "This is the one.", "It was a practical one."])
def test_a_pronoun_is_no_quantity(text: str) -> None:
    assert extract(text, "en") == []


@pytest.mark.parametrize(
    ("lang", "text", "kind", "unit"),
    [
        ("en", "They walked 5km.", "measure", "kilometre"),
        ("en", "The gust hit 90 miles per hour.", "measure", "mile per hour"),
        ("en", "It pumps 5 million barrels per day.", "rate", "barrel per day"),
        ("en", "Guards earn $350 a day.", "rate", "USD per day"),
        ("en", "Profit was $6 billion a year earlier.", "money", "USD"),
        ("en", "Turnout fell 2.5 percentage points.", "percent", "percentage point"),
        ("en", "A 6.8 magnitude quake struck.", "measure", "magnitude"),
        ("en", "He ran half a mile.", "measure", "mile"),
        ("id", "Jarak pandang 600 meter.", "measure", "metre"),
        ("id", "Gempa berkekuatan 7,5 mengguncang kota.", "measure", "magnitude"),
        ("id", "Produksinya 5,7 juta barel per hari.", "rate", "barrel per day"),
        ("id", "Upahnya $350 sehari.", "rate", "USD per day"),
        ("id", "Hadiahnya 1.000 dolar AS.", "money", "USD"),
        ("id", "Denda Rp140 juta menanti.", "money", "IDR"),
    ],
)
def test_unit(lang: str, text: str, kind: str, unit: str) -> None:
    (only,) = extract(text, lang)
    assert (only.kind, only.unit, only.is_claim) == (kind, unit, True)


def test_a_year_in_front_of_people_is_a_count() -> None:
    (only,) = extract("Ada 2019 orang di sana.", "id")
    assert (only.kind, only.value) == ("count", 2019)


def test_a_law_and_its_year_are_not_a_span_of_years() -> None:
    assert [q.kind for q in extract("UU Nomor 30 tahun 2002 direvisi.", "id")] == ["identifier", "date"]


def test_a_lettered_section_beside_another_is_no_temperature() -> None:
    found = extract("Pasal 12A, 12B, 12C dan 12F dihapus.", lang="id")
    assert not any(q.is_claim for q in found)
    assert [q.unit for q in extract("Suhu 12C terasa dingin.", lang="id")] == ["celsius"]


@pytest.mark.parametrize("lang", ["en", "id", "fr"])
def test_micrograms_written_with_a_u(lang: str) -> None:
    assert [q.unit for q in extract("PM10: 180 ug/m3", lang=lang) if q.is_claim] == ["microgram per cubic metre"]


def test_a_count_behind_a_singular_article_of_another_word_stays_a_count() -> None:
    assert [q.unit for q in extract("Le niveau est passé au 12 500 mètres.", lang="fr")] == ["metre"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ru", "Она на «100 процентов» уверена."),
        ("de", "Der Wirt ist sich 100 Prozent sicher."),
        ("es", "El alcalde está 100 por ciento seguro."),
        ("fr", "La maire est 100 % sûre."),
    ],
)
def test_a_hundred_percent_sure_claims_nothing(lang: str, text: str) -> None:
    assert not any(q.is_claim for q in extract(text, lang=lang))
