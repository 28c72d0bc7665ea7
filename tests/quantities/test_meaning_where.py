"""A relative clause of place gives its figures the place that it speaks of, in every language that has such a clause behind a name."""

from __future__ import annotations

import pytest

from claims_pipeline.quantities.api import extract_article


def place(sentence: str, lang: str, figure: str = "40") -> str | None:
    found = extract_article("", sentence, lang, dateline_place="Quito")
    return next(q.place for q in found if q.text == figure)


@pytest.mark.parametrize(
    ("lang", "sentence", "where"),
    [
        ("en", "The envoy drove to Tarlo, where 40 miners died, and on to the coast.", "Tarlo"),
        ("id", "Menteri terbang ke Tarlo, tempat banjir bandang pekan lalu menewaskan 40 warga.", "Tarlo"),
        ("id", "Longsor itu terjadi sehari setelah Tarlo, di mana hujan menewaskan 40 warga.", "Tarlo"),
        ("ms", "Pasukan itu tiba dari Tarlo, di mana 40 penduduk terkorban.", "Tarlo"),
        ("es", "La caravana salió hacia Tarlo, donde murieron 40 mineros.", "Tarlo"),
        ("pt", "O ministro viajou para Tarlo, onde morreram 40 mineiros.", "Tarlo"),
        ("fr", "La ministre a visité Tarlo en juin, où 40 mineurs sont morts.", "Tarlo"),
        ("it", "Il ministro ha visitato Tarlo, dove sono morti 40 minatori.", "Tarlo"),
        ("de", "Der Minister ist nach Tarlo gefahren, wo 40 Bergleute starben.", "Tarlo"),
        ("nl", "De minister is naar Tarlo gereden, waar 40 mijnwerkers stierven.", "Tarlo"),
        ("ru", "Министр посетил Тарло, где погибли 40 шахтёров.", "Тарло"),
        ("uk", "Міністр відвідав Тарло, де загинули 40 шахтарів.", "Тарло"),
        ("pl", "Minister odwiedził Tarlo, gdzie zginęło 40 górników.", "Tarlo"),
        ("sw", "Waziri alifika Tarlo, ambako wachimbaji 40 walikufa.", "Tarlo"),
        ("vi", "Bộ trưởng đã thăm Tarlo, nơi 40 thợ mỏ thiệt mạng.", "Tarlo"),
        ("ar", "سافر الوزير إلى بغداد حيث قتل 40 عاملا.", "بغداد"),
        ("he", "השר נסע לבגדד, שבה נהרגו 40 פועלים.", "בגדד"),
        ("fa", "وزیر به بغداد رفت، جایی که ۴۰ کارگر کشته شدند.", "بغداد"),
        ("hi", "मंत्री मुंबई गए, जहाँ 40 मज़दूर मारे गए।", "मुंबई"),
        ("zh", "部长抵达武汉，在那里有40名矿工死亡。", "武汉"),
        ("th", "รัฐมนตรีเดินทางไปแบกแดด ซึ่งมีคนงานเสียชีวิต 40 คน", "แบกแดด"),
        ("ja", "洪水で40人が死亡した上海を大臣が訪れた。", "上海"),
        ("ko", "홍수로 40명이 숨진 상하이에서 수색이 이어졌다.", "상하이"),
        ("tr", "Selde 40 madencinin öldüğü İzmir'de arama sürüyor.", "İzmir"),
    ],
)
def test_a_relative_clause_gives_the_place(lang: str, sentence: str, where: str) -> None:
    assert place(sentence, lang, "۴۰" if lang == "fa" else "40") == where


@pytest.mark.parametrize(
    ("sentence", "where"),
    [
        ("He spoke in Tarlo, Ohio, where 40 shops burned.", "Tarlo"),
        ("Rain hit Tarlo, where a river rose in Benfield, and Ostra, where 40 cows drowned.", "Ostra"),
        ("In Tarlo, where the river rose, divers found a bus in Benfield with 40 seats.", "Benfield"),
        ("Ships left Tarlo last Monday, where, after weeks of rain that no one there had seen before, a slide buried 40 farmers.", "Tarlo"),
    ],
)
def test_the_nearest_clause_and_the_town_win(sentence: str, where: str) -> None:
    assert place(sentence, "en") == where


def test_a_speaker_in_front_of_the_clause_is_no_place() -> None:
    assert place("Semua dievakuasi, kata Tarman, di mana 40 warga mengungsi.", "id") == "Quito"


def test_a_clause_that_opens_the_sentence_has_no_antecedent() -> None:
    assert place("Di mana 40 warga itu tinggal belum diketahui.", "id") == "Quito"


def test_a_turkish_place_is_given_without_its_case() -> None:
    assert place("Selde Adana’daki 40 ev yıkıldı.", "tr") == "Adana"


@pytest.mark.parametrize(
    ("lang", "sentence", "where"),
    [
        ("en", "Talks stall as Gaza death toll passes 40", "Gaza"),
        ("en", "A team at the University of California tested 40 farmers.", "Quito"),
        ("es", "El defensa llegó al Real Madrid por 40 euros.", "Quito"),
    ],
)
def test_names_beside_other_words(lang: str, sentence: str, where: str) -> None:
    assert place(sentence, lang) == where


def test_the_country_behind_the_town_of_an_arabic_dateline_is_not_the_place() -> None:
    found = extract_article("", "كانو، نيجيريا - غرق ١٤ صيادا.", "ar", dateline_place="كانو")
    assert [q.place for q in found if q.is_claim] == ["كانو"]
