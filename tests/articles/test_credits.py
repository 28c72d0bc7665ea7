from __future__ import annotations

import pytest

from claims_pipeline.articles.credits import credits
from claims_pipeline.articles.datelines import dateline
from claims_pipeline.articles.language import code, language
from claims_pipeline.articles.outlets import canonical, outlet_of


@pytest.mark.parametrize(
    ("text", "own", "expected"),
    [
        ("Jumlahnya naik, kata warga.\nSumber: Jawapos.com\nEditor: Budi", "Riau Pos", ["JawaPos"]),
        ("Dikutip secara tertulis oleh JawaPos.com dari themoscowtimes.com, ia menolak.", "Riau Pos", ["JawaPos", "The Moscow Times"]),
        ("Korban bertambah, dilansir Reuters, Selasa (17/9).", "Tempo", ["Reuters"]),
        ("Ia bicara kepada AFP dan pulang.", None, ["AFP"]),
        ("Seperti dikutip dari Kabar Timur Post, air surut.", None, ["Kabar Timur Post"]),
        ("The dam broke, according to Reuters, before dawn.", None, ["Reuters"]),
        ("The dam broke, she told the Associated Press.", None, ["AP"]),
        ("The dam broke at dawn. The Associated Press contributed to this report.", "Fox News", ["AP"]),
        ("CNN reported that two bridges fell.", "CNN (Web News)", []),
        ("El río subió, según informó Reuters.", None, ["Reuters"]),
        ("Der Fluss stieg, berichtete Reuters am Montag.", None, ["Reuters"]),
        ("Вода прибывает, сообщает Рейтер.", None, ["Reuters"]),
        ("Le barrage a cédé.\n\n(avec AFP)", None, ["AFP"]),
        ("Le barrage a cédé.\n\nAvec AFP et Reuters.", None, ["AFP", "Reuters"]),
        ("La presa cedió.\n\nCon información de Reuters.", None, ["Reuters"]),
        ("The dam broke. He was with Reuters.", None, []),
        ("Sources: Premium Times; VOA News", None, ["Premium Times", "VOA"]),
        ("A man looks on (AP Photo/J. Doe). The AP logo was visible.", None, []),
        ("Reuters is a company with many offices.", None, []),
        ("Warga berkumpul. (ant/afp)", None, ["AFP"]),
        ("Dikutip dari akun Twitter miliknya, ia menyesal.", None, []),
        ("Abu naik setinggi 500 meter, dilansirAntara, Kamis (19/6/2025).", "detik", ["Antara"]),
        ("MengutipCNBC, indeks turun. MelansirEuronews, Selasa (17/6/2025), bus itu terguling.", None, ["CNBC", "Euronews"]),
        ("Jalur itu ditutup, dilansir dari lamanRailway Watch, Kamis (19/6/2025).", None, ["Railway Watch"]),
        ("Ia menang telak, seperti dikutip Motorlab, Jumat (20/6).", None, ["Motorlab"]),
        ("Ia menang telak, dikutip Jumat (20/6/2025).", None, []),
        ("Ia menang telak, dikutip Budi Santoso saat makan siang.", None, []),
        ("Kata dia, dikutip dari Twitternya, Senin (1/9/2025).", None, []),
        ("LeBron and theGrio met ABCNews staff.", None, []),
        ("Pejabat itu bicara kepada AS dan sekutunya.", None, []),
    ],
)
def test_credits(text: str, own: str | None, expected: list[str]) -> None:
    assert credits(text, own=canonical(own) if own else None) == expected


def test_the_dateline_s_agency_is_a_credit() -> None:
    text = "PALU, Indonesia, Sept 29 (Reuters) - Rescuers searched the rubble."
    assert credits(text, own=None, line=dateline(text)) == ["Reuters"]
    assert credits(text, own="Reuters", line=dateline(text)) == []


def test_outlets_have_one_name() -> None:
    assert canonical("NPR Online News") == "NPR"
    assert canonical("www.kompas.com") == "Kompas"
    assert canonical("Gazette of Nowhere") == "Gazette of Nowhere"
    assert outlet_of(None, "https://nasional.tempo.co/read/1")[0] == "Tempo"
    assert outlet_of(None, "https://www.nowhere.example/a")[0] == "nowhere.example"


@pytest.mark.parametrize(
    ("given", "expected"),
    [("en-US", "en"), ("in", "id"), ("Indonesian", "id"), ("bahasa Indonesia", "id"), ("deu", "de"), ("", None), ("klingon!", None)],
)
def test_language_codes(given: str, expected: str | None) -> None:
    assert code(given) == expected


_INDONESIAN = (
    "Warga mengungsi karena air sungai meluap dan merendam ratusan rumah di tepi kota. Polisi mengatakan tidak ada korban jiwa. " * 3
)


def test_a_given_language_counts_unless_a_long_text_is_clearly_in_another() -> None:
    assert language("id", "", "Air surut.")[0] == "id"
    assert language("en", "", _INDONESIAN)[0] == "id"
    assert language("ms", "", _INDONESIAN)[0] == "ms"
    assert language(None, "", _INDONESIAN)[0] == "id"
    assert language(None, "", "12 345 - 67")[0] == "und"
    assert (
        language(None, "", "Orang ramai dipindahkan kerana sungai melimpah; polis berkata tiada kematian direkodkan setakat ini.")[0]
        == "ms"
    )
