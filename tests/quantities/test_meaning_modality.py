"""What is asserted, compared with an earlier event, planned or supposed: the figure, not the sentence, has a modality."""

from datetime import datetime

import pytest

from claims_pipeline.quantities.api import extract


def modalities(text: str, lang: str = "en", published: str | None = "2021-06-10") -> list[str]:
    when = datetime.fromisoformat(published) if published else None
    return [q.modality for q in extract(text, lang, when) if q.is_claim and q.modality]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "The storm killed 14 people, compared with more than 900 in the cyclone of 1999.", ["asserted", "past"]),
        ("en", "Turnout was 16 percent, compared with 34 percent in 2016.", ["asserted", "past"]),
        ("en", "Among the young 55 percent like it, compared with 41 percent of the old.", ["asserted", "asserted"]),
        ("en", "Only 133 members said yes, compared to 183 senators.", ["asserted", "asserted"]),
        ("en", "There are 2 million cases of flu, compared to 84,000 cases of measles.", ["asserted", "asserted"]),
        ("en", "Compared with the spring, 300 more houses stand empty.", ["asserted"]),
        ("en", "She previously won three titles.", ["asserted"]),
        ("id", "Sebelumnya, tiga pemilik tambak melapor ke kantor desa.", ["asserted"]),
        ("id", "Sebelumnya, pada Senin (7/6/2021), jumlah tersangka sebanyak 30 orang.", ["asserted"]),
        ("id", "Klub itu sebelumnya meraih tiga kemenangan.", ["asserted"]),
        ("id", "Harga naik dari sebelumnya Rp 51 ribu menjadi Rp 110 ribu.", ["past", "asserted"]),
        ("id", "Harga naik dibandingkan penutupan kemarin pada Rp 110 ribu.", ["past"]),
        ("id", "Laba meningkat 12 persen dibandingkan tahun sebelumnya.", ["asserted"]),
        ("es", "En lugar de llamar a su hermano, llamó a su vecino dos veces.", ["asserted"]),
        ("ar", "يخشى السكان من أن 450 أسرة قد يخسرون محاصيلهم.", ["hypothetical"]),
        ("ar", "وقد نقل 450 جريحا.", ["asserted"]),
        ("tr", "Geçen yılki 200 ölüme kıyasla bu yıl 90 kişi öldü.", ["past", "asserted"]),
    ],
)
def test_a_comparison_holds_for_the_figure_behind_it_alone(lang: str, text: str, expected: list[str]) -> None:
    assert [m.split("_")[0] for m in modalities(text, lang)] == expected


def test_a_study_asserts_what_it_counts_however_old_the_event() -> None:
    told = "deaths were due to the cyclone that struck in May 2020."
    assert modalities(f"The study put the toll at 1,310 {told}") == ["asserted"]
    assert modalities("In May 2020, 1,310 people were killed by a cyclone.") == ["past_event_comparison"]


def test_a_date_in_a_relative_clause_is_not_that_of_the_figure() -> None:
    assert modalities("Cyclone Amara, which hit the coast in May 2019, left more than 600 people dead.") == ["asserted"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "2006: A quake of magnitude 6.8 hit the island, killing nearly 700 people."),
        ("pt", "2006: Um sismo de magnitude 6,8 atingiu a ilha, matando quase 700 pessoas."),
        ("fr", "2006 : Un séisme de magnitude 6,8 a frappé l'île, tuant près de 700 personnes."),
        ("id", "2006: Gempa berkekuatan 6,8 mengguncang pulau itu, menewaskan hampir 700 orang."),
        ("ru", "2006: Землетрясение магнитудой 6,8 унесло жизни 700 человек."),
    ],
)
@pytest.mark.parametrize("published", ["2018-10-01", None])
def test_a_line_of_a_chronology_tells_an_earlier_event(lang: str, text: str, published: str | None) -> None:
    assert set(modalities(text, lang, published)) == {"past_event_comparison"}


def test_an_undated_report_of_its_year_is_asserted() -> None:
    assert modalities("In early 2018, the group counted 390 promises.", published=None) == ["asserted"]


@pytest.mark.parametrize(
    ("lang", "text", "modality"),
    [
        ("en", "A model predicts 60,000 deaths by autumn.", "planned"),
        ("en", "Without the dam, 500 people would have drowned.", "hypothetical"),
        ("en", "A country with 30,000 wrecks a year lacks the will to change.", "asserted"),
        ("en", "They ask whether the driver accused of killing 20 people was drunk.", "asserted"),
        ("en", "Most of it, or 83 percent of voters, think someone should pay.", "asserted"),
        ("en", "The army used mustard gas to kill 1,000 people.", "asserted"),
        ("id", "Wali kota mengatakan jika 342 petugas berjaga di lapangan.", "asserted"),
        ("id", "Jika 342 petugas berjaga, warga tenang.", "hypothetical"),
        ("id", "Sawah baru kini seluas 3 juta hektare dari target nasional.", "asserted"),
        ("id", "Suhu diprediksi mencapai 40 derajat Celsius.", "planned"),
        ("fr", "Le pays compte 1 000 soldats sur place.", "asserted"),
        ("pt", "A costa que se estende por 300 km é rochosa.", "asserted"),
        ("nl", "Het dorp werd als gevolg van een beving van 7,5 verwoest.", "asserted"),
        ("ar", "تجمع 300 شخص على الشاطئ المقابل.", "asserted"),
    ],
)
def test_what_is_supposed_or_planned(lang: str, text: str, modality: str) -> None:
    assert modalities(text, lang)[-1] == modality


@pytest.mark.parametrize(
    ("lang", "text", "modality"),
    [
        ("en", "He says 3,000 people did not die in the flood.", "negated"),
        ("en", "Some 12 million people were told not to leave their homes.", "negated"),
        ("en", "The 12 sailors who could not swim were killed.", "asserted"),
        ("en", "Not only were 12 people injured, the pier sank.", "asserted"),
        ("id", "Sebanyak 80 warga belum dievakuasi.", "negated"),
        ("id", "Sebanyak 80 warga belum ditemukan.", "asserted"),
        ("de", "Die 80 Bewohner wurden nicht verletzt.", "negated"),
    ],
)
def test_a_denied_verb_denies_its_figure(lang: str, text: str, modality: str) -> None:
    assert modalities(text, lang)[-1] == modality


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [("it", "Anche se 40 case sono crollate, la festa continua."), ("fr", "Même si 40 maisons se sont effondrées, la fête continue.")],
)
def test_although_supposes_nothing(lang: str, sentence: str) -> None:
    assert [q.modality for q in extract(sentence, lang=lang) if q.is_claim] == ["asserted"]
