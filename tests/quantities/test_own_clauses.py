"""Which clause a figure belongs to: a verb with its own figure before a conjunction, an aside with a part, the day of a when-clause."""

from datetime import datetime

import pytest

from claims_pipeline.quantities.api import extract_article
from claims_pipeline.records import Quantity

NOW = datetime(2024, 5, 6)


def _read(lang: str, text: str, place: str | None = None) -> dict[str, Quantity]:
    return {q.text: q for q in extract_article("", text, lang, NOW, place) if q.is_claim}


@pytest.mark.parametrize(
    ("lang", "text", "figure", "attribute"),
    [
        ("de", "Vier Bergleute starben und 17 Bergleute werden in der Grube bei Hall vermisst.", "17", "missing"),
        ("de", "Vier Gäste starben und 23 Gäste wurden beim Hotelbrand verletzt.", "23", "injured"),
        ("de", "64 Fahrgäste, darunter 15 Schüler, sind bei dem Zugunglück ums Leben gekommen.", "64", "killed"),
        ("de", "64 Fahrgäste, darunter 15 Schüler, sind bei dem Zugunglück ums Leben gekommen.", "15", "killed"),
        ("es", "Entre los muertos hay 14 alumnos de la escuela.", "14", "killed"),
        ("fr", "14 élèves figurent parmi les morts de l'avalanche.", "14", "killed"),
        ("id", "Korban tewas di Lembah Sari mencakup 14 siswa.", "14", "killed"),
        ("ar", "بين القتلى في الوادي ١٤ تلميذا.", "١٤", "killed"),
        ("pt", "Entre os mortos há 14 alunos da escola.", "14", "killed"),
        ("id", "Dinas mencatat 96 kasus campak di kabupaten itu.", "96", "infected"),
        ("ru", "В области выявлены 96 случаев кори.", "96", "infected"),
        ("id", "31 siswa menjalani rawat inap setelah keracunan.", "31", "hospitalised"),
        ("id", "Puting Beliung Rusak 75 Rumah di Lembah", "75", "damaged"),
        ("en", "Of the dead, 14 pupils were found in the hall and nine pupils in hospital.", "nine", "killed"),
        ("es", "De los muertos, 14 alumnos fallecieron en el aula y 9 alumnos en el hospital.", "9", "killed"),
        ("en", "Of the dead and injured, 14 pupils are in hospital.", "14", "hospitalised"),
        ("en", "The dead of the avalanche include 14 pupils.", "14", "killed"),
        ("de", "Unter den Toten in Hall sind 14 Kinder.", "14", "killed"),
        ("en", "The dead men left 14 children.", "14", "other"),
        ("fr", "14 élèves ont subi des blessures.", "14", "injured"),
        ("ar", "تعرض 14 طالبا لإصابات.", "14", "injured"),
        ("en", "Locusts laid waste to 450 hectares of maize.", "450", "destroyed"),
    ],
)
def test_the_verb_of_the_figure_s_own_clause(lang: str, text: str, figure: str, attribute: str) -> None:
    assert _read(lang, text)[figure].attribute == attribute


@pytest.mark.parametrize(
    ("lang", "text", "figure"),
    [
        ("en", "It is not the first: 88 people died when a ferry hit the pier in 2006.", "88"),
        ("en", "88 cases were found in a previous outbreak in 2006.", "88"),
        ("ar", "وسجلت 88 حالة في تفش سابق عام 2006.", "88"),
        ("de", "Schon im Winter 2006 brach der Damm; damals starben 88 Menschen.", "88"),
    ],
)
def test_an_older_event_told_in_a_clause_of_its_own(lang: str, text: str, figure: str) -> None:
    assert _read(lang, text)[figure].modality == "past_event_comparison"


def test_the_town_of_the_dateline_before_its_country() -> None:
    assert _read("en", "HOLMVIK, Norway - 12 people were hurt when a tram derailed.", "Holmvik")["12"].place == "Holmvik"
    assert _read("en", "HOLMVIK, Norway - 12 people were hurt in Sweden when a tram derailed.", "Holmvik")["12"].place == "Sweden"


def test_what_is_lost_and_built_is_no_change_and_no_rate() -> None:
    assert _read("en", "The hail caused losses of $30 million.")["30 million"].measure == "total"
    built = _read("en", "The council will build 450 flats within a year.")["450"]
    assert (built.kind, built.noun) == ("count", "flats")


def test_who_is_quoted_is_not_counted() -> None:
    assert _read("id", '"Kami takut," tutur seorang warga di posko.') == {}
    assert _read("id", "Seorang warga tewas di posko.")["Seorang"].attribute == "killed"
