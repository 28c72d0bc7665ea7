"""Rules that came from reading random figures of real news one by one: speakers, days, names of models, bounds of another word."""

from datetime import datetime

import pytest

from claims_pipeline.quantities import extract
from claims_pipeline.records import Quantity

PUBLISHED = datetime(2024, 5, 14)


def claims(text: str, lang: str) -> list[Quantity]:
    return [q for q in extract(text, lang, PUBLISHED) if q.is_claim]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Rat gibt die Telefonseelsorge unter 116 123 oder im Netz."),
        ("en", "Ring the farmers' helpline on 116 123."),
        ("ru", "Обращайтесь по номеру 116 123."),
        ("en", "The Boeing 737 Max 8 stayed grounded."),
        ("id", "Yamaha Lexi 125 Jadi Motor Favorit Warga Desa"),
        ("id", "Honda Verza 150 terbaru dijual bulan depan."),
        ("en", "A boy named Rafi , 10 , carried the water."),
        ("id", "Dua-duanya bisa gagal."),
        ("tr", "Köprü 48 saatliğine kapatıldı."),
    ],
)
def test_is_no_claim(lang: str, text: str) -> None:
    assert claims(text, lang) == []


@pytest.mark.parametrize(
    ("lang", "text", "bound"),
    [
        ("en", "The Senate passes a $9 billion flood bill.", "exact"),
        ("en", "Senate passes $9 billion flood bill.", "exact"),
        ("en", "The toll passes 300 villagers.", "more_than"),
        ("tr", "Su 2 metreye kadar çıktı.", "at_most"),
        ("tr", "300 kişiye kadar yolcu alıyor.", "at_most"),
        ("tr", "300 kişi kadar geldi.", "about"),
        ("tr", "300 kişi Ankara'ya kadar yürüdü.", "exact"),
        ("tr", "2 milyon dolar toplayana kadar bekledi.", "exact"),
    ],
)
def test_bound_of_its_own_words(lang: str, text: str, bound: str) -> None:
    assert [q.bound for q in claims(text, lang)] == [bound]


@pytest.mark.parametrize(
    ("lang", "text", "measures"),
    [
        ("en", "Shelling killed 52 farmers in the past 24 hours.", ["increment"]),
        ("en", "Clashes killed 12 and injured 40 in the last 24 hours.", ["increment", "increment"]),
        ("en", "92 miners killed in last 24 hours, death toll climbs to 1,645", ["increment", "total"]),
        ("en", "Some 70 mm of rain fell in 24 hours.", ["total"]),
        ("id", "Sebanyak 52 warga tewas dalam 24 jam terakhir.", ["increment"]),
        ("de", "In den letzten 24 Stunden starben 52 Menschen.", ["increment"]),
        ("ru", "За последние 24 часа погибли 52 человека.", ["increment"]),
        ("ar", "قتل 52 عاملا خلال الساعات الـ24 الماضية.", ["increment"]),
        ("tr", "Son 24 saatte 52 işçi öldü.", ["increment"]),
        ("ja", "過去24時間で52人が死亡した。", ["increment"]),
        ("ko", "지난 24시간 동안 52명이 숨졌다.", ["increment"]),
        ("hi", "पिछले 24 घंटों में 52 लोगों की मौत हुई।", ["increment"]),
    ],
)
def test_who_was_hit_in_a_day_adds(lang: str, text: str, measures: list[str]) -> None:
    assert [q.measure for q in claims(text, lang)] == measures


@pytest.mark.parametrize(
    ("lang", "text", "speaker"),
    [
        ("en", "According to a coast guard report, 12 boats sank.", "a coast guard report"),
        ("en", "The worm took data from more than 30,000 laptops.", None),
        ("en", "A man authorities say killed 26 villagers fled.", "authorities"),
        ("en", "The shootout that police said involved 12 miners ended.", "police"),
        ("en", "The builders repeatedly said they lost 12 cranes.", "The builders"),
        ("en", "The port office has said 87 deaths were counted.", "The port office"),
        ("id", '"Kami rugi 12 kapal," ungkap Sari seperti dikutip koran.', "Sari"),
        ("de", "Die Behörde bestätigte später, dass 70 Häuser brannten.", "Die Behörde"),
    ],
)
def test_who_says_so(lang: str, text: str, speaker: str | None) -> None:
    assert [q.attributed_to for q in claims(text, lang)] == [speaker]


