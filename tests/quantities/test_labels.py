"""Figures that only name, rank or place something: sizes in price lists, minutes, line-ups, limits of age, the word for one."""

from datetime import datetime

import pytest

from claims_pipeline.quantities import extract
from claims_pipeline.quantities.api import extract_article
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
        ("en", "The two met at noon, and all three have signed."),
        ("es", "Los dos hablaron ayer."),
        ("de", "Die zwei sprachen gestern."),
        ("en", "One aide, who was nervous, briefed reporters."),
        ("en", "The rule replaced one problem with another."),
        ("id", "Semuanya satu isu."),
        ("en", "Here are three reasons to stay."),
        ("en", "Read our 7 tips."),
        ("id", "Berikut ini lima alasan dia menolak."),
        ("en", "I am 100 percent sure."),
        ("en", "One hundred percent, she said."),
        ("en", "It took a day or two, perhaps a month and a half."),
        ("en", "A category three storm is coming in phase two."),
        ("en", "The order rests on section 12(b)."),
        ("en", "The power under 212(f) is broad."),
        ("en", "Shares in the Index COMP, +2.51% rose."),
        ("en", "The February 2020 jobs report is out."),
        ("id", "Rapat digelar Selasa,18 Juni 2024."),
        ("id", "Bus tiba pukul 16.00 siswa pun naik."),
        ("id", "Aturan itu ada di PMK No 34/PMK.03/2017."),
        ("id", "Syaratnya sebagai berikut :,01.GA580 tujuan Bali.,02.GA582 tujuan Medan."),
        ("id", "Warga diminta 1) tenang; 2) melapor; atau (3) mengungsi."),
        ("id", "Ayat (1) dan (2) berlaku."),
        ("id", "Gawai SoundBuds 6 mampu bertahan lama."),
        ("id", "Mereka naik kendaraan roda 2 dan parkir di slot 120."),
        ("id", "Dia Indonesian 3rd president."),
        ("id", "Busana untuk usia 20-an hingga 30-an."),
        ("en", "A survey of 25- to 34-year-olds is out."),
        ("en", "It takes hundreds of thousands of years."),
        ("en", "He owned a .223 Brandon rifle."),
        ("id", "Kabut 0-II menutup puncak, dan pos dijaga 1 X 24 jam."),
        ("id", "Ban itu berukuran 110/70 di depan."),
        ("id", "Kereta berhenti di Km 91, 2 Mei 2019."),
        ("id", "Bupati menemuiDarwin(51), warga desa."),
        ("id", "Dia salah satu dari 10 penerima."),
        ("id", "Polusi naik ratusan kali lipat."),
        ("en", "The note TMUX30Y, -10.27% fell."),
        ("en", "Expect rain between 3 and 6 p.m."),
        ("id", "HUAWEI nova 13 adalah gawai baru."),
        ("id", "Baca juga:5 Zodiak yang Setia, dan hotel bintang lima."),
        ("id", "Tunjangannya setara dengan 1x honor."),
        ("en", "The 1980-88 war ended the 2013-14 season."),
        ("en", "He left around 8 in the morning."),
        ("es", "El camión volcó en el km 25 de la ruta."),
        ("fr", "La route est coupée au km 25."),
        ("ms", "Jenama itu terkenal, dan satu isu timbul."),
        ("id", "Perkara itu terdaftar dengan register nomor 1466K."),
        ("id", "Podium 1 hingga 3 direbut tim tamu, di atas persentil 95."),
        ("en", "Talks about the marriage of the two with lawyers went on."),
        ("id", "Larangan itu termuat dalam Pasal 278 dan 279 draf rancangan itu."),
        ("id", "Status gunung naik dari level 2 ke level 3 berkenaan dengan gempa."),
        ("id", "Film itu tayang pada fase empat Nusantara Raya."),
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
        ("en", "Two aides and one driver stayed behind.", 1),
        ("en", "Only one aide stayed behind.", 1),
        ("en", "One villager was killed.", 1),
        ("en", "The two were killed in the blast.", 2),
        ("en", "The six most populous states voted.", 6),
        ("es", "Corrió 25 km.", 25),
        ("en", "The estate holds: 5 houses and 3 barns.", 5),
        ("en", "Turnout in the village was 100 percent.", 100),
        ("en", "She is a student with one book.", 1),
        ("id", "Pencuri membawa satu motor.", 1),
        ("id", "Tim itu naik satu peringkat.", 1),
        ("id", "Ada 12 pilihan di menu.", 12),
        ("id", "Indeks itu ditutup di level 342.", 342),
        ("en", "Records fell at every level: 23 nominees for the Senate.", 23),
        ("id", "Polisi menemukan (12) butir peluru.", 12),
        ("en", "In May 20 people died.", 20),
        ("en", "The team has a .500 record.", 0.5),
        ("id", "Satu dari 10 penerima mundur.", 0.1),
        ("en", "A student with one book told to leave stayed.", 1),
        ("en", "The raid left 3 and 6 families homeless.", 3),
    ],
)
def test_still_a_claim(lang: str, text: str, value: float) -> None:
    assert value in [q.value for q in claims(text, lang)]


