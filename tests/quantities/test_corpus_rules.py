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
        ("en", "Others said 89 in Spain.", 89),
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
        ("Only one A400M transport plane took off.", "A400M transport plane"),
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


@pytest.mark.parametrize(
    ("lang", "text", "value", "attribute", "modality"),
    [
        ("id", "Dari 80 kurir yang telah diamankan petugas, sebagian besar perempuan.", 80, "arrested", "asserted"),
        ("en", "Of the 94 men who were arrested, most were students.", 94, "arrested", "asserted"),
        ("en", "Silver lost 3.1% on Tuesday.", 3.1, "other", "asserted"),
        ("en", "Envoys are working to free 120 hostages.", 120, "released", "planned"),
        ("en", "The crew managed to rescue 12 sailors.", 12, "rescued", "asserted"),
        ("id", "Upaya untuk membebaskan 12 sandera berlanjut.", 12, "released", "planned"),
        ("id", "Polisi berhasil membebaskan 12 sandera.", 12, "released", "asserted"),
        ("id", "Korban meninggal terdiri dari 7 pria dan 1 perempuan.", 1, "killed", "asserted"),
        ("en", "Thirty of the 44 hostages walked free.", 44, "held", "asserted"),
        ("en", "Some 12.5 square kilometres have burned.", 12.5, "destroyed", "asserted"),
        ("en", "Nurses tested 3,150 people, and 89 of them were positive.", 3150, "tested", "asserted"),
        ("en", "Nurses tested 3,150 people, and 89 of them were positive.", 89, "infected", "asserted"),
        ("en", "The toy can fire hundreds of rounds per minute.", None, "other", "asserted"),
        ("en", "Troops rescued 4 hostages kidnapped on Monday.", 4, "rescued", "asserted"),
        ("en", "Blast in depot: 5 killed 10 injured.", 5, "killed", "asserted"),
        ("en", "In all 27 houses destroyed 93 houses damaged.", 27, "destroyed", "asserted"),
        ("en", "The home side lost four matches.", 4, "other", "asserted"),
        ("en", "The brigade lost 24 soldiers.", 24, "killed", "asserted"),
        ("en", "A poll released on Monday showed 43% in favour.", 43, "other", "asserted"),
        ("en", "The fever spread, killing about 40 percent of those who were infected.", 40, "killed", "asserted"),
        ("en", "The storm killed 90 people, more than half of them in the capital.", 0.5, "killed", "asserted"),
        ("fr", "Le cyclone a détruit des dizaines de hameaux et tué environ 40 habitants.", 40, "killed", "asserted"),
        (
            "de",
            "Nach Angaben der Polizei wurden sechs Wärter bei einem Aufruhr in der Anstalt für Männer verletzt.",
            6,
            "injured",
            "asserted",
        ),
        ("fa", "حداقل 38 تن در حادثه زمین لرزه روز شنبه در جزیره ای دور کشته شدند.", 38, "killed", "asserted"),
        ("es", "Siete vecinos fueron trasladados a un hospital.", 7, "hospitalised", "asserted"),
        ("en", "Fans paid £45 for a seat that cost £20 a season ago.", 20, "other", "past_event_comparison"),
    ],
)
def test_what_befell(lang: str, text: str, value: float | None, attribute: str, modality: str) -> None:
    assert [(q.attribute, q.modality) for q in claims(text, lang) if q.value == value] == [(attribute, modality)]


@pytest.mark.parametrize(
    ("lang", "text", "day"),
    [
        ("id", "Pada Jumat pukul 03.00 dini hari (10/5/2024), pesawat nirawak menyerang dua kilang.", "2024-05-10"),
        ("id", "Kapasitasnya mencapai 11 juta barel pada akhir Maret.", "2024-03-31"),
        ("en", "The death toll after a 2012 school shooting in Elm, Conn., was 26.", "2012-12-31"),
        ("en", "Troops rescued 4 hostages kidnapped on Oct. 7.", None),
        ("en", "In April, 40 houses were built.", "2024-04-30"),
        ("en", "In May, 40 houses were built.", None),
    ],
)
def test_day_of_the_figure(lang: str, text: str, day: str | None) -> None:
    (found,) = [q for q in claims(text, lang) if q.kind in ("count", "measure")]
    assert (found.as_of.isoformat() if found.as_of else None) == day


@pytest.mark.parametrize(
    ("lang", "text", "values"),
    [
        ("en", "Only 3 of 12 hostages are free.", [3, 12]),
        ("id", "Sebanyak 12 dari 30 sandera dibebaskan.", [12, 30]),
        ("en", "3 of 12", []),
    ],
)
def test_counter_of_a_page_is_a_line_of_its_own(lang: str, text: str, values: list[float]) -> None:
    assert [q.value for q in claims(text, lang)] == values


@pytest.mark.parametrize(
    ("lang", "text", "parts"),
    [
        ("en", "The fever killed 12 in Italy and 8 in Spain.", [(12, "Italy"), (8, "Spain")]),
        ("id", "Riau 201 titik, Jambi 84 titik.", [(201, "Riau"), (84, "Jambi")]),
        ("en", "New fever cases rose to 500.", [(500, None)]),
    ],
)
def test_place_of_each_figure(lang: str, text: str, parts: list[tuple[float, str | None]]) -> None:
    assert [(q.value, q.place) for q in claims(text, lang)] == parts


@pytest.mark.parametrize(
    ("lang", "text", "value", "noun"),
    [
        ("id", "Indeks LQ45 susut 1,28% ke posisi 764,93.", 764.93, "Indeks LQ45"),
        ("en", "The Dow fell 500 points, or 2.1%, to 24,322.", 24322, "Dow"),
        ("en", "One person died and six were injured.", 6, "people"),
        ("en", "Carrying bags, hundreds tried to walk home.", None, ""),
    ],
)
def test_noun_of_a_level(lang: str, text: str, value: float | None, noun: str) -> None:
    assert [q.noun for q in claims(text, lang) if q.value == value] == [noun]