def test_per_and_a_month_is_a_date() -> None:
    (exports,) = claims("Ekspor mencapai 57,9 juta ton per September 2023.", "id")
    assert (exports.unit, exports.measure, str(exports.as_of)) == ("metric ton", "total", "2023-09-30")


def test_a_projection_is_planned() -> None:
    assert claims("Ekonomi diproyeksi tumbuh 5,1 persen.", "id")[0].modality == "planned"


def test_camps_of_refugees_are_not_displaced() -> None:
    assert claims("Shells hit 8 refugee camps.", "en")[0].attribute == "other"
    assert claims("Banjir merendam 6 kamp pengungsi.", "id")[0].attribute == "other"
    assert claims("The flood drove 800 families from their homes.", "en")[0].attribute == "displaced"


def test_a_sum_told_behind_the_day_keeps_what_befell() -> None:
    toll = claims("The ministry said 241 people were killed in the past 24 hours, bringing the total to 20,424.", "en")[1]
    assert (toll.attribute, toll.measure) == ("killed", "total")


@pytest.mark.parametrize(
    ("lang", "text", "nouns"),
    [
        ("en", "Sales in Peru fell 5 percent.", ["Sales"]),
        ("en", "U.S. exports to Peru plummeted 34 percent.", ["U.S. exports"]),
        ("en", "Prices of homes in Lima climbed 8 percent.", ["Prices of homes"]),
        ("en", "In Peru sales fell 5 percent.", ["Peru sales"]),
        ("en", "Sales in June fell 5 percent.", ["Sales"]),
        ("en", "It plans to cut capital spending for 2020 by 10 percent.", ["capital spending"]),
        ("en", "Rebuilding Lima to Cost $9 Billion", ["Cost"]),
        ("id", "Harga mobil bekas di wilayah Bogor berkisar Rp 1,06 miliar.", ["Harga mobil bekas"]),
        ("id", "Penjualan truk pada Mei 2023 turun 15 persen.", ["Penjualan truk"]),
        ("id", "Kerugian desa akibat banjir mencapai Rp 13 miliar.", ["Kerugian desa"]),
        ("de", "Der Absatz von Bier stieg um drei Prozent.", ["Absatz"]),
        ("ru", "Продажи в кафе выросли на 3%.", ["Продажи"]),
        ("en", "She pressed for three modest proposals: a panel, a fund and a law.", ["modest proposals"]),
        ("en", "Roads take 14% of the federal budget.", ["federal budget"]),
        ("en", "Trump's 67 percent unfavorable mark stayed.", ["unfavorable mark"]),
        ("en", "The $3 trillion flood relief package aims to help.", ["flood relief package"]),
        ("en", "They hired 200 cheap, young and fit workers.", ["cheap, young and fit workers"]),
        ("en", "Inspectors shut 20 bakeries and 14 reopened.", ["bakeries", "bakeries"]),
        ("id", "Tim itu sudah merebut dua gelar di kandang.", ["gelar"]),
    ],
)
def test_head_of_what_is_counted(lang: str, text: str, nouns: list[str]) -> None:
    assert [q.noun for q in claims(text, lang)] == nouns


@pytest.mark.parametrize(
    ("lang", "text", "attributes"),
    [
        ("en", "Of the 12 dead, four were children.", ["killed", "killed"]),
        ("id", "Dari 12 korban tewas, empat anak-anak.", ["killed", "killed"]),
        ("id", "Korban meninggal dunia 3 orang, luka berat 12 orang.", ["killed", "injured"]),
    ],
)
def test_parts_and_labels_of_a_list(lang: str, text: str, attributes: list[str]) -> None:
    assert [q.attribute for q in claims(text, lang)] == attributes