def test_the_items_of_a_headline() -> None:
    def titled(title: str, lang: str) -> list[float | None]:
        return [q.value for q in extract_article(title, "", lang) if q.is_claim]

    assert titled("5 Model Sepatu untuk Sekolah", "id") == []
    assert titled("Awas, 6 Buah Ini Cepat Busuk", "id") == []
    assert titled("7 questions about the budget", "en") == []
    assert titled("7 Desain Rumah yang Tak Sekadar Indah", "id") == []
    assert titled("7 Penerbangan Tertunda karena Kabut", "id") == [7]
    assert titled("12 homes burn in Ohio", "en") == [12]


def test_a_story_that_stands_twice_on_its_page_is_told_once() -> None:
    story = "The fire destroyed 42 homes in the valley. Later that night 17 families slept in the school near the river."
    found = extract(f"{story}Follow our channel.\n{story}", "en", PUBLISHED)
    assert [(q.value, q.is_claim) for q in found] == [(42, True), (17, True), (42, False), (17, False)]
    assert all(q.rules[-1] == "claim.repeated" for q in found[2:])
    assert [q.is_claim for q in extract("Toll: 5.\nToll: 5.", "en")] == [True, True], "two short lines are no copy"


def test_a_vague_number_takes_its_unit_across_of() -> None:
    (walked,) = claims("They walked hundreds of square miles.", "en")
    assert (walked.unit, walked.noun, walked.kind) == ("square mile", "square miles", "measure")


def test_items_of_a_list_that_lost_its_lines() -> None:
    found = claims("1.PT Aman (AMAN): Rp 14 miliar 2.PT Bina (BINA): Rp 12 miliar 3.PT Cipta (CPTA): Rp 9 miliar", "id")
    assert [q.value for q in found] == [14e9, 12e9, 9e9]


@pytest.mark.parametrize(
    ("lang", "text", "value", "unit"),
    [
        ("id", "Truk itu mengangkut 16 kilo liter solar.", 16, "kilolitre"),
        ("id", "Debu itu berukuran 10 mikrometer.", 10, "micrometre"),
        ("id", "Defisit mencapai 239 MMSCFD.", 239, "million standard cubic foot per day"),
        ("id", "Pelanggan berdaya 2.200 VA.", 2200, "volt-ampere"),
    ],
)
def test_units_of_indonesian_reports(lang: str, text: str, value: float, unit: str) -> None:
    assert [(q.value, q.unit) for q in claims(text, lang)] == [(value, unit)]


def test_what_is_planned_lies_ahead() -> None:
    """A day without a year is that of the past; behind a word of a plan the next one."""
    (lapse,) = [q for q in extract("The $600 benefit will lapse on July 31.", "en", datetime(2020, 5, 18)) if q.is_claim]
    (past,) = [q for q in extract("The $600 benefit began on July 31.", "en", datetime(2020, 5, 18)) if q.is_claim]
    assert (str(lapse.as_of), str(past.as_of)) == ("2020-07-31", "2019-07-31")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Officials welcomed 16 new U.S. citizens.", None),
        ("The group, in New Delhi-based exile, counts 700 members.", "New Delhi"),
        ("How 12 people fled in Why Not", None),
    ],
)
def test_places_end_where_their_name_ends(text: str, place: str | None) -> None:
    assert claims(text, "en")[0].place == place
