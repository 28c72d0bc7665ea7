"""Rules that came from reading whole corpora: what looks like a figure and is none, and nouns, sums and speakers across clauses."""

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
        ("id", "Penerbangan JT 237 dibatalkan."),
        ("id", "Pelaku melanggar Pasal 45 Ayat (2) dan tinggal di RT 013/RW 003."),
        ("id", "Kelakuan anak2 itu membuat tetangga kesal."),
        ("id", "Rumahnya di Jalan Sungai Timur 4, dekat pasar."),
        ("id", "Dia kini peringkat dua dan lolos ke 10 besar."),
        ("id", "Mobil itu melaju 3 kali lebih cepat."),
        ("id", "Izin keluar paling lama 1x24 jam."),
        ("en", "The word “86” is kitchen slang."),
        ("en", "Emissions fell below 1990 levels."),
        ("en", "They met again around 2015."),
        ("en", "Can she finish in the top ten?"),
        ("en", "A zero-tolerance rule applies on day 12."),
        ("en", "Seven more months of talks will follow."),
        ("id", "Mereka dijerat Pasal 112 (1) sub 127 dan 212 KUHP."),
        ("id", "Kampus menyambut revolusi industri 4.0."),
        ("id", "Pasar tutup 06.00 - 10.00."),
        ("id", "Truk itu terbalik di KM 91+500 arah Cirebon."),
        ("id", "Sebuah gol lahir pada menit 50 lewat Rahman, lalu menit 90+4."),
        ("id", "Hasil: 0-3 (13-25, 25-27, 22-25)."),
        ("id", "Utama: Budi (Candra 59'), Dedi (79')."),
        ("id", "Ia duduk di kelas 3 SMK."),
        ("id", "Surat bernomor M/6/HK.04/V/2025 beredar."),
        ("id", "Presiden ke 3 Habibie meresmikannya."),
        ("id", "Pejabat eselon satu dan dua hadir."),
        ("id", "Lensanya f/2.4 dan sistemnya Android 8.1."),
        ("id", "Rapat itu membahas QS AL BAQARAH:223."),
        ("en", "Article 2(4) was cited."),
        ("en", "The ban of '94 has lapsed."),
        ("en", "She moved away when she was 9."),
        ("en", "They called 911 at once."),
        ("en", "The Phase 3 trial goes on."),
    ],
)
def test_no_claim(lang: str, text: str) -> None:
    assert claims(text, lang) == []


@pytest.mark.parametrize(
    ("lang", "text", "value"),
    [
        ("id", "Bantuan diberikan ke 47 WNA tersebut.", 47),
        ("id", "Jalan itu rusak sepanjang 12 kilometer.", 12),
        ("id", "Lihat video '32 penerbangan batal':", 32),
        ("en", "The firm will build 17 new clinics.", 17),
        ("en", "There she was 12 points ahead.", 12),
        ("en", "Winds reached Category 1 (120 km/h).", 120),
        ("id", "Sebanyak 30 orang kelas menengah ikut.", 30),
    ],
)
def test_still_a_claim(lang: str, text: str, value: float) -> None:
    """The counter-examples that bound the rules above."""
    assert [q.value for q in claims(text, lang)] == [value]


@pytest.mark.parametrize(
    ("lang", "text", "value", "bound"),
    [
        ("en", "That is two more than the 210 named before.", 210, "exact"),
        ("en", "The span exceeds more than 100 kilometres (62 miles).", 62, "more_than"),
        ("en", "The road is about 100 kilometres (62 miles) long.", 62, "exact"),
        ("id", "Kontrak berlaku untuk 3 (tiga) orang.", 3, "exact"),
        ("id", "Harga naik tajam hingga Rp5.000.", 5000, "exact"),
        ("id", "Produksi anjlok hingga 50 persen.", 50, "at_most"),
        ("id", "Setiap hari 200 truk lewat.", 200, "exact"),
        ("id", "Denda mencapai Rp2 triliun.", 2e12, "exact"),
    ],
)
def test_bound(lang: str, text: str, value: float, bound: str) -> None:
    assert [q.bound for q in claims(text, lang) if q.value == value] == [bound]


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Ninety people shelter in the church.", "people"),
        ("The firm announced 5,000 job cuts.", "job cuts"),
        ("She runs 130 public and state-owned day clinics.", "public and state-owned day clinics"),
        ("One A400M transport plane took off.", "A400M transport plane"),
        ("The city has 400 charging stations.", "charging stations"),
        ("Three US troops were hurt.", "US troops"),
        ("A million forms were printed but only 700,000 were returned.", "forms"),
        ("The agency seeks $2 million.", "$"),
        ("Twenty-seven killed in school blaze.", "people"),
    ],
)
def test_noun(text: str, noun: str) -> None:
    assert claims(text, "en")[-1].noun == noun


def test_one_of_a_kind_is_no_claim_and_keeps_its_noun() -> None:
    (found,) = extract("It is one of the finest bridges.", "en")
    assert not found.is_claim
    assert found.noun == "finest bridges"


def test_a_sum_has_the_attribute_of_what_it_sums() -> None:
    assert [q.attribute for q in claims("Guards arrested another 12 men, bringing the total to 41.", "en")] == ["arrested"] * 2


@pytest.mark.parametrize(
    ("lang", "text", "noun"),
    [
        ("en", "Divers found 230 survivors. Of them, five went to hospital.", "survivors"),
        ("id", "Banjir merendam 120 rumah. Dari jumlah itu, 12 rusak berat.", "rumah"),
    ],
)
def test_of_them_points_to_the_sentence_before(lang: str, text: str, noun: str) -> None:
    assert claims(text, lang)[-1].noun == noun


@pytest.mark.parametrize(
    ("lang", "text", "speaker"),
    [
        ("en", "“The river took 40 barns,” Mayor Ana Reyes said. “We need 300 tents.”", "Mayor Ana Reyes"),
        ("id", '"Ada 12 korban," kata Budi, Senin. "Sebanyak 30 rumah rusak," imbuhnya.', "Budi"),
        ("en", "“Thousands of workers live on trade,” Ms. Holm said in a letter.", "Ms. Holm"),
    ],
)
def test_speaker(lang: str, text: str, speaker: str) -> None:
    assert claims(text, lang)[-1].attributed_to == speaker


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("By last May, the band had played seven concerts.", "asserted"),
        ("The army denied that 200 recruits had deserted.", "negated"),
    ],
)
def test_modality(text: str, modality: str) -> None:
    assert claims(text, "en")[0].modality == modality


def test_no_place_of_a_currency_or_an_office() -> None:
    assert [q.place for q in claims("Di Kantornya ia menukar 300 dolar AS.", "id")] == [None]