def test_a_running_year_names_no_day() -> None:
    assert claims("Sales rose 5 percent in 2024.", "en")[0].as_of is None
    assert str(claims("Sales rose 5 percent in 2023.", "en")[0].as_of) == "2023-12-31"
    assert str(claims("Sales will rise 5 percent in 2024.", "en")[0].as_of) == "2024-12-31"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "She told The 700 Club about her trip."),
        ("id", "Kontrak zona 1B-1C diteken."),
        ("id", "Lomba sudah digelar pada 13, 14, dan 15 Juni lalu."),
        ("id", "Pengurus periode 2019-2024 se-Indonesia hadir."),
    ],
)
def test_names_and_dates_are_no_claims(lang: str, text: str) -> None:
    assert claims(text, lang) == []


@pytest.mark.parametrize(
    ("lang", "text", "nouns"),
    [
        ("en", "The bill will lift the ceiling and provide $15bn for relief.", ["$"]),
        ("en", "It held 30% of phone numbers to search.", ["phone numbers"]),
        ("en", "Ohio followed with 247,179 new claims.", ["claims"]),
        ("en", "Over 9 million pounds of aid reaches Lima.", ["pounds of aid"]),
        ("en", "There were 14 deathsRESPONSEAgency staff came.", ["deaths"]),
        ("en", "The fatality rate ranges from 39% in Peru to 64% in Chile.", ["fatality rate", "fatality rate"]),
        ("id", "Nilai ini bahkan bisa meningkat hingga Rp 9 juta.", ["Nilai"]),
        ("id", "Proyek itu dibiayai dengan anggaran Rp 2 miliar.", ["anggaran"]),
    ],
)
def test_noun_beside_verbs_and_seams(lang: str, text: str, nouns: list[str]) -> None:
    assert [q.noun for q in claims(text, lang)] == nouns


@pytest.mark.parametrize(
    ("lang", "text", "attributes"),
    [
        ("en", "Nurses are 40 percent more likely to die early.", ["other"]),
        ("en", "Four hostages taken alive to the coast were killed.", ["killed"]),
        ("en", "30 houses and 1 mosque were damagedRESPONSE- Aid came.", ["damaged", "damaged"]),
    ],
)
def test_attribute_of_comparisons_and_seams(lang: str, text: str, attributes: list[str]) -> None:
    assert [q.attribute for q in claims(text, lang)] == attributes


def test_a_place_right_behind_its_figure_is_its_own() -> None:
    assert [q.place for q in claims("Rates ranged from 39% in Peru to 64% in Chile.", "en")] == ["Peru", "Chile"]


@pytest.mark.parametrize(
    ("lang", "text", "speaker"),
    [
        ("en", "According to the Board of Roads and Bridges, 12 spans fell.", "the Board of Roads and Bridges"),
        ("en", "He defended himself against claims he slept as it killed 23 miners.", None),
        ("id", '"Ada 12 kapal," kata Bambang dalam keterangan resmi.', "Bambang"),
        ("id", "Seperti dilansir oleh Tempo, 12 kapal karam.", "Tempo"),
        ("id", "Asosiasi Nelayan Bali belum lama ini menggelar rapat mengungkap 12 kapal karam.", "Asosiasi Nelayan Bali"),
    ],
)
def test_who_it_was_that_said_so(lang: str, text: str, speaker: str | None) -> None:
    assert [q.attributed_to for q in claims(text, lang)] == [speaker]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Mia Lang, also 31, came."),
        ("de", "Mia Lang, ebenfalls 31, kam."),
        ("nl", "Mia Lang, ook 31, kwam."),
    ],
)
def test_an_age_behind_an_adverb(lang: str, text: str) -> None:
    assert claims(text, lang) == []


def test_a_day_since_which_stands_behind_its_date_in_turkish() -> None:
    (killed,) = claims("2011'den bu yana 360.000'den fazla insanın öldüğü söylendi.", "tr")
    assert (killed.as_of, killed.modality) == (None, "asserted")
    assert [q.value for q in claims("Yalnızca 2018'in ikinci çeyreğinde 40.000 vaka bildirildi.", "tr")] == [40000]


def test_last_year_is_no_rate_in_french() -> None:
    assert claims("Il y a eu 1 127 pannes l’an dernier.", "fr")[0].measure == "total"


def test_an_italian_speaker_behind_auxiliary_and_day() -> None:
    (killed,) = claims("Almeno 384 persone sono morte, hanno affermato sabato le autorità.", "it")
    assert killed.attributed_to == "le autorità"


def test_a_phrase_goes_on_behind_three_joining_words_at_most() -> None:
    (shops,) = claims("La ditta ha aperto quattro negozi di una vasta gamma di marchi di lusso di prodotti.", "it")
    assert shops.noun == "negozi di una vasta gamma di marchi di lusso"


@pytest.mark.parametrize(
    ("lang", "text", "nouns"),
    [
        ("en", "Attendance at the schools involved in the inquiry was down 10 percent.", ["Attendance"]),
        ("en", "Attendance at the five schools in the inquiry was down 10 percent.", ["schools", "Attendance"]),
        ("en", "She met two of the top people in the firm.", ["people"]),
        ("en", "Clinics report 2 infected Americans", ["infected Americans"]),
        ("en", "Peru had fewer than 100 confirmed cases in March, but by May it had nearly 5,000.", ["confirmed cases", "confirmed cases"]),
        ("en", "Health Commission provides over €118 million to the fund", ["€"]),
        ("en", "Over 1 million pounds of aid moved inland.", ["pounds of aid"]),
        ("id", "Terdakwa membayar denda Rp 150 juta subsider kurungan.", ["denda"]),
    ],
)
def test_head_beyond_counted_places_and_hedges(lang: str, text: str, nouns: list[str]) -> None:
    assert [q.noun for q in claims(text, lang)] == nouns


@pytest.mark.parametrize(
    ("lang", "text", "attribute"),
    [
        ("en", "Gunmen killed an envoy to Peru and three other Americans.", "killed"),
        ("en", "Troops found the bodies of 3 hostages.", "other"),
        ("id", "Tim menemukan jenazah 3 sandera.", "other"),
    ],
)
def test_attribute_of_envoys_and_bodies(lang: str, text: str, attribute: str) -> None:
    assert [q.attribute for q in claims(text, lang)] == [attribute]


def test_only_so_far_is_no_increment_in_indonesian() -> None:
    assert [q.measure for q in claims("Dia baru bermain dua kali.", "id")] == ["total"]
    assert [q.measure for q in claims("Ada dua kasus baru.", "id")] == ["increment"]


def test_more_like_is_about() -> None:
    assert [q.bound for q in claims("The storm killed more like 600 people.", "en")] == ["about"]


@pytest.mark.parametrize(
    ("lang", "text", "nouns"),
    [
        ("en", "The number of Syrians who have fled their war-ravaged country has risen above 2 million.", ["Syrians"]),
        ("en", "Officials who said sales fell 5 percent left.", ["sales"]),
        ("en", "Also, three self-avowed state-hating white nationalists were jailed.", ["self-avowed state-hating white nationalists"]),
    ],
)
def test_clauses_about_a_noun_and_tied_participles(lang: str, text: str, nouns: list[str]) -> None:
    assert [q.noun for q in claims(text, lang)] == nouns


def test_not_greater_than_is_at_most() -> None:
    assert [q.bound for q in claims("Losses were not greater than 20%.", "en")] == ["at_most"]


def test_centres_for_refugees_are_not_displaced() -> None:
    assert claims("The crowd visited 14 refugee evacuation centres.", "en")[0].attribute == "other"
